import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { createIdentifierStore, type IdentifierStore } from '../../../shared/aws/identifier-store.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const services = useEmbeddedAws();
const secret = 'a secret that is only for this test';
const expiresAt = 1_795_341_600;
let store: IdentifierStore;
let imei: string;
let testsRun = 0;

beforeEach(() => {
  store = createIdentifierStore({ client: services.dynamo, table: tableName('identifiers'), key: secret });
  testsRun += 1;
  imei = `imei:356938035${String(testsRun).padStart(5, '0')}`;
});

const offer = (itemId: string, revision = 1) => ({ source: 'gumtree', itemId, revision });

test('finds listings and records under one identifier, whichever came first', async () => {
  await store.putListing([imei, imei], offer('1'), expiresAt);
  await store.putRecords([{ reference: '4217/23-A', keys: [imei] }]);

  expect(await store.lookUp(imei)).toStrictEqual({ listings: [offer('1')], records: ['4217/23-A'], truncated: false });
});

test('finds nothing under an identifier that nobody named', async () => {
  expect(await store.lookUp(imei)).toStrictEqual({ listings: [], records: [], truncated: false });
});

test('keeps the newest revision when an older one arrives late', async () => {
  await store.putListing([imei], offer('1', 3), expiresAt);
  await store.putListing([imei], offer('1', 2), expiresAt);

  expect((await store.lookUp(imei)).listings).toStrictEqual([offer('1', 3)]);
});

test('forgets a record that is removed, twice too', async () => {
  await store.putRecords([{ reference: 'A', keys: [imei] }]);
  await store.putRecords([{ reference: 'B', keys: [imei] }]);
  await store.removeRecord([imei], 'A');
  await store.removeRecord([imei], 'A');

  expect((await store.lookUp(imei)).records).toStrictEqual(['B']);
});

test('never lets a flood of listings hide a record', async () => {
  await Promise.all(Array.from({ length: 250 }, (_, index) => store.putListing([imei], offer(`flood-${index}`), expiresAt)));
  await store.putRecords([{ reference: '4217/23-A', keys: [imei] }]);

  const found = await store.lookUp(imei);
  expect(found.records).toStrictEqual(['4217/23-A']);
  expect(found.listings).toHaveLength(199);
  expect(found.truncated).toBe(true);
});

test('says that nothing was left out at exactly the bound', async () => {
  await Promise.all(Array.from({ length: 200 }, (_, index) => store.putListing([imei], offer(`full-${index}`), expiresAt)));

  const found = await store.lookUp(imei);
  expect(found.listings).toHaveLength(200);
  expect(found.truncated).toBe(false);
});

test('finds nothing under another key', async () => {
  await store.putRecords([{ reference: 'A', keys: [imei] }]);
  const stranger = createIdentifierStore({ client: services.dynamo, table: tableName('identifiers'), key: `${secret}, or not` });

  expect((await stranger.lookUp(imei)).records).toStrictEqual([]);
});

test('shows no identifier to a reader of the table', async () => {
  await store.putListing([imei], offer('1'), expiresAt);
  const { Items } = await services.dynamo.send(new ScanCommand({ TableName: tableName('identifiers') }));

  expect(JSON.stringify(Items)).not.toContain('356938035');
});
