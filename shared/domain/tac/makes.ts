/** Whose phone a TAC table names: brands, companies behind brands, and those who build for others. */

import { readModel } from '../matching/catalogue/read-model.ts';

/** Words of a brand column that mean a make and that no advert uses for it. */
const makeOfWord: Record<string, string> = { microsoft: 'nokia', lumia: 'nokia', lge: 'lg', rim: 'blackberry', bullitt: 'cat' };

/**
 * Companies that have TACs for phones sold under other names: builders, provincial prefixes of company names, and operators. Their name
 * tells nothing of the phone's.
 */
const namesOfNobody = new Set([
  ...['foxconn', 'hon', 'fih', 'compal', 'quanta', 'arima', 'inventec', 'wistron', 'pegatron', 'wingtech', 'longcheer', 'huaqin', 'tinno'],
  ...['tct', 'bbk', 'shenzhen', 'guangdong', 'beijing', 'shanghai', 'hangzhou', 'shenzen', 'taiwan'],
  ...['vodafone', 'orange', 'docomo', 'softbank', 'kddi', 'verizon', 'sprint', 'telstra', 'claro', 'movistar', 'ee', 'at'],
  ...['unknown', 'not', 'none', 'generic', 'various', 'other', 'test', 'the'],
]);

/**
 * Who has built, or registered the TACs of, phones that bear another make's name: Google's first ones came from HTC, LG, Huawei and others,
 * Nokia's come from HMD, Motorola's from Lenovo.
 */
const builders: Record<string, readonly string[]> = {
  google: ['htc', 'lg', 'huawei', 'asus', 'motorola', 'samsung'],
  nokia: ['hmd'],
  motorola: ['lenovo'],
  sony: ['ericsson'],
  honor: ['huawei'],
  oneplus: ['oppo', 'realme'],
  realme: ['oppo'],
  iqoo: ['vivo'],
  alcatel: ['tcl'],
  blackberry: ['tcl', 'alcatel'],
};

/** The make a brand column means (`Guangdong Oppo Mobile` is `oppo`, `Microsoft` is `nokia`, `Teltonika` is `teltonika`), or undefined when it names none. */
export function makeOfBrand(brand: string): string | undefined {
  const words = brand.toLowerCase().match(/\p{L}+/gu) ?? [];
  const renamed = words.find((word) => makeOfWord[word] !== undefined);
  const known = readModel(brand).make ?? (renamed === undefined ? undefined : makeOfWord[renamed]);
  if (known !== undefined) return known;
  const [first] = words;
  return first === undefined || first.length < 2 || namesOfNobody.has(first) || !/^[a-z]/.test(first) ? undefined : first;
}

/** Whether two makes are rivals: a phone of the one does not carry a TAC of the other. */
export function areRivals(a: string, b: string): boolean {
  return a !== b && !builders[a]?.includes(b) && !builders[b]?.includes(a);
}
