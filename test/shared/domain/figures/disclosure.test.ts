import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Shown, SMALLEST_SHOWN, showCount, showParts } from '../../../../shared/domain/figures/disclosure.ts';

const words = (shown: Shown) => (shown.shown === 'count' ? shown.count : shown.shown);
const shownOf = (counts: readonly number[]) => {
  const { total, parts } = showParts(counts);
  return { total: words(total), parts: parts.map(words) };
};

describe('parts of a total', () => {
  it('are shown where none of them is small, zeros included', () => {
    expect(shownOf([12, 0, 5])).toEqual({ total: 17, parts: [12, 0, 5] });
    expect(shownOf([0, 0])).toEqual({ total: 0, parts: [0, 0] });
  });

  it('lose the small one and the first large one beside it', () => {
    expect(shownOf([0, 12, 3, 9])).toEqual({ total: 24, parts: [0, 'withheld', 'fewer', 9] });
  });

  it('are not shown at all where the large one beside it would not protect it', () => {
    expect(shownOf([5, 3])).toEqual({ total: 8, parts: ['withheld', 'withheld'] });
    expect(shownOf([4, 4, 0])).toEqual({ total: 8, parts: ['withheld', 'withheld', 'withheld'] });
  });

  it('are not shown where there are fewer than five in all', () => {
    expect(shownOf([3, 0])).toEqual({ total: 'fewer', parts: ['withheld', 'withheld'] });
    expect([showCount(0), showCount(4), showCount(5)].map(words)).toEqual([0, 'fewer', 5]);
  });

  /** Every table of up to four parts is published; a reader knows the rule and all tables that would look the same. */
  it.each([2, 3, 4])('give nothing small away to a reader who knows the rule and tries every table of %i parts', (width) => {
    const most = width === 4 ? 10 : 16;
    const alike = new Map<string, number[][]>();
    for (const counts of tablesOf(width, most)) {
      const key = JSON.stringify(shownOf(counts));
      alike.set(key, [...(alike.get(key) ?? []), counts]);
    }
    for (const [key, tables] of alike) {
      // Beyond the largest that were tried there are others that look the same.
      if (tables.some((counts) => counts.some((count) => count === most))) continue;
      const { parts } = JSON.parse(key) as ReturnType<typeof shownOf>;
      parts.forEach((part, at) => {
        const possible = new Set(tables.map((counts) => counts[at]));
        if (part === 'fewer') expect([...possible].sort(), key).toEqual([1, 2, 3, 4]);
        if (part === 'withheld') expect(possible.size, key).toBeGreaterThan(1);
      });
    }
  });

  it('never show a small count, and what is hidden adds up to a small one nowhere', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(9), fc.nat(500)), { minLength: 1, maxLength: 9 }), (counts) => {
        const { total, parts } = showParts(counts);
        const shown = [total, ...parts].flatMap((each) => (each.shown === 'count' ? each.count : []));
        expect(shown.every((count) => count === 0 || count >= SMALLEST_SHOWN)).toBe(true);
        if (total.shown !== 'count') return;
        const rest = total.count - parts.reduce((sum, each) => sum + (each.shown === 'count' ? each.count : 0), 0);
        expect(rest === 0 || rest >= SMALLEST_SHOWN).toBe(true);
        // One part alone could be worked out.
        expect(parts.filter((each) => each.shown !== 'count')).not.toHaveLength(1);
      }),
    );
  });
});

function* tablesOf(width: number, most: number): Generator<number[]> {
  if (width === 0) yield [];
  else for (const rest of tablesOf(width - 1, most)) for (let count = 0; count <= most; count += 1) yield [count, ...rest];
}
