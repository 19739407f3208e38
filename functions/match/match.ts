import { RetryLater } from '../../shared/aws/errors.ts';
import type { IndexEntries } from '../../shared/aws/identifier-store.ts';
import { comparisonKey, type Identifier, isMatchable } from '../../shared/domain/identifier.ts';
import type { Listing, ListingKey, Revision } from '../../shared/domain/listing.ts';
import { expirySecond } from '../../shared/domain/retention.ts';
import { isLookedFor, type StolenRecord } from '../../shared/domain/stolen-record.ts';
import type { MatchRequest } from '../../shared/messages.ts';
import { closeCasesThatNoLongerFit, closeRestingCases, queueIfItFits } from './cases.ts';
import type { MatchParts } from './parts.ts';

/**
 * Matches both ways through one index. Whichever side changed is written into the index first and looked up second, so when a
 * listing and a record of one device arrive at the same moment at least one of them sees the other.
 */
export async function match(request: MatchRequest, parts: MatchParts): Promise<void> {
  if (request.type === 'listing-revised') return matchListing(request, request.revision, parts);
  return matchRecord(request.reference, parts);
}

async function matchListing(key: ListingKey, number: number, parts: MatchParts): Promise<void> {
  const { listings, identifiers, records, retentionDays, now } = parts;
  const listing = await listings.get(key);
  const revision = await listings.revision(key, number);
  if (listing === undefined || revision === undefined)
    throw new RetryLater(`Revision ${number} of a listing is not there yet`, { afterSeconds: 5 });

  const keys = keysOf(revision.identifiers);
  const expiresAt = expirySecond(now(), retentionDays(key.source));
  await identifiers.putListing(keys, { source: key.source, itemId: key.itemId, revision: number }, expiresAt);
  for (const identifierKey of keys) {
    const entries = await identifiers.lookUp(identifierKey);
    for (const reference of entries.records) {
      const record = await records.get(reference);
      if (record) await compare(listing, revision, record, entries, parts);
    }
  }
}

async function matchRecord(reference: string, parts: MatchParts): Promise<void> {
  const { listings, identifiers, records } = parts;
  const record = await records.get(reference);
  if (record === undefined) throw new RetryLater('A record that changed is not there yet', { afterSeconds: 5 });

  const keys = keysOf(record.identifiers.map((identifier) => ({ ...identifier, confidence: 1 })));
  if (!isLookedFor(record)) {
    await identifiers.removeRecord(keys, reference);
    return closeRestingCases(record, parts);
  }
  await identifiers.putRecord(keys, reference);
  const confirmed = new Set<string>();
  for (const identifierKey of keys) {
    const entries = await identifiers.lookUp(identifierKey);
    for (const entry of entries.listings) {
      const listing = await listings.get(entry);
      const revision = await listings.revision(entry, entry.revision);
      const caseId = listing && revision && (await compare(listing, revision, record, entries, parts));
      if (caseId !== undefined) confirmed.add(caseId);
    }
  }
  await closeCasesThatNoLongerFit(record, confirmed, parts);
}

async function compare(
  listing: Listing,
  revision: Revision,
  record: StolenRecord,
  entries: IndexEntries,
  parts: MatchParts,
): Promise<string | undefined> {
  const others = new Set(entries.listings.map((entry) => `${entry.source}/${entry.itemId}`));
  others.delete(`${listing.source}/${listing.itemId}`);
  const context = {
    activeRecords: await parts.records.approximateCount(),
    otherListingsWithIdentifier: others.size,
    otherRecordsWithIdentifier: entries.records.filter((reference) => reference !== record.reference).length,
    model: parts.model,
  };
  return queueIfItFits({ listing, revision, record, context }, parts);
}

/** A candidate that is not matchable is for a person's eyes only. */
function keysOf(identifiers: Pick<Identifier, 'kind' | 'value' | 'confidence'>[]): string[] {
  const keys = identifiers.filter(isMatchable).map(comparisonKey);
  return [...new Set(keys.filter((key) => key !== undefined))];
}
