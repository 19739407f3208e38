import { ChangeMessageVisibilityCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createBatchHandler, type Delivery } from '../../../shared/aws/batch.ts';
import { RetryLater, Unprocessable } from '../../../shared/aws/errors.ts';
import type { QueueDefinition } from '../../../shared/aws/resources.ts';
import { recordedMetrics } from '../../support/recorded-metrics.ts';

const schema = z.object({ n: z.int() });
const queue: QueueDefinition = { fifo: false, batchSize: 10, secondsPerMessage: 15, maxReceives: 4 };
const context = { getRemainingTimeInMillis: () => 60_000 };
const silent = { debug() {}, info() {}, warn() {}, error() {} };

let hidden: Record<string, number>;
let parked: { body: string; reason: string; source: string; group: string | undefined }[];
let sqsFails: boolean;
let counted: ReturnType<typeof recordedMetrics>;

beforeEach(() => {
  hidden = {};
  parked = [];
  sqsFails = false;
  counted = recordedMetrics();
});

const sqs = {
  send: async (command: unknown) => {
    if (sqsFails) throw new Error('SQS is away');
    if (command instanceof ChangeMessageVisibilityCommand)
      hidden[String(command.input.ReceiptHandle)] = Number(command.input.VisibilityTimeout);
    if (!(command instanceof SendMessageCommand)) return;
    const { MessageBody, MessageAttributes = {}, MessageGroupId } = command.input;
    const { reason, failedAt, sourceQueue } = MessageAttributes;
    expect(Number.isNaN(Date.parse(failedAt?.StringValue ?? ''))).toBe(false);
    parked.push({
      body: String(MessageBody),
      reason: String(reason?.StringValue),
      source: String(sourceQueue?.StringValue),
      group: MessageGroupId,
    });
  },
} as unknown as SQSClient;

/** A message named by its number, so that `hidden` and the failures can be read by it. */
const message = (
  n: number,
  { body = JSON.stringify({ n }), attempt = 1, group }: { body?: string; attempt?: number; group?: string } = {},
) =>
  ({
    messageId: `m${n}`,
    receiptHandle: `m${n}`,
    body,
    attributes: { ApproximateReceiveCount: String(attempt), ...(group && { MessageGroupId: group }) },
    eventSource: 'aws:sqs',
  }) as SQSRecord;

function handle(records: SQSRecord[], work: (given: { n: number }, delivery: Delivery) => Promise<void>, definition = queue) {
  const handler = createBatchHandler({
    schema,
    work,
    queue: definition,
    queueUrl: 'https://sqs.test/000000000000/match',
    deadLetterUrl: 'https://sqs.test/000000000000/match-dead-letters',
    sqs,
    log: silent,
    metrics: counted.metrics,
  });
  return handler({ Records: records }, context).then(({ batchItemFailures }) =>
    batchItemFailures.map(({ itemIdentifier }) => itemIdentifier),
  );
}

const failWith = (error: unknown) => async () => {
  throw error;
};

test('what is parked is counted, and counts are printed once a batch', async () => {
  await handle([message(1), message(2, { body: 'not JSON' }), message(3, { attempt: 4 })], failWith(new Error('broken')));
  expect(counted.recorded).toStrictEqual({ added: { MessagesParked: 2 }, published: 1 });
});

describe('a message', () => {
  test('that is worked on leaves its queue', async () => {
    const seen: unknown[] = [];
    const failures = await handle([message(1, { attempt: 4 })], async (given, { signal, ...delivery }) => {
      seen.push(given, delivery, signal.aborted);
    });

    expect(failures).toStrictEqual([]);
    expect(seen).toStrictEqual([{ n: 1 }, { messageId: 'm1', attempt: 4, lastAttempt: true }, false]);
    expect({ hidden, parked }).toStrictEqual({ hidden: {}, parked: [] });
  });

  test.each([
    ['not JSON, 356938035643809', 'The body is not JSON'],
    ['{"n":"356938035643809"}', 'The body is not a message of this queue: ✖ Invalid input: expected number, received string\n  → at n'],
  ])('with the body %s is parked at once, its contents not in the reason', async (body, reason) => {
    expect(await handle([message(1, { body })], failWith('never called'))).toStrictEqual([]);
    expect(parked).toStrictEqual([{ body, reason, source: 'match', group: undefined }]);
  });

  test('that can never be done is parked with the reason and its causes, masked', async () => {
    const error = new Unprocessable('No source named by 356938035643809', { cause: new Error('line\u0000two\uD800') });

    expect(await handle([message(1)], failWith(error))).toStrictEqual([]);
    expect(parked.map(({ reason }) => reason)).toStrictEqual(['No source named by 35693803*****09: line two\uFFFD']);
  });

  test('that may be done later is hidden for as long as it asks', async () => {
    expect(await handle([message(1)], failWith(new RetryLater('HTTP 429', { afterSeconds: 119.2 })))).toStrictEqual(['m1']);
    expect({ hidden, parked }).toStrictEqual({ hidden: { m1: 120 }, parked: [] });
  });

  test('is hidden for at least a second', async () => {
    await handle([message(1)], failWith(new RetryLater('not yet', { afterSeconds: 0 })));
    expect(hidden).toStrictEqual({ m1: 1 });
  });

  test('is never hidden for longer than SQS allows', async () => {
    await handle([message(1)], failWith(new RetryLater('HTTP 503', { afterSeconds: 10 ** 6 })));
    expect(hidden).toStrictEqual({ m1: 43_200 });
  });

  test.each([
    [1, 4, 5],
    [2, 8, 10],
    [3, 16, 20],
  ])('that fails for an unknown cause at attempt %i waits between %i and %i seconds', async (attempt, least, most) => {
    expect(await handle([message(1, { attempt })], failWith(new Error('no connection')))).toStrictEqual(['m1']);
    expect(hidden['m1']).toBeGreaterThanOrEqual(least);
    expect(hidden['m1']).toBeLessThanOrEqual(most);
  });

  test.each([new Error('no connection'), new RetryLater('HTTP 503', { afterSeconds: 5 }), 'a string'])(
    'that fails on its last attempt is parked: %s',
    async (error) => {
      expect(await handle([message(1, { attempt: 4 })], failWith(error))).toStrictEqual([]);
      expect(parked).toStrictEqual([
        { body: '{"n":1}', reason: error instanceof Error ? error.message : error, source: 'match', group: undefined },
      ]);
    },
  );

  test('stays on its queue when it cannot be parked', async () => {
    sqsFails = true;
    expect(await handle([message(1, { attempt: 4 })], failWith(new Error('no connection')))).toStrictEqual(['m1']);
  });

  test('comes again when it cannot even be hidden', async () => {
    sqsFails = true;
    expect(await handle([message(1)], failWith(new RetryLater('HTTP 429', { afterSeconds: 60 })))).toStrictEqual(['m1']);
  });

  test('whose work does not end in its time fails with that reason', async () => {
    const quick = { ...queue, secondsPerMessage: 0.02 };
    const never = () => new Promise<never>(() => {});

    expect(await handle([message(1, { attempt: 4 })], never, quick)).toStrictEqual([]);
    expect(parked[0]?.reason).toMatch(/^The work took longer than its time/);
  });
});

describe('a batch', () => {
  test('of a standard queue fails only by the messages that failed', async () => {
    const work = async ({ n }: { n: number }) => {
      if (n === 2) throw new Error('no connection');
    };
    expect(await handle([message(1), message(2), message(3)], work)).toStrictEqual(['m2']);
  });

  test('that fails as a whole is answered, not thrown', async () => {
    expect(await handle([message(1), message(2)], failWith(new Error('no connection')))).toStrictEqual(['m1', 'm2']);
  });

  test('of a FIFO queue holds back the rest of a failed group, unworked, and goes on with other groups', async () => {
    const worked: number[] = [];
    const work = async ({ n }: { n: number }) => {
      worked.push(n);
      if (n === 1) throw new RetryLater('HTTP 429', { afterSeconds: 60 });
    };
    const records = [message(1, { group: 'a' }), message(2, { group: 'b' }), message(3, { group: 'a' }), message(4, { group: 'b' })];

    expect(await handle(records, work, { ...queue, fifo: true })).toStrictEqual(['m1', 'm3']);
    expect(worked).toStrictEqual([1, 2, 4]);
    expect(hidden).toStrictEqual({ m1: 60, m3: 1 });
  });

  test('of a FIFO queue goes on behind a message that was parked', async () => {
    const worked: number[] = [];
    const work = async ({ n }: { n: number }) => {
      worked.push(n);
      if (n === 1) throw new Unprocessable('no such source');
    };

    expect(await handle([message(1, { group: 'a' }), message(2, { group: 'a' })], work, { ...queue, fifo: true })).toStrictEqual([]);
    expect(worked).toStrictEqual([1, 2]);
    expect(parked[0]?.group).toBe('a');
  });
});
