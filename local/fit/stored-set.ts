/** The tables of one machine as a labelled set: numbers that both sides show, and what reviewers decided. */

import { type Case, caseStates } from '../../shared/domain/case.ts';
import type { Stores } from '../stores.ts';
import type { Decision, LabelledSet } from './labelled-set.ts';

/** More than any one machine holds: all of it is read. */
const everything = { mostPages: 1_000_000, random: () => 0 };
const casesAPage = 100;

export async function readStoredSet({
  listings,
  records,
  cases,
  team,
}: Pick<Stores, 'listings' | 'records' | 'cases' | 'team'>): Promise<LabelledSet> {
  const set: LabelledSet = { records: [], listings: [], truth: new Map(), neither: new Set(), decisions: [] };
  for await (const record of records.sample(everything)) set.records.push(record);
  for await (const { listing, revision } of listings.sample(everything)) {
    const { source, firstSeenAt } = listing;
    set.listings.push({ ...revision, source, itemId: nameOf(listing), firstSeenAt });
  }
  for (const state of caseStates) {
    let cursor: string | undefined;
    do {
      const page = await cases.queue({ team, state, limit: casesAPage, ...(cursor !== undefined && { cursor }) });
      set.decisions.push(...page.cases.flatMap(decisionOf));
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return set;
}

/** Two sources may give out one item id. */
function nameOf({ source, itemId }: { source: string; itemId: string }): string {
  return `${source}/${itemId}`;
}

/**
 * Two persons' confirmation, or "not the device"; the other refusals leave open which device it is. Every Case that was decided had been shown, so it
 * stands for itself.
 */
export function decisionOf({ state, listing, match, refusal }: Case): Decision[] {
  const about = { itemId: nameOf(listing), reference: match.recordReference, weight: 1 };
  if (state === 'confirmed') return [{ ...about, isTheDevice: true }];
  return refusal?.reason === 'not-the-device' ? [{ ...about, isTheDevice: false }] : [];
}
