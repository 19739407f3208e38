/** Number words with one slip of hand or ear in them: "thre", "fiv", "eigth", "sevn". */

import { atFirstUse } from '../at-first-use.ts';
import { digitWords } from './number-words.ts';

/** Shorter words are one letter away from too many others. */
const SHORTEST = 3;

interface Meant {
  language: string;
  digit: number;
}

/** The words themselves, and each without one of its letters. */
const digits = atFirstUse(() => {
  const exact = new Map<string, Meant[]>();
  const withoutOne = new Map<string, Meant[]>();
  for (const { language, word, digit } of digitWords()) {
    note(exact, word, { language, digit });
    if (word.length > SHORTEST) for (const shorter of shortened(word)) note(withoutOne, shorter, { language, digit });
  }
  return { exact, withoutOne };
});

/** The languages in which a folded word is a digit. */
export function languagesOfDigit(word: string): readonly string[] {
  return (digits().exact.get(word) ?? []).map(({ language }) => language);
}

/**
 * The digits that a folded word one letter away from a number word may mean in these languages (in any, where none is given): `fiv` gives
 * `[5]`; a letter missing, too many, wrong, or two swapped. Empty for all other words. The check digit has to choose among several.
 */
export function digitsNearly(word: string, languages: ReadonlySet<string>): readonly number[] {
  if (word.length < SHORTEST || word.length > 14) return [];
  const { exact, withoutOne } = digits();
  const found = new Set<number>();
  const take = (meant: readonly Meant[] = []) => {
    for (const { language, digit } of meant) if (languages.size === 0 || languages.has(language)) found.add(digit);
  };
  take(withoutOne.get(word));
  for (const shorter of shortened(word)) {
    if (shorter.length < SHORTEST) continue;
    take(exact.get(shorter));
    take(withoutOne.get(shorter));
  }
  return [...found];
}

function shortened(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

function note(map: Map<string, Meant[]>, word: string, meant: Meant): void {
  map.set(word, [...(map.get(word) ?? []), meant]);
}
