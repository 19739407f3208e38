import { describe, expect, it } from 'vitest';
import { minutesAfterBlock, patienceMinutes, sourceHealth } from '../../../shared/domain/source-health.ts';
import { closedScan } from '../../support/scan-fixtures.ts';

const source = { name: 'Larder Lane', everyMinutes: 60, now: new Date('2026-11-22T12:00:00Z') };

describe('the message about a source', () => {
  it('says that it was not scanned yet, or that it sees', () => {
    expect(sourceHealth([], source)).toMatchObject({ health: 'not-scanned', message: 'Larder Lane has not been scanned yet.' });
    expect(sourceHealth([closedScan({ hour: 11 })], source)).toEqual({
      health: 'healthy',
      isLasting: false,
      message: 'Larder Lane sees what it should. 1 search page read.',
    });
  });

  it('says since when, why and until when it is left alone, and what to do about a block at once', () => {
    const blocked = {
      ...closedScan({ hour: 11, health: 'blocked' }),
      summary: '1 search page not read (HTTP 403).',
      resumesAt: '2026-11-22T13:00:00Z',
    };
    expect(sourceHealth([blocked, closedScan({ hour: 10 })], source)).toEqual({
      health: 'blocked',
      since: '2026-11-22T11:00:00Z',
      isLasting: false,
      message:
        'Larder Lane is turned away by the platform: 1 search page not read (HTTP 403). So since 22 Nov 11:00 UTC. It is left alone until 22 Nov 13:00 UTC. ' +
        'No listing counts as missing meanwhile. Talk to the platform or lower the pace; nothing gets round it by itself.',
    });
  });

  it('says of a paused source since when, by whom and why, whatever the last scan saw, until the pause is over', () => {
    const pause = { source: 'larder-lane', since: '2026-11-22T11:00:00Z', reason: 'The platform asked.', by: 'Ama Osei' };
    const healthy = [closedScan({ hour: 10 })];
    expect(sourceHealth(healthy, { ...source, pause })).toEqual({
      health: 'paused',
      since: '2026-11-22T11:00:00Z',
      isLasting: false,
      message:
        'Larder Lane has been paused since 22 Nov 11:00 UTC by Ama Osei: The platform asked. It is not scanned until somebody resumes it. ' +
        'What is offered there meanwhile is not seen, and no listing counts as missing.',
    });
    const ending = { ...pause, since: '2026-11-22T09:00:00Z', until: '2026-11-22T13:00:00Z' };
    expect(sourceHealth([], { ...source, pause: ending })).toMatchObject({
      isLasting: true,
      message: expect.stringContaining('It is scanned again from 22 Nov 13:00 UTC on.'),
    });
    expect(sourceHealth(healthy, { ...source, pause: { ...ending, until: '2026-11-22T12:00:00Z' } }).health).toBe('healthy');
  });

  it('says what the scan under way waits for, beside what the last one saw, and not once the time is over', () => {
    const waits = { until: '2026-11-22T12:10:00Z', why: 'robots.txt of market.example: HTTP 500' };
    const open = { id: 'market~2026-11-22T11:59:00Z', source: 'market', openedAt: '2026-11-22T11:59:00Z', waits };
    expect(sourceHealth([open, closedScan({ hour: 11 })], source)).toEqual({
      health: 'healthy',
      isLasting: false,
      waits,
      message:
        'Larder Lane sees what it should. 1 search page read. The scan under way waits until 22 Nov 12:10 UTC: robots.txt of market.example: HTTP 500. ' +
        'Until then nobody asks again.',
    });
    expect(sourceHealth([open, closedScan({ hour: 11 })], { ...source, now: new Date(waits.until) }).waits).toBeUndefined();
  });

  it('says that no scan has ended for three intervals, though the last one was healthy', () => {
    expect(sourceHealth([closedScan({ hour: 9 })], source)).toEqual({
      health: 'healthy',
      isLasting: true,
      message: 'Larder Lane saw what it should. 1 search page read. No scan has ended since the one of 22 Nov 09:00 UTC.',
    });
    expect(sourceHealth([closedScan({ hour: 10 })], source).isLasting).toBe(false);
  });

  it('calls trouble lasting after three intervals, and three hours at least, without a healthy scan', () => {
    const scans = [11, 10, 9].map((hour) => closedScan({ hour, health: 'degraded' }));
    expect(sourceHealth([...scans, closedScan({ hour: 8 })], source)).toMatchObject({ since: '2026-11-22T09:00:00Z', isLasting: true });
    expect(sourceHealth([...scans.slice(0, 2), closedScan({ hour: 8 })], source).isLasting).toBe(false);
    expect([patienceMinutes(1), patienceMinutes(60), patienceMinutes(1440)]).toEqual([180, 180, 4320]);
  });
});

it('a source that turned us away rests for its interval, then twice, four times as long, at most a day', () => {
  expect([1, 2, 3, 12].map((inARow) => minutesAfterBlock(60, inARow))).toEqual([60, 120, 240, 1440]);
  expect(minutesAfterBlock(1, 1)).toBe(1);
});
