import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nothingTallied } from '../../../shared/domain/reading-tally.ts';
import { historyOf, judgeScan, type ScanToJudge } from '../../../shared/domain/scan-health.ts';
import { closedScan, itemIds, liveReadings, searchPageResult } from '../../support/scan-fixtures.ts';

const usual = [1, 2, 3, 4].map((hour) => closedScan({ hour, readings: liveReadings(30) }));

function judged(scan: Partial<ScanToJudge>) {
  const forty = [searchPageResult({ itemIds: itemIds(40), cardFields: { title: 40, price: 40 } })];
  return judgeScan({ pages: forty, readings: nothingTallied, history: usual, ...scan });
}

const searched = (seen: number, more: Parameters<typeof searchPageResult>[0] = {}) =>
  searchPageResult({ outcome: seen === 0 ? 'empty' : 'read', itemIds: itemIds(seen), cardFields: { title: seen, price: seen }, ...more });
const probe = (outcome: 'read' | 'unknown' | 'blocked', reason?: string) =>
  searchPageResult({ search: 1, isProbe: true, outcome, ...(reason !== undefined && { reason }) });

describe('a scan', () => {
  it('is healthy when it saw what is usual, and says what', () => {
    expect(judged({})).toEqual({ health: 'healthy', summary: '1 search page read, 40 listings seen.' });
  });

  it('is never healthy when a page was not read, and blocked when one was turned away', () => {
    const outcome = fc.constantFrom('read' as const, 'empty' as const, 'blocked' as const, 'unknown' as const, 'failed' as const);
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1 }), (outcomes) => {
        const { health } = judged({ pages: outcomes.map((each) => searchPageResult({ outcome: each, itemIds: itemIds(40) })) });
        if (outcomes.some((each) => each !== 'read' && each !== 'empty')) expect(health).not.toBe('healthy');
        expect(health === 'blocked').toBe(outcomes.includes('blocked'));
      }),
    );
  });

  it('is blind when no page was read, and tells the answers', () => {
    expect(judged({ pages: [searched(0, { outcome: 'failed', reason: 'HTTP 503' })] })).toEqual({
      health: 'blind',
      summary: '0 search pages read, 0 listings seen. 1 search page not read (HTTP 503).',
    });
  });
});

describe('the number of listings', () => {
  it.each([
    [40, 'healthy'],
    [22, 'healthy'],
    [12, 'degraded'],
    [400, 'degraded'],
  ] as const)('%i, where 40 are usual, is %s', (seen, health) => {
    expect(judged({ pages: [searched(seen)] }).health).toBe(health);
  });

  it('may fall as low as it has been before', () => {
    const thin = [3, 41, 40, 38].map((seen, hour) => closedScan({ hour, seen }));
    expect(judged({ pages: [searched(3)], history: thin }).health).toBe('healthy');
  });

  it('of zero is blindness where there always were some', () => {
    expect(judged({ pages: [searched(0)] })).toMatchObject({ health: 'blind', summary: expect.stringContaining('where 40 are usual') });
  });

  it('of zero is right where there are few, or were none before', () => {
    expect(judged({ pages: [searched(0)], history: [2, 3, 1].map((seen, hour) => closedScan({ hour, seen })) }).health).toBe('healthy');
    expect(judged({ pages: [searched(0)], history: [40, 0, 38].map((seen, hour) => closedScan({ hour, seen })) }).health).toBe('healthy');
    expect(judged({ pages: [searched(0)], history: [] }).health).toBe('healthy');
  });

  it('of zero is only degraded when the known answer was there', () => {
    expect(judged({ pages: [searched(0), probe('read')] }).health).toBe('degraded');
  });

  it('is watched search by search: one of three that fell silent is named', () => {
    const three = [1, 2].map((hour) => {
      const scan = closedScan({ hour, seen: 120 });
      return { ...scan, counts: { ...scan.counts, listingsSeen: 120, bySearch: [40, 40, 40] } };
    });
    const pages = [searched(40), searched(0, { search: 1 }), searched(40, { search: 2 })];
    expect(judged({ pages, history: three as typeof usual })).toMatchObject({
      health: 'degraded',
      summary: expect.stringContaining('0 listings seen by search 2, where 40 are usual'),
    });
  });
});

describe('the known answer', () => {
  it('that is not there makes a scan degraded, whatever else it saw', () => {
    expect(judged({ pages: [searched(40), probe('unknown', 'an empty shell')] })).toMatchObject({
      health: 'degraded',
      summary: expect.stringContaining('The known answer was not there (an empty shell)'),
    });
  });

  it('that is refused makes it blocked', () => {
    expect(judged({ pages: [searched(40), probe('blocked', 'HTTP 403')] }).health).toBe('blocked');
  });
});

describe('fields', () => {
  it('that a redesign emptied on the offers of search pages are named', () => {
    const pages = [searched(40, { cardFields: { title: 40, price: 0 } })];
    expect(judged({ pages })).toMatchObject({
      health: 'degraded',
      summary: expect.stringContaining('The price stands on 0 of 40 offers of the search pages, where 100 % are usual'),
    });
  });

  it('that a redesign emptied on listing pages are named', () => {
    expect(judged({ readings: liveReadings(12, { description: 0 }) })).toMatchObject({
      health: 'degraded',
      summary: expect.stringContaining('The description stands on 0 of 12 listing pages, where 100 % are usual'),
    });
  });

  it('that were seldom there are not missed, and two pages prove nothing', () => {
    const seldom = [closedScan({ hour: 1, readings: liveReadings(30, { location: 3 }) })];
    expect(judged({ readings: liveReadings(30, { location: 0 }), history: seldom }).health).toBe('healthy');
    expect(judged({ readings: liveReadings(2, { description: 0 }) }).health).toBe('healthy');
    expect(judged({ readings: liveReadings(30, { description: 27 }) }).health).toBe('healthy');
  });
});

describe('listing pages', () => {
  const came = (outcomes: Record<string, number>) => judged({ readings: { ...liveReadings(outcomes['live'] ?? 0), outcomes } });

  it.each([
    [{ live: 50, unknown: 1 }, 'healthy'],
    [{ live: 30, unknown: 12 }, 'degraded'],
    [{ live: 1, unknown: 20 }, 'blind'],
    [{ live: 30, failed: 12 }, 'degraded'],
    [{ live: 30, blocked: 12 }, 'blocked'],
    [{ live: 3, gone: 30 }, 'degraded'],
    [{ live: 30, gone: 5 }, 'healthy'],
  ] as const)('that came as %j make it %s', (outcomes, health) => {
    expect(came(outcomes).health).toBe(health);
  });

  it('that contradict themselves far more often than usual make it degraded', () => {
    const contradicted = (count: number) => judged({ readings: { ...liveReadings(40), contradicted: count } });
    expect(contradicted(1).health).toBe('healthy');
    expect(contradicted(20)).toMatchObject({
      health: 'degraded',
      summary: expect.stringContaining('20 of 40 listing pages contradict themselves in title or price'),
    });
  });

  it('in another language make it degraded', () => {
    expect(judged({ readings: { ...liveReadings(10), otherLanguage: 9 } }).health).toBe('degraded');
    expect(judged({ pages: [searched(40, { otherLanguage: 'es' })] })).toMatchObject({
      health: 'degraded',
      summary: expect.stringContaining('(es)'),
    });
  });
});

describe('the history', () => {
  it('is of the newest healthy scans before, of the same definition and no older than a month', () => {
    const now = { ...closedScan({ hour: 20 }), definition: 'a' };
    const before = [
      ...Array.from({ length: 12 }, (_, hour) => ({ ...closedScan({ hour }), definition: 'a' })),
      { ...closedScan({ hour: 13 }), definition: 'b' },
      { ...closedScan({ hour: 14, health: 'blind' }), definition: 'a' },
      { ...closedScan({ hour: 15 }), definition: 'a', openedAt: '2026-10-01T10:00:00Z' },
      { ...closedScan({ hour: 21 }), definition: 'a' },
    ];
    expect(historyOf(now, before).map(({ openedAt }) => new Date(openedAt).getUTCHours())).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  });
});
