/** The console on one machine: the very app of functions/console behind an HTTP server that nobody else can reach. */

import type { ConsoleParts } from '../functions/console/parts.ts';
import { wireConsole } from '../functions/console/wiring.ts';
import { createDynamoClient, createS3Client, createSqsClient } from '../shared/aws/clients.ts';
import { readConfig } from '../shared/aws/config.ts';
import { developmentSignIn } from './development-sign-in.ts';
import { type LoopbackService, serveOnLoopback } from './serve-on-loopback.ts';

export interface ConsoleOptions extends Pick<ConsoleParts, 'report' | 'deadLetters'> {
  /** 0 takes any free port. */
  port: number;
  /** Tables, source files, and the addresses and credentials of the embedded services. */
  environment: Record<string, string | undefined>;
}

/** Starts the console on the loopback address. Throws in plain words when the port is taken or the environment is incomplete. */
export async function startConsole({ port, environment, report, deadLetters }: ConsoleOptions): Promise<LoopbackService> {
  const client = createDynamoClient(clientSettings(environment, 'DYNAMODB'));
  const s3 = createS3Client(clientSettings(environment, 'S3'));
  const sqs = createSqsClient(clientSettings(environment, 'SQS'));
  const clients = [client, s3, sqs];
  try {
    const access = developmentSignIn({ team: readConfig(environment, ['TEAM']).TEAM, now: () => new Date() });
    const app = await wireConsole({ environment, client, s3, sqs, access, report, deadLetters });
    const server = await serveOnLoopback(app, { name: 'The console', port });
    return {
      url: server.url,
      async stop() {
        await server.stop();
        for (const each of clients) each.destroy();
      },
    };
  } catch (error) {
    for (const each of clients) each.destroy();
    throw error;
  }
}

/** The environment is given and not the process's own, so the SDK has to be told what it would otherwise read there. */
export function clientSettings(environment: ConsoleOptions['environment'], service: 'DYNAMODB' | 'S3' | 'SQS') {
  const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = environment;
  const endpoint = environment[`AWS_ENDPOINT_URL_${service}`];
  return {
    ...(AWS_REGION !== undefined && { region: AWS_REGION }),
    ...(endpoint !== undefined && { endpoint }),
    ...(AWS_ACCESS_KEY_ID !== undefined &&
      AWS_SECRET_ACCESS_KEY !== undefined && { credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY } }),
  };
}
