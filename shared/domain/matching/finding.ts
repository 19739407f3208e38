/** A line of evidence before it is put into words: thousands are weighed for each one that is read. */

import type { Evidence } from '../match.ts';

export type Finding = Omit<Evidence, 'sentence'>;

/** Both sides of a comparison of descriptions, and what chance makes of them. */
export function bitsOf(agreesGivenSame: number, agreesByChance: number): number {
  return Math.log2(agreesGivenSame / Math.max(agreesByChance, 1e-9));
}

export function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, value));
}

export function sumOfBits(lines: Pick<Finding, 'bits'>[]): number {
  return lines.reduce((sum, line) => sum + line.bits, 0);
}
