/** Reads which phone a text speaks of: the longest alias wins, and a text that names only a make says only that. */

import { aliasesOf } from './aliases.ts';
import { catalogue } from './catalogue.ts';
import { makeWords } from './make-words.ts';
import { comparable, type Token, tokensIn } from './tokens.ts';

/** `{ models: [41], make: 'apple' }` for a named model, `{ models: [], make: 'apple' }` for "iphone", `{ models: [] }` for "mobile phone". */
export interface ModelReading {
  /** Names in the catalogue that the text may mean; several when it is ambiguous or offers several, none when it is vague. */
  models: number[];
  /** `apple`, when the text names a make or a model of it. */
  make?: string;
}

/** The first model named, or the make alone, or nothing. `Galaxy` on its own is Samsung; `13` on its own is nobody's. */
export function readModel(text: string): ModelReading {
  const lower = comparable(text);
  const tokens = tokensIn(lower);
  const makesBefore = new Set<string>();
  for (let at = 0; at < tokens.length; at++) {
    const make = makeWords.get(tokens[at]?.text ?? '');
    if (make !== undefined) makesBefore.add(make);
    const found = aliasAt(tokens, at);
    if (!found || isSomebodyElses(found, makesBefore) || otherDevices.has(tokens[at - 1]?.text ?? '')) continue;
    // "Apple iPhone SE 2nd gen" is known without its first word.
    const later = aliasAt(tokens, at + 1);
    const models = withListed(later && later.end > found.end && at + 1 < found.end ? later : found, at, tokens, lower);
    return { models, ...makeOf(models) };
  }
  const [make] = makesBefore;
  return make === undefined ? { models: [] } : { models: [], make };
}

/** An alias as it stands in a text. */
interface Found {
  models: number[];
  /** Index of the token after it. */
  end: number;
}

interface Branch {
  next: Map<string, Branch>;
  models: number[];
  /** Models whose number, printed on the device, ends here: letters of a region may follow. */
  numbered: number[];
}

function aliasAt(tokens: Token[], from: number, root: Branch = tree()): Found | undefined {
  const longest = longestFrom(tokens, from, root);
  return longest && { ...longest, models: withVariant(longest, tokens) };
}

function longestFrom(tokens: Token[], from: number, root: Branch): Found | undefined {
  let branch = root;
  let longest: Found | undefined;
  for (let at = from; at < tokens.length; at++) {
    // "S20 5G Ultra", "Moto G Stylus 5G 2022": the network stands where it likes.
    const beyond = branch !== tree() && isNetwork(tokens, at) ? longestFrom(tokens, at + networkTokens, branch) : undefined;
    if (beyond && beyond.end > (longest?.end ?? 0)) longest = beyond;
    const next = branch.next.get(tokens[at]?.text ?? '');
    if (!next) break;
    branch = next;
    const models = isCutShort(tokens, at) ? (isRegional(tokens, at) ? branch.numbered : []) : branch.models;
    if (models.length > 0 && at + 1 >= (longest?.end ?? 0)) longest = { models, end: at + 1 };
  }
  return longest;
}

const networkTokens = 2;

function isNetwork(tokens: Token[], at: number): boolean {
  return /^[345]$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === 'g' && tokens[at + 1]?.start === tokens[at]?.end;
}

/** `s 22` in "s 22.5 inch", `a 10` in "A10e", `13` in "iphone 13gb" end inside something else. */
function isCutShort(tokens: Token[], last: number): boolean {
  const [token, following] = [tokens[last], tokens[last + 1]];
  if (!token || !following || following.start !== token.end || !/^\d+$/.test(token.text)) return false;
  return /^(?:gb|tb|mp|mm|th|\p{L})$/u.test(following.text);
}

/** `SM-S911B`, `A102U`: one letter after a number printed on the device is the region's. */
function isRegional(tokens: Token[], last: number): boolean {
  return /^[a-z]$/.test(tokens[last + 1]?.text ?? '');
}

const variants = new Set(['pro', 'max', 'ultra', 'mini', 'lite', 'fe', 'xl']);

/** "iPhone 12 Max", "P Smart Pro": a variant that no catalogue knows may be any of the family. */
function withVariant({ models, end }: Found, tokens: Token[]): number[] {
  const following = isNetwork(tokens, end) ? tokens[end + networkTokens] : tokens[end];
  if (!variants.has(following?.text ?? '')) return models;
  const families = new Set(models.map((model) => catalogue[model]?.family));
  return catalogue.flatMap(({ family }, model) => (families.has(family) ? model : []));
}

/** "Tab S8" and "Watch 5 Pro" bear the names of phones and are none. */
const otherDevices = new Set(['tab', 'tablet', 'ipad', 'pad', 'watch', 'buds', 'book', 'macbook', 'laptop']);

/** "DOOGEE Y6", "Huawei Mate XS": a name that many makes could use is not another make's. */
function isSomebodyElses({ models }: Found, makesBefore: Set<string>): boolean {
  return makesBefore.size > 0 && !models.some((model) => makesBefore.has(catalogue[model]?.make ?? ''));
}

/** "S22 | S22+ | S22 Ultra", "iPhone 13/14": shops list what they have, and the advert may mean any of them; a number narrows a name. */
function withListed(first: Found, from: number, tokens: Token[], lower: string): number[] {
  const make = catalogue[first.models[0] ?? -1]?.make;
  const family = tree().next.get(tokens[from]?.text ?? '');
  let { models, end } = first;
  for (;;) {
    while (isNetwork(tokens, end)) end += networkTokens;
    const gap = lower.slice(tokens[end - 1]?.end, tokens[end]?.start);
    if (end >= tokens.length || !/^[\s|/,&()–-]*$/.test(gap)) return models;
    const next = aliasAt(tokens, end) ?? (family && /[|/]/.test(gap) ? aliasAt(tokens, end, family) : undefined);
    if (!next || catalogue[next.models[0] ?? -1]?.make !== make) return models;
    const both = models.filter((model) => next.models.includes(model));
    models = both.length > 0 ? both : [...models, ...next.models];
    end = next.end;
  }
}

function makeOf(models: number[]): { make?: string } {
  const found = new Set(models.map((model) => catalogue[model]?.make));
  const [make] = found;
  return found.size === 1 && make !== undefined ? { make } : {};
}

function growTree(): Branch {
  const root: Branch = { next: new Map(), models: [], numbered: [] };
  for (const [at, model] of catalogue.entries()) {
    const { names, numbers } = aliasesOf(model);
    for (const alias of names) plant(root, alias).models.push(at);
    for (const alias of numbers) {
      const branch = plant(root, alias);
      branch.models.push(at);
      branch.numbered.push(at);
    }
  }
  return root;
}

function plant(root: Branch, alias: string[]): Branch {
  let branch = root;
  for (const token of alias) {
    const next = branch.next.get(token) ?? { next: new Map(), models: [], numbered: [] };
    branch.next.set(token, next);
    branch = next;
  }
  return branch;
}

let grown: Branch | undefined;

/** Grown when it is first asked: functions that read no name of a phone start without it, and some tenth of a second sooner. */
function tree(): Branch {
  grown ??= growTree();
  return grown;
}
