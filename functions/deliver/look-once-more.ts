import type { Delivery } from '../../shared/aws/batch.ts';
import { groundOf } from '../../shared/aws/ground-of-case.ts';
import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import { groundKey } from '../../shared/domain/notice/ground-key.ts';
import type { NoticeTarget, RemovalNotice } from '../../shared/domain/notice/notice.ts';
import type { DeliverParts } from './deliver.ts';
import { lookAtFollowUp } from './look-at-follow-up.ts';
import { livenessOf } from './own-visit.ts';

export type Looked = Pick<StoredNotice, 'notice' | 'cases' | 'left'>;

/**
 * A removal notice as it is right at this moment: without listings that are gone, whose Case is no longer confirmed, whose record is no longer
 * looked for, or that another notice asks for; the others with the status of their record looked up anew. A follow-up is looked at likewise; other
 * kinds are as they were written.
 */
export async function lookOnceMore(stored: StoredNotice, delivery: Delivery, parts: DeliverParts): Promise<Looked> {
  const { notice, cases, left } = stored;
  if (notice.kind === 'follow-up') return lookAtFollowUp(stored, notice, delivery, parts);
  if (notice.kind !== 'removal-notice') return { notice, cases, left };
  const looked: Looked & { notice: RemovalNotice } = { notice: { ...notice, targets: [] }, cases: [], left: [...left] };
  for (const [index, target] of notice.targets.entries()) {
    const noticed = cases[index];
    if (noticed === undefined) continue;
    const now = await lookAt(target, { stored, caseId: noticed.caseId, delivery }, parts);
    if ('why' in now) looked.left.push({ caseId: noticed.caseId, why: now.why });
    else {
      looked.notice.targets.push(now);
      looked.cases.push(noticed);
    }
  }
  return looked;
}

interface LookedAt {
  stored: StoredNotice;
  caseId: string;
  delivery: Delivery;
}

async function lookAt(target: NoticeTarget, looked: LookedAt, parts: DeliverParts): Promise<NoticeTarget | { why: string }> {
  const { stored, caseId, delivery } = looked;
  const at = parts.now();
  const ground = await groundOf(caseId, parts);
  if ('why' in ground) {
    // Should it be confirmed again, another notice may ask for it.
    await parts.notices.freeGround(groundKey({ source: stored.source, itemId: target.platformItemId }, 'stolen-goods-offered'), stored.id);
    return ground;
  }
  const { item, standing } = ground;
  if (!(await parts.notices.takeGround(groundKey(item.listing, 'stolen-goods-offered'), stored.id)))
    return { why: 'another notice stands for this listing' };
  const liveness = await livenessOf(target.url, { source: stored.source, delivery }, parts);
  if (liveness === 'gone') return { why: 'the listing is gone already' };
  return {
    ...target,
    caseRef: standing.reference,
    recordStatus: standing.grade,
    statusCheckedAt: standing.checkedAt,
    ...(liveness === 'live' && { lastSeenLive: { at: at.toISOString(), scanHealth: 'own-visit' } }),
  };
}
