/**
 * The watch on what was removed: finds the Cases whose listing offers again what a notice had taken down, and names that notice. It is asked from both
 * sides, by whoever opens or renews a Case and by whoever verifies a removal, so the order in which they come does not matter; asked twice it finds
 * the same.
 */

import type { Case } from '../domain/case.ts';
import type { ListingKey } from '../domain/listing.ts';
import { offeredAgain } from '../domain/offered-again.ts';
import { type Ladder, removalClaim, type Verification } from '../domain/verification.ts';
import type { AuditStore } from './audit-store.ts';
import type { CaseStore } from './case-store.ts';
import type { LinkStore } from './link-store.ts';
import type { ListingStore } from './listing-store.ts';
import type { NoticeStore } from './notice-store.ts';
import type { OfferedAgainStore } from './offered-again-store.ts';
import type { VerificationStore } from './verification-store.ts';

export type RelistingWatch = ReturnType<typeof createRelistingWatch>;

export interface WatchParts {
  cases: Pick<CaseStore, 'get' | 'newestAbout'>;
  listings: Pick<ListingStore, 'get'>;
  links: Pick<LinkStore, 'linksOf'>;
  notices: Pick<NoticeStore, 'idsOfCase' | 'get'>;
  verifications: Pick<VerificationStore, 'ofNotice' | 'reopen'>;
  offers: Pick<OfferedAgainStore, 'keep'>;
  audit: Pick<AuditStore, 'append'>;
  ladder: Ladder;
  /** The function that watches: `match`. */
  actor: string;
  now: () => Date;
}

/** Of a record or a listing, the newest: a device is put up again a few times, and a flood has a Case of its own. */
const mostRelated = 50;

export function createRelistingWatch(parts: WatchParts) {
  const { cases, listings, links, notices, verifications, offers, audit, ladder, actor, now } = parts;

  /** What went before a Case that is open; and of a listing that is back though it was removed itself, the ladder begins anew. */
  async function ofCase(item: Case): Promise<void> {
    if (item.state === 'held' || item.state === 'closed') return;
    if (item.state === 'confirmed') await lookAgainWhereBack(item);
    for (const { other, isLinked } of await related(item)) {
      // Notices stand for confirmed Cases alone: one that was taken back is closed.
      if (other.state !== 'confirmed') continue;
      for (const { verification, platform } of await noticesOf(other)) {
        await name({ item: other, verification, platform }, { item, isLinked });
      }
    }
  }

  /** What came after a listing that is removed, as far as it is known by now. */
  async function ofRemoval(verification: Verification): Promise<void> {
    const item = await cases.get(verification.caseId);
    const stored = await notices.get(verification.noticeId);
    if (item === undefined || stored === undefined) return;
    const platform = stored.notice.recipient.platform;
    for (const { other, isLinked } of await related(item)) {
      if (other.state !== 'closed') await name({ item, verification, platform }, { item: other, isLinked });
    }
  }

  async function name(earlier: Parameters<typeof offeredAgain>[0], later: { item: Case; isLinked: boolean }): Promise<void> {
    const listing = await listings.get(later.item.listing);
    if (listing === undefined) return;
    const found = offeredAgain(earlier, { ...later, firstSeenAt: listing.firstSeenAt }, { ladder, by: actor, at: now() });
    if (found === undefined) return;
    const kept = await offers.keep(found);
    const detail = { noticeId: kept.earlier.noticeId, earlierCase: kept.earlier.caseId, by: kept.by };
    const row = { at: kept.foundAt, actor: kept.foundBy, act: 'offered-again', outcome: 'done' } as const;
    await audit.append({ ...row, subject: { kind: 'case', id: kept.caseId }, detail });
  }

  /** Cases about other listings that rest on the same record, or whose listing is linked with this one's. */
  async function related(item: Case): Promise<{ other: Case; isLinked: boolean }[]> {
    const linked = await links.linksOf(item.listing);
    const isLinked = ({ listing }: Case) => linked.some((link) => isSame(link, listing));
    const aboutLinked = await Promise.all(
      linked.map(({ source, itemId }) => cases.newestAbout({ listing: { source, itemId } }, mostRelated)),
    );
    const all = [...(await cases.newestAbout({ record: item.match.recordReference }, mostRelated)), ...aboutLinked.flat()];
    const others = new Map(
      all.filter(({ listing, kind }) => kind !== 'flood' && !isSame(listing, item.listing)).map((each) => [each.id, each]),
    );
    return [...others.values()].map((other) => ({ other, isLinked: isLinked(other) }));
  }

  async function noticesOf({ id: caseId }: Case): Promise<{ verification: Verification; platform: string }[]> {
    const found: { verification: Verification; platform: string }[] = [];
    for (const id of await notices.idsOfCase(caseId)) {
      const looked = (await verifications.ofNotice(id)).find((each) => each.caseId === caseId);
      const stored = looked && (await notices.get(id));
      if (stored !== undefined && looked !== undefined) found.push({ verification: looked, platform: stored.notice.recipient.platform });
    }
    return found;
  }

  async function lookAgainWhereBack(item: Case): Promise<void> {
    if ((await listings.get(item.listing))?.liveness !== 'live') return;
    for (const { verification } of await noticesOf(item)) {
      if (removalClaim(verification, ladder) === 'removed') await verifications.reopen(verification, now().toISOString());
    }
  }

  return { ofCase, ofRemoval };
}

function isSame(a: ListingKey, b: ListingKey): boolean {
  return a.source === b.source && a.itemId === b.itemId;
}
