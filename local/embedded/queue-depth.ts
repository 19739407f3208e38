/** How much is on queues, and when there is nothing left to do. */

import { setTimeout as sleep } from 'node:timers/promises';
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';

export interface QueueDepth {
  visible: number;
  /** Handed to a consumer, or hidden until a retry. */
  inFlight: number;
  delayed: number;
}

export async function queueDepth(sqs: SQSClient, queueUrl: string): Promise<QueueDepth> {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: queueUrl,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible', 'ApproximateNumberOfMessagesDelayed'],
    }),
  );
  return {
    visible: Number(Attributes['ApproximateNumberOfMessages'] ?? 0),
    inFlight: Number(Attributes['ApproximateNumberOfMessagesNotVisible'] ?? 0),
    delayed: Number(Attributes['ApproximateNumberOfMessagesDelayed'] ?? 0),
  };
}

/**
 * True when nothing is visible, hidden or delayed on any of these queues. `batchesEnded` is the number of batches that ended so far on all of
 * them: a message that moves on is put on its next queue before it leaves its own, so as long as no batch ends while the queues are
 * looked at one after another, none can slip past.
 */
export async function isDrained({ sqs, queueUrls, batchesEnded }: DrainedQuestion): Promise<boolean> {
  const before = batchesEnded();
  for (const queueUrl of queueUrls) {
    const { visible, inFlight, delayed } = await queueDepth(sqs, queueUrl);
    if (visible + inFlight + delayed > 0) return false;
  }
  return batchesEnded() === before;
}

export interface DrainedQuestion {
  sqs: SQSClient;
  queueUrls: readonly string[];
  batchesEnded: () => number;
}

/** Resolves once the queues are drained. Waits as long as that takes; end it by the signal. */
export async function whenDrained(
  question: DrainedQuestion,
  { signal, everyMs = 100 }: { signal?: AbortSignal; everyMs?: number } = {},
): Promise<void> {
  while (!(await isDrained(question))) await sleep(everyMs, undefined, { signal });
}
