/** What came of visits to listing pages, counted, so that a field that a redesign emptied shows. */

import type { Disagreement } from './listing.ts';

/** What one visit to a listing page came to; `failed` is no answer, or one that may go better later. */
export type ReadingOutcome = 'live' | 'gone' | 'unknown' | 'blocked' | 'failed';

/** The fields whose coverage is watched. A title stands on every page that reads as a listing. */
export const watchedFields = ['price', 'description', 'seller', 'location', 'images', 'postedAt'] as const;
export type WatchedField = (typeof watchedFields)[number];

/** Visits by outcome; of the live ones, on how many each field stood. A page that is delivered twice is counted twice: shares are what is asked. */
export interface ReadingTally {
  outcomes: Partial<Record<ReadingOutcome, number>>;
  fields: Partial<Record<WatchedField, number>>;
  /** Live, but in another language than the Source's. */
  otherLanguage: number;
  /** Live, and contradicting itself (see `contradictsItself`); left out when none does. */
  contradicted?: number;
}

export const nothingTallied: ReadingTally = { outcomes: {}, fields: {}, otherLanguage: 0 };

export function visitsOf({ outcomes }: ReadingTally): number {
  return Object.values(outcomes).reduce((total, count) => total + count, 0);
}

/**
 * Whether two layers that state the offer say different things of its title or price: the sign of a selector that a redesign has made hit
 * something else. What is only guessed from headings and names of elements (`page`) accuses nobody.
 */
export function contradictsItself(disagreements: readonly Disagreement[] = []): boolean {
  return disagreements.some(
    ({ field, taken, against }) => (field === 'title' || field === 'price') && taken.from !== 'page' && against.from !== 'page',
  );
}

/** Whether the platform turns readers away, rather than a page or two being closed to strangers. */
export function isTurnedAway(tally: ReadingTally): boolean {
  const { blocked = 0 } = tally.outcomes;
  return blocked >= 3 && blocked * 5 >= visitsOf(tally);
}

export function addTallies(tallies: readonly ReadingTally[]): ReadingTally {
  const sum: ReadingTally = { outcomes: {}, fields: {}, otherLanguage: 0 };
  for (const { outcomes, fields, otherLanguage, contradicted } of tallies) {
    addCounts(sum.outcomes, outcomes);
    addCounts(sum.fields, fields);
    sum.otherLanguage += otherLanguage;
    if (contradicted !== undefined) sum.contradicted = (sum.contradicted ?? 0) + contradicted;
  }
  return sum;
}

function addCounts<Name extends string>(into: Partial<Record<Name, number>>, counts: Partial<Record<Name, number>>): void {
  for (const name in counts) into[name] = (into[name] ?? 0) + (counts[name] ?? 0);
}
