/** What the console is made of: the stores as far as it uses them, and what it must be told. */

import type { AnswerStore } from '../../shared/aws/answer-store.ts';
import type { AuditLog } from '../../shared/aws/audit-log.ts';
import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { CaptureArchive } from '../../shared/aws/capture-archive.ts';
import type { CaseStore } from '../../shared/aws/case-store.ts';
import type { CheckClientStore } from '../../shared/aws/check-client-store.ts';
import type { CheckHits } from '../../shared/aws/check-hits.ts';
import type { DecisionLog } from '../../shared/aws/decision-log.ts';
import type { EscalationStore } from '../../shared/aws/escalation-store.ts';
import type { EvidenceBucket } from '../../shared/aws/evidence-bucket.ts';
import type { FigureStore } from '../../shared/aws/figure-store.ts';
import type { FollowUpStore } from '../../shared/aws/follow-up-store.ts';
import type { IdentifierStore } from '../../shared/aws/identifier-store.ts';
import type { ListingStore } from '../../shared/aws/listing-store.ts';
import type { NoticeStore } from '../../shared/aws/notice-store.ts';
import type { OfferedAgainStore } from '../../shared/aws/offered-again-store.ts';
import type { PauseStore } from '../../shared/aws/pause-store.ts';
import type { PhotoBucket } from '../../shared/aws/photo-bucket.ts';
import type { PhotoIndex } from '../../shared/aws/photo-index.ts';
import type { QueueSender } from '../../shared/aws/queue.ts';
import type { RecordStore } from '../../shared/aws/record-store.ts';
import type { Roster } from '../../shared/aws/roster.ts';
import type { ScanStore } from '../../shared/aws/scan-store.ts';
import type { SealBucket } from '../../shared/aws/seal-bucket.ts';
import type { VerificationStore } from '../../shared/aws/verification-store.ts';
import type { VictimUpdateStore } from '../../shared/aws/victim-update-store.ts';
import type { ViewStore } from '../../shared/aws/view-store.ts';
import type { Ladder } from '../../shared/domain/verification.ts';
import type { Source } from '../../shared/sources/source.ts';
import type { Access } from './access.ts';
import type { Assets } from './assets.ts';

export interface ConsoleParts {
  cases: Pick<CaseStore, 'get' | 'queue' | 'ask' | 'ofSeller' | 'allAbout' | 'newestAbout' | 'open' | 'saveWork' | 'move'>;
  /** Decisions as the figures count them. */
  decisions: DecisionLog;
  listings: Pick<ListingStore, 'get' | 'revisions'>;
  /** What a number is known from, on listings and in records. */
  identifiers: Pick<IdentifierStore, 'lookUp'>;
  views: ViewStore;
  figures: Pick<FigureStore, 'ofTeam'>;
  records: Pick<RecordStore, 'get' | 'statusSet'>;
  scans: Pick<ScanStore, 'recent' | 'get'>;
  /** Sources that are left alone by a person's word. */
  pauses: Pick<PauseStore, 'of'>;
  audit: Pick<AuditStore, 'append'>;
  /** What platforms were told, and what was seen since. */
  notices: Pick<NoticeStore, 'idsOfCase' | 'get' | 'change'>;
  verifications: Pick<VerificationStore, 'ofNotice' | 'open'>;
  followUps: Pick<FollowUpStore, 'open'>;
  /** What platforms said of it. */
  answers: Pick<AnswerStore, 'ofNotice'>;
  /** What was put up again after a notice. */
  offers: Pick<OfferedAgainStore, 'earlierOf' | 'since'>;
  /** What no clock can do about notices. */
  escalations: Pick<EscalationStore, 'get' | 'save' | 'ofTeam' | 'countOpen'>;
  /** What victims are owed to hear. */
  victimUpdates: Pick<VictimUpdateStore, 'get' | 'saveTold' | 'ofTeam'>;
  /** Asks to take back what turns out to have been told. */
  deliverQueue: QueueSender;
  /** How long after delivery is looked again, in minutes. */
  ladder: Ladder;
  /** Whom a Case can be handed over to. */
  roster: Roster;
  /** Pages captured for Cases. */
  evidence: Pick<EvidenceBucket, 'get'>;
  /** Which photos look alike and who shows them, and small pictures of those that still are. */
  photos: Pick<PhotoIndex, 'get'>;
  pictures: Pick<PhotoBucket, 'getRendition'>;
  /** All that was captured for a Case, its photos with what was read on them among it. */
  captures: Pick<CaptureArchive, 'ofCase' | 'manifest' | 'read'>;
  /** Asks for the evidence of what a flood held back. */
  reviewQueue: QueueSender;
  /** Who asked the check API about devices that are looked for, and who may ask at all. */
  checkHits: CheckHits;
  checkClients: Pick<CheckClientStore, 'list' | 'lift'>;
  auditLog: AuditLog;
  seals: Pick<SealBucket, 'get'>;
  sources: readonly Source[];
  access: Access;
  assets: Assets;
  now(): Date;
  /** Counts of parked messages by queue, where they can be had. */
  deadLetters?: (() => Promise<Record<string, number>>) | undefined;
  /** Told of every request that failed for a reason nobody foresaw. */
  report(error: unknown): void;
}
