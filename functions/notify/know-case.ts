import type { Case } from '../../shared/domain/case.ts';
import { confirmationOf } from '../../shared/domain/confirmation.ts';
import { type ConfirmedListing, confirmedListing, standingOf } from '../../shared/domain/notice/confirmed-listing.ts';
import { citable } from '../../shared/domain/offered-again.ts';
import type { NotifyParts } from './notify.ts';

/** Gathers what a notice may say of a confirmed Case; or says why there can be none now. */
export async function knowCase(
  item: Case,
  { listings, records, captures, offers, now }: Pick<NotifyParts, 'listings' | 'records' | 'captures' | 'offers' | 'now'>,
): Promise<ConfirmedListing | { why: string }> {
  const at = now();
  const confirmation = confirmationOf(item, at);
  if (confirmation === undefined) return { why: 'the second decision may still be taken back' };
  const record = await records.get(item.match.recordReference);
  const standing = record && standingOf(record, at);
  if (standing === undefined) return { why: 'its record is no longer looked for' };
  const stored = await captures.ofCase(item.id);
  const evidence = stored.filter(({ pieces }) => pieces > 0);
  if (evidence.length === 0) return { why: 'nothing of it was captured' };
  const listing = await listings.get(item.listing);
  const revision = await listings.revision(item.listing, item.listing.revision);
  if (listing === undefined) return { why: 'its listing is no longer kept' };
  return confirmedListing({
    item,
    confirmation,
    listing,
    seller: revision?.seller,
    lastSeenLive: { at: item.page?.capturedAt ?? item.openedAt, scanHealth: 'own-visit' },
    standing,
    earlier: citable(await offers.earlierOf(item.id), item.listing),
    evidence,
  });
}
