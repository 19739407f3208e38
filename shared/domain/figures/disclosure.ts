/**
 * Which counts may be published: small ones are not, nor any from which a small one follows (docs/decisions, "Small counts stay hidden together").
 *
 * The pattern is that of the Government Statistical Service's guidance on disclosure control for tables from administrative sources: a primary
 * suppression of counts below a threshold, and a secondary one of another part, so that no total minus its shown parts gives the first.
 */

/** Counts from 1 to 4 are not shown. 0 is: that nothing happened is about nobody. */
export const SMALLEST_SHOWN = 5;

/** `fewer`: 1 to 4. `withheld`: not shown because a small count beside it would follow from it; nothing is said of its size. */
export type Shown = { shown: 'count'; count: number } | { shown: 'fewer' } | { shown: 'withheld' };

export interface ShownParts {
  total: Shown;
  /** In the order in which they were given. */
  parts: Shown[];
}

const fewer: Shown = { shown: 'fewer' };
const withheld: Shown = { shown: 'withheld' };

/**
 * What may be shown of parts that add up to one total, each a whole number of 0 or more: `[12, 3, 9]` becomes 24 of `withheld, fewer than 5, 9`.
 *
 * Where a part is small, the first large one in the order of the table is withheld too: a fixed order, since "the smallest that will do" tells a reader who
 * knows the rule how small it is. The two together must leave every value from 1 to 4 possible for each small part; where they do not, and where the
 * total itself is small, no part is shown at all.
 */
export function showParts(counts: readonly number[]): ShownParts {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (isSmall(total)) return { total: fewer, parts: counts.map(() => withheld) };
  const shownTotal: Shown = { shown: 'count', count: total };
  const small = counts.filter(isSmall);
  if (small.length === 0) return { total: shownTotal, parts: counts.map((count) => ({ shown: 'count', count })) };
  const beside = counts.findIndex((count) => count >= SMALLEST_SHOWN);
  const hidden = (counts[beside] ?? 0) + small.reduce((sum, count) => sum + count, 0);
  // One of them may be 4 while the others are 1 and the large one is the smallest of its kind.
  const needed = SMALLEST_SHOWN - 1 + (small.length - 1) + SMALLEST_SHOWN;
  if (beside < 0 || hidden < needed) return { total: shownTotal, parts: counts.map(() => withheld) };
  return {
    total: shownTotal,
    parts: counts.map((count, at) => (isSmall(count) ? fewer : at === beside ? withheld : { shown: 'count', count })),
  };
}

/** One count that is part of nothing else. */
export function showCount(count: number): Shown {
  return isSmall(count) ? fewer : { shown: 'count', count };
}

/** Whether a number may not be shown. */
export function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_SHOWN;
}
