import { RetryLater } from '../../shared/aws/errors.ts';
import type { ListingKey } from '../../shared/domain/listing.ts';
import { expirySecond } from '../../shared/domain/retention.ts';
import type { MatchRequest } from '../../shared/messages.ts';
import { keysOfRevision, listedOf } from './holders.ts';
import { matchRecords } from './match-records.ts';
import type { MatchParts } from './parts.ts';
import { compareSharing } from './sharing.ts';

/**
 * Matches both ways through one index. Whichever side changed is written into the index first and looked up second, so when a
 * listing and a record of one device arrive at the same moment at least one of them sees the other.
 */
export async function match(request: MatchRequest, parts: MatchParts): Promise<void> {
  if (request.type === 'listing-revised') return matchListing(request, request.revision, parts);
  return matchRecords(request, parts);
}

async function matchListing(key: ListingKey, number: number, parts: MatchParts): Promise<void> {
  const { listings, identifiers, retentionDays, now } = parts;
  const listing = await listings.get(key);
  const revision = await listings.revision(key, number);
  if (listing === undefined || revision === undefined)
    throw new RetryLater(`Revision ${number} of a listing is not there yet`, { afterSeconds: 5 });

  const keys = keysOfRevision(revision);
  const expiresAt = expirySecond(now(), retentionDays(key.source));
  await identifiers.putListing(keys, { source: key.source, itemId: key.itemId, revision: number }, expiresAt);
  await compareSharing({ keys, listed: listedOf(listing, revision) }, parts);
}
