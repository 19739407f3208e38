import { createAuditStore } from '../../shared/aws/audit-store.ts';
import { createCaseStore } from '../../shared/aws/case-store.ts';
import { createDynamoClient, createSqsClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createQueueSender } from '../../shared/aws/queue.ts';
import { clockEventSchema } from '../../shared/messages.ts';
import { admit } from './admit.ts';

const config = readConfig(process.env, ['CASES_TABLE', 'AUDIT_TABLE', 'REVIEW_QUEUE_URL', 'TEAM', 'DESCRIPTION_CASES_PER_DAY']);
const log = createLog('admit');
const client = createDynamoClient();
const parts = {
  cases: createCaseStore({ client, table: config.CASES_TABLE }),
  audit: createAuditStore({ client, table: config.AUDIT_TABLE }),
  reviewQueue: createQueueSender({ client: createSqsClient(), url: config.REVIEW_QUEUE_URL, fifo: true }),
  team: config.TEAM,
  placesPerDay: config.DESCRIPTION_CASES_PER_DAY,
  now: () => new Date(),
};

/** Fired by EventBridge Scheduler. A run that fails is tried again, and the next one does what it left. */
export async function handler(event: unknown): Promise<void> {
  const { scheduledAt } = clockEventSchema.parse(event);
  log.info('Waiting cases admitted', { scheduledAt, admitted: await admit(parts) });
}
