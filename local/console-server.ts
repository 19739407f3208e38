/** The console on one machine: the very app of functions/console behind an HTTP server that nobody else can reach. */

import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { ConsoleParts } from '../functions/console/parts.ts';
import { wireConsole } from '../functions/console/wiring.ts';
import { createDynamoClient, createS3Client, createSqsClient } from '../shared/aws/clients.ts';
import { readConfig } from '../shared/aws/config.ts';
import { developmentSignIn } from './development-sign-in.ts';

export interface ConsoleServer {
  /** `http://127.0.0.1:4000` */
  url: string;
  stop(): Promise<void>;
}

export interface ConsoleOptions extends Pick<ConsoleParts, 'report' | 'deadLetters'> {
  /** 0 takes any free port. */
  port: number;
  /** Tables, source files, and the addresses and credentials of the embedded services. */
  environment: Record<string, string | undefined>;
}

/** Starts the console on the loopback address. Throws in plain words when the port is taken or the environment is incomplete. */
export async function startConsole({ port, environment, report, deadLetters }: ConsoleOptions): Promise<ConsoleServer> {
  const client = createDynamoClient(clientSettings(environment, 'DYNAMODB'));
  const s3 = createS3Client(clientSettings(environment, 'S3'));
  const sqs = createSqsClient(clientSettings(environment, 'SQS'));
  const clients = [client, s3, sqs];
  try {
    const access = developmentSignIn({ team: readConfig(environment, ['TEAM']).TEAM, now: () => new Date() });
    const app = await wireConsole({ environment, client, s3, sqs, access, report, deadLetters });
    const server = await serveOnLoopback(app, port);
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
function clientSettings(environment: ConsoleOptions['environment'], service: 'DYNAMODB' | 'S3' | 'SQS') {
  const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = environment;
  const endpoint = environment[`AWS_ENDPOINT_URL_${service}`];
  return {
    ...(AWS_REGION !== undefined && { region: AWS_REGION }),
    ...(endpoint !== undefined && { endpoint }),
    ...(AWS_ACCESS_KEY_ID !== undefined &&
      AWS_SECRET_ACCESS_KEY !== undefined && { credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY } }),
  };
}

export async function serveOnLoopback(
  app: { fetch(request: Request): Promise<Response> | Response },
  port: number,
): Promise<ConsoleServer> {
  const server = createAdaptorServer({
    fetch: (request) =>
      isNamedLoopback(request) ? app.fetch(request) : new Response('This console answers on 127.0.0.1 only.\n', { status: 421 }),
  });
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (cause: NodeJS.ErrnoException) => reject(cannotListen(port, cause)));
  server.listen(port, '127.0.0.1', resolve);
  await listening;
  // A server that listens on a port has an AddressInfo; the other forms are for pipes.
  const address = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${address.port}`, stop: () => closed(server) };
}

/**
 * A web page elsewhere may point a host name of its own at 127.0.0.1 and read from here in the visitor's browser (DNS rebinding). Such a request
 * carries that name in its Host header, so only the loopback's own names are answered.
 */
function isNamedLoopback(request: Request): boolean {
  return ['127.0.0.1', 'localhost'].includes(new URL(request.url).hostname);
}

function cannotListen(port: number, cause: NodeJS.ErrnoException): Error {
  if (cause.code === 'EADDRINUSE') {
    return new Error(`Port ${port} is in use, perhaps by a Fencewatch that already runs. Stop that program or choose another port.`, {
      cause,
    });
  }
  if (cause.code === 'EACCES') return new Error(`Port ${port} may not be opened by this user. Choose one above 1023.`, { cause });
  return new Error(`The console could not listen on port ${port}: ${cause.message}`, { cause });
}

function closed(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.close((error) => (error ? reject(error) : resolve()));
  // Browsers keep connections open for minutes, and a stop that waits for them looks like a hang.
  if ('closeAllConnections' in server) server.closeAllConnections();
  return promise;
}
