import { handle } from 'hono/aws-lambda';
import { createDynamoClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createLog } from '../../shared/aws/log.ts';
import { checkedByIam } from './access.ts';
import { wireConsole } from './wiring.ts';

const log = createLog('console');

const app = await wireConsole({
  environment: process.env,
  client: createDynamoClient(),
  access: checkedByIam(readConfig(process.env, ['TEAM']).TEAM),
  report: (error) => log.error('A page could not be shown', { error }),
});

/** For a function URL or HTTP API with IAM authorisation; what a bundle must carry beside the code is said in assets.ts. */
export const handler = handle(app);
