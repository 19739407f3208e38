/** When the phones on the list were taken: how many could be in an offer of a given day, and how recent their thefts are. */

import type { MatchingModel } from './weights.ts';

const dayMs = 86_400_000;
/** How many thefts the assumption is worth. */
const strength = 20;

/** Thefts known by their day, which counts from its first moment (UTC). Answers by binary search: it is asked once for each listing. */
export class TheftDates {
  readonly #days: Float64Array;
  /** How many up to and with each of the days. */
  readonly #upTo: Float64Array;
  readonly #steps: MatchingModel['time'];
  readonly #scale: number;

  /** Days as `2026-11-08`, in any order, each once. `lookedFor`: how many records these thefts stand for; left out, they are all. */
  constructor(thefts: readonly [day: string, count: number][], steps: MatchingModel['time'], lookedFor?: number) {
    const sorted = thefts.map(([day, count]) => ({ at: Date.parse(day), count })).toSorted((a, b) => a.at - b.at);
    let total = 0;
    this.#days = Float64Array.from(sorted, ({ at }) => at);
    this.#upTo = Float64Array.from(sorted, ({ count }) => {
      total += count;
      return total;
    });
    this.#steps = steps;
    this.#scale = lookedFor === undefined || total === 0 ? 1 : lookedFor / total;
  }

  /** How many were taken up to this moment (milliseconds since 1970): only these can be in an offer made then. */
  countUpTo(moment: number): number {
    return Math.round(this.#counted(moment) * this.#scale);
  }

  /** Of those, the share in each step of the model's table of days, with the assumption standing in for a few. */
  sharesAt(moment: number): number[] {
    const total = this.#counted(moment);
    let newer = 0;
    return this.#steps.map(({ upToDays, assumed }) => {
      const within = total - (Number.isFinite(upToDays) ? this.#counted(moment - upToDays * dayMs) : 0);
      const share = (within - newer + assumed * strength) / (total + strength);
      newer = within;
      return share;
    });
  }

  #counted(moment: number): number {
    let [low, high] = [0, this.#days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#days[middle] ?? 0) <= moment) low = middle + 1;
      else high = middle;
    }
    return this.#upTo[low - 1] ?? 0;
  }
}
