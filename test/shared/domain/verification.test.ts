import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Liveness } from '../../../shared/domain/listing.ts';
import { type Look, nextLookAt, removalClaim, standardLadder, whyEscalate } from '../../../shared/domain/verification.ts';

const since = '2026-11-20T10:00:00.000Z';
const hours = (count: number) => new Date(Date.parse(since) + count * 3_600_000).toISOString();

function look(afterHours: number, liveness: Liveness, scanHealth: Look['scanHealth'] = 'healthy'): Look {
  return { at: hours(afterHours), liveness, scanHealth, because: 'made up' };
}

function claim(...looks: Look[]) {
  return removalClaim({ looks, since }, standardLadder);
}

describe('a removal', () => {
  it('is claimed when the listing is gone at two rungs', () => {
    expect(claim(look(1, 'gone'))).toBe('not-known');
    expect(claim(look(1, 'gone'), look(24, 'gone'))).toBe('removed');
    expect(claim(look(1, 'live'), look(24, 'gone'), look(72, 'gone'))).toBe('removed');
    expect(claim(look(1, 'gone'), look(24, 'unknown'), look(72, 'gone'))).toBe('removed');
  });

  it('is not claimed for two looks at one rung', () => {
    expect(claim(look(1, 'gone'), look(2, 'gone'), look(3, 'gone'))).toBe('not-known');
  });

  it.each(['blind', 'blocked', 'not-scanned'] as const)('is not claimed while the source is %s', (health) => {
    expect(claim(look(1, 'gone', health), look(24, 'gone', health), look(72, 'gone', health), look(168, 'gone', health))).toBe('not-known');
    expect(claim(look(1, 'gone'), look(24, 'gone', health))).toBe('not-known');
  });

  it('is taken back when the listing is offered again', () => {
    expect(claim(look(1, 'gone'), look(24, 'gone'), look(72, 'live'))).toBe('returned');
    expect(claim(look(1, 'live'), look(24, 'live'))).toBe('offered');
  });

  const anyLook = fc
    .tuple(
      fc.integer({ min: 60, max: 30_000 }),
      fc.constantFrom<Liveness>('live', 'gone', 'unknown'),
      fc.constantFrom<Look['scanHealth']>('healthy', 'degraded', 'blocked', 'blind', 'not-scanned'),
    )
    .map(([minutes, liveness, scanHealth]) => look(minutes / 60, liveness, scanHealth));
  const anyLooks = fc.array(anyLook, { maxLength: 12 }).map((looks) => looks.sort((a, b) => a.at.localeCompare(b.at)));

  it('is never claimed without two looks that saw it gone, nor with a later one that saw it', () => {
    fc.assert(
      fc.property(anyLooks, (looks) => {
        if (claim(...looks) !== 'removed') return;
        const lastLive = looks.findLastIndex(({ liveness }) => liveness === 'live');
        const gone = looks
          .slice(lastLive + 1)
          .filter(({ liveness, scanHealth }) => liveness === 'gone' && ['healthy', 'degraded'].includes(scanHealth));
        expect(gone.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('is not changed by looks that saw nothing', () => {
    fc.assert(
      fc.property(anyLooks, fc.integer({ min: 60, max: 30_000 }), (looks, minutes) => {
        const more = [...looks, look(minutes / 60, 'unknown')].sort((a, b) => a.at.localeCompare(b.at));
        expect(claim(...more)).toBe(claim(...looks));
      }),
    );
  });
});

describe('the ladder', () => {
  function climb(outcome: (rung: number) => Liveness): Look[] {
    const looks: Look[] = [];
    for (let at = nextLookAt({ looks, since }, standardLadder); at !== undefined; at = nextLookAt({ looks, since }, standardLadder)) {
      if (looks.length > 500) throw new Error('The ladder has no end');
      looks.push({ at, liveness: outcome(looks.length), scanHealth: 'healthy', because: 'made up' });
    }
    return looks;
  }

  it('has looks after 1 hour, 24 hours, 72 hours and 7 days', () => {
    expect(climb(() => 'gone').map(({ at }) => at)).toEqual([hours(1), hours(24), hours(72), hours(168)]);
  });

  it('is climbed to its end by a listing that stays up as well: it may go later', () => {
    expect(climb(() => 'live')).toHaveLength(4);
  });

  it('tries a rung again that saw nothing, and ends for one that is never seen', () => {
    const [first, second, third] = climb((look) => (look === 0 ? 'unknown' : 'gone'));
    expect([first?.at, second?.at, third?.at]).toEqual([hours(1), hours(2), hours(24)]);
    const never = climb(() => 'unknown');
    expect(never.at(-1)?.at).toBe(hours(336));
  });
});

describe('a person', () => {
  const called = (...looks: Look[]) => whyEscalate({ looks, since }, standardLadder);

  it('is called for a listing that is still offered after 72 hours, or offered again, or that nobody could see for a day', () => {
    expect(called(look(1, 'live'), look(24, 'live'))).toBeUndefined();
    expect(called(look(1, 'live'), look(24, 'live'), look(72, 'live'))).toMatch(/still offered/);
    expect(called(look(1, 'gone'), look(24, 'live'))).toMatch(/offered again/);
    expect(called(look(1, 'unknown'), look(24, 'unknown'))).toMatch(/Nobody could see/);
  });

  it('is left in peace while the listing goes as asked', () => {
    expect(called()).toBeUndefined();
    expect(called(look(1, 'gone'), look(24, 'gone'), look(72, 'gone'), look(168, 'gone'))).toBeUndefined();
  });
});
