import type { Language } from '../advert.ts';
import { type Device, inMarkup, inText, label, type Way } from './way.ts';

const digitWords: Record<Language, readonly string[]> = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  de: ['null', 'eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'],
  pl: ['zero', 'jeden', 'dwa', 'trzy', 'cztery', 'pięć', 'sześć', 'siedem', 'osiem', 'dziewięć'],
};
const backwards: Record<Language, string> = { en: 'IMEI backwards', de: 'IMEI rückwärts', pl: 'IMEI od tyłu' };
const endsWith: Record<Language, string> = { en: 'IMEI ends in', de: 'IMEI endet auf', pl: 'IMEI kończy się na' };

/** Digits of another script, by the code point of its zero (Unicode category Nd; circled ones start at one). */
function inScript(imei: string, zero: number): string {
  return imei.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

function mapDigits(imei: string, table: Record<string, string>): string {
  return imei.replace(/\d/g, (digit) => table[digit] ?? digit);
}

function labelled(write: (imei: string, device: Device) => string): Way['write'] {
  return (device) => inText(`${label(device)} ${write(device.imei, device)}`);
}

/** Ways in which the number is there and yet not for everybody to find. */
export const obfuscatedWays: readonly Way[] = [
  { name: 'masked-end', write: labelled((imei, { random }) => `${imei.slice(0, 12)}${random.pick(['***', 'xxx', '•••', '…', '###'])}`) },
  {
    name: 'masked-middle',
    write: labelled((imei, { random }) => `${imei.slice(0, 9)}${random.pick(['xxx', '***', '___'])}${imei.slice(12)}`),
  },
  { name: 'last-digits', write: ({ imei, language }) => inText(`${endsWith[language]} ${imei.slice(-7)}`) },
  {
    name: 'number-words',
    write: labelled((imei, { language }) => [...imei].map((digit) => digitWords[language][Number(digit)]).join(' ')),
  },
  { name: 'look-alikes', write: labelled((imei) => mapDigits(imei, { 0: 'O', 1: 'l', 5: 'S' })) },
  { name: 'arabic-digits', write: labelled((imei) => inScript(imei, 0x0660)) },
  { name: 'devanagari-digits', write: labelled((imei) => inScript(imei, 0x0966)) },
  { name: 'full-width', write: labelled((imei) => inScript(imei, 0xff10)) },
  { name: 'bold-digits', write: labelled((imei) => inScript(imei, 0x1d7ce)) },
  { name: 'keycaps', write: labelled((imei) => imei.replace(/\d/g, '$&\ufe0f\u20e3')) },
  { name: 'zero-width', write: labelled((imei) => [...imei].join('\u200b')) },
  { name: 'reversed', write: ({ imei, language }) => inText(`${backwards[language]}: ${[...imei].reverse().join('')}`) },
  { name: 'split-in-prose', write: ({ imei, language }) => inText(splitSentence(imei, language)) },
  { name: 'one-a-line', write: labelled((imei) => [...imei].join('\n')) },
  {
    name: 'split-by-tags',
    write: ({ imei }) => inMarkup(`IMEI: <b>${imei.slice(0, 4)}</b><i>${imei.slice(4, 9)}</i><span>${imei.slice(9)}</span>`),
  },
  {
    name: 'decoy',
    write: ({ imei, random }) => inMarkup(`IMEI: ${imei.slice(0, 6)}<span style="display:none">${random.digits(4)}</span>${imei.slice(6)}`),
  },
  { name: 'comment', write: ({ imei }) => [{ place: 'comment', value: `imei ${imei}` }] },
  { name: 'hidden', write: ({ imei }) => [{ place: 'hidden', value: `IMEI ${imei}` }] },
  { name: 'data-attribute', write: ({ imei }) => [{ place: 'data-attribute', value: imei }] },
  { name: 'photo-alt', write: ({ imei }) => [{ place: 'photo-alt', value: `IMEI ${imei}` }] },
  { name: 'photo-name', write: ({ imei }) => [{ place: 'photo-name', value: `imei-${imei}` }] },
];

function splitSentence(imei: string, language: Language): string {
  const [first, rest] = [imei.slice(0, 8), imei.slice(8)];
  if (language === 'de') return `Die IMEI fängt mit ${first} an, und dann kommt noch ${rest}.`;
  if (language === 'pl') return `IMEI zaczyna się od ${first}, a dalej jest ${rest}.`;
  return `The IMEI starts with ${first} and then it goes on ${rest}.`;
}
