/** Words that name a make, those included whose models the catalogue does not hold: "DOOGEE Y6" is no Huawei. */

import { catalogue } from './catalogue.ts';

const lines: Record<string, string> = {
  apple: 'iphone apple',
  samsung: 'samsung galaxy',
  google: 'google pixel',
  huawei: 'huawei',
  honor: 'honor',
  xiaomi: 'xiaomi redmi poco',
  oneplus: 'oneplus',
  motorola: 'motorola moto',
  sony: 'sony xperia',
  nothing: 'cmf',
  asus: 'asus rog zenfone',
  zte: 'zte nubia redmagic',
  blackberry: 'blackberry',
};

/** "Nothing wrong with it", "cat sticker": these name a make only within the name of a model. */
const ordinaryWords = new Set(['nothing', 'cat']);

const beyondTheCatalogue =
  'doogee ulefone blackview oukitel cubot umidigi elephone leagoo meizu lenovo leeco wiko gionee micromax karbonn xolo panasonic philips siemens kyocera sonim unihertz crosscall emporia doro gigaset medion archos bq energizer hisense haier coolpad jolla iqoo vertu qmobile dexp prestigio explay oscal hotwav agm teclast ericsson toshiba fujitsu';

/** `galaxy` gives `samsung`. */
export const makeWords = new Map<string, string>([
  ...catalogue.flatMap(({ make }): [string, string][] => (ordinaryWords.has(make) ? [] : [[make, make]])),
  ...Object.entries(lines).flatMap(([make, words]) => words.split(' ').map((word): [string, string] => [word, make])),
  ...beyondTheCatalogue.split(' ').map((make): [string, string] => [make, make]),
]);
