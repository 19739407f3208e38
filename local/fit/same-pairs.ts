/** Pairs of a listing and a record that are known to be one device, and who says so. */

import { isMatchable } from '../../shared/domain/identifier.ts';
import { compareModels } from '../../shared/domain/matching/description-evidence.ts';
import type { ReadListing } from '../../shared/domain/matching/identifier-holders.ts';
import { readIntent } from '../../shared/domain/matching/intent.ts';
import type { RecordIndex } from '../../shared/domain/matching/record-index.ts';
import type { ReadRecord } from '../../shared/domain/matching/weigh.ts';
import { isLookedFor } from '../../shared/domain/stolen-record.ts';
import type { LabelledSet } from './labelled-set.ts';

export interface SamePair {
  listing: ReadListing;
  record: ReadRecord;
  weight: number;
  /** `number`: a complete identifier is equal on both sides. `person`: a reviewer or the labels of the set say so. */
  saidBy: 'number' | 'person';
}

export interface Confirmed {
  pairs: SamePair[];
  /** Listings (item ids) whose number is on the list and confirms nothing, by why. */
  leftOut: { contradicted: string[]; severalRecords: string[]; notForSale: string[] };
}

/** Each pair once; what a person says of a listing counts before its number. */
export function samePairsOf(set: LabelledSet, listings: readonly ReadListing[], index: RecordIndex): Confirmed {
  const records = new Map(index.records.map((entry) => [entry.record.reference, entry]));
  const byItem = new Map(listings.map((entry) => [entry.listing.itemId, entry]));
  const pairs: SamePair[] = [];
  const leftOut: Confirmed['leftOut'] = { contradicted: [], severalRecords: [], notForSale: [] };
  const decided = new Set<string>();
  const add = (itemId: string, reference: string | undefined, weight: number) => {
    decided.add(itemId);
    const [listing, record] = [byItem.get(itemId), reference === undefined ? undefined : records.get(reference)];
    if (listing && record) pairs.push({ listing, record, weight, saidBy: 'person' });
  };
  const refused = new Set(set.decisions.filter(({ isTheDevice }) => !isTheDevice).map(({ itemId }) => itemId));
  for (const { itemId, reference, isTheDevice, weight } of set.decisions) if (isTheDevice) add(itemId, reference, weight);
  for (const [itemId, { reference }] of set.truth) if (!decided.has(itemId)) add(itemId, reference, 1);
  for (const listing of listings) {
    const { itemId } = listing.listing;
    if (decided.has(itemId) || refused.has(itemId) || set.neither.has(itemId)) continue;
    const holding = new Set(listing.listing.identifiers.filter(isMatchable).flatMap((find) => index.holding(find)));
    const [record] = holding;
    if (record === undefined || !isLookedFor(record.record)) continue;
    if (holding.size > 1) leftOut.severalRecords.push(itemId);
    else if (readIntent(listing.listing) !== 'sale') leftOut.notForSale.push(itemId);
    else if (compareModels(listing.profile.model, record.profile.model) === 'other' || listing.profile.at < record.profile.at)
      leftOut.contradicted.push(itemId);
    else pairs.push({ listing, record, weight: 1, saidBy: 'number' });
  }
  return { pairs, leftOut };
}
