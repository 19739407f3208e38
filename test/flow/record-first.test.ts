import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedPlainPairs, forbiddenPairs, queuedPairs } from '../support/flow-expectations.ts';
import { type FlowMachine, startFlowMachine } from '../support/flow-machine.ts';
import { sampleRecords } from '../support/sample-records.ts';

describe('a stolen record, and then a listing of the device', () => {
  let machine: FlowMachine;

  beforeAll(async () => {
    machine = await startFlowMachine({ searchPages: 2 });
    await machine.importRecords(sampleRecords);
    await machine.scan(0);
  });
  afterAll(() => machine.stop());

  it('become a case for every number that is written plainly', async () => {
    const expected = await expectedPlainPairs(machine);
    expect(expected.length).toBeGreaterThan(3);
    expect(await queuedPairs(machine)).toEqual(expect.arrayContaining(expected));
  });

  it('become no case where the truth forbids one', async () => {
    const forbidden = forbiddenPairs(machine);
    expect((await queuedPairs(machine)).filter((pair) => forbidden.has(pair))).toEqual([]);
  });

  it('leave evidence and an audit trail with each case', async () => {
    const { cases } = await machine.stores.cases.queue({ team: 'default', state: 'ready', limit: 1 });
    const [first] = cases;
    expect(first?.page).toMatchObject({ outcome: 'listing', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const events = await machine.stores.audit.ofSubject('case', first?.id ?? '');
    const acts = events.map(({ act, outcome }) => `${act} ${outcome}`);
    expect(acts.slice(0, 2)).toEqual(['case-opened attempted', 'case-opened done']);
    // The page, its pictures and, where a number was read on one of them, that photo.
    expect(acts.length).toBeGreaterThanOrEqual(4);
    expect(new Set(acts.slice(2))).toEqual(new Set(['evidence-captured done']));
  });

  it('are healthy scans that say what they saw', async () => {
    for (const { id } of machine.sources) {
      const [scan] = await machine.stores.scans.recent(id, 1);
      expect(scan).toMatchObject({ health: 'healthy', counts: { searchPages: 2, unchanged: 0, missing: 0 } });
    }
  });

  it('fetch no listing page when scanned again unchanged, and queue nothing twice', async () => {
    const before = await queuedPairs(machine);
    const pagesBefore = machine.marketplace.requests.count('listing');
    await machine.scan(1);
    expect(machine.marketplace.requests.count('listing') - pagesBefore).toBeLessThanOrEqual(await changedSince(machine));
    expect(await queuedPairs(machine)).toEqual(before);
  });
});

/** The catalogue may change by the minute while the test runs; then exactly the changed ones are fetched. */
async function changedSince({ stores, sources }: FlowMachine): Promise<number> {
  const scans = await Promise.all(sources.map(async ({ id }) => (await stores.scans.recent(id, 1))[0]));
  return scans.reduce((total, scan) => total + (scan?.counts?.fresh ?? 0) + (scan?.counts?.changed ?? 0) + (scan?.counts?.missing ?? 0), 0);
}
