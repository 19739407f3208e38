/** What is on a queue, seen without taking it: what fauxqs tells of a queue beyond the SQS API. */

import * as z from 'zod';
import { queueNameOf } from '../../shared/aws/queue.ts';

const messageSchema = z.object({
  messageId: z.string(),
  body: z.string(),
  messageAttributes: z.record(z.string(), z.object({ StringValue: z.string().optional() })),
});
const inspectionSchema = z.object({
  messages: z.object({
    ready: z.array(messageSchema),
    delayed: z.array(messageSchema),
    inflight: z.array(z.object({ receiptHandle: z.string(), message: messageSchema })),
  }),
});

export type InspectedMessage = z.infer<typeof messageSchema>;

/** `queueUrl` at the address where the service listens now; those of one FIFO group stand in their order. */
export async function inspectQueue(queueUrl: string) {
  const answer = await fetch(new URL(`/_fauxqs/queues/${queueNameOf(queueUrl)}`, queueUrl));
  return inspectionSchema.parse(await answer.json()).messages;
}
