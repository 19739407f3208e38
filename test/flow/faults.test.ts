import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueueName } from '../../shared/aws/resources.ts';
import { expectedPlainPairs, queuedPairs } from '../support/flow-expectations.ts';
import { type FlowMachine, startFlowMachine } from '../support/flow-machine.ts';
import { sampleRecords } from '../support/sample-records.ts';

describe('a marketplace in which things go wrong', () => {
  let machine: FlowMachine;
  const broken: Record<string, string> = {};

  beforeAll(async () => {
    machine = await startFlowMachine({ searchPages: 1 });
    const { marketplace } = machine;
    for (const [site, fault] of [
      ['pennyfield', 'status-500'],
      ['kramkiste', 'empty-shell'],
    ] as const) {
      const itemId = await unremarkableListing(machine, site);
      broken[site] = itemId;
      marketplace.faults.set(`listing:${itemId}`, fault);
    }
    await machine.importRecords(sampleRecords);
    await poison('match', 'not even JSON');
    await poison('match', '{"type":"listing-revised","source":"pennyfield"}');
    await poison('records', '{"type":"import-file","batchId":"b","key":"imports/none.csv","format":"xlsx","fileName":"none"}');
    await machine.scan(0);
  });
  afterAll(() => machine.stop());

  it('still has every case that the pages which can be read give', async () => {
    const lost = Object.values(broken);
    const expected = (await expectedPlainPairs(machine)).filter((pair) => !lost.some((itemId) => pair.includes(itemId)));
    expect(expected.length).toBeGreaterThan(1);
    const queued = await queuedPairs(machine);
    expect(queued).toEqual(expect.arrayContaining(expected));
    expect(new Set(queued).size).toBe(queued.length);
  });

  it('parks each page that could not be read, with its reason', async () => {
    const parked = await deadLetters('read');
    expect(parked).toHaveLength(2);
    expect(parked.find(({ body }) => body.includes(broken['pennyfield'] ?? ''))?.reason).toContain('500');
    expect(parked.find(({ body }) => body.includes(broken['kramkiste'] ?? ''))?.reason).toContain('Not readable as a listing');
  });

  it('parks each message that nobody can understand, with its reason, and goes on with the others', async () => {
    expect((await deadLetters('match')).map(({ reason }) => reason).sort()).toEqual([
      expect.stringContaining('not JSON'),
      expect.stringContaining('not a message of this queue'),
    ]);
    expect((await deadLetters('records')).map(({ reason }) => reason)).toEqual([expect.stringContaining('format')]);
  });

  it('calls nothing gone, and a source that turns it away blocked', async () => {
    machine.marketplace.faults.set('pennyfield:*', 'status-403');
    await machine.scan(30);
    const [scan] = await machine.stores.scans.recent('pennyfield', 1);
    expect(scan).toMatchObject({ health: 'blocked', counts: { listingsSeen: 0, missing: 0 } });
    const [first] = await machine.stores.scans.recent('pennyfield', 2).then(([, before]) => machine.stores.scans.pages(before?.id ?? ''));
    for (const itemId of first?.itemIds ?? []) {
      expect((await machine.stores.listings.get({ source: 'pennyfield', itemId }))?.liveness).not.toBe('gone');
    }
  });

  async function poison(queue: QueueName, body: string): Promise<void> {
    await machine.stores.sqs.send(new SendMessageCommand({ QueueUrl: machine.stores.queues[queue].url, MessageBody: body }));
  }

  async function deadLetters(queue: QueueName): Promise<{ body: string; reason: string }[]> {
    const { Messages = [] } = await machine.stores.sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: machine.stores.queues[queue].deadLetterUrl,
        MaxNumberOfMessages: 10,
        MessageAttributeNames: ['All'],
        VisibilityTimeout: 1,
      }),
    );
    // A FIFO queue hands out one message of a group at a time here; the two sites are two groups.
    return Messages.map(({ Body = '', MessageAttributes = {} }) => ({
      body: Body,
      reason: MessageAttributes['reason']?.StringValue ?? '',
    }));
  }
});

/** A listing on the first search page whose loss costs no case. */
async function unremarkableListing({ marketplace, sources }: FlowMachine, site: string): Promise<string> {
  const carriers = new Set(marketplace.truth().map(({ itemId }) => itemId));
  const source = sources.find(({ id }) => id === site);
  const html = await (await fetch(source?.searches[0]?.url ?? '')).text();
  const itemIds = [...html.matchAll(/href="[^"]*?(?:\/|nr)(\d{10})(?:\.htm)?"/gi)].map(([, itemId = '']) => itemId);
  const found = itemIds.find((itemId) => !carriers.has(itemId));
  if (found === undefined) throw new Error(`Every listing of ${site} carries something`);
  return found;
}
