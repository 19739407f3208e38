import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseStates } from '../../../shared/domain/case.ts';
import { type CountedCase, DeskCount, shareConfirmed } from '../../../shared/domain/desk-figures.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();
const aCounted = (over: Partial<CountedCase> = {}): CountedCase => ({
  state: 'ready',
  source: 'gumtree',
  evidence: 'imei',
  openedAt: hoursAgo(5),
  ...over,
});

function figuresOf(...items: CountedCase[]) {
  const desk = new DeskCount(now);
  for (const item of items) desk.add(item);
  return desk.figures();
}

describe('the figures of a desk', () => {
  it('count every case in its state, and what waits by its source', () => {
    const { byState, waitingBySource } = figuresOf(
      aCounted(),
      aCounted({ source: 'ebay' }),
      aCounted({ state: 'second-check' }),
      aCounted({ state: 'closed' }),
    );
    expect(byState).toEqual([
      { state: 'ready', count: 2 },
      { state: 'second-check', count: 1 },
      { state: 'closed', count: 1 },
    ]);
    expect(waitingBySource).toEqual([
      { source: 'gumtree', count: 2 },
      { source: 'ebay', count: 1 },
    ]);
  });

  it('count age from when a case was ready, and what is late by its kind of evidence', () => {
    const { age, overdue } = figuresOf(
      aCounted({ openedAt: hoursAgo(900), readyAt: hoursAgo(23) }),
      aCounted({ readyAt: hoursAgo(25) }),
      aCounted({ readyAt: hoursAgo(25), evidence: 'description' }),
      aCounted({ readyAt: hoursAgo(31 * 24), state: 'closed' }),
    );
    expect(age.map(({ count }) => count)).toEqual([1, 2, 0, 0, 0]);
    expect(overdue).toBe(1);
  });

  it('count how often people agreed, without those that could not be told and those on hold', () => {
    const decided = (outcome: CountedCase['outcome'] & string, evidence: CountedCase['evidence'] = 'imei') =>
      aCounted({ state: 'closed', evidence, outcome, decidedAt: hoursAgo(1) });
    const { byEvidence } = figuresOf(
      decided('confirmed-stolen'),
      decided('confirmed-stolen'),
      decided('not-the-device'),
      decided('cannot-tell'),
      decided('needs-information'),
      decided('legitimate-sale', 'description'),
    );
    expect(byEvidence).toEqual([
      { name: 'imei', confirmed: 2, refused: 1, undecided: 1 },
      { name: 'description', confirmed: 0, refused: 1, undecided: 0 },
    ]);
    expect(byEvidence.map(shareConfirmed)).toEqual([2 / 3, 0]);
    expect(shareConfirmed({ name: 'x', confirmed: 0, refused: 0, undecided: 3 })).toBeUndefined();
  });

  it('tell how long decisions took, of the last 90 days', () => {
    const took = (hours: number, ago = 1) =>
      aCounted({ outcome: 'not-the-device', decidedAt: hoursAgo(ago), readyAt: hoursAgo(ago + hours) });
    const { hoursToDecision } = figuresOf(...[1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map((hours) => took(hours)), took(1, 91 * 24));
    expect(hoursToDecision).toEqual({ decisions: 10, median: 5, ninetieth: 9 });
    expect(figuresOf(aCounted()).hoursToDecision).toBeUndefined();
  });

  it('lose no case, whatever they are and in whatever order they come', () => {
    const item = fc.record({
      state: fc.constantFrom(...caseStates),
      source: fc.constantFrom('gumtree', 'ebay'),
      evidence: fc.constantFrom('imei' as const, 'partial-imei' as const, 'description' as const),
      openedAt: fc.date({ min: new Date('2020-01-01'), max: now, noInvalidDate: true }).map((date) => date.toISOString()),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), (items) => {
        const { byState, age, waitingBySource } = figuresOf(...items);
        const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
        const waiting = items.filter(({ state }) => state === 'ready' || state === 'second-check').length;
        expect([sum(byState), sum(age), sum(waitingBySource)]).toEqual([items.length, waiting, waiting]);
      }),
    );
  });
});
