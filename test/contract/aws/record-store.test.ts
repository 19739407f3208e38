import { beforeEach, describe, expect, test } from 'vitest';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { createRecordStore, type ImportBatch, type RecordStore } from '../../../shared/aws/record-store.ts';
import type { StolenRecord } from '../../../shared/domain/stolen-record.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const services = useEmbeddedAws();
const at = '2026-11-22T12:00:00Z';
const by = (id: string) => ({ id, at: '2026-11-23T09:00:00Z' });
let store: RecordStore;
let reference: string;
let testsRun = 0;

beforeEach(() => {
  store = createRecordStore({ client: services.dynamo, table: tableName('records') });
  testsRun += 1;
  reference = `4217/${testsRun}-A`;
});

const record = (given: Partial<StolenRecord> = {}): StolenRecord => ({
  reference,
  grade: 'police-verified',
  status: 'stolen',
  stolenAt: '2026-10-01T00:00:00Z',
  stolenAtPrecision: 'day',
  identifiers: [{ kind: 'imei', value: '356938035643809' }],
  marks: ['AM engraved on the back'],
  ...given,
});

describe('an import', () => {
  test('creates what is new, changes what differs and leaves the rest', async () => {
    const others = [`${reference}-1`, `${reference}-2`].map((name) => record({ reference: name }));
    await store.upsert([record(), ...others], by('first'));

    const next = [record({ colour: 'blue' }), record({ reference: `${reference}-3` }), ...others];
    expect(await store.upsert(next, by('second'))).toStrictEqual({
      created: [`${reference}-3`],
      changed: [reference],
      unchanged: [`${reference}-1`, `${reference}-2`],
    });
    expect(await store.get(reference)).toStrictEqual(record({ colour: 'blue' }));
  });

  test('takes more records than one call holds', async () => {
    const many = Array.from({ length: 130 }, (_, index) => record({ reference: `${reference}-${index}` }));

    expect((await store.upsert(many, by('first'))).created).toHaveLength(130);
    expect((await store.upsert(many, by('second'))).unchanged).toHaveLength(130);
  });

  test('takes the later of two records with one reference', async () => {
    expect(await store.upsert([record({ colour: 'red' }), record({ colour: 'blue' })], by('first'))).toStrictEqual({
      created: [reference],
      changed: [],
      unchanged: [],
    });
    expect((await store.get(reference))?.colour).toBe('blue');
  });

  test('sees no difference in the order of fields', async () => {
    await store.upsert([record()], by('first'));
    const { marks, ...rest } = record();

    expect((await store.upsert([{ marks, ...rest }], by('second'))).unchanged).toStrictEqual([reference]);
  });

  test('says the same when it is delivered again', async () => {
    expect((await store.upsert([record()], by('first'))).created).toStrictEqual([reference]);
    expect((await store.upsert([record()], by('first'))).created).toStrictEqual([reference]);
  });
});

describe('a status that was set', () => {
  test('by hand is set once, with its first reason', async () => {
    await store.upsert([record()], by('first'));

    expect(await store.setStatus(reference, 'recovered', 'found in a drawer', at)).toBe('set');
    expect(await store.setStatus(reference, 'recovered', 'again', at)).toBe('unchanged');
    expect(await store.setStatus('no-such-reference', 'recovered', 'found', at)).toBe('missing');
    expect(await store.get(reference)).toStrictEqual(record({ status: 'recovered' }));
  });

  test('by hand outlives an import that says what it said before', async () => {
    await store.upsert([record()], by('first'));
    await store.setStatus(reference, 'withdrawn', 'reported in error', at);

    expect((await store.upsert([record()], by('second'))).unchanged).toStrictEqual([reference]);
    expect((await store.upsert([record({ colour: 'blue' })], by('third'))).changed).toStrictEqual([reference]);
    expect(await store.get(reference)).toStrictEqual(record({ colour: 'blue', status: 'withdrawn' }));
  });

  test('by hand gives way to an import whose own status changed', async () => {
    await store.upsert([record()], by('first'));
    await store.setStatus(reference, 'withdrawn', 'reported in error', at);
    await store.upsert([record({ status: 'lawfully-disposed' })], by('second'));

    expect((await store.get(reference))?.status).toBe('lawfully-disposed');
    expect(await store.statusSet(reference)).toStrictEqual({ at: by('second').at, reason: 'Reported by import second' });
  });

  test('by an import keeps its time while later imports say the same', async () => {
    await store.upsert([record()], by('first'));
    expect(await store.statusSet(reference)).toBeUndefined();
    await store.upsert([record({ status: 'recovered' })], by('second'));
    await store.upsert([record({ status: 'recovered', colour: 'blue' })], { id: 'third', at: '2026-11-24T09:00:00Z' });

    expect(await store.statusSet(reference)).toStrictEqual({ at: by('second').at, reason: 'Reported by import second' });
  });

  test('by hand keeps its reason when an import comes to say the same', async () => {
    await store.upsert([record()], by('first'));
    await store.setStatus(reference, 'recovered', 'found in a drawer', at);
    await store.upsert([record({ status: 'recovered' })], by('second'));

    expect(await store.statusSet(reference)).toStrictEqual({ at, reason: 'found in a drawer' });
  });

  test('by hand is never lost to an import that runs at the same moment', async () => {
    await store.upsert([record()], by('first'));
    await Promise.all([
      store.upsert([record({ colour: 'blue' })], by('second')),
      store.setStatus(reference, 'withdrawn', 'reported in error', at),
    ]);

    expect(await store.get(reference)).toStrictEqual(record({ colour: 'blue', status: 'withdrawn' }));
  });
});

describe('an import batch', () => {
  const batch = (given: Partial<ImportBatch> = {}): ImportBatch => ({
    id: `b-${testsRun}`,
    fileName: 'stolen.csv',
    startedAt: `2026-11-22T10:00:${String(testsRun).padStart(2, '0')}Z`,
    state: 'running',
    rows: 0,
    created: 0,
    changed: 0,
    unchanged: 0,
    rejected: 0,
    warned: 0,
    ...given,
  });

  test('is found by its id and among the newest', async () => {
    await store.saveBatch(batch({ id: 'older', startedAt: '2026-11-21T00:00:00Z' }));
    await store.saveBatch(batch());
    await store.saveBatch(batch({ rows: 10, state: 'done', finishedAt: at }));

    expect(await store.batch(batch().id)).toStrictEqual(batch({ rows: 10, state: 'done', finishedAt: at }));
    expect((await store.recentBatches(10)).map(({ id }) => id)).toStrictEqual([batch().id, 'older']);
    expect(await store.batch('none')).toBeUndefined();
  });

  test('lists its rejects by row, page by page, once each', async () => {
    const wrong = (row: number, field: string) => ({ row, field, expected: 'a date', found: 'yesterday' });
    const rejects = [wrong(10, 'stolen_at'), wrong(2, 'imei1'), wrong(2, 'grade')];
    await store.saveRejects('with-rejects', rejects);
    await store.saveRejects('with-rejects', rejects);

    const first = await store.rejects('with-rejects', { limit: 2 });
    expect(first.rejects).toStrictEqual([wrong(2, 'imei1'), wrong(2, 'grade')]);
    const rest = await store.rejects('with-rejects', { limit: 2, ...(first.cursor !== undefined && { cursor: first.cursor }) });
    expect(rest).toStrictEqual({ rejects: [wrong(10, 'stolen_at')] });
  });

  test('keeps warnings apart from rejects', async () => {
    const remark = (field: string) => ({ row: 1, field, expected: 'something', found: 'something else' });
    await store.saveRejects('with-both', [remark('grade')]);
    await store.saveWarnings('with-both', [remark('imei')]);
    expect(await store.rejects('with-both', { limit: 5 })).toStrictEqual({ rejects: [remark('grade')] });
    expect(await store.warnings('with-both', { limit: 5 })).toStrictEqual({ warnings: [remark('imei')] });
  });

  test.each([
    'nonsense',
    Buffer.from('{"pk":"BATCH#other","sk":"REJECT#1"}').toString('base64url'),
    Buffer.from('{"pk":"BATCH#foreign"}').toString('base64url'),
  ])('begins at the start with the foreign cursor %s', async (cursor) => {
    const only = { row: 1, field: 'grade', expected: 'a grade', found: 'A' };
    await store.saveRejects('foreign', [only]);

    expect((await store.rejects('foreign', { limit: 5, cursor })).rejects).toStrictEqual([only]);
  });
});
