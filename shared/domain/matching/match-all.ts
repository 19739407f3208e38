/** Every listing of a set against every record of a set, with chance counted on the set itself: what the `match` filter runs. */

import type { Match } from '../match.ts';
import type { StolenRecord } from '../stolen-record.ts';
import type { ComparedListing } from './compared-listing.ts';
import { IdentifierHolders, type ReadListing } from './identifier-holders.ts';
import { marketOf } from './market.ts';
import { surveyOf } from './market-count.ts';
import { type Measures, offerOf } from './offer.ts';
import { profileOfListing } from './profile.ts';
import { type Around, rank, type Standing, standingOf } from './rank.ts';
import { RecordIndex } from './record-index.ts';
import type { ReadRecord } from './weigh.ts';
import type { MatchingModel } from './weights.ts';

/** One listing of the set and what fits it. */
export interface Matched {
  listing: ComparedListing;
  /** Best first, at most ten; empty when nothing fits. */
  matches: Match[];
}

const mostMatches = 10;
/** One in a thousand: below it a candidate is noise. */
const leastProbability = 0.001;
/** About one in 4,000: nothing below is worth putting into words. */
const leastOdds = -12;

/** In the order of the listings. A listing given twice is one listing, as the last of them says it. */
export function* matchAll(input: { records: StolenRecord[]; listings: ComparedListing[]; model: MatchingModel }): Generator<Matched> {
  const index = new RecordIndex(input.records);
  const listings = latestOf(input.listings).map((listing) => ({ listing, profile: profileOfListing(listing) }));
  const market = marketOf(surveyOf({ version: 'at hand', records: index.records, listings }), input.model);
  for (const entry of index.records) entry.profile = market.located(entry.profile);
  yield* matchRead({ index, listings, measures: { model: input.model, market } });
}

/** The same for sides that were read before; each listing once, and the records located. */
export function* matchRead({
  index,
  listings,
  measures,
}: {
  index: RecordIndex;
  listings: readonly ReadListing[];
  measures: Measures;
}): Generator<Matched> {
  const holders = new IdentifierHolders(listings);
  for (const entry of listings) {
    yield { listing: entry.listing, matches: matchesOf(entry, { index, holders, measures }) };
  }
}

function latestOf(listings: ComparedListing[]): ComparedListing[] {
  const latest = new Map<string, ComparedListing>();
  for (const listing of listings) latest.set(`${listing.source}\n${listing.itemId}`, listing);
  return [...latest.values()];
}

interface AtHand {
  index: RecordIndex;
  holders: IdentifierHolders;
  measures: Measures;
}

/** Gated matches that hold the very identifier are kept, to say why. */
function matchesOf(entry: ReadListing, { index, holders, measures }: AtHand): Match[] {
  const offer = offerOf(entry.listing, measures.market.located(entry.profile), measures);
  const standings: Standing[] = [];
  // One by one: thousands of hopeless ones held at once would outlive the young generation and double the memory of a run.
  for (const candidate of index.candidates(offer.profile, offer.listing.identifiers, offer.latest)) {
    const standing = standingOf(candidate, offer);
    if (standing.odds > leastOdds) standings.push(standing);
  }
  const otherListingsWithIdentifier = holders.othersLike(entry);
  const around = (candidate: ReadRecord): Around => ({
    otherListingsWithIdentifier,
    otherRecordsWithIdentifier: index.othersHolding(offer.listing.identifiers, candidate),
  });
  return rank({ offer, standings, around, measures, most: mostMatches }).filter(
    (match) => match.probability >= leastProbability && (match.gates.length === 0 || match.evidenceKind === 'imei'),
  );
}
