/**
 * CSS selectors matched while a page streams by, without a document: tags, classes, ids, attributes, descendants and children.
 * That is what declared selectors are made of, and it halves the time of reading a page.
 */

/** One open element, as the parser reports it. `parent` is the element around it. */
export interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  parent: OpenElement | undefined;
}

type Test = (element: OpenElement) => boolean;

export interface StreamSelector {
  /** What an element must have at least, one for each part of a comma list: most elements are dismissed by that alone. */
  keys: SelectorKey[];
  matches(element: OpenElement): boolean;
}

/** `{ by: 'class', name: 'ad-price' }`; `any` only for selectors such as `*`. */
export interface SelectorKey {
  by: 'id' | 'class' | 'attribute' | 'tag' | 'any';
  name: string;
}

interface Step {
  /** How the step before this one relates to it: an ancestor, or the parent. */
  before: 'ancestor' | 'parent';
  tests: Test[];
  key: SelectorKey;
}

const anyElement: SelectorKey = { by: 'any', name: '' };
/** Rarest first. */
const keyOrder: readonly SelectorKey['by'][] = ['id', 'class', 'attribute', 'tag', 'any'];

const token =
  /\s*(>)\s*|(\s+)|([a-zA-Z][\w-]*|\*)|\.([\w-]+)|#([\w-]+)|\[\s*([\w:-]+)\s*(?:([~^$*|]?=)\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*)?\]/y;

/** Compiles a selector, or returns undefined when it needs a document (`:has()`, `+`, `~`) or is none. A comma list gives one per part. */
export function compileStreamSelector(css: string): StreamSelector | undefined {
  const parts = splitList(css).map(compileSteps);
  const complete = parts.filter((steps) => steps !== undefined);
  if (complete.length !== parts.length) return undefined;
  return {
    keys: complete.map((steps) => steps.at(-1)?.key ?? anyElement),
    matches: (element) => complete.some((steps) => matchesSteps(steps, steps.length - 1, element)),
  };
}

/** Splits at commas outside of brackets: `a[title="x, y"], p` → two parts. */
function splitList(css: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let inBrackets = false;
  for (let index = 0; index < css.length; index += 1) {
    const character = css.charAt(index);
    if (character === '[') inBrackets = true;
    else if (character === ']') inBrackets = false;
    else if (character === ',' && !inBrackets) {
      parts.push(css.slice(start, index).trim());
      start = index + 1;
    }
  }
  return [...parts, css.slice(start).trim()];
}

function compileSteps(css: string): Step[] | undefined {
  const steps: Step[] = [{ before: 'ancestor', tests: [], key: anyElement }];
  let step = steps[0];
  token.lastIndex = 0;
  while (token.lastIndex < css.length) {
    const match = token.exec(css);
    if (match === null || step === undefined) return undefined;
    const [, child, space, tag, className, id, attribute, operator, ...quoted] = match;
    if (child !== undefined || space !== undefined) {
      if (step.tests.length === 0) return undefined;
      step = { before: child === undefined ? 'ancestor' : 'parent', tests: [], key: anyElement };
      steps.push(step);
    } else if (tag === '*') step.tests.push(() => true);
    else if (tag !== undefined) require(step, hasName(tag.toLowerCase()), { by: 'tag', name: tag.toLowerCase() });
    else if (className !== undefined) require(step, hasClass(className), { by: 'class', name: className });
    else if (id !== undefined) require(step, (element) => element.attributes['id'] === id, { by: 'id', name: id });
    else if (attribute !== undefined) {
      const wanted = quoted.find((text) => text !== undefined);
      require(step, hasAttribute(attribute.toLowerCase(), operator, wanted), { by: 'attribute', name: attribute.toLowerCase() });
    }
  }
  return steps.every(({ tests }) => tests.length > 0) ? steps : undefined;
}

function require(step: Step, test: Test, key: SelectorKey): void {
  step.tests.push(test);
  if (keyOrder.indexOf(key.by) < keyOrder.indexOf(step.key.by)) step.key = key;
}

function matchesSteps(steps: Step[], index: number, element: OpenElement): boolean {
  const step = steps[index];
  if (step === undefined || !step.tests.every((test) => test(element))) return false;
  if (index === 0) return true;
  if (step.before === 'parent') return element.parent !== undefined && matchesSteps(steps, index - 1, element.parent);
  for (let ancestor = element.parent; ancestor !== undefined; ancestor = ancestor.parent) {
    if (matchesSteps(steps, index - 1, ancestor)) return true;
  }
  return false;
}

function hasName(name: string): Test {
  return (element) => element.name === name;
}

function hasClass(className: string): Test {
  return ({ attributes }) => {
    const list = attributes['class'];
    return list !== undefined && (list === className || hasWord(list, className));
  };
}

function hasWord(list: string, word: string): boolean {
  for (let at = list.indexOf(word); at !== -1; at = list.indexOf(word, at + 1)) {
    const before = at === 0 || isSpace(list.charCodeAt(at - 1));
    const after = at + word.length === list.length || isSpace(list.charCodeAt(at + word.length));
    if (before && after) return true;
  }
  return false;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function hasAttribute(name: string, operator: string | undefined, wanted = ''): Test {
  const holds = operator === undefined ? () => true : attributeTests[operator];
  return ({ attributes }) => {
    const value = attributes[name];
    return value !== undefined && (holds?.(value, wanted) ?? false);
  };
}

const attributeTests: Record<string, (value: string, wanted: string) => boolean> = {
  '=': (value, wanted) => value === wanted,
  '~=': (value, wanted) => wanted !== '' && hasWord(value, wanted),
  '^=': (value, wanted) => wanted !== '' && value.startsWith(wanted),
  '$=': (value, wanted) => wanted !== '' && value.endsWith(wanted),
  '*=': (value, wanted) => wanted !== '' && value.includes(wanted),
  '|=': (value, wanted) => value === wanted || value.startsWith(`${wanted}-`),
};
