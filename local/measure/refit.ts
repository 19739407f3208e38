/** Estimates the weights again and judges them on cases they have not seen. */

import { confidenceOf, termsOf } from '../../shared/domain/identifiers/confidence.ts';
import type { Weights } from '../../shared/domain/identifiers/confidence-weights.ts';
import type { Facts } from '../../shared/domain/identifiers/find.ts';
import { type Calibration, calibrationOf } from './calibration.ts';
import { type Example, fitWeights } from './fit-weights.ts';
import { type LabelledCase, readCase } from './labelled-case.ts';
import { scoreCase } from './score-case.ts';

/** Cases that belong together: a file, or what was made up. Each set counts as much as any other, however large. */
export interface CaseSet {
  name: string;
  cases: readonly LabelledCase[];
}

export interface Judgement {
  /** Of each set by name, held-out finds only. */
  sets: { name: string; before: Calibration; after: Calibration }[];
  /** Mean log loss over the sets. */
  before: number;
  after: number;
  /** Lower log loss on the whole, and on no set a worse Brier score or calibration: surer is not better by itself. */
  better: boolean;
}

export interface Refit {
  weights: Weights;
  /** The spread that did best held out; see `FitSettings`. */
  spread: number;
  judgement: Judgement;
}

interface Observed {
  set: string;
  /** All finds of one case are held out together. */
  fold: number;
  facts: Facts;
  right: boolean;
}

const FOLDS = 5;
const spreads = [0.25, 0.5, 1, 2];

/** Fits with the spread that does best in five-fold cross-validation, and says how the fits did on the folds they had not seen. */
export function refit(sets: readonly CaseSet[], from: Weights): Refit {
  const observed = sets.flatMap(observe);
  const tried = spreads.map((spread) => ({ spread, judgement: judge(observed, sets, { from, spread }) }));
  const best = tried.reduce((a, b) => (b.judgement.after < a.judgement.after ? b : a));
  return { ...best, weights: fitWeights(examplesOf(observed, sets), { from, spread: best.spread }) };
}

/** Every find of every clear case, those too that are thought too little of to be reported. */
function observe({ name, cases }: CaseSet): Observed[] {
  return cases.flatMap((labelled, at) => {
    if (labelled.ambiguous) return [];
    const { judged } = scoreCase(labelled.expected, readCase(labelled, { least: 0 }));
    return judged.flatMap(({ find, verdict }) =>
      find.features === undefined || verdict === 'short'
        ? []
        : { set: name, fold: at % FOLDS, facts: find.features, right: verdict === 'right' },
    );
  });
}

function examplesOf(observed: readonly Observed[], sets: readonly CaseSet[]): Example[] {
  const sizes = new Map(sets.map(({ name }) => [name, observed.filter(({ set }) => set === name).length]));
  // What several readings of one number are worth is no weight.
  const clear = observed.filter(({ facts }) => (facts.readingsThatFit ?? 1) === 1);
  return clear.map(({ set, facts, right }) => ({
    terms: termsOf(facts),
    right,
    mass: observed.length / sets.length / Math.max(1, sizes.get(set) ?? 1),
  }));
}

function judge(observed: readonly Observed[], sets: readonly CaseSet[], { from, spread }: { from: Weights; spread: number }): Judgement {
  const heldOut = new Map<Observed, number>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = observed.filter((each) => each.fold !== fold);
    const weights = fitWeights(examplesOf(seen, sets), { from, spread });
    for (const each of observed) if (each.fold === fold) heldOut.set(each, confidenceOf(each.facts, weights));
  }
  const judgedSets = sets.map(({ name }) => {
    const inSet = observed.filter(({ set }) => set === name);
    return {
      name,
      before: calibrationOf(inSet.map(({ facts, right }) => ({ confidence: confidenceOf(facts, from), right }))),
      after: calibrationOf(inSet.map((each) => ({ confidence: heldOut.get(each) ?? 0, right: each.right }))),
    };
  });
  const mean = (of: (set: (typeof judgedSets)[number]) => number) => judgedSets.reduce((sum, set) => sum + of(set), 0) / judgedSets.length;
  const [before, after] = [mean((set) => set.before.logLoss), mean((set) => set.after.logLoss)];
  const noneWorse = judgedSets.every((set) => set.after.brier <= set.before.brier && set.after.expectedError <= set.before.expectedError);
  return { sets: judgedSets, before, after, better: after < before && noneWorse };
}
