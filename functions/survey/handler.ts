import { createAuditStore } from '../../shared/aws/audit-store.ts';
import { createDynamoClient, createS3Client } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createListingStore } from '../../shared/aws/listing-store.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createRecordStore } from '../../shared/aws/record-store.ts';
import { createSurveyBucket } from '../../shared/aws/survey-bucket.ts';
import { clockEventSchema } from '../../shared/messages.ts';
import { survey } from './survey.ts';

const config = readConfig(process.env, ['LISTINGS_TABLE', 'RECORDS_TABLE', 'AUDIT_TABLE', 'SURVEYS_BUCKET']);
const log = createLog('survey');
const client = createDynamoClient();
const parts = {
  listings: createListingStore({ client, table: config.LISTINGS_TABLE }),
  records: createRecordStore({ client, table: config.RECORDS_TABLE }),
  surveys: createSurveyBucket({ client: createS3Client(), bucket: config.SURVEYS_BUCKET }),
  audit: createAuditStore({ client, table: config.AUDIT_TABLE }),
  random: Math.random,
  now: () => new Date(),
};

/** Fired by EventBridge Scheduler. A survey that fails is tried again; until one succeeds the last one stands. */
export async function handler(event: unknown): Promise<void> {
  const { scheduledAt } = clockEventSchema.parse(event);
  const { version, listings, records } = await survey(parts);
  log.info('Market surveyed', { scheduledAt, version, ...listings, ...records });
}
