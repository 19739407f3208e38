import type { Price } from '../domain/listing.ts';

/** What the Source knows: assumed where a price stands without a currency, and how `1.299` reads. */
export interface PriceContext {
  /** ISO 4217. */
  currency?: string | undefined;
  /** BCP 47. */
  language?: string | undefined;
}

/** Currency signs and abbreviations, longest first, so that `US $` is not read as `$`. `$`, `Rs` and `kr` alone are the Source's own, else USD, INR and SEK. */
const currencySigns: [RegExp, string][] = [
  [/US\s?\$|USD\s?\$?/, 'USD'],
  [/(?:AU|A)\s?\$|AUD/, 'AUD'],
  [/(?:CA|C)\s?\$|CAD/, 'CAD'],
  [/(?:NZ)\s?\$|NZD/, 'NZD'],
  [/S\s?\$|SGD/, 'SGD'],
  [/HK\s?\$|HKD/, 'HKD'],
  [/NT\s?\$|TWD/, 'TWD'],
  [/R\s?\$|BRL/, 'BRL'],
  [/MX\s?\$|MXN/, 'MXN'],
  [/€|EUR(?:os?)?|&euro;/i, 'EUR'],
  [/£|GBP/, 'GBP'],
  [/zł|zl\b|PLN/i, 'PLN'],
  [/₹|INR/, 'INR'],
  [/PKR/, 'PKR'],
  [/\bRs\.?/, 'Rs'],
  [/₱|PHP/, 'PHP'],
  [/円|JPY/, 'JPY'],
  [/¥|￥/, 'JPY'],
  [/₽|руб|RUB/i, 'RUB'],
  [/₴|грн|UAH/i, 'UAH'],
  [/₺|TRY|\bTL\b/, 'TRY'],
  [/₩|KRW/, 'KRW'],
  [/₦|NGN/, 'NGN'],
  [/KSh|KES/i, 'KES'],
  [/CHF|SFr\.?/i, 'CHF'],
  [/Kč|CZK/i, 'CZK'],
  [/\bFt\b|HUF/, 'HUF'],
  [/\blei\b|RON/i, 'RON'],
  [/лв\.?|BGN/i, 'BGN'],
  [/SEK/, 'SEK'],
  [/NOK/, 'NOK'],
  [/DKK/, 'DKK'],
  [/\bRM\b|MYR/, 'MYR'],
  [/\bRp\b|IDR/, 'IDR'],
  [/ZAR|\bR(?=\s?\d)/, 'ZAR'],
  [/\bkr\b\.?/i, 'kr'],
  [/\$/, '$'],
];

const dollarCurrencies = new Set(['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'CLP', 'COP', 'ARS']);
const rupeeCurrencies = new Set(['INR', 'PKR', 'LKR', 'NPR', 'MUR']);
const crownCurrencies = new Set(['SEK', 'NOK', 'DKK', 'ISK']);

/** Each sign as it stands before a number and behind one; `1.299,- €` and `1'299.– CHF` have a dash for the cents. */
const signPlaces = currencySigns.map(([pattern, sign]) => ({
  sign,
  before: new RegExp(`(?:${pattern.source})[\\s:]{0,2}$`, pattern.flags),
  behind: new RegExp(`^(?:[.,][-–—])?\\s{0,2}(?:${pattern.source})`, pattern.flags),
}));

/** One number as it may stand in a price: digits with points, commas, apostrophes or spaces between groups; Indian groups first (`45,00,000`). */
const amount = /\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[.,'’\s\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)|\d+/g;

/**
 * The price that a text states: `1.299,00 €` → 1299 EUR, `£1,299` → 1299 GBP, `US $50.94` → 50.94 USD, `12,5` → 12.5.
 *
 * - Words without a number are no price: `VB`, `Free`, `Zu verschenken`, `on request` → undefined, never 0. A written `0 €` is 0.
 * - Of a range (`£200 - £250`) and of "was/now" the lowest amount counts: what a buyer may get it for. Of several amounts that are not
 *   one (a title with a price in it) the one beside a currency sign counts.
 * - `1.299` is a thousand in languages that write decimals with a comma, and everywhere when exactly three digits follow and no
 *   currency of thousandths is in play; `1,5` is one and a half.
 */
export function parsePrice(text: string, context: PriceContext = {}): Price | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f]+/g, ' ')
    .slice(0, 400);
  const found = [...plain.matchAll(amount)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }));
  if (found.length === 0) return undefined;
  const signed = found.flatMap((number) => {
    const sign = signBeside(plain, number);
    return sign === undefined ? [] : [{ ...number, sign }];
  });
  const [first] = signed;
  if (first !== undefined) {
    const amounts = signed.filter(({ sign }) => sign === first.sign).map((number) => toAmount(number.text, context.language));
    return { amount: Math.min(...amounts), currency: currencyOf(first.sign, context.currency) };
  }
  if (!isOnlyAPrice(plain)) return undefined;
  const amounts = found.map((number) => toAmount(number.text, context.language));
  return { amount: Math.min(...amounts), ...(context.currency !== undefined && { currency: context.currency }) };
}

/** The currency sign that stands directly before or behind a number. */
function signBeside(text: string, number: { start: number; end: number }): string | undefined {
  const before = text.slice(Math.max(0, number.start - 8), number.start);
  const after = text.slice(number.end, number.end + 8);
  for (const place of signPlaces) if (place.before.test(before) || place.behind.test(after)) return place.sign;
  return undefined;
}

/** Whether a line says nothing but a price: `£299 ono`, `1.250 € VB`. */
export function isPriceTag(text: string): boolean {
  let words = text;
  for (const [pattern] of currencySigns) words = words.replace(pattern, ' ');
  return /\d/.test(words) && isOnlyAPrice(words);
}

/** Short, and beside its numbers only words that price tags carry: a title such as `iPhone 13` is no price. */
function isOnlyAPrice(text: string): boolean {
  const words = text.replace(/\d[\d.,'’\s-]*/g, ' ').trim();
  return words.length <= 40 && words.split(/[\s/.:;,()–-]+/).every((word) => word === '' || priceWords.has(word.toLowerCase()));
}

const priceWords = new Set(
  'price preis prix precio preço prezzo cena ár fest fp vb vhb ono obo neg negotiable fixed ab from à a partir de desde od bis to und now jetzt only nur firm per piece each stück'.split(
    ' ',
  ),
);

function currencyOf(sign: string, assumed: string | undefined): string {
  if (sign === '$') return assumed !== undefined && dollarCurrencies.has(assumed) ? assumed : 'USD';
  if (sign === 'Rs') return assumed !== undefined && rupeeCurrencies.has(assumed) ? assumed : 'INR';
  if (sign === 'kr') return assumed !== undefined && crownCurrencies.has(assumed) ? assumed : 'SEK';
  return sign;
}

/** Languages that write 1,299.00; every other of Europe writes 1.299,00 or 1 299,00. */
const decimalPointLanguages = new Set(['en', 'ja', 'zh', 'ko', 'th', 'hi', 'he', 'ms', 'fil', 'ur']);

function toAmount(written: string, language: string | undefined): number {
  const text = written.replace(/['’\s\u00a0\u202f]/g, '');
  const lastPoint = text.lastIndexOf('.');
  const lastComma = text.lastIndexOf(',');
  if (lastPoint !== -1 && lastComma !== -1) {
    const decimal = lastPoint > lastComma ? '.' : ',';
    return Number(text.replaceAll(decimal === '.' ? ',' : '.', '').replace(',', '.'));
  }
  const separator = lastPoint !== -1 ? '.' : ',';
  const groups = text.split(separator);
  if (groups.length === 1) return Number(text);
  const isThousands = groups.length > 2 || groups[1]?.length === 3;
  if (isThousands && !isDecimalHere(groups, separator, language)) return Number(groups.join(''));
  return Number(text.replace(',', '.'));
}

/** `0.500` is a half everywhere; `1.299` in English stays a thousand too, because prices have two decimals. */
function isDecimalHere(groups: string[], separator: string, language: string | undefined): boolean {
  if (groups.length !== 2 || groups[0] !== '0') return false;
  const base = language?.split('-')[0] ?? 'en';
  return decimalPointLanguages.has(base) === (separator === '.');
}
