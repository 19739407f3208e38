import type { Inscription, Place, SiteId } from './advert.ts';
import type { Catalogue, Offer } from './catalogue.ts';

/** What a request log counts by. */
export type PathKind = 'home' | 'robots' | 'search' | 'listing' | 'photo' | 'other';

export interface Answer {
  kind: PathKind;
  status: number;
  type: string;
  body: string | Uint8Array | Promise<Uint8Array>;
}

/** The moment for which a page is made. */
export interface View {
  catalogue: Catalogue;
  /** Without a slash at the end. */
  baseUrl: string;
  /** Epoch milliseconds of the marketplace's minute 0. */
  startedAt: number;
  /** Whole minutes since then. */
  minute: number;
}

export interface Site {
  id: SiteId;
  name: string;
  /** The page at this address; `url` is absolute and on this site. */
  answer(url: URL, view: View): Answer;
}

/** ISO 8601: when the page says that the offer was made. */
export function postedAt(offer: Offer, { startedAt }: Pick<View, 'startedAt'>): string {
  return offer.postedAt ?? new Date(startedAt + offer.bornAt * 60_000).toISOString();
}

/** What the seller wrote at this place. */
export function inscribed(offer: Offer, place: Place): Inscription[] {
  return offer.inscriptions.filter((each) => each.place === place);
}

export function titleOf(offer: Offer): string {
  return [offer.title, ...inscribed(offer, 'title').map((each) => each.value)].join(' ');
}

/** `imei-35…-831204417`: the last nine digits name the picture, before them stands what the seller called the file. `close-up-1460001234` shows the number of that offer. */
export function photoNames(offer: Offer): string[] {
  if (inscribed(offer, 'photo').length > 0) return [`close-up-${offer.itemId}`, ...offer.photos];
  const [named] = inscribed(offer, 'photo-name');
  return offer.photos.map((key, index) => (index === 0 && named !== undefined ? `${named.value}-${key}` : key));
}

export function storageName(storageGb: number): string {
  return storageGb >= 1024 ? `${storageGb / 1024} TB` : `${storageGb} GB`;
}

/** Offers of the same make that follow this one: what a site shows beneath "you may also like". */
export function relatedTo(offer: Offer, { catalogue }: Pick<View, 'catalogue'>, count: number): Offer[] {
  const offers = catalogue.of(offer.site);
  const start = offers.findIndex((each) => each.itemId === offer.itemId) + 1;
  return offers
    .slice(start)
    .filter((each) => each.phone.make === offer.phone.make)
    .slice(0, count);
}
