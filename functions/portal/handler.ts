import { handle } from 'hono/aws-lambda';
import { createDynamoClient, createS3Client } from '../../shared/aws/clients.ts';
import { createLog } from '../../shared/aws/log.ts';
import { wirePortal } from './wiring.ts';

const log = createLog('portal');

const app = wirePortal({
  environment: process.env,
  client: createDynamoClient(),
  s3: createS3Client(),
  report: (error) => log.error('A page of the portal could not be shown', { error }),
});

/** For an HTTP API (payload format 2.0). The path holds a secret, so requests are not logged. */
export const handler = handle(app);
