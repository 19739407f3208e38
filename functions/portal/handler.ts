import { handle } from 'hono/aws-lambda';
import { createDynamoClient, createS3Client } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createMetrics } from '../../shared/aws/metrics.ts';
import { wirePortal } from './wiring.ts';

const { STAGE: stage } = readConfig(process.env, ['STAGE']);
const log = createLog('portal');
const metrics = createMetrics({ stage });

const app = wirePortal({
  environment: process.env,
  client: createDynamoClient(),
  s3: createS3Client(),
  metrics,
  report: (error) => log.error('A page of the portal could not be shown', { error }),
});

const answer = handle(app);

/** For an HTTP API (payload format 2.0). The path holds a secret, so requests are not logged. */
export async function handler(...request: Parameters<typeof answer>): Promise<Awaited<ReturnType<typeof answer>>> {
  const answered = await answer(...request);
  metrics.publish();
  return answered;
}
