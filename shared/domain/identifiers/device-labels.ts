/** Words that announce an IMEI, MEID or serial number, however they are spelled, spaced or dressed up. */

import { makeReadable } from './readable.ts';

/** `imei` and `meid` announce a number of that kind; `serial` a maker's serial number. */
export type LabelKind = 'imei' | 'imeisv' | 'meid' | 'serial';

export interface DeviceLabel {
  kind: LabelKind;
  /** In the readable text, end exclusive. `end` is behind a slot number where one belongs to the label (`IMEI 2:`). */
  start: number;
  end: number;
  /** As it stands there, folded: `imei 1`. */
  word: string;
  /** Where the label ends if its slot number is the number's first digit instead: "imei1353…" */
  endWithoutSlot: number;
}

/** Labels in other scripts, as seen on phones and in listings; these in scripts that put spaces between words. */
const imeiInSpacedScripts = [
  ...['имеи', 'имей', 'имэй', 'имеий', 'імей', 'імеї', 'ιμει', 'אימיי', 'אימאי'],
  ...['الايمي', 'الآيمي', 'الايماي', 'ايمي', 'إيمي', 'ايماي', 'آي إم إي آي', 'اي ام اي اي'],
  ...['آیمی', 'آئی ایم ای آئی', 'آئی ایم ای ائی', 'آی ام ای آی'],
  ...['आईएमईआई', 'आई एम ई आई', 'आइएमइआइ', 'आईएमआई', 'आई.एम.ई.आई', 'আইএমইআই', 'আই এম ই আই', 'આઈએમઈઆઈ', 'ஐஎம்இஐ', 'ਆਈਐਮਈਆਈ'],
].map(folded);

/** And these in scripts that put none, where particles follow at once: `串号是`, `IMEIは`. */
const imeiInUnspacedScripts = [
  ...['串号', '串號', '串码', '串碼', '手机识别码', '移动设备识别码', '移动设备识别', '国际移动设备', '设备识别码', '設備識別碼'],
  ...['端末識別番号', '識別番号', '아이엠이아이', '단말기고유번호', '단말기 고유번호', '단말기 식별번호', 'อีมี่', 'อีมี', 'ไอเอ็มอีไอ'],
].map(folded);

function folded(label: string): string {
  return makeReadable(label).folded;
}

const serialLabels = [
  'serial', 'serie no', 'serial no', 's/n', 'sn', 'seriennummer', 'seriennr', 'serien-nr', 'serien nr', 'numero de serie', 'n° de serie', 'no de serie', 'num serie',
  'numero di serie', 'numero seriale', 'seriale', 'numer seryjny', 'nr seryjny', 'seri no', 'seri numarasi', 'serienummer', 'sarjanumero', 'seriove cislo',
  'серийный номер', 'серийник', 'сериен номер', 'серійний номер', 'серийный', 'سيريال', 'الرقم التسلسلي', 'سیریل نمبر', 'سیریل', 'सीरियल नंबर', 'सीरियल',
  '序列号', '序號', '序列號', 'シリアル番号', 'シリアル', '製造番号', '일련번호', 'serienr',
].map(folded); // biome-ignore format: a table

const i = '[i1l|!¡]';
/** IMEI, with the slips of hand that are one letter away, spaced or dotted evenly, and MEID, ESN and the keypad code that shows them. */
const latin = [
  `(?<imei>${i}m[e3]${i}|im[e3][il]{2}|i{2}mei|imie|iemi|emei|imey|imai|imeu|immei|i([ ._*'-]{1,2})m\\k<sep>e\\k<sep>i|[*•]? ?#0?6#)`.replace(
    '([ ._',
    '(?<sep>[ ._',
  ),
  '(?<meid>me[i1l]d|m([._-])e\\k<dot>i\\k<dot>d|esn)'.replace('([._-])', '(?<dot>[._-])'),
];
/** "IMEI 1:", "imei2", "IMEI (A)"; glued to the number only where a whole one follows ("imei1356938…"). */
const slot = String.raw`(?:['’]?s(?![a-z])|\s?/\s?(?=me[i1l]d))?(?<sv>[ /_-]{0,3}(?:svn?|software ?version)(?![a-z]))?(?<slot>[ _#-]{0,2}[(\[]?(?:no\.? ?)?[1-4ab][)\]]?(?![a-z\d])|[12](?=[03589]\d(?:[ -]?\d){11}))?`;

/** A whole word: the Arabic for e-mail (`الايميل`) and the Bulgarian (`имейл`) begin with one of the labels. */
const spaced = `(?<![a-zа-яіїє])(?:${imeiInSpacedScripts.join('|')})(?![a-z\u0370-\u0dff])`;

const pattern = new RegExp(`(?:${latin.join('|')}|(?<script>${spaced}|${imeiInUnspacedScripts.join('|')}))${slot}`, 'g');
/** Most texts hold no letter of another script, and searching them for Latin labels alone takes a third of the time. */
const latinPattern = new RegExp(`(?:${latin.join('|')})${slot}`, 'g');
const otherScript = /[\u0370-\u1fff\u2e80-\ud7ff]/;
const serialPattern = new RegExp(`(?<![a-z])(?:${serialLabels.join('|')})(?![a-z])`, 'g');

/** Every label for an IMEI or MEID in the folded text, in order. Linear: each alternative is bounded. */
export function findDeviceLabels(folded: string, source: string): DeviceLabel[] {
  const labels: DeviceLabel[] = [];
  for (const match of folded.matchAll(otherScript.test(folded) ? pattern : latinPattern)) {
    const { groups = {}, index: start } = match;
    const end = start + match[0].length;
    const name = groups['imei'] ?? groups['meid'] ?? groups['script'] ?? '';
    if (groups['script'] === undefined && !standsAlone(folded, source, start, start + name.length)) continue;
    const kind = groups['meid'] !== undefined ? 'meid' : groups['sv'] !== undefined ? 'imeisv' : 'imei';
    labels.push({ kind, start, end, word: match[0], endWithoutSlot: end - (groups['slot']?.length ?? 0) });
  }
  return labels;
}

/** Labels for serial numbers. Apart, because they are common words and announce nothing that could be checked. */
export function findSerialLabels(folded: string): DeviceLabel[] {
  return Array.from(folded.matchAll(serialPattern), (match) => {
    const end = match.index + match[0].length;
    return { kind: 'serial', start: match.index, end, word: match[0], endWithoutSlot: end };
  });
}

/** Not the middle of a word ("Heimeinrichtung"), but "dualIMEI", "deviceImei", "imeino" and "imei356…" are labels. */
function standsAlone(folded: string, source: string, start: number, end: number): boolean {
  const before = folded.charCodeAt(start - 1);
  const capitalStart = /[A-Z]/.test(source.charAt(start)) && !/[A-Z]/.test(source.charAt(start - 1));
  // "phoneimei356…": a whole number right behind makes up for the letters before.
  if (isLatinLetter(before) && !capitalStart && !/^[12]?[:=#_ -]{0,2}\d{14}/.test(folded.slice(end, end + 20))) return false;
  if (isDigit(before) && !/[a-z*#•]/.test(folded.charAt(start))) return false;
  if (!isLatinLetter(folded.charCodeAt(end))) return true;
  return (
    /^(?:s|sv|no|nr|num|numb|number|nummer|nummern|code|kod|koodi|numero|szam|info|pro|is|a|b|i{1,2}|and|check|value|of)(?![a-z])/.test(
      folded.slice(end, end + 8),
    ) ||
    (/[A-Z]/.test(source.charAt(end)) && !/[A-Z]/.test(source.charAt(end - 1)))
  );
}

function isLatinLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
