/** Messages that were in hand when a run ended the hard way are worked on again by the next one. */

import { ChangeMessageVisibilityCommand, MessageNotInflight, type SQSClient } from '@aws-sdk/client-sqs';
import { inspectQueue } from './inspect-queue.ts';

/** Not 0: fauxqs 2.4.1 on disk answers that with an error and forgets the message until its next start. */
const soonSeconds = 1;

/**
 * Makes every hidden message of these queues visible within a second. Only right while nobody works on them: on AWS a hidden message has a living consumer,
 * here the data folder's lock says that there is none, and waiting out a visibility of up to 84 minutes would look like a standstill.
 */
export async function releaseInFlight(client: SQSClient, queueUrls: readonly string[]): Promise<void> {
  for (const QueueUrl of queueUrls) {
    const { inflight } = await inspectQueue(QueueUrl);
    for (const { receiptHandle } of inflight) {
      await client
        .send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout: soonSeconds }))
        .catch(passOverIfVisible);
    }
  }
}

/** Its own time ran out since the queue was looked at: it is visible already. */
function passOverIfVisible(error: unknown): void {
  if (!(error instanceof MessageNotInflight)) throw error;
}
