/**
 * Weights estimated from finds that are known to be right or wrong: logistic regression in bits, held to the weights in force by a
 * penalty (a normal prior around each), and to sense.
 */

import type { WeightName, Weights } from '../../shared/domain/identifiers/confidence-weights.ts';

export interface Example {
  /** Names of the weights the find calls on, and how often. */
  terms: ReadonlyMap<WeightName, number>;
  right: boolean;
  /** How much it counts beside the others; 1 is one find. */
  mass: number;
}

export interface FitSettings {
  /** The weights in force: where a weight stays of which the examples say nothing. */
  from: Weights;
  /** How far, in bits, a weight may well be from that: the standard deviation of the prior. */
  spread: number;
}

/** What speaks against a number, or at best does not matter. */
const neverFor: WeightName[] = [
  'a word between',
  'a doubtful digit',
  'in pieces',
  'backwards, unsaid',
  'odd groups',
  'fewer than 4 digits known',
  'called other',
  'called vague',
  'called unknown',
  'called contact',
  'called price',
  'said to be an example',
  'not on the screen',
];

/** Rounds over all weights; after some thirty the weights stand still to the second decimal. */
const ROUNDS = 60;
const nat = Math.LN2;

/**
 * The most probable weights. Each in turn goes the step that its slope asks for, at the greatest curvature a logistic has, so that no
 * step makes things worse (Böhning and Lindsay 1988); no chance is involved, and the same examples give the same weights.
 */
export function fitWeights(examples: readonly Example[], { from, spread }: FitSettings): Weights {
  const fitted: Record<WeightName, number> = { ...from };
  const logits = examples.map(({ terms }) => bitsOf(terms, from) * nat);
  const columns = estimableColumns(examples);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, column] of columns) {
      let slope = (fitted[name] - from[name]) / spread ** 2;
      let curvature = 1 / spread ** 2;
      for (const { at, count } of column) {
        const { right, mass } = examples[at] ?? { right: false, mass: 0 };
        slope += mass * (1 / (1 + Math.exp(-(logits[at] ?? 0))) - Number(right)) * count * nat;
        curvature += mass * 0.25 * (count * nat) ** 2;
      }
      const moved = sensibleStep(fitted, name, slope / curvature);
      for (const { at, count } of column) logits[at] = (logits[at] ?? 0) + (moved - fitted[name]) * count * nat;
      fitted[name] = moved;
    }
  }
  // A hundredth of a bit is more than any of this is known to.
  for (const [name] of columns) fitted[name] = Math.round(fitted[name] * 100) / 100;
  return fitted;
}

function columnsOf(examples: readonly Example[]): Map<WeightName, { at: number; count: number }[]> {
  const columns = new Map<WeightName, { at: number; count: number }[]>();
  for (const [at, { terms }] of examples.entries()) {
    for (const [name, count] of terms) {
      const column = columns.get(name) ?? [];
      column.push({ at, count });
      columns.set(name, column);
    }
  }
  return columns;
}

/** Right and wrong finds that must speak of a weight before it moves. */
const LEAST_OF_EACH = 3;

/**
 * Weights of which both right and wrong finds speak. Where all finds with a feature are right, the likeliest weight is without limit:
 * examples that are too easy say nothing of how much it is worth, and it stays.
 */
function estimableColumns(examples: readonly Example[]) {
  return [...columnsOf(examples)].filter(([, column]) => {
    const right = column.filter(({ at }) => examples[at]?.right).length;
    return right >= LEAST_OF_EACH && column.length - right >= LEAST_OF_EACH;
  });
}

function bitsOf(terms: ReadonlyMap<WeightName, number>, weights: Weights): number {
  let bits = 0;
  for (const [name, count] of terms) bits += weights[name] * count;
  return bits;
}

/** Halvings of a step that would make no sense before it is given up. */
const HALVINGS = 6;

function sensibleStep(weights: Weights, name: WeightName, step: number): number {
  for (let part = 1; part > 2 ** -HALVINGS; part /= 2) {
    const moved = weights[name] - step * part;
    if (isSensible({ ...weights, [name]: moved })) return moved;
  }
  return weights[name];
}

/** What no figures may overturn: the first is never worth more than the second. */
const orderings: ((weights: Weights) => [least: number, most: number])[] = [
  // A label, however far (eight words count at most), is no worse than none; a weaker one no better than "IMEI".
  (w) => [w['label none'], w['label imei'] + 8 * w['a word between']],
  (w) => [w['label none'], w['label device']],
  (w) => [w['label none'], w['label name']],
  (w) => [w['label device'], w['label imei']],
  (w) => [w['check digit wrong'], 0],
  (w) => [0, w['check digit right']],
  (w) => [w['reporting body former'], w['reporting body allocating']],
  (w) => [w['reporting body none'], w['reporting body former']],
  (w) => [w['reporting body test'], w['reporting body former']],
  (w) => [w['model differs'], w['model agrees']],
  (w) => [w['partial by nothing'], Math.min(w['partial by mask'], w['partial by words'])],
  (w) => [w['backwards, unsaid'], w['backwards, and said so']],
  (w) => [0, w['known TAC']],
  ...neverFor.map((name) => (w: Weights): [number, number] => [w[name], 0]),
];

export function isSensible(weights: Weights): boolean {
  return orderings.every((ordering) => {
    const [least, most] = ordering(weights);
    return least <= most;
  });
}
