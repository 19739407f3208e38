/** Which language's words announce a number. "IMEI" is the same in most; "IMEI-Nummer" and "nr IMEI" are not. */

import type { DeviceLabel } from './device-labels.ts';
import type { Facts } from './find.ts';
import { isLetter } from './letters.ts';
import { foldWord, type Readable } from './readable.ts';

/** Words that stand in or right beside a label, by language (ISO 639-1). One word may belong to several. */
const wordsByLanguage: Record<string, string> = {
  en: 'number no code is my the phone device handset serial',
  de: 'nummer nr lautet ist die der meine gerätenummer seriennummer seriennr serien',
  fr: 'numéro code est le mon du de série',
  es: 'número núm código el es mi del de serie',
  it: 'numero codice il è del di seriale serie',
  pt: 'número núm código o é do de série',
  pl: 'nr numer kod to seryjny',
  ro: 'seria cod codul număr numărul nr este',
  nl: 'nummer nr het is mijn serienummer',
  sv: 'nummer nr är mitt serienummer',
  da: 'nummer nr er mit serienummer',
  nb: 'nummer nr er mitt serienummer',
  fi: 'numero koodi on sarjanumero',
  cs: 'číslo kód je sériové výrobní',
  hu: 'szám száma kód sorozatszám',
  tr: 'no numara numarası kodu seri',
  el: 'αριθμός κωδικός είναι σειριακός',
  ru: 'номер код серийный серийник имей имеи имэй',
  uk: 'номер код серійний імей',
  ar: 'رقم الرقم الجهاز التسلسلي سيريال الايمي الآيمي الايماي ايمي',
  ur: 'نمبر سیریل کا',
  fa: 'شماره سریال کد',
  hi: 'नंबर नम्बर संख्या सीरियल कोड',
  bn: 'নম্বর সংখ্যা কোড',
  id: 'nomor nomer kode',
  vi: 'số mã',
};

const languagesByWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(wordsByLanguage)) {
  for (const word of words.split(' ')) languagesByWord.set(foldWord(word), [...(languagesByWord.get(foldWord(word)) ?? []), language]);
}

/** What a script alone tells, first that fits: Urdu and Persian write Arabic letters of their own. */
const languagesByScript: [RegExp, string][] = [
  [/[\u0679\u0688\u0691\u06ba\u06cc\u06d2]/, 'ur, fa'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]|識別番号/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Hebrew}/u, 'he'],
];

const REACH = 24;

/**
 * The language of a label by the two words on either side of it on its line, else by its script: `de`, `ar`; several when they share the
 * words (`de, nl` for "IMEI nr"); `any` for the bare letters IMEI. For the reviewer: it carries no weight, for reading is as sure in each.
 */
function labelLanguage({ folded }: Readable, { start, end, word }: Pick<DeviceLabel, 'start' | 'end' | 'word'>): string {
  const before =
    folded
      .slice(Math.max(0, start - REACH), start)
      .split(/[\n\d,]|[.!?;]\s/)
      .at(-1) ?? '';
  const behind = folded.slice(end, end + REACH).split(/[\n\d]/, 1)[0] ?? '';
  const votes = new Map<string, number>();
  for (const each of [...wordsOf(before).slice(-2), ...wordsOf(word), ...wordsOf(behind).slice(0, 2)]) {
    for (const language of languagesByWord.get(each) ?? []) votes.set(language, (votes.get(language) ?? 0) + 1);
  }
  if (votes.size === 0) return languagesByScript.find(([script]) => script.test(word + before + behind))?.[1] ?? 'any';
  const most = Math.max(...votes.values());
  return [...votes].flatMap(([language, count]) => (count === most ? language : [])).join(', ');
}

/** What a reviewer is told of the label that announced a find. */
export function labelFacts(readable: Readable, label: DeviceLabel): Pick<Facts, 'labelWord' | 'labelLanguage'> {
  return { labelWord: label.word.trim(), labelLanguage: labelLanguage(readable, label) };
}

function wordsOf(folded: string): string[] {
  const words = [''];
  for (const character of folded) {
    if (isLetter(character.charCodeAt(0))) words[words.length - 1] += character;
    else if (words.at(-1) !== '') words.push('');
  }
  return words.filter((word) => word !== '');
}
