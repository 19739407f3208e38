import { beforeEach, expect, test } from 'vitest';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { createHostStore, type HostStore } from '../../../shared/aws/host-store.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const services = useEmbeddedAws();
const now = 1_795_341_600_000;
let store: HostStore;
let host: string;
let testsRun = 0;

beforeEach(() => {
  store = createHostStore({ client: services.dynamo, table: tableName('listings') });
  testsRun += 1;
  host = `www.market-${testsRun}.test`;
});

test('a host at rest may be visited now', async () => {
  expect(await store.reserveVisit({ host, gapMs: 2000, now })).toBe(now);
});

test('visits reserved at the same moment by many callers lie a gap apart', async () => {
  const slots = await Promise.all(Array.from({ length: 20 }, () => store.reserveVisit({ host, gapMs: 2000, now })));

  expect(slots.toSorted((a, b) => a - b)).toStrictEqual(Array.from({ length: 20 }, (_, index) => now + index * 2000));
});

test('a visit after a pause need not wait for the visits before it', async () => {
  await store.reserveVisit({ host, gapMs: 2000, now });

  expect(await store.reserveVisit({ host, gapMs: 2000, now: now + 60_000 })).toBe(now + 60_000);
});

test('a host is the same however its name is written', async () => {
  await store.reserveVisit({ host: host.toUpperCase(), gapMs: 2000, now });

  expect(await store.reserveVisit({ host, gapMs: 2000, now })).toBe(now + 2000);
});

test('no visit starts before the end of a hold-off, and a longer one stands', async () => {
  await store.holdOff({ host, untilMs: now + 120_000, now });
  await store.holdOff({ host, untilMs: now + 30_000, now });

  expect(await store.reserveVisit({ host, gapMs: 2000, now })).toBe(now + 120_000);
  expect(await store.reserveVisit({ host, gapMs: 2000, now })).toBe(now + 122_000);
});

test('a pace that was kept by a clock hours ahead holds no host, and is told of once', async () => {
  const told: unknown[] = [];
  const own = createHostStore({ client: services.dynamo, table: tableName('listings'), onWrongClock: (...what) => told.push(what) });
  const ahead = 7 * 3_600_000;
  await own.reserveVisit({ host, gapMs: 2000, now: now + ahead });
  await own.holdOff({ host, untilMs: now + ahead + 60_000, now: now + ahead });

  expect(await own.nextVisit({ host, now })).toBe(now);
  expect(await own.reserveVisit({ host, gapMs: 2000, now })).toBe(now);
  expect(await own.nextVisit({ host, now })).toBe(now + 2000);
  expect(await own.reserveVisit({ host, gapMs: 2000, now })).toBe(now + 2000);
  expect(told).toStrictEqual([[host, ahead]]);
});

test('a hold-off replaces one that a clock hours ahead asked for', async () => {
  await store.holdOff({ host, untilMs: now + 86_400_000, now: now + 40_000_000 });
  await store.holdOff({ host, untilMs: now + 60_000, now });

  expect(await store.reserveVisit({ host, gapMs: 2000, now })).toBe(now + 60_000);
});

test('a hold-off of a day that was asked for now stands', async () => {
  await store.holdOff({ host, untilMs: now + 86_400_000, now });

  expect(await store.reserveVisit({ host, gapMs: 2000, now: now + 60_000 })).toBe(now + 86_400_000);
});
