import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCases } from '../../local/commands/cases-command.ts';
import type { RecordsRequest } from '../../shared/messages.ts';
import { expectedPlainPairs, queuedPairs } from '../support/flow-expectations.ts';
import { type FlowMachine, startFlowMachine } from '../support/flow-machine.ts';
import { sampleRecords } from '../support/sample-records.ts';

describe('a listing, and then the stolen record of the device', () => {
  let machine: FlowMachine;

  beforeAll(async () => {
    machine = await startFlowMachine({ searchPages: 2 });
    await machine.scan(0);
  });
  afterAll(() => machine.stop());

  it('are no case before the record arrives', async () => {
    expect(await queuedPairs(machine)).toEqual([]);
  });

  it('become the same cases as in the other order', async () => {
    await machine.importRecords(sampleRecords);
    const expected = await expectedPlainPairs(machine);
    expect(expected.length).toBeGreaterThan(3);
    expect(await queuedPairs(machine)).toEqual(expect.arrayContaining(expected));
  });

  it('change nothing when the records are imported again', async () => {
    const before = await listCases(machine.stores, 'ready', 1000);
    await machine.importRecords(sampleRecords);
    expect(await listCases(machine.stores, 'ready', 1000)).toEqual(before);
  });

  it('are closed when the record is withdrawn', async () => {
    const [first] = await listCases(machine.stores, 'ready', 1);
    const reference = first?.match.recordReference ?? '';
    const body: RecordsRequest = { type: 'withdraw', reference, status: 'recovered', reason: 'Handed in at the desk', actor: 'desk' };
    await machine.stores.recordsQueue.send([{ body }]);
    await machine.settle();
    expect(await machine.stores.cases.get(first?.id ?? '')).toMatchObject({
      state: 'closed',
      closedBecause: 'The record was marked as recovered.',
    });
  });
});
