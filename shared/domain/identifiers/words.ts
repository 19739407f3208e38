/** Where words start and end in folded text, and the form in which they are looked up. */

import { isLetter } from './letters.ts';

/**
 * "l'envers" and "dell'ordine" are looked up without their article, "e.g.", "z.B." and "a/c" without their signs; other apostrophes are
 * part of the word.
 */
export function wordBetween(folded: string, at: number, end: number): string {
  const word = folded.slice(at, end);
  // Most words hold none of these signs.
  if (!/['’ʼ`./]/.test(word)) return word;
  if (word.length <= 6 && /[./]/.test(word)) return word.replace(/[./ ]/g, '');
  return word.replace(/^(?:[ldnsjmtc]|qu|dell|sull|nell|all|un)['’ʼ`]/, '').replace(/['’ʼ`]/g, '');
}

/** Where the word that starts at `at` ends; abbreviations ("z. B.", "a/c") are one word. */
export function wordEnd(folded: string, at: number, limit: number): number {
  let end = letterRunEnd(folded, at, limit);
  if (end - at === 1 && /^\. [^\W\d_]\./u.test(folded.slice(end, end + 4))) return end + 3;
  // One or two letters, a stop or slash, and a few more: an abbreviation.
  while (end - at <= 4 && '/.'.includes(folded.charAt(end) || ' ')) {
    const next = letterRunEnd(folded, end + 1, limit);
    if (next === end + 1 || next - end > 3 || (end - at > 2 && !/[./]/.test(folded.slice(at, end)))) break;
    end = next;
  }
  return end;
}

function letterRunEnd(folded: string, at: number, limit: number): number {
  let end = at;
  const unspaced = isUnspaced(folded.charCodeAt(at));
  while (end < limit) {
    const code = folded.charCodeAt(end);
    // "IMEI逆順" is two words.
    if (isUnspaced(code) !== unspaced && isLetter(code)) break;
    // The dash of "バーコード" has become a hyphen.
    const isLongVowel = code === 45 && isKana(folded.charCodeAt(end - 1)) && isKana(folded.charCodeAt(end + 1));
    if (
      isLetter(code) ||
      (isLongVowel && end > at) ||
      ((code === 39 || code === 0x2019) && end > at && isLetter(folded.charCodeAt(end + 1)))
    )
      end++;
    else break;
  }
  return end;
}

/** Thai, Lao, Burmese, Khmer; Chinese, Japanese, Korean: words are not, or not all, parted by spaces. */
export function isUnspaced(code: number): boolean {
  return (code >= 0xe00 && code < 0x10a0) || (code >= 0x1780 && code < 0x1800) || code > 0x2e00;
}

function isKana(code: number): boolean {
  return code >= 0x3041 && code <= 0x30ff;
}
