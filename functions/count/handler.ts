import { createCaseStore } from '../../shared/aws/case-store.ts';
import { createDynamoClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createFigureStore } from '../../shared/aws/figure-store.ts';
import { createLog } from '../../shared/aws/log.ts';
import { clockEventSchema } from '../../shared/messages.ts';
import { count } from './count.ts';

const config = readConfig(process.env, ['CASES_TABLE', 'TEAM']);
const log = createLog('count');
const client = createDynamoClient();
const parts = {
  cases: createCaseStore({ client, table: config.CASES_TABLE }),
  figures: createFigureStore({ client, table: config.CASES_TABLE }),
  team: config.TEAM,
  now: () => new Date(),
};

/** Fired by EventBridge Scheduler. A count that fails is tried again; until one succeeds the last one stands, and says when it was made. */
export async function handler(event: unknown): Promise<void> {
  const { scheduledAt } = clockEventSchema.parse(event);
  const { byState, overdue } = await count(parts);
  log.info('Desk counted', { scheduledAt, byState, overdue });
}
