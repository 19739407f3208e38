/** Fields that agree together more often than each by itself: their bits, added up, would count one thing twice. */

import type { LevelEstimate } from './estimate.ts';
import type { LevelReached } from './levels.ts';

export interface Dependence {
  fields: [string, string];
  /** Log-linear interaction, log2 of the odds ratio of agreeing: what adding the two overstates where both agree. */
  bits: number;
  /** Standard error of it, in bits. */
  error: number;
  pairs: number;
  /** In how many of them both would agree by themselves. */
  expected: number;
}

/** Below a bit the sum is off by less than a step of any weight (identifiers.md 8.5). */
const leastBits = 1;
/** A level that says less than this says nothing of both sides: both are silent. */
const leastAgreement = 0.3;
/** Pairs in which both would agree if the two had nothing to do with each other; of fewer nothing can be said. */
const leastExpected = 5;
/** So that one in twenty would be found by chance. */
const leastErrors = 2;

/** Interactions above one bit that chance does not explain, strongest first. A level agrees when it speaks for the pair. */
export function dependences(pairs: readonly (readonly LevelReached[])[], levels: readonly LevelEstimate[]): Dependence[] {
  const speaksFor = new Map(levels.map(({ field, level, bits }) => [`${field}/${level}`, bits > leastAgreement]));
  const fields = [...new Set(levels.map(({ field }) => field))];
  const agreements = pairs.map((pair) => agreementOf(pair, speaksFor));
  return fields
    .flatMap((a, at) => fields.slice(at + 1).map((b) => dependenceOf([a, b], agreements)))
    .filter(({ bits, error, expected }) => expected >= leastExpected && Math.abs(bits) > leastBits && Math.abs(bits) > leastErrors * error)
    .toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits));
}

function agreementOf(pair: readonly LevelReached[], speaksFor: ReadonlyMap<string, boolean>): Map<string, boolean> {
  const agreement = new Map<string, boolean>();
  for (const { field, level } of pair)
    agreement.set(field, (agreement.get(field) ?? false) || (speaksFor.get(`${field}/${level}`) ?? false));
  return agreement;
}

function dependenceOf(fields: [string, string], agreements: readonly ReadonlyMap<string, boolean>[]): Dependence {
  // Half a pair in each cell keeps an empty one from being infinite (Haldane and Anscombe).
  const cells = [0.5, 0.5, 0.5, 0.5];
  for (const agreement of agreements) {
    const [a, b] = [agreement.get(fields[0]), agreement.get(fields[1])];
    if (a === undefined || b === undefined) continue;
    const cell = (a ? 2 : 0) + (b ? 1 : 0);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  const [neither = 1, onlyB = 1, onlyA = 1, both = 1] = cells;
  const total = neither + onlyB + onlyA + both;
  return {
    fields,
    expected: ((both + onlyA) * (both + onlyB)) / total,
    bits: Math.log2((both * neither) / (onlyA * onlyB)),
    error: Math.sqrt(cells.reduce((sum, count) => sum + 1 / count, 0)) / Math.LN2,
    pairs: total - 2,
  };
}
