/** What the portal is made of: the stores as far as it uses them. It has no way to Cases, StolenRecords or Listings. */

import type { AnswerStore } from '../../shared/aws/answer-store.ts';
import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { CaptureArchive } from '../../shared/aws/capture-archive.ts';
import type { EscalationStore } from '../../shared/aws/escalation-store.ts';
import type { NoticeStore } from '../../shared/aws/notice-store.ts';
import type { PublicFigureStore } from '../../shared/aws/public-figure-store.ts';
import type { PortalKeys } from '../../shared/portal-link.ts';
import type { Assets } from './assets.ts';

export interface PortalParts {
  notices: Pick<NoticeStore, 'get' | 'recallsOf' | 'sentTo'>;
  answers: Pick<AnswerStore, 'append' | 'ofNotice'>;
  captures: Pick<CaptureArchive, 'read'>;
  /** Where a dispute or a question waits for a person of the force. */
  escalations: Pick<EscalationStore, 'raise' | 'get' | 'save'>;
  audit: Pick<AuditStore, 'append'>;
  /** What anybody may see. */
  figures: Pick<PublicFigureStore, 'all'>;
  keys: PortalKeys;
  assets: Assets;
  now(): Date;
  /** Told of every request that failed for a reason nobody foresaw. */
  report(error: unknown): void;
}
