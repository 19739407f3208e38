import { handle } from 'hono/aws-lambda';
import { createDynamoClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createMetrics } from '../../shared/aws/metrics.ts';
import { wireCheckApi } from './wiring.ts';

const { STAGE: stage } = readConfig(process.env, ['STAGE']);
const log = createLog('check');
const metrics = createMetrics({ stage });

const app = wireCheckApi({
  environment: process.env,
  client: createDynamoClient(),
  metrics,
  report: (error) => log.error('A question could not be answered', { error }),
});

const answer = handle(app);

/** For an HTTP API (payload format 2.0). */
export async function handler(...request: Parameters<typeof answer>): Promise<Awaited<ReturnType<typeof answer>>> {
  const answered = await answer(...request);
  if (answered.statusCode === 429) metrics.add('ChecksTurnedAway', 1);
  metrics.publish();
  return answered;
}
