/** Adverts with an identifier in them: labels and sentences in many languages, typed from how people write and not from the reader's tables. */

import { checkDigit } from '../../shared/domain/imei.ts';
import type { Chance } from './chance.ts';

export interface Written {
  text?: string;
  html?: string;
  /** Of the words around; absent where several are mixed. */
  lang?: string;
  /** IMEI as 15 digits, IMEISV as 16, MEID as 14; partials as patterns. */
  expected: string[];
}

/** A number of a current reporting body that nobody was given on purpose: the TAC is made up. */
export function makeImei(chance: Chance): string {
  const body = chance.one(['35', '35', '35', '35', '86', '86', '01', '99']);
  const first14 = body + chance.digits(12);
  // Avoids placeholders, which are rightly refused.
  return /(\d)\1{5}|0123456|1234567|2345678|3456789/.test(first14) ? makeImei(chance) : first14 + checkDigit(first14);
}

const labels = {
  en: [
    'IMEI',
    'IMEI:',
    'imei number',
    'IMEI no.',
    'Imei -',
    'IMEI#',
    'IMEI code:',
    'I.M.E.I.',
    'IMEI =',
    'The IMEI is',
    'phone imei',
    'imei nr',
    'IMEI/MEID:',
    'my imei:',
  ],
  de: ['IMEI', 'IMEI-Nummer:', 'IMEI Nr.', 'Die IMEI lautet', 'IMEI ist', 'IMEI-Code:'],
  fr: ['IMEI :', 'numéro IMEI', 'code IMEI :', "L'IMEI est le", 'n° IMEI', 'N° d’IMEI :'],
  es: ['IMEI', 'número de IMEI:', 'el IMEI es', 'código IMEI:', 'núm. IMEI'],
  it: ['IMEI:', 'codice IMEI', 'numero IMEI:', "l'IMEI è", 'n. IMEI'],
  pt: ['IMEI:', 'número IMEI', 'o IMEI é', 'código IMEI'],
  pl: ['IMEI:', 'nr IMEI', 'numer IMEI:', 'numer IMEI to'],
  ro: ['IMEI', 'seria IMEI', 'cod IMEI:', 'număr IMEI:'],
  nl: ['IMEI-nummer:', 'IMEI nr', 'het IMEI is'],
  sv: ['IMEI-nummer', 'IMEI:', 'IMEI-nr:'],
  tr: ['IMEI no:', 'IMEI numarası', 'IMEI:'],
  ru: ['IMEI:', 'имей', 'ИМЕИ:', 'номер IMEI', 'серийный IMEI'],
  ar: ['رقم IMEI:', 'الايمي', 'IMEI', 'رقم الآيمي:'],
  ur: ['IMEI نمبر:', 'آئی ایم ای آئی:'],
  hi: ['IMEI नंबर:', 'आईएमईआई:', 'IMEI'],
  zh: ['IMEI：', '串号：', '手机串号', 'IMEI码:'],
  cs: ['IMEI:', 'číslo IMEI:', 'IMEI je', 'kód IMEI:'],
  hu: ['IMEI:', 'IMEI szám:', 'az IMEI száma'],
  da: ['IMEI:', 'IMEI-nummer:', 'IMEI-nummeret er'],
  fi: ['IMEI:', 'IMEI-numero:', 'IMEI-koodi:'],
  el: ['IMEI:', 'Αριθμός IMEI:', 'Το IMEI είναι'],
  uk: ['IMEI:', 'ІМЕІ:', 'номер IMEI:', 'IMEI телефону:'],
  bg: ['IMEI:', 'имей', 'IMEI номер:'],
  fa: ['IMEI:', 'شماره IMEI:', 'کد IMEI:'],
  he: ['IMEI:', 'מספר IMEI:'],
  bn: ['IMEI:', 'IMEI নম্বর:', 'আইএমইআই নম্বর'],
  th: ['IMEI:', 'เลข IMEI:', 'หมายเลข IMEI'],
  vi: ['IMEI:', 'Số IMEI:', 'Mã IMEI:'],
  id: ['IMEI:', 'Nomor IMEI:', 'IMEI hp ini'],
  ja: ['IMEI：', 'IMEI番号：', 'IMEIは'],
  ko: ['IMEI:', 'IMEI 번호:', 'IMEI는'],
} satisfies Record<string, string[]>;

export type Language = keyof typeof labels;
const languages = Object.keys(labels) as Language[];

export const prose: Record<Language, string[]> = {
  en: [
    'Lovely phone, one careful owner.',
    'Screen has no scratches, 128GB.',
    'Comes with charger and 2 cases',
    'Collection from Leeds LS6 or post for £5',
    'Grab a bargain at 240 ono',
    'Battery 87%',
    'Upgraded in March 2025 so not needed',
  ],
  de: ['Top Zustand, kaum Gebrauchsspuren.', '256 GB, Akku 91 %', 'Versand 6 Euro möglich', 'Verkaufe wegen Neuanschaffung', 'VB 320 Euro'],
  fr: ['Téléphone en très bon état', '128 Go, batterie à 88 %', 'Remise en main propre sur Lyon 3', 'Prix ferme 250 €'],
  es: ['Vendo móvil en perfecto estado', '128 GB, batería 90 %', 'Entrega en mano en Sevilla', 'Precio 230 €'],
  it: ['Vendo telefono tenuto benissimo', '64 GB, batteria 85%', 'Ritiro a Torino', '180 euro trattabili'],
  pt: ['Vendo telemóvel como novo', '128GB, bateria 92%', 'Entrego em Braga', '200 euros'],
  pl: ['Sprzedam telefon, stan bardzo dobry', '128 GB, bateria 89%', 'Odbiór Wrocław', 'cena 900 zł'],
  ro: ['Vând telefon în stare bună', '128 GB, baterie 90%', 'Predare în Cluj', '700 lei'],
  nl: ['Telefoon in nette staat', '128 GB, accu 90%', 'Ophalen in Utrecht', '150 euro'],
  sv: ['Säljer telefon i fint skick', '128 GB, batteri 91 %', 'Hämtas i Malmö', '1500 kr'],
  tr: ['Temiz kullanılmış telefon', '128 GB, pil 88', 'Ankara içi elden teslim', '15000 TL'],
  ru: ['Телефон в отличном состоянии', '128 ГБ, батарея 90%', 'Самовывоз, Казань', 'Цена 25000 руб'],
  ar: ['جهاز نظيف جدا بدون خدوش', '128 جيجا البطارية 90', 'التسليم في الرياض', 'السعر 900 ريال'],
  ur: ['موبائل بہترین حالت میں', '128 جی بی', 'لاہور سے حاصل کریں', 'قیمت 45000'],
  hi: ['फोन बिल्कुल सही है', '128GB बैटरी 90', 'दिल्ली से ले जाएं', 'दाम 15000 रुपये'],
  zh: ['自用手机，九成新', '128G 电池90%', '深圳面交', '价格1500元'],
  cs: ['Prodám telefon ve výborném stavu', '128 GB, baterie 88 %', 'Osobní předání Brno', 'cena 5000 Kč'],
  hu: ['Eladó telefon, karcmentes', '128 GB, akku 90%', 'Átvétel Budapesten', '80000 Ft'],
  da: ['Sælger telefon i pæn stand', '128 GB, sort', 'Afhentes i Aarhus', '1500 kr'],
  fi: ['Myydään siisti puhelin', '128 GB, akku 90 %', 'Nouto Helsingistä', '200 euroa'],
  el: ['Πωλείται κινητό σε άριστη κατάσταση', '128 GB', 'Παραλαβή από Αθήνα'],
  uk: ['Продам телефон у доброму стані', '128 ГБ', 'Київ, самовивіз'],
  bg: ['Продавам запазен телефон', '128 GB', 'Предаване в София'],
  fa: ['گوشی سالم و تمیز', '۱۲۸ گیگ', 'تحویل در تهران'],
  he: ['למכירה טלפון במצב מעולה', '128 גיגה', 'איסוף מתל אביב'],
  bn: ['ফোনটি খুব ভালো অবস্থায়', 'ঢাকা থেকে নিতে পারবেন'],
  th: ['ขายมือถือสภาพดี', '128GB', 'นัดรับกรุงเทพ'],
  vi: ['Bán điện thoại còn đẹp', '128GB', 'Giao dịch tại Hà Nội'],
  id: ['Dijual hp mulus lengkap', '128GB', 'COD Bandung'],
  ja: ['美品のスマホです', '箱と充電器付き', '東京手渡し可'],
  ko: ['상태 좋은 휴대폰 팝니다', '박스 포함', '서울 직거래'],
};

export interface Advert {
  text: string;
  lang: string;
}

/** The written number under a label of its language, with ordinary sentences around it. */
export function inAdvert(number: string, chance: Chance, language = chance.one(languages), label = chance.one(labels[language])): Advert {
  const line = `${label} ${number}`;
  const before = Array.from({ length: chance.below(3) }, () => chance.one(prose[language]));
  const after = Array.from({ length: chance.below(3) }, () => chance.one(prose[language]));
  return { text: [...before, line, ...after].join(chance.one(['\n', '. ', '\n\n', ' \n'])), lang: language };
}

const labelsLongestFirst = Object.values(labels)
  .flat()
  .toSorted((a, b) => b.length - a.length);

/** The text with another name where its label stands; undefined when it has no label of the plain kind, or more than one. */
export function withoutLabel(text: string, name: string): string | undefined {
  const label = labelsLongestFirst.find((each) => text.includes(each));
  const at = label === undefined ? -1 : text.indexOf(label);
  if (label === undefined || /\p{L}/u.test(text.charAt(at - 1))) return undefined;
  const renamed = text.slice(0, at) + name + text.slice(at + label.length);
  return /mei/i.test(renamed) || labelsLongestFirst.some((each) => renamed.includes(each)) ? undefined : renamed;
}

/** Sizes of groups: as printed, as said, or anyhow. */
export function grouped(digits: string, chance: Chance): string[] {
  const sizes = chance.one([
    [2, 6, 6, 1],
    [8, 6, 1],
    [6, 2, 6, 1],
    [5, 5, 5],
    [3, 3, 3, 3, 3],
    [4, 4, 4, 3],
    [7, 8],
    [8, 7],
    [2, 4, 4, 4, 1],
    [1, 2, 3, 4, 5],
  ]);
  const groups: string[] = [];
  let at = 0;
  for (const size of sizes) {
    if (at >= digits.length) break;
    groups.push(digits.slice(at, at + size));
    at += size;
  }
  if (at < digits.length) groups.push(digits.slice(at));
  return groups;
}

/** Digits as the characters of `table`. */
export const map = (digits: string, table: string) => digits.replace(/\d/g, (digit) => Array.from(table)[Number(digit)] ?? digit);

export type Writer = (imei: string, chance: Chance) => Written;

export const text = (written: string | Advert, ...expected: string[]): Written =>
  typeof written === 'string' ? { text: written, expected } : { ...written, expected };
export const html = (body: string, ...expected: string[]): Written => ({
  html: `<!doctype html><html><head><title>Phone for sale</title></head><body><main>${body}</main></body></html>`,
  expected,
});
export const both = (imei: string, chance: Chance, write: (digits: string) => string): Written => text(inAdvert(write(imei), chance), imei);
