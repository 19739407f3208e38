/** What is compared: the two sides of a Match, and what is known around them. */

import type { ListingContent, ListingKey, Seller } from '../listing.ts';
import type { Coordinates, StolenRecord } from '../stolen-record.ts';
import type { ModelReading } from './catalogue/read-model.ts';
import type { Population } from './population.ts';
import type { MatchingModel } from './weights.ts';

/** What a platform tells of a seller beyond the name; all of it speaks of the listing, never of which record it is. */
interface ComparedSeller extends Seller {
  joinedAt?: string;
  activeListings?: number;
}

/** A Listing as its newest Revision says it. `firstSeenAt` stands in for `postedAt` where the page names no date. */
export interface ComparedListing extends ListingKey, Omit<ListingContent, 'how' | 'seller'> {
  firstSeenAt: string;
  seller?: ComparedSeller;
  /** Fields the platform asks for by name: `{ brand: 'Apple', model: 'iPhone 13', storage: '128 GB', colour: 'Graphite' }`. */
  attributes?: Record<string, string>;
  coordinates?: Coordinates;
  /** 64-bit perceptual hashes of its photos, 16 hexadecimal digits each. */
  photoHashes?: string[];
}

/** What is known around a pair; the rest of a comparison is in the pair itself. */
export interface ComparisonContext {
  /** How many records are looked for: the haystack that an agreement must be rarer than. */
  activeRecords: number;
  /** Other live listings that show the same complete identifier; two or more phones cannot. */
  otherListingsWithIdentifier: number;
  /** Other records that hold the same complete identifier. */
  otherRecordsWithIdentifier?: number;
  model: MatchingModel;
  /** Which model an IMEI names, as far as its TAC is known. */
  modelOfImei?: (imei: string) => ModelReading;
  /** How common models, colours and marks are among listings; left out, the model's own estimate for a market never seen. */
  population?: Population;
}

/** All that a verdict may depend on: the same three give the same bits. */
export interface Comparison {
  listing: ComparedListing;
  record: StolenRecord;
  context: ComparisonContext;
}

/** When the offer was made, as well as it is known. */
export function offeredAt(listing: Pick<ComparedListing, 'postedAt' | 'firstSeenAt'>): string {
  return listing.postedAt ?? listing.firstSeenAt;
}
