/**
 * The one place that decides whether a failed message is tried again or parked.
 *
 * | what happened                            | what follows |
 * | ---------------------------------------- | --- |
 * | the work returned                        | done, leaves the queue |
 * | body does not parse, or `Unprocessable`  | parked in the dead-letter queue at once, with its reason |
 * | `RetryLater`                             | hidden for the seconds it asks for, then delivered again |
 * | anything else thrown                     | hidden for a growing time, then delivered again |
 * | either of the last two, on the last allowed delivery | parked, with its reason |
 * | parking itself failed                    | delivered and parked once more; if that fails too, SQS parks it without a reason |
 */

import { BatchProcessor, EventType, processPartialResponse, SqsFifoPartialProcessorAsync } from '@aws-lambda-powertools/batch';
import { ChangeMessageVisibilityCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { RetryLater, Unprocessable } from './errors.ts';
import { type Log, maskIdentifiers } from './log.ts';
import type { Metrics } from './metrics.ts';
import { queueNameOf } from './queue.ts';
import type { QueueDefinition } from './resources.ts';

/** How a message came: what its work may need to know about the attempt. */
export interface Delivery {
  messageId: string;
  /** 1 for the first. A message that waited behind a failed one of its group counts that wait as an attempt as well. */
  attempt: number;
  /** True when a failure now parks the message: the moment to note a failure that others wait for. */
  lastAttempt: boolean;
  /** Fires when the message's share of the time is used up. */
  signal: AbortSignal;
}

export interface BatchHandlerOptions<Schema extends z.ZodType> {
  schema: Schema;
  work: (message: z.output<Schema>, delivery: Delivery) => Promise<void>;
  queue: QueueDefinition;
  queueUrl: string;
  deadLetterUrl: string;
  sqs: SQSClient;
  log: Log;
  /** Published after each batch, whatever came of it. */
  metrics: Pick<Metrics, 'add' | 'publish'>;
}

type RemainingTime = Pick<Context, 'getRemainingTimeInMillis'>;
type Destination = Pick<BatchHandlerOptions<z.ZodType>, 'sqs' | 'queueUrl' | 'deadLetterUrl' | 'log' | 'metrics'>;

/** As Lambda calls it; of the context it reads only the time that is left. */
export type BatchHandler = (event: SQSEvent, context: RemainingTime) => Promise<SQSBatchResponse>;

const firstRetrySeconds = 5;
const longestRetrySeconds = 900;
/** A message that came back at once would spin through its attempts; and fauxqs 2.4.1 on disk loses a message that is hidden for 0 seconds. */
const leastHiddenSeconds = 1;
/** Left for hiding or parking a message whose work used up its time. */
const reserveMs = 3000;
const longestReason = 1000;

/**
 * The handler of a function that is fed by a queue. Messages of a standard queue are worked on side by side, those of a FIFO queue one by
 * one; after a failure the rest of that group waits, in order, and other groups go on.
 */
export function createBatchHandler<Schema extends z.ZodType>(options: BatchHandlerOptions<Schema>): BatchHandler {
  return async (event, context) => {
    const untouched = new Map(event.Records.map((record) => [record.messageId, record]));
    const deliver = async (record: SQSRecord) => {
      untouched.delete(record.messageId);
      await deliverRecord(record, context, options);
    };
    const response = options.queue.fifo
      ? await processPartialResponse(event, deliver, new SqsFifoPartialProcessorAsync(), {
          skipGroupOnError: true,
          throwOnFullBatchFailure: false,
        })
      : await processPartialResponse(event, deliver, new BatchProcessor(EventType.SQS), { throwOnFullBatchFailure: false });
    // They wait behind a failed message of their group, which hides them by itself; without this they would stay hidden when it is done.
    await Promise.all([...untouched.values()].map((record) => hide(record, leastHiddenSeconds, options)));
    options.metrics.publish();
    return response;
  };
}

/** Returns when the message may leave its queue, throws when it is to come again. */
async function deliverRecord<Schema extends z.ZodType>(
  record: SQSRecord,
  context: RemainingTime,
  options: BatchHandlerOptions<Schema>,
): Promise<void> {
  const attempt = Number(record.attributes.ApproximateReceiveCount);
  const lastAttempt = attempt >= options.queue.maxReceives;
  try {
    const message = parseBody(record.body, options.schema);
    const signal = AbortSignal.timeout(
      Math.max(0, Math.min(options.queue.secondsPerMessage * 1000, context.getRemainingTimeInMillis() - reserveMs)),
    );
    await inTime(options.work(message, { messageId: record.messageId, attempt, lastAttempt, signal }), signal);
  } catch (error) {
    if (error instanceof Unprocessable || lastAttempt) return park(record, error, options);
    const seconds = error instanceof RetryLater ? error.afterSeconds : retrySeconds(attempt);
    options.log.warn('Message failed and comes again', { messageId: record.messageId, attempt, seconds, error });
    await hide(record, seconds, options);
    throw error;
  }
}

function parseBody<Schema extends z.ZodType>(body: string, schema: Schema): z.output<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    // The parser's own message quotes the body.
    throw new Unprocessable('The body is not JSON');
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new Unprocessable(`The body is not a message of this queue: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Work that does not listen to its signal must not take the rest of the batch with it when the function is stopped. */
async function inTime(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const expired = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The work took longer than its time', { cause: signal.reason })), {
      once: true,
    });
  });
  await Promise.race([work, expired]);
}

/** 5 s, 10 s, 20 s … at most 15 minutes, each with up to a fifth taken off so that messages which failed together come back apart. */
function retrySeconds(attempt: number): number {
  const seconds = Math.min(longestRetrySeconds, firstRetrySeconds * 2 ** (attempt - 1));
  return Math.ceil(seconds * (1 - Math.random() / 5));
}

async function hide(record: SQSRecord, wanted: number, { sqs, queueUrl, log }: Destination): Promise<void> {
  const seconds = Math.max(leastHiddenSeconds, wanted);
  try {
    await sqs.send(
      new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle: record.receiptHandle, VisibilityTimeout: seconds }),
    );
  } catch (error) {
    // The message is safe: it comes back when the queue's own visibility ends, only later than meant.
    log.warn('Message could not be hidden for its own time', { messageId: record.messageId, seconds, error });
  }
}

async function park(record: SQSRecord, error: unknown, { sqs, queueUrl, deadLetterUrl, log, metrics }: Destination): Promise<void> {
  const reason = reasonOf(error);
  const group = record.attributes.MessageGroupId;
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: deadLetterUrl,
      MessageBody: record.body,
      MessageAttributes: {
        reason: { DataType: 'String', StringValue: reason },
        failedAt: { DataType: 'String', StringValue: new Date().toISOString() },
        sourceQueue: { DataType: 'String', StringValue: queueNameOf(queueUrl) },
      },
      // A message that is parked, not deleted, and parked again lands there once.
      ...(group !== undefined && { MessageGroupId: group, MessageDeduplicationId: record.messageId }),
    }),
  );
  metrics.add('MessagesParked', 1);
  log.error('Message parked in the dead-letter queue', { messageId: record.messageId, reason });
}

/** The message and those of its causes, masked, with nothing in it that SQS refuses in an attribute. */
function reasonOf(error: unknown): string {
  const messages: string[] = [];
  for (let current = error; current instanceof Error && messages.length < 5; current = current.cause) messages.push(current.message);
  const text = messages.length > 0 ? messages.join(': ') : String(error);
  const allowed = maskIdentifiers(text)
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ');
  return allowed.slice(0, longestReason).toWellFormed() || 'No reason was given';
}
