/** Signs put in place of digits that a seller keeps back: `35xxxxxxx46`, `35●●●●46`, `35…46`, `35 [hidden] 46`. */

import { meaningsOf } from './vocabulary.ts';

export interface Mask {
  end: number;
  /** How many digits it covers if every sign stands for one; sellers count badly, so only a fitting total is believed. */
  length: number;
  /** One sign alone, which may as well keep two groups apart: `35*693803*564380*9`. */
  single: boolean;
}

/** Shortest run that is a mask for signs that also separate (`-`, `.`), and for those that do little else. */
const shortest = new Map(
  Object.entries({
    '*': 1,
    '•': 1,
    '#': 1,
    '?': 1,
    x: 1,
    _: 1,
    '~': 2,
    '.': 2,
    '-': 3,
    '=': 3,
    '/': 3,
    '+': 3,
    '%': 2,
    $: 2,
    '^': 2,
    '@': 2,
  }),
);

/** Reads the mask that starts at `at` in folded text, if one does. A lone ellipsis hides an unknown number of digits. */
export function readMask(folded: string, at: number, limit: number): Mask | undefined {
  const sign = folded.charAt(at);
  if (sign === '…') return { end: runEnd(folded, at, limit), length: 0, single: false };
  const least = shortest.get(sign);
  if (least === undefined) return undefined;
  const end = runEnd(folded, at, limit);
  const length = end - at;
  if (length < least) return undefined;
  // Full stops stand for "and so on", not for one digit each.
  return { end, length: sign === '.' && length <= 3 ? 0 : length, single: length === 1 };
}

/** A word that stands for the hidden digits: "hidden", or one letter three times or more ("nnnn"). */
export function isMaskWord(word: string): boolean {
  if (word.length >= 3 && word.length <= 16 && word === word.charAt(0).repeat(word.length) && !/[oil]/.test(word.charAt(0))) return true;
  return meaningsOf(word).has('hidden');
}

function runEnd(folded: string, at: number, limit: number): number {
  const sign = folded.charCodeAt(at);
  let end = at + 1;
  while (end < limit && folded.charCodeAt(end) === sign) end++;
  return end;
}
