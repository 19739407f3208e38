/** How well a model's probabilities did on listings whose truth is known. */

import type { EvidenceKind } from '../../shared/domain/match.ts';
import { calibrationOf, type Calibration as Reliability } from '../measure/calibration.ts';
import { type Calibration, calibratedProbability } from './calibrate.ts';
import type { JudgedListing } from './judged-listing.ts';

/** A listing with the probability of each of its candidates. */
export interface Claimed {
  innocent: boolean;
  claims: { kind: EvidenceKind; probability: number; right: boolean }[];
}

export interface Judgement {
  /** Of the ranking of listings by the probability of their first candidate, as the review queue ranks them. */
  averagePrecision: number;
  /** Mean of -ln of the probability given to what was so: this record, or none of them. */
  logLoss: number;
  /** Mean squared distance from what was so, over the candidates (Brier 1950). */
  brier: number;
  /** Whether first candidates are right as often as they say, in all and by the kind of their evidence. */
  first: Record<EvidenceKind | 'all', Reliability & { right: number; wrong: number }>;
}

/** In the order of their probability, which a calibration by kind may change. */
export function claimsOf({ innocent, candidates }: JudgedListing, calibration: Calibration): Claimed {
  const claims = candidates.map((candidate) => ({
    kind: candidate.kind,
    right: candidate.right,
    probability: calibratedProbability(candidate, calibration),
  }));
  return { innocent, claims: claims.toSorted((a, b) => b.probability - a.probability) };
}

/** No single listing costs more than 1 in 1,000 would. */
const leastProbability = 0.001;

/** `innocentsStandFor`: how many innocent listings of the market each innocent one here is one of. */
export function judge(listings: readonly Claimed[], innocentsStandFor: number): Judgement {
  const weighted = listings.map((listing) => ({ ...listing, weight: listing.innocent ? innocentsStandFor : 1 }));
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (measure: (listing: Claimed) => number) =>
    weighted.reduce((sum, listing) => sum + listing.weight * measure(listing), 0) / Math.max(1, total);
  const firsts = weighted.flatMap(({ claims: [first], weight }) =>
    first ? { kind: first.kind, confidence: first.probability, right: first.right, weight } : [],
  );
  const of = (kind: EvidenceKind | 'all') => {
    const judged = firsts.filter((first) => kind === 'all' || first.kind === kind);
    const right = judged.filter((first) => first.right).length;
    return { ...calibrationOf(judged), right, wrong: judged.length - right };
  };
  return {
    averagePrecision: averagePrecisionOf(firsts, listings.filter(({ innocent }) => !innocent).length),
    logLoss: mean((listing) => -Math.log(Math.max(leastProbability, probabilityOfTruth(listing)))),
    brier: mean(squaredDistance),
    first: { all: of('all'), imei: of('imei'), 'partial-imei': of('partial-imei'), description: of('description') },
  };
}

function probabilityOfTruth({ innocent, claims }: Claimed): number {
  return innocent ? 1 - claimedInAll(claims) : (claims.find(({ right }) => right)?.probability ?? 0);
}

function squaredDistance({ innocent, claims }: Claimed): number {
  const found = claims.some(({ right }) => right);
  const none = 1 - claimedInAll(claims);
  const distances = claims.map(({ probability, right }) => (probability - Number(right)) ** 2);
  return distances.reduce((sum, each) => sum + each, (none - Number(innocent)) ** 2 + (innocent || found ? 0 : 1));
}

/** Candidates that a calibration moved by themselves may come to more than one. */
function claimedInAll(claims: Claimed['claims']): number {
  return Math.min(
    1,
    claims.reduce((sum, { probability }) => sum + probability, 0),
  );
}

/** Precision at each right one, summed and divided by how many there were to find. Of equal ones the wrong come first. */
function averagePrecisionOf(firsts: readonly { confidence: number; right: boolean; weight: number }[], stolen: number): number {
  let [found, passed, sum] = [0, 0, 0];
  for (const { right, weight } of firsts.toSorted((a, b) => b.confidence - a.confidence || Number(a.right) - Number(b.right))) {
    passed += weight;
    if (!right) continue;
    found += 1;
    sum += found / passed;
  }
  return stolen === 0 ? 0 : sum / stolen;
}
