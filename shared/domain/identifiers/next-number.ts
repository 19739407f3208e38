/** Finds where the next number behind a label starts, passing over prices, model names and words. */

import { reportingBody } from '../imei.ts';
import { isLetter } from './letters.ts';
import { digitsLike } from './look-alikes.ts';
import { readMask } from './masks.ts';
import { digitOfCharacter, digitsOfCompound, digitsOfPhrase, timesOf } from './number-words.ts';
import type { Readable } from './readable.ts';
import { digitRunEnd, type Group, hasUnit, isDigit, readNumber } from './written-number.ts';

export interface WrittenNumber {
  groups: Group[];
  start: number;
  end: number;
}

/** Number words in ordinary prose come alone ("one owner"); this many in a row are a number. */
const LEAST_WORDS = 4;
/** Currency before a number. */
const currency = '£$€₹₽¥₺₴฿';

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
      const masked = maskedNumber(readable, at, limit);
      if (masked !== undefined) return masked;
      const number = startsNumber(readable, at, end) ? readNumber(readable, at, limit, 'liberal') : [];
      if (!isWordBefore(number) && (isSpelledOut(number) || isLookAlikeNumber(number))) return written(number);
      // "S21", "A14", "iphone12": the digits belong to the word.
      at = isDigit(folded.charCodeAt(end)) && folded.charCodeAt(end - 1) < 0x2e00 ? tokenEnd(folded, at, limit) : end;
    } else {
      const masked = maskedNumber(readable, at, limit);
      if (masked !== undefined) return masked;
      at = readMask(folded, at, limit)?.end ?? at + 1;
    }
  }
  return undefined;
}

/** "xxxx4321", "•••46": a mask right before digits. One sign alone must cover the first digit of a long number, else it is punctuation. */
function maskedNumber(readable: Readable, at: number, limit: number): WrittenNumber | undefined {
  const mask = readMask(readable.folded, at, limit);
  if (mask === undefined || !isDigit(readable.text.charCodeAt(mask.end))) return undefined;
  if (mask.single && digitRunEnd(readable.text, mask.end, limit) - mask.end !== 14) return undefined;
  if (mask.single && isPunctuation(readable, at, mask.end)) return undefined;
  const groups = readNumber(readable, at, limit, 'liberal');
  return groups.length > 1 ? written(groups) : undefined;
}

/** "IMEI#35…", "imei_86…", "• 35…": fourteen digits that begin as an IMEI does are one without check digit, and the sign hides none. */
function isPunctuation({ text, folded }: Readable, at: number, end: number): boolean {
  const glued = isLetter(folded.charCodeAt(at - 1)) && '#_'.includes(text.charAt(at));
  return glued || reportingBody(text.slice(end, end + 2)).status === 'allocating';
}

function written(groups: Group[]): WrittenNumber {
  return { groups, start: groups[0]?.start ?? 0, end: groups.at(-1)?.end ?? 0 };
}

/** A short number behind a currency sign or before a unit is an amount. */
function isMoney(readable: Readable, at: number, number: readonly Group[]): boolean {
  const { text } = readable;
  const first = number[0];
  if (first === undefined || number.reduce((sum, group) => sum + group.digits.length, 0) >= 14) return false;
  const before = text.charAt(at - 1) === ' ' ? text.charAt(at - 2) : text.charAt(at - 1);
  if (currency.includes(before) && before !== '') return true;
  const end = number.at(-1)?.end ?? at;
  return first.digits.length <= 5 && hasUnit(readable, end);
}

function startsNumber(readable: Readable, at: number, end: number): boolean {
  const { text, folded } = readable;
  if (isDigit(folded.charCodeAt(end))) return end - at <= 6 && isAllLookAlike(text, at, end);
  const word = folded.slice(at, end).replace(/['’ʼ`]/g, '');
  // "Numer IMEI to 35…": Polish for "is" before it is Danish for "two", and no IMEI begins with two.
  if (word === 'to') return false;
  if (digitOfCharacter(folded.charAt(at)) !== undefined) return true;
  if (digitsOfPhrase(word) !== undefined || timesOf(word) !== undefined || digitsOfCompound(word) !== undefined) return true;
  return end - at >= 14 ? isAllLookAlike(text, at, end) : end - at <= 3 && isAllLookAlike(text, at, end) && isGroupedLookAlike(text, end);
}

/** "З5-Ⅰ…": a piece of letters only, right before more digits. */
function isGroupedLookAlike(text: string, end: number): boolean {
  const next = end + 1;
  return '-./_'.includes(text.charAt(end)) && digitRunEnd(text, next, next + 8) > next;
}

function isAllLookAlike(text: string, at: number, end: number): boolean {
  for (let i = at; i < end; i++) if (digitsLike(text.charAt(i)) === undefined) return false;
  return true;
}

/** "bon 35…": in one language a receipt, in another four; before a whole number it is no digit. */
function isWordBefore([first, ...rest]: readonly Group[]): boolean {
  const digits = rest.reduce((sum, group) => sum + (group.how === 'digits' ? group.digits.length : 20), 0);
  return first?.how === 'words' && digits >= 15 && digits <= 16;
}

function isSpelledOut(number: readonly Group[]): boolean {
  const spelled = number.filter((group) => group.how === 'words');
  const digits = number.reduce((sum, group) => sum + group.digits.length, 0);
  const mostlyDigits = spelled.length > 0 && digits >= 14 && !number.some((group) => group.how === 'mask');
  return spelled.length >= LEAST_WORDS || mostlyDigits || (spelled[0]?.digits.length ?? 0) >= LEAST_WORDS;
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
