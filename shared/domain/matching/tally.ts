/** Counting what strangers' listings say, with a guess standing in while the counts are small. */

import { type ColourReading, compareColours } from './understanding/colour.ts';

/** Counts within groups, and the share of one value in its group. */
export class Tally {
  readonly #totals = new Map<string, number>();
  readonly #counts = new Map<string, number>();
  readonly #strength: number;

  /** `strength`: how many counted cases the guess is worth. */
  constructor(strength: number) {
    this.#strength = strength;
  }

  add(group: string, value: string): void {
    this.addTotal(group);
    this.addCount(group, value);
  }

  /** For values of which a case may hold several, or none. */
  addTotal(group: string): void {
    this.#totals.set(group, (this.#totals.get(group) ?? 0) + 1);
  }

  addCount(group: string, value: string): void {
    const key = `${group}\n${value}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  share(group: string, value: string, guess: number): number {
    const total = this.#totals.get(group) ?? 0;
    return ((this.#counts.get(`${group}\n${value}`) ?? 0) + guess * this.#strength) / (total + this.#strength);
  }
}

/** Counts colours by model, and answers how many of them could be taken for a given one. */
export class ColourCount {
  readonly #counts = new Map<string, Map<string, { colour: ColourReading; count: number }>>();

  add(model: string, colour: ColourReading): void {
    for (const group of new Set([model, ''])) {
      const counts = this.#counts.get(group) ?? new Map<string, { colour: ColourReading; count: number }>();
      this.#counts.set(group, counts);
      const key = colour.plain.join(' ');
      counts.set(key, { colour, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }

  share(model: string, colour: ColourReading, guess: number, strength: number): number {
    const overall = this.#fitting('', colour, guess, strength);
    return model === '' ? overall : this.#fitting(model, colour, overall, strength / 2);
  }

  #fitting(model: string, colour: ColourReading, guess: number, strength: number): number {
    let [fitting, total] = [0, 0];
    for (const entry of this.#counts.get(model)?.values() ?? []) {
      total += entry.count;
      if (compareColours(entry.colour, colour) === 'equal') fitting += entry.count;
    }
    return (fitting + guess * strength) / (total + strength);
  }
}

/** Middle and spread of the natural logarithm of prices. */
export interface LogPrices {
  middle: number;
  spread: number;
}

// Below a dozen the median itself wanders by more than the steps of the weights.
const fewestPrices = 12;

/** Usual prices by model and storage, or by model alone where too few of that storage were seen. */
export class PriceList {
  readonly #prices = new Map<string, number[]>();
  readonly #usual = new Map<string, LogPrices | undefined>();

  add(model: string, storageGb: number | undefined, price: number): void {
    if (!(price > 0)) return;
    for (const key of new Set([model, `${model}/${storageGb ?? ''}`])) {
      const prices = this.#prices.get(key);
      if (prices) prices.push(Math.log(price));
      else this.#prices.set(key, [Math.log(price)]);
    }
    this.#usual.clear();
  }

  of(model: string, storageGb: number | undefined): LogPrices | undefined {
    const key = `${model}/${storageGb ?? ''}`;
    if (!this.#usual.has(key)) this.#usual.set(key, robust(this.#prices.get(key)) ?? robust(this.#prices.get(model)));
    return this.#usual.get(key);
  }
}

/** Median, and the median distance from it scaled to a normal distribution's standard deviation. */
function robust(values: number[] | undefined): LogPrices | undefined {
  if (values === undefined || values.length < fewestPrices) return undefined;
  const middle = median(values);
  return { middle, spread: Math.max(0.08, 1.4826 * median(values.map((value) => Math.abs(value - middle)))) };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
