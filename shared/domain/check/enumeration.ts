/**
 * Tells a client that goes through numbers from one that checks devices. A TAC leaves a million serial numbers, so whoever may ask without limit
 * reads the records out. The rules and their numbers are argued in docs/decisions.
 */

/** Of one client, one UTC day, since a person last looked. */
export interface ClientCounts {
  /** Different devices asked about. */
  asked: number;
  /** Different devices of which a record is held. */
  hits: number;
  /** Different numbers of 15 digits with a wrong check digit. */
  faults: number;
  /** Devices whose number lay next to one asked about before. */
  neighbours: number;
}

export type Suspicion = 'one-model' | 'neighbouring-numbers' | 'wrong-check-digits' | 'too-many-hits';

export const suspicionWords: Record<Suspicion, string> = {
  'one-model': 'many different devices of one model',
  'neighbouring-numbers': 'numbers that follow one another',
  'wrong-check-digits': 'many numbers with a wrong check digit',
  'too-many-hits': 'far more reported devices than any trade sees',
};

/** A number is next to another up to so many serial numbers away. */
const NEIGHBOUR_REACH = 2;
const MOST_NEIGHBOURS = 5;
const LEAST_MODEL_SHARE = 20;
const LEAST_FAULTS = 20;
const LEAST_HITS = 5;

/** How many different devices of one TAC a client may ask about in a day: a tenth of its budget, 20 at least. */
export function mostOfOneSeries(dailyBudget: number): number {
  return Math.max(LEAST_MODEL_SHARE, Math.floor(dailyBudget / 10));
}

/** Of the counts with the question in hand among them; what is suspicious is not answered. `one-model` is counted by the store. */
export function suspicionOf({ asked, hits, faults, neighbours }: ClientCounts, dailyBudget: number): Suspicion | undefined {
  if (neighbours > MOST_NEIGHBOURS) return 'neighbouring-numbers';
  if (faults > Math.max(LEAST_FAULTS, dailyBudget / 10)) return 'wrong-check-digits';
  if (hits >= LEAST_HITS && hits * 5 > asked) return 'too-many-hits';
  return undefined;
}

/** How the numbers of a kind are counted up: so many last characters, in this base. */
const counters: Record<string, { length: number; base: number }> = {
  imei: { length: 6, base: 10 },
  meid: { length: 6, base: 16 },
  serial: { length: 4, base: 36 },
};

/** What devices of one model have in common: the TAC of an IMEI (`imei:35693803`), manufacturer code of a MEID, all but the end of a serial number. */
export function seriesOf(key: string): string {
  return key.slice(0, -lengthOfCount(key));
}

/** Keys of the numbers next to this one: `imei:35693803564379`, `imei:35693803564381` and one further on either side. */
export function neighboursOf(key: string): string[] {
  const { base } = counterOf(key);
  const length = lengthOfCount(key);
  const count = Number.parseInt(key.slice(-length), base);
  if (Number.isNaN(count)) return [];
  const steps = Array.from({ length: NEIGHBOUR_REACH }, (_, index) => index + 1);
  return steps
    .flatMap((step) => [count - step, count + step])
    .filter((next) => next >= 0 && next < base ** length)
    .map((next) => seriesOf(key) + next.toString(base).toUpperCase().padStart(length, '0'));
}

function lengthOfCount(key: string): number {
  return counterOf(key).length;
}

function counterOf(key: string): { length: number; base: number } {
  return counters[key.slice(0, key.indexOf(':'))] ?? { length: 4, base: 36 };
}
