import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { forgetExpired } from '../../../local/forget-expired.ts';
import { createCheckCounter } from '../../../shared/aws/check-counter.ts';
import { type CheckHit, createCheckHits } from '../../../shared/aws/check-hits.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const services = useEmbeddedAws();
const table = tableName('checks');
const counter = () => createCheckCounter({ client: services.dynamo, table, key: 'a key for tests, of thirty-two characters or more' });
const hits = () => createCheckHits({ client: services.dynamo, table });
const dayOf = (client: string) => ({ client, day: '2026-11-27', round: 0 });
const key = 'imei:35824005111111';
const hit = (fields: Partial<CheckHit> = {}): CheckHit => ({
  id: 'r1',
  client: 'shop',
  at: '2026-11-27T10:00:00.000Z',
  answer: 'reported',
  identifier: '35824005*****10',
  records: ['4217/26-A'],
  ...fields,
});

describe('what clients ask', () => {
  test('is taken from a budget no oftener than it allows, however many take at once, and what is given back may be taken again', async () => {
    const day = dayOf('budget');
    const taken = await Promise.all(Array.from({ length: 30 }, () => counter().takeDevice(day, 10)));
    expect(taken.filter(Boolean)).toHaveLength(10);
    await counter().giveDeviceBack(day);
    expect([await counter().takeDevice(day, 10), await counter().takeDevice(day, 10)]).toEqual([true, false]);
    expect(await counter().takeDevice({ ...day, day: '2026-11-28' }, 10)).toBe(true);
    const series = await Promise.all(Array.from({ length: 30 }, () => counter().takeOfSeries(day, 'imei:35824005', 4)));
    expect(series.filter(Boolean)).toHaveLength(4);
    expect(await counter().takeOfSeries({ ...day, round: 1 }, 'imei:35824005', 4)).toBe(true);
  });

  test('is given back by nobody who has nothing', async () => {
    await counter().giveDeviceBack(dayOf('nothing'));
    const taken = await Promise.all([1, 2].map(() => counter().takeDevice(dayOf('nothing'), 1)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('is remembered once, also when it is asked many times at once', async () => {
    const day = dayOf('memory');
    expect(await counter().countAsked(day, [key])).toBe(0);
    const first = await Promise.all(Array.from({ length: 10 }, () => counter().remember(day, key)));
    expect(first.filter(Boolean)).toHaveLength(1);
    expect(await counter().countAsked(day, [key, 'imei:35824005111112'])).toBe(1);
  });

  test('adds up', async () => {
    const day = dayOf('counts');
    await Promise.all(Array.from({ length: 20 }, () => counter().count(day, { asked: 1, faults: 1 })));
    expect(await counter().count(day, { hits: 1 })).toEqual({ asked: 20, hits: 1, faults: 20, neighbours: 0 });
  });

  test('comes at the pace of the burst from many callers at once, and a caller is told when to come again', async () => {
    const now = Date.parse('2026-11-27T10:00:00Z');
    const ask = (at: number) => counter().takeRequest({ client: 'pace', burst: 3, now: at });
    const waits = await Promise.all(Array.from({ length: 12 }, () => ask(now)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
    expect(new Set(waits)).toEqual(new Set([0, 1]));
    expect([await ask(now + 1000), await ask(now + 1000)]).toEqual([0, 1]);
    expect(await ask(now + 60_000)).toBe(0);
  });
});

describe('a hit', () => {
  test('stands once a day with its first question, and is found by month and client, newest first', async () => {
    const day = dayOf('shop');
    await counter().remember(day, key);
    expect(await counter().noteAnswer(day, key, { at: '2026-11-27T09:00:00.000Z', hit: undefined })).toBe(false);
    const noted = await Promise.all(['r1', 'r2', 'r3'].map((id) => counter().noteAnswer(day, key, { at: hit().at, hit: hit({ id }) })));
    expect(noted.filter(Boolean)).toHaveLength(1);
    const later = hit({ id: 'r9', client: 'other', at: '2026-11-28T08:00:00.000Z', reference: 'shelf 4' });
    await counter().noteAnswer({ ...dayOf('other'), day: '2026-11-28' }, key, { at: later.at, hit: later });
    expect((await hits().ofMonth('2026-11', { limit: 10 })).map(({ client }) => client)).toEqual(['other', 'shop']);
    expect(await hits().ofMonth('2026-11', { limit: 10, client: 'other' })).toEqual([later]);
    expect(await hits().ofMonth('2026-11', { limit: 1 })).toHaveLength(1);
    expect(await hits().ofMonth('2026-10', { limit: 10 })).toEqual([]);
  });

  test('is kept for 400 days, and everything else of a day for two', async () => {
    const days = (count: number) => new Date(Date.parse('2026-11-28T08:00:00Z') + count * 86_400_000);
    await forgetExpired(services.dynamo, days(3));
    const { Items = [] } = await services.dynamo.send(new ScanCommand({ TableName: table }));
    expect(Items.map(({ client }) => client).toSorted()).toEqual(['other', 'shop']);
    expect(JSON.stringify(Items)).not.toContain('35824005111111');
    expect(await forgetExpired(services.dynamo, days(401))).toBe(2);
  });
});
