import type { FiledRecord, FoundListing, Place } from '../../shared/aws/identifier-store.ts';
import type { ListingKey } from '../../shared/domain/listing.ts';
import { rareKeys } from '../../shared/domain/matching/description-keys.ts';
import { matchLimits } from '../../shared/domain/matching/match-limits.ts';
import { settingOf } from '../../shared/domain/matching/offer.ts';
import { areNearInTime, clueQuestions } from '../../shared/domain/matching/questions.ts';
import { leastRivalOdds } from '../../shared/domain/matching/rank.ts';
import type { Sketch } from '../../shared/domain/matching/sketch.ts';
import { oddsOfSketches } from '../../shared/domain/matching/weigh-sketches.ts';
import { nameOfListing } from './listed.ts';
import type { LookUps } from './look-ups.ts';
import type { MatchParts, SearchCounts } from './parts.ts';
import { searchBlocks } from './search-blocks.ts';

/** The listings that a record may be the phone of, or may have been before it was corrected, and what it cost to find them. */
export interface ListingSearch {
  listings: ListingKey[];
  counts: SearchCounts;
}

export async function searchListings(
  filed: FiledRecord,
  { parts, lookUps }: { parts: MatchParts; lookUps: LookUps },
): Promise<ListingSearch> {
  const toleranceMs = lookUps.measures.model.theftToleranceHours.day * 3_600_000;
  const met: Met[] = [];
  let queries = 0;
  let narrowed = 0;
  for (const place of filed.places.filter(isOwnNumber)) {
    queries += 1;
    const { found, truncated } = await parts.identifiers.beside(place);
    if (truncated) narrowed += 1;
    const how = isWholeNumber(place) ? 'number' : 'clue';
    met.push(...found.flatMap((listing) => filed.sketches.map((record) => ({ how, listing, record }) as const)));
  }
  for (const sketch of filed.sketches) {
    const asker = { side: 'record' as const, sketch, toleranceMs, now: parts.now().getTime() };
    const clues = clueQuestions(rareKeys(sketch), asker);
    const gathered = await searchBlocks({ asker, clues, queries: matchLimits.queriesPerRecord, ask: lookUps.listings });
    queries += gathered.queries;
    narrowed += gathered.narrowed.length;
    for (const { found, question } of gathered.entries) {
      if (question.block !== 'family') met.push({ how: 'clue', listing: found, record: sketch });
      else if (found.sketch === undefined || areNearInTime(found.sketch, sketch, toleranceMs))
        met.push({ how: 'description', listing: found, record: sketch });
    }
  }
  const hopeful = hopefulOf(met, lookUps);
  return { listings: hopeful, counts: { side: 'record', queries, candidates: met.length, hopeful: hopeful.length, narrowed } };
}

interface Met {
  how: 'number' | 'clue' | 'description';
  listing: FoundListing;
  record: Sketch;
}

/** All that show the number; of the others those that may be worth a Case, or take one from a rival, the likeliest first. */
function hopefulOf(met: readonly Met[], lookUps: LookUps): ListingKey[] {
  const best = new Map<string, Met & { odds: number }>();
  const clues = cluesOf(met);
  for (const each of met) {
    const name = nameOfListing(each.listing);
    const odds = each.how === 'number' ? Number.POSITIVE_INFINITY : oddsOf(each, clues.get(name) ?? [], lookUps);
    if (odds >= leastRivalOdds && odds > (best.get(name)?.odds ?? Number.NEGATIVE_INFINITY)) best.set(name, { ...each, odds });
  }
  const sorted = [...best.values()].toSorted((a, b) => b.odds - a.odds || (nameOfListing(a.listing) < nameOfListing(b.listing) ? -1 : 1));
  const of = (how: Met['how']) => sorted.filter((each) => each.how === how);
  return [
    ...of('number'),
    ...of('clue').slice(0, matchLimits.listingsByClue),
    ...of('description').slice(0, matchLimits.listingsByDescription),
  ].map(({ listing: { source, itemId } }) => ({ source, itemId }));
}

/** A listing met by its digits and by its family as well is weighed with its digits. */
function cluesOf(met: readonly Met[]): Map<string, NonNullable<FoundListing['clue']>[]> {
  const clues = new Map<string, NonNullable<FoundListing['clue']>[]>();
  for (const { listing } of met) {
    const name = nameOfListing(listing);
    if (listing.clue !== undefined) clues.set(name, [...(clues.get(name) ?? []), listing.clue]);
  }
  return clues;
}

function oddsOf({ listing, record }: Met, clues: NonNullable<FoundListing['clue']>[], { measures }: LookUps): number {
  if (listing.sketch === undefined) return Number.POSITIVE_INFINITY;
  const profile = measures.market.located(listing.sketch.profile);
  const setting = settingOf({ ...profile, signBits: listing.signBits }, measures);
  if (!(record.profile.at <= setting.latest)) return Number.NEGATIVE_INFINITY;
  return oddsOfSketches({ listing: { ...listing.sketch, profile }, record, clues }, setting);
}

/** Not where it only guesses its other slot: who shows that number is filed as a sibling of this one. */
function isOwnNumber({ pk, sk }: Place): boolean {
  return sk.startsWith('record#') && /^(?:imei|meid|serial|slot|ends|starts)#/.test(pk);
}

function isWholeNumber({ pk }: Place): boolean {
  return /^(?:imei|meid|serial)#/.test(pk);
}
