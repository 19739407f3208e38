import type { Advert, SiteId } from './advert.ts';
import { birthsOf, type Ending, HOURS_A_LIFE_REACHES, type Life, stockOf } from './lives.ts';

/** An advert as it stands at one moment: price and words with all changes so far. */
export interface Offer extends Advert {
  /** Minutes from the marketplace's start, negative before it. */
  bornAt: number;
  /** ISO 8601, where the page shows another day than that of `bornAt`. */
  postedAt?: string;
}

/** Everything on offer at one moment. */
export interface Catalogue {
  /** Newest first. */
  offers: readonly Offer[];
  /** Of one site, newest first. */
  of(site: SiteId): readonly Offer[];
  /** The offer, how it ended, or undefined for one that was never there. */
  find(site: SiteId, itemId: string): Offer | Ending | undefined;
  /** When this offer came, also after its end. */
  bornAt(site: SiteId, itemId: string): number | undefined;
}

/** What both sites offer so many minutes after the start. The same seed and whole minute give the same catalogue. */
export function catalogueAt(seed: number, elapsedMinutes: number): Catalogue {
  const minute = Math.max(0, Math.floor(elapsedMinutes));
  const lives = livesUpTo(seed, minute);
  const offers = lives.flatMap((life) => (stands(life, minute) ? [offerOf(life, minute)] : [])).sort(newestFirst);
  const bySite = Map.groupBy(offers, (offer) => offer.site);
  const live = new Map(offers.map((offer) => [offer.itemId, offer]));
  const born = new Map(lives.filter((life) => life.bornAt <= minute).map((life) => [life.advert.itemId, life]));
  const lifeOn = (site: SiteId, itemId: string) => {
    const life = born.get(itemId);
    return life?.advert.site === site ? life : undefined;
  };
  return {
    offers,
    of: (site) => bySite.get(site) ?? [],
    find: (site, itemId) => lifeOn(site, itemId) && (live.get(itemId) ?? born.get(itemId)?.ending),
    bornAt: (site, itemId) => lifeOn(site, itemId)?.bornAt,
  };
}

function stands(life: Life, minute: number): boolean {
  return life.bornAt <= minute && minute < life.endsAt;
}

function newestFirst(one: Offer, other: Offer): number {
  return other.bornAt - one.bornAt || Number(other.itemId) - Number(one.itemId);
}

function offerOf(life: Life, minute: number): Offer {
  const { advert, bornAt, postedAt } = life;
  const offer: Offer = { ...advert, bornAt, ...(postedAt === undefined ? {} : { postedAt }) };
  for (const change of life.changes) {
    if (change.at > minute) break;
    if ('price' in change) offer.price = change.price;
    else offer.paragraphs = [...offer.paragraphs, change.note];
  }
  return offer;
}

/** Drawn hours of the seed in use: a listing is drawn once, not once a page. */
const drawn: { seed: number | undefined; hours: Map<number, Life[]> } = { seed: undefined, hours: new Map() };
const STOCK_HOUR = -1;

function livesUpTo(seed: number, minute: number): Life[] {
  if (drawn.seed !== seed) {
    drawn.seed = seed;
    drawn.hours = new Map();
  }
  const last = Math.floor(minute / 60);
  const first = Math.max(STOCK_HOUR, Math.floor(last - HOURS_A_LIFE_REACHES));
  for (const hour of drawn.hours.keys()) if (hour < first) drawn.hours.delete(hour);
  return Array.from({ length: last - first + 1 }, (_, index) => livesOfHour(seed, first + index)).flat();
}

function livesOfHour(seed: number, hour: number): Life[] {
  const known = drawn.hours.get(hour);
  if (known !== undefined) return known;
  const lives = hour === STOCK_HOUR ? stockOf(seed) : birthsOf(seed, hour);
  drawn.hours.set(hour, lives);
  return lives;
}
