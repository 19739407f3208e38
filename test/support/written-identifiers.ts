/**
 * Writes identifiers in every way people do, so that tests can read them back. Independent of the reader: it has its own words and
 * characters, typed from how people write and not from the reader's tables.
 */

import { both, grouped, html, inAdvert, type Language, makeImei, map, prose, text, type Writer, type Written } from './adverts.ts';
import type { Chance } from './chance.ts';
import { waysInOtherWords } from './ways-in-other-words.ts';
import { waysInPages } from './ways-in-pages.ts';

const invisible = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u180e',
  '\u2063',
  '\u034f',
  '\u200e',
  '\u200f',
  '\u061c',
  '\u{e0020}',
];
const combining = ['\u0336', '\u0332', '\u0305', '\u20d2', '\u0334', '\u0301'];
const spaces = ['\u00a0', '\u2002', '\u2003', '\u2007', '\u2009', '\u202f', '\u3000', '\u200a', '\u205f'];

const numberWords: Record<string, string[]> = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  de: ['null', 'eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'],
  fr: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'],
  es: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
  it: ['zero', 'uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove'],
  pt: ['zero', 'um', 'dois', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove'],
  pl: ['zero', 'jeden', 'dwa', 'trzy', 'cztery', 'pięć', 'sześć', 'siedem', 'osiem', 'dziewięć'],
  ro: ['zero', 'unu', 'doi', 'trei', 'patru', 'cinci', 'șase', 'șapte', 'opt', 'nouă'],
  nl: ['nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen'],
  sv: ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio'],
  tr: ['sıfır', 'bir', 'iki', 'üç', 'dört', 'beş', 'altı', 'yedi', 'sekiz', 'dokuz'],
  ru: ['ноль', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'],
  ar: ['صفر', 'واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة'],
  ur: ['صفر', 'ایک', 'دو', 'تین', 'چار', 'پانچ', 'چھ', 'سات', 'آٹھ', 'نو'],
  hi: ['शून्य', 'एक', 'दो', 'तीन', 'चार', 'पाँच', 'छह', 'सात', 'आठ', 'नौ'],
  hiLatin: ['zero', 'ek', 'do', 'teen', 'char', 'paanch', 'chhe', 'saat', 'aath', 'nau'],
};
const hanzi = '零一二三四五六七八九';
const formalHanzi = '零壹贰叁肆伍陆柒捌玖';

const lookAlikes: Record<string, string[]> = {
  '0': ['O', 'o', 'О', 'Q', 'о'],
  '1': ['I', 'l', '|', 'і', 'i'],
  '2': ['Z', 'z'],
  '3': ['З', 'Э', 'E'],
  '4': ['A', 'Ч'],
  '5': ['S', 's', 'Ѕ'],
  '6': ['b', 'G', 'б'],
  '7': ['T'],
  '8': ['B', 'В'],
  '9': ['g', 'q'],
};

const backwardsCues: Record<string, string[]> = {
  en: ['(backwards)', 'written in reverse', 'read it backwards', '- reversed'],
  de: ['(rückwärts)', 'rückwärts geschrieben', 'umgekehrt gelesen'],
  fr: ["(à l'envers)", "écrit à l'envers", 'inversé'],
  es: ['(al revés)', 'escrito al revés'],
  it: ['(al contrario)', 'scritto al contrario'],
  pt: ['(ao contrário)', 'invertido'],
  pl: ['(od tyłu)', 'pisane wspak'],
  ro: ['(invers)', 'scris invers'],
  nl: ['(achterstevoren)', 'omgekeerd'],
  sv: ['(baklänges)'],
  tr: ['(tersten)'],
  ru: ['(наоборот)', 'задом наперёд'],
  ar: ['(بالعكس)', 'معكوس'],
  hi: ['(उल्टा)', 'उल्टा लिखा है'],
  zh: ['（倒着写）', '倒序'],
};

const lastCues: Record<string, ((digits: string) => string)[]> = {
  en: [
    (d) => `IMEI ends in ${d}`,
    (d) => `IMEI ending ${d}`,
    (d) => `last ${d.length} digits of the IMEI: ${d}`,
    (d) => `IMEI (last ${d.length}): ${d}`,
    (d) => `the last digits of the IMEI are ${d}`,
  ],
  de: [(d) => `IMEI endet auf ${d}`, (d) => `letzte ${d.length} Ziffern der IMEI: ${d}`, (d) => `IMEI, die letzten ${d.length}: ${d}`],
  fr: [(d) => `IMEI se terminant par ${d}`, (d) => `les ${d.length} derniers chiffres de l'IMEI : ${d}`, (d) => `l'IMEI finit par ${d}`],
  es: [(d) => `IMEI termina en ${d}`, (d) => `últimos ${d.length} dígitos del IMEI: ${d}`, (d) => `el IMEI acaba en ${d}`],
  it: [(d) => `IMEI finisce con ${d}`, (d) => `ultime ${d.length} cifre IMEI: ${d}`],
  pt: [(d) => `IMEI termina em ${d}`, (d) => `últimos ${d.length} dígitos do IMEI: ${d}`],
  pl: [(d) => `IMEI kończy się na ${d}`, (d) => `końcówka IMEI ${d}`, (d) => `ostatnie ${d.length} cyfry IMEI: ${d}`],
  ro: [(d) => `IMEI se termină cu ${d}`, (d) => `ultimele ${d.length} cifre IMEI: ${d}`],
  nl: [(d) => `IMEI eindigt op ${d}`, (d) => `laatste ${d.length} cijfers IMEI: ${d}`],
  sv: [(d) => `IMEI slutar på ${d}`],
  tr: [(d) => `IMEI son ${d.length} hanesi ${d}`, (d) => `IMEI sonu ${d}`],
  ru: [(d) => `IMEI заканчивается на ${d}`, (d) => `последние ${d.length} цифры IMEI: ${d}`],
  ar: [(d) => `IMEI ينتهي بـ ${d}`, (d) => `آخر ${d.length} ارقام IMEI: ${d}`],
  hi: [(d) => `IMEI के अंतिम ${d.length} अंक ${d}`, (d) => `IMEI ka last ${d.length} digit ${d}`],
  zh: [(d) => `IMEI尾号${d}`, (d) => `串号后${d.length}位：${d}`],
};

const firstCues: Record<string, ((digits: string) => string)[]> = {
  en: [
    (d) => `IMEI starts with ${d}`,
    (d) => `first ${d.length} digits of the IMEI: ${d}`,
    (d) => `IMEI ${d}... rest on request`,
    (d) => `IMEI begins ${d}`,
  ],
  de: [(d) => `IMEI beginnt mit ${d}`, (d) => `ersten ${d.length} Stellen der IMEI ${d}`],
  fr: [(d) => `IMEI commence par ${d}`, (d) => `premiers chiffres IMEI : ${d}`],
  es: [(d) => `IMEI empieza por ${d}`, (d) => `primeros ${d.length} dígitos del IMEI ${d}`],
  it: [(d) => `IMEI inizia con ${d}`, (d) => `prime ${d.length} cifre IMEI: ${d}`],
  pt: [(d) => `IMEI começa por ${d}`],
  pl: [(d) => `IMEI zaczyna się od ${d}`, (d) => `pierwsze cyfry IMEI: ${d}`],
  ro: [(d) => `IMEI începe cu ${d}`],
  nl: [(d) => `IMEI begint met ${d}`],
  tr: [(d) => `IMEI ilk ${d.length} hane ${d}`],
  ru: [(d) => `IMEI начинается на ${d}`],
  ar: [(d) => `IMEI يبدأ بـ ${d}`],
  hi: [(d) => `IMEI के पहले ${d.length} अंक ${d}`],
  zh: [(d) => `IMEI前${d.length}位${d}`],
};

const splitForms: ((a: string, b: string) => string)[] = [
  (a, b) => `IMEI first half is ${a} and the second half ${b}`,
  (a, b) => `imei starts ${a} then ${b}`,
  (a, b) => `IMEI: ${a} followed by ${b}`,
  (a, b) => `The IMEI begins with ${a}, the rest is ${b}`,
  (a, b) => `IMEI part one ${a}, part two ${b}`,
  (a, b) => `IMEI starts with ${a} and ends with ${b}`,
  (a, b) => `IMEI: second part ${b}, first part ${a}`,
  (a, b) => `IMEI erste Hälfte ${a}, zweite Hälfte ${b}`,
  (a, b) => `IMEI beginnt mit ${a} und endet mit ${b}`,
  (a, b) => `IMEI première moitié ${a} puis ${b}`,
  (a, b) => `IMEI primera parte ${a} y luego ${b}`,
  (a, b) => `IMEI prima parte ${a}, seconda parte ${b}`,
  (a, b) => `IMEI pierwsza część ${a}, potem ${b}`,
  (a, b) => `IMEI prima jumătate ${a}, apoi ${b}`,
  (a, b) => `IMEI первая половина ${a}, вторая ${b}`,
  (a, b) => `IMEI 前半 ${a} 后半 ${b}`,
];

const maskSigns = ['x', 'X', '*', '•', '●', '█', '#', '?', '_', '■', '·', '✕', '×', '☓', '▒', '○', '~', '✖', '❌', '-', '⬛'];

const tags = ['b', 'i', 'span', 'em', 'font', 'u', 'strong', 'small', 'mark', 'a'];
const hides = [
  'display:none',
  'font-size:0',
  'visibility:hidden',
  'position:absolute;left:-9999px',
  'opacity:0',
  'DISPLAY : NONE',
  'width:0;overflow:hidden;display:inline-block',
];

/** Every way of writing, by name: what the table of the docs has one row for. */
export const waysOfWriting: Record<string, Writer> = {
  ...waysInOtherWords,
  ...waysInPages,
  plain: (imei, chance) => both(imei, chance, (d) => d),
  'common separators': (imei, chance) =>
    both(imei, chance, (d) =>
      grouped(d, chance).join(chance.one([' ', '-', '.', '/', ' - ', '. ', '  ', '_', ':', ', ', '+', '|', '=', '~', '\t'])),
    ),
  'exotic spaces': (imei, chance) => both(imei, chance, (d) => grouped(d, chance).join(chance.one(spaces))),
  'exotic dashes': (imei, chance) =>
    both(imei, chance, (d) => grouped(d, chance).join(chance.one(['–', '—', '‐', '‑', '−', '﹣', '－', '⁃']))),
  'brackets and quotes': (imei, chance) =>
    both(imei, chance, (d) =>
      chance.one([`(${d})`, `"${d}"`, `[${d}]`, `“${d}”`, `(${grouped(d, chance).join(')(')})`, `'${d}'`, `<${d}>`, `{${d}}`]),
    ),
  'every digit apart': (imei, chance) =>
    both(imei, chance, (d) => [...d].join(chance.one([' ', '-', '.', '  ', '_', ',', ', ', '\u00a0', ' - ', '/']))),
  'emoji between': (imei, chance) =>
    both(imei, chance, (d) => grouped(d, chance).join(chance.one(['🔥', '•', '⭐', ' 📱 ', '➡', '*', '·']))),
  'line breaks': (imei, chance) => both(imei, chance, (d) => grouped(d, chance).join(chance.one(['\n', ' \n', '\n\n', '\r\n', '\n ']))),
  'zero-width characters': (imei, chance) =>
    both(imei, chance, (d) => [...d].map((digit) => digit + (chance.yes(0.7) ? chance.one(invisible) : '')).join('')),
  'combining marks': (imei, chance) => both(imei, chance, (d) => [...d].map((digit) => digit + chance.one(combining)).join('')),
  'right-to-left override': (imei, chance) => both(imei, chance, (d) => `\u202e${[...d].reverse().join('')}\u202c`),
  'full-width': (imei, chance) =>
    both(imei, chance, (d) => map(grouped(d, chance).join(chance.one(['', '\u3000', '－'])), '０１２３４５６７８９')),
  'Arabic-Indic': (imei, chance) =>
    both(imei, chance, (d) => map(grouped(d, chance).join(chance.one(['', ' ', '-'])), chance.one(['٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹']))),
  Devanagari: (imei, chance) => both(imei, chance, (d) => map(d, '०१२३४५६७८९')),
  'Bengali and Thai': (imei, chance) =>
    both(imei, chance, (d) => map(d, chance.one(['০১২৩৪৫৬৭৮৯', '๐๑๒๓๔๕๖๗๘๙', '௦௧௨௩௪௫௬௭௮௯', '૦૧૨૩૪૫૬૭૮૯']))),
  mathematical: (imei, chance) =>
    both(imei, chance, (d) => map(d, chance.one(['𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗', '𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡', '𝟢𝟣𝟤𝟥𝟦𝟧𝟨𝟩𝟪𝟫', '𝟬𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴𝟵', '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿', '🯰🯱🯲🯳🯴🯵🯶🯷🯸🯹']))),
  'superscript and subscript': (imei, chance) => both(imei, chance, (d) => map(d, chance.one(['⁰¹²³⁴⁵⁶⁷⁸⁹', '₀₁₂₃₄₅₆₇₈₉']))),
  'circled and bracketed': (imei, chance) =>
    both(imei, chance, (d) => map(d, chance.one(['⓪①②③④⑤⑥⑦⑧⑨', '⓿❶❷❸❹❺❻❼❽❾', '⓪➀➁➂➃➄➅➆➇➈', '0⑴⑵⑶⑷⑸⑹⑺⑻⑼', '0⒈⒉⒊⒋⒌⒍⒎⒏⒐']))),
  keycaps: (imei, chance) => both(imei, chance, (d) => [...d].map((digit) => `${digit}\ufe0f\u20e3`).join(chance.one(['', ' ']))),
  'scripts mixed': (imei, chance) =>
    both(imei, chance, (d) =>
      [...d]
        .map((digit) =>
          map(digit, chance.one(['0123456789', '０１２３４５６７８９', '٠١٢٣٤٥٦٧٨٩', '०१२३४५६७८९', '𝟬𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴𝟵', '⓪①②③④⑤⑥⑦⑧⑨'])),
        )
        .join(''),
    ),
  'look-alike letters': (imei, chance) =>
    both(imei, chance, (d) => withLookAlikes(grouped(d, chance).join(chance.one(['', '', '-', ' '])), chance)),
  'look-alikes in the label': (imei, chance) =>
    text(
      inAdvert(
        imei,
        chance,
        'en',
        chance.one([
          'ІМЕІ',
          'lMEl',
          '1MEI',
          'IMEІ',
          'ΙΜΕΙ',
          'I M E I',
          'i-m-e-i',
          'IM3I',
          'ＩＭＥＩ',
          '𝗜𝗠𝗘𝗜',
          'I\u200bM\u200bE\u200bI',
          'imie',
          'emei',
          'IMEl',
          'I_M_E_I',
          'ɪᴍᴇɪ',
          'I*M*E*I',
          'íméí',
        ]),
      ),
      imei,
    ),
  'number words': (imei, chance) => {
    const language = chance.one(Object.keys(numberWords));
    const words = numberWords[language] ?? [];
    const spelled = [...imei].map((digit) => words[Number(digit)] ?? '');
    const joined = spelled
      .map((word) => (language !== 'ar' && chance.yes(0.1) ? word.toUpperCase() : word))
      .join(chance.one([' ', '-', ', ', ' ', '. ', ' / ', '\n']));
    return text(inAdvert(joined, chance, language === 'hiLatin' ? 'hi' : (language as Language)), imei);
  },
  'words and digits mixed': (imei, chance) => {
    const words = numberWords[chance.one(['en', 'de', 'fr', 'es', 'it', 'pl', 'ro', 'pt'])] ?? [];
    return both(imei, chance, (d) =>
      [...d].map((digit) => (chance.yes(0.5) ? (words[Number(digit)] ?? '') : digit)).join(chance.one([' ', '-'])),
    );
  },
  'double and triple': (imei, chance) => both(imei, chance, (d) => withDoubles(d)),
  'two digits a word': (imei, chance) => text(inAdvert(inPairs(imei), chance, 'en'), imei),
  'Chinese characters': (imei, chance) =>
    text(inAdvert(map(imei, chance.one([hanzi, formalHanzi, '〇幺二三四五六七八九'])), chance, 'zh'), imei),
  backwards: (imei, chance) => {
    const language = chance.one(Object.keys(backwardsCues)) as Language;
    const cue = chance.one(backwardsCues[language] ?? []);
    const turned = [...imei].reverse().join('');
    return chance.yes(0.5)
      ? text(inAdvert(`${cue} ${turned}`, chance, language, 'IMEI'), imei)
      : text(inAdvert(`${turned} ${cue}`, chance, language), imei);
  },
  'in pieces': (imei, chance) => {
    const cut = chance.between(4, 11);
    return text(chance.one(splitForms)(imei.slice(0, cut), imei.slice(cut)), imei);
  },
  'glued to the label': (imei, chance) =>
    text(
      inAdvert(
        chance.one([`IMEI${imei}`, `imei1${imei}`, `IMEI:${imei}.`, `imei=${imei};`, `IMEI#${imei}`, `(IMEI${imei})`, `IMEI1:${imei}IMEI`]),
        chance,
        'en',
        '',
      ),
      imei,
    ),
  'label behind': (imei, chance) =>
    text(
      inAdvert(
        chance.one([`${imei} (IMEI)`, `${imei} is the IMEI`, `${imei} = IMEI`, `${imei} - imei`, `${imei} IMEI number`]),
        chance,
        'en',
        '',
      ),
      imei,
    ),
  'label on the line above': (imei, chance) =>
    text(`${chance.one(prose.en)}\n${chance.one(['IMEI', 'IMEI:', 'IMEI number', 'Device IMEI'])}\n${imei}\n${chance.one(prose.en)}`, imei),
  'no label': (imei, chance) =>
    text(
      `${chance.one(prose.en)}\n${chance.one(['', 'Check it yourself: ', 'Lookup: ', '*#06# ', 'Handset id '])}${imei}\n${chance.one(prose.en)}`,
      imei,
    ),
  'no check digit': (imei, chance) =>
    both(imei, chance, (d) =>
      chance.one([d.slice(0, 14), `${d.slice(0, 8)}-${d.slice(8, 14)}`, `${d.slice(0, 2)} ${d.slice(2, 8)} ${d.slice(8, 14)}`]),
    ),
  'with software version': (imei, chance) => {
    const value = imei.slice(0, 14) + chance.digits(2);
    const shown = chance.one([
      value,
      `${value.slice(0, 8)}-${value.slice(8, 14)}-${value.slice(14)}`,
      `${value.slice(0, 4)} ${value.slice(4, 8)} ${value.slice(8, 12)} ${value.slice(12)}`,
    ]);
    return text(inAdvert(shown, chance, 'en', chance.one(['IMEISV', 'IMEI SV:', 'IMEI/SV', 'imei-sv'])), value);
  },
  'IMEI / SV': (imei, chance) => text(inAdvert(`${imei} / ${chance.digits(2)}`, chance, 'en', 'IMEI'), imei),
  'hexadecimal MEID': (_imei, chance) => {
    const value = `A${chance.digits(1)}0000${chance.one(['4D', 'B2', '8C', 'F0'])}${chance.one(['A', 'F'])}${chance.digits(5)}`;
    const shown = chance.one([value, value.toLowerCase(), value.replace(/(..)(?=.)/g, '$1 '), `${value.slice(0, 8)}-${value.slice(8)}`]);
    return text(inAdvert(shown, chance, 'en', chance.one(['MEID', 'MEID:', 'meid hex', 'MEID no'])), value);
  },
  'decimal MEID': (_imei, chance) => {
    const value = `A0000${chance.digits(3)}${chance.digits(6).replace(/^9/, '1')}`;
    const decimal =
      Number.parseInt(value.slice(0, 8), 16).toString().padStart(10, '0') + Number.parseInt(value.slice(8), 16).toString().padStart(8, '0');
    return text(
      inAdvert(chance.one([decimal, `${decimal.slice(0, 10)} ${decimal.slice(10)}`]), chance, 'en', chance.one(['MEID', 'MEID DEC:'])),
      value,
    );
  },
  'dual SIM': (imei, chance) => {
    const second = makeImei(chance);
    const written = chance.one([
      `IMEI1: ${imei}\nIMEI2: ${second}`,
      `IMEI ${imei} / ${second}`,
      `imei 1 ${imei}, imei 2 ${second}`,
      `IMEI (slot 1) ${imei}\nIMEI (slot 2) ${second}`,
      `IMEI: ${imei} and ${second}`,
      `Both IMEIs: ${imei} & ${second}`,
      `IMEI numbers\n1) ${imei}\n2) ${second}`,
      `eSIM IMEI ${imei}; physical SIM IMEI ${second}`,
      `IMEI A: ${imei} | IMEI B: ${second}`,
      `IMEI / 01 ${imei}\nIMEI / 02 ${second}`,
    ]);
    return text(written, imei, second);
  },
  'list of devices': (imei, chance) => {
    const more = Array.from({ length: chance.between(2, 5) }, () => makeImei(chance));
    const all = [imei, ...more];
    return text(`Job lot, IMEIs:\n${all.map((one, i) => `${chance.yes(0.5) ? '' : `${i + 1}. `}${one}`).join('\n')}`, ...all);
  },
  'About screen': (imei, chance) =>
    text(
      `About\nModel Number MQ0${chance.digits(2)}B/A\nSerial Number F2L${chance.digits(4)}KQ${chance.digits(2)}X\nCapacity 128 GB\nWi-Fi Address 3C:22:${chance.digits(2)}:9A:0F:11\nIMEI ${imei.slice(0, 2)} ${imei.slice(2, 8)} ${imei.slice(8, 14)} ${imei.slice(14)}\nICCID 8944${chance.digits(15)}\nMEID ${imei.slice(0, 14)}\nEID 8904${chance.digits(28)}\nModem Firmware 2.31.01`,
      imei,
    ),
  'mask in the middle': (imei, chance) => masked(imei, chance, chance.between(2, 8), chance.between(2, 5)),
  'mask at the end': (imei, chance) => masked(imei, chance, chance.between(6, 13), 0),
  'mask at the start': (imei, chance) => masked(imei, chance, 0, chance.between(3, 8)),
  'mask in groups': (imei, chance) => {
    const sign = chance.one(['x', 'X', '*', '•', '#']);
    const shown = `${imei.slice(0, 2)}-${imei.slice(2, 8)}-${sign.repeat(6)}-${chance.one([sign, imei.slice(14)])}`;
    const pattern = `${imei.slice(0, 8)}??????${shown.endsWith(sign) ? '?' : imei.slice(14)}`;
    return text(inAdvert(shown, chance), pattern);
  },
  'one digit masked': (imei, chance) => {
    const at = chance.below(15);
    const shown = imei.slice(0, at) + chance.one(['x', 'X', '*', '?', '#', '•']) + imei.slice(at + 1);
    return text(inAdvert(shown, chance), shown.replace(/[^\d]/, '?'));
  },
  'hidden by a word': (imei, chance) => {
    const [head, tail] = [imei.slice(0, 8), imei.slice(11)];
    return text(
      inAdvert(`${head}${chance.one([' [hidden] ', ' (redacted) ', '...', ' ... ', '…', '-[removed]-'])}${tail}`, chance, 'en'),
      `${head}???${tail}`,
    );
  },
  'ends with': (imei, chance) => {
    const language = chance.one(Object.keys(lastCues));
    const shown = imei.slice(-chance.between(3, 7));
    return text(
      {
        text: `${chance.one(prose[language as Language])}\n${chance.one(lastCues[language] ?? [])(shown)}\n${chance.one(prose[language as Language])}`,
        lang: language,
      },
      shown.padStart(15, '?'),
    );
  },
  'starts with': (imei, chance) => {
    const language = chance.one(Object.keys(firstCues));
    const shown = imei.slice(0, chance.between(4, 11));
    return text(
      {
        text: `${chance.one(prose[language as Language])}\n${chance.one(firstCues[language] ?? [])(shown)}\n${chance.one(prose[language as Language])}`,
        lang: language,
      },
      shown.padEnd(15, '?'),
    );
  },
  'first and last': (imei, chance) =>
    text(
      inAdvert(
        chance.one([
          `starts ${imei.slice(0, 6)} ends ${imei.slice(-4)}`,
          `first 6 ${imei.slice(0, 6)}, last 4 ${imei.slice(-4)}`,
          `begins with ${imei.slice(0, 6)} and finishes ${imei.slice(-4)}`,
        ]),
        chance,
        'en',
        'IMEI',
      ),
      `${imei.slice(0, 6)}?????${imei.slice(-4)}`,
    ),
  'across tags': (imei, chance) =>
    html(
      `<p>IMEI: ${grouped(imei, chance)
        .map((group) => `<${chance.one(tags)}>${group}</${chance.one(tags)}>`)
        .join(chance.one(['', '<wbr>', ' ', '\n', '&shy;', '<!-- -->', '&#8203;', '<!--9-->']))}</p>`,
      imei,
    ),
  'every digit in a tag': (imei, chance) =>
    html(
      `<div>${chance.one(['IMEI ', 'IMEI no '])}${[...imei].map((digit) => `<span class="d${chance.below(9)}">${digit}</span>`).join('')}</div>`,
      imei,
    ),
  entities: (imei, chance) =>
    html(
      `<p>IMEI ${[...imei].map((digit) => chance.one([`&#${48 + Number(digit)};`, `&#x${(48 + Number(digit)).toString(16)};`, `&#0${48 + Number(digit)};`, digit])).join(chance.one(['', '&nbsp;', '&thinsp;', '&zwnj;']))}</p>`,
      imei,
    ),
  comments: (imei, chance) => html(`<p>ok</p><!-- ${chance.one(['imei', 'device imei:', 'IMEI='])} ${imei} -->`, imei),
  'hidden by CSS': (imei, chance) => html(`<p>Nice</p><div style="${chance.one(hides)}">IMEI ${imei}</div>`, imei),
  'hidden by a class': (imei, chance) =>
    html(`<style>.zz${chance.below(9)}{color:red} .nope, .gone{display:none}</style><p class="gone">IMEI ${imei}</p>`, imei),
  'hidden attribute': (imei) => html(`<p>x</p><div hidden>IMEI ${imei}</div><p>y</p>`, imei),
  'decoys hidden inside': (imei, chance) =>
    html(
      `<p>IMEI: ${grouped(imei, chance)
        .map((group) => `${group}<span style="${chance.one(hides)}">${chance.digits(chance.between(1, 3))}</span>`)
        .join('')}</p>`,
      imei,
    ),
  'decoys hidden by a class': (imei, chance) =>
    html(
      `<style>.q7{display:none}</style><p>IMEI: ${grouped(imei, chance)
        .map((group) => `${group}<i class="q7">${chance.digits(2)}</i>`)
        .join('')}</p>`,
      imei,
    ),
  'turned round by CSS': (imei, chance) =>
    html(
      `<p>IMEI ${chance.one(['<bdo dir="rtl">#</bdo>', '<span style="unicode-bidi:bidi-override;direction:rtl">#</span>']).replace('#', [...imei].reverse().join(''))}</p>`,
      imei,
    ),
  attributes: (imei, chance) =>
    html(
      `<img src="/a.jpg" ${chance.one(['alt', 'title', 'aria-label', 'data-caption', 'placeholder'])}="${chance.one(['IMEI', 'box label imei', 'photo of IMEI:'])} ${imei}">`,
      imei,
    ),
  'data attributes': (imei, chance) =>
    html(
      `<div ${chance.one([`data-imei="${imei}"`, `data-props='{"a":1,"imei":"${imei}"}'`, `data-device-imei='${imei}'`, `data-product="{&quot;imei&quot;:&quot;${imei}&quot;}"`, `data-x="imei:${imei}"`])}>x</div>`,
      imei,
    ),
  links: (imei, chance) =>
    html(
      `<a href="${chance.one([`https://check.example/imei/${imei}`, `/report?imei=${imei}&x=1`, `https://r.example/?u=https%3A%2F%2Fi.example%2F%3Fimei%3D${imei}`, `#imei-${imei}`, `https://x.example/check?id=9&sn=${imei}`, `https://imei.example/${imei}`])}">see</a>`,
      imei,
    ),
  'picture names': (imei, chance) =>
    html(
      `<img src="${chance.one([`/u/IMEI_${imei}.jpg`, `https://cdn.example/p/${imei}.png`, `/i/imei%20${imei}.jpeg`, `https://cdn.example/box-imei-${imei}-front.webp`])}" alt="p">`,
      imei,
    ),
  meta: (imei, chance) =>
    html(
      `<meta name="${chance.one(['description', 'og:description', 'twitter:description'])}" content="iPhone, IMEI ${imei}, boxed">`,
      imei,
    ),
  inputs: (imei, chance) =>
    html(
      `<form><input type="${chance.one(['hidden', 'text'])}" name="${chance.one(['imei', 'imei1', 'device_imei', 'product[imei]'])}" value="${imei}"></form>`,
      imei,
    ),
  'JSON-LD': (imei, chance) => {
    const product = chance.one<object>([
      { '@type': 'Product', name: 'Phone', description: `Great. IMEI ${imei}` },
      { '@type': 'Product', identifier: { '@type': 'PropertyValue', propertyID: 'IMEI', value: imei } },
      { '@type': 'Product', additionalProperty: [{ '@type': 'PropertyValue', name: 'IMEI', value: imei }] },
      { '@type': 'Product', serialNumber: imei },
      { '@type': 'Product', productID: `imei:${imei}` },
    ]);
    return html(`<script type="application/ld+json">${JSON.stringify(product)}</script>`, imei);
  },
  microdata: (imei, chance) =>
    html(
      chance.one([
        `<span itemprop="imei">${imei}</span>`,
        `<meta itemprop="serialNumber" content="${imei}">`,
        `<span class="imei">${imei}</span>`,
        `<td id="imei1">${imei}</td>`,
      ]),
      imei,
    ),
  'state in scripts': (imei, chance) =>
    html(
      `<script>${chance.one([`window.__STATE__={"ad":{"id":12,"imei":"${imei}"}}`, `var s={imei:${imei},x:1}`, `window.d=JSON.parse("{\\"deviceImei\\":\\"${imei}\\"}")`, `self.p.push([1,"{\\"description\\":\\"clean\\\\nIMEI ${imei}\\"}"])`, `x={"imei":"${[...imei].map((d) => `\\u003${d}`).join('')}"}`])}</script>`,
      imei,
    ),
  tables: (imei, chance) =>
    html(
      chance.one([
        `<table><tr><th>Model</th><td>A2403</td></tr><tr><th>IMEI</th><td>${imei}</td></tr></table>`,
        `<dl><dt>Colour</dt><dd>Blue</dd><dt>IMEI number</dt><dd>${imei}</dd></dl>`,
        `<div class="r"><div>IMEI</div>\n     <div>${imei}</div></div>`,
        `<ul><li><b>IMEI</b>: ${imei}</li><li>256 GB</li></ul>`,
      ]),
      imei,
    ),
};

function withLookAlikes(written: string, chance: Chance): string {
  const places = [...written].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
  const chosen = new Set(Array.from({ length: chance.between(1, 4) }, () => chance.one(places)));
  return [...written].map((character, at) => (chosen.has(at) ? chance.one(lookAlikes[character] ?? [character]) : character)).join('');
}

function withDoubles(digits: string): string {
  const words = numberWords['en'] ?? [];
  return digits
    .replace(/(\d)\1\1|(\d)\2|\d/g, (run) => ` ${['', '', 'double ', 'triple '][run.length] ?? ''}${words[Number(run.charAt(0))] ?? ''}`)
    .trim();
}

/** "thirty five sixty nine …": two digits a word where English has one, "oh five" where not. */
function inPairs(digits: string): string {
  const words = numberWords['en'] ?? [];
  const tens = ['', 'ten', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
  const teens = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
  const pairs = digits.match(/\d\d?/g) ?? [];
  return pairs
    .map((pair) => {
      const [a = 0, b] = [...pair].map(Number);
      if (b === undefined) return words[a];
      if (a === 0) return `oh ${words[b]}`;
      if (a === 1) return teens[b];
      return b === 0 ? tens[a] : `${tens[a]} ${words[b]}`;
    })
    .join(', ');
}

function masked(imei: string, chance: Chance, head: number, tail: number): Written {
  const sign = chance.one(maskSigns);
  const hidden = 15 - head - tail;
  // Sellers count badly: one sign more or fewer, but never so that another total comes out right.
  const count = sign === '-' ? Math.max(3, hidden) : Math.max(2, hidden + chance.one([0, 0, 0, 1, -1]));
  const shown = imei.slice(0, head) + sign.repeat(count) + imei.slice(15 - tail);
  return text(inAdvert(shown, chance), imei.slice(0, head) + '?'.repeat(hidden) + imei.slice(15 - tail, 15));
}
