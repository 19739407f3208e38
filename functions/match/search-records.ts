import { type Clue, listingKeys } from '../../shared/domain/matching/index-keys.ts';
import { matchLimits } from '../../shared/domain/matching/match-limits.ts';
import type { Offer } from '../../shared/domain/matching/offer.ts';
import { areNearInTime, clueQuestions } from '../../shared/domain/matching/questions.ts';
import { leastRivalOdds } from '../../shared/domain/matching/rank.ts';
import type { Sketch } from '../../shared/domain/matching/sketch.ts';
import { oddsOfSketches } from '../../shared/domain/matching/weigh-sketches.ts';
import type { Listed } from './listed.ts';
import type { LookUps } from './look-ups.ts';
import type { SearchCounts } from './parts.ts';
import { searchBlocks } from './search-blocks.ts';

/** The records that may be a listing's phone by less than a whole number. */
export interface RecordSearch {
  /** References worth reading, the likeliest first. */
  hopeful: string[];
  /** Odds of those that are worth reading and beyond what is read. */
  furtherOdds: number[];
  narrowed: string[];
  counts: SearchCounts;
}

/** `now` in milliseconds since 1970. */
export async function searchRecords(
  listed: Listed,
  offer: Offer,
  { lookUps, now }: { lookUps: LookUps; now: number },
): Promise<RecordSearch> {
  const { model } = lookUps.measures;
  const toleranceMs = model.theftToleranceHours.day * 3_600_000;
  const asker = { side: 'listing' as const, sketch: listed.sketch, toleranceMs, now };
  const clues = clueQuestions(listingKeys(listed, listed), asker);
  const { entries, queries, narrowed } = await searchBlocks({ asker, clues, queries: matchLimits.queriesPerListing, ask: lookUps.records });

  const met = new Map<string, Met>();
  for (const { found, question } of entries) {
    const { sketch, reference } = found;
    if (sketch && question.block === 'family' && !areNearInTime(listed.sketch, sketch, toleranceMs)) continue;
    const before = met.get(reference) ?? { reference, sketch, clues: [] };
    met.set(reference, { ...before, clues: [...before.clues, ...(question.clue === undefined ? [] : [question.clue])] });
  }
  const listing = { ...listed.sketch, profile: offer.profile };
  const standings = [...met.values()].map((each) => ({ reference: each.reference, odds: oddsOf(each, listing, offer) })).filter(isHopeful);
  standings.sort((a, b) => b.odds - a.odds || (a.reference < b.reference ? -1 : 1));
  return {
    hopeful: standings.slice(0, matchLimits.recordsRead).map(({ reference }) => reference),
    furtherOdds: standings.slice(matchLimits.recordsRead).map(({ odds }) => odds),
    narrowed,
    counts: { side: 'listing', queries, candidates: entries.length, hopeful: standings.length, narrowed: narrowed.length },
  };
}

interface Met {
  reference: string;
  sketch: Sketch | undefined;
  clues: Clue[];
}

/** One whose sketch cannot be read must be read itself. */
function oddsOf({ sketch: record, clues }: Met, listing: Sketch, offer: Offer): number {
  if (record === undefined) return Number.POSITIVE_INFINITY;
  return record.profile.at <= offer.latest ? oddsOfSketches({ listing, record, clues }, offer) : Number.NEGATIVE_INFINITY;
}

function isHopeful({ odds }: { odds: number }): boolean {
  return odds >= leastRivalOdds;
}
