/**
 * Values written as JavaScript, as frameworks leave their state in scripts: unquoted keys, single quotes, `!0`, `void 0`, `new Date(…)`.
 * Nothing is run: what is no literal ends the reading. Names are looked up in `names`, for state that is handed over as arguments
 * (`__NUXT__=(function(a,b){return {ad:{title:a}}}("Moto G",null))`).
 */

export interface JsLiteral {
  value: unknown;
  /** Behind the value. */
  end: number;
}

const deepest = 60;
const name = /[A-Za-z_$][\w$]*/y;
const number = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/iy;
const space = /\s*/y;
const words = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
  ['NaN', undefined],
  ['Infinity', undefined],
]);

/** The literal at an offset of a script, or undefined when there is none that is complete. */
export function parseJsLiteral(text: string, start: number, names: ReadonlyMap<string, unknown> = new Map()): JsLiteral | undefined {
  let at = start;
  try {
    return { value: value(0), end: at };
  } catch (error) {
    if (error instanceof NoLiteral) return undefined;
    throw error;
  }

  function value(depth: number): unknown {
    if (depth > deepest) throw new NoLiteral();
    skip();
    const character = text[at];
    if (character === '{') return object(depth);
    if (character === '[' || character === '(') return list(character === '[' ? ']' : ')', depth);
    if (character === '"' || character === "'" || character === '`') return string(character);
    if (character === '!') {
      at += 1;
      return !value(depth + 1);
    }
    const digits = match(number);
    if (digits !== undefined) return Number(digits);
    const word = match(name);
    if (word === undefined) throw new NoLiteral();
    return named(word, depth);
  }

  function named(word: string, depth: number): unknown {
    if (word === 'void') {
      value(depth + 1);
      return undefined;
    }
    if (word === 'new') {
      skip();
      const made = match(name);
      skip();
      const [first] = text[at] === '(' ? list(')', depth + 1) : [];
      return made === 'Date' || made === 'URL' ? first : undefined;
    }
    if (names.has(word)) return names.get(word);
    if (!words.has(word)) throw new NoLiteral();
    return words.get(word);
  }

  function object(depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    at += 1;
    for (skip(); text[at] !== '}'; skip()) {
      const quote = text[at];
      const key = quote === '"' || quote === "'" ? string(quote) : (match(name) ?? match(number));
      skip();
      if (key === undefined || text[at] !== ':') throw new NoLiteral();
      at += 1;
      entries.push([key, value(depth + 1)]);
      comma('}');
    }
    at += 1;
    return Object.fromEntries(entries);
  }

  function list(close: string, depth: number): unknown[] {
    const values: unknown[] = [];
    at += 1;
    for (skip(); text[at] !== close; skip()) {
      values.push(value(depth + 1));
      comma(close);
    }
    at += 1;
    return values;
  }

  function comma(close: string): void {
    skip();
    if (text[at] === ',') at += 1;
    else if (text[at] !== close) throw new NoLiteral();
  }

  function string(quote: string): string {
    let index = at + 1;
    while (index < text.length && text[index] !== quote) index += text[index] === '\\' ? 2 : 1;
    if (index >= text.length) throw new NoLiteral();
    const inner = text.slice(at + 1, index);
    at = index + 1;
    return inner.includes('\\') ? inner.replace(escapeSequence, unescaped) : inner;
  }

  function skip(): void {
    match(space);
    while (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      if (close === -1) throw new NoLiteral();
      at = close + 2;
      match(space);
    }
  }

  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  }
}

/** What stands there is no literal. */
class NoLiteral extends Error {
  override name = 'NoLiteral';
}

const escapeSequence = /\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|([\s\S]))/g;
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0', '\n': '' };

function unescaped(_: string, four?: string, braced?: string, two?: string, plain = ''): string {
  const code = four ?? braced ?? two;
  if (code === undefined) return escapes[plain] ?? plain;
  const point = Number.parseInt(code, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
}
