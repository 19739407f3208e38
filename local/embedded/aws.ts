/** DynamoDB, SQS, S3 and SES on loopback, for the very handlers that run on AWS: they find the services by the SDK's own environment variables. */

import { Worker } from 'node:worker_threads';
import { createDynamoClient, createS3Client, createSqsClient } from '../../shared/aws/clients.ts';
import { queueAddressKeys } from '../../shared/aws/queue-addresses.ts';
import type { QueueName } from '../../shared/aws/resources.ts';
import {
  bucketName,
  bucketNames,
  type EmbeddedQueue,
  makeBuckets,
  makeQueues,
  makeTables,
  tableName,
  tableNames,
} from './aws-resources.ts';
import type { WorkerReport, WorkerStart } from './aws-worker.ts';
import { lockDataFolder } from './data-lock.ts';
import { releaseInFlight } from './release-in-flight.ts';

export type { EmbeddedQueue } from './aws-resources.ts';

export interface EmbeddedAws {
  /**
   * For `process.env` before the first client is built, or for a worker: endpoints, region, credentials, and the name or address of every
   * table, queue and bucket under the keys of shared/aws/config.ts. Its other keys (operator, team, identifier key) are not of AWS.
   */
  environment: Record<string, string>;
  /** Where the mails that SES took are shown. */
  mailboxUrl: string;
  /** For the event source mappings. */
  queues: Record<QueueName, EmbeddedQueue>;
  /** Rejects with the reason if the services die by themselves, resolves after `stop`. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Region and credentials that the services ask for and do not check. */
const identity = { AWS_REGION: 'eu-west-2', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
const longestStopMs = 5000;

/**
 * Starts the services and makes what is missing of the tables, queues and buckets; what the folder holds from runs before is there again.
 * Without `dataDir` everything is in memory. Throws when the folder cannot be written to or is in use by another process.
 */
export async function startEmbeddedAws({ dataDir }: { dataDir?: string } = {}): Promise<EmbeddedAws> {
  const unlock = dataDir === undefined ? () => {} : lockDataFolder(dataDir);
  const services = startServices({ dataDir });
  try {
    const { dynamoPort, sqsAndS3Port, mailUrl } = await services.ready;
    const dynamoUrl = `http://127.0.0.1:${dynamoPort}`;
    const sqsAndS3Url = `http://127.0.0.1:${sqsAndS3Port}`;
    const queues = await makeResources({ dynamoUrl, sqsAndS3Url });
    return {
      environment: { ...endpoints({ dynamoUrl, sqsAndS3Url, mailUrl }), ...resourceNames(queues) },
      mailboxUrl: mailUrl,
      queues: byName(queues),
      ended: services.ended,
      stop: () => services.stop().finally(unlock),
    };
  } catch (error) {
    await services.stop().finally(unlock);
    throw error;
  }
}

function startServices(start: WorkerStart) {
  const worker = new Worker(new URL('./aws-worker.ts', import.meta.url), {
    workerData: start,
    execArgv: [],
    env: { ...process.env, ...identity },
  });
  const ready = Promise.withResolvers<WorkerReport>();
  const ended = Promise.withResolvers<void>();
  let stopping = false;
  worker.once('message', ready.resolve);
  worker.once('error', (cause) => fail(new Error('The embedded services died', { cause })));
  worker.once('exit', (code) => {
    if (stopping) ended.resolve();
    else fail(new Error(`The embedded services ended by themselves with code ${code}`));
  });
  // Whoever waits for one of the two learns of it; a caller that waits for neither must not be ended by it.
  ready.promise.catch(() => {});
  ended.promise.catch(() => {});

  function fail(error: Error): void {
    ready.reject(error);
    ended.reject(error);
  }

  async function stop(): Promise<void> {
    stopping = true;
    worker.postMessage('stop');
    const late = setTimeout(() => void worker.terminate(), longestStopMs);
    await ended.promise.catch(() => {});
    clearTimeout(late);
  }

  return { ready: ready.promise, ended: ended.promise, stop };
}

interface Addresses {
  dynamoUrl: string;
  sqsAndS3Url: string;
}

async function makeResources({ dynamoUrl, sqsAndS3Url }: Addresses): Promise<EmbeddedQueue[]> {
  const credentials = { accessKeyId: identity.AWS_ACCESS_KEY_ID, secretAccessKey: identity.AWS_SECRET_ACCESS_KEY };
  const config = { region: identity.AWS_REGION, credentials };
  const dynamo = createDynamoClient({ ...config, endpoint: dynamoUrl });
  const sqs = createSqsClient({ ...config, endpoint: sqsAndS3Url });
  const s3 = createS3Client({ ...config, endpoint: sqsAndS3Url });
  try {
    const [queues] = await Promise.all([makeQueues(sqs, sqsAndS3Url), makeTables(dynamo), makeBuckets(s3)]);
    const urls = queues.flatMap((queue) => [queue.url, queue.deadLetterUrl]);
    await releaseInFlight(sqs, urls);
    return queues;
  } finally {
    for (const client of [dynamo, sqs, s3]) client.destroy();
  }
}

function endpoints({ dynamoUrl, sqsAndS3Url, mailUrl }: Addresses & { mailUrl: string }): Record<string, string> {
  return {
    ...identity,
    AWS_ENDPOINT_URL_DYNAMODB: dynamoUrl,
    AWS_ENDPOINT_URL_SQS: sqsAndS3Url,
    AWS_ENDPOINT_URL_S3: sqsAndS3Url,
    AWS_ENDPOINT_URL_SESV2: mailUrl,
    // What the machine's user may have set for real accounts must not lead a local run there.
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
    AWS_PROFILE: '',
    AWS_SESSION_TOKEN: '',
  };
}

function resourceNames(queues: readonly EmbeddedQueue[]): Record<string, string> {
  return Object.fromEntries([
    ...tableNames.map((name) => [`${name.toUpperCase()}_TABLE`, tableName(name)]),
    ...bucketNames.map((name) => [`${name.toUpperCase()}_BUCKET`, bucketName(name)]),
    ...queues.flatMap(({ name, url, deadLetterUrl }) => [
      [queueAddressKeys[name].url, url],
      [queueAddressKeys[name].deadLetterUrl, deadLetterUrl],
    ]),
  ]);
}

/** `makeQueues` makes every queue that resources.ts names. */
function byName(queues: readonly EmbeddedQueue[]): Record<QueueName, EmbeddedQueue> {
  return Object.fromEntries(queues.map((queue) => [queue.name, queue])) as Record<QueueName, EmbeddedQueue>;
}
