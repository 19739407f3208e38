/** What a model says of listings whose truth is known: its candidates for each, and which of them is right. */

import type { EvidenceKind, Match } from '../../shared/domain/match.ts';
import type { ReadListing } from '../../shared/domain/matching/identifier-holders.ts';
import { marketOf } from '../../shared/domain/matching/market.ts';
import type { MarketSurvey } from '../../shared/domain/matching/market-survey.ts';
import { matchRead } from '../../shared/domain/matching/match-all.ts';
import type { RecordIndex } from '../../shared/domain/matching/record-index.ts';
import { capOf } from '../../shared/domain/matching/verdict.ts';
import type { MatchingModel } from '../../shared/domain/matching/weights.ts';

export interface JudgedListing {
  itemId: string;
  /** It is none of the records. */
  innocent: boolean;
  /** Best first; those that a gate lets through. */
  candidates: Candidate[];
}

export interface Candidate {
  kind: EvidenceKind;
  /** Before calibration and cap. */
  bits: number;
  /** Probability that it may not exceed. */
  cap: number;
  right: boolean;
}

export interface Judgeable {
  index: RecordIndex;
  /** All of them make the market; those whose truth is known are judged. */
  listings: readonly ReadListing[];
  survey: MarketSurvey;
  /** Of listings by item id the record that they are; undefined for none of them. */
  truth: ReadonlyMap<string, string | undefined>;
}

export function judgeListings({ index, listings, survey, truth }: Judgeable, model: MatchingModel): JudgedListing[] {
  const grades = new Map(index.records.map(({ record: { reference, grade } }) => [reference, grade]));
  return [...matchRead({ index, listings, measures: { model, market: marketOf(survey, model) } })].flatMap(
    ({ listing: { itemId }, matches }) => {
      if (!truth.has(itemId)) return [];
      const candidates = matches
        .filter(({ gates }) => gates.length === 0)
        .map((match) => {
          const { evidenceKind: kind, flags, recordReference } = match;
          const cap = capOf({ kind, flags, grade: grades.get(recordReference) ?? 'police-verified' }, model);
          return { kind, bits: uncalibratedBits(match), cap, right: recordReference === truth.get(itemId) };
        });
      return { itemId, innocent: truth.get(itemId) === undefined, candidates };
    },
  );
}

function uncalibratedBits({ evidence }: Match): number {
  return evidence.filter(({ field }) => field !== 'calibration' && field !== 'cap').reduce((sum, { bits }) => sum + bits, 0);
}
