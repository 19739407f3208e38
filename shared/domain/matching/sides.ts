/** What is compared: the two sides of a Match, and what is known around them. */

import type { ListingContent, ListingKey } from '../listing.ts';
import type { StolenRecord } from '../stolen-record.ts';
import type { MatchingModel } from './matching-model.ts';

/** A Listing as its newest Revision says it. `firstSeenAt` stands in for `postedAt` where the page names no date. */
export interface ComparedListing extends ListingKey, Omit<ListingContent, 'how'> {
  firstSeenAt: string;
}

export interface ComparisonContext {
  /** How many records are looked for: the haystack that an agreement must be rarer than. */
  activeRecords: number;
  /** Other live listings that show the same complete identifier; two or more phones cannot. */
  otherListingsWithIdentifier: number;
  /** Other records that hold the same complete identifier. */
  otherRecordsWithIdentifier?: number;
  model: MatchingModel;
}

export interface Comparison {
  listing: ComparedListing;
  record: StolenRecord;
  context: ComparisonContext;
}

/** When the offer was made, as well as it is known. */
export function offeredAt(listing: Pick<ComparedListing, 'postedAt' | 'firstSeenAt'>): string {
  return listing.postedAt ?? listing.firstSeenAt;
}
