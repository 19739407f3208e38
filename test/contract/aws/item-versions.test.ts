import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { type Item, type ItemKey, NewerItem } from '../../../shared/aws/item.ts';
import { createListingStore } from '../../../shared/aws/listing-store.ts';
import { createNoticeStore, type StoredNotice } from '../../../shared/aws/notice-store.ts';
import { createRecordStore } from '../../../shared/aws/record-store.ts';
import { aCase, aListing, aRecord } from '../../support/console-data.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aNoticeOf } from '../../support/notices.ts';

const services = useEmbeddedAws();
const tableOf = (name: 'cases' | 'listings' | 'records') => ({ client: services.dynamo, table: tableName(name) });

async function put(name: 'cases' | 'listings' | 'records', item: ItemKey & Item): Promise<void> {
  await services.dynamo.send(new PutCommand({ TableName: tableName(name), Item: item }));
}

async function stored(name: 'cases' | 'listings' | 'records', { pk, sk }: ItemKey): Promise<unknown> {
  return (await services.dynamo.send(new GetCommand({ TableName: tableName(name), Key: { pk, sk } }))).Item;
}

/** As the first version wrote it, which did not note where the evidence of a target is kept. */
function firstVersionOf({ cases, ...notice }: StoredNotice) {
  const keys = { pk: `NOTICE#${notice.id}`, sk: 'NOTICE', queuePk: `NOTICES#${notice.team}#${notice.state}`, queueSk: notice.createdAt };
  return { ...keys, ...notice, cases: cases.map(({ captures: _, ...noticed }) => noticed) };
}

const { notice } = aNoticeOf(aCase());

it('reads a notice of the first version, alone and in lists, and writes it back in the shape of today', async () => {
  const notices = createNoticeStore(tableOf('cases'));
  const first = firstVersionOf({ ...notice, id: 'N-first', state: 'queued' });
  await put('cases', first);

  const today = { ...notice, id: 'N-first', state: 'queued' as const };
  expect(await notices.get('N-first')).toStrictEqual(today);
  expect(await notices.ofState(notice.team, 'queued')).toStrictEqual([today]);
  expect(await notices.change('N-first', { state: 'dropped' })).toBe(true);
  expect(await stored('cases', first)).toMatchObject({ v: 2, state: 'dropped', cases: [{ captures: [] }] });
  expect(await notices.get('N-first')).toStrictEqual({ ...today, state: 'dropped' });
});

it('leaves what a notice of the first version already has in the shape of today', async () => {
  const notices = createNoticeStore(tableOf('cases'));
  const [noticed] = notice.cases;
  const cases = [{ ...noticed, captures: ['cases/k3/page-a'] }];
  await put('cases', { ...firstVersionOf({ ...notice, id: 'N-half' }), cases });

  expect((await notices.get('N-half'))?.cases).toStrictEqual(cases);
});

it('neither reads nor changes a notice that a newer version wrote', async () => {
  const notices = createNoticeStore(tableOf('cases'));
  const newer = { ...firstVersionOf({ ...notice, id: 'N-newer', state: 'queued' }), v: 3, cases: 'in a table of their own' };
  await put('cases', newer);

  await expect(notices.get('N-newer')).rejects.toThrow(NewerItem);
  await expect(notices.change('N-newer', { state: 'dropped' })).rejects.toThrow(NewerItem);
  expect(await stored('cases', newer)).toStrictEqual(newer);
});

it('lets no import overwrite a record that a newer version wrote, though of stored records it reads a few attributes only', async () => {
  const records = createRecordStore(tableOf('records'));
  const record = aRecord({ reference: 'newer/1' });
  const newer = { pk: 'RECORD#newer/1', sk: 'RECORD', v: 2, ...record, colour: ['blue', 'teal'] };
  await put('records', newer);

  await expect(records.upsert([{ ...record, colour: 'red' }], { id: 'import-1', at: '2026-11-22T10:00:00Z' })).rejects.toThrow(NewerItem);
  expect(await stored('records', newer)).toStrictEqual(newer);
});

it('takes no card for known by a listing that a newer version wrote', async () => {
  const listings = createListingStore(tableOf('listings'));
  const listing = aListing({ source: 'gumtree', itemId: 'newer' });
  await put('listings', { pk: 'LISTING#gumtree#newer', sk: 'LISTING', v: 2, ...listing });

  await expect(listings.knownCards('gumtree', ['newer'])).rejects.toThrow(NewerItem);
});
