import { isSameListing } from '../../shared/domain/listing.ts';
import { IdentifierHolders } from '../../shared/domain/matching/identifier-holders.ts';
import { matchLimits } from '../../shared/domain/matching/match-limits.ts';
import { exactKeys } from '../../shared/domain/matching/number-keys.ts';
import type { Around } from '../../shared/domain/matching/rank.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import { type Listed, nameOfListing } from './listed.ts';
import type { LookUps } from './look-ups.ts';
import type { KeyedRecord } from './read-record.ts';

/** Who holds one number: the records that are looked for under it, and the listings that show it. */
export interface Holders {
  records: KeyedRecord[];
  /** Records that may hold it as the number of their other slot. */
  siblings: KeyedRecord[];
  /** Read only where there is a record: most numbers are nobody's loss. */
  listings: Listed[];
}

/** `own` is the listing that asks: of a number shown by too many to read them all, it is one of those read. */
export async function holdersOf(key: string, own: Listed, lookUps: LookUps): Promise<Holders> {
  const entries = await lookUps.number(key);
  // An entry outlives a correction of the record, which now names another number.
  const records = (await lookUps.lookedFor(entries.records)).filter((record) => exactKeys(record).includes(key));
  const siblings = await lookUps.lookedFor(entries.siblings);
  if (records.length === 0) return { records, siblings, listings: [] };
  const listings = (await Promise.all(entries.listings.map(lookUps.listed))).filter((listed) => listed !== undefined);
  if (!listings.some(({ listing }) => isSameListing(listing, own.listing))) listings.push(own);
  return { records, siblings, listings };
}

/** What is known under the numbers that a listing and a record share. */
export function aroundOf(record: StolenRecord, own: Listed, holders: ReadonlyMap<string, Holders>): Around {
  const shared = exactKeys(record).flatMap((key) => holders.get(key) ?? []);
  const references = new Set(shared.flatMap(({ records }) => records.map((each) => each.record.reference)));
  references.delete(record.reference);
  return {
    otherListingsWithIdentifier: otherPhones(
      own,
      shared.flatMap(({ listings }) => listings),
    ),
    otherRecordsWithIdentifier: references.size,
  };
}

/** A phone listed again is what a thief does, and no contradiction; another phone under its number is one. */
function otherPhones(own: Listed, listed: readonly Listed[]): number {
  const others = new Map(
    listed.filter(({ listing }) => !isSameListing(listing, own.listing)).map((each) => [nameOfListing(each.listing), each]),
  );
  const entry = { listing: own.compared, profile: own.profile };
  const read = [...others.values()].map(({ compared, profile }) => ({ listing: compared, profile }));
  return new IdentifierHolders([entry, ...read]).othersLike(entry);
}

/** The other listings that show a number of this one which is looked for: what it shows speaks for or against their Cases. */
export async function sharersOf(own: Listed, lookUps: LookUps): Promise<Listed[]> {
  const found = new Map<string, Listed>();
  for (const key of exactKeys(own)) {
    const { listings } = await holdersOf(key, own, lookUps);
    if (listings.length > matchLimits.listingsOfANumber) continue;
    for (const each of listings) if (!isSameListing(each.listing, own.listing)) found.set(nameOfListing(each.listing), each);
  }
  return [...found.values()];
}
