/** When the phones on the list were taken: how many could be in an offer of a given day, and how recent their thefts are. */

import type { MatchingModel } from './weights.ts';

const day = 86_400_000;

/** Answers by binary search: it is asked once for each listing. */
export class TheftDates {
  readonly #sorted: Float64Array;
  readonly #steps: MatchingModel['time'];

  /** Milliseconds since 1970 of each theft, in any order. */
  constructor(thefts: number[], steps: MatchingModel['time']) {
    this.#sorted = Float64Array.from(thefts).sort();
    this.#steps = steps;
  }

  /** How many were taken up to this moment: only these can be in an offer made then. */
  countUpTo(moment: number): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? 0) <= moment) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Of those, the share in each step of the model's table of days, with the assumption standing in for a few. */
  sharesAt(moment: number): number[] {
    const strength = 20;
    const total = this.countUpTo(moment);
    let newer = 0;
    return this.#steps.map(({ upToDays, assumed }) => {
      const within = total - (Number.isFinite(upToDays) ? this.countUpTo(moment - upToDays * day) : 0);
      const share = (within - newer + assumed * strength) / (total + strength);
      newer = within;
      return share;
    });
  }
}
