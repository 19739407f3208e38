/**
 * SQS in memory and in the soak's own time, as the real SDK client of shipped code meets it: at least once, out of order on standard queues, in order
 * of a group on FIFO queues, hidden while in hand, parked after so many deliveries. It may deliver a message that was done a second time.
 */

import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { SQSClientConfig } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { Random } from '../local/sample/random.ts';
import type { QueueDefinition } from '../shared/aws/resources.ts';
import { receivesBeforeRedrive, visibilitySeconds } from '../shared/aws/resources.ts';
import type { Clock } from './clock.ts';

interface Message {
  id: string;
  body: string;
  group: string | undefined;
  /** Epoch ms from which it may be handed out. */
  visibleAt: number;
  sentAt: number;
  deliveries: number;
  reason?: string;
}

export interface SoakQueue {
  name: string;
  url: string;
  definition: QueueDefinition;
  waiting: Message[];
  dead: Message[];
  /** Accepted, without those that deduplication dropped. */
  accepted: number;
  /** Gone from the queue by its handler's word: done, or parked by it with a reason. */
  done: number;
  /** Gone to the dead letters by itself, after too many deliveries. */
  givenUp: number;
}

/** FIFO queues drop a second message of the same id within five minutes. */
const deduplicationMs = 300_000;
const deadSuffix = '-dead';

export type SoakSqs = ReturnType<typeof createSoakSqs>;

export function createSoakSqs({ clock, random, chanceOfTwice }: { clock: Clock; random: Random; chanceOfTwice: number }) {
  const queues = new Map<string, SoakQueue>();
  const deduplicated = new Map<string, number>();
  let handedOutTwice = 0;

  function queue(name: string, definition: QueueDefinition): SoakQueue {
    const made: SoakQueue = { name, url: `https://sqs.soak/${name}`, definition, waiting: [], dead: [], accepted: 0, done: 0, givenUp: 0 };
    queues.set(made.url, made);
    return made;
  }

  function deadLetterUrl({ url }: SoakQueue): string {
    return `${url}${deadSuffix}`;
  }

  /** The next batch that may be handed out now, in hand from then on; empty when there is none. */
  function receive(from: SoakQueue): SQSRecord[] {
    const { definition } = from;
    const taken = definition.fifo ? inOrder(from) : outOfOrder(from);
    for (const message of taken) {
      message.deliveries += 1;
      message.visibleAt = clock.ms() + visibilitySeconds(definition) * 1000;
    }
    // After so many deliveries the queue parks a message by itself, without a reason.
    const [over, within] = split(taken, ({ deliveries }) => deliveries > receivesBeforeRedrive(definition));
    for (const message of over) park(from, message);
    return within.map(recordOf);
  }

  /** Of one group, the oldest first; none while one of the group is in hand or hidden. */
  function inOrder({ waiting, definition }: SoakQueue): Message[] {
    for (const ofGroup of Map.groupBy(waiting, ({ group }) => group).values()) {
      const hidden = ofGroup.findIndex(({ visibleAt }) => visibleAt > clock.ms());
      const open = hidden === -1 ? ofGroup : ofGroup.slice(0, hidden);
      const inHand = ofGroup.some(({ visibleAt, deliveries }) => visibleAt > clock.ms() && deliveries > 0);
      if (open.length > 0 && !inHand) return open.slice(0, definition.batchSize);
    }
    return [];
  }

  function outOfOrder({ waiting, definition }: SoakQueue): Message[] {
    const ready = waiting.filter(({ visibleAt }) => visibleAt <= clock.ms());
    return Array.from({ length: Math.min(definition.batchSize, ready.length) }, () =>
      ready.splice(random.int(0, ready.length - 1), 1),
    ).flat();
  }

  /** As Lambda deletes what was done; now and then SQS hands it out once more all the same. */
  function finish(from: SoakQueue, messageIds: readonly string[]): void {
    for (const id of messageIds) {
      const message = from.waiting.find((each) => each.id === id);
      if (message === undefined) continue;
      if (random.chance(chanceOfTwice)) {
        handedOutTwice += 1;
        message.visibleAt = clock.ms() + random.int(1, 120) * 1000;
        continue;
      }
      remove(from, message);
      from.done += 1;
    }
  }

  /** When the next hidden message shows again; undefined when none is hidden. */
  function nextAt(): number | undefined {
    const times = [...queues.values()].flatMap(({ waiting }) => waiting.map(({ visibleAt }) => visibleAt)).filter((at) => at > clock.ms());
    return times.length === 0 ? undefined : Math.min(...times);
  }

  function accept(
    to: SoakQueue,
    { body, group, deduplicationId }: { body: string; group?: string | undefined; deduplicationId?: string | undefined },
  ): void {
    if (to.definition.fifo) {
      const key = `${to.name}\n${deduplicationId ?? md5(body)}`;
      if ((deduplicated.get(key) ?? Number.NEGATIVE_INFINITY) > clock.ms() - deduplicationMs) return;
      deduplicated.set(key, clock.ms());
    }
    to.accepted += 1;
    to.waiting.push({ id: randomUUID(), body, group, visibleAt: clock.ms(), sentAt: clock.ms(), deliveries: 0 });
  }

  const requestHandler: NonNullable<SQSClientConfig['requestHandler']> = {
    // The SDK's types want a class of a package that it keeps to itself; it reads these three fields.
    async handle(request: { headers: Record<string, string>; body?: unknown }) {
      const action = String(request.headers['x-amz-target']).split('.').at(-1);
      const answer = act(String(action), JSON.parse(textOf(request.body)));
      return {
        response: {
          statusCode: 200,
          headers: { 'content-type': 'application/x-amz-json-1.0' },
          body: Readable.from([JSON.stringify(answer)]),
        },
      } as never;
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  };

  function act(action: string, input: unknown): object {
    switch (action) {
      case 'SendMessageBatch': {
        const { QueueUrl, Entries } = sendBatchSchema.parse(input);
        const to = queueAt(QueueUrl);
        const Successful = Entries.map((entry) => {
          accept(to, { body: entry.MessageBody, group: entry.MessageGroupId, deduplicationId: entry.MessageDeduplicationId });
          return { Id: entry.Id, MessageId: randomUUID(), MD5OfMessageBody: md5(entry.MessageBody) };
        });
        return { Successful, Failed: [] };
      }
      case 'SendMessage': {
        const { QueueUrl, MessageBody, MessageAttributes } = sendSchema.parse(input);
        const from = queueAt(QueueUrl.slice(0, -deadSuffix.length));
        const reason = MessageAttributes['reason']?.StringValue ?? '';
        from.dead.push({ id: randomUUID(), body: MessageBody, group: undefined, visibleAt: 0, sentAt: clock.ms(), deliveries: 0, reason });
        return { MessageId: randomUUID(), MD5OfMessageBody: md5(MessageBody) };
      }
      case 'ChangeMessageVisibility': {
        const { QueueUrl, ReceiptHandle, VisibilityTimeout } = hideSchema.parse(input);
        const message = queueAt(QueueUrl).waiting.find(({ id }) => id === ReceiptHandle);
        if (message !== undefined) message.visibleAt = clock.ms() + VisibilityTimeout * 1000;
        return {};
      }
      default:
        throw new Error(`The soak's SQS knows no ${action}`);
    }
  }

  function queueAt(url: string): SoakQueue {
    const found = queues.get(url);
    if (found === undefined) throw new Error(`There is no queue ${url}`);
    return found;
  }

  return { queue, deadLetterUrl, receive, finish, nextAt, requestHandler, handedOutTwice: () => handedOutTwice };
}

const sendBatchSchema = z.object({
  QueueUrl: z.string(),
  Entries: z.array(
    z.object({
      Id: z.string(),
      MessageBody: z.string(),
      MessageGroupId: z.string().optional(),
      MessageDeduplicationId: z.string().optional(),
    }),
  ),
});
const sendSchema = z.object({
  QueueUrl: z.string(),
  MessageBody: z.string(),
  MessageAttributes: z.record(z.string(), z.object({ StringValue: z.string().optional() })).default({}),
});
const hideSchema = z.object({ QueueUrl: z.string(), ReceiptHandle: z.string(), VisibilityTimeout: z.number() });

function park(from: SoakQueue, message: Message): void {
  remove(from, message);
  from.givenUp += 1;
  from.dead.push(message);
}

function remove(from: SoakQueue, message: Message): void {
  from.waiting.splice(from.waiting.indexOf(message), 1);
}

function recordOf({ id, body, group, sentAt, deliveries }: Message): SQSRecord {
  return {
    messageId: id,
    receiptHandle: id,
    body,
    attributes: {
      ApproximateReceiveCount: String(deliveries),
      SentTimestamp: String(sentAt),
      SenderId: 'soak',
      ApproximateFirstReceiveTimestamp: String(sentAt),
      ...(group !== undefined && { MessageGroupId: group }),
    },
    messageAttributes: {},
    md5OfBody: md5(body),
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:soak:0:queue',
    awsRegion: 'soak',
  };
}

function textOf(body: unknown): string {
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body);
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

function split<Entry>(entries: readonly Entry[], test: (entry: Entry) => boolean): [Entry[], Entry[]] {
  return [entries.filter(test), entries.filter((entry) => !test(entry))];
}
