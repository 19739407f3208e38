import type { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { createQueueSender, queueNameOf } from '../../../shared/aws/queue.ts';

const url = 'https://sqs.eu-west-2.amazonaws.com/000000000000/match';

/** A client that answers with the given failures, call by call, and keeps the bodies it was sent. */
function clientAnswering(...answers: { Id: string; SenderFault: boolean; Code: string }[][]) {
  const calls: string[][] = [];
  const client = {
    send: async (command: SendMessageBatchCommand) => {
      calls.push((command.input.Entries ?? []).map((entry) => entry.MessageBody ?? ''));
      return { Failed: answers[calls.length - 1] ?? [] };
    },
  };
  return { client: client as unknown as SQSClient, calls };
}

const messages = (count: number) => Array.from({ length: count }, (_, n) => ({ body: { n } }));

describe('a standard queue', () => {
  test('gets messages in order and in tens', async () => {
    const { client, calls } = clientAnswering();
    await createQueueSender({ client, url, fifo: false }).send(messages(23));

    expect(calls.map((call) => call.length)).toStrictEqual([10, 10, 3]);
    expect(calls.flat()).toStrictEqual(messages(23).map(({ body }) => JSON.stringify(body)));
  });

  test('gets no more than 256 KiB in one call', async () => {
    const { client, calls } = clientAnswering();
    const big = { body: { text: 'x'.repeat(100_000) } };
    await createQueueSender({ client, url, fifo: false }).send([big, big, big]);

    expect(calls.map((call) => call.length)).toStrictEqual([2, 1]);
  });

  test('gets again what it refused for its own fault, and only that', async () => {
    const { client, calls } = clientAnswering([{ Id: '1', SenderFault: false, Code: 'InternalError' }]);
    await createQueueSender({ client, url, fifo: false }).send(messages(3));

    expect(calls).toStrictEqual([['{"n":0}', '{"n":1}', '{"n":2}'], ['{"n":1}']]);
  });

  test('makes the call throw when a message is refused for the sender’s fault', async () => {
    const { client, calls } = clientAnswering([{ Id: '0', SenderFault: true, Code: 'InvalidMessageContents' }]);
    const sent = createQueueSender({ client, url, fifo: false }).send(messages(2));

    await expect(sent).rejects.toThrow('1 of 2 messages could not be sent to match: InvalidMessageContents: no message');
    expect(calls).toHaveLength(1);
  });

  test('has no groups', async () => {
    const sent = createQueueSender({ client: clientAnswering().client, url, fifo: false }).send([{ body: {}, group: 'a' }]);
    await expect(sent).rejects.toThrow('A standard queue has no groups');
  });
});

describe('a FIFO queue', () => {
  const sender = () => createQueueSender({ client: clientAnswering().client, url, fifo: true });

  test('needs a group', async () => {
    await expect(sender().send([{ body: {} }])).rejects.toThrow('needs a group');
  });

  test('has no delay for one message', async () => {
    await expect(sender().send([{ body: {}, group: 'a', delaySeconds: 5 }])).rejects.toThrow('cannot be delayed by itself');
  });
});

test('a queue is named by the end of its address or ARN', () => {
  expect(queueNameOf(url)).toBe('match');
  expect(queueNameOf('arn:aws:sqs:eu-west-2:000000000000:read.fifo')).toBe('read.fifo');
});
