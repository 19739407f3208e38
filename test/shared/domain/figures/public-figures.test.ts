import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../../../shared/domain/audit-event.ts';
import type { Shown } from '../../../../shared/domain/figures/disclosure.ts';
import { endedQuarter, quarterOf } from '../../../../shared/domain/figures/figure-period.ts';
import { FigureCount, type PublicFigures } from '../../../../shared/domain/figures/public-figures.ts';

const quarter = { from: '2026-10-01', to: '2026-12-31' };
const countedAt = new Date('2027-01-02T00:00:00.000Z');

/** `2026-11-01T10:00:00.000Z` and so many minutes. */
const at = (minutes: number) => new Date(Date.parse('2026-11-01T10:00:00.000Z') + minutes * 60_000).toISOString();

function row(id: string, act: string, minutes: number, rest: Partial<AuditEvent> = {}): AuditEvent {
  return { at: at(minutes), actor: 'a-function', act, subject: { kind: 'case', id }, outcome: 'done', ...rest };
}

const decided = (id: string, code: string, actor: string, minutes: number) => row(id, 'case-decided', minutes, { actor, detail: { code } });

/** From opened to a verified removal; the notice is named after the Case. */
function removed(id: string): AuditEvent[] {
  const noticeId = `N-${id}`;
  const detail = { noticeId, kind: 'removal-notice' };
  return [
    row(id, 'case-opened', 0),
    { ...decided(id, 'confirmed-stolen', 'osei', 10), outcome: 'attempted' },
    decided(id, 'confirmed-stolen', 'osei', 10),
    decided(id, 'confirmed-stolen', 'novak', 20),
    row(id, 'notice-written', 22, { detail: { noticeId } }),
    row(id, 'notice-delivered', 23, { detail }),
    row(id, 'notice-answered', 30, { detail: { noticeId, answer: 'removed' } }),
    row(id, 'listing-looked-at', 90, { detail: { noticeId, liveness: 'gone', scanHealth: 'healthy' } }),
    row(id, 'listing-looked-at', 140, { detail: { noticeId, liveness: 'gone', scanHealth: 'healthy' } }),
    row(id, 'removal-verified', 140, { detail: { noticeId } }),
  ];
}

const many = (count: number, of: (id: string) => AuditEvent[], prefix: string) =>
  Array.from({ length: count }, (_, each) => of(`${prefix}${each}`)).flat();

function figuresOf(rows: readonly AuditEvent[], period = quarter): PublicFigures {
  const count = new FigureCount();
  for (const each of rows) count.add(each);
  return count.figures(period, countedAt);
}

const words = (shown: Shown | undefined) => (shown?.shown === 'count' ? shown.count : shown?.shown);
function partsOf({ figures }: PublicFigures, name: string): Record<string, unknown> {
  const found = figures.find((figure) => figure.name === name);
  return { total: words(found?.total), ...Object.fromEntries((found?.parts ?? []).map((part) => [part.name, words(part.count)])) };
}

describe('figures from the audit', () => {
  it('follow cases from opened to removed', () => {
    const counted = figuresOf(many(12, removed, 'r'));
    expect(partsOf(counted, 'opened')).toEqual({ total: 12 });
    expect(partsOf(counted, 'decided')).toMatchObject({ total: 12, confirmed: 12, waiting: 0, 'not-the-device': 0 });
    expect(partsOf(counted, 'notices')).toEqual({ total: 12, delivered: 12, undeliverable: 0, dropped: 0 });
    expect(partsOf(counted, 'answers')).toMatchObject({ total: 12, removed: 12, refused: 0, none: 0 });
    expect(partsOf(counted, 'removals')).toMatchObject({ total: 12, verified: 12, unseen: 0 });
    expect(counted.times).toContainEqual({ name: 'confirmed-to-removed', medianMinutes: 120, missing: 'none' });
  });

  it('count a case as confirmed when two persons confirmed it and neither took it back', () => {
    const opened = (id: string) => row(id, 'case-opened', 0);
    const first = (id: string) => [opened(id), decided(id, 'confirmed-stolen', 'osei', 1)];
    const both = (id: string) => [...first(id), decided(id, 'confirmed-stolen', 'novak', 2)];
    const sentBack = (id: string) => [...first(id), decided(id, 'not-the-device', 'novak', 2)];
    const tookBack = (id: string) => [...both(id), row(id, 'decision-taken-back', 3, { actor: 'novak' })];
    const refusedWithdrawn = (id: string) => [...both(id), row(id, 'case-closed', 9)];
    const rows = [first, sentBack, tookBack].flatMap((of, each) => many(5, of, `waits${each}-`));
    const counted = figuresOf([...rows, ...many(6, both, 'b'), ...many(5, refusedWithdrawn, 'w')]);
    expect(partsOf(counted, 'decided')).toMatchObject({ confirmed: 11, waiting: 15, 'not-the-device': 0, closed: 0 });
  });

  it('count a confirmation that was revoked as the refusal it became, and the time to its removal all the same', () => {
    const revoked = (id: string) => [...removed(id), row(id, 'confirmation-revoked', 200, { detail: { code: 'not-the-device' } })];
    const counted = figuresOf([...many(12, removed, 'r'), ...many(11, revoked, 'v')]);
    expect(partsOf(counted, 'decided')).toMatchObject({ confirmed: 12, 'not-the-device': 11, waiting: 0 });
    expect(counted.times).toContainEqual({ name: 'confirmed-to-removed', medianMinutes: 120, missing: 'none' });
  });

  it('count refusals by reason, decided in the console or by command, and what was closed undecided', () => {
    const refused = (id: string) => [row(id, 'case-opened', 0), decided(id, 'legitimate-sale', 'osei', 1)];
    const byCommand = (id: string) => [row(id, 'case-released', 0), row(id, 'case-refused', 1, { detail: { reason: 'record-wrong' } })];
    const closed = (id: string) => [row(id, 'case-opened', 0), row(id, 'case-closed', 1)];
    const held = (id: string) => [row(id, 'case-opened', 0), decided(id, 'deconfliction-hold', 'osei', 1)];
    const counted = figuresOf([...many(5, refused, 'a'), ...many(6, byCommand, 'b'), ...many(7, closed, 'c'), ...many(8, held, 'd')]);
    expect(partsOf(counted, 'decided')).toMatchObject({ 'legitimate-sale': 5, 'record-wrong': 6, closed: 7, waiting: 8 });
  });

  it('leave out the copies by which officers are checked, which were never opened', () => {
    const check = (id: string) => [decided(id, 'not-the-device', 'osei', 1)];
    expect(partsOf(figuresOf(many(9, check, 'check')), 'decided')).toMatchObject({ total: 0 });
  });

  it('never take a listing for gone that nobody could see, and say how many those are', () => {
    const look = (id: string, liveness: string, scanHealth: string) => [
      ...removed(id).slice(0, 6),
      row(id, 'listing-looked-at', 90, { detail: { noticeId: `N-${id}`, liveness, scanHealth } }),
    ];
    const counted = figuresOf([
      ...many(5, (id) => look(id, 'unknown', 'blocked'), 'u'),
      ...many(6, (id) => look(id, 'gone', 'blind'), 'g'),
      ...many(7, (id) => look(id, 'live', 'blind'), 'l'),
      ...many(8, (id) => look(id, 'gone', 'healthy'), 'n'),
    ]);
    expect(partsOf(counted, 'removals')).toEqual({
      total: 26,
      unseen: 11,
      offered: 7,
      'not-verified': 8,
      verified: 0,
      'verified-before': 0,
      returned: 0,
    });
    expect(partsOf(counted, 'answers')).toMatchObject({ none: 26 });
  });

  it('count a listing that is back as offered again, not as removed', () => {
    const back = (id: string) => [
      ...removed(id),
      row(id, 'listing-looked-at', 900, { detail: { noticeId: `N-${id}`, liveness: 'live', scanHealth: 'healthy' } }),
      row(`new-${id}`, 'offered-again', 950, { detail: { by: 'record' } }),
    ];
    const counted = figuresOf(many(5, back, 'b'));
    expect(partsOf(counted, 'removals')).toMatchObject({ verified: 0, returned: 5 });
    expect(partsOf(counted, 'offered-again')).toEqual({ total: 5 });
  });

  it('count what platforms declined, what was undeliverable, and recalls by reason with the time they took', () => {
    const declined = (id: string) => [
      ...removed(id).slice(0, 6),
      row(id, 'notice-answered', 40, { detail: { noticeId: `N-${id}`, answer: 'need-more' } }),
      row(id, 'notice-answered', 50, { detail: { noticeId: 'a-reminder', answer: 'refused', reason: 'not-found' } }),
    ];
    const undeliverable = (id: string) => [
      ...removed(id).slice(0, 5),
      row(id, 'notice-undeliverable', 25, { outcome: 'refused', detail: { noticeId: `N-${id}` } }),
    ];
    const recalled = (id: string) => [
      ...removed(id).slice(0, 6),
      row(id, 'recall-written', 61, {
        detail: { noticeId: `R-${id}`, refersTo: `N-${id}`, reason: 'record-recovered', recordStatusChangedAt: at(60) },
      }),
      row(id, 'notice-delivered', 62, { detail: { noticeId: `R-${id}`, kind: 'recall' } }),
      row(id, 'notice-answered', 63, { detail: { noticeId: `R-${id}`, answer: 'removed' } }),
    ];
    const counted = figuresOf([...many(6, declined, 'd'), ...many(5, undeliverable, 'u'), ...many(10, recalled, 'r')]);
    expect(partsOf(counted, 'notices')).toEqual({ total: 21, delivered: 16, undeliverable: 5, dropped: 0 });
    expect(partsOf(counted, 'answers')).toMatchObject({ total: 16, refused: 6, none: 10, removed: 0 });
    expect(partsOf(counted, 'recalls')).toMatchObject({ total: 10, 'record-recovered': 10 });
    expect(counted.times).toContainEqual({ name: 'withdrawn-to-recall', medianMinutes: 1, missing: 'none' });
  });

  it('count each thing in the period in which it happened, and nothing after the period', () => {
    const rows = many(6, removed, 'r');
    expect(partsOf(figuresOf(rows, { from: '2027-01-01', to: '2027-03-31' }), 'decided')).toMatchObject({ total: 0 });
    const later = rows.map((each) => (each.act === 'case-opened' ? each : { ...each, at: each.at.replace('2026-11', '2027-02') }));
    expect(partsOf(figuresOf(later), 'decided')).toMatchObject({ confirmed: 0, waiting: 6 });
    expect(partsOf(figuresOf(later, { from: '2027-01-01', to: '2027-03-31' }), 'decided')).toMatchObject({ confirmed: 6 });
  });

  it('withhold a figure where it and one that is shown would give a small group away', () => {
    const confirmed = (id: string) => removed(id).slice(0, 4);
    const near = figuresOf([...many(12, removed, 'r'), ...many(2, confirmed, 'c')]);
    expect(partsOf(near, 'decided')).toMatchObject({ total: 14, confirmed: 14 });
    expect(partsOf(near, 'notices')).toMatchObject({ total: 'withheld', delivered: 'withheld' });
    expect(near.figures.map(({ name }) => name)).not.toContain('answers');
    const far = figuresOf([...many(12, removed, 'r'), ...many(5, confirmed, 'c')]);
    expect(partsOf(far, 'notices')).toMatchObject({ total: 12, delivered: 12 });
    const older = figuresOf([...many(9, removed, 'r'), { ...row('old', 'case-opened', 0), at: '2026-09-01T00:00:00.000Z' }]);
    expect(partsOf(older, 'decided')).toMatchObject({ total: 10, waiting: 'fewer', confirmed: 'withheld' });
    expect(partsOf(older, 'opened')).toEqual({ total: 'withheld' });
  });

  it('count a removal in the period in which it was verified, and not again when it is looked at later', () => {
    const lookedAgain = (id: string) => [
      ...removed(id),
      row(id, 'listing-looked-at', 90_000, { detail: { noticeId: `N-${id}`, liveness: 'gone', scanHealth: 'healthy' } }),
    ];
    const next = figuresOf(many(6, lookedAgain, 'r'), { from: '2027-01-01', to: '2027-03-31' });
    expect(partsOf(next, 'removals')).toMatchObject({ total: 6, verified: 0, 'verified-before': 6, 'not-verified': 0 });
  });

  it('say nothing of answers when it is not said how many notices were delivered', () => {
    const counted = figuresOf(many(3, removed, 'r'));
    expect(counted.figures.map(({ name }) => name)).not.toContain('answers');
    expect(partsOf(counted, 'opened')).toEqual({ total: 'fewer' });
    expect(counted.times).toContainEqual({ name: 'confirmed-to-removed', missing: 'none' });
  });

  it('are the same in whatever order the rows come, and when they are rebuilt', () => {
    const rows = [
      ...many(7, removed, 'r'),
      ...many(3, (id) => removed(id).slice(0, 4), 'c'),
      ...many(6, (id) => removed(id).slice(0, 3), 'w'),
    ];
    const expected = figuresOf(rows);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(figuresOf(shuffled)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

it('publishes quarters, which do not overlap', () => {
  expect(quarterOf(new Date('2026-11-28T00:30:00.000Z'))).toEqual(quarter);
  expect(quarterOf(new Date('2024-02-29T23:59:59.999Z'))).toEqual({ from: '2024-01-01', to: '2024-03-31' });
  expect(endedQuarter(new Date('2026-01-01T00:00:00.000Z'))).toEqual({ from: '2025-10-01', to: '2025-12-31' });
});
