/** An event source mapping: takes batches from a queue and hands them to a handler, as Lambda does. */

import { setTimeout as sleep } from 'node:timers/promises';
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import type { Log } from '../../shared/aws/log.ts';
import { queueNameOf } from '../../shared/aws/queue.ts';
import { type QueueDefinition, timeoutSeconds } from '../../shared/aws/resources.ts';
import { failedMessages } from './batch-response.ts';
import { invoke, type LambdaHandler } from './lambda.ts';
import { recordOf } from './sqs-event.ts';

export interface QueueMappingOptions {
  queueUrl: string;
  definition: QueueDefinition;
  handler: LambdaHandler<SQSEvent>;
  sqs: SQSClient;
  /** Batches worked on at a time. */
  concurrency: number;
  log: Log;
}

export interface QueueMapping {
  /** Counted since the start. `failed` messages come again or are parked by SQS; the others are `done`. */
  counts: { readonly batches: number; readonly done: number; readonly failed: number; readonly inHand: number };
  /** Takes no further batch and waits for those in hand. */
  stop(): Promise<void>;
}

/** Short, so that `stop` need not cut a poll off: a service may hand messages to a poll whose caller has gone, and hide them for nobody. */
const longestPollSeconds = 1;
const pauseAfterFaultMs = 1000;

/** Begins to take batches at once. A batch whose handler throws or takes too long comes again as a whole when the queue's visibility ends. */
export function mapQueue({ queueUrl, definition, handler, sqs, concurrency, log }: QueueMappingOptions): QueueMapping {
  const counts = { batches: 0, done: 0, failed: 0, inHand: 0 };
  const stopping = new AbortController();
  const inHand = new Set<Promise<void>>();
  const name = queueNameOf(queueUrl);
  const polling = poll();

  async function poll(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const messages = await receive();
        if (messages.length > 0) take(messages);
        if (inHand.size >= concurrency) await Promise.race(inHand);
      } catch (error) {
        log.warn('Queue could not be polled', { queue: name, error });
        await sleep(pauseAfterFaultMs, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  async function receive(): Promise<Message[]> {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(10, definition.batchSize),
        WaitTimeSeconds: longestPollSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    );
    return Messages;
  }

  function take(messages: readonly Message[]): void {
    counts.inHand += 1;
    const batch = workOn(messages)
      .catch((error) => log.error('Batch could not be finished', { queue: name, error }))
      .finally(() => {
        counts.inHand -= 1;
        inHand.delete(batch);
      });
    inHand.add(batch);
  }

  async function workOn(messages: readonly Message[]): Promise<void> {
    const records = messages.map((message) => recordOf(message, name));
    const failed = await failuresOf({ Records: records });
    // Before its messages leave the queue: whoever sees the queue empty must see that a batch ended (queue-depth.ts).
    counts.batches += 1;
    counts.failed += failed.size;
    const done = records.filter((record) => !failed.has(record.messageId));
    if (done.length === 0) return;
    const Entries = done.map((record, index) => ({ Id: String(index), ReceiptHandle: record.receiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    counts.done += done.length;
  }

  async function failuresOf(event: SQSEvent): Promise<Set<string>> {
    const messageIds = event.Records.map((record) => record.messageId);
    try {
      return failedMessages(await invoke(handler, event, { name, timeoutSeconds: timeoutSeconds(definition) }), messageIds);
    } catch (error) {
      log.error('Handler failed with its whole batch', { queue: name, messages: messageIds.length, error });
      return new Set(messageIds);
    }
  }

  return {
    counts,
    async stop() {
      stopping.abort();
      await polling;
      await Promise.all(inHand);
    },
  };
}
