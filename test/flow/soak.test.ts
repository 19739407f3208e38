import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { soak } from '../../soak/soak.ts';

const recordsFile = fileURLToPath(new URL('../../local/sample/records.csv', import.meta.url));

describe('hours of a marketplace in which everything goes wrong', () => {
  it('leave every listing accounted for, no case twice, nothing falsely gone, and memory as it was', async () => {
    const { verdict, counts, hours } = await soak({ hours: 3, pages: 1, seed: 4, atOnce: 4, recordsFile, hourPassed: () => {} });
    expect(verdict).toEqual({ lost: [], falselyGone: [], twice: [], missed: [], false: [], unfinished: [] });
    expect(Math.min(counts.crashes, counts.throttled, counts.handedOutTwice, counts.cases, counts.listings)).toBeGreaterThan(0);
    const [first, last] = [hours[0]?.heapMb ?? 0, hours.at(-1)?.heapMb ?? 0];
    expect(last).toBeLessThan(first * 1.5);
  });
});
