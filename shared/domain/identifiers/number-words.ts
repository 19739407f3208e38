/** Digits written as words: the ten digits in each language, two-digit numbers where a language builds them regularly, and "double". */

import { atFirstUse } from '../at-first-use.ts';
import { foldCharacter } from './letters.ts';
import { foldWord } from './readable.ts';

/** Zero to nine, forms of one digit joined by `/`. Words are compared without accents and apostrophes. */
const digitsByLanguage: Record<string, string> = {
  english: 'zero/oh/o/nought/naught/nil one two three four five six seven eight nine/niner',
  german: 'null eins/ein zwei/zwo drei vier fünf/fuenf sechs sieben acht neun',
  french: 'zéro un/une deux trois quatre cinq six sept huit neuf',
  spanish: 'cero uno/un/una dos tres cuatro cinco seis siete ocho nueve',
  portuguese: 'zero um/uma dois/duas três quatro cinco seis/meia sete oito nove',
  italian: 'zero uno due tre quattro cinque sei sette otto nove',
  romanian: 'zero unu/una doi/două trei patru cinci șase șapte opt nouă',
  polish:
    'zero jeden/jedynka dwa/dwójka trzy/trójka cztery/czwórka pięć/piątka sześć/szóstka siedem/siódemka osiem/ósemka dziewięć/dziewiątka',
  dutch: 'nul een twee drie vier vijf zes zeven acht negen',
  swedish: 'noll ett/en två tre fyra fem sex sju åtta nio',
  danish: 'nul et/en to tre fire fem seks syv otte ni',
  norwegian: 'null en/ett to tre fire fem seks sju åtte ni',
  finnish: 'nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän',
  czech:
    'nula/nulka jedna/jeden/jednička dva/dvě/dvojka tři/trojka čtyři/čtyřka pět/pětka šest/šestka sedm/sedmička osm/osmička devět/devítka',
  slovak: 'nula jeden/jedna dva/dve tri štyri päť šesť sedem osem deväť',
  hungarian: 'nulla egy kettő/két három négy öt hat hét nyolc kilenc',
  serbian: 'nula jedan dva tri četiri pet šest sedam osam devet',
  turkish: 'sıfır bir iki üç dört beş altı yedi sekiz dokuz',
  albanian: 'zero një dy tre katër pesë gjashtë shtatë tetë nëntë',
  russian:
    'ноль/нуль/нолик один/раз/одна/единица/единичка два/две/двойка три/тройка четыре/четверка пять/пятерка шесть/шестерка семь/семерка восемь/восьмерка девять/девятка',
  ukrainian: 'нуль один два три чотири пять шість сім вісім девять',
  bulgarian: 'нула едно/един две/два три четири пет шест седем осем девет',
  greek: 'μηδέν ένα δύο τρία τέσσερα πέντε έξι επτά/εφτά οκτώ/οχτώ εννέα/εννιά',
  'hindi in Latin script':
    'shunya/shoonya/sifar/sifr/ziro ek do/doh teen/tin char/chaar paanch/panch/paach chhe/che/chhah/chah/chha/cheh/chey saat/sat aath/ath nau/naw',
  hindi: 'शून्य/ज़ीरो/जीरो एक/वन दो/टू तीन/थ्री चार/फोर पाँच/पांच/पाच/फाइव छह/छः/छे/छ/सिक्स सात/सेवन आठ/एट नौ/नाइन',
  urdu: 'صفر/زیرو ایک دو تین چار پانچ/پانچھ چھ/چھے/چھہ سات آٹھ نو',
  persian: 'صفر یک دو سه چهار پنج شش هفت هشت نه',
  arabic:
    'صفر/زيرو واحد/واحدة اثنان/اثنين/اتنين/إثنان ثلاثة/ثلاث/تلاتة/ثلاثه أربعة/أربع/اربعه خمسة/خمس/خمسه ستة/ست/سته سبعة/سبع/سبعه ثمانية/ثمان/تمانية/ثمانيه تسعة/تسع/تسعه',
  bengali: 'শূন্য/জিরো এক দুই/দুটি তিন চার পাঁচ/পাচ ছয়/ছয় সাত আট নয়/নয়',
  gujarati: 'શૂન્ય એક બે ત્રણ ચાર પાંચ છ સાત આઠ નવ',
  tamil: 'பூஜ்யம் ஒன்று இரண்டு மூன்று நான்கு ஐந்து ஆறு ஏழு எட்டு ஒன்பது',
  punjabi: 'ਸਿਫ਼ਰ ਇੱਕ ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌਂ',
  hebrew: 'אפס אחת/אחד שתיים/שניים שלוש ארבע חמש שש שבע שמונה תשע',
  thai: 'ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า',
  vietnamese: 'không một hai ba bốn/tư năm/lăm sáu bảy/bẩy tám chín',
  indonesian: 'nol/kosong satu dua tiga empat lima enam tujuh delapan/lapan sembilan',
  tagalog: 'wala/sero isa dalawa tatlo apat lima anim pito walo siyam',
  swahili: 'sifuri moja mbili tatu nne tano sita saba nane tisa',
  japanese:
    'ゼロ/れい/レイ/まる/マル いち/イチ に/ニ さん/サン よん/し/ヨン/シ ご/ゴ ろく/ロク なな/しち/ナナ/シチ はち/ハチ きゅう/く/キュウ/ク',
  'chinese in Latin script': 'ling yi/yao er san si wu liu qi ba jiu',
};

/** Scripts that write a digit as one character and no spaces. */
const digitCharacters: Record<string, string> = {
  chinese: '零〇/一幺壹弌/二贰貳两兩弍/三叁參叄弎/四肆/五伍/六陆陸/七柒/八捌/九玖',
  korean: '공영/일/이/삼/사/오/육륙/칠/팔/구',
};

/** Tens and how a language joins them to the units: "thirty five", "trente-cinq", "fünfunddreißig", "treinta y cinco". */
const tensByLanguage: { language: string; teens: string; tens: string; join: (tens: string, unit: string) => string }[] = [
  {
    language: 'english',
    teens: 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    tens: 'twenty thirty forty fifty sixty seventy eighty ninety',
    join: (tens, unit) => `${tens} ${unit}`,
  },
  {
    language: 'german',
    teens: 'zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    tens: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
    join: (tens, unit) => `${unit === 'eins' ? 'ein' : unit}und${tens}`,
  },
  {
    language: 'dutch',
    teens: 'tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
    tens: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    join: (tens, unit) => `${unit}en${tens}`,
  },
  {
    language: 'spanish',
    teens: 'diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
    tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    join: (tens, unit) => (tens === 'veinte' ? `veinti${unit}` : `${tens} y ${unit}`),
  },
  {
    language: 'portuguese',
    teens: 'dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove',
    tens: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    join: (tens, unit) => `${tens} e ${unit}`,
  },
  {
    language: 'italian',
    teens: 'dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    tens: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    join: (tens, unit) => (/^[uo]/.test(unit) ? `${tens.slice(0, -1)}${unit}` : `${tens}${unit}`),
  },
  {
    language: 'polish',
    teens: 'dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście',
    tens: 'dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt',
    join: (tens, unit) => `${tens} ${unit}`,
  },
  {
    language: 'romanian',
    teens: 'zece unsprezece doisprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece nouăsprezece',
    tens: 'douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci',
    join: (tens, unit) => `${tens} și ${unit}`,
  },
  {
    language: 'russian',
    teens: 'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать',
    tens: 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто',
    join: (tens, unit) => `${tens} ${unit}`,
  },
];

/** "double four" is 44: how often the next digit is meant. */
// biome-ignore format: a table
const repeats: Record<string, number> = {
  double: 2, dubble: 2, twice: 2, triple: 3, treble: 3, quadruple: 4, doppel: 2, doppelt: 2, doppelte: 2, zweimal: 2, dreimal: 3, viermal: 4,
  dreifach: 3, doble: 2, dobles: 2, doppio: 2, doppia: 2, triplo: 3, tripla: 3, duplo: 2, dupla: 2, dobro: 2, dublu: 2, triplu: 3, dubbel: 2,
  podwojne: 2, podwojna: 2, potrojne: 3, dabal: 2, 'डबल': 2, 'ट्रिपल': 3, 'ڈبل': 2, 'دبل': 2, dvakrat: 2, trikrat: 3, driedubbel: 3, driedubbele: 3, tweemaal: 2, driemaal: 3, tripel: 3, trippel: 3, tredubbel: 3, kaksois: 2, cift: 2,
  duplan: 2, triplan: 3, двойная: 2, двойной: 2, дважды: 2, тройная: 3, тройной: 3, трижды: 3, dubbelt: 2, dobbelt: 2,
};

/** French counts sixty-ten and four-twenties, so its two-digit numbers are written out by rule here. */
function frenchNumbers(): [string, string][] {
  const low = 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');
  const under20 = [...low, 'dix sept', 'dix huit', 'dix neuf'];
  const numbers: [string, string][] = [];
  // biome-ignore format: a table
  const tens: [string, number][] = [['', 10], ['vingt', 20], ['trente', 30], ['quarante', 40], ['cinquante', 50], ['soixante', 60], ['quatre vingt', 80]];
  for (const [word, value] of tens) {
    const last = value >= 60 ? 19 : 9;
    for (let unit = 0; unit <= last; unit++) {
      const rest = value === 10 ? under20[10 + unit] : unit === 0 ? '' : under20[unit];
      if (rest === undefined) continue;
      numbers.push([`${word} ${rest}`.trim(), String(value + unit)]);
      if (unit === 1 || unit === 11) numbers.push([`${word} et ${rest}`.trim(), String(value + unit)]);
    }
  }
  numbers.push(['quatre vingts', '80'], ['septante', '70'], ['huitante', '80'], ['nonante', '90']);
  return numbers;
}

interface NumberWords {
  /** Digits by word or phrase, words of a phrase joined by one space. A word that means different digits in two languages keeps both. */
  phrases: Map<string, Set<string>>;
  /** The first words of phrases longer than one word, with the number of words of the longest. */
  longPhrases: Map<string, number>;
}

/** Every form of every language, folded: built when a text is first read, since folding them takes longer than loading the code. */
const numberWords = atFirstUse((): NumberWords => {
  const known: NumberWords = { phrases: new Map(), longPhrases: new Map() };
  for (const words of Object.values(digitsByLanguage)) {
    for (const [digit, forms] of words.split(' ').entries()) for (const form of forms.split('/')) learn(known, form, String(digit));
  }
  for (const { language, teens, tens, join } of tensByLanguage) {
    const units = (digitsByLanguage[language] ?? '').split(' ').map((forms) => forms.split('/')[0] ?? '');
    for (const [unit, word] of teens.split(' ').entries()) learn(known, word, String(10 + unit));
    for (const [index, word] of tens.split(' ').entries()) {
      learn(known, word, String(20 + 10 * index));
      for (let unit = 1; unit < 10; unit++) learn(known, join(word, units[unit] ?? ''), String(20 + 10 * index + unit));
    }
  }
  for (const [phrase, digits] of frenchNumbers()) if (phrase !== '') learn(known, phrase, digits);
  return known;
});

function learn({ phrases, longPhrases }: NumberWords, phrase: string, digits: string): void {
  const key = phrase.split(' ').map(foldWord).join(' ');
  phrases.set(key, (phrases.get(key) ?? new Set()).add(digits));
  const words = key.split(' ');
  const first = words[0] ?? '';
  if (words.length > 1) longPhrases.set(first, Math.max(words.length, longPhrases.get(first) ?? 0));
}

const single = atFirstUse(() => {
  const digits = new Map<string, string>();
  for (const characters of Object.values(digitCharacters)) {
    for (const [digit, forms] of characters.split('/').entries()) for (const form of forms) digits.set(foldCharacter(form), String(digit));
  }
  return digits;
});

const repeatsByWord = atFirstUse(() => new Map(Object.entries(repeats).map(([word, times]) => [foldWord(word), times])));

/** The digits one folded word or phrase stands for, likeliest first: `three` gives `['3']`, `thirty five` gives `['35']`. */
export function digitsOfPhrase(phrase: string): readonly string[] | undefined {
  const digits = numberWords().phrases.get(phrase);
  return digits === undefined ? undefined : [...digits];
}

/** Every single word for one digit in each language, folded. */
export function digitWords(): { language: string; word: string; digit: number }[] {
  return Object.entries(digitsByLanguage).flatMap(([language, words]) =>
    words.split(' ').flatMap((forms, digit) => forms.split('/').map((form) => ({ language, word: foldWord(form), digit }))),
  );
}

/** How many words the longest phrase that starts with this folded word has; 1 for most. */
export function longestPhraseFrom(word: string): number {
  return numberWords().longPhrases.get(word) ?? 1;
}

/** The digit one character stands for in scripts without spaces: `三` gives `3`. */
export function digitOfCharacter(folded: string): string | undefined {
  return single().get(folded);
}

/** How often "double", "triple" and the like make the next digit count. */
export function timesOf(word: string): number | undefined {
  return repeatsByWord().get(word);
}

/** Takes a word of number words written together apart, `dreifunfsechs` to `356`; undefined unless all of it is digits. */
export function digitsOfCompound(word: string): string | undefined {
  // "nien" is a slip, not Danish for ninety-one.
  if (word.length < (word.charCodeAt(0) < 0x250 ? 6 : 4) || word.length > 160) return undefined;
  const { phrases } = numberWords();
  const shortest = word.charCodeAt(0) > 0x3000 ? 1 : 2;
  const reached: (string | undefined)[] = [''];
  for (let at = 0; at < word.length; at++) {
    const before = reached[at];
    if (before === undefined) continue;
    for (let length = shortest; length <= 12 && at + length <= word.length; length++) {
      const digits = phrases.get(word.slice(at, at + length));
      // The longest way to a place wins: later lengths overwrite only from earlier starts.
      if (digits !== undefined && reached[at + length] === undefined) reached[at + length] = before + ([...digits][0] ?? '');
    }
  }
  const digits = reached[word.length];
  return digits !== undefined && digits.length > 1 ? digits : undefined;
}
