/** Builds the console from an environment. Shared by the Lambda handler and the one-machine server, which differ in who may reach them. */

import type { Hono } from 'hono';
import { createAnswerStore } from '../../shared/aws/answer-store.ts';
import { createAuditLog } from '../../shared/aws/audit-log.ts';
import { createAuditStore } from '../../shared/aws/audit-store.ts';
import { createCaptureArchive } from '../../shared/aws/capture-archive.ts';
import { createCaseStore } from '../../shared/aws/case-store.ts';
import { createCheckClientStore } from '../../shared/aws/check-client-store.ts';
import { createCheckHits } from '../../shared/aws/check-hits.ts';
import type { createDynamoClient, createS3Client, createSqsClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createDecisionLog } from '../../shared/aws/decision-log.ts';
import { createEscalationStore } from '../../shared/aws/escalation-store.ts';
import { createEvidenceBucket } from '../../shared/aws/evidence-bucket.ts';
import { createFigureStore } from '../../shared/aws/figure-store.ts';
import { createFollowUpStore } from '../../shared/aws/follow-up-store.ts';
import { createIdentifierStore } from '../../shared/aws/identifier-store.ts';
import { createListingStore } from '../../shared/aws/listing-store.ts';
import { createNoticeStore } from '../../shared/aws/notice-store.ts';
import { createOfferedAgainStore } from '../../shared/aws/offered-again-store.ts';
import { createPauseStore } from '../../shared/aws/pause-store.ts';
import { createPhotoBucket } from '../../shared/aws/photo-bucket.ts';
import { createPhotoIndex } from '../../shared/aws/photo-index.ts';
import { createQueueSender } from '../../shared/aws/queue.ts';
import { createRecordStore } from '../../shared/aws/record-store.ts';
import { queues } from '../../shared/aws/resources.ts';
import { createRoster } from '../../shared/aws/roster.ts';
import { createScanStore } from '../../shared/aws/scan-store.ts';
import { createSealBucket } from '../../shared/aws/seal-bucket.ts';
import { createVerificationStore } from '../../shared/aws/verification-store.ts';
import { createVictimUpdateStore } from '../../shared/aws/victim-update-store.ts';
import { createViewStore } from '../../shared/aws/view-store.ts';
import { loadSources } from '../../shared/sources/load-sources.ts';
import { registry } from '../../shared/sources/registry.ts';
import type { ConsoleEnv } from './access.ts';
import { createConsole } from './app.ts';
import { loadAssets } from './assets.ts';
import type { ConsoleParts } from './parts.ts';

const keys = [
  'LISTINGS_TABLE',
  'RECORDS_TABLE',
  'CASES_TABLE',
  'IDENTIFIERS_TABLE',
  'IDENTIFIER_KEY',
  'AUDIT_TABLE',
  'CHECKS_TABLE',
  'SEALS_BUCKET',
  'EVIDENCE_BUCKET',
  'PHOTOS_BUCKET',
  'REVIEW_QUEUE_URL',
  'DELIVER_QUEUE_URL',
  'SOURCE_FILES',
  'VERIFICATION_LADDER',
] as const;

export interface Wiring extends Pick<ConsoleParts, 'access' | 'report' | 'deadLetters'> {
  environment: Record<string, string | undefined>;
  client: ReturnType<typeof createDynamoClient>;
  s3: ReturnType<typeof createS3Client>;
  sqs: ReturnType<typeof createSqsClient>;
}

/** Throws with every key that the environment lacks, and with every problem of a source file that is wrong. */
export async function wireConsole({ environment, client, s3, sqs, access, report, deadLetters }: Wiring): Promise<Hono<ConsoleEnv>> {
  const config = readConfig(environment, keys);
  const evidence = createEvidenceBucket({ client: s3, bucket: config.EVIDENCE_BUCKET });
  return createConsole({
    cases: createCaseStore({ client, table: config.CASES_TABLE }),
    listings: createListingStore({ client, table: config.LISTINGS_TABLE }),
    records: createRecordStore({ client, table: config.RECORDS_TABLE }),
    pauses: createPauseStore({ client, table: config.LISTINGS_TABLE }),
    scans: createScanStore({ client, table: config.LISTINGS_TABLE }),
    identifiers: createIdentifierStore({ client, table: config.IDENTIFIERS_TABLE, key: config.IDENTIFIER_KEY }),
    figures: createFigureStore({ client, table: config.CASES_TABLE }),
    views: createViewStore({ client, table: config.CASES_TABLE }),
    audit: createAuditStore({ client, table: config.AUDIT_TABLE }),
    decisions: createDecisionLog({ client, table: config.CASES_TABLE }),
    notices: createNoticeStore({ client, table: config.CASES_TABLE }),
    answers: createAnswerStore({ client, table: config.CASES_TABLE }),
    verifications: createVerificationStore({ client, table: config.CASES_TABLE }),
    followUps: createFollowUpStore({ client, table: config.CASES_TABLE }),
    offers: createOfferedAgainStore({ client, table: config.CASES_TABLE }),
    escalations: createEscalationStore({ client, table: config.CASES_TABLE }),
    victimUpdates: createVictimUpdateStore({ client, table: config.CASES_TABLE }),
    deliverQueue: createQueueSender({ client: sqs, url: config.DELIVER_QUEUE_URL, fifo: queues.deliver.fifo }),
    ladder: config.VERIFICATION_LADDER,
    roster: createRoster({ client, table: config.CASES_TABLE }),
    evidence,
    photos: createPhotoIndex({ client, table: config.IDENTIFIERS_TABLE }),
    pictures: createPhotoBucket({ client: s3, bucket: config.PHOTOS_BUCKET }),
    captures: createCaptureArchive({ client, table: config.CASES_TABLE, evidence }),
    reviewQueue: createQueueSender({ client: sqs, url: config.REVIEW_QUEUE_URL, fifo: queues.review.fifo }),
    checkHits: createCheckHits({ client, table: config.CHECKS_TABLE }),
    checkClients: createCheckClientStore({ client, table: config.CHECKS_TABLE }),
    auditLog: createAuditLog({ client, table: config.AUDIT_TABLE }),
    seals: createSealBucket({ client: s3, bucket: config.SEALS_BUCKET }),
    sources: await loadSources({ registry, files: config.SOURCE_FILES }),
    assets: loadAssets(),
    now: () => new Date(),
    access,
    report,
    deadLetters,
  });
}
