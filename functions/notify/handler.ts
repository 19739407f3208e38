import { createAnswerStore } from '../../shared/aws/answer-store.ts';
import { createAuditStore } from '../../shared/aws/audit-store.ts';
import { createCaptureArchive } from '../../shared/aws/capture-archive.ts';
import { createCaseStore } from '../../shared/aws/case-store.ts';
import { createDynamoClient, createS3Client, createSqsClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createEscalationStore } from '../../shared/aws/escalation-store.ts';
import { createEvidenceBucket } from '../../shared/aws/evidence-bucket.ts';
import { createFollowUpStore } from '../../shared/aws/follow-up-store.ts';
import { createListingStore } from '../../shared/aws/listing-store.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createNoticeStore } from '../../shared/aws/notice-store.ts';
import { createOfferedAgainStore } from '../../shared/aws/offered-again-store.ts';
import { createQueueSender } from '../../shared/aws/queue.ts';
import { createRecordStore } from '../../shared/aws/record-store.ts';
import { createVerificationStore } from '../../shared/aws/verification-store.ts';
import { clockEventSchema } from '../../shared/messages.ts';
import { loadPlatforms } from '../../shared/platforms/declaration.ts';
import { notify } from './notify.ts';
import { remind } from './remind.ts';

const config = readConfig(process.env, [
  ...(['LISTINGS_TABLE', 'RECORDS_TABLE', 'CASES_TABLE', 'AUDIT_TABLE', 'EVIDENCE_BUCKET'] as const),
  ...(['DELIVER_QUEUE_URL', 'PLATFORM_FILES', 'AUTHORITY', 'TEAM'] as const),
]);
const client = createDynamoClient();
const log = createLog('notify');
const evidence = createEvidenceBucket({ client: createS3Client(), bucket: config.EVIDENCE_BUCKET });
const parts = {
  cases: createCaseStore({ client, table: config.CASES_TABLE }),
  listings: createListingStore({ client, table: config.LISTINGS_TABLE }),
  records: createRecordStore({ client, table: config.RECORDS_TABLE }),
  captures: createCaptureArchive({ client, table: config.CASES_TABLE, evidence }),
  notices: createNoticeStore({ client, table: config.CASES_TABLE }),
  offers: createOfferedAgainStore({ client, table: config.CASES_TABLE }),
  verifications: createVerificationStore({ client, table: config.CASES_TABLE }),
  escalations: createEscalationStore({ client, table: config.CASES_TABLE }),
  followUps: createFollowUpStore({ client, table: config.CASES_TABLE }),
  answeredListings: createAnswerStore({ client, table: config.CASES_TABLE }).standing,
  audit: createAuditStore({ client, table: config.AUDIT_TABLE }),
  deliverQueue: createQueueSender({ client: createSqsClient(), url: config.DELIVER_QUEUE_URL, fifo: true }),
  platforms: await loadPlatforms(config.PLATFORM_FILES),
  team: config.TEAM,
  log,
  now: () => new Date(),
};

/** Fired by EventBridge Scheduler. A run that fails is tried again, and the next one does what it left. */
export async function handler(event: unknown): Promise<void> {
  const { scheduledAt } = clockEventSchema.parse(event);
  if (config.AUTHORITY === null) return log.info('No notices: nobody is declared in whose name they go', { scheduledAt });
  const { written, held } = await notify({ ...parts, authority: config.AUTHORITY });
  const reminders = await remind({ ...parts, authority: config.AUTHORITY });
  log.info('Notices written', { scheduledAt, written, held, reminders });
}
