import { createAuditLog } from '../../shared/aws/audit-log.ts';
import { createDynamoClient, createS3Client } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createSealBucket } from '../../shared/aws/seal-bucket.ts';
import { clockEventSchema } from '../../shared/messages.ts';
import { sealDays } from './seal.ts';

const config = readConfig(process.env, ['AUDIT_TABLE', 'SEALS_BUCKET']);
const log = createLog('seal');
const parts = {
  log: createAuditLog({ client: createDynamoClient(), table: config.AUDIT_TABLE }),
  seals: createSealBucket({ client: createS3Client(), bucket: config.SEALS_BUCKET }),
  now: () => new Date(),
};

/** Fired by EventBridge Scheduler. A run that fails is tried again, and the next one seals what it left. */
export async function handler(event: unknown): Promise<void> {
  const { scheduledAt } = clockEventSchema.parse(event);
  const sealed = await sealDays(parts);
  log.info('Days of the audit sealed', { scheduledAt, days: sealed.map(({ day, rows }) => ({ day, rows })) });
}
