/** Which listings of a notice we took back, by the recalls that were written: a platform must not be asked for what has lost its ground. */

import type { NoticeKind } from '../../shared/domain/notice/notice.ts';
import { mostTargets } from '../../shared/domain/notice/notice.ts';
import { type Moment, momentOf } from '../../shared/pages/format.ts';
import type { PortalParts } from './parts.ts';

export interface TakenBack {
  at: Moment;
  recallId: string;
  /** Its page, once it was sent. */
  href: string | undefined;
}

/** By Case. A reminder asks for nothing that the notice it reminds of no longer asks for. */
export async function takenBack(
  { noticeId, kind, refersTo }: { noticeId: string; kind: NoticeKind; refersTo?: string | undefined },
  { notices }: Pick<PortalParts, 'notices'>,
  base: string,
): Promise<Map<string, TakenBack>> {
  const first = kind === 'removal-notice' ? noticeId : kind === 'follow-up' ? refersTo : undefined;
  const recalls = first === undefined ? [] : await notices.recallsOf(first, mostTargets);
  return new Map(
    recalls.flatMap(({ id, cases, createdAt, deliveredAt }) =>
      cases.map(({ caseId }) => {
        const href = deliveredAt === undefined ? undefined : `${base}/notices/${encodeURIComponent(id)}`;
        return [caseId, { at: momentOf(createdAt), recallId: id, href }] as const;
      }),
    ),
  );
}
