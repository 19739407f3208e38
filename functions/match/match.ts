import { RetryLater } from '../../shared/aws/errors.ts';
import { listingKeys } from '../../shared/domain/matching/index-keys.ts';
import { offerOf } from '../../shared/domain/matching/offer.ts';
import { expirySecond } from '../../shared/domain/retention.ts';
import type { MatchRequest } from '../../shared/messages.ts';
import { sharersOf } from './holders.ts';
import { linkListing } from './link-listing.ts';
import { createLookUps } from './look-ups.ts';
import { matchListing } from './match-listing.ts';
import { matchRecords } from './match-records.ts';
import type { MatchParts } from './parts.ts';

type ListingRevised = Extract<MatchRequest, { type: 'listing-revised' }>;

/**
 * Matches both ways through one index. Whichever side changed is written into the index first and looked up second, so when a
 * listing and a record of one device arrive at the same moment at least one of them sees the other.
 */
export async function match(request: MatchRequest, parts: MatchParts): Promise<void> {
  if (request.type === 'listing-revised') return matchRevision(request, parts);
  return matchRecords(request, parts);
}

async function matchRevision({ source, itemId, revision: number }: ListingRevised, parts: MatchParts): Promise<void> {
  const { listings, identifiers, retentionDays, now } = parts;
  const key = { source, itemId };
  const [listing, revision] = await Promise.all([listings.get(key), listings.revision(key, number)]);
  if (listing === undefined || revision === undefined)
    throw new RetryLater(`Revision ${number} of a listing is not there yet`, { afterSeconds: 5 });

  const lookUps = await createLookUps(parts);
  const listed = await lookUps.read(listing, revision);
  const { signs } = offerOf(listed.compared, listed.profile, lookUps.measures);
  await identifiers.putListing(listingKeys(listed, listed), {
    ...key,
    revision: number,
    sketch: listed.sketch,
    signBits: signs?.bits ?? 0,
    expiresAt: expirySecond(now(), retentionDays(source)),
  });
  // Before its Cases are opened: a listing of one item with it may be what a notice had removed.
  await linkListing(listed, parts, lookUps);
  await matchListing(key, { parts, lookUps });
  // A second listing of its number, if of another phone, speaks against the Cases that stood before it came.
  for (const sharer of await sharersOf(listed, lookUps)) await matchListing(sharer.listing, { parts, lookUps });
}
