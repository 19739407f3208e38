import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { withdraw } from '../../../functions/records/withdraw.ts';
import type { RecordsDesk } from '../../support/records-desk.ts';
import { openRecordsDesk } from '../../support/records-desk.ts';
import { stolenRecord } from '../../support/written-records.ts';

// The embedded services share the machine with whatever else runs.
vi.setConfig({ testTimeout: 30_000 });

let desk: RecordsDesk;
beforeAll(async () => {
  desk = await openRecordsDesk();
}, 30_000);
afterAll(() => desk.stop());
beforeEach(() => void desk.announced());

function request(reference: string) {
  return { type: 'withdraw', reference, status: 'recovered', reason: 'handed in', actor: 'pc-4217' } as const;
}

async function actsOn(reference: string): Promise<string[]> {
  const events = await desk.stores.audit.ofSubject('record', reference);
  return events.map(({ actor, act, outcome, detail }) => `${actor} ${act} ${outcome} ${detail?.['status']}`).sort();
}

test('a withdrawn record has its status, is announced to matching and audited', async () => {
  await desk.stores.records.upsert([stolenRecord({ reference: 'W-1' })], { id: 'b', at: '2026-11-22T12:00:00.000Z' });
  await withdraw(request('W-1'), desk.parts);
  expect(await desk.stores.records.get('W-1')).toEqual(stolenRecord({ reference: 'W-1', status: 'recovered' }));
  expect(desk.announced()).toEqual(['W-1']);
  expect(await actsOn('W-1')).toEqual(['pc-4217 record-withdrawn attempted recovered', 'pc-4217 record-withdrawn done recovered']);
});

test('a withdrawal that died before it was announced is announced by the next delivery', async () => {
  await desk.stores.records.upsert([stolenRecord({ reference: 'W-2' })], { id: 'b', at: '2026-11-22T12:00:00.000Z' });
  const matchQueue = { send: async () => Promise.reject(new Error('killed')) };
  await expect(withdraw(request('W-2'), { ...desk.parts, matchQueue })).rejects.toThrow('killed');
  await withdraw(request('W-2'), desk.parts);
  expect(desk.announced()).toEqual(['W-2']);
});

test('a reference that does not exist is refused and audited as that', async () => {
  await expect(withdraw(request('W-0'), desk.parts)).rejects.toThrow('There is no record with the reference that was to be withdrawn');
  expect(desk.announced()).toEqual([]);
  expect(await actsOn('W-0')).toEqual(['pc-4217 record-withdrawn attempted recovered', 'pc-4217 record-withdrawn refused recovered']);
});
