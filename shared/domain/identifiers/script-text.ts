/** Scripts, JSON-LD and state blobs: only the neighbourhood of a label is read, with the escapes of JavaScript strings undone. */

import { type Passage, type Piece, passageOf } from './passage.ts';

/**
 * What opens a neighbourhood: part of "imei", "meid", "serialNumber". Two alternatives that begin with few letters, whatever their case:
 * the search runs over megabytes of code. And a few labels in Chinese, for scripts that hold their first sign.
 */
const label = /mei|mie|erial[n_ ]/gi;
/** `\u0069mei`: the i alone tells where to look. */
const labelOrEscape = /mei|mie|erial[n_ ]|u00[46]9\\+u00[46]d/gi;
const labelOrChinese = /mei|mie|erial[n_ ]|串[号码碼號]|识别码/gi;

/** "mein" and "timeline" are no labels: an i before, or the end of the word or "meid" behind. Nor is "runtimeInfo". */
function isLabel(source: string, at: number, found: string): boolean {
  if (found.startsWith('u00')) return true;
  if (/^erial(?:N|_n| [nN])/.test(source.slice(at, at + 7))) return true;
  if (found === 'mie') return /[iI]$/.test(source.charAt(at - 1)) && !/[a-z]/i.test(source.charAt(at + 3));
  if (found !== 'mei' && found !== 'MEI' && found !== 'Mei') return found.charCodeAt(0) > 127;
  return /[iI1lL|]/.test(source.charAt(at - 1)) || !/[a-ce-z]/i.test(source.charAt(at + 3));
}

const BEFORE = 120;
const BEHIND = 400;

/** The neighbourhoods of the labels in `html.slice(start, end)`, overlapping ones made one. */
export function scriptPassages(html: string, start: number, end: number, where: string): Passage[] {
  const source = html.slice(start, end);
  const passages: Passage[] = [];
  let from = -1;
  let to = -1;
  const close = () => {
    if (from >= 0) passages.push(unescaped(source, from, to, start, where));
  };
  const isEscaped = source.includes('u0069') || source.includes('u0049');
  const search = source.includes('串') || source.includes('识别码') ? labelOrChinese : isEscaped ? labelOrEscape : label;
  for (const { index, 0: found } of source.matchAll(search)) {
    if (!isLabel(source, index, found)) continue;
    if (from < 0 || index - BEFORE > to) {
      close();
      from = Math.max(0, index - BEFORE);
    }
    to = Math.min(source.length, index + BEHIND);
  }
  close();
  return passages;
}

const stringEscape = /\\+(?:u\{?([\da-f]{2,6})\}?|x([\da-f]{2})|(.))/gi;

/** `\u0033` is 3 and `\n` a line break; a doubled backslash belongs to JSON inside a string. */
function unescaped(source: string, from: number, to: number, start: number, where: string): Passage {
  const text = source.slice(from, to);
  const pieces: Piece[] = [];
  let at = 0;
  const place = start + from;
  const plain = (end: number) => {
    if (end > at) pieces.push({ text: text.slice(at, end), start: place + at, end: place + end, hidden: false });
  };
  for (const match of text.matchAll(stringEscape)) {
    plain(match.index);
    at = match.index + match[0].length;
    pieces.push({ text: meaningOf(match), start: place + match.index, end: place + at, hidden: false });
  }
  plain(text.length);
  return passageOf(pieces, { where, bare: false, unseen: true });
}

function meaningOf([, unicode, byte, letter]: RegExpMatchArray): string {
  const code = unicode ?? byte;
  if (code !== undefined) return Number.parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(code, 16)) : ' ';
  return letter === 'n' || letter === 'r' ? '\n' : letter === 't' ? '\t' : (letter ?? '');
}

/** The key under which a find stands in JSON, for `json-ld:serialNumber`; empty when none is near. */
export function keyBefore(html: string, at: number): string {
  const before = html.slice(Math.max(0, at - 240), at);
  const keys = [...before.matchAll(/["']([\w@.-]{1,40})\\{0,3}["']\s{0,3}:/g)];
  return keys.at(-1)?.[1] ?? '';
}
