import { describe, expect, it } from 'vitest';
import { calibrationOf } from '../../../local/measure/calibration.ts';

const times = (count: number, confidence: number, right: boolean) => Array.from({ length: count }, () => ({ confidence, right }));

describe('calibration', () => {
  it('has no error where nine in ten of the finds given 0.9 are right', () => {
    const { bins, expectedError } = calibrationOf([...times(9, 0.9, true), ...times(1, 0.9, false)]);
    expect(bins).toEqual([{ from: 0.9, finds: 10, meanConfidence: expect.closeTo(0.9), shareRight: 0.9 }]);
    expect(expectedError).toBeCloseTo(0);
  });

  it('weighs the error of each bin by its finds', () => {
    // 30 finds 0.2 too sure, 10 finds 0.4 too unsure.
    const { expectedError } = calibrationOf([...times(21, 0.9, true), ...times(9, 0.9, false), ...times(10, 0.6, true)]);
    expect(expectedError).toBeCloseTo((30 * 0.2 + 10 * 0.4) / 40);
  });

  it('scores squares and logarithms of what was given to what was so', () => {
    const { brier, logLoss } = calibrationOf([...times(1, 0.8, true), ...times(1, 0.4, false)]);
    expect(brier).toBeCloseTo((0.04 + 0.16) / 2);
    expect(logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2);
  });

  it('of nothing is nothing', () => {
    expect(calibrationOf([])).toEqual({ finds: 0, bins: [], expectedError: 0, brier: 0, logLoss: 0 });
  });
});
