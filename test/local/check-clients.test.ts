import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { type CheckClientParts, clientRow, declareClient, liftHold, revokeClient, rotateKey } from '../../local/check-clients.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { demoCheckKey } from '../../local/demo-check-key.ts';
import { tableName } from '../../local/embedded/aws-resources.ts';
import { openCheckDesk } from '../support/check-desk.ts';
import { useEmbeddedAws } from '../support/embedded-aws.ts';
import { numbersOf } from '../support/numbers-of-a-model.ts';

const aws = useEmbeddedAws();
const [phone = ''] = numbersOf('35824013', 1, 1);
const declared = (id: string) => ({
  id,
  name: 'Phone Hub',
  purpose: 'buy-back',
  dailyBudget: 20,
  burst: 5,
  expiresAt: '2027-11-30T00:00:00.000Z',
});

function open() {
  const desk = openCheckDesk(aws);
  const parts: CheckClientParts = { checkClients: desk.clients, audit: desk.audit, now: () => desk.clock.now };
  const status = async (key: string) => (await desk.ask(phone, { key })).status;
  return { desk, parts, status };
}

describe('a client of the check API', () => {
  it('is declared, given a new key and revoked, each with a row in the log and no key in it', async () => {
    const { desk, parts, status } = open();
    const first = await declareClient(declared('phone-hub'), 'Ama Osei', parts);
    const second = await rotateKey('phone-hub', { by: 'Ama Osei', overlapHours: 1 }, parts);
    const leaked = await rotateKey('phone-hub', { by: 'Ama Osei', overlapHours: 0 }, parts);
    expect([await status(first), await status(second), await status(leaked)]).toEqual([401, 401, 200]);
    desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
    await revokeClient('phone-hub', 'Ama Osei', parts);
    expect(await status(leaked)).toBe(401);
    const rows = await desk.audit.ofSubject('check-client', 'phone-hub');
    const acts = rows.filter(({ act }) => act !== 'device-checked').map(({ act, actor }) => `${act} ${actor}`);
    expect(new Set(acts)).toEqual(
      new Set(['check-client-declared Ama Osei', 'check-client-key-rotated Ama Osei', 'check-client-revoked Ama Osei']),
    );
    for (const key of [first, second, leaked]) expect(JSON.stringify(rows)).not.toContain(key.slice(-43));
  });

  it('keeps its id for ever, and what cannot be done says so', async () => {
    const { parts } = open();
    await declareClient(declared('old-shop'), 'Ama Osei', parts);
    await revokeClient('old-shop', 'Ama Osei', parts);
    await expect(declareClient(declared('old-shop'), 'Ama Osei', parts)).rejects.toThrow('There is a client old-shop');
    await expect(revokeClient('old-shop', 'Ama Osei', parts)).rejects.toThrow('no client old-shop that is not revoked');
    await expect(rotateKey('nobody', { by: 'Ama Osei', overlapHours: 0 }, parts)).rejects.toThrow('no client nobody');
    await expect(liftHold('old-shop', { by: 'Ama Osei', reason: 'none' }, parts)).rejects.toThrow('is not held');
  });

  it('is held once, lifted by a person with the reason on record, and may then ask again', async () => {
    const { desk, parts, status } = open();
    const key = await declareClient(declared('odd-shop'), 'Ama Osei', parts);
    const held = { since: desk.clock.now.toISOString(), why: 'one-model' } as const;
    expect(await Promise.all([1, 2, 3].map(() => desk.clients.hold('odd-shop', held)))).toEqual(
      expect.arrayContaining([true, false, false]),
    );
    expect(await status(key)).toBe(429);
    await expect(liftHold('odd-shop', { by: 'Ama Osei', reason: '  ' }, parts)).rejects.toThrow('expected a reason');
    expect(await status(key)).toBe(429);
    await liftHold('odd-shop', { by: 'Ama Osei', reason: 'a house clearance' }, parts);
    expect(await status(key)).toBe(200);
    const rows = await desk.audit.ofSubject('check-client', 'odd-shop');
    expect(rows.find(({ act }) => act === 'check-client-lifted')).toMatchObject({
      actor: 'Ama Osei',
      detail: { reason: 'a house clearance' },
    });
  });

  it('may be put into the table as the row that is printed', async () => {
    const { desk, status } = open();
    const { key, row } = clientRow(declared('by-hand'), desk.clock.now);
    await aws.dynamo.send(new PutItemCommand({ TableName: tableName('checks'), Item: row }));
    expect(await status(key)).toBe(200);
  });
});

describe('the demo client', () => {
  it('has the same key at every start', async () => {
    const path = await mkdtemp(join(tmpdir(), 'check-demo-'));
    try {
      const folder = await openDataFolder(path);
      const { desk, status } = open();
      const first = await demoCheckKey(folder, { checkClients: desk.clients });
      expect(await demoCheckKey(folder, { checkClients: desk.clients })).toBe(first);
      expect(await status(first)).toBe(200);
    } finally {
      await rm(path, { recursive: true, force: true });
    }
  });
});
