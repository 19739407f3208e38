import { describe, expect, it } from 'vitest';
import { measure } from '../../bench/cost/measure.ts';
import { nothingUsed } from '../../bench/cost/meter.ts';
import { type Assumptions, auditReadOnce, billOf, total, unitCosts } from '../../bench/cost/model.ts';
import { listPrices, pricesSchema } from '../../bench/cost/prices.ts';
import { hostsNeeded, limits, standardQuotas } from '../../bench/cost/volumes.ts';

const assumptions: Assumptions = {
  secondsBetweenRequests: 10,
  secondsBetweenPhotos: 10,
  answerMs: 700,
  tableCallMs: 5,
  objectCallMs: 40,
  offersPerPage: 40,
  invocationMs: 3,
  drawingMs: 8000,
  deskRequests: 20,
  logBytesPerRun: 400,
  photosPerListing: 6,
  photoMs: 550,
  auditRowMs: 0.05,
  functions: {
    'open-scan': { memoryMb: 512 },
    scan: { memoryMb: 512 },
    read: { memoryMb: 512 },
    see: { memoryMb: 1769, x86: true },
    match: { memoryMb: 1024 },
    review: { memoryMb: 2048, x86: true },
    notify: { memoryMb: 512 },
    deliver: { memoryMb: 1024 },
    verify: { memoryMb: 1024 },
    console: { memoryMb: 1024 },
    figures: { memoryMb: 1024 },
  },
  scanDelaySeconds: 9,
};
const told = { prices: listPrices, assumptions };

describe('the cost model', () => {
  it('bills the wait for a host’s turn, unless the answer takes longer', () => {
    const functions = (changes: Partial<Assumptions>) =>
      billOf({ read: { ...nothingUsed, visits: 1 } }, { ...told, assumptions: { ...assumptions, ...changes } }).functions;
    expect(functions({})).toBeCloseTo(10 * 0.5 * listPrices.lambdaGbSecondArm, 12);
    expect(functions({ secondsBetweenRequests: 0.1 })).toBeCloseTo(0.7 * 0.5 * listPrices.lambdaGbSecondArm, 12);
  });

  it('gives a function the part of a core that its memory buys', () => {
    const seconds = (memoryMb: number) =>
      billOf({ match: { ...nothingUsed, cpuMs: 1000 } }, { ...told, assumptions: { ...assumptions, functions: { match: { memoryMb } } } })
        .functions /
      ((memoryMb / 1024) * listPrices.lambdaGbSecondArm);
    expect(seconds(1769)).toBeCloseTo(1, 6);
    expect(seconds(1769 / 2)).toBeCloseTo(2, 6);
    expect(seconds(3538)).toBeCloseTo(1, 6);
  });

  it('refuses prices that lack one', () => {
    const { readUnit: _, ...rest } = listPrices;
    expect(pricesSchema.safeParse(rest).error?.issues[0]?.path).toEqual(['readUnit']);
  });

  it('shows 100,000 unchanged listings to cost less than ten cents, half a read unit and no write each', async () => {
    const measured = await measure({ pages: 3 });
    const { unchanged, fresh, oneCase, oneRemoval } = unitCosts(measured, told);
    expect(total(unchanged) * 100_000).toBeLessThan(0.1);
    const { listings, used } = measured.unchanged;
    expect(used.read).toEqual(nothingUsed);
    expect((used.scan?.readUnits ?? 0) / listings).toBeLessThan(0.6);
    // The notes of its search pages, and their tally.
    expect(used.scan?.writeUnits).toBeLessThanOrEqual((used.scan?.runs ?? 0) + 1);
    expect([total(fresh) > total(unchanged), total(oneCase) > 0, total(oneRemoval) > 0]).toEqual([true, true, true]);

    const volume = { listingsPerDay: 1e9, shareNew: 0.05, casesPerDay: 20_000, removalsPerDay: 5000 };
    const found = limits(volume, { assumptions, measured, quotas: { ...standardQuotas, readsAtOnce: 20 } });
    expect(found.map(({ use }) => use)).toEqual(found.map(({ use }) => use).toSorted((a, b) => b - a));
  });

  it('counts the days of an audit at least by their partitions, and a busy one by its bytes', () => {
    const units = (casesPerDay: number) => auditReadOnce({ days: 100, casesPerDay }, { rows: 20, bytes: 20 * 512 }, assumptions).readUnits;
    expect([units(0), units(1)]).toEqual([400, 400]);
    // 40 rows of half a kilobyte for each case, eight kilobytes a unit.
    expect(units(1000)).toBeCloseTo((100 * 1000 * 40 * 0.5) / 8, 6);
  });

  it('says how many hosts a volume needs at their pace', () => {
    const volume = { listingsPerDay: 86_400, shareNew: 0.5, casesPerDay: 0, removalsPerDay: 0 };
    expect(hostsNeeded(volume, { ...assumptions, offersPerPage: 1e9 })).toBeCloseTo(5, 3);
  });
});
