/** Every listing of a set against every record of a set, with chance counted on the set itself: what the `match` filter and the bench run. */

import { comparisonKey } from '../identifier.ts';
import type { Match } from '../match.ts';
import { isLookedFor, type StolenRecord } from '../stolen-record.ts';
import { placeSharesOf } from './place-shares.ts';
import { estimatePopulation } from './population.ts';
import { type DeviceProfile, profileOfListing } from './profile.ts';
import { rankRecords } from './rank.ts';
import { RecordIndex } from './record-index.ts';
import type { ComparedListing } from './sides.ts';
import { TheftDates } from './theft-dates.ts';
import type { Scales } from './weigh.ts';
import type { MatchingModel } from './weights.ts';

export interface Matched {
  listing: ComparedListing;
  /** Best first, at most ten; empty when nothing fits. */
  matches: Match[];
}

interface Entry {
  listing: ComparedListing;
  profile: DeviceProfile;
}

/** In the order of the listings. A listing given twice is one listing, as the last of them says it. */
export function* matchAll(input: { records: StolenRecord[]; listings: ComparedListing[]; model: MatchingModel }): Generator<Matched> {
  const { model } = input;
  const index = new RecordIndex(input.records);
  const entries = latestOf(input.listings).map((listing) => ({ listing, profile: profileOfListing(listing) }));
  const active = index.records.filter(({ record }) => isLookedFor(record));
  const thefts = new TheftDates(
    active.map(({ profile }) => profile.at),
    model.time,
  );
  const scales: Scales = {
    model,
    population: estimatePopulation(
      entries.map(({ listing, profile }) => ({ profile, ...(listing.price && { price: listing.price.amount }) })),
      model,
    ),
    surroundings: {
      theftShares: (offeredAt) => thefts.sharesAt(offeredAt),
      placeShares: placeSharesOf(
        pointsOf(entries.map(({ profile }) => profile)),
        pointsOf(active.map(({ profile }) => profile)),
        model.place,
      ),
    },
  };
  const holders = holdersOf(entries);
  for (const { listing, profile } of entries) {
    const matches = rankRecords({
      listing,
      profile,
      index,
      thefts,
      scales,
      otherListingsWithIdentifier: othersHolding(listing, holders),
      leastProbability: 0.001,
      most: 10,
    });
    yield { listing, matches };
  }
}

function latestOf(listings: ComparedListing[]): ComparedListing[] {
  const latest = new Map<string, ComparedListing>();
  for (const listing of listings) latest.set(`${listing.source}\n${listing.itemId}`, listing);
  return [...latest.values()];
}

function pointsOf(profiles: DeviceProfile[]) {
  return profiles.map(({ coordinates }) => coordinates).filter((point) => point !== undefined);
}

/** Who shows a complete identifier. One seller's listings count once: they are one phone, listed again. */
function holdersOf(entries: Entry[]): Map<string, Set<string>> {
  const holders = new Map<string, Set<string>>();
  for (const { listing } of entries) {
    for (const key of keysOf(listing)) holders.set(key, (holders.get(key) ?? new Set()).add(sellerOf(listing)));
  }
  return holders;
}

function othersHolding(listing: ComparedListing, holders: Map<string, Set<string>>): number {
  const others = new Set(keysOf(listing).flatMap((key) => [...(holders.get(key) ?? [])]));
  others.delete(sellerOf(listing));
  return others.size;
}

function keysOf(listing: ComparedListing): string[] {
  return listing.identifiers.map(comparisonKey).filter((key) => key !== undefined);
}

function sellerOf({ source, itemId, seller }: ComparedListing): string {
  return seller?.id === undefined ? `${source} ${itemId}` : `${source} seller ${seller.id}`;
}
