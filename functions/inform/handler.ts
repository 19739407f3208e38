import { createAuditLog } from '../../shared/aws/audit-log.ts';
import { createAuditStore } from '../../shared/aws/audit-store.ts';
import { createCaseStore } from '../../shared/aws/case-store.ts';
import { createDynamoClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createVictimUpdateStore } from '../../shared/aws/victim-update-store.ts';
import { clockEventSchema } from '../../shared/messages.ts';
import { inform } from './inform.ts';

const config = readConfig(process.env, ['AUDIT_TABLE', 'CASES_TABLE', 'TEAM']);
const log = createLog('inform');
const client = createDynamoClient();
const parts = {
  log: createAuditLog({ client, table: config.AUDIT_TABLE }),
  audit: createAuditStore({ client, table: config.AUDIT_TABLE }),
  cases: createCaseStore({ client, table: config.CASES_TABLE }),
  updates: createVictimUpdateStore({ client, table: config.CASES_TABLE }),
  team: config.TEAM,
  now: () => new Date(),
};

/** Fired by EventBridge Scheduler. A run that fails is tried again, and the next one finds what it left. */
export async function handler(event: unknown): Promise<void> {
  const { scheduledAt } = clockEventSchema.parse(event);
  const raised = await inform(parts);
  log.info('Victim updates raised', { scheduledAt, raised: raised.map(({ id, event: news }) => ({ id, news })) });
}
