import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { createIdentifierIndex, type IdentifierStore } from '../../../shared/aws/identifier-store.ts';
import { createIndexRows, type IndexRows } from '../../../shared/aws/index-rows.ts';
import { listingKeys } from '../../../shared/domain/matching/index-keys.ts';
import { clueQuestions, familyQuestions, type Narrowing } from '../../../shared/domain/matching/questions.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createIndexRowsInMemory } from '../../support/index-rows-in-memory.ts';
import {
  aListingToFile,
  aRecordToFile,
  keyedListing,
  keyedRecord,
  type SaidOfListing,
  type SaidOfRecord,
} from '../../support/index-sides.ts';

const services = useEmbeddedAws();
/** Made up, with right check digits; nobody's devices. */
const imei = '356938035643817';
const key = 'imei:35693803564381';
const toleranceMs = 86_400_000;
const now = Date.parse('2026-11-22T10:00:00.000Z');
let testsRun = 0;

describe.each<[string, () => IndexRows]>([
  ['DynamoDB', () => createIndexRows({ client: services.dynamo, table: tableName('identifiers') })],
  ['memory', createIndexRowsInMemory],
])('the index in %s', (_name, rows) => {
  let store: IdentifierStore;
  beforeEach(() => {
    testsRun += 1;
    store = createIdentifierIndex(rows(), `a secret that is only for test ${testsRun}`);
  });

  async function list(itemId: string, said: SaidOfListing, revision = 1): Promise<void> {
    const { keys, listing } = aListingToFile(itemId, said, revision);
    await store.putListing(keys, listing);
  }
  const file = (reference: string, said: SaidOfRecord) => store.putRecords([aRecordToFile(reference, said)]);
  /** References that answer the questions of a listing, by block. */
  async function recordsFor(said: SaidOfListing, limit = 10): Promise<string[]> {
    const keyed = keyedListing(said);
    const asker = { side: 'listing' as const, sketch: keyed.sketch, toleranceMs, now };
    const answers = await Promise.all(
      clueQuestions(listingKeys(keyed, { isOffer: true }), asker).map((question) => store.records(question, limit)),
    );
    return answers.flatMap(({ found }) => found.map(({ reference }) => reference));
  }

  test('finds listings and records under one number, whichever came first', async () => {
    await list('1', { imei });
    await file('4217/23-A', { imei });
    expect(await store.lookUp(key)).toStrictEqual({
      listings: [{ source: 'gumtree', itemId: '1', revision: 1 }],
      records: ['4217/23-A'],
      siblings: [],
      disputed: [],
      truncated: false,
    });
  });

  test('finds nothing under a number that nobody named', async () => {
    expect(await store.lookUp(key)).toStrictEqual({ listings: [], records: [], siblings: [], disputed: [], truncated: false });
  });

  test('answers for the other slot of a phone in the same look-up', async () => {
    await file('one slot', { imei });
    await file('both slots', {
      identifiers: [
        { kind: 'imei', value: imei },
        { kind: 'imei', value: '861234050012344' },
      ],
    });
    const found = await store.lookUp('imei:35693803564382');
    expect([found.records, found.siblings]).toStrictEqual([[], ['one slot']]);
  });

  test('keeps the newest revision when an older one arrives late', async () => {
    await list('1', { imei }, 3);
    await list('1', { imei }, 2);
    expect((await store.lookUp(key)).listings).toStrictEqual([{ source: 'gumtree', itemId: '1', revision: 3 }]);
  });

  test('never lets a flood of listings hide a record, and says that listings are missing', async () => {
    await Promise.all(Array.from({ length: 201 }, (_, at) => list(`flood-${at}`, { imei })));
    await file('4217/23-A', { imei });
    const found = await store.lookUp(key);
    expect(found.records).toStrictEqual(['4217/23-A']);
    expect(found.listings).toHaveLength(199);
    expect(found.truncated).toBe(true);
  });

  test('says that nothing was left out at exactly the bound', async () => {
    await Promise.all(['a', 'b', 'c'].map((reference) => file(reference, { marks: ['AM engraved'] })));
    const [question] = clueQuestions(listingKeys(keyedListing({ description: 'AM engraved' }), { isOffer: true }), {
      side: 'listing',
      sketch: keyedListing({}).sketch,
      toleranceMs,
      now,
    });
    expect(question && (await store.records(question, 3))).toMatchObject({ truncated: false });
    expect(question && (await store.records(question, 2))).toMatchObject({ truncated: true, found: [{}, {}] });
  });

  test('leads from the last digits of a number to the records that end so, as far as more digits are known', async () => {
    await file('A', { imei });
    await file('B', { imei: '861234050093817' });
    await file('C', { imei: '861234050012344' });
    expect((await recordsFor({ pattern: '???????????3817' })).sort()).toStrictEqual(['A', 'B']);
    expect(await recordsFor({ pattern: '????????5643817' })).toStrictEqual(['A']);
    expect(await recordsFor({ pattern: '35?????????3817' })).toStrictEqual(['A']);
    expect(await recordsFor({ pattern: '?????????????17' })).toStrictEqual([]);
  });

  test('leads from the first digits of a number to the records that begin so', async () => {
    await file('A', { imei });
    await file('B', { imei: '356938031643818' });
    expect((await recordsFor({ pattern: '35693803???????' })).sort()).toStrictEqual(['A', 'B']);
    expect(await recordsFor({ pattern: '3569380356?????' })).toStrictEqual(['A']);
    expect(await recordsFor({ pattern: '3569380????????' })).toStrictEqual([]);
  });

  test('leads from a record to the listings that may show part of its number', async () => {
    await list('ends', { pattern: '???????????3817' });
    await list('other end', { pattern: '????????1643817' });
    await list('starts', { pattern: '3569380356?????' });
    await list('other start', { pattern: '3569380316?????' });
    await list('whole', { imei });
    await list('next', { imei: '356938035643825' });
    const [filing] = await file('A', { imei });
    const beside = await Promise.all((filing?.filed.places ?? []).map((place) => store.beside(place)));
    const found = beside.flatMap((answer) => answer.found.map(({ itemId, clue }) => [itemId, clue]));
    expect(found).toContainEqual(['ends', { shape: '???????????0000' }]);
    expect(found).toContainEqual(['starts', { shape: '0000000000?????' }]);
    expect(new Set(found.map(([itemId]) => itemId))).toStrictEqual(new Set(['ends', 'starts', 'whole', 'next']));
  });

  test('narrows a family to its model, storage and colour, and keeps what does not say', async () => {
    const said = { make: 'Apple', model: 'iPhone 13' };
    await file('black 128', { ...said, storageGb: 128, colour: 'black' });
    await file('blue 128', { ...said, storageGb: 128, colour: 'blue' });
    await file('black 256', { ...said, storageGb: 256, colour: 'black' });
    await file('says no more', said);
    await file('pro', { ...said, model: 'iPhone 13 Pro', storageGb: 128, colour: 'black' });
    const sketch = keyedListing({ title: 'iPhone 13 128GB black' }).sketch;
    const found = async (narrowing: Narrowing) => {
      const questions = familyQuestions({ side: 'listing', sketch, toleranceMs, now }, '2026-11', narrowing);
      const answers = await Promise.all(questions.map((question) => store.records(question, 10)));
      return answers.flatMap((answer) => answer.found.map(({ reference }) => reference)).sort();
    };
    expect(await found('family')).toHaveLength(5);
    expect(await found('model')).toStrictEqual(['black 128', 'black 256', 'blue 128', 'says no more']);
    expect(await found('storage')).toStrictEqual(['black 128', 'blue 128', 'says no more']);
    expect(await found('colour')).toStrictEqual(['black 128', 'says no more']);
  });

  test('gives records newest first and up to the offer, listings oldest first and from the theft', async () => {
    const mark = { marks: ['AM engraved'] };
    for (const day of ['05', '12', '09']) await file(`of ${day}`, { ...mark, stolenAt: `2026-11-${day}T00:00:00.000Z` });
    expect(await recordsFor({ description: 'AM engraved', postedAt: '2026-11-10T00:00:00.000Z' })).toStrictEqual(['of 09', 'of 05']);
    for (const day of ['20', '05', '11']) await list(`of ${day}`, { description: 'AM engraved', postedAt: `2026-11-${day}T00:00:00.000Z` });
    const { sketch } = keyedRecord(mark);
    const keys = listingKeys({ identifiers: [], sketch }, { isOffer: true });
    const [question] = clueQuestions(keys, { side: 'record', sketch, toleranceMs, now });
    const { found } = question ? await store.listings(question, 10) : { found: [] };
    expect(found.map(({ itemId, signBits }) => [itemId, signBits])).toStrictEqual([
      ['of 11', 0.5],
      ['of 20', 0.5],
    ]);
  });

  test('takes a corrected record out of its former places, and remembers them until it is settled', async () => {
    const before = aRecordToFile('A', { imei, marks: ['AM engraved'] });
    const after = aRecordToFile('A', { imei: '861234050012344' });
    await store.putRecords([before]);
    const [formerly] = await store.filedRecords(['A', 'nobody']);
    const [filing] = await store.putRecords([{ ...after, formerly }]);
    expect(filing?.isUnsettled).toBe(true);
    expect(filing?.filed.sketches).toHaveLength(2);
    expect((await store.lookUp(key)).records).toStrictEqual([]);
    expect(await recordsFor({ description: 'AM engraved' })).toStrictEqual([]);

    const [again] = await store.filedRecords(['A']);
    expect(again).toStrictEqual(filing?.filed);
    await store.settle('A', after);
    const [settled] = await store.filedRecords(['A']);
    const [unchanged] = await store.putRecords([{ ...after, formerly: settled }]);
    expect(unchanged?.isUnsettled).toBe(false);
  });

  test('forgets a record that is removed, twice too', async () => {
    await file('A', { imei });
    await file('B', { imei });
    const filed = await store.filedRecords(['A']);
    await store.removeRecords(filed);
    await store.removeRecords(filed);
    await store.settle('A', undefined);
    expect((await store.lookUp(key)).records).toStrictEqual(['B']);
    expect(await store.filedRecords(['A'])).toStrictEqual([]);
  });
});

test('finds nothing under another key', async () => {
  const rows = createIndexRowsInMemory();
  await createIdentifierIndex(rows, 'one secret').putRecords([aRecordToFile('A', { imei })]);
  expect((await createIdentifierIndex(rows, 'another secret').lookUp(key)).records).toStrictEqual([]);
});

test('shows no identifier to a reader of the table', async () => {
  const rows = createIndexRows({ client: services.dynamo, table: tableName('identifiers') });
  const store = createIdentifierIndex(rows, 'a secret of the reader’s own');
  const { keys, listing } = aListingToFile('secret', { imei, pattern: '35693803???3817' });
  await store.putListing(keys, listing);
  await store.putRecords([aRecordToFile('secret', { imei })]);
  const { Items } = await services.dynamo.send(new ScanCommand({ TableName: tableName('identifiers') }));
  expect(Items?.length).toBeGreaterThan(8);
  expect(JSON.stringify(Items)).not.toMatch(/35693803|5643817|3817/);
});
