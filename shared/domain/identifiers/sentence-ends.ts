/** Where a thought ends: what stands before it says nothing of the number behind. */

import { isLetter } from './letters.ts';
import type { Readable } from './readable.ts';
import { type Meaning, meaningsOf } from './vocabulary.ts';
import { isUnspaced, wordBetween, wordEnd } from './words.ts';

/** What has been read when a sign is met. */
export interface ReadSoFar {
  readable: Readable;
  /** The word before the sign. */
  previous: string;
  /** It is short and right behind a number: "128 GB". */
  endsWithUnit: boolean;
  /** Of its sentence, on the line. */
  wordsInLine: number;
  wordsInClause: number;
  /** The words stand behind a number, not before one. */
  isBehind: boolean;
}

/** Lines of more words are sentences; shorter ones may be the label of the next line. */
const MOST_LABEL_WORDS = 3;

/** Exclamation and question mark, semicolon, the full stops of Chinese, Devanagari and Urdu. */
const ends = new Set([33, 63, 59, 0x3002, 0x0964, 0x06d4]);

/** A full stop after "no" or "nr" ends no sentence, and a line that is only a label carries on into the next. */
export function endsThought(read: ReadSoFar, at: number): boolean {
  const { folded } = read.readable;
  const code = folded.charCodeAt(at);
  if (code === 10) {
    const isAnnounced = /[:：] ?$/.test(folded.slice(Math.max(0, at - 2), at));
    return !isAnnounced && (read.wordsInLine > MOST_LABEL_WORDS || folded.charCodeAt(at - 1) === 10);
  }
  return ends.has(code) || (code === 46 && isFullStop(read, at));
}

function isFullStop({ readable, previous, endsWithUnit, wordsInLine, wordsInClause, isBehind }: ReadSoFar, at: number): boolean {
  const next = readable.folded.charCodeAt(at + 1);
  if (next !== 32 && next !== 10) return false;
  // "Clean IMEI. Raffle 35…" starts anew behind the label; "I.M.E.I. 35…" does not.
  if (previous === '' && !isBehind) return isLetter(readable.folded.charCodeAt(at + 2)) && !isKnown(readable.folded, at + 2);
  if (previous.endsWith('nr') || meaningsOf(previous).has('numbering')) return isBehind && isCapital(readable, at + 2, true);
  if (
    previous.length > 4 ||
    // Words of scripts without spaces are short and not cut off.
    isUnspaced(previous.charCodeAt(0)) ||
    isNoAbbreviation(previous) ||
    next === 10 ||
    endsWithUnit ||
    (isBehind && wordsInLine === 0) ||
    isCapital(readable, at + 2, isBehind)
  )
    return true;
  // A short word before the stop may be cut off: "rek. 356…"; but not behind a whole clause, unless a number follows at once.
  return wordsInClause > 2 && (previous.length > 3 || !/\d/.test(readable.folded.charAt(at + 2)));
}

/** "ok. 35…", "unlocked. 35…": a word that is known and names nothing is not cut off. */
function isNoAbbreviation(word: string): boolean {
  const meanings = meaningsOf(word);
  return meanings.has('proof') || meanings.has('model');
}

const naming: readonly Meaning[] = ['other', 'vague', 'numbering', 'serial', 'device'];

/** A word starts here with a capital, and is no name that is always written so: "Art. Nr.". */
function isCapital({ text, folded }: Readable, at: number, isBehind: boolean): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase() && (isBehind || !isKnown(folded, at));
}

function isKnown(folded: string, at: number): boolean {
  const meanings = meaningsOf(wordBetween(folded, at, wordEnd(folded, at, at + 30)));
  return naming.some((meaning) => meanings.has(meaning));
}
