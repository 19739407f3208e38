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
  // Levels by number: thirty rounds over a hundred thousand pairs are otherwise minutes of looking up names.
  const numbers = new Map(estimates.map((each, number) => [keyOf(each), number]));
  const numbered = (pairs: Question['open']) => pairs.map((levels) => levels.flatMap((level) => numbers.get(keyOf(level)) ?? []));
  const [known, unknown] = [numbered(pinned), numbered(open)];
  const start = Math.log2(share / (1 - share));
  let m = estimates.map((each) => each.m);
  for (let round = 0; round < rounds; round++) {
    const bits = estimates.map(({ u }, level) => Math.log2((m[level] ?? 1) / u));
    const counts = estimates.map(() => 0);
    for (const levels of known) count(levels, 1, counts);
    for (const levels of unknown) {
      let odds = start;
      for (const level of levels) odds += bits[level] ?? 0;
      count(levels, 1 / (1 + 2 ** -odds), counts);
    }
    m = sharesOf(counts, estimates);
  }
  return new Map(estimates.map((each, level) => [keyOf(each), m[level] ?? 0]));
}

function count(levels: readonly number[], weight: number, counts: number[]): void {
  for (const level of levels) counts[level] = (counts[level] ?? 0) + weight;
}

/** Within each field; half a pair more of each, so that nothing becomes impossible. */
function sharesOf(counts: readonly number[], estimates: readonly LevelEstimate[]): number[] {
  const totals = new Map<string, number>();
  for (const [level, { field }] of estimates.entries()) totals.set(field, (totals.get(field) ?? 0) + (counts[level] ?? 0) + 0.5);
  return estimates.map(({ field }, level) => ((counts[level] ?? 0) + 0.5) / (totals.get(field) ?? 1));
}

export function keyOf({ field, level }: LevelReached): string {
  return `${field}/${level}`;
}
