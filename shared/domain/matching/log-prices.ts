/** Usual prices, as the middle and spread of their logarithms: neither a joke price nor a shop's moves them. */

/** Middle and spread of the natural logarithm of prices. */
export interface LogPrices {
  middle: number;
  spread: number;
}

/** Below a dozen the median itself wanders by more than the steps of the weights. */
const fewestPrices = 12;
/** Equal prices everywhere would make one pound less an extreme. */
const leastSpread = 0.08;
/** Logarithms are counted in steps of half a percent: a few thousand steps hold any number of prices. */
const binsPerUnit = 200;
/** Beyond, a price is a placeholder (1, 123456789) and not what anybody asks. */
const dearest = 100_000;

/** Prices of one kind of phone. */
export class PriceBins {
  readonly #bins = new Map<number, number>();

  /** In the currency's main unit. */
  add(price: number): void {
    if (!(price > 0) || price > dearest) return;
    const bin = Math.round(Math.log(price) * binsPerUnit);
    this.#bins.set(bin, (this.#bins.get(bin) ?? 0) + 1);
  }

  /** Median, and the median distance from it scaled to a normal distribution's standard deviation; undefined for a few. */
  usual(): LogPrices | undefined {
    const bins = [...this.#bins];
    if (bins.reduce((sum, [, count]) => sum + count, 0) < fewestPrices) return undefined;
    const middle = medianOf(bins);
    const spread = 1.4826 * medianOf(bins.map(([bin, count]) => [Math.abs(bin - middle), count]));
    return { middle: middle / binsPerUnit, spread: Math.max(leastSpread, spread / binsPerUnit) };
  }
}

function medianOf(bins: [value: number, count: number][]): number {
  const sorted = bins.toSorted(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  return (valueAt(sorted, (total - 1) >> 1) + valueAt(sorted, total >> 1)) / 2;
}

/** The value that stands at a place (from 0) when every one is laid out. */
function valueAt(sorted: [value: number, count: number][], place: number): number {
  let passed = 0;
  for (const [value, count] of sorted) {
    passed += count;
    if (place < passed) return value;
  }
  return 0;
}
