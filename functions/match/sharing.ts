import type { ListingKey } from '../../shared/domain/listing.ts';
import { IdentifierHolders } from '../../shared/domain/matching/identifier-holders.ts';
import type { ComparisonContext } from '../../shared/domain/matching/sides.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import { queueIfItFits } from './cases.ts';
import {
  createHolderLookUp,
  type HolderLookUp,
  type Holders,
  isSameListing,
  keysOfRecord,
  keysOfRevision,
  type Listed,
} from './holders.ts';
import type { MatchParts } from './parts.ts';

/** What a request is about: numbers, and the listing or the record that changed; neither when a record is no longer looked for. */
interface Change {
  keys: readonly string[];
  listed?: Listed;
  reference?: string;
}

interface Sharing extends Listed {
  record: StolenRecord;
}

/** Up to here every pair on a number is compared again; a hostile seller may repeat one number in thousands of listings. */
const fewListings = 8;

/**
 * Compares the pairs that share one of these numbers, and not only those of the side that changed: a second record or another phone under
 * one number speaks against the Cases that stood before it came. Returns the ids of the Cases that fit.
 */
export async function compareSharing(change: Change, parts: MatchParts): Promise<Set<string>> {
  const holdersOf = createHolderLookUp(parts, change.listed);
  const fitting = new Set<string>();
  for (const pair of await pairsTouchedBy(change, holdersOf)) {
    const caseId = await queueIfItFits({ ...pair, context: await contextOf(pair, holdersOf, parts) }, parts);
    if (caseId !== undefined) fitting.add(caseId);
  }
  return fitting;
}

/** Each pair once, with the newest Revision that shows one of the numbers. */
async function pairsTouchedBy(change: Change, holdersOf: HolderLookUp): Promise<Iterable<Sharing>> {
  const pairs = new Map<string, Sharing>();
  for (const key of change.keys) {
    const holders = await holdersOf(key);
    const isFew = holders.listings.length <= fewListings;
    for (const pair of pairsOf(holders).filter((each) => isFew || isAbout(change, each))) {
      const name = JSON.stringify([pair.record.reference, addressOf(pair.listing)]);
      if (pair.revision.number > (pairs.get(name)?.revision.number ?? 0)) pairs.set(name, pair);
    }
  }
  return pairs.values();
}

function pairsOf({ listings, records }: Holders): Sharing[] {
  return listings.flatMap((listed) => records.map((record) => ({ ...listed, record })));
}

function isAbout({ listed, reference }: Change, { listing, record }: Sharing): boolean {
  return record.reference === reference || (listed !== undefined && isSameListing(listed.listing, listing));
}

/** What else is known under any number that the two share. */
async function contextOf(pair: Sharing, holdersOf: HolderLookUp, { records, model }: MatchParts): Promise<ComparisonContext> {
  const shown = new Set(keysOfRevision(pair.revision));
  const shared = keysOfRecord(pair.record).filter((key) => shown.has(key));
  const holders = await Promise.all(shared.map(holdersOf));
  const references = new Set(holders.flatMap((each) => each.records.map(({ reference }) => reference)));
  references.delete(pair.record.reference);
  return {
    activeRecords: await records.approximateCount(),
    otherListingsWithIdentifier: otherPhones(
      pair,
      holders.flatMap(({ listings }) => listings),
    ),
    otherRecordsWithIdentifier: references.size,
    model,
  };
}

/** A phone listed again is what a thief does, and no contradiction; another phone under its number is one. */
function otherPhones({ listing, read }: Listed, listed: readonly Listed[]): number {
  const others = new Map(
    listed.filter((each) => !isSameListing(each.listing, listing)).map((each) => [addressOf(each.listing), each.read]),
  );
  return new IdentifierHolders([read, ...others.values()]).othersLike(read);
}

function addressOf({ source, itemId }: ListingKey): string {
  return JSON.stringify([source, itemId]);
}
