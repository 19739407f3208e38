import { handle } from 'hono/aws-lambda';
import { createDynamoClient } from '../../shared/aws/clients.ts';
import { createLog } from '../../shared/aws/log.ts';
import { wireCheckApi } from './wiring.ts';

const log = createLog('check');

const app = wireCheckApi({
  environment: process.env,
  client: createDynamoClient(),
  report: (error) => log.error('A question could not be answered', { error }),
});

/** For an HTTP API (payload format 2.0). */
export const handler = handle(app);
