/** A line of evidence before it is put into words: thousands are weighed for each one that is read. */

import type { Evidence } from '../match.ts';

export type Finding = Omit<Evidence, 'sentence'> & {
  /** The share of strangers' phones that would agree likewise, between 0 and 1; told in the sentence and kept nowhere else. */
  byChance?: number;
};

/** Weight of an agreement in bits: log2 of how much likelier it is for the same phone than by chance. */
export function bitsOf(agreesGivenSame: number, agreesByChance: number): number {
  return Math.log2(agreesGivenSame / Math.max(agreesByChance, 1e-9));
}

/** An agreement, with how many strangers would agree likewise. */
export function agreement(agreesGivenSame: number, agreesByChance: number): Pick<Finding, 'bits' | 'byChance'> {
  return { bits: bitsOf(agreesGivenSame, agreesByChance), byChance: agreesByChance };
}

/** Within the bounds, both included. */
export function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, value));
}

/** What several lines come to together. */
export function sumOfBits(lines: Pick<Finding, 'bits'>[]): number {
  return lines.reduce((sum, line) => sum + line.bits, 0);
}

/** log2 of the sum of 2^each, without overflow: what the odds of several candidates come to together. */
export function bitsSum(bits: number[]): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of bits) highest = Math.max(highest, value);
  if (highest === Number.NEGATIVE_INFINITY) return highest;
  return highest + Math.log2(bits.reduce((sum, value) => sum + 2 ** (value - highest), 0));
}
