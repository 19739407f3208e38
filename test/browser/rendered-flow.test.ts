import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queuedPairs } from '../support/flow-expectations.ts';
import { type FlowMachine, startFlowMachine } from '../support/flow-machine.ts';
import { sampleRecords } from '../support/sample-records.ts';

describe('a source whose listing pages a browser has to draw', () => {
  let machine: FlowMachine;

  beforeAll(async () => {
    machine = await startFlowMachine({ searchPages: 1, sites: ['pennyfield-live'] });
    await machine.importRecords(sampleRecords);
    await machine.scan(0);
  });
  afterAll(() => machine.stop());

  it('is read through the queue of its own', async () => {
    const { listings, scans } = machine.stores;
    expect(await listings.revision({ source: 'pennyfield-live', itemId: '1400000102' }, 1)).toMatchObject({
      title: 'Fairphone 4 128GB grey',
      price: { amount: 190, currency: 'GBP' },
      description: 'Two owners, new battery, no scratches worth a word.',
    });
    expect((await scans.recent('pennyfield-live', 1))[0]).toMatchObject({ health: 'healthy', counts: { listingsSeen: 4 } });
  });

  it('loads no photos and no fonts', () => {
    expect(machine.marketplace.requests.count('photo')).toBe(0);
  });

  it('leads to the same cases', async () => {
    expect(await queuedPairs(machine)).toEqual([expect.stringContaining('1400000103')]);
  });
});
