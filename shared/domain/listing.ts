/** A Listing is one offer on a Source. What it said at a time is a Revision; whether it is still offered is its liveness. */

import type { Identifier } from './identifier.ts';
import { identifiersOnPhotos, type SeenPhoto } from './seen-photo.ts';

/** A listing is named by its Source and the platform's own item id, never by its address: addresses change with the title. */
export interface ListingKey {
  source: string;
  itemId: string;
}

export function isSameListing(a: ListingKey, b: ListingKey): boolean {
  return a.source === b.source && a.itemId === b.itemId;
}

/** `unknown` whenever a page could not be seen for what it is: a block page is never `gone` (product rule 2). */
export type Liveness = 'live' | 'gone' | 'unknown';

/** Amount in the currency's main unit (`349.5`), currency as ISO 4217 (`GBP`) where the page says it. */
export interface Price {
  amount: number;
  currency?: string;
}

export interface Seller {
  /** The platform's own id where the page gives one; sellers change names. */
  id?: string;
  name?: string;
}

export const attributeNames = ['brand', 'model', 'colour', 'storage'] as const;

/** What the platform's own fields say of the device, as written: `{ brand: 'Apple', model: 'iPhone 13', colour: 'Graphite', storage: '128 GB' }`. */
export type Attributes = Partial<Record<(typeof attributeNames)[number], string>>;

/** One listing as it stands on a search page: enough to tell whether it is new or changed without fetching it. */
export interface ListingCard {
  itemId: string;
  url: string;
  title?: string;
  price?: Price;
}

/** What one way of reading a page says of a field: `{ from: 'json-ld', value: '749 EUR' }`; long texts are cut. */
interface Saying {
  from: string;
  value: string;
}

/** Two ways of reading one page that contradict each other, with the value that was believed. */
export interface Disagreement {
  /** A field of ListingContent. */
  field: string;
  taken: Saying;
  against: Saying;
}

/** What the listing page said: allow-listed fields only (product rule 3). */
export interface ListingContent {
  title: string;
  description: string;
  price?: Price;
  attributes?: Attributes;
  seller?: Seller;
  /** As written: `Hackney, London`. */
  location?: string;
  /** Absolute addresses, in page order. */
  images: string[];
  /** ISO 8601 where the page says when the offer was made. */
  postedAt?: string;
  identifiers: Identifier[];
  /** For each field the place it came from: `{ title: 'json-ld', price: 'selector' }`. */
  how: Record<string, string>;
  /** Where the page contradicts itself; left out when it does not. */
  disagreements?: Disagreement[];
}

export interface Revision extends ListingContent {
  /** 1 for the first, counted up by one. */
  number: number;
  readAt: string;
  /** Names of the fields that differ from the revision before; empty for the first. */
  changed: string[];
  /** Looked at so far, in page order; they come after the text and make no Revision of their own. */
  photos?: SeenPhoto[];
}

/** Everything that names a device: what the page says and what stands on its photos. */
export function identifiersOf({ identifiers, photos = [] }: Pick<Revision, 'identifiers' | 'photos'>): Identifier[] {
  return [...identifiers, ...identifiersOnPhotos(photos)];
}

/** What the platform gave with the newest Revision's page, to be asked with whether it has changed (RFC 9110 section 13). */
export interface Validators {
  etag?: string;
  lastModified?: string;
  /** Fingerprint of the Source's definition and the version of Fencewatch that read the page. */
  readBy: string;
}

export interface Listing extends ListingKey {
  url: string;
  liveness: Liveness;
  firstSeenAt: string;
  /** Fingerprint of the search-page card at the last read: an equal one means that the page need not be fetched. */
  cardHash: string;
  /** When its page was last read, whatever it said; absent for a Listing of before this was kept. */
  readAt?: string;
  /** The Scan for which it was last looked at: what is said of its liveness is as good as that Scan's health. */
  scanId?: string;
  /** Number of the newest Revision; 0 when no page was read yet. */
  revision: number;
  /** Fingerprint of the newest Revision's content. */
  contentHash?: string;
  validators?: Validators;
  /** A Case rests on it, so it does not go after the Source's retention term. */
  keptForCase?: boolean;
}

const comparedFields = ['title', 'description', 'price', 'attributes', 'seller', 'location', 'images', 'identifiers'] as const;

/** The fields in which two readings of one listing differ. `how`, `disagreements` and `postedAt` do not count: they change without the offer changing. */
export function changedFields(before: ListingContent, after: ListingContent): string[] {
  return comparedFields.filter((field) => JSON.stringify(comparable(before[field])) !== JSON.stringify(comparable(after[field])));
}

/** The text whose equality means "the offer says the same"; hash it for a content fingerprint. */
export function contentText(content: ListingContent): string {
  return JSON.stringify(comparedFields.map((field) => comparable(content[field])));
}

/** The text whose equality means "the card says the same": the address may change with tracking parameters, so it does not count. */
export function cardText(card: ListingCard): string {
  return JSON.stringify([card.title ?? '', card.price?.amount ?? '', card.price?.currency ?? '']);
}

/** Identifiers compare by what and whose they are, not by the offset at which they stood: a banner above them moves every offset. */
function comparable(value: unknown): unknown {
  if (!Array.isArray(value)) return value ?? null;
  return value.map((entry) =>
    typeof entry === 'object' && entry !== null && 'kind' in entry ? [entry.kind, entry.value ?? entry.pattern, ...doubtOf(entry)] : entry,
  );
}

function doubtOf(find: object): unknown[] {
  const features = 'features' in find ? find.features : undefined;
  return typeof features === 'object' && features !== null && 'perhapsOf' in features ? [features.perhapsOf] : [];
}
