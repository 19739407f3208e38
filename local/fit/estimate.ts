/** m from pairs that are one device, held to the model in force; u from strangers; bits are log2 m/u. */

import { clamp } from '../../shared/domain/matching/finding.ts';
import type { MatchingModel } from '../../shared/domain/matching/weights.ts';
import { type Field, fieldsOf, type Held } from './fields.ts';
import type { LevelReached } from './levels.ts';

/** Levels reached by one pair, and how many pairs like it it stands for. */
export interface CountedPair {
  levels: readonly LevelReached[];
  weight: number;
  /** Confirmed by a number: fields that depend on how an advert is written count half. */
  byNumber: boolean;
}

export interface LevelEstimate {
  field: string;
  level: string;
  /** Weighted pairs that reached it. */
  pairs: number;
  mBefore: number;
  m: number;
  u: number;
  /** On the average stranger; where the survey counts, a rare value weighs more and a common one less. */
  bitsBefore: number;
  bits: number;
  /** What the model file would hold; undefined for what the other levels leave. */
  number: number | undefined;
  numberBefore: number | undefined;
}

export interface Strangers {
  any: readonly (readonly LevelReached[])[];
  family: readonly (readonly LevelReached[])[];
}

/** The present values are worth as much as so many pairs (identifiers.md 8.5). */
const strength = 20;
/** No level speaks louder than an engraving, however few strangers reached it. */
const farthest = 12;

/** One line a level of every field of which anything is known, and the model with the new numbers. No pairs change nothing. */
export function estimate(
  model: MatchingModel,
  pairs: readonly CountedPair[],
  strangers: Strangers,
): { levels: LevelEstimate[]; model: MatchingModel } {
  const levels: LevelEstimate[] = [];
  let fitted = model;
  for (const field of fieldsOf(model)) {
    const estimated = estimateField(field, pairs, field.withinFamily ? strangers.family : strangers.any);
    levels.push(...estimated);
    if (estimated.some(({ pairs: count }) => count > 0))
      fitted = field.with(
        fitted,
        estimated.flatMap(({ number }) => number ?? []),
      );
  }
  return { levels, model: fitted };
}

function estimateField(field: Field, pairs: readonly CountedPair[], strangers: Strangers['any']): LevelEstimate[] {
  const us = sharesOf(
    field,
    countByLevel(
      field,
      strangers.map((levels) => ({ levels, weight: 1 })),
    ),
  );
  const counts = countByLevel(
    field,
    pairs.map(({ levels, weight, byNumber }) => ({ levels, weight: byNumber && field.damped ? weight / 2 : weight })),
  );
  const total = sum(counts);
  const before = presentShares(field, us);
  const scale = sum(before);
  return field.levels.map(({ name, held }, at) => {
    const [count, u, raw] = [counts[at] ?? 0, us[at] ?? 1, before[at] ?? 0];
    const mBefore = raw / scale;
    const m = (count + strength * mBefore) / (total + strength);
    // Present values need not sum to one: what they are off by goes as pairs come.
    const kept = m * scale ** (strength / (total + strength));
    const bits = Math.log2(kept / u);
    return {
      field: field.name,
      level: name,
      pairs: count,
      mBefore,
      m,
      u,
      bitsBefore: Math.log2(raw / u),
      bits: total === 0 ? Math.log2(raw / u) : bits,
      ...numbersOf(held, total === 0 ? undefined : { m: kept, bits }),
    };
  });
}

function numbersOf(held: Held, estimated: { m: number; bits: number } | undefined): Pick<LevelEstimate, 'number' | 'numberBefore'> {
  switch (held.as) {
    case 'probability':
      return { numberBefore: held.value, number: estimated ? rounded(Math.min(0.99, estimated.m), 3) : held.value };
    case 'bits':
      return {
        numberBefore: held.value,
        number: estimated ? rounded(clamp(estimated.bits, -farthest, held.atMost ?? farthest), 2) : held.value,
      };
    case 'rest':
      return { numberBefore: undefined, number: undefined };
  }
}

/** More digits are more than any of this is known to. */
function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** What the model in force says of the levels of one device, which need not sum to one. */
function presentShares({ levels }: Field, us: readonly number[]): number[] {
  const shares = levels.map(({ held }, at) => {
    if (held.as === 'rest') return 0;
    return held.as === 'probability' ? held.value : (us[at] ?? 1) * 2 ** held.value;
  });
  const left = Math.max(0.01, 1 - sum(shares));
  return shares.map((share, at) => (levels[at]?.held.as === 'rest' ? left : share));
}

function countByLevel({ name, levels }: Field, pairs: readonly { levels: readonly LevelReached[]; weight: number }[]): number[] {
  const counts = levels.map(() => 0);
  for (const pair of pairs) {
    for (const { field, level } of pair.levels) {
      const at = field === name ? levels.findIndex((each) => each.name === level) : -1;
      if (at >= 0) counts[at] = (counts[at] ?? 0) + pair.weight;
    }
  }
  return counts;
}

/** Half a pair more of each: what no stranger did is rare, not impossible. */
function sharesOf({ levels }: Field, counts: readonly number[]): number[] {
  const total = sum(counts) + levels.length / 2;
  return counts.map((count) => (count + 0.5) / total);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
