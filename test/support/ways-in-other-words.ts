/** Ways of writing that lie in the words around the number, in the languages sellers use, and in signs that few would think of. */

import { both, grouped, inAdvert, type Language, makeImei, map, prose, text, type Writer } from './adverts.ts';
import type { Chance } from './chance.ts';

const rareSeparators = ['^', '`', ';', '%', '→', '»', '«', '、', '。', '،', '‧', '…', '...', '】【', '⟩⟨', '» «', '་', '&', '@'];

const otherScripts = [
  '០១២៣៤៥៦៧៨៩',
  '໐໑໒໓໔໕໖໗໘໙',
  '༠༡༢༣༤༥༦༧༨༩',
  '၀၁၂၃၄၅၆၇၈၉',
  '౦౧౨౩౪౫౬౭౮౯',
  '೦೧೨೩೪೫೬೭೮೯',
  '൦൧൨൩൪൫൬൭൮൯',
  '੦੧੨੩੪੫੬੭੮੯',
  '୦୧୨୩୪୫୬୭୮୯',
  '〇〡〢〣〤〥〦〧〨〩',
  '〇㊀㊁㊂㊃㊄㊅㊆㊇㊈',
  '〇㈠㈡㈢㈣㈤㈥㈦㈧㈨',
];

const otherWords: Partial<Record<Language, string>> = {
  ja: 'ゼロ いち に さん よん ご ろく なな はち きゅう',
  ko: '공 일 이 삼 사 오 육 칠 팔 구',
  cs: 'nula jedna dva tři čtyři pět šest sedm osm devět',
  hu: 'nulla egy kettő három négy öt hat hét nyolc kilenc',
  da: 'nul en to tre fire fem seks syv otte ni',
  fi: 'nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän',
  el: 'μηδέν ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα',
  uk: "нуль один два три чотири п'ять шість сім вісім дев'ять",
  bg: 'нула едно две три четири пет шест седем осем девет',
  fa: 'صفر یک دو سه چهار پنج شش هفت هشت نه',
  he: 'אפס אחת שתיים שלוש ארבע חמש שש שבע שמונה תשע',
  bn: 'শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট নয়',
  th: 'ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า',
  vi: 'không một hai ba bốn năm sáu bảy tám chín',
  id: 'nol satu dua tiga empat lima enam tujuh delapan sembilan',
};

const misspelt: Record<string, string> = {
  en: 'zero one two thre foure fiv six sevn eigth nien',
  de: 'null eins zwie drei vire fünf sechz sieben achtt neun',
  es: 'cero uno dos trez cuatro cinko seis siette ocho nueve',
};

/** Two beginnings or endings cannot be told in some languages but by the words behind the number. */
const beginningsAndEnds: Partial<Record<Language, ((head: string, tail: string) => string)[]>> = {
  en: [
    (a, b) => `IMEI ${a} at the start, ${b} at the end`,
    (a, b) => `first ${a.length} of the imei ${a}, last ${b.length} ${b}`,
    (a, b) => `IMEI starts ${a} and ends ${b}`,
  ],
  de: [(a, b) => `IMEI beginnt mit ${a} und endet auf ${b}`, (a, b) => `IMEI: Anfang ${a}, Ende ${b}`],
  fr: [(a, b) => `IMEI commence par ${a} et finit par ${b}`],
  es: [(a, b) => `el imei comienza ${a} y acaba ${b}`],
  it: [(a, b) => `IMEI inizia con ${a} e finisce con ${b}`],
  pl: [(a, b) => `początek IMEI ${a}, koniec ${b}`],
  da: [(a, b) => `IMEI begynder med ${a} og slutter på ${b}`],
  tr: [(a, b) => `IMEI ${a} ile başlıyor ${b} ile bitiyor`],
  ru: [(a, b) => `IMEI начинается на ${a} и заканчивается на ${b}`],
  ar: [(a, b) => `IMEI يبدأ بـ ${a} وينتهي بـ ${b}`],
  fa: [(a, b) => `IMEI با ${a} شروع و با ${b} تمام می‌شود`],
  he: [(a, b) => `IMEI מתחיל ב-${a} ומסתיים ב-${b}`],
  hi: [(a, b) => `IMEI ${a} से शुरू और ${b} पर खत्म`],
  th: [(a, b) => `IMEI ขึ้นต้น ${a} ลงท้าย ${b}`],
  vi: [(a, b) => `IMEI đầu ${a} đuôi ${b}`],
  id: [(a, b) => `IMEI diawali ${a} diakhiri ${b}`],
  zh: [(a, b) => `IMEI前${a.length}位${a}后${b.length}位${b}`],
  ja: [(a, b) => `IMEI上${a.length}桁${a}、下${b.length}桁${b}`],
  ko: [(a, b) => `IMEI 앞 ${a} 뒤 ${b}`],
};

const threePieces: Partial<Record<Language, ((a: string, b: string, c: string) => string)[]>> = {
  en: [
    (a, b, c) => `imei part 1: ${a} part 2: ${b} part 3: ${c}`,
    (a, b, c) => `IMEI ${a} (first) ${b} (second) ${c} (third)`,
    (a, b, c) => `IMEI in three bits: ${a}... ${b}... ${c}`,
    (a, b, c) => `The imei starts ${a} then comes ${b} and the end is ${c}`,
  ],
  de: [(a, b, c) => `IMEI erster Teil ${a}, dann ${b}, zum Schluss ${c}`],
  fr: [(a, b, c) => `IMEI première partie ${a}, puis ${b}, enfin ${c}`],
  it: [(a, b, c) => `IMEI prima parte ${a}, poi ${b}, infine ${c}`],
  pl: [(a, b, c) => `IMEI pierwsza część ${a}, potem ${b}, na końcu ${c}`],
  nl: [(a, b, c) => `IMEI eerste deel ${a}, dan ${b}, als laatste ${c}`],
  ru: [(a, b, c) => `IMEI сначала ${a}, потом ${b}, в конце ${c}`],
  hi: [(a, b, c) => `IMEI pehle ${a} phir ${b} aur last mein ${c}`],
  zh: [(a, b, c) => `IMEI先是${a}，然后${b}，最后${c}`],
};

const questions: Partial<Record<Language, ((number: string) => string)[]>> = {
  en: [(n) => `want the imei? here: ${n}`, (n) => `IMEI? No problem, ${n}`],
  de: [(n) => `IMEI gewünscht? Bitte: ${n}`],
  fr: [(n) => `Vous voulez l'IMEI ? Le voici : ${n}`],
  es: [(n) => `¿Quieres el IMEI? Aquí está: ${n}`],
  hu: [(n) => `Kell az IMEI? Itt van: ${n}`],
  th: [(n) => `อยากเช็ค IMEI? นี่เลย: ${n}`],
};

const endsElsewhere: Partial<Record<Language, ((digits: string) => string)[]>> = {
  ja: [(d) => `IMEI下${d.length}桁 ${d}`, (d) => `IMEIの末尾は${d}`],
  ko: [(d) => `IMEI 끝 ${d.length}자리 ${d}`, (d) => `IMEI 뒷자리 ${d}`],
  th: [(d) => `IMEI ลงท้ายด้วย ${d}`, (d) => `เลขท้าย IMEI ${d}`],
  vi: [(d) => `IMEI đuôi ${d}`, (d) => `${d.length} số cuối IMEI: ${d}`],
  id: [(d) => `IMEI berakhiran ${d}`, (d) => `IMEI belakangnya ${d}`],
  fa: [(d) => `IMEI با ${d} تمام می‌شود`],
  he: [(d) => `IMEI מסתיים ב-${d}`],
  bn: [(d) => `IMEI এর শেষ ${d.length} সংখ্যা: ${d}`],
  uk: [(d) => `IMEI закінчується на ${d}`],
  hu: [(d) => `IMEI utolsó ${d.length} számjegye: ${d}`],
  el: [(d) => `IMEI λήγει σε ${d}`],
};

/** A line of its own between two sentences of the language, as `inAdvert` does for labels. */
function line(written: string, chance: Chance, lang: Language): { text: string; lang: string } {
  return { text: `${chance.one(prose[lang])}\n${written}\n${chance.one(prose[lang])}`, lang };
}

function pick<Form>(forms: Partial<Record<Language, Form[]>>, chance: Chance): { lang: Language; form: Form } {
  const lang = chance.one(Object.keys(forms)) as Language;
  return { lang, form: chance.one(forms[lang] ?? []) };
}

export const waysInOtherWords: Record<string, Writer> = {
  'rare separators': (imei, chance) => both(imei, chance, (d) => grouped(d, chance).join(chance.one(rareSeparators))),
  'control characters': (imei, chance) =>
    both(imei, chance, (d) =>
      chance.yes(0.5)
        ? [...d].join(chance.one(['\u0000', '\u0007', '\u001f', '\u007f']))
        : grouped(d, chance).join(chance.one(['\u000b', '\f'])),
    ),
  'digits of other scripts': (imei, chance) => both(imei, chance, (d) => map(d, chance.one(otherScripts))),
  'number words of other languages': (imei, chance) => {
    const lang = chance.one(Object.keys(otherWords)) as Language;
    const words = otherWords[lang]?.split(' ') ?? [];
    return text(inAdvert([...imei].map((digit) => words[Number(digit)]).join(chance.one([' ', ', '])), chance, lang), imei);
  },
  'misspelt number words': (imei, chance) => {
    const lang = chance.one(Object.keys(misspelt)) as Language;
    const words = misspelt[lang]?.split(' ') ?? [];
    return text(inAdvert([...imei].map((digit) => words[Number(digit)]).join(' '), chance, lang), imei);
  },
  'words before the label': (imei, chance) => {
    const words = 'zero one two three four five six seven eight nine'.split(' ');
    const spelled = [...imei].map((digit) => words[Number(digit)]).join(chance.one([' ', ', ', '-']));
    const shown = chance.one([spelled, grouped(imei, chance).join('-'), `${imei.slice(0, 8)} ${imei.slice(8)}`]);
    return text(line(`${shown} ${chance.one(['is the imei', '(imei)', '= IMEI', "that's the IMEI number"])}`, chance, 'en'), imei);
  },
  'label in a question': (imei, chance) => {
    const { lang, form } = pick(questions, chance);
    return text(line(form(chance.one([imei, grouped(imei, chance).join('-')])), chance, lang), imei);
  },
  'glued to other words': (imei, chance) =>
    text(
      line(chance.one([`phoneimei${imei}`, `imei no${imei}`, `IMEI№${imei}`, `IMEI①${imei.slice(0, 8)} ${imei.slice(8)}`]), chance, 'en'),
      imei,
    ),
  'in three pieces': (imei, chance) => {
    const { lang, form } = pick(threePieces, chance);
    const [first, second] = chance.one([
      [5, 10],
      [2, 8],
      [6, 12],
      [8, 14],
    ]) as [number, number];
    return text(line(form(imei.slice(0, first), imei.slice(first, second), imei.slice(second)), chance, lang), imei);
  },
  'beginning and end said': (imei, chance) => {
    const { lang, form } = pick(beginningsAndEnds, chance);
    const [head, tail] = [imei.slice(0, chance.between(3, 8)), imei.slice(-chance.between(2, 5))];
    return text(line(form(head, tail), chance, lang), head + '?'.repeat(15 - head.length - tail.length) + tail);
  },
  'end said in other languages': (imei, chance) => {
    const { lang, form } = pick(endsElsewhere, chance);
    const shown = imei.slice(-chance.between(3, 6));
    return text(line(form(shown), chance, lang), shown.padStart(15, '?'));
  },
  'mask in groups before the digits': (imei, chance) => {
    const shown = chance.one(['x', '*', '•', '#', '?']).repeat(15 - chance.between(4, 7));
    const written = grouped(shown + imei.slice(shown.length), chance).join(chance.one([' ', '-', '.']));
    return text(inAdvert(written, chance), imei.slice(shown.length).padStart(15, '?'));
  },
  'count of what is hidden': (imei, chance) => {
    const shown = chance.between(6, 11);
    const more = chance.one([`+ ${15 - shown} digits`, `then ${15 - shown} more`, `and ${15 - shown} more on request`]);
    return text(line(`IMEI ${imei.slice(0, shown)} ${more}`, chance, 'en'), imei.slice(0, shown).padEnd(15, '?'));
  },
  'columns of a pasted table': (imei, chance) => {
    const other = makeImei(chance);
    const divider = chance.one(['\t', ' | ', ';', ',', '   ']);
    const rows = [
      ['Model', 'IMEI', 'Price'],
      ['iPhone 12', imei, '250'],
      ['Pixel 6', other, '180'],
    ];
    return text(`Job lot\n${rows.map((row) => row.join(divider)).join('\n')}`, imei, other);
  },
  'column beside order numbers': (imei, chance) => text(`Order\tIMEI\tEAN\n${makeImei(chance)}\t${imei}\t0194252${chance.digits(6)}`, imei),
};
