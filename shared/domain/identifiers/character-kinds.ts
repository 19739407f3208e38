/** What a character may mean to the reader of identifiers, told at a glance: from a table, one UTF-16 unit at a time. */

import { digitValue } from './digit-characters.ts';
import { mayStartLabel } from './label-glance.ts';

/** Parts digits from one another: letters and most signs. */
export const OTHER = 0;
/** May stand between the digits of one number. */
export const JOINER = 1;
/** Leaves no mark on the screen, neither joins nor parts. */
export const NOTHING = 2;
export const DIGIT = 3;
/** Letters and signs that may belong to a label. */
export const LETTER_OF_LABEL = 4;
export const AMPERSAND = 5;
/** A letter of another script, whose labels are other words. Parts digits as well. */
export const OTHER_SCRIPT = 6;
/** A digit, letter or label in disguise: only making the text readable can tell. */
export const EXOTIC = 7;
/** To be told only with its neighbours: halves of pairs, raised digits. */
const IN_COMPANY = 8;
const UNKNOWN = 9;

/** One place for each UTF-16 unit, filled in when the unit is first met: most of them never are. */
const kinds = new Uint8Array(0x10000).fill(UNKNOWN);

/** What the character at `at` may mean. Digits of every script are `DIGIT`. */
export function kindAt(text: string, at: number): number {
  const kind = kinds[text.charCodeAt(at)] ?? OTHER;
  return kind < IN_COMPANY ? kind : rareKindAt(text, at, kind);
}

function rareKindAt(text: string, at: number, tabled: number): number {
  const code = text.charCodeAt(at);
  const kind = tabled === UNKNOWN ? kindOfUnit(code) : tabled;
  kinds[code] = kind;
  return kind === IN_COMPANY ? kindInCompany(text, at, code) : kind;
}

/** The value of the digit at `at`. */
export function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 0x80 ? code - 48 : (digitValue(text.codePointAt(at) ?? 0) ?? 0);
}

/**
 * The first place in `[from, end)` that is part of what looks like a label, or that only its neighbours explain; `end` if there is none.
 * Digits and what joins or parts them are passed over. Every character of a page's text is looked at here: this loop is where the time goes.
 */
export function nextSpot(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const kind = kinds[text.charCodeAt(at)] ?? OTHER;
    if (kind >= LETTER_OF_LABEL && (kind !== LETTER_OF_LABEL || mayStartLabel(text, at))) return at;
  }
  return end;
}

/** The same for a character that stands alone, as a reference in a page does. */
export function kindOfCodePoint(codePoint: number): number {
  return kindAt(String.fromCodePoint(codePoint), 0);
}

function kindOfUnit(code: number): number {
  if (code < 0x80) return kindOfAscii(code);
  if (code < 0x180) return kindOfLatin(code);
  if (code >= 0xdc00 && code < 0xe000) return NOTHING;
  if (code >= 0xd800 && code < 0xdc00) return kindOfFirstHalf(code);
  const kind = kindOfForeign(code);
  return kind === OTHER && code >= 0x370 && code !== 0xfffd ? OTHER_SCRIPT : kind;
}

function kindOfAscii(code: number): number {
  if (code >= 48 && code < 58) return DIGIT;
  const character = String.fromCharCode(code);
  if ('mMsS#'.includes(character)) return LETTER_OF_LABEL;
  if (character === '&') return AMPERSAND;
  return " -./_|:~+=*,'()[]\\".includes(character) ? JOINER : OTHER;
}

function kindOfLatin(code: number): number {
  if (code === 0xad) return NOTHING;
  if (code === 0xb2 || code === 0xb3 || code === 0xb9) return IN_COMPANY;
  return code === 0xa0 || code === 0xb7 ? JOINER : OTHER;
}

/** Pictures join; mathematical and enclosed characters may be digits or spell a label. */
function kindOfFirstHalf(code: number): number {
  const first = (code - 0xd800) * 0x400 + 0x10000;
  for (let codePoint = first; codePoint < first + 0x400; codePoint++) if (digitValue(codePoint) !== undefined) return IN_COMPANY;
  return kindOfPair(code, 0);
}

function kindOfPair(first: number, second: number): number {
  return first === 0xd835 || (first === 0xd83c && second < 0xde00) || first >= 0xdb40 ? EXOTIC : JOINER;
}

function kindOfForeign(code: number): number {
  if (code < 0x2000 || (code >= 0xa600 && code < 0xac00) || code >= 0xff10) {
    if (isInvisible(code)) return NOTHING;
    if (digitValue(code) !== undefined) return DIGIT;
    // Full-width and small capital letters may spell a label.
    if ((code >= 0xff21 && code <= 0xff5a) || (code >= 0x1d00 && code <= 0x1d7f) || code === 0x26a)
      return isLabelLetter(code) ? EXOTIC : OTHER;
    return code >= 0xff01 && code <= 0xff20 ? JOINER : OTHER;
  }
  if (code < 0x2e80) return isInvisible(code) ? NOTHING : code === 0x202e ? EXOTIC : digitValue(code) !== undefined ? DIGIT : JOINER;
  return code === 0x3000 || (code >= 0xfe00 && code <= 0xff0f) ? (isInvisible(code) ? NOTHING : JOINER) : OTHER;
}

function kindInCompany(text: string, at: number, code: number): number {
  if (code >= 0xd800) return digitValue(text.codePointAt(at) ?? 0) === undefined ? kindOfPair(code, text.charCodeAt(at + 1)) : DIGIT;
  // "m²" is an area; digits are raised in a row.
  return digitValue(text.charCodeAt(at + 1)) === undefined && digitValue(text.charCodeAt(at - 1)) === undefined ? OTHER : DIGIT;
}

/** Full-width I, M, E; small capitals ɪ, ᴍ, ᴇ. */
function isLabelLetter(code: number): boolean {
  return [0xff29, 0xff2d, 0xff25, 0xff49, 0xff4d, 0xff45, 0x1d0d, 0x1d07, 0x26a].includes(code);
}

/** Zero-width and format characters, combining marks, variation selectors, keycaps. */
function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    code === 0x61c ||
    code === 0x180e ||
    code === 0x115f ||
    code === 0x1160
  );
}
