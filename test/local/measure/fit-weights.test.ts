import { describe, expect, it } from 'vitest';
import { type Example, fitWeights, isSensible } from '../../../local/measure/fit-weights.ts';
import { type WeightName, weights } from '../../../shared/domain/identifiers/confidence-weights.ts';

function examples(count: number, names: WeightName[], right: boolean): Example[] {
  return Array.from({ length: count }, () => ({ terms: new Map(names.map((name) => [name, 1])), right, mass: 1 }));
}

/** Of labelled numbers that nothing else speaks of, this share is right. */
const labelled = (right: number, wrong: number) => [
  ...examples(right, ['prior', 'label imei'], true),
  ...examples(wrong, ['prior', 'label imei'], false),
];

describe('fitting weights', () => {
  it('finds the log odds of the examples when there are many of them', () => {
    const fitted = fitWeights(labelled(600, 200), { from: weights, spread: 5 });
    expect(fitted.prior + fitted['label imei']).toBeCloseTo(Math.log2(600 / 200), 1);
  });

  it('stays near the weights in force when there are few, the nearer the smaller the spread', () => {
    const moved = (spread: number) => {
      const fitted = fitWeights(labelled(3, 3), { from: weights, spread });
      return Math.abs(fitted['label imei'] - weights['label imei']);
    };
    expect(moved(0.1)).toBeLessThan(0.1);
    expect(moved(2)).toBeGreaterThan(moved(0.1));
  });

  it('leaves a weight alone of which only right finds speak: they set it no limit', () => {
    const easy = examples(500, ['prior', 'label imei', 'in pieces'], true);
    const fitted = fitWeights([...labelled(100, 100), ...easy], { from: weights, spread: 2 });
    expect(fitted['in pieces']).toBe(weights['in pieces']);
    expect(fitted['label imei']).not.toBe(weights['label imei']);
  });

  it('keeps to sense against the figures: a wrong check digit never comes to speak for a number', () => {
    const absurd = [...examples(400, ['prior', 'check digit wrong'], true), ...examples(10, ['prior', 'check digit wrong'], false)];
    const fitted = fitWeights(absurd, { from: weights, spread: 20 });
    expect(fitted['check digit wrong']).toBeLessThanOrEqual(0);
    expect(isSensible(fitted)).toBe(true);
  });

  it('gives the same weights for the same examples', () => {
    expect(fitWeights(labelled(40, 7), { from: weights, spread: 1 })).toEqual(fitWeights(labelled(40, 7), { from: weights, spread: 1 }));
  });
});

describe('the weights in force', () => {
  it('make sense', () => {
    expect(isSensible(weights)).toBe(true);
  });

  it('would make none with a label that lowers', () => {
    expect(isSensible({ ...weights, 'label imei': weights['label none'] - 1 })).toBe(false);
    expect(isSensible({ ...weights, 'a word between': -2 })).toBe(false);
  });
});
