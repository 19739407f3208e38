import { firstFollowUp } from '../domain/notice/follow-up.ts';
import { type Ladder, nextLookAt } from '../domain/verification.ts';
import type { FollowUpStore } from './follow-up-store.ts';
import type { StoredNotice } from './notice-store.ts';
import type { VerificationStore } from './verification-store.ts';

export interface BeginParts {
  verifications: Pick<VerificationStore, 'open'>;
  followUps: Pick<FollowUpStore, 'open'>;
  ladder: Ladder;
}

/**
 * What a platform was asked to remove is looked at again, listing by listing, and asked for again when the answer is due. Before the notice counts as
 * delivered: after a crash it is done again, which changes nothing, and is never left unlooked at.
 */
export async function beginToVerify(
  { id, team, source, notice, cases, deliveredAt: since }: StoredNotice & { deliveredAt: string },
  { verifications, followUps, ladder }: BeginParts,
): Promise<void> {
  if (notice.kind !== 'removal-notice') return;
  for (const [index, { url, platformItemId: itemId }] of notice.targets.entries()) {
    const caseId = cases[index]?.caseId;
    if (caseId === undefined) continue;
    const verification = { noticeId: id, caseId, team, listing: { source, itemId, url }, since, looks: [] };
    await verifications.open(verification, nextLookAt(verification, ladder) ?? since);
  }
  await followUps.open(firstFollowUp(notice, team));
}
