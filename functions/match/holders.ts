import { comparisonKey, type Identifier, isMatchable } from '../../shared/domain/identifier.ts';
import type { Listing, ListingKey, Revision } from '../../shared/domain/listing.ts';
import type { ReadListing } from '../../shared/domain/matching/identifier-holders.ts';
import { profileOfListing } from '../../shared/domain/matching/profile.ts';
import { isLookedFor, type StolenRecord } from '../../shared/domain/stolen-record.ts';
import type { MatchParts } from './parts.ts';

/** A Listing with the newest Revision in which the number was found, and what was read out of it. */
export interface Listed {
  listing: Listing;
  revision: Revision;
  read: ReadListing;
}

/** Who holds one number: the listings that show it and the records that are looked for under it. */
export interface Holders {
  listings: Listed[];
  records: StolenRecord[];
}

/** Asks the index for one number's holders, each number once in a request. */
export type HolderLookUp = (key: string) => Promise<Holders>;

/** `own` is the listing that the request is about: of a number shown by too many to read them all, it is one of those read. */
export function createHolderLookUp(parts: MatchParts, own: Listed | undefined): HolderLookUp {
  const known = new Map<string, Promise<Holders>>();
  return (key) => {
    const holders = known.get(key) ?? lookUp(key, own, parts);
    known.set(key, holders);
    return holders;
  };
}

async function lookUp(key: string, own: Listed | undefined, { identifiers, records, listings }: MatchParts): Promise<Holders> {
  const entries = await identifiers.lookUp(key);
  const holders: Holders = { listings: [], records: [] };
  // Most stolen phones are on no page: there is nothing to compare their records with.
  if (entries.listings.length === 0 && own === undefined) return holders;
  for (const reference of entries.records) {
    const record = await records.get(reference);
    // An entry outlives a correction of the record, which now names another number.
    if (record && isLookedFor(record) && keysOfRecord(record).includes(key)) holders.records.push(record);
  }
  // Most numbers are nobody's loss; their listings need not be read.
  if (holders.records.length === 0) return holders;
  for (const entry of entries.listings) {
    const [listing, revision] = await Promise.all([listings.get(entry), listings.revision(entry, entry.revision)]);
    if (listing && revision) holders.listings.push(listedOf(listing, revision));
  }
  if (own && keysOfRevision(own.revision).includes(key) && !holders.listings.some(({ listing }) => isSameListing(listing, own.listing)))
    holders.listings.push(own);
  return holders;
}

export function listedOf(listing: Listing, revision: Revision): Listed {
  const { source, itemId, firstSeenAt } = listing;
  const compared = { ...revision, source, itemId, firstSeenAt };
  return { listing, revision, read: { listing: compared, profile: profileOfListing(compared) } };
}

export function isSameListing(a: ListingKey, b: ListingKey): boolean {
  return a.source === b.source && a.itemId === b.itemId;
}

/** A candidate that is not matchable is for a person's eyes only. */
export function keysOfRevision({ identifiers }: Pick<Revision, 'identifiers'>): string[] {
  return keysOf(identifiers.filter(isMatchable));
}

export function keysOfRecord({ identifiers }: Pick<StolenRecord, 'identifiers'>): string[] {
  return keysOf(identifiers);
}

function keysOf(identifiers: readonly Pick<Identifier, 'kind' | 'value'>[]): string[] {
  return [...new Set(identifiers.map(comparisonKey).filter((key) => key !== undefined))];
}
