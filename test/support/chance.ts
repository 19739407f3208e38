/** Repeatable choices for generated texts: the same seed makes the same text. */

export interface Chance {
  below(limit: number): number;
  between(least: number, most: number): number;
  one<T>(choices: readonly T[]): T;
  yes(probability: number): boolean;
  digits(count: number): string;
}

/** A small generator (mulberry32, public domain): good enough to vary texts, useless for secrets. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    one: <T>(choices: readonly T[]) => {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new Error('nothing to choose from');
      return choice;
    },
    yes: (probability) => next() < probability,
    digits: (count) => Array.from({ length: count }, () => String(below(10))).join(''),
  };
}
