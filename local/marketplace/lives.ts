/**
 * When adverts come, change and go. Time is counted in minutes from the marketplace's start; what stands there at the start was
 * posted before, so its birth is negative. Everything follows from the seed, an hour at a time, so that any moment can be
 * computed without living through the ones before it.
 */

import { type Random, randomFrom } from '../sample/random.ts';
import { type Advert, type SiteId, siteIds } from './advert.ts';
import { castOf, laterRole, type Role } from './cast.ts';
import { drawAdvert } from './draw-advert.ts';
import { writeEdit } from './prose/write.ts';

type Change = { at: number; price: number } | { at: number; note: string };

/** `sold` keeps a page that says so; `removed` leaves none. */
export type Ending = 'sold' | 'removed';

export interface Life {
  advert: Advert;
  bornAt: number;
  /** Where the page must show another day than the one of its birth: ISO 8601. */
  postedAt?: string;
  changes: readonly Change[];
  endsAt: number;
  ending: Ending;
}

const STOCK = 1_950;
const BIRTHS_AN_HOUR = 25;
const MEAN_LIFE = 6_000;
const LONGEST_LIFE = 14_400;
const MEAN_BETWEEN_PRICES = 3_600;
const MEAN_BETWEEN_EDITS = 12_000;
const MEAN_AGE_OF_STOCK = 7_200;
const TWO_DAYS = 2_880;
const AN_HOUR = 60;
/** Re-listed within this many minutes of its removal. */
const LONGEST_PAUSE = 20;

/** An advert of this hour or a re-listing of one can still stand this many hours later. */
export const HOURS_A_LIFE_REACHES = (2 * LONGEST_LIFE + LONGEST_PAUSE) / AN_HOUR + 1;

/** All that stands there when the marketplace opens, the cast included, with the re-listings that follow. */
export function stockOf(seed: number): Life[] {
  const random = randomFrom(seed, 'stock');
  const ordinary = Array.from({ length: STOCK }, (_, index) => {
    const bornAt = -Math.ceil(Math.min(random.wait(MEAN_AGE_OF_STOCK), 4 * MEAN_AGE_OF_STOCK)) - 1;
    return drawLife(seed, { site: siteFor(random), itemId: itemIdOf(-1, index), bornAt });
  });
  const cast = castOf(seed).map((role, index) => drawCastLife(seed, role, index, random));
  return [...ordinary, ...cast].flatMap((life) => [life, ...relisting(seed, life)]);
}

/** What appears in the hour that begins at `hour * 60` minutes, with the re-listings that follow. */
export function birthsOf(seed: number, hour: number): Life[] {
  const random = randomFrom(seed, 'hour', hour);
  const born = Array.from({ length: BIRTHS_AN_HOUR }, (_, index) => {
    const role = index === 0 && random.chance(0.4) ? laterRole(random) : undefined;
    const bornAt = hour * AN_HOUR + random.int(0, AN_HOUR - 1);
    return drawLife(seed, { site: role?.site ?? siteFor(random), itemId: itemIdOf(hour, index), bornAt, ...(role && { role }) });
  });
  return born.flatMap((life) => [life, ...relisting(seed, life)]);
}

function siteFor(random: Random): SiteId {
  return random.chance(0.58) ? siteIds[0] : siteIds[1];
}

interface Birth {
  site: SiteId;
  itemId: string;
  bornAt: number;
  role?: Role;
}

function drawLife(seed: number, { bornAt, ...order }: Birth): Life {
  const random = randomFrom(seed, 'life', order.itemId);
  const advert = drawAdvert({ seed, ...order });
  // Waiting times have no memory, so what is left of a life at the start is drawn like a whole one.
  const endsAt = Math.max(bornAt, 0) + 1 + Math.floor(Math.min(random.wait(MEAN_LIFE), LONGEST_LIFE));
  return {
    advert,
    bornAt,
    changes: drawChanges(random, advert, Math.max(bornAt, 0), endsAt),
    endsAt,
    ending: random.chance(0.4) ? 'sold' : 'removed',
  };
}

function drawChanges(random: Random, advert: Advert, from: number, until: number): Change[] {
  const changes: Change[] = [];
  let price = advert.price;
  for (let at = from + random.wait(MEAN_BETWEEN_PRICES); at < until; at += random.wait(MEAN_BETWEEN_PRICES)) {
    price = Math.max(1, Math.round(price * (1 - random.int(3, 12) / 100)));
    changes.push({ at: Math.ceil(at), price });
  }
  for (let at = from + random.wait(MEAN_BETWEEN_EDITS); at < until; at += random.wait(MEAN_BETWEEN_EDITS)) {
    changes.push({ at: Math.ceil(at), note: writeEdit(advert.language, random) });
  }
  return changes.sort((one, other) => one.at - other.at);
}

const ONE_LATE_IN = 14;
const ONE_RESTLESS_IN = 37;

/** One of the cast: most are there from the start and stay a day; some come within the first hour, a few leave and come back. */
function drawCastLife(seed: number, role: Role, index: number, random: Random): Life {
  const late = role.trap === undefined && index % ONE_LATE_IN === 5;
  const restless = role.trap === undefined && index % ONE_RESTLESS_IN === 3;
  const bornAt = late ? random.int(2, 55) : -random.int(30, TWO_DAYS);
  const life = drawLife(seed, { site: role.site, itemId: itemIdOf(-1, STOCK + index), bornAt, role });
  if (restless) return { ...life, bornAt: -random.int(30, TWO_DAYS), endsAt: random.int(15, 45), ending: 'removed', changes: [] };
  const endsAt = Math.max(life.endsAt, bornAt + TWO_DAYS);
  if (role.trap !== 'listed-before-theft' || role.record === undefined) return { ...life, endsAt };
  const daysBefore = random.int(20, 45);
  const postedAt = new Date(Date.parse(role.record.stolenAt) - daysBefore * 86_400_000).toISOString();
  return { ...life, bornAt: -4 * MEAN_AGE_OF_STOCK, endsAt, postedAt };
}

/** One removal in four comes back under a new number, with the same photos and nearly the same words. */
function relisting(seed: number, life: Life): Life[] {
  const random = randomFrom(seed, 'relisting', life.advert.itemId);
  const wanted = life.ending === 'removed' && (life.advert.part !== undefined || random.chance(0.25));
  if (!wanted || life.postedAt !== undefined) return [];
  const { advert } = life;
  const bornAt = life.endsAt + random.int(3, LONGEST_PAUSE);
  const again = {
    ...advert,
    itemId: String(Number(advert.itemId) + 1),
    price: Math.max(1, Math.round(advert.price * random.pick([0.9, 0.95, 1]))),
    paragraphs: [...advert.paragraphs, writeEdit(advert.language, random)],
  };
  const endsAt = bornAt + 1 + Math.floor(Math.min(random.wait(MEAN_LIFE), LONGEST_LIFE));
  return [{ advert: again, bornAt, changes: drawChanges(random, again, bornAt, endsAt), endsAt, ending: 'sold' }];
}

const ID_BASE = 1_460_000_000;
/** Prime, so that stepping through an hour's numbers in strides meets each once. */
const IDS_AN_HOUR = 4_999;
const STRIDE = 1_787;

/** Even numbers, scattered within their hour; the odd number after one is its re-listing. */
function itemIdOf(hour: number, index: number): string {
  return String(ID_BASE + ((hour + 1) * IDS_AN_HOUR + ((index * STRIDE) % IDS_AN_HOUR)) * 2);
}
