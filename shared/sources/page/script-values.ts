import { parseJsLiteral } from './js-literal.ts';
import { parseLooseJson } from './loose-json.ts';
import type { DataScript } from './page-facts.ts';
import { isNode } from './schema-node.ts';

/** The data that frameworks leave in the scripts of a page: everything that is assigned, pushed or stands there as JSON. */
export function scriptValues(scripts: readonly DataScript[]): unknown[] {
  const values: unknown[] = [];
  const budget = { attempts: mostAttempts };
  let flight = '';
  for (const { kind, text } of scripts) {
    if (kind === 'json-ld') continue;
    if (kind === 'json') values.push(inflated(parseLooseJson(text)?.value));
    else if (text.includes('__next_f')) flight += flightText(text);
    else values.push(...assignedValues(text, budget));
  }
  if (flight !== '') values.push(...flightValues(flight));
  return values;
}

/** Of one page; honest ones have a handful, and each is tried once. */
const mostAttempts = 200;
/** `window.__STATE__ = `, `self["__X__"]=`, `var data = `, `__NUXT__=`. */
const assignment =
  /(?:(?:window|self|globalThis)(?:\.[\w$]{1,60}|\[["'][^"'\]]{1,60}["']\])+|(?:var|let|const)\s+[\w$]{1,60}|__[A-Z][\w$]{1,60})\s*=\s*/g;

function assignedValues(text: string, budget: { attempts: number }): unknown[] {
  const values: unknown[] = [];
  assignment.lastIndex = 0;
  for (let found = assignment.exec(text); found !== null && budget.attempts > 0; found = assignment.exec(text)) {
    budget.attempts -= 1;
    const read = assignedValue(text, assignment.lastIndex);
    if (read === undefined) continue;
    values.push(read.value);
    assignment.lastIndex = Math.max(assignment.lastIndex, read.end);
  }
  return values;
}

function assignedValue(text: string, start: number): { value: unknown; end: number } | undefined {
  const character = text[start];
  if (character === '(') return calledValue(text, start);
  const isText = text.startsWith('JSON.parse(', start);
  const read = isText ? parseJsLiteral(text, start + 'JSON.parse('.length) : parseJsLiteral(text, start);
  if (read !== undefined) {
    // OLX: `window.__PRERENDERED_STATE__ = "{\"ad\":…}"`.
    const value = typeof read.value === 'string' && /^\s*[{[]/.test(read.value) ? parseLooseJson(read.value)?.value : read.value;
    return typeof value === 'object' && value !== null ? { value, end: read.end } : undefined;
  }
  if (character !== '{' && character !== '[') return undefined;
  // Broken or cut; as much of it as can be mended, and nothing behind it.
  const mended = parseLooseJson(text.slice(start));
  return mended && { value: mended.value, end: text.length };
}

const calledFunction = /\(function\s?\(([\w$,\s]{0,20000})\)\s?\{/y;

/** Nuxt 2: `(function(a,b){return {data:[{ad:{title:a}}]}}("Moto G",null))`. */
function calledValue(text: string, start: number): { value: unknown; end: number } | undefined {
  calledFunction.lastIndex = start;
  const parameters = calledFunction
    .exec(text)?.[1]
    ?.split(',')
    .map((parameter) => parameter.trim());
  const returned = text.indexOf('return', calledFunction.lastIndex);
  if (parameters === undefined || returned === -1) return undefined;
  const body = returned + 'return'.length;
  const unknown = parseJsLiteral(text, body, new Map(parameters.map((parameter) => [parameter, undefined])));
  if (unknown === undefined) return undefined;
  const given = text.indexOf('(', unknown.end);
  const handed = given === -1 ? undefined : parseJsLiteral(text, given);
  if (handed === undefined || !Array.isArray(handed.value)) return undefined;
  const arguments_ = handed.value;
  return parseJsLiteral(text, body, new Map(parameters.map((parameter, index) => [parameter, arguments_[index]])));
}

const flightPush = /__next_f\.push\(/g;

/** Next.js 13 and later stream their state as text: `self.__next_f.push([1,"7:{\"ad\":…}\n"])`. */
function flightText(text: string): string {
  let streamed = '';
  for (const found of text.matchAll(flightPush)) {
    const pushed = parseJsLiteral(text, found.index + found[0].length)?.value;
    if (Array.isArray(pushed) && typeof pushed[1] === 'string') streamed += pushed[1];
  }
  return streamed;
}

/** One row a line, `7:` before its JSON; rows that are no JSON are modules and hints. */
function flightValues(streamed: string): unknown[] {
  return streamed.split('\n').flatMap((row) => {
    const body = row.slice(row.indexOf(':') + 1);
    return /^[{[]/.test(body) ? (parseLooseJson(body)?.value ?? []) : [];
  });
}

const mostInflated = 200_000;

/**
 * Nuxt 3 and SvelteKit write their state flat (devalue): a list whose first entry is the root and whose entries name others by their place,
 * `[{"ad":1},{"title":2},"Moto G"]`. Anything else is returned as it is.
 */
function inflated(value: unknown): unknown {
  if (!Array.isArray(value) || value.length < 3 || !isFlat(value[0], value.length)) return value;
  const flat: unknown[] = value;
  const known = new Map<number, unknown>();
  let count = 0;
  return entry(0, 0);

  function entry(index: unknown, depth: number): unknown {
    count += 1;
    if (typeof index !== 'number' || index < 0 || depth > 40 || count > mostInflated) return undefined;
    if (known.has(index)) return known.get(index);
    const written = flat[index];
    if (Array.isArray(written)) {
      // `["Reactive", 7]`: a wrapper names what it holds.
      if (typeof written[0] === 'string') return entry(written[1], depth + 1);
      const list: unknown[] = [];
      known.set(index, list);
      list.push(...written.map((place) => entry(place, depth + 1)));
      return list;
    }
    if (!isNode(written)) return written;
    const object: Record<string, unknown> = {};
    known.set(index, object);
    for (const [key, place] of Object.entries(written))
      Object.defineProperty(object, key, { value: entry(place, depth + 1), enumerable: true });
    return object;
  }
}

function isFlat(root: unknown, length: number): boolean {
  const isPlace = (place: unknown) => typeof place === 'number' && Number.isInteger(place) && place < length && place !== 0;
  if (Array.isArray(root)) return typeof root[0] === 'string' && isPlace(root[1]);
  return isNode(root) && Object.values(root).length > 0 && Object.values(root).every(isPlace);
}
