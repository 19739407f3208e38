/** What was put up again, in a reviewer's words. */

import type { OfferedAgain } from '../../shared/domain/offered-again.ts';
import { momentOf } from '../../shared/pages/format.ts';

/** Of the new listing's Case: `Offered again: notice N-7Kq2 asked Gumtree to remove item 149 on 22 Nov 2026, 12:10, removed by …`. */
export function offeredAgainWords({ earlier, by }: OfferedAgain): string {
  const { noticeId, platform, listing, askedAt, removedAt } = earlier;
  const asked = `Offered again: notice ${noticeId} asked ${platform} to remove item ${listing.itemId} on ${momentOf(askedAt).text}, removed by ${momentOf(removedAt).text}`;
  return by === 'record' ? asked : `${asked}; by words and photos the two listings are of one item`;
}

/** Of the earlier Case: what came after. */
export function putUpAgainWords({ earlier, listing, caseId }: OfferedAgain): string {
  const where = listing.source === earlier.listing.source ? 'on the same site' : `on ${listing.source}`;
  return `Offered again after notice ${earlier.noticeId}: item ${listing.itemId} ${where}, case ${caseId}`;
}
