/** Whether probabilities mean what they say: of the finds given 0.9, nine in ten are right. */

export interface Judged {
  confidence: number;
  right: boolean;
  /** How many like it this one stands for; left out, itself. */
  weight?: number;
}

export interface CalibrationBin {
  /** From here up to, not including, the next. */
  from: number;
  /** By weight, where finds have any. */
  finds: number;
  meanConfidence: number;
  shareRight: number;
}

export interface Calibration {
  finds: number;
  bins: CalibrationBin[];
  /** Distance between confidence and share right, averaged over the finds of ten equal bins (Naeini et al. 2015). */
  expectedError: number;
  /** Mean squared distance from the outcome (Brier 1950). */
  brier: number;
  /** Mean of -ln of the probability given to what was so. */
  logLoss: number;
}

const BINS = 10;
/** No single find costs more than 1 in 1,000 would. */
const CLEAREST = 0.001;

export function calibrationOf(judged: readonly Judged[]): Calibration {
  const byBin = Map.groupBy(judged, ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)));
  const bins = [...byBin]
    .sort(([a], [b]) => a - b)
    .map(([bin, inBin]) => ({
      from: bin / BINS,
      finds: weightOf(inBin),
      meanConfidence: meanOf(inBin, ({ confidence }) => confidence),
      shareRight: meanOf(inBin, ({ right }) => Number(right)),
    }));
  return {
    finds: weightOf(judged),
    bins,
    expectedError:
      bins.reduce((sum, bin) => sum + bin.finds * Math.abs(bin.meanConfidence - bin.shareRight), 0) / Math.max(1, weightOf(judged)),
    brier: meanOf(judged, ({ confidence, right }) => (confidence - Number(right)) ** 2),
    logLoss: meanOf(judged, ({ confidence, right }) => -Math.log(Math.max(CLEAREST, right ? confidence : 1 - confidence))),
  };
}

function meanOf(items: readonly Judged[], measure: (item: Judged) => number): number {
  return items.length === 0 ? 0 : items.reduce((sum, item) => sum + (item.weight ?? 1) * measure(item), 0) / weightOf(items);
}

function weightOf(items: readonly Judged[]): number {
  return items.reduce((sum, { weight = 1 }) => sum + weight, 0);
}
