import { createAnswerStore } from '../../shared/aws/answer-store.ts';
import { createCaseStore } from '../../shared/aws/case-store.ts';
import { createDynamoClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createFigureStore } from '../../shared/aws/figure-store.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createMetrics } from '../../shared/aws/metrics.ts';
import { createNoticeStore } from '../../shared/aws/notice-store.ts';
import { clockEventSchema } from '../../shared/messages.ts';
import { count } from './count.ts';

const config = readConfig(process.env, ['CASES_TABLE', 'TEAM', 'STAGE']);
const log = createLog('count');
const metrics = createMetrics({ stage: config.STAGE });
const client = createDynamoClient();
const parts = {
  cases: createCaseStore({ client, table: config.CASES_TABLE }),
  figures: createFigureStore({ client, table: config.CASES_TABLE }),
  notices: createNoticeStore({ client, table: config.CASES_TABLE }),
  answers: createAnswerStore({ client, table: config.CASES_TABLE }),
  team: config.TEAM,
  now: () => new Date(),
};

/** Fired by EventBridge Scheduler. A count that fails is tried again; until one succeeds the last one stands, and says when it was made. */
export async function handler(event: unknown): Promise<void> {
  const { scheduledAt } = clockEventSchema.parse(event);
  const { byState, overdue, waiting } = await count(parts);
  metrics.add('UndecidedCases', waiting?.count ?? 0);
  metrics.add('OldestUndecidedCaseHours', waiting?.oldestHours ?? 0);
  metrics.publish();
  log.info('Desk counted', { scheduledAt, byState, overdue });
}
