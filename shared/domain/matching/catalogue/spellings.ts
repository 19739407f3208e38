/** How people spell the words of phones: glued, abbreviated, in letters for digits, or with a slip of the finger. */

/** Words that people glue together or spell their own way, as the tokens they stand for. */
export const respelled = new Map<string, string[]>(
  Object.entries({
    '+': 'plus',
    promax: 'pro max',
    maxpro: 'pro max',
    pmax: 'pro max',
    proplus: 'pro plus',
    proxl: 'pro xl',
    pm: 'p m',
    fone: 'phone',
    ifone: 'iphone',
    aifon: 'iphone',
    ayfon: 'iphone',
    ajfon: 'iphone',
    iphon: 'iphone',
    ipone: 'iphone',
    iph: 'iphone',
    ip: 'iphone',
    iphones: 'iphone',
    samsumg: 'samsung',
    sumsung: 'samsung',
    samung: 'samsung',
    gal: 'galaxy',
    galaksi: 'galaxy',
    galaxi: 'galaxy',
    galexy: 'galaxy',
    sgs: 'galaxy s',
    zflip: 'z flip',
    zfold: 'z fold',
    xsmax: 'xs max',
    smg: 'sm g',
    smn: 'sm n',
    smf: 'sm f',
    sma: 'sm a',
    sms: 'sm s',
    iphonex: 'iphone x',
    iphonexr: 'iphone xr',
    iphonexs: 'iphone xs',
    iphonexsmax: 'iphone xs max',
    iphonese: 'iphone se',
    iphoneair: 'iphone air',
    nothingphone: 'nothing phone',
    googlepixel: 'google pixel',
    appleiphone: 'apple iphone',
    samsunggalaxy: 'samsung galaxy',
    samsungs: 'samsung s',
    samsunga: 'samsung a',
    galaxys: 'galaxy s',
    galaxya: 'galaxy a',
    galaxynote: 'galaxy note',
    galaxyz: 'galaxy z',
    galaxyzflip: 'galaxy z flip',
    galaxyzfold: 'galaxy z fold',
    redminote: 'redmi note',
    xiaomiredmi: 'xiaomi redmi',
    pocox: 'poco x',
    pocof: 'poco f',
    pocom: 'poco m',
    motog: 'moto g',
    motoe: 'moto e',
    motorolamoto: 'motorola moto',
    alkatel: 'alcatel',
    psmart: 'p smart',
    huaweip: 'huawei p',
    honormagic: 'honor magic',
    findx: 'find x',
    generation: 'gen',
    generación: 'gen',
    génération: 'gen',
    eleven: '11',
    twelve: '12',
    thirteen: '13',
    fourteen: '14',
    fifteen: '15',
    sixteen: '16',
    seventeen: '17',
  }).map(([word, tokens]) => [word, tokens.split(' ')]),
);

/** Long words of phones that take one slip of the finger: `Pixeel`, `Glaxy`, `iPhnoe`, `pormax`. Shorter words have too many honest neighbours. */
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
  'infinix',
  'fairphone',
  'titanium',
];

const neverCorrected = new Set(
  'phone phones apples pixels horror donor honour something nothin noting bothing apply appeal ample extra'.split(' '),
);

const corrections = new Map<string, string>();

/** The brand word one slip away, or the word itself. */
export function corrected(word: string): string {
  if (word.length < 4 || word.length > 10 || !/^[a-z]+$/.test(word) || neverCorrected.has(word)) return word;
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
