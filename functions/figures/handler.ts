import { createAuditLog } from '../../shared/aws/audit-log.ts';
import { createDynamoClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createPublicFigureStore } from '../../shared/aws/public-figure-store.ts';
import { clockEventSchema } from '../../shared/messages.ts';
import { publishFigures } from './rebuild-figures.ts';

const config = readConfig(process.env, ['AUDIT_TABLE', 'CASES_TABLE', 'FIGURES_QUARTER']);
const log = createLog('figures');
const client = createDynamoClient();
const parts = {
  log: createAuditLog({ client, table: config.AUDIT_TABLE }),
  store: createPublicFigureStore({ client, table: config.CASES_TABLE }),
  quarter: config.FIGURES_QUARTER,
  now: () => new Date(),
};

/** Fired by EventBridge Scheduler. Until a run succeeds, what was kept before stands, and says when it was counted. */
export async function handler(event: unknown): Promise<void> {
  const { scheduledAt } = clockEventSchema.parse(event);
  const { figures, counted } = await publishFigures(parts);
  log.info(counted ? 'Public figures rebuilt' : 'Public figures stand', { scheduledAt, period: figures.period });
}
