import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCases } from '../../local/commands/cases-command.ts';
import { deadLettersOf } from '../../local/commands/summary.ts';
import { expectedPlainPairs, queuedPairs } from '../support/flow-expectations.ts';
import { type FlowMachine, startFlowMachine } from '../support/flow-machine.ts';
import { sampleRecords } from '../support/sample-records.ts';

describe('every message delivered twice', () => {
  let machine: FlowMachine;

  beforeAll(async () => {
    machine = await startFlowMachine({ searchPages: 2, deliverTwice: true });
    await machine.importRecords(sampleRecords);
    await machine.scan(0);
  });
  afterAll(() => machine.stop());

  it('makes each case once', async () => {
    const pairs = await queuedPairs(machine);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(pairs).toEqual(expect.arrayContaining(await expectedPlainPairs(machine)));
  });

  it('makes one revision of each listing', async () => {
    for (const { listing } of await listCases(machine.stores, 'ready', 1000)) {
      expect((await machine.stores.listings.revisions(listing)).map(({ number }) => number)).toEqual([1]);
    }
  });

  it('counts every record and every listing once', async () => {
    const [batch] = await machine.stores.records.recentBatches(1);
    expect(batch).toMatchObject({ state: 'done', rows: 500, created: 500, changed: 0, unchanged: 0 });
    for (const { id } of machine.sources) {
      const [scan] = await machine.stores.scans.recent(id, 1);
      expect(scan?.counts?.fresh).toBe(scan?.counts?.listingsSeen);
    }
  });

  it('parks nothing', async () => {
    expect(Object.entries(await deadLettersOf(machine.stores)).filter(([, parked]) => parked > 0)).toEqual([]);
  });
});
