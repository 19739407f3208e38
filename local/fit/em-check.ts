/**
 * Expectation maximisation, as a check and nothing else: free it runs away and puts the share of matches more than twice too high. Here u and
 * the share of matches are fixed and pairs that are known to be one device are pinned; a level where it still lands far from the estimate deserves a look.
 */

import type { LevelEstimate } from './estimate.ts';
import type { LevelReached } from './levels.ts';

interface Question {
  /** Known to be one device. */
  pinned: readonly (readonly LevelReached[])[];
  /** Pairs of which nothing is known. */
  open: readonly (readonly LevelReached[])[];
  /** Share of the open pairs that are one device. */
  share: number;
  estimates: readonly LevelEstimate[];
}

const rounds = 30;

/** m of each level (`field/level`) where it comes to rest. */
export function emCheck({ pinned, open, share, estimates }: Question): Map<string, number> {
  const u = new Map(estimates.map((each) => [keyOf(each), each.u]));
  let m = new Map(estimates.map((each) => [keyOf(each), each.m]));
  const start = Math.log2(share / (1 - share));
  for (let round = 0; round < rounds; round++) {
    const counts = new Map<string, number>();
    const count = (levels: readonly LevelReached[], weight: number) => {
      for (const level of levels) counts.set(keyOf(level), (counts.get(keyOf(level)) ?? 0) + weight);
    };
    for (const levels of pinned) count(levels, 1);
    for (const levels of open) {
      const bits = levels.reduce((sum, level) => sum + Math.log2((m.get(keyOf(level)) ?? 1) / (u.get(keyOf(level)) ?? 1)), start);
      count(levels, 1 / (1 + 2 ** -bits));
    }
    m = sharesOf(counts, estimates);
  }
  return m;
}

/** Within each field; half a pair more of each, so that nothing becomes impossible. */
function sharesOf(counts: ReadonlyMap<string, number>, estimates: readonly LevelEstimate[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const each of estimates) totals.set(each.field, (totals.get(each.field) ?? 0) + (counts.get(keyOf(each)) ?? 0) + 0.5);
  return new Map(estimates.map((each) => [keyOf(each), ((counts.get(keyOf(each)) ?? 0) + 0.5) / (totals.get(each.field) ?? 1)]));
}

export function keyOf({ field, level }: LevelReached): string {
  return `${field}/${level}`;
}
