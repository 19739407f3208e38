/** Finds where the next number behind a label starts, passing over prices, model names and words. */

import { isLetter } from './context.ts';
import { digitsLike } from './look-alikes.ts';
import { readMask } from './masks.ts';
import { digitOfCharacter, digitsOfCompound, digitsOfPhrase, timesOf } from './number-words.ts';
import type { Readable } from './readable.ts';
import { digitRunEnd, type Group, isDigit, readNumber } from './written-number.ts';

export interface WrittenNumber {
  groups: Group[];
  start: number;
  end: number;
}

/** Number words in ordinary prose come alone ("one owner"); this many in a row are a number. */
const LEAST_WORDS = 4;
/** Currency before a number, units behind it. */
const currency = '£$€₹₽¥₺₴฿';
const unitBehind =
  /^ ?(?:[%€£$₹₽¥₺₴฿°]|(?:gb|tb|mah|mp|mm|cm|euros?|eur|gbp|usd|pounds?|quid|zl|pln|lei|ron|kc|ft|tl|rs|rub|aed|months?|monate?|mois|years?|percent|prozent|procent|pour cent|por ciento|per cento)(?![a-z]))/;

/** The first number that starts in `[from, reach)`; `limit` is as far as it may run. */
export function nextNumber(readable: Readable, from: number, limit: number, reach: number): WrittenNumber | undefined {
  const { text, folded } = readable;
  const furthest = Math.min(limit, reach, text.length);
  for (let at = from; at < furthest; ) {
    const code = folded.charCodeAt(at);
    if (isDigit(code)) {
      const number = readNumber(readable, at, limit, 'liberal');
      if (number.length === 0) at = tokenEnd(folded, at, limit);
      else if (isMoney(readable, at, number)) at = number.at(-1)?.end ?? at + 1;
      else return written(number);
    } else if (isLetter(code)) {
      const end = letterRunEnd(folded, at, limit);
      const number = startsNumber(readable, at, end) ? readNumber(readable, at, limit, 'liberal') : [];
      if (isSpelledOut(number) || isLookAlikeNumber(number)) return written(number);
      // "S21", "A14", "iphone12": the digits belong to the word.
      at = isDigit(folded.charCodeAt(end)) ? tokenEnd(folded, at, limit) : end;
    } else {
      const mask = readMask(folded, at, limit);
      if (mask === undefined || !isDigit(text.charCodeAt(mask.end))) at = mask?.end ?? at + 1;
      else {
        const number = readNumber(readable, at, limit, 'liberal');
        // One sign before digits is punctuation: "#3", "*35…".
        if (mask.single) at = mask.end;
        else return written(number);
      }
    }
  }
  return undefined;
}

function written(groups: Group[]): WrittenNumber {
  return { groups, start: groups[0]?.start ?? 0, end: groups.at(-1)?.end ?? 0 };
}

/** A short number behind a currency sign or before a unit is an amount. */
function isMoney(readable: Readable, at: number, number: readonly Group[]): boolean {
  const { text, folded } = readable;
  const first = number[0];
  if (first === undefined || number.reduce((sum, group) => sum + group.digits.length, 0) >= 14) return false;
  const before = text.charAt(at - 1) === ' ' ? text.charAt(at - 2) : text.charAt(at - 1);
  if (currency.includes(before) && before !== '') return true;
  const end = number.at(-1)?.end ?? at;
  return first.digits.length <= 5 && unitBehind.test(folded.slice(end, end + 12));
}

function startsNumber(readable: Readable, at: number, end: number): boolean {
  const { text, folded } = readable;
  if (isDigit(folded.charCodeAt(end))) return end - at <= 6 && isAllLookAlike(text, at, end);
  const word = folded.slice(at, end).replace(/['’ʼ`]/g, '');
  if (digitOfCharacter(folded.charAt(at)) !== undefined) return true;
  if (digitsOfPhrase(word) !== undefined || timesOf(word) !== undefined || digitsOfCompound(word) !== undefined) return true;
  return end - at >= 14 ? isAllLookAlike(text, at, end) : end - at <= 3 && isAllLookAlike(text, at, end) && isGroupedLookAlike(text, end);
}

/** "З5-Ⅰ…": a piece of letters only, right before more digits. */
function isGroupedLookAlike(text: string, end: number): boolean {
  const next = end + 1;
  return ' -./'.includes(text.charAt(end)) && digitRunEnd(text, next, next + 8) > next;
}

function isAllLookAlike(text: string, at: number, end: number): boolean {
  for (let i = at; i < end; i++) if (digitsLike(text.charAt(i)) === undefined) return false;
  return true;
}

function isSpelledOut(number: readonly Group[]): boolean {
  const spelled = number.filter((group) => group.how === 'words');
  const digits = number.reduce((sum, group) => sum + group.digits.length, 0);
  return spelled.length >= LEAST_WORDS || (spelled.length > 0 && digits >= 10) || (spelled[0]?.digits.length ?? 0) >= LEAST_WORDS;
}

/** A number that begins with a look-alike must be long and mostly digits, else it is a model or a word. */
function isLookAlikeNumber(number: readonly Group[]): boolean {
  const digits = number.reduce((sum, group) => sum + group.digits.length, 0);
  return number.some((group) => group.how === 'look-alikes') && digits >= 13;
}

function letterRunEnd(folded: string, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit && isLetter(folded.charCodeAt(end))) end++;
  return end;
}

function tokenEnd(folded: string, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit && (isDigit(folded.charCodeAt(end)) || isLetter(folded.charCodeAt(end)))) end++;
  return end;
}
