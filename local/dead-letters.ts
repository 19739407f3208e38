/** Messages that were parked: what they are and why, and how they get back on the queue they came from. */

import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type QueueName, queues } from '../shared/aws/resources.ts';
import { type InspectedMessage, inspectQueue } from './embedded/inspect-queue.ts';

export interface DeadLetter {
  queue: QueueName;
  /** Of this parking: one that is parked again has another. */
  messageId: string;
  /** As it was sent; may be no JSON, which may be why it stands here. */
  body: string;
  /** Absent when SQS parked it by itself, after its last delivery. */
  reason?: string;
  failedAt?: string;
}

export interface WorkedQueue {
  name: QueueName;
  url: string;
  deadLetterUrl: string;
}

export interface Redriven {
  redriven: number;
  /** Still dead letters: another redrive holds them, or one that was cut off did. */
  left: number;
}

/** How long messages are hidden from others while they are put back; those of a redrive that was cut off show again after it. */
export const heldSeconds = 30;
/** Longer than the second after which a start shows again what was in hand. */
const patienceSeconds = 2;

/** The dead letters of one queue, without taking them; those of one host in their order. */
export async function deadLettersOn({ name, deadLetterUrl }: WorkedQueue): Promise<DeadLetter[]> {
  const { ready, delayed, inflight } = await inspectQueue(deadLetterUrl);
  return [...inflight.map(({ message }) => message), ...ready, ...delayed].map((message) => deadLetterOf(name, message));
}

/**
 * Puts these dead letters back on their queue, those of one host in their order. Each is sent before it is deleted, so a crash in between
 * leaves it on both and loses none; consumers do a message twice without harm. Letters that are parked meanwhile stay, so that a message
 * which fails at once does not go round for ever.
 */
export async function redrive(
  letters: readonly DeadLetter[],
  { queue, sqs, onRedriven }: { queue: WorkedQueue; sqs: SQSClient; onRedriven: () => void },
): Promise<Redriven> {
  const wanted = new Set(letters.map(({ messageId }) => messageId));
  let redriven = 0;
  while (wanted.size > 0) {
    const messages = await take(queue, sqs);
    if (messages.length === 0) break;
    for (const message of messages) {
      if (!wanted.delete(message.MessageId ?? '')) continue;
      await putBack(message, queue, sqs);
      redriven += 1;
      onRedriven();
    }
  }
  // Those that another redrive has put back meanwhile are not left.
  const left = wanted.size === 0 ? [] : (await deadLettersOn(queue)).filter(({ messageId }) => wanted.has(messageId));
  return { redriven, left: left.length };
}

async function take({ deadLetterUrl }: WorkedQueue, sqs: SQSClient): Promise<Message[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: deadLetterUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: heldSeconds,
      WaitTimeSeconds: patienceSeconds,
      MessageSystemAttributeNames: ['MessageGroupId'],
    }),
  );
  return Messages;
}

async function putBack(message: Message, { name, url, deadLetterUrl }: WorkedQueue, sqs: SQSClient): Promise<void> {
  await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: message.Body, ...(queues[name].fifo && placeOf(message)) }));
  await sqs.send(new DeleteMessageCommand({ QueueUrl: deadLetterUrl, ReceiptHandle: message.ReceiptHandle }));
}

/**
 * The group it had. Its old deduplication id would have SQS swallow it when it failed within five minutes; named by its parking it is
 * swallowed only when this very letter was sent already and a crash kept it from being deleted.
 */
function placeOf({ Attributes, MessageId }: Message) {
  return { MessageGroupId: Attributes?.MessageGroupId, MessageDeduplicationId: `redrive-${MessageId}` };
}

function deadLetterOf(queue: QueueName, { messageId, body, messageAttributes }: InspectedMessage): DeadLetter {
  const reason = messageAttributes['reason']?.StringValue;
  const failedAt = messageAttributes['failedAt']?.StringValue;
  return { queue, messageId, body, ...(reason !== undefined && { reason }), ...(failedAt !== undefined && { failedAt }) };
}
