/** A number as somebody wrote it: groups of digits, words, look-alikes and masks, and what stands between them. */

import { isLetter } from './letters.ts';
import { digitsLike } from './look-alikes.ts';
import { isMaskWord, readMask } from './masks.ts';
import { digitsNearly, languagesOfDigit } from './misspelt-words.ts';
import { digitOfCharacter, digitsOfCompound, digitsOfPhrase, longestPhraseFrom, timesOf } from './number-words.ts';
import type { Readable } from './readable.ts';
import { meaningsOf } from './vocabulary.ts';
import { isUnspaced } from './words.ts';

export interface Group {
  /** ASCII digits, `?` for a hidden one. Doubtful digits show their likeliest reading. */
  digits: string;
  /** In the readable text, end exclusive. */
  start: number;
  end: number;
  /** What stands between the group before and this one; empty where they touch. */
  gap: string;
  how: 'digits' | 'words' | 'look-alikes' | 'mask';
  /** Positions in `digits` that may be read otherwise, each with all its readings, likeliest first. */
  doubts?: { at: number; readings: readonly number[] }[];
  /** A word that is none, but nearly: it counts only in fifteen digits that pass. */
  misspelt?: boolean;
  /** The sign of a mask of one, which may be a separator. */
  single?: string;
}

/**
 * How far a reader goes: `strict` takes digits on one line; `liberal`, behind a label, takes everything people do to digits.
 * `piped` is liberal with `|`, `&` and their like for separators instead of look-alikes.
 */
export type Manner = 'strict' | 'liberal' | 'piped';

/** An identifier needs 32 digits at most (an EID, to be told apart); longer numbers are cut off after this many groups. */
const MOST_GROUPS = 64;

/** Reads the number that starts at `at`: as many groups as hang together. Empty when none starts there. */
export function readNumber(readable: Readable, at: number, limit: number, manner: Manner): Group[] {
  const groups: Group[] = [];
  let cursor = at;
  while (groups.length < MOST_GROUPS) {
    const gapEnd = groups.length === 0 ? cursor : skipGap(readable, cursor, limit, manner);
    if (gapEnd < 0 || gapEnd >= limit) break;
    const gap = readable.text.slice(cursor, gapEnd);
    const read = readGroup(readable, gapEnd, limit, manner, groups);
    if (read.length === 0) break;
    for (const [index, group] of read.entries()) groups.push(index === 0 ? { ...group, gap } : group);
    cursor = groups.at(-1)?.end ?? limit;
  }
  return withoutStrayWord(groups);
}

/** "…6392 / un choc", "… 2095 \n Très bon": one or two number words behind digits are the next sentence, unless they are what is missing. */
function withoutStrayWord(groups: Group[]): Group[] {
  const spelledFrom = groups.findLastIndex((group) => group.how !== 'words') + 1;
  const spelled = groups.length - spelledFrom;
  if (
    spelled === 0 ||
    spelled > 2 ||
    groups[spelledFrom]?.gap === '' ||
    spelledFrom === 0 ||
    (groups[spelledFrom - 1]?.digits.length ?? 0) < 2
  )
    return groups;
  const whole = groups.reduce((sum, group) => sum + group.digits.length, 0) === 15 && !groups[spelledFrom]?.gap.includes('\n');
  return whole ? groups : groups.slice(0, spelledFrom);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function digitRunEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** Signs that keep no digits apart: amounts, questions and exclamations (unless a digit is glued to them). */
const neverBetween = '£$€₹₽¥₺₴฿°';
const onlyGlued = '?!%@&§';

function isSeparator(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (neverBetween.includes(sign)) return false;
  return !onlyGlued.includes(sign) || isDigit(text.charCodeAt(at + 1));
}

/** Up to three signs and spaces between groups; on behind a label also line breaks. Returns -1 when the number ends here. */
function skipGap(readable: Readable, from: number, limit: number, manner: Manner): number {
  const { text, folded } = readable;
  const liberal = manner !== 'strict';
  const furthest = Math.min(limit, from + (liberal ? 16 : 3) + 1);
  let signs = 0;
  let lines = 0;
  let at = from;
  for (; at < furthest; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) return at;
    if (code === 32) continue;
    if (code === 10 || code === 9 || code === 13) {
      if (!liberal || ++lines > 4) return -1;
      continue;
    }
    if (liberal && readMask(folded, at, limit) !== undefined) return at;
    if (isLetter(folded.charCodeAt(at)) || isLookAlikeSign(text, at, manner) || !isSeparator(text, at)) break;
    if (++signs > 3) return -1;
  }
  if (at >= furthest && at < limit) return -1;
  if (!liberal) return -1;
  if (!isLetter(folded.charCodeAt(at)) && !isLookAlikeSign(text, at, manner)) return -1;
  return skipSpokenSeparator(readable, at, limit, manner) ?? at;
}

const spoken =
  /(?:dash|slash|hyphen|space|minus|comma|punkt|strich|bindestrich|tiret|espace|guion|barra|kreska|trattino|spazio|streepje|hífen|hifen)(?![a-z])/y;

/** "three five dash six nine": the word is a separator as the sign would be. */
function skipSpokenSeparator(readable: Readable, at: number, limit: number, manner: Manner): number | undefined {
  spoken.lastIndex = at;
  return spoken.test(readable.folded) ? skipGap(readable, spoken.lastIndex, limit, manner) : undefined;
}

function readGroup(readable: Readable, at: number, limit: number, manner: Manner, before: readonly Group[]): Group[] {
  const { text, folded } = readable;
  if (isDigit(text.charCodeAt(at))) {
    const end = digitRunEnd(text, at, limit);
    const glued = end < limit && isLetter(folded.charCodeAt(end)) && !isUnspaced(folded.charCodeAt(end));
    const sign = end < limit && end - at < 15 && manner !== 'strict' && !glued && isLookAlikeSign(text, end, manner);
    if (!glued && !sign)
      return isAmount(readable, at, end, before) ? [] : [{ digits: text.slice(at, end), start: at, end, gap: '', how: 'digits' }];
    if (manner !== 'strict') return readToken(readable, at, limit, manner, before);
    return end - at >= 14 ? [{ digits: text.slice(at, end), start: at, end, gap: '', how: 'digits' }] : [];
  }
  if (manner === 'strict') return [];
  const mask = readMask(folded, at, limit);
  if (mask !== undefined) return [maskGroup(at, mask.end, mask.length, mask.single ? folded.charAt(at) : undefined)];
  return isLetter(folded.charCodeAt(at)) || isLookAlikeSign(text, at, manner) ? readLetters(readable, at, limit, manner, before) : [];
}

const currencyOrUnit =
  /^ ?(?:%(?!\d)|[€£$₹₽¥₺₴฿°元円원]|(?:gb|tb|go|гб|جيجا|جي بي|جی بی|जीबी|mah|mp|mm|cm|euros?|eur|gbp|usd|pounds?|quid|zl|pln|lei|ron|kc|ft|tl|rs|rub|руб|aed|sar|ريال|درهم|روپے|रुपये|kr|sek|months?|monate?|mois|years?|percent|prozent|procent|pour cent|por ciento|per cento|ono|vb)(?![a-z]))/;

/** "128 GB", "240 ono": a short number before a unit, which belongs to the sentence and not to the number before it. */
function isAmount({ folded }: Readable, at: number, end: number, before: readonly Group[]): boolean {
  return before.length > 0 ? end - at <= 5 && currencyOrUnit.test(folded.slice(end, end + 12)) : false;
}

/** The same for a number that stands alone. */
export function hasUnit({ folded }: Readable, end: number): boolean {
  return currencyOrUnit.test(folded.slice(end, end + 12));
}

/** `$`, `|`, `!` and the like right before a digit, or at the very end of the number. */
function isLookAlikeSign(text: string, at: number, manner: Manner): boolean {
  const sign = text.charAt(at);
  if (sign === '' || !'|!$@&§'.includes(sign) || manner === 'piped') return false;
  return manner !== 'strict' && (isDigit(text.charCodeAt(at + 1)) || (sign === '|' && !/[\s]/.test(text.charAt(at - 1))));
}

function maskGroup(start: number, end: number, length: number, single: string | undefined): Group {
  const group: Group = { digits: '?'.repeat(Math.min(length, 20)), start, end, gap: '', how: 'mask' };
  return single === undefined ? group : { ...group, single };
}

/** Letters where digits are expected: a number word, a word for hidden digits, or look-alikes. */
function readLetters(readable: Readable, at: number, limit: number, manner: Manner, before: readonly Group[]): Group[] {
  const { text, folded } = readable;
  const single = digitOfCharacter(folded.charAt(at));
  if (single !== undefined) return [{ digits: single, start: at, end: at + 1, gap: '', how: 'words' }];
  const end = letterRunEnd(folded, at, limit);
  const word = folded.slice(at, end).replace(/['’ʼ`]/g, '');
  if (!isDigit(text.charCodeAt(end))) {
    const spelled = readSpelled(readable, at, end, limit, before);
    if (spelled !== undefined) return [spelled];
    if (isMaskWord(word) && before.length > 0) return [maskGroup(at, end, /^(.)\1+$/.test(word) ? word.length : 0, undefined)];
  }
  return readToken(readable, at, limit, manner, before);
}

function readSpelled(readable: Readable, at: number, end: number, limit: number, before: readonly Group[]): Group | undefined {
  const word = readable.folded.slice(at, end).replace(/['’ʼ`]/g, '');
  const times = timesOf(word);
  if (times !== undefined) return readRepeated(readable, at, end, limit, times);
  const phrase = longestPhrase(readable, at, end, limit, word);
  if (phrase !== undefined) return phrase;
  const compound = digitsOfCompound(word);
  if (compound !== undefined) return { digits: compound, start: at, end, gap: '', how: 'words' };
  return misspelt(readable, at, end, limit, before);
}

/**
 * "thre fiv six": a word is taken for a misspelt number word only beside others, behind two of them or before two, and in the languages
 * that the well-spelt ones are of.
 */
function misspelt(readable: Readable, start: number, end: number, limit: number, before: readonly Group[]): Group | undefined {
  const { folded } = readable;
  if (!before.slice(-2).every(({ how }) => how === 'words')) return undefined;
  const spelt = before.map((group) => folded.slice(group.start, group.end));
  const isBehind = spelt.length > 1;
  const beside = isBehind ? spelt : [...spelt, ...wordsBehind(readable, end, limit)];
  const languages = commonest(beside.flatMap(languagesOfDigit));
  if (beside.some((word) => !heard.has(word) && languagesOfDigit(word).length === 0 && digitsNearly(word, languages).length === 0))
    return undefined;
  const word = folded.slice(start, end);
  const readings = (isBehind && heard.get(word)) || digitsNearly(word, languages);
  const [likeliest] = readings;
  if (beside.length < 2 || likeliest === undefined) return undefined;
  return { digits: String(likeliest), start, end, gap: '', how: 'words', doubts: [{ at: 0, readings }], misspelt: true };
}

function commonest(names: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return new Set([...counts].filter(([, count]) => count === most).map(([name]) => name));
}

/** "no" is nine to a Hindi speaker who writes by ear; anywhere else it numbers what follows. */
const heard = new Map([['no', [9]]]);

function wordsBehind(readable: Readable, from: number, limit: number): string[] {
  const words: string[] = [];
  for (let cursor = from; words.length < 5; ) {
    const next = wordBehind(readable, cursor, limit);
    if (next === undefined) break;
    words.push(next.word);
    cursor = next.end;
  }
  return words;
}

function wordBehind({ text, folded }: Readable, from: number, limit: number): { word: string; end: number } | undefined {
  let start = from;
  while (start < limit && start - from < 3 && ' -,.\n'.includes(text.charAt(start))) start++;
  const end = letterRunEnd(folded, start, limit);
  return end > start && start > from ? { word: folded.slice(start, end), end } : undefined;
}

/** "thirty five" before "thirty": the longest phrase that is a number wins. */
function longestPhrase(readable: Readable, at: number, end: number, limit: number, word: string): Group | undefined {
  const { folded } = readable;
  let found = spelled(digitsOfPhrase(word), at, end);
  let phrase = word;
  let cursor = end;
  for (let words = longestPhraseFrom(word); words > 1; words--) {
    if (!' -'.includes(folded.charAt(cursor)) || cursor + 1 >= limit) break;
    const nextEnd = letterRunEnd(folded, cursor + 1, limit);
    if (nextEnd === cursor + 1) break;
    phrase += ` ${folded.slice(cursor + 1, nextEnd)}`;
    found = spelled(digitsOfPhrase(phrase), at, nextEnd) ?? found;
    cursor = nextEnd;
  }
  return found;
}

function spelled(digits: readonly string[] | undefined, start: number, end: number): Group | undefined {
  const [first, ...rest] = digits ?? [];
  if (first === undefined) return undefined;
  const group: Group = { digits: first, start, end, gap: '', how: 'words' };
  const others = rest.filter((reading) => reading.length === 1);
  return others.length > 0 && first.length === 1 ? { ...group, doubts: [{ at: 0, readings: [first, ...others].map(Number) }] } : group;
}

/** "double four", "triple 7": the digit that follows, several times. */
function readRepeated(readable: Readable, at: number, end: number, limit: number, times: number): Group | undefined {
  const { text, folded } = readable;
  let next = end;
  while (next < limit && next - end < 3 && ' -.,'.includes(text.charAt(next))) next++;
  if (isDigit(text.charCodeAt(next))) {
    return { digits: text.charAt(next).repeat(times), start: at, end: next + 1, gap: '', how: 'words' };
  }
  const wordEnd = letterRunEnd(folded, next, limit);
  const digit = digitsOfPhrase(folded.slice(next, wordEnd))?.[0];
  if (digit?.length !== 1) return undefined;
  return { digits: digit.repeat(times), start: at, end: wordEnd, gap: '', how: 'words' };
}

function letterRunEnd(folded: string, at: number, limit: number): number {
  let end = at;
  while (end < limit) {
    const code = folded.charCodeAt(end);
    if (isLetter(code) || ((code === 39 || code === 0x2019) && end > at && isLetter(folded.charCodeAt(end + 1)))) end++;
    else break;
  }
  return end;
}

/** Capacities and model names are made of digits and look-alike letters too: 128GB, 5S, 8T. */
const capacity = /^(?:1|2|4|6|8|12|16|32|64|128|256|512|1024)(?:[gt]b?|go|gigs?)$/;
const model = /^\d{1,2}(?:[sabteph]|st|th|pa|ga|bis)$/;

/** Digits mixed with letters that look like digits, and with masks: `35S54Z9b06O7259`, `35xxxxxxxxxxx46`. */
function readToken(readable: Readable, at: number, limit: number, manner: Manner, before: readonly Group[]): Group[] {
  const { text, folded } = readable;
  const groups: Group[] = [];
  let digits = '';
  let doubts: NonNullable<Group['doubts']> = [];
  let start = at;
  let clear = 0;
  let cursor = at;
  const flush = (end: number) => {
    if (digits === '') return;
    const group: Group = { digits, start, end, gap: '', how: doubts.length > 0 ? 'look-alikes' : 'digits' };
    groups.push(doubts.length > 0 ? { ...group, doubts } : group);
    digits = '';
    doubts = [];
  };
  for (; cursor < limit && cursor - at < 200; ) {
    const code = text.charCodeAt(cursor);
    if (isDigit(code)) {
      digits += text.charAt(cursor++);
      clear++;
      continue;
    }
    const mask = folded.charCodeAt(cursor) === 120 ? readMask(folded, cursor, limit) : undefined;
    if (mask !== undefined && (groups.length > 0 || digits !== '' || isDigit(text.charCodeAt(mask.end)) || mask.length > 1)) {
      flush(cursor);
      groups.push(maskGroup(cursor, mask.end, mask.length, mask.single ? 'x' : undefined));
      start = cursor = mask.end;
      continue;
    }
    const isSign = clear + doubts.length < 15 && isLookAlikeSign(text, cursor, manner);
    const like = isLetter(folded.charCodeAt(cursor)) || isSign ? digitsLike(text.charAt(cursor)) : undefined;
    if (like === undefined) break;
    doubts.push({ at: digits.length, readings: like });
    digits += String(like[0]);
    cursor++;
  }
  const stoppedByLetter = cursor < limit && isLetter(folded.charCodeAt(cursor)) && !isUnspaced(folded.charCodeAt(cursor));
  flush(cursor);
  return acceptToken({ readable, at, end: cursor, groups, clear, stoppedByLetter, before });
}

interface Token {
  readable: Readable;
  at: number;
  end: number;
  groups: Group[];
  /** Real digits in it. */
  clear: number;
  stoppedByLetter: boolean;
  before: readonly Group[];
}

function acceptToken({ readable, at, end, groups, clear, stoppedByLetter, before }: Token): Group[] {
  const { text } = readable;
  const doubtful = groups.reduce((sum, group) => sum + (group.doubts?.length ?? 0), 0);
  const masked = groups.some((group) => group.how === 'mask');
  const clearEnd = digitRunEnd(text, at, end);
  const leading: Group[] = clearEnd > at ? [{ digits: text.slice(at, clearEnd), start: at, end: clearEnd, gap: '', how: 'digits' }] : [];
  // A label or a word grows out of the digits: only what is plainly a long number stays.
  if (stoppedByLetter) return masked && doubtful === 0 ? groups : clearEnd - at >= 6 ? leading : [];
  if (doubtful === 0) return groups;
  const written = text.slice(at, end).toLowerCase();
  if (capacity.test(written) || (model.test(written) && before.length === 0 && !digitsFollow(text, end))) return [];
  const already = before.reduce((sum, group) => sum + group.digits.length, 0);
  if (clear === 0) {
    if (isWordOfItsOwn(readable, at, end, before)) return [];
    if (end - at >= 14) return groups;
    const tied =
      ('-./_'.includes(text.charAt(at - 1)) && already + (end - at) <= 15) ||
      ('-./_'.includes(text.charAt(end)) && digitsFollow(text, end));
    if (tied && before.length === 0) return groups;
    return before.length > 0 && already < 15 && end - at <= 6 && (tied || isShouted(text.slice(at, end))) ? groups : [];
  }
  return clear + already >= doubtful || end - at >= 14 ? groups : [];
}

/** "ID", "EID", "GB", or a word on the next line: letters only, and no digits meant. */
function isWordOfItsOwn({ text, folded }: Readable, at: number, end: number, before: readonly Group[]): boolean {
  const last = before.at(-1);
  if (last !== undefined && text.slice(last.end, at).includes('\n')) return true;
  return meaningsOf(folded.slice(at, end)).size > 0 || currencyOrUnit.test(folded.slice(at, end + 2));
}

/** "3S 5429…": many digits right behind, so it is no model name. */
function digitsFollow(text: string, from: number): boolean {
  return (text.slice(from, from + 20).match(/\d/g)?.length ?? 0) >= 8;
}

/** A piece of letters only is taken for digits when it is no ordinary word: capitals, or l and o alone. */
function isShouted(piece: string): boolean {
  return piece === piece.toUpperCase() || /^[lo]{1,3}$/.test(piece);
}
