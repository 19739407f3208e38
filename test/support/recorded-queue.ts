import type { OutgoingMessage, QueueSender } from '../../shared/aws/queue.ts';

export interface RecordedQueue extends QueueSender {
  sent: OutgoingMessage[];
  /** The next send throws, as a queue that is out of reach does; the one after it works. */
  failOnce(): void;
}

/** A queue that keeps what it is given and, like SQS FIFO, drops a message whose deduplication id it has seen. */
export function createRecordedQueue(): RecordedQueue {
  const sent: OutgoingMessage[] = [];
  const seen = new Set<string>();
  let failing = false;
  return {
    sent,
    failOnce() {
      failing = true;
    },
    async send(messages) {
      if (failing) {
        failing = false;
        throw new Error('The queue is out of reach');
      }
      for (const message of messages) {
        const id = message.deduplicationId;
        if (id !== undefined && seen.has(id)) continue;
        if (id !== undefined) seen.add(id);
        sent.push(message);
      }
    },
  };
}
