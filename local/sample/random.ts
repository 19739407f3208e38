/** Chance that repeats: the same key always gives the same numbers, on every machine. */

export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** Whole number, both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** As `pick`, an item with twice the weight twice as often. */
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T;
  shuffled<T>(items: readonly T[]): T[];
  /** A waiting time with this mean, exponentially distributed. */
  wait(mean: number): number;
  digits(count: number): string;
}

export function randomFrom(...key: (string | number)[]): Random {
  const next = generator(hash(key.join('\u0000')));
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => at(items, int(0, items.length - 1)),
    weighted: (items, weightOf) => weighted(items, weightOf, next()),
    shuffled: (items) => shuffled(items, int),
    wait: (mean) => -Math.log(1 - next()) * mean,
    digits: (count) => Array.from({ length: count }, () => int(0, 9)).join(''),
  };
}

function at<T>(items: readonly T[], index: number): T {
  if (index < 0 || index >= items.length) throw new RangeError(`expected an index below ${items.length}, found ${index}`);
  return items[index] as T; // checked above; T itself may include undefined
}

function weighted<T>(items: readonly T[], weightOf: (item: T) => number, fraction: number): T {
  let left = fraction * items.reduce((sum, item) => sum + weightOf(item), 0);
  const index = items.findIndex((item) => {
    left -= weightOf(item);
    return left < 0;
  });
  return at(items, index < 0 ? items.length - 1 : index);
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], int: (min: number, max: number) => number): T[] {
  const rest = [...items];
  return items.map(() => at(rest.splice(int(0, rest.length - 1), 1), 0));
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** Mulberry32: one 32-bit word of state, good enough to draw adverts and never for secrets. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
