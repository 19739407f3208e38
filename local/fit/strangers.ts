/** Pairs that have nothing to do with each other, drawn at random: what agreement by chance is counted on. */

import type { ReadListing } from '../../shared/domain/matching/identifier-holders.ts';
import type { RecordIndex } from '../../shared/domain/matching/record-index.ts';
import type { ReadRecord } from '../../shared/domain/matching/weigh.ts';
import { isLookedFor } from '../../shared/domain/stolen-record.ts';
import type { Random } from '../sample/random.ts';
import { areOfOneFamily } from './levels.ts';

export interface Strangers {
  /** Any listing with any record. */
  any: Pair[];
  /** Those of one family of models, which blocks put side by side. */
  family: Pair[];
}

export interface Pair {
  listing: ReadListing;
  record: ReadRecord;
}

/** A share of one in a thousand is then known to a tenth of itself. */
const most = 100_000;
/** Of one listing: a popular model must not be all there is. */
const mostOfAListing = 40;

/** `isSame` tells pairs that are one device; one unknown among thousands does no harm. */
export function drawStrangers(
  listings: readonly ReadListing[],
  index: RecordIndex,
  { isSame, random }: { isSame: (pair: Pair) => boolean; random: Random },
): Strangers {
  const records = index.records.filter(({ record }) => isLookedFor(record));
  if (listings.length === 0 || records.length === 0) return { any: [], family: [] };
  const wanted = Math.min(most, listings.length * records.length);
  const any: Pair[] = [];
  for (let drawn = 0; drawn < wanted; drawn++) {
    const pair = { listing: random.pick(listings), record: random.pick(records) };
    if (!isSame(pair)) any.push(pair);
  }
  const family: Pair[] = [];
  for (let drawn = 0; drawn < listings.length * 2 && family.length < most; drawn++) {
    const listing = random.pick(listings);
    const near = index
      .candidates(listing.profile, [], listing.profile.at)
      .filter(({ profile }) => areOfOneFamily(listing.profile, profile))
      .map((record) => ({ listing, record }))
      .filter((pair) => !isSame(pair));
    for (let taken = 0; taken < Math.min(mostOfAListing, near.length); taken++) family.push(random.pick(near));
  }
  return { any, family };
}
