import type { Random } from '../sample/random.ts';
import type { AdvertSeller, SiteId } from './advert.ts';

const nicknames = [
  'teapot',
  'marmalade',
  'bluebird',
  'roundabout',
  'gizmo',
  'pebble',
  'biscuit',
  'northstar',
  'lamplight',
  'otter',
  'thistle',
  'rooftop',
  'moosbeere',
  'kaffeetante',
  'dachs',
  'zimtstern',
  'nordlicht',
  'radlos',
  'waldkauz',
  'wolkchen',
  'sroka',
  'zubr',
  'jagoda',
  'kropka',
];
const shops: Record<SiteId, readonly string[]> = {
  pennyfield: ['Second Ring Phones Ltd', 'Harbour Handsets', 'Dial & Done', 'The Phone Cupboard'],
  kramkiste: ['Handyhütte Musterstadt', 'Zweitklang Mobilfunk', 'Funkfuchs GmbH', 'Display-Doktor Neudorf'],
};
const places: Record<SiteId, readonly string[]> = {
  pennyfield: [
    'Hackney, London',
    'Camden, London',
    'Peckham, London',
    'Stratford, London',
    'Croydon',
    'Wembley',
    'Brixton, London',
    'Tottenham, London',
    'Leeds',
    'Salford',
    'Bristol',
    'Cardiff',
    'Glasgow',
    'Norwich',
    'Brighton',
    'Reading',
    'Luton',
    'Slough',
    'Sheffield',
    'Hull',
  ],
  kramkiste: [
    '10247 Berlin Friedrichshain',
    '12043 Berlin Neukölln',
    '20357 Hamburg',
    '50823 Köln Ehrenfeld',
    '60329 Frankfurt am Main',
    '80331 München',
    '04109 Leipzig',
    '01099 Dresden',
    '90443 Nürnberg',
    '30159 Hannover',
    '44137 Dortmund',
    '15230 Frankfurt (Oder)',
    '02826 Görlitz',
  ],
};

/** One of a few hundred private sellers of the site, or one of its shops: some of them offer several phones. */
export function drawSeller(random: Random, site: SiteId, shop: boolean): AdvertSeller {
  if (shop) {
    const number = random.int(0, shops[site].length - 1);
    return { id: `s${9001 + number}`, name: shops[site][number] ?? 'Shop', shop, memberSince: 2012 + number };
  }
  const number = random.int(1, 900);
  const nickname = nicknames[(number * 7) % nicknames.length] ?? 'seller';
  return { id: `u${20_000 + number * 37}`, name: `${nickname}${number % 97}`, shop, memberSince: 2010 + (number % 17) };
}

export function drawLocation(random: Random, site: SiteId): string {
  return random.pick(places[site]);
}
