/** Puts messages on a queue. Every message that is accepted here is on the queue, or the call throws. */

import { setTimeout as sleep } from 'node:timers/promises';
import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs';

export interface OutgoingMessage {
  /** Sent as JSON; its consumer parses it with the schema of shared/messages.ts. */
  body: object;
  /** FIFO only, and required there: messages of one group are worked on one after another. For pages it is the host. */
  group?: string;
  /** FIFO only: a second message of the same id within 5 minutes is dropped. Left out, equal bodies count as the same message. */
  deduplicationId?: string;
  /** Standard queues only, at most 900: SQS has no delay for one message of a FIFO queue. */
  delaySeconds?: number;
}

export type QueueSender = ReturnType<typeof createQueueSender>;

/** Limits of one call (SQS API reference, SendMessageBatch): 10 messages; 256 KiB together fits every region and service version. */
const messagesPerCall = 10;
const bytesPerCall = 262_144;
const attempts = 5;
const firstWaitMs = 100;

export function createQueueSender({ client, url, fifo }: { client: SQSClient; url: string; fifo: boolean }) {
  /**
   * Sends in order, in tens; what SQS refuses for its own fault is sent again, up to 5 times.
   * Throws when a message stays unsent. Others may have gone out by then, so a caller that is retried sends those twice.
   */
  async function send(messages: readonly OutgoingMessage[]): Promise<void> {
    const entries = messages.map((message, index) => entryOf(message, { id: String(index), fifo }));
    for (const call of inCalls(entries)) await sendCall(call);
  }

  async function sendCall(entries: readonly SendMessageBatchRequestEntry[]): Promise<void> {
    let waiting = entries;
    let lastFault = '';
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: [...waiting] }));
      if (Failed.length === 0) return;
      lastFault = Failed.map((failure) => `${failure.Code}: ${failure.Message ?? 'no message'}`).join('; ');
      const failedIds = new Set(Failed.map((failure) => failure.Id));
      waiting = waiting.filter((entry) => failedIds.has(entry.Id));
      if (Failed.some((failure) => failure.SenderFault)) break;
      if (attempt < attempts) await sleep(firstWaitMs * 2 ** (attempt - 1));
    }
    throw new Error(`${waiting.length} of ${entries.length} messages could not be sent to ${queueNameOf(url)}: ${lastFault}`);
  }

  return { send };
}

/** The last part of a queue's URL or ARN: `fencewatch-read.fifo`. */
export function queueNameOf(urlOrArn: string): string {
  return urlOrArn.slice(Math.max(urlOrArn.lastIndexOf('/'), urlOrArn.lastIndexOf(':')) + 1);
}

function entryOf(message: OutgoingMessage, { id, fifo }: { id: string; fifo: boolean }): SendMessageBatchRequestEntry {
  const entry = { Id: id, MessageBody: JSON.stringify(message.body) };
  if (!fifo) {
    if (message.group !== undefined || message.deduplicationId !== undefined)
      throw new Error('A standard queue has no groups and drops no duplicates');
    return { ...entry, DelaySeconds: message.delaySeconds };
  }
  if (message.group === undefined) throw new Error('A message of a FIFO queue needs a group');
  if (message.delaySeconds !== undefined) throw new Error('A message of a FIFO queue cannot be delayed by itself');
  return { ...entry, MessageGroupId: message.group, MessageDeduplicationId: message.deduplicationId };
}

function inCalls(entries: readonly SendMessageBatchRequestEntry[]): SendMessageBatchRequestEntry[][] {
  const calls: SendMessageBatchRequestEntry[][] = [];
  let call: SendMessageBatchRequestEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.MessageBody ?? '');
    if (call.length === messagesPerCall || (call.length > 0 && bytes + size > bytesPerCall)) {
      calls.push(call);
      call = [];
      bytes = 0;
    }
    call.push(entry);
    bytes += size;
  }
  if (call.length > 0) calls.push(call);
  return calls;
}
