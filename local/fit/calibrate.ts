/** Two numbers a kind of evidence that make its sums mean what they say: logistic regression on the log-odds. */

import type { EvidenceKind } from '../../shared/domain/match.ts';
import type { MatchingModel } from '../../shared/domain/matching/weights.ts';
import type { Candidate, JudgedListing } from './judged-listing.ts';

export type Calibration = MatchingModel['calibration'];

/** Right and wrong ones that must be there before a kind's calibration moves. */
const fewest = 10;
/** How far slope (from 1) and shift in bits (from 0) may well be off: standard deviations of a normal prior. */
const spread = { slope: 0.3, shift: 2 };
const rounds = 50;
const halvings = 20;

/**
 * `before`: what stands where a kind has too few. `innocentsStandFor`: how many innocent listings of the market each innocent of the set is one
 * of; a set has far more stolen phones than the market, and its share of right ones is corrected by that (King and Zeng 2001).
 */
export function calibrate(listings: readonly JudgedListing[], innocentsStandFor: number, before: Calibration): Calibration {
  const tops = listings.flatMap(({ candidates }) => candidates.slice(0, 1));
  const of = (kind: EvidenceKind) =>
    calibrateKind(
      tops.filter((top) => top.kind === kind),
      innocentsStandFor,
    ) ?? before[kind];
  return { imei: of('imei'), 'partial-imei': of('partial-imei'), description: of('description') };
}

function calibrateKind(tops: readonly Candidate[], innocentsStandFor: number): Line | undefined {
  const right = tops.filter((top) => top.right).length;
  if (right < fewest || tops.length - right < fewest) return undefined;
  const offset = Math.log2(innocentsStandFor);
  let line: Line = { slope: 1, shift: 0 };
  for (let round = 0; round < rounds; round++) line = better(tops, line, newtonStep(tops, line, offset), offset);
  return { slope: Math.round(line.slope * 100) / 100, shift: Math.round(line.shift * 100) / 100 };
}

interface Line {
  slope: number;
  shift: number;
}

/** As much of the step as lowers the loss: far from the end a whole one may overshoot. */
function better(tops: readonly Candidate[], line: Line, step: Line, offset: number): Line {
  const before = lossOf(tops, line, offset);
  for (let part = 1; part > 2 ** -halvings; part /= 2) {
    const moved = { slope: line.slope - part * step.slope, shift: line.shift - part * step.shift };
    if (moved.slope > 0 && lossOf(tops, moved, offset) < before) return moved;
  }
  return line;
}

/** Log loss in nats, with the prior. */
function lossOf(tops: readonly Candidate[], { slope, shift }: Line, offset: number): number {
  const prior = (slope - 1) ** 2 / (2 * spread.slope ** 2) + shift ** 2 / (2 * spread.shift ** 2);
  return tops.reduce((sum, { bits, right }) => {
    const odds = (slope * bits + shift + offset) * (right ? -1 : 1);
    // log1p of a power that overflows is the exponent itself.
    return sum + (odds > 500 ? odds * Math.LN2 : Math.log1p(2 ** odds));
  }, prior);
}

/** Newton's step for the two: slopes of the loss by its curvatures. */
function newtonStep(tops: readonly Candidate[], { slope, shift }: Line, offset: number): Line {
  let [gradientA, gradientB] = [(slope - 1) / spread.slope ** 2, shift / spread.shift ** 2];
  let [aa, ab, bb] = [1 / spread.slope ** 2, 0, 1 / spread.shift ** 2];
  for (const { bits, right } of tops) {
    const p = 1 / (1 + 2 ** -(slope * bits + shift + offset));
    const miss = (p - Number(right)) * Math.LN2;
    const curvature = p * (1 - p) * Math.LN2 ** 2;
    gradientA += miss * bits;
    gradientB += miss;
    aa += curvature * bits * bits;
    ab += curvature * bits;
    bb += curvature;
  }
  const determinant = aa * bb - ab * ab;
  return { slope: (bb * gradientA - ab * gradientB) / determinant, shift: (aa * gradientB - ab * gradientA) / determinant };
}

/** What the calibrated model would say of a candidate. */
export function calibratedProbability({ kind, bits, cap }: Candidate, calibration: Calibration): number {
  const { slope, shift } = calibration[kind];
  return Math.min(cap, 1 / (1 + 2 ** -(slope * bits + shift)));
}
