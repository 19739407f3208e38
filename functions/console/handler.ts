import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { handle } from 'hono/aws-lambda';
import { createDynamoClient, createS3Client, createSqsClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createLog } from '../../shared/aws/log.ts';
import { cognitoSignIn } from './cognito-sign-in.ts';
import { wireConsole } from './wiring.ts';

const log = createLog('console');
const config = readConfig(process.env, ['USER_POOL', 'USER_POOL_CLIENT', 'SIGN_IN_ADDRESS', 'CONSOLE_ADDRESS']);
const verifier = CognitoJwtVerifier.create({ userPoolId: config.USER_POOL, clientId: config.USER_POOL_CLIENT, tokenUse: 'id' });

const app = await wireConsole({
  environment: process.env,
  client: createDynamoClient(),
  s3: createS3Client(),
  sqs: createSqsClient(),
  access: cognitoSignIn({
    client: config.USER_POOL_CLIENT,
    domain: config.SIGN_IN_ADDRESS,
    console: config.CONSOLE_ADDRESS,
    verify: (token) => verifier.verify(token),
    send: fetch,
  }),
  report: (error) => log.error('A page could not be shown', { error }),
});

/** For an HTTP API (payload format 2.0); what a bundle must carry beside the code is said in assets.ts. */
export const handler = handle(app);
