import { type Message, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, expect, test } from 'vitest';
import * as z from 'zod';
import { mapQueue, type QueueMapping } from '../../../local/embedded/map-queue.ts';
import { isDrained, queueDepth, whenDrained } from '../../../local/embedded/queue-depth.ts';
import { createBatchHandler, type Delivery } from '../../../shared/aws/batch.ts';
import { RetryLater, Unprocessable } from '../../../shared/aws/errors.ts';
import { createQueueSender } from '../../../shared/aws/queue.ts';
import type { QueueName } from '../../../shared/aws/resources.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { recordedMetrics } from '../../support/recorded-metrics.ts';

const services = useEmbeddedAws();
const schema = z.object({ name: z.string() });
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const mappings: QueueMapping[] = [];

afterEach(async () => {
  await Promise.all(mappings.splice(0).map((mapping) => mapping.stop()));
});

type Work = (message: { name: string }, delivery: Delivery) => Promise<void>;

function sender(name: QueueName) {
  const { url, definition } = services.aws.queues[name];
  return createQueueSender({ client: services.sqs, url, fifo: definition.fifo });
}

/** Works on a queue with the real batch handler until nothing is left on it; returns what the mapping counted. */
async function workOff(name: QueueName, work: Work, concurrency = 2) {
  const { url, deadLetterUrl, definition } = services.aws.queues[name];
  const handler = createBatchHandler({
    schema,
    work,
    queue: definition,
    queueUrl: url,
    deadLetterUrl,
    sqs: services.sqs,
    log: silent,
    metrics: recordedMetrics().metrics,
  });
  const mapping = mapQueue({ queueUrl: url, definition, handler, sqs: services.sqs, concurrency, log: silent });
  mappings.push(mapping);
  await whenDrained({ sqs: services.sqs, queueUrls: [url], batchesEnded: () => mapping.counts.batches });
  await mapping.stop();
  return mapping.counts;
}

/** Takes one message from a dead-letter queue. */
async function deadLetter(name: QueueName): Promise<Message | undefined> {
  const { Messages } = await services.sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: services.aws.queues[name].deadLetterUrl,
      MessageAttributeNames: ['All'],
      VisibilityTimeout: 3600,
    }),
  );
  return Messages?.[0];
}

test('carries messages from a sender to a handler and leaves nothing behind', async () => {
  const seen: string[] = [];
  await sender('match').send(Array.from({ length: 25 }, (_, index) => ({ body: { name: `n${index}` } })));
  const counts = await workOff('match', async ({ name }) => void seen.push(name));

  expect(seen.toSorted()).toStrictEqual(Array.from({ length: 25 }, (_, index) => `n${index}`).toSorted());
  expect(counts).toMatchObject({ done: 25, failed: 0, inHand: 0 });
  expect(await queueDepth(services.sqs, services.aws.queues.match.url)).toStrictEqual({ visible: 0, inFlight: 0, delayed: 0 });
});

test('counts a batch as ended before its messages leave the queue, so that an empty queue is not taken for work that is done', async () => {
  const endedAtDelete: number[] = [];
  const noted = 'noted';
  services.sqs.middlewareStack.add(
    (next, { commandName }) =>
      (call) => {
        if (commandName === 'DeleteMessageBatchCommand') endedAtDelete.push(mappings.at(-1)?.counts.batches ?? 0);
        return next(call);
      },
    { step: 'initialize', name: noted },
  );
  await sender('match').send([{ body: { name: 'moves on' } }]);
  await workOff('match', async () => {});
  services.sqs.middlewareStack.remove(noted);

  expect(endedAtDelete).toStrictEqual([1]);
});

test('delivers a message again that asked for it, counting the attempts', async () => {
  const attempts: [number, boolean][] = [];
  await sender('match').send([{ body: { name: 'later' } }]);
  await workOff('match', async (_message, { attempt, lastAttempt }) => {
    attempts.push([attempt, lastAttempt]);
    if (attempt < 3) throw new RetryLater('not yet', { afterSeconds: 0 });
  });

  expect(attempts).toStrictEqual([
    [1, false],
    [2, false],
    [3, false],
  ]);
  expect(await deadLetter('match')).toBeUndefined();
});

test('parks a message whose last allowed attempt failed, with its reason', async () => {
  const attempts: number[] = [];
  await sender('match').send([{ body: { name: 'never' } }]);
  await workOff('match', async (_message, { attempt }) => {
    attempts.push(attempt);
    throw new RetryLater('still not', { afterSeconds: 0 });
  });

  expect(attempts).toStrictEqual([1, 2, 3, 4]);
  const parked = await deadLetter('match');
  expect(parked?.Body).toBe('{"name":"never"}');
  expect(parked?.MessageAttributes).toMatchObject({
    reason: { StringValue: 'still not' },
    sourceQueue: { StringValue: 'fencewatch-match' },
    failedAt: { StringValue: expect.stringMatching(/^20\d\d-/) },
  });
});

test('parks a poisoned message at once and works on its neighbours', async () => {
  const seen: string[] = [];
  await sender('match').send([{ body: { name: 'before' } }, { body: { poison: true } }, { body: { name: 'after' } }]);
  await workOff('match', async ({ name }) => void seen.push(name));

  expect(seen.toSorted()).toStrictEqual(['after', 'before']);
  const parked = await deadLetter('match');
  expect(parked?.Body).toBe('{"poison":true}');
  expect(parked?.MessageAttributes?.['reason']?.StringValue).toContain('The body is not a message of this queue');
});

test('parks on a FIFO dead-letter queue under the group of the message', async () => {
  await sender('read').send([{ body: { name: 'gone' }, group: 'a' }]);
  await workOff('read', async () => {
    throw new Unprocessable('No such source');
  });

  expect((await deadLetter('read'))?.MessageAttributes?.['reason']?.StringValue).toBe('No such source');
});

test('keeps the order within a group through a failure, one message of a group at a time, groups side by side', async () => {
  const order: Record<string, string[]> = { a: [], b: [] };
  const inHand = new Set<string>();
  let failures = 2;
  const names = Array.from({ length: 6 }, (_, index) => index + 1);
  await sender('read').send(names.flatMap((n) => ['a', 'b'].map((group) => ({ body: { name: `${group}${n}` }, group }))));
  await workOff(
    'read',
    async ({ name }) => {
      const group = name.slice(0, 1);
      expect(inHand.has(group)).toBe(false);
      inHand.add(group);
      await new Promise(setImmediate);
      inHand.delete(group);
      if (name === 'a2' && failures-- > 0) throw new RetryLater('HTTP 429', { afterSeconds: 0 });
      order[group]?.push(name);
    },
    4,
  );

  expect(order).toStrictEqual({ a: names.map((n) => `a${n}`), b: names.map((n) => `b${n}`) });
});

test('drops the second of two messages with one deduplication id', async () => {
  const seen: string[] = [];
  await sender('read').send([
    { body: { name: 'first' }, group: 'dedup', deduplicationId: 'once' },
    { body: { name: 'second' }, group: 'dedup', deduplicationId: 'once' },
  ]);
  await workOff('read', async ({ name }) => void seen.push(name));

  expect(seen).toStrictEqual(['first']);
});

test('hands over a whole batch again when its handler throws', async () => {
  const { url, definition } = services.aws.queues.match;
  await sender('match').send([{ body: { name: 'x' } }, { body: { name: 'y' } }]);
  const mapping = mapQueue({
    queueUrl: url,
    definition,
    handler: async () => Promise.reject(new Error('crash')),
    sqs: services.sqs,
    concurrency: 1,
    log: silent,
  });
  mappings.push(mapping);
  while (mapping.counts.failed < 2) await new Promise(setImmediate);
  await mapping.stop();

  expect(mapping.counts).toMatchObject({ done: 0, failed: 2, inHand: 0 });
  expect(await queueDepth(services.sqs, url)).toStrictEqual({ visible: 0, inFlight: 2, delayed: 0 });
  expect(await isDrained({ sqs: services.sqs, queueUrls: [url], batchesEnded: () => 0 })).toBe(false);
});

test('counts delayed messages as not drained', async () => {
  const { url } = services.aws.queues.records;
  await sender('records').send([{ body: { name: 'later' }, delaySeconds: 900 }]);

  expect(await queueDepth(services.sqs, url)).toStrictEqual({ visible: 0, inFlight: 0, delayed: 1 });
  expect(await isDrained({ sqs: services.sqs, queueUrls: [url], batchesEnded: () => 0 })).toBe(false);
});

test('waits for the batch in hand when it is stopped', async () => {
  const { url, definition } = services.aws.queues.review;
  const begun = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  await sender('review').send([{ body: { name: 'slow' }, group: 'a' }]);
  const handler = async () => {
    begun.resolve();
    await mayEnd.promise;
  };
  const mapping = mapQueue({ queueUrl: url, definition, handler, sqs: services.sqs, concurrency: 1, log: silent });
  await begun.promise;
  const stopped = mapping.stop();
  mayEnd.resolve();
  await stopped;

  expect(mapping.counts).toMatchObject({ batches: 1, done: 1, inHand: 0 });
  expect(await queueDepth(services.sqs, url)).toStrictEqual({ visible: 0, inFlight: 0, delayed: 0 });
});
