import type { Delivery } from '../../shared/aws/batch.ts';
import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import { confirmationOf } from '../../shared/domain/confirmation.ts';
import { standingOf } from '../../shared/domain/notice/confirmed-listing.ts';
import { groundKey } from '../../shared/domain/notice/ground-key.ts';
import type { NoticeTarget, RemovalNotice } from '../../shared/domain/notice/notice.ts';
import { readPage } from '../../shared/sources/read-page.ts';
import type { DeliverParts } from './deliver.ts';

type Looked = Pick<StoredNotice, 'notice' | 'cases' | 'left'>;

/**
 * A removal notice as it is right at this moment: without listings that are gone, whose Case is no longer confirmed, whose record is no longer
 * looked for, or that another notice asks for; the others with the status of their record looked up anew. Other kinds are as they were written.
 */
export async function lookOnceMore(stored: StoredNotice, delivery: Delivery, parts: DeliverParts): Promise<Looked> {
  const { notice, cases, left } = stored;
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
  const item = await parts.cases.get(caseId);
  if (item === undefined || confirmationOf(item, at) === undefined) return { why: 'its case is no longer confirmed' };
  const record = await parts.records.get(item.match.recordReference);
  const standing = record && standingOf(record, at);
  if (standing === undefined) return { why: 'its record is no longer looked for' };
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

/** By a visit of its own. Whatever is not the listing and not the platform's own word that it is gone says nothing (product rule 2). */
async function livenessOf(
  url: string,
  { source: id, delivery }: { source: string; delivery: Delivery },
  { sourceNamed, fetcher }: DeliverParts,
): Promise<'live' | 'gone' | 'unknown'> {
  const source = sourceNamed(id);
  if (source === undefined) return 'unknown';
  const fetched = await fetcher.fetch(url, source, { signal: delivery.signal });
  if (fetched.outcome !== 'page') return 'unknown';
  const { kind } = readPage({ ...fetched, url, source });
  if (kind === 'listing') return 'live';
  return kind === 'gone' ? 'gone' : 'unknown';
}
