import { DeleteMessageBatchCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { letterLines } from '../../local/commands/redrive-command.ts';
import { everyQueue } from '../../local/commands/scan-command.ts';
import { deadLettersOn, redrive } from '../../local/dead-letters.ts';
import { queueDepth } from '../../local/embedded/queue-depth.ts';
import { releaseInFlight } from '../../local/embedded/release-in-flight.ts';
import { createSqsClient } from '../../shared/aws/clients.ts';
import { createQueueSender } from '../../shared/aws/queue.ts';
import { type QueueName, queues } from '../../shared/aws/resources.ts';
import { useEmbeddedAws } from '../support/embedded-aws.ts';

const services = useEmbeddedAws();
const ignore = () => {};

/** As shared/aws/batch.ts parks it. */
async function park(queue: QueueName, body: string, { reason, group }: { reason?: string; group?: string } = {}): Promise<void> {
  const attributes = reason === undefined ? {} : { reason: { DataType: 'String', StringValue: reason } };
  const place = group === undefined ? {} : { MessageGroupId: group, MessageDeduplicationId: `parked-${body}` };
  const { deadLetterUrl } = services.aws.queues[queue];
  await services.sqs.send(new SendMessageCommand({ QueueUrl: deadLetterUrl, MessageBody: body, MessageAttributes: attributes, ...place }));
}

/** Takes all that a queue holds, in the order in which a consumer gets it. */
async function takeAll(url: string): Promise<{ body: string | undefined; group: string | undefined }[]> {
  const taken: { body: string | undefined; group: string | undefined }[] = [];
  for (;;) {
    const { Messages = [] } = await services.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10, MessageSystemAttributeNames: ['MessageGroupId'] }),
    );
    if (Messages.length === 0) return taken;
    taken.push(...Messages.map(({ Body, Attributes }) => ({ body: Body, group: Attributes?.MessageGroupId })));
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await services.sqs.send(new DeleteMessageBatchCommand({ QueueUrl: url, Entries }));
  }
}

/** A client whose process ends before it deletes anything. */
function clientThatCrashes() {
  const sqs = createSqsClient();
  sqs.middlewareStack.add((next, { commandName }) => async (call) => {
    if (commandName === 'DeleteMessageCommand') throw new Error('crashed');
    return next(call);
  });
  return sqs;
}

async function redriveAfterCrash(name: QueueName): Promise<string[]> {
  const queue = services.aws.queues[name];
  const letters = await deadLettersOn(queue);
  await expect(redrive(letters, { queue, sqs: clientThatCrashes(), onRedriven: ignore })).rejects.toThrow('crashed');
  expect(await deadLettersOn(queue)).toStrictEqual(letters);
  await releaseInFlight(services.sqs, [queue.deadLetterUrl]);
  expect(await redrive(letters, { queue, sqs: services.sqs, onRedriven: ignore })).toStrictEqual({ redriven: letters.length, left: 0 });
  expect(await deadLettersOn(queue)).toStrictEqual([]);
  return (await takeAll(queue.url)).map(({ body }) => body ?? '');
}

describe('dead letters', () => {
  it('are shown with their reason and without being taken', async () => {
    const queue = services.aws.queues.records;
    await park('records', 'not json', { reason: 'The body is not JSON' });
    await park('records', '{}');
    expect(await deadLettersOn(queue)).toMatchObject([
      { queue: 'records', body: 'not json', reason: 'The body is not JSON' },
      { body: '{}' },
    ]);
    expect(await queueDepth(services.sqs, queue.deadLetterUrl)).toMatchObject({ visible: 2, inFlight: 0 });
  });

  it('go back in the order of their host, though the same messages were sent within five minutes', async () => {
    const queue = services.aws.queues.read;
    const names = ['a1', 'b1', 'a2', 'a3', 'b2'];
    const sender = createQueueSender({ client: services.sqs, url: queue.url, fifo: true });
    await sender.send(names.map((name) => ({ body: { name }, group: name.slice(0, 1), deduplicationId: name })));
    const sent = await takeAll(queue.url);
    for (const { body = '', group = '' } of sent) await park('read', body, { group });
    let told = 0;
    const outcome = await redrive(await deadLettersOn(queue), { queue, sqs: services.sqs, onRedriven: () => void told++ });
    expect([outcome, told]).toStrictEqual([{ redriven: 5, left: 0 }, 5]);
    const back = await takeAll(queue.url);
    const ofGroup = (wanted: string) => back.filter(({ group }) => group === wanted).map(({ body }) => body);
    expect(ofGroup('a')).toStrictEqual(['{"name":"a1"}', '{"name":"a2"}', '{"name":"a3"}']);
    expect(ofGroup('b')).toStrictEqual(['{"name":"b1"}', '{"name":"b2"}']);
  });

  it('are on both queues after a crash between, and come twice at most', async () => {
    await park('match', '{"n":1}');
    expect(await redriveAfterCrash('match')).toStrictEqual(['{"n":1}', '{"n":1}']);
  });

  it('of a FIFO queue come once after a crash between', async () => {
    await park('scan', '{"n":1}', { group: 'market.example' });
    expect(await redriveAfterCrash('scan')).toStrictEqual(['{"n":1}']);
  });

  it('stay when they are parked while others are put back', async () => {
    const queue = services.aws.queues.review;
    await park('review', 'first', { group: 'a' });
    const letters = await deadLettersOn(queue);
    await park('review', 'later', { group: 'b' });
    expect(await redrive(letters, { queue, sqs: services.sqs, onRedriven: ignore })).toStrictEqual({ redriven: 1, left: 0 });
    expect(await deadLettersOn(queue)).toMatchObject([{ body: 'later' }]);
  });

  it('in the hand of another redrive are left, and counted', async () => {
    const queue = services.aws.queues.deliver;
    await park('deliver', 'held', { group: 'a' });
    const letters = await deadLettersOn(queue);
    await services.sqs.send(new ReceiveMessageCommand({ QueueUrl: queue.deadLetterUrl, VisibilityTimeout: 600 }));
    expect(await redrive(letters, { queue, sqs: services.sqs, onRedriven: ignore })).toStrictEqual({ redriven: 0, left: 1 });
  });

  it('of every queue are looked for', () => {
    expect(everyQueue.toSorted()).toStrictEqual(Object.keys(queues).toSorted());
  });

  it('show no whole identifier on a terminal, and nothing that steers it', () => {
    const letter = {
      queue: 'read' as const,
      messageId: 'm',
      body: 'IMEI 356938035643817 \u001b[2J',
      reason: 'found 35-693803-564381-7\u0007',
    };
    const text = letterLines('read', [letter]).join(' ');
    expect(text).toContain('IMEI 35693803');
    expect(text).not.toMatch(/356938035643817|35-693803-564381-7|[\p{Cc}\p{Cf}]/u);
  });
});
