import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waterfallOf } from '../../../functions/console/waterfall.ts';

describe('waterfallOf', () => {
  it('begins each bar where the one before it ended', () => {
    expect(waterfallOf([{ bits: -10 }, { bits: 20 }, { bits: -5 }])).toEqual({
      bars: [
        { from: 2, width: 48, end: 2, speaks: 'against' },
        { from: 2, width: 96, end: 98, speaks: 'for' },
        { from: 74, width: 24, end: 74, speaks: 'against' },
      ],
      total: { from: 50, width: 24, end: 74, speaks: 'total' },
      zero: 50,
    });
  });

  it('draws a sliver for a line of no weight', () => {
    expect(waterfallOf([{ bits: 0 }]).bars).toEqual([{ from: 2, width: 0.6, end: 2, speaks: 'for' }]);
  });

  it('stays inside the chart and ends at the total', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: -60, max: 60, noNaN: true }), { minLength: 1, maxLength: 12 }), (weights) => {
        const { bars, total } = waterfallOf(weights.map((bits) => ({ bits })));
        for (const { from, width } of [...bars, total]) {
          expect(from).toBeGreaterThanOrEqual(2);
          expect(from + width).toBeLessThanOrEqual(98.8);
        }
        expect(bars.at(-1)?.end).toBe(total.end);
      }),
    );
  });
});
