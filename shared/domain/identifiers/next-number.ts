/** Finds where the next number behind a label starts, passing over prices, model names and words. */

import { reportingBody } from '../imei.ts';
import { isTie } from './fillers.ts';
import { isLetter } from './letters.ts';
import { digitsLike } from './look-alikes.ts';
import { readMask } from './masks.ts';
import { digitsNearly } from './misspelt-words.ts';
import { digitOfCharacter, digitsOfCompound, digitsOfPhrase, timesOf } from './number-words.ts';
import type { Readable } from './readable.ts';
import { isUnspaced } from './words.ts';
import { digitRunEnd, type Group, hasUnit, isDigit, readNumber } from './written-number.ts';

export interface WrittenNumber {
  groups: Group[];
  start: number;
  end: number;
}

const abbreviatesNumber = /^(?:no|nr|num|number|nummer|numer|numero)$/;
const anyLanguage: ReadonlySet<string> = new Set();
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
      const end = wordEnd(folded, at, limit);
      const masked = maskedNumber(readable, at, limit);
      if (masked !== undefined) return masked;
      const number = readNumberAt(readable, at, end, limit);
      const isNumber = isSpelledOut(number) || isLookAlikeNumber(number);
      if (isNumber && !isWordBefore(number) && !beginsWithTie(readable, number)) return written(number);
      // "S21", "A14", "iphone12": the digits belong to the word; in "no356…" they do not.
      const glued = isDigit(folded.charCodeAt(end)) && !isUnspaced(folded.charCodeAt(end - 1));
      at = glued && !abbreviatesNumber.test(folded.slice(at, end)) ? tokenEnd(folded, at, limit) : end;
    } else {
      const masked = maskedNumber(readable, at, limit);
      if (masked !== undefined) return masked;
      at = readMask(folded, at, limit)?.end ?? at + 1;
    }
  }
  return undefined;
}

function readNumberAt(readable: Readable, at: number, end: number, limit: number): Group[] {
  if (startsNumber(readable, at, end)) return readNumber(readable, at, limit, 'liberal');
  if (digitsNearly(readable.folded.slice(at, end), anyLanguage).length === 0) return [];
  const number = readNumber(readable, at, limit, 'liberal');
  return number[0]?.misspelt ? number : [];
}

/** How far apart the masked groups of one number and its digits may stand: "**** - **** - *12". */
const MASK_REACH = 32;

/**
 * "xxxx4321", "•••46", "xxxxx-xxxxx-53598": a mask, or groups of them, before digits. One sign alone must cover the first digit of a
 * long number, else it is punctuation.
 */
function maskedNumber(readable: Readable, at: number, limit: number): WrittenNumber | undefined {
  const mask = readMask(readable.folded, at, limit);
  if (mask === undefined) return undefined;
  if (!isDigit(readable.text.charCodeAt(mask.end))) {
    return mask.length === 0 ? ending(readable, at, limit) : groupedMask(readable, at, limit);
  }
  if (mask.single && digitRunEnd(readable.text, mask.end, limit) - mask.end !== 14) return groupedMask(readable, at, limit);
  if (mask.single && isPunctuation(readable, at, mask.end)) return undefined;
  const groups = readNumber(readable, at, limit, 'liberal');
  return groups.length > 1 ? written(groups) : undefined;
}

/** "IMEI#35…", "imei_86…", "• 35…": fourteen digits that begin as an IMEI does are one without check digit, and the sign hides none. */
function isPunctuation({ text, folded }: Readable, at: number, end: number): boolean {
  const glued = isLetter(folded.charCodeAt(at - 1)) && '#_'.includes(text.charAt(at));
  return glued || reportingBody(text.slice(end, end + 2)).status === 'allocating';
}

/** "IMEI … 9524": an ellipsis and one group of digits, no year. */
function ending(readable: Readable, at: number, limit: number): WrittenNumber | undefined {
  const groups = readNumber(readable, at, Math.min(limit, at + MASK_REACH), 'liberal');
  const digits = groups[1]?.digits ?? '';
  const isEnding = groups.length === 2 && /^\d{4,8}$/.test(digits) && !/^20[12]\d$/.test(digits) && !groups[1]?.gap.includes('\n');
  return isEnding && !hasUnit(readable, groups[1]?.end ?? limit) ? written(groups) : undefined;
}

/**
 * Several masked groups before digits are one number, if all together come to fifteen places, or nearly and the same gap keeps all of them
 * apart: "x-xx-xxx-xxx8-35208".
 */
function groupedMask(readable: Readable, at: number, limit: number): WrittenNumber | undefined {
  const lineEnd = readable.text.slice(at, at + MASK_REACH).indexOf('\n');
  const groups = readNumber(readable, at, Math.min(limit, at + (lineEnd < 0 ? MASK_REACH : lineEnd)), 'liberal');
  const masks = groups.findIndex(({ how }) => how !== 'mask');
  const gap = groups[1]?.gap ?? '';
  // "*IMEI* *35…*": signs around a whole number hide nothing.
  if (groups.some(({ how, digits }) => how === 'digits' && digits.length >= 14)) return undefined;
  if (masks < 1 || (masks === 1 && (groups[0]?.digits.length ?? 0) < 2)) return undefined;
  let places = 0;
  for (const [index, group] of groups.entries()) {
    places += group.digits.length;
    const goesOn = groups[index + 1]?.gap === gap || groups[index + 1]?.gap === '';
    if (places === 15 && group.how === 'digits' && !goesOn) return written(groups.slice(0, index + 1));
  }
  const others = groups.findIndex((group, index) => index > 0 && group.gap !== gap && group.gap !== '');
  const same = groups.slice(0, others < 0 ? groups.length : others);
  const isOne = masks > 1 && same.length > masks && Math.abs(same.reduce((sum, { digits }) => sum + digits.length, 0) - 15) < 4;
  return isOne ? written(same) : undefined;
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
  if (digitOfCharacter(folded.charAt(at)) !== undefined) return true;
  if (isDigit(folded.charCodeAt(end))) return end - at <= 6 && isAllLookAlike(text, at, end);
  const word = folded.slice(at, end).replace(/['’ʼ`]/g, '');
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
  return first?.how === 'words' && rest[0]?.gap !== '' && digits >= 15 && digits <= 16;
}

/**
 * "imei number hai teen paanch …": "is" in one language, two in another. It is the first of fifteen digits written one by one, or a zero
 * ("o one three …"), or no digit.
 */
function beginsWithTie({ folded }: Readable, number: readonly Group[]): boolean {
  const [first, second] = number;
  if (first?.how !== 'words' || first.digits === '0' || !isTie(folded.slice(first.start, first.end))) return false;
  return second?.digits.length !== 1 || number.reduce((sum, { digits }) => sum + digits.length, 0) !== 15;
}

function isSpelledOut(number: readonly Group[]): boolean {
  const spelled = number.filter((group) => group.how === 'words');
  const digits = number.reduce((sum, group) => sum + group.digits.length, 0);
  const mostlyDigits = spelled.length > 0 && digits >= 14 && !number.some((group) => group.how === 'mask');
  if (spelled.some(({ misspelt }) => misspelt)) return digits >= 13;
  return spelled.length >= LEAST_WORDS || mostlyDigits || (spelled[0]?.digits.length ?? 0) >= LEAST_WORDS;
}

/** A number that begins with a look-alike must be long and mostly digits, else it is a model or a word. */
function isLookAlikeNumber(number: readonly Group[]): boolean {
  const digits = number.reduce((sum, group) => sum + group.digits.length, 0);
  return number.some((group) => group.how === 'look-alikes') && digits >= 13;
}

/** Where the word ends that starts at `at`; in scripts without spaces, where a digit may start: "号是三五…". */
function wordEnd(folded: string, at: number, limit: number): number {
  let end = at + 1;
  // は and its like stand between a label and what it says.
  if ('はがのを'.includes(folded.charAt(at)) && !isNumberWord(folded, at, limit)) return end;
  while (end < limit && isLetter(folded.charCodeAt(end)) && !(isUnspaced(folded.charCodeAt(end)) && digitOfCharacter(folded.charAt(end))))
    end++;
  return end;
}

function tokenEnd(folded: string, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit && (isDigit(folded.charCodeAt(end)) || isLetter(folded.charCodeAt(end)))) end++;
  return end;
}

function isNumberWord(folded: string, at: number, limit: number): boolean {
  let end = at;
  while (end < limit && isLetter(folded.charCodeAt(end))) end++;
  return digitsOfPhrase(folded.slice(at, end)) !== undefined;
}
