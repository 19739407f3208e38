/** Splits what people write about phones into comparable tokens: `iphone13promax` and `i phone 13 Pro-Max` give the same row. */

/** One comparable word or number of a text. */
export interface Token {
  text: string;
  /** Offset in the lower-cased text, end exclusive. */
  start: number;
  end: number;
}

// Digits and letters part, because "S22ultra", "s 22 ultra" and "S22 Ultra" are one phone; "+" is a word of its own.
const piece = /\d+|\p{L}+|\+/gu;

/** Words that people glue together or spell their own way, as the tokens they stand for. */
const respelled: Record<string, string[]> = {
  '+': ['plus'],
  promax: ['pro', 'max'],
  maxpro: ['pro', 'max'],
  proplus: ['pro', 'plus'],
  pm: ['p', 'm'],
  fone: ['phone'],
  ifone: ['iphone'],
  aifon: ['iphone'],
  iph: ['iphone'],
  ip: ['iphone'],
  iphones: ['iphone'],
  samsumg: ['samsung'],
  sumsung: ['samsung'],
  gal: ['galaxy'],
  zflip: ['z', 'flip'],
  zfold: ['z', 'fold'],
  xsmax: ['xs', 'max'],
  smg: ['sm', 'g'],
  smn: ['sm', 'n'],
  smf: ['sm', 'f'],
  iphonex: ['iphone', 'x'],
  iphonexr: ['iphone', 'xr'],
  iphonexs: ['iphone', 'xs'],
  iphonese: ['iphone', 'se'],
  nothingphone: ['nothing', 'phone'],
  googlepixel: ['google', 'pixel'],
  appleiphone: ['apple', 'iphone'],
  samsunggalaxy: ['samsung', 'galaxy'],
  galaxys: ['galaxy', 's'],
  galaxya: ['galaxy', 'a'],
  redminote: ['redmi', 'note'],
  motog: ['moto', 'g'],
  generation: ['gen'],
  eleven: ['11'],
  twelve: ['12'],
  thirteen: ['13'],
  fourteen: ['14'],
  fifteen: ['15'],
  sixteen: ['16'],
  seventeen: ['17'],
};

/** Long brand words that take one slip of the finger: `Pixeel`, `Glaxy`, `iPhnoe`, `pormax`. Shorter words have too many honest neighbours. */
const slippery = [
  'iphone',
  'apple',
  'samsung',
  'galaxy',
  'pixel',
  'google',
  'ultra',
  'huawei',
  'xiaomi',
  'redmi',
  'motorola',
  'oneplus',
  'realme',
  'nokia',
  'xperia',
  'promax',
  'nothing',
  'honor',
];
const neverCorrected = new Set([
  'phone',
  'phones',
  'apples',
  'pixels',
  'horror',
  'donor',
  'honour',
  'something',
  'nothin',
  'noting',
  'bothing',
  'apply',
  'appeal',
  'ample',
]);

/** In the order of the text; a glued word gives several tokens with the span of the whole. */
export function tokenise(text: string): Token[] {
  const lower = text.toLowerCase().replaceAll("'s", '  ').replaceAll('’s', '  ');
  const tokens: Token[] = [];
  for (const match of lower.matchAll(piece)) {
    for (const word of spelledOut(match[0])) tokens.push({ text: word, start: match.index, end: match.index + match[0].length });
  }
  return joinIPhone(tokens);
}

/** The same without positions. */
export function tokensOf(text: string): string[] {
  return tokenise(text).map((token) => token.text);
}

function spelledOut(word: string): string[] {
  const known = respelled[word];
  if (known) return known;
  const meant = corrected(word);
  return respelled[meant] ?? [meant];
}

const corrections = new Map<string, string>();

function corrected(word: string): string {
  if (word.length < 4 || word.length > 9 || !/^[a-z]+$/.test(word) || neverCorrected.has(word)) return word;
  const known = corrections.get(word);
  if (known !== undefined) return known;
  const meant = slippery.find((brand) => brand === word) ?? slippery.find((brand) => isOneSlip(word, brand)) ?? word;
  if (corrections.size < 50_000) corrections.set(word, meant);
  return meant;
}

/** One letter lost, added or changed, or two neighbours swapped. */
export function isOneSlip(word: string, meant: string): boolean {
  if (Math.abs(word.length - meant.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === meant[start]) start++;
  const [a, b] = [word.slice(start), meant.slice(start)];
  if (a.length === b.length) return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  return a.length > b.length ? a.slice(1) === b : a === b.slice(1);
}

/** `i phone` and `i-phone` are one word. */
function joinIPhone(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (token.text === 'phone' && before?.text === 'i') joined[joined.length - 1] = { text: 'iphone', start: before.start, end: token.end };
    else joined.push(token);
  }
  return joined;
}
