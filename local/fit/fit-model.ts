/** Estimates a model again from what is known to be one device, and judges it on listings it has not seen. */

import type { MatchingModel } from '../../shared/domain/matching/weights.ts';
import { type CountedSet, countSet } from './counted-set.ts';
import { crossValidate, type Validation } from './cross-validate.ts';
import { type Dependence, dependences } from './dependence.ts';
import { emCheck, keyOf } from './em-check.ts';
import { estimate, type LevelEstimate } from './estimate.ts';
import type { LabelledSet } from './labelled-set.ts';
import type { Confirmed } from './same-pairs.ts';

export interface FitSettings {
  /** The model in force. */
  from: MatchingModel;
  /** Of the new model. */
  version: string;
  /** Share of offers on the market that are a phone on the list; sets have many more. */
  share: number;
  folds: number;
  seed: number;
}

export interface Fit {
  model: MatchingModel;
  counts: {
    listings: number;
    /** Of them those whose truth is known. */
    judged: number;
    records: number;
    byNumber: number;
    byPerson: number;
    leftOut: Record<keyof Confirmed['leftOut'], number>;
    strangers: number;
  };
  levels: (LevelEstimate & { em: number | undefined })[];
  dependence: { strangers: Dependence[]; same: Dependence[] };
  /** Each listing judged by a model that has not seen it, at the share of the market. */
  heldOut: Pick<Validation, 'before' | 'after'>;
  /** Lower Brier score and log loss on the whole than the model in force, and no worse a ranking. */
  better: boolean;
}

/** The same set, settings and seed give the same fit. */
export function fitModel(set: LabelledSet, settings: FitSettings): Fit {
  const { from, version, share, seed } = settings;
  const counted = countSet(set, from, seed);
  const { pairs, strangers } = counted;
  const { levels, model } = estimate(from, pairs, strangers);
  const { before, after, calibration, judged } = crossValidate(set, counted, settings);
  const same = pairs.map((pair) => pair.levels);
  const em = emCheck({ pinned: same, open: strangers.family, share: shareOfFamily(counted, share), estimates: levels });
  return {
    model: { ...model, version, calibration },
    counts: { ...countsOf(counted), judged },
    levels: levels.map((level) => ({ ...level, em: em.get(keyOf(level)) })),
    dependence: { strangers: dependences(strangers.any, levels), same: dependences(same, levels) },
    heldOut: { before, after },
    better: isBetter({ before, after }),
  };
}

/** Of pairs of one family, the share that is one device. */
function shareOfFamily({ active, familyShare }: CountedSet, share: number): number {
  return Math.min(0.5, share / Math.max(1, active * familyShare));
}

function countsOf({ listings, index, confirmed: { pairs, leftOut }, strangers }: CountedSet): Omit<Fit['counts'], 'judged'> {
  const saidBy = (who: 'number' | 'person') => pairs.filter((pair) => pair.saidBy === who).length;
  return {
    listings: listings.length,
    records: index.records.length,
    byNumber: saidBy('number'),
    byPerson: saidBy('person'),
    leftOut: {
      contradicted: leftOut.contradicted.length,
      severalRecords: leftOut.severalRecords.length,
      notForSale: leftOut.notForSale.length,
    },
    strangers: strangers.any.length,
  };
}

/** Better said, and ranked no worse: the queue is worked from the top. */
function isBetter({ before, after }: Fit['heldOut']): boolean {
  return after.brier < before.brier && after.logLoss < before.logLoss && after.averagePrecision >= before.averagePrecision;
}
