import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { startEmbeddedAws } from '../../../local/embedded/aws.ts';
import { mapQueue } from '../../../local/embedded/map-queue.ts';
import { queueDepth, whenDrained } from '../../../local/embedded/queue-depth.ts';
import { createBatchHandler } from '../../../shared/aws/batch.ts';
import { createDynamoClient, createS3Client, createSqsClient } from '../../../shared/aws/clients.ts';
import { configFields } from '../../../shared/aws/config.ts';
import { RetryLater } from '../../../shared/aws/errors.ts';
import { createEvidenceBucket } from '../../../shared/aws/evidence-bucket.ts';
import { createIdentifierStore } from '../../../shared/aws/identifier-store.ts';
import { createQueueSender } from '../../../shared/aws/queue.ts';
import { aRecordToFile } from '../../support/index-sides.ts';
import { recordedMetrics } from '../../support/recorded-metrics.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'fencewatch-test-'));
});
afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

/** Starts the services and what this file needs to speak to them. */
async function start(given: { dataDir?: string } = { dataDir }) {
  const aws = await startEmbeddedAws(given);
  const { environment: env, queues } = aws;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const config = (service: string) => ({
    region: env['AWS_REGION'] ?? '',
    credentials,
    endpoint: env[`AWS_ENDPOINT_URL_${service}`] ?? '',
  });
  const sqs = createSqsClient(config('SQS'));
  return {
    aws,
    env,
    sqs,
    queue: queues.match,
    sender: createQueueSender({ client: sqs, url: queues.match.url, fifo: false }),
    index: createIdentifierStore({
      client: createDynamoClient(config('DYNAMODB')),
      table: env['IDENTIFIERS_TABLE'] ?? '',
      key: 'k'.repeat(32),
    }),
    evidence: createEvidenceBucket({ client: createS3Client(config('S3')), bucket: env['EVIDENCE_BUCKET'] ?? '' }),
  };
}

test('names every table, queue and bucket that the configuration of the functions asks for', async () => {
  const { aws, env } = await start({});
  await aws.stop();

  // An address that may be none is no service of AWS.
  const fields = Object.entries(configFields).filter(([, { kind }]) => kind !== 'addressOrNone');
  const asked = fields.map(([key]) => key).filter((key) => /_(TABLE|URL|BUCKET)$/.test(key));
  expect(asked).not.toStrictEqual([]);
  expect(asked.filter((key) => !env[key])).toStrictEqual([]);
});

test('keeps items, objects and messages over a restart, on other ports', async () => {
  const first = await start();
  await first.index.putRecords([aRecordToFile('4217/23-A', { imei: '356938035643809' })]);
  await first.evidence.put('cases/1.html', Buffer.from('<p>'), 'text/html');
  await first.sender.send([{ body: { name: 'kept' } }, { body: { name: 'delayed' }, delaySeconds: 900 }]);
  await first.aws.stop();
  await first.aws.ended;

  const second = await start();
  expect((await second.index.lookUp('imei:35693803564380')).records).toStrictEqual(['4217/23-A']);
  expect(Buffer.from((await second.evidence.get('cases/1.html'))?.bytes ?? []).toString()).toBe('<p>');
  expect(await queueDepth(second.sqs, second.queue.url)).toStrictEqual({ visible: 1, inFlight: 0, delayed: 1 });
  await second.aws.stop();
});

test('hands out again what was in hand when the last run ended, long before its visibility ends', async () => {
  const first = await start();
  await first.sender.send([{ body: { name: 'in hand' } }]);
  await first.sqs.send(new ReceiveMessageCommand({ QueueUrl: first.queue.url }));
  expect(await queueDepth(first.sqs, first.queue.url)).toStrictEqual({ visible: 0, inFlight: 1, delayed: 0 });
  await first.aws.stop();

  const second = await start();
  const { Messages = [] } = await second.sqs.send(new ReceiveMessageCommand({ QueueUrl: second.queue.url, WaitTimeSeconds: 20 }));
  expect(Messages.map(({ Body }) => Body)).toStrictEqual(['{"name":"in hand"}']);
  await second.aws.stop();
});

test('delivers a message on disk again that a handler put back', async () => {
  const { aws, sqs, queue, sender } = await start();
  const attempts: number[] = [];
  const work = async (_message: unknown, { attempt }: { attempt: number }) => {
    attempts.push(attempt);
    if (attempt < 3) throw new RetryLater('not yet', { afterSeconds: 0 });
  };
  const { url, deadLetterUrl, definition } = queue;
  const handler = createBatchHandler({
    schema: z.object({}),
    work,
    queue: definition,
    queueUrl: url,
    deadLetterUrl,
    sqs,
    log: silent,
    metrics: recordedMetrics().metrics,
  });
  const mapping = mapQueue({ queueUrl: url, definition, handler, sqs, concurrency: 1, log: silent });
  await sender.send([{ body: {} }]);
  await whenDrained({ sqs, queueUrls: [url], batchesEnded: () => mapping.counts.batches });

  expect(attempts).toStrictEqual([1, 2, 3]);
  await mapping.stop();
  await aws.stop();
});

test('keeps all that was acknowledged before a kill -9, and gives the folder free', async () => {
  const script = `
    const { startEmbeddedAws } = await import(${JSON.stringify(new URL('../../../local/embedded/aws.ts', import.meta.url).href)});
    const { createDynamoClient, createSqsClient } = await import(${JSON.stringify(new URL('../../../shared/aws/clients.ts', import.meta.url).href)});
    const { createIdentifierStore } = await import(${JSON.stringify(new URL('../../../shared/aws/identifier-store.ts', import.meta.url).href)});
    const { aRecordToFile } = await import(${JSON.stringify(new URL('../../support/index-sides.ts', import.meta.url).href)});
    const { createQueueSender } = await import(${JSON.stringify(new URL('../../../shared/aws/queue.ts', import.meta.url).href)});
    const aws = await startEmbeddedAws({ dataDir: ${JSON.stringify(dataDir)} });
    Object.assign(process.env, aws.environment);
    const index = createIdentifierStore({ client: createDynamoClient(), table: aws.environment.IDENTIFIERS_TABLE, key: 'k'.repeat(32) });
    const sender = createQueueSender({ client: createSqsClient(), url: aws.queues.match.url, fifo: false });
    for (let n = 0; n < 30; n += 1) {
      await index.putRecords([aRecordToFile('record-' + String(n).padStart(2, '0'), { imei: '356938035643809' })]);
      await sender.send([{ body: { n } }]);
    }
    process.kill(process.pid, 'SIGKILL');
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'inherit'] });
  expect(await once(child, 'exit')).toStrictEqual([null, 'SIGKILL']);

  const { aws, index, sqs, queue } = await start();
  expect((await index.lookUp('imei:35693803564380')).records).toHaveLength(30);
  expect(await queueDepth(sqs, queue.url)).toStrictEqual({ visible: 30, inFlight: 0, delayed: 0 });
  await aws.stop();
});

test('says that a data folder is in use, and leaves who uses it in peace', async () => {
  const { aws, sqs, queue } = await start();

  await expect(startEmbeddedAws({ dataDir })).rejects.toThrow(`The data folder ${dataDir} is in use by another process.`);
  expect(await queueDepth(sqs, queue.url)).toStrictEqual({ visible: 0, inFlight: 0, delayed: 0 });
  await aws.stop();
});

test('says that a data folder cannot be written to', async () => {
  const file = join(dataDir, 'a-file');
  await writeFile(file, '');

  await expect(startEmbeddedAws({ dataDir: join(file, 'data') })).rejects.toThrow(
    `The data folder ${join(file, 'data')} cannot be written to.`,
  );
});

test('says what is wrong with a folder whose tables cannot be opened, and gives it free', async () => {
  await writeFile(join(dataDir, 'dynamodb'), 'not a folder');

  await expect(startEmbeddedAws({ dataDir })).rejects.toThrow('The embedded services died');
  await rm(join(dataDir, 'dynamodb'));
  await (await startEmbeddedAws({ dataDir })).stop();
});

test('outlives clients that go away in the middle of a request', async () => {
  const { aws, env, sqs, queue } = await start({});
  for (const service of ['DYNAMODB', 'SQS']) {
    const { hostname, port } = new URL(env[`AWS_ENDPOINT_URL_${service}`] ?? '');
    for (let times = 0; times < 5; times += 1) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write(
        `POST / HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: 1000\r\n\r\n{"half`,
      );
      await new Promise((done) => setTimeout(done, 20));
      socket.resetAndDestroy();
      await once(socket, 'close');
    }
  }

  expect(await queueDepth(sqs, queue.url)).toStrictEqual({ visible: 0, inFlight: 0, delayed: 0 });
  await aws.stop();
  await aws.ended;
});

test('serves loopback and no other interface', async (context) => {
  const outside = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find((address) => address.family === 'IPv4' && !address.internal);
  if (outside === undefined) return context.skip('this machine has no interface but loopback');
  const { aws, env } = await start({});
  const outcomes = ['DYNAMODB', 'SQS'].map(async (service) => {
    const socket = connect(Number(new URL(env[`AWS_ENDPOINT_URL_${service}`] ?? '').port), outside.address);
    return Promise.race([once(socket, 'connect').then(() => 'served'), once(socket, 'error').then(() => 'refused')]).catch(() => 'refused');
  });

  expect(await Promise.all(outcomes)).toStrictEqual(['refused', 'refused']);
  await aws.stop();
});
