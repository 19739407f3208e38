/** Counting what strangers' listings say, in memory that does not grow with their number. */

/** Values with how often they were counted, most frequent first, equal ones in the order of their letters. */
export type Counts = [value: string, count: number][];

/** Counts values. Of more than twice `most` different ones the rarest are forgotten, as if they had not been seen. */
export class Tally {
  readonly #most: number;
  #counts = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  add(value: string): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
    if (this.#counts.size > 2 * this.#most) this.#counts = new Map(this.counts());
  }

  /** The `most` most frequent, of those counted at least so often. */
  counts(atLeast = 1): Counts {
    return [...this.#counts]
      .filter(([, count]) => count >= atLeast)
      .toSorted(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
      .slice(0, this.#most);
  }
}

/** A tally for each group; groups are names of our own (models, kinds of mark), so there are few. */
export class GroupedTally {
  readonly #most: number;
  readonly #groups = new Map<string, Tally>();

  constructor(most: number) {
    this.#most = most;
  }

  add(group: string, value: string): void {
    const tally = this.#groups.get(group) ?? new Tally(this.#most);
    this.#groups.set(group, tally);
    tally.add(value);
  }

  counts(group: string, atLeast = 1): Counts {
    return this.#groups.get(group)?.counts(atLeast) ?? [];
  }

  /** By group, in the order of their letters. */
  all(): [group: string, counts: Counts][] {
    return [...this.#groups].map(([group, tally]): [string, Counts] => [group, tally.counts()]).toSorted(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** Counts as shares of their sum, with a guess standing in while the counts are small. */
export class Shares {
  readonly #counts: ReadonlyMap<string, number>;
  readonly #total: number;
  readonly #strength: number;

  /** `strength`: how many counted cases the guess is worth. `total`: of what, where a case may hold several values or none. */
  constructor(counts: Counts, strength: number, total = sumOf(counts)) {
    this.#counts = new Map(counts);
    this.#total = total;
    this.#strength = strength;
  }

  /** `atLeast`: what the value counts for at least, however seldom it was seen. */
  of(value: string, guess: number, atLeast = 0): number {
    return (Math.max(atLeast, this.#counts.get(value) ?? 0) + guess * this.#strength) / (this.#total + this.#strength);
  }
}

/** The counts of several groups as one. */
export function countsTogether(groups: Iterable<Counts>): Counts {
  const together = new Map<string, number>();
  for (const counts of groups) for (const [value, count] of counts) together.set(value, (together.get(value) ?? 0) + count);
  return [...together];
}

function sumOf(counts: Counts): number {
  return counts.reduce((sum, [, count]) => sum + count, 0);
}
