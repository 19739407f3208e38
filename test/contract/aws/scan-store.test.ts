import { beforeEach, expect, test } from 'vitest';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { createScanStore, type ScanStore } from '../../../shared/aws/scan-store.ts';
import type { Scan, SearchPageResult } from '../../../shared/domain/scan.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const services = useEmbeddedAws();
let store: ScanStore;
let source: string;
let testsRun = 0;

beforeEach(() => {
  store = createScanStore({ client: services.dynamo, table: tableName('listings') });
  testsRun += 1;
  source = `source-${testsRun}`;
});

const scanAt = (time: string, given: Partial<Scan> = {}): Scan => ({ id: `${source}~${time}`, source, openedAt: time, ...given });
const counts = { searchPages: 1, listingsSeen: 2, fresh: 1, changed: 0, unchanged: 1, missing: 0 };
const closing = { closedAt: '2026-11-22T10:05:00Z', health: 'healthy', summary: '1 search page read, 2 listings seen.', counts } as const;
const ten = '2026-11-22T10:00:00Z';

const page = (given: Partial<SearchPageResult> = {}): SearchPageResult => ({
  search: 0,
  page: 1,
  url: 'https://www.gumtree.test/search',
  outcome: 'read',
  itemIds: ['1', '2'],
  fresh: 2,
  changed: 0,
  unchanged: 0,
  ...given,
});

test('opens a scan once, however often its schedule fires', async () => {
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => store.open(scanAt(ten))));

  expect(outcomes.toSorted()).toStrictEqual([...Array(7).fill('already-open'), 'opened']);
  expect(await store.get(source, scanAt(ten).id)).toStrictEqual(scanAt(ten));
});

test('closes a scan once and keeps what the first closing said', async () => {
  await store.open(scanAt(ten));

  expect(await store.close(scanAt(ten, closing))).toBe('closed');
  expect(await store.close(scanAt(ten, { ...closing, health: 'blind' }))).toBe('already-closed');
  expect(await store.get(source, scanAt(ten).id)).toStrictEqual(scanAt(ten, closing));
});

test('refuses to close a scan without its health', async () => {
  const { health: _, ...incomplete } = closing;
  await expect(store.close(scanAt(ten, incomplete))).rejects.toThrow('cannot be closed without time, health, summary and counts');
});

test('gives the pages of a scan by search and page', async () => {
  const { id } = scanAt(ten);
  for (const [search, number] of [
    [1, 1],
    [0, 10],
    [0, 2],
    [0, 1],
  ] as const)
    await store.savePage(id, page({ search, page: number }));

  expect((await store.pages(id)).map((saved) => [saved.search, saved.page])).toStrictEqual([
    [0, 1],
    [0, 2],
    [0, 10],
    [1, 1],
  ]);
  expect(await store.page(id, { search: 0, page: 2 })).toStrictEqual(page({ page: 2 }));
  expect(await store.page(id, { search: 0, page: 3 })).toBeUndefined();
});

test('keeps what a page first showed when its message is delivered twice', async () => {
  const { id } = scanAt(ten);

  expect(await store.savePage(id, page())).toBe('saved');
  expect(await store.savePage(id, page({ fresh: 0, unchanged: 2 }))).toBe('already-saved');
  expect(await store.pages(id)).toStrictEqual([page()]);
});

test('lets a page that failed give way to a later attempt', async () => {
  const { id } = scanAt(ten);
  await store.savePage(id, page({ outcome: 'failed', reason: 'HTTP 503', itemIds: [], fresh: 0 }));

  expect(await store.savePage(id, page())).toBe('saved');
  expect(await store.pages(id)).toStrictEqual([page()]);
});

test('gives recent scans newest first', async () => {
  for (const hour of ['08', '10', '09']) await store.open(scanAt(`2026-11-22T${hour}:00:00Z`));

  expect((await store.recent(source, 2)).map(({ openedAt }) => openedAt)).toStrictEqual(['2026-11-22T10:00:00Z', '2026-11-22T09:00:00Z']);
});

test('finds the newest healthy scan before another behind many that were not', async () => {
  await store.open(scanAt('2026-11-20T00:00:00Z'));
  await store.close(scanAt('2026-11-20T00:00:00Z', closing));
  for (let minute = 10; minute < 60; minute += 1) {
    const scan = scanAt(`2026-11-21T00:${minute}:00Z`);
    await store.open(scan);
    await store.close({ ...scan, ...closing, health: 'blocked' });
  }

  expect((await store.previousHealthy(source, scanAt(ten).id))?.openedAt).toBe('2026-11-20T00:00:00Z');
  expect(await store.previousHealthy(source, scanAt('2026-11-20T00:00:00Z').id)).toBeUndefined();
});
