/**
 * The thread in which the embedded services run, so that the handlers keep the main one: DynamoDB by dynalite, SQS and S3 by fauxqs, SES by
 * mail-service.ts. Started by aws.ts, and speaks with it in the messages below.
 */

import { mkdirSync } from 'node:fs';
import { type AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import * as z from 'zod';
import { startMailService } from './mail-service.ts';

/** What the thread is started with; without a folder everything is kept in memory. */
const startSchema = z.object({ dataDir: z.string().optional() });
export type WorkerStart = z.infer<typeof startSchema>;

/** What the thread says; then it answers requests until it is told `stop`. */
export type WorkerReport = { type: 'ready'; dynamoPort: number; sqsAndS3Port: number; mailUrl: string };

const loopback = '127.0.0.1';

// Both services throw in a callback when a client goes away in the middle of a request; that is no reason to stop serving the others.
process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error;
});

await serve(startSchema.parse(workerData));

async function serve({ dataDir }: WorkerStart): Promise<void> {
  listenOnLoopbackOnly();
  const dynamo = await startDynamo(dataDir);
  const sqsAndS3 = await startSqsAndS3(dataDir);
  const mail = await startMailService({ folder: dataDir && folder(dataDir, 'mails'), now: () => new Date() });
  parentPort?.once('message', async () => {
    await Promise.all([new Promise((done) => dynamo.close(done)), sqsAndS3.stop(), mail.stop()]);
    process.exit(0);
  });
  const report: WorkerReport = { type: 'ready', dynamoPort: portOf(dynamo), sqsAndS3Port: sqsAndS3.port, mailUrl: mail.url };
  parentPort?.postMessage(report);
}

async function startDynamo(dataDir: string | undefined): Promise<Server> {
  const immediately = { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 };
  const server = dynalite(dataDir === undefined ? immediately : { ...immediately, path: folder(dataDir, 'dynamodb') });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(0, loopback, done);
  });
  return server;
}

async function startSqsAndS3(dataDir: string | undefined): Promise<FauxqsServer> {
  const onDisk = dataDir === undefined ? {} : { dataDir: folder(dataDir, 'sqs'), s3StorageDir: folder(dataDir, 's3') };
  const server = await startFauxqs({ port: 0, logger: false, ...onDisk });
  if (new URL(server.address).hostname !== loopback) throw new Error(`expected fauxqs on ${loopback}, found it on ${server.address}`);
  return server;
}

/** fauxqs listens on every interface and has no option against it; the evidence in its buckets must not be served to the network. */
function listenOnLoopbackOnly(): void {
  const listen = Server.prototype.listen;
  Server.prototype.listen = function (this: Server, ...args: unknown[]) {
    const [first, ...rest] = args;
    const onLoopback = typeof first === 'object' && first !== null ? { ...first, host: loopback } : first;
    return Reflect.apply(listen, this, [onLoopback, ...rest]);
  };
}

function folder(dataDir: string, name: string): string {
  const path = join(dataDir, name);
  mkdirSync(path, { recursive: true });
  return path;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
