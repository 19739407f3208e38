import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RecordsDesk } from '../../support/records-desk.ts';
import { openRecordsDesk, recordsCsv } from '../../support/records-desk.ts';
import { imeiFrom } from '../../support/written-records.ts';

// The embedded services share the machine with whatever else runs.
vi.setConfig({ testTimeout: 30_000 });

let desk: RecordsDesk;
beforeAll(async () => {
  desk = await openRecordsDesk();
}, 30_000);
afterAll(() => desk.stop());
beforeEach(() => void desk.announced());

/** Names of this test's own records, so that tests share one set of tables. */
function csvOf(name: string, count: number, area?: string): string {
  return recordsCsv(count, area).replaceAll('R-', `${name}-`);
}

async function importOf(batchId: string, content: string): Promise<void> {
  await desk.upload(batchId, content);
  await desk.deliver(batchId);
}

async function actsOn(reference: string): Promise<string[]> {
  const events = await desk.stores.audit.ofSubject('record', reference);
  return events.map(({ act, outcome, detail }) => `${act} ${outcome} ${detail?.['importBatch']}`).sort();
}

describe('a file', () => {
  test('becomes records, each announced to matching and audited, and a batch that counts them', async () => {
    const content = `${csvOf('W', 3)}W-4,certain,2026-11-20,x\n`;
    await importOf('whole', content);
    expect(await desk.stores.records.batch('whole')).toEqual({
      id: 'whole',
      fileName: 'stolen.csv',
      startedAt: '2026-11-22T12:00:00.000Z',
      finishedAt: '2026-11-22T12:00:00.000Z',
      state: 'done',
      bytesRead: content.length,
      rows: 4,
      created: 3,
      changed: 0,
      unchanged: 0,
      rejected: 1,
      warned: 0,
    });
    expect(await desk.stores.records.get('W-2')).toMatchObject({ reference: 'W-2', area: 'Hackney', status: 'stolen' });
    expect(desk.announced()).toEqual(['W-1', 'W-2', 'W-3']);
    expect(await actsOn('W-2')).toEqual(['record-created done whole']);
    expect(await desk.rejectsOf('whole')).toEqual(['4 grade: one of police-verified, network-blocked, owner-reported, disputed | certain']);
    const events = await desk.stores.audit.ofSubject('import-batch', 'whole');
    expect(events.map(({ outcome }) => outcome).sort()).toEqual(['attempted', 'done']);
  });

  test('with a number of another model takes the record, counts the warning and keeps it', async () => {
    const rows = [`ODD-1,police-verified,2026-11-20,iPhone 13,${imeiFrom('3520930812345')}`, `ODD-2,police-verified,2026-11-20,iPhone 13,`];
    await importOf('odd', ['reference,grade,stolen_at,model,imei', ...rows].join('\n'));
    expect(await desk.stores.records.batch('odd')).toMatchObject({ state: 'done', created: 2, rejected: 0, warned: 1 });
    expect((await desk.stores.records.warnings('odd', { limit: 5 })).warnings).toEqual([
      { row: 1, field: 'imei', expected: 'an IMEI of iPhone 13', found: 'the TAC 35209308, which is of Teltonika TM2500' },
    ]);
    desk.announced();
  });

  test('imported again changes nothing and announces nothing', async () => {
    await importOf('first', csvOf('A', 5));
    desk.announced();
    await importOf('again', csvOf('A', 5));
    expect(await desk.stores.records.batch('again')).toMatchObject({ state: 'done', rows: 5, created: 0, changed: 0, unchanged: 5 });
    expect(desk.announced()).toEqual([]);
    expect(await actsOn('A-1')).toEqual(['record-created done first']);
  });

  test('announces the records that it changes', async () => {
    await importOf('old', csvOf('C', 3));
    desk.announced();
    await importOf('new', csvOf('C', 3).replace('C-2,police-verified,2026-11-20,Hackney', 'C-2,police-verified,2026-11-20,Soho'));
    expect(await desk.stores.records.batch('new')).toMatchObject({ created: 0, changed: 1, unchanged: 2 });
    expect(desk.announced()).toEqual(['C-2']);
    expect(await actsOn('C-2')).toEqual(['record-changed done new', 'record-created done old']);
  });

  test('that reports a device as recovered says so beside the record and in the audit, also when delivered twice', async () => {
    const fileOf = (status: string, area: string) =>
      `reference,grade,stolen_at,status,area\nF-1,police-verified,2026-11-20,${status},${area}\n`;
    await importOf('reported', fileOf('stolen', 'Soho'));
    await importOf('found', fileOf('recovered', 'Soho'));
    await desk.deliver('found');
    expect(await desk.stores.records.statusSet('F-1')).toEqual({ at: '2026-11-22T12:00:00.000Z', reason: 'Reported by import found' });
    const rows = await desk.stores.audit.ofSubject('record', 'F-1');
    expect(rows.filter(({ act }) => act === 'record-changed').map(({ detail }) => detail)).toEqual([
      { importBatch: 'found', status: 'recovered' },
    ]);
  });

  test('names the columns it ignored', async () => {
    await importOf('ignoring', 'reference,grade,stolen_at,officer\nI-1,police-verified,2026-11-20,x\n');
    expect(await desk.stores.records.batch('ignoring')).toMatchObject({ state: 'done', ignoredColumns: ['officer'] });
  });

  test('imported once more does not bring back a record that was withdrawn', async () => {
    await importOf('before', csvOf('D', 1));
    await desk.stores.records.setStatus('D-1', 'recovered', 'handed in', '2026-11-22T11:00:00Z');
    desk.announced();
    await importOf('after', csvOf('D', 1));
    await importOf('elsewhere', csvOf('D', 1, 'Soho'));
    expect(await desk.stores.records.get('D-1')).toMatchObject({ status: 'recovered', area: 'Soho' });
  });
});

describe('a file that cannot be taken', () => {
  test('without its required columns fails the batch and says why', async () => {
    await importOf('headless', 'reference,area\nH-1,x\n');
    expect(await desk.stores.records.batch('headless')).toMatchObject({ state: 'failed', rows: 0, created: 0 });
    expect(await desk.rejectsOf('headless')).toEqual([
      '0 file: a header line with the columns reference, grade, stolen_at at least | no grade, stolen_at in: reference, area',
    ]);
  });

  test('with an open quotation mark keeps what came before it', async () => {
    await importOf('open', `${csvOf('O', 2)}O-3,police-verified,2026-11-20,"x\n`);
    expect(await desk.stores.records.batch('open')).toMatchObject({ state: 'failed', rows: 2, created: 2 });
    expect(desk.announced()).toEqual(['O-1', 'O-2']);
  });

  test('that was never uploaded fails at once, and succeeds when it is there and the message comes again', async () => {
    await expect(desk.deliver('absent')).rejects.toThrow('There is no upload imports/absent.csv');
    expect(await desk.stores.records.batch('absent')).toMatchObject({ state: 'failed' });
    expect(await desk.rejectsOf('absent')).toEqual(['0 file: an import that runs to its end | There is no upload imports/absent.csv']);
    await importOf('absent', csvOf('N', 1));
    expect(await desk.stores.records.batch('absent')).toMatchObject({ state: 'done', created: 1 });
  });

  test('for a fault that lasts stays running until its last delivery fails', async () => {
    await desk.upload('faulty', csvOf('F', 1));
    const broken = { matchQueue: { send: async () => Promise.reject(new Error('The queue is away')) } };
    await expect(desk.deliver('faulty', { broken })).rejects.toThrow('The queue is away');
    expect(await desk.stores.records.batch('faulty')).toMatchObject({ state: 'running' });
    await expect(desk.deliver('faulty', { broken, lastAttempt: true })).rejects.toThrow('The queue is away');
    expect(await desk.stores.records.batch('faulty')).toMatchObject({ state: 'failed' });
  });
});

describe('an import that dies half-way', () => {
  /** A function that works `times` times and then fails for ever, as a killed process does. */
  function dyingAfter<Arguments extends unknown[], Result>(times: number, act: (...given: Arguments) => Promise<Result>) {
    let left = times;
    return async (...given: Arguments): Promise<Result> => {
      if (left === 0) throw new Error('killed');
      left -= 1;
      return act(...given);
    };
  }

  test('between writing and announcing announces all of it when delivered again, and counts it once', async () => {
    await desk.upload('unsent', csvOf('U', 120));
    const matchQueue = { send: dyingAfter(1, desk.parts.matchQueue.send) };
    await expect(desk.deliver('unsent', { broken: { matchQueue } })).rejects.toThrow('killed');
    const announcedBefore = desk.announced();
    expect(announcedBefore.length).toBeLessThan(120);

    await desk.deliver('unsent');
    expect(await desk.stores.records.batch('unsent')).toMatchObject({ state: 'done', rows: 120, created: 120, changed: 0, unchanged: 0 });
    expect(new Set([...announcedBefore, ...desk.announced()]).size).toBe(120);
    expect(await actsOn('U-120')).toEqual(['record-created done unsent']);
  });

  test('goes on behind the windows it has saved', async () => {
    await desk.upload('long', csvOf('L', 450));
    // Saved: the beginning, the first window, and no more.
    const records = { ...desk.stores.records, saveBatch: dyingAfter(2, desk.stores.records.saveBatch) };
    // The audit's rows, one a record, are not what this is about and take most of the time.
    const audit = { append: async () => {} };
    await expect(desk.deliver('long', { broken: { records, audit } })).rejects.toThrow('killed');
    expect(await desk.stores.records.batch('long')).toMatchObject({ state: 'running', rows: 400, created: 400 });
    desk.announced();

    await desk.deliver('long');
    expect(await desk.stores.records.batch('long')).toMatchObject({ state: 'done', rows: 450, created: 450, unchanged: 0 });
    expect(desk.announced()).not.toContain('L-400');
  });

  test('and is delivered twice at once counts once', async () => {
    await desk.upload('double', csvOf('T', 40));
    await Promise.all([desk.deliver('double'), desk.deliver('double')]);
    expect(await desk.stores.records.batch('double')).toMatchObject({ state: 'done', rows: 40, created: 40 });
  });

  test('once done is not begun again: a newer file keeps its changes', async () => {
    await importOf('older', csvOf('K', 1));
    await importOf('newer', csvOf('K', 1, 'Soho'));
    desk.announced();
    await desk.deliver('older');
    expect(await desk.stores.records.get('K-1')).toMatchObject({ area: 'Soho' });
    expect(desk.announced()).toEqual([]);
  });
});
