/** Reads which phone a text speaks of: the longest alias wins, and a text that names only a make says only that. */

import { aliasesOf } from './aliases.ts';
import { catalogue } from './catalogue.ts';
import { type Token, tokenise } from './tokens.ts';

/** `{ models: [41], make: 'apple' }` for a named model, `{ models: [], make: 'apple' }` for "iphone", `{ models: [] }` for "mobile phone". */
export interface ModelReading {
  /** Names in the catalogue that the text may mean; several when it is ambiguous, none when it is vague. */
  models: number[];
  /** `apple`, when the text names a make or a model of it. */
  make?: string;
}

interface Branch {
  next: Map<string, Branch>;
  models: number[];
}

const makeWords: Record<string, string> = {
  iphone: 'apple',
  apple: 'apple',
  samsung: 'samsung',
  galaxy: 'samsung',
  pixel: 'google',
  google: 'google',
  huawei: 'huawei',
  honor: 'honor',
  xiaomi: 'xiaomi',
  redmi: 'xiaomi',
  poco: 'xiaomi',
  oneplus: 'oneplus',
  oppo: 'oppo',
  motorola: 'motorola',
  moto: 'motorola',
  nokia: 'nokia',
  xperia: 'sony',
  sony: 'sony',
  nothing: 'nothing',
  realme: 'realme',
};

/** The first model named, or the make alone, or nothing. `Galaxy` on its own is Samsung; `13` on its own is nobody's. */
export function readModel(text: string): ModelReading {
  const tokens = tokenise(text);
  for (let at = 0; at < tokens.length; at++) {
    const models = longestAlias(tokens, at);
    if (models.length > 0) return { models, ...makeOf(models) };
  }
  const make = tokens.map((token) => makeWords[token.text]).find((found) => found !== undefined);
  return make === undefined ? { models: [] } : { models: [], make };
}

function longestAlias(tokens: Token[], from: number): number[] {
  let branch: Branch | undefined = tree;
  let longest: number[] = [];
  for (let at = from; at < tokens.length; at++) {
    branch = branch.next.get(tokens[at]?.text ?? '');
    if (!branch) break;
    if (branch.models.length > 0 && !isCutShort(tokens, at)) longest = branch.models;
  }
  return longest;
}

/** `s 22` in `s 22.5 inch` or `15 pro` in `15 professional` ends inside something else; letters stuck to a final digit are a region or colour and harmless. */
function isCutShort(tokens: Token[], last: number): boolean {
  const [token, following] = [tokens[last], tokens[last + 1]];
  if (!token || !following) return false;
  // "iphone 12gb", "s 10x": digits glued to a short letter name another size or model.
  return following.start === token.end && /^\d+$/.test(token.text) && /^(?:gb|tb|g|mp|mm|x|k|w|th)$/.test(following.text);
}

function makeOf(models: number[]): { make?: string } {
  const found = new Set(models.map((model) => catalogue[model]?.make));
  const [make] = found;
  return found.size === 1 && make !== undefined ? { make } : {};
}

function growTree(): Branch {
  const root: Branch = { next: new Map(), models: [] };
  for (const [number, model] of catalogue.entries()) for (const alias of aliasesOf(model)) plant(root, alias, number);
  return root;
}

function plant(root: Branch, alias: string[], model: number): void {
  let branch = root;
  for (const token of alias) {
    const next = branch.next.get(token) ?? { next: new Map(), models: [] };
    branch.next.set(token, next);
    branch = next;
  }
  if (!branch.models.includes(model)) branch.models.push(model);
}

const tree = growTree();
