/**
 * A listing that offers what another one offered until its platform took it down: the item was put up again, on the same site or elsewhere. The new
 * listing has a Case of its own; what is kept here names the notice that went before.
 */

import type { Case } from './case.ts';
import type { ListingKey } from './listing.ts';
import { type Ladder, removedAt, type Verification } from './verification.ts';

export interface OfferedAgain {
  /** Of the new listing. */
  caseId: string;
  listing: ListingKey;
  earlier: {
    noticeId: string;
    caseId: string;
    listing: ListingKey;
    /** As the notice names it: `Gumtree`. */
    platform: string;
    /** When the platform took the notice. */
    askedAt: string;
    /** By when the listing was verified to be gone. */
    removedAt: string;
  };
  /** `record`: both rest on one record, the new one by its number. `link`: the listings are of one item, as domain/linking finds. */
  by: 'record' | 'link';
  /** Whether one record is behind both: then it is one device, whatever led from one to the other. */
  isSameRecord: boolean;
  /** ISO 8601 in UTC. */
  foundAt: string;
  /** The function that found it. */
  foundBy: string;
}

export interface Earlier {
  item: Pick<Case, 'id' | 'match'>;
  verification: Verification;
  platform: string;
}

export interface Later {
  item: Pick<Case, 'id' | 'match' | 'listing'>;
  /** When a scan saw the new listing for the first time. */
  firstSeenAt: string;
  isLinked: boolean;
}

/**
 * Undefined while the earlier listing is not known to be removed, when the notice was taken back, and for a listing that was offered before the
 * platform was asked: that one was there beside it and is not put up again.
 */
export function offeredAgain(
  earlier: Earlier,
  later: Later,
  { ladder, by, at }: { ladder: Ladder; by: string; at: Date },
): OfferedAgain | undefined {
  const { verification, platform } = earlier;
  const { source, itemId } = later.item.listing;
  const removed = removedAt(verification, ladder);
  if (removed === undefined || verification.recalledAt !== undefined || later.firstSeenAt <= verification.since) return undefined;
  if (verification.listing.source === source && verification.listing.itemId === itemId) return undefined;
  const isSameRecord = earlier.item.match.recordReference === later.item.match.recordReference;
  const byRecord = isSameRecord && later.item.match.evidenceKind !== 'description';
  if (!byRecord && !later.isLinked) return undefined;
  return {
    caseId: later.item.id,
    listing: { source, itemId },
    earlier: {
      noticeId: verification.noticeId,
      caseId: earlier.item.id,
      listing: { source: verification.listing.source, itemId: verification.listing.itemId },
      platform,
      askedAt: verification.since,
      removedAt: removed,
    },
    by: byRecord ? 'record' : 'link',
    isSameRecord,
    foundAt: at.toISOString(),
    foundBy: by,
  };
}

/** A notice that went before, as the next one to the same platform may name it. */
export interface EarlierNotice {
  noticeId: string;
  removedAt: string;
}

const mostCited = 5;

/** Of the same device and told to the same platform: no platform hears of a notice to another. */
export function citable(found: readonly OfferedAgain[], { source }: Pick<ListingKey, 'source'>): EarlierNotice[] {
  return found
    .filter(({ earlier, isSameRecord }) => isSameRecord && earlier.listing.source === source)
    .map(({ earlier: { noticeId, removedAt: gone } }) => ({ noticeId, removedAt: gone }))
    .slice(-mostCited);
}
