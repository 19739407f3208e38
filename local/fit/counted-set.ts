/** What a labelled set says of the levels that pairs reach: of those that are one device, and of strangers. */

import type { ReadListing } from '../../shared/domain/matching/identifier-holders.ts';
import { marketOf } from '../../shared/domain/matching/market.ts';
import { surveyOf } from '../../shared/domain/matching/market-count.ts';
import type { MarketSurvey } from '../../shared/domain/matching/market-survey.ts';
import { profileOfListing } from '../../shared/domain/matching/profile.ts';
import { RecordIndex } from '../../shared/domain/matching/record-index.ts';
import { isRare } from '../../shared/domain/matching/understanding/marks.ts';
import type { MatchingModel } from '../../shared/domain/matching/weights.ts';
import { isLookedFor } from '../../shared/domain/stolen-record.ts';
import { randomFrom } from '../sample/random.ts';
import type { CountedPair, Strangers } from './estimate.ts';
import type { LabelledSet } from './labelled-set.ts';
import { areOfOneFamily, levelReader } from './levels.ts';
import { type Confirmed, samePairsOf } from './same-pairs.ts';
import { drawStrangers, type Pair } from './strangers.ts';

export interface CountedSet {
  listings: readonly ReadListing[];
  index: RecordIndex;
  /** Of all of them. */
  survey: MarketSurvey;
  confirmed: Confirmed;
  pairs: (CountedPair & { itemId: string })[];
  strangers: Strangers;
  /** Of any pairs, the share whose models are of one family. */
  familyShare: number;
  /** Records that are looked for. */
  active: number;
}

/** Levels as the model in force draws them; the seed decides which strangers are drawn. */
export function countSet(set: LabelledSet, model: MatchingModel, seed: number): CountedSet {
  const index = new RecordIndex(set.records);
  const read = set.listings.map((listing) => ({ listing, profile: profileOfListing(listing) }));
  const survey = surveyOf({ version: 'fit', records: index.records, listings: read });
  const market = marketOf(survey, model);
  for (const entry of index.records) entry.profile = market.located(entry.profile);
  const listings = read.map(({ listing, profile }) => ({ listing, profile: market.located(profile) }));
  const confirmed = samePairsOf(set, listings, index);
  const levelsOf = levelsOfPair(
    listings,
    survey.marks.map(([kind]) => kind),
    model,
  );
  const same = new Map(confirmed.pairs.map(({ listing, record }) => [listing.listing.itemId, record.record.reference]));
  const isSame = ({ listing, record }: Pair) => same.get(listing.listing.itemId) === record.record.reference;
  const { any, family } = drawStrangers(listings, index, { isSame, random: randomFrom(seed, 'strangers') });
  return {
    listings,
    index,
    survey,
    confirmed,
    pairs: confirmed.pairs.map((pair) => ({
      itemId: pair.listing.listing.itemId,
      levels: levelsOf(pair),
      weight: pair.weight,
      byNumber: pair.saidBy === 'number',
    })),
    strangers: { any: any.map(levelsOf), family: family.map(levelsOf) },
    familyShare: any.filter(({ listing, record }) => areOfOneFamily(listing.profile, record.profile)).length / Math.max(1, any.length),
    active: index.records.filter(({ record }) => isLookedFor(record)).length,
  };
}

function levelsOfPair(listings: readonly ReadListing[], kinds: readonly string[], model: MatchingModel) {
  const rare = new Set(listings.flatMap(({ profile }) => profile.marks.filter(isRare).map(({ kind }) => kind)));
  const read = levelReader(
    model,
    kinds.filter((kind) => kind !== 'worn' && !rare.has(kind)),
  );
  return ({ listing, record }: Pair) => read(listing.profile, record.profile);
}
