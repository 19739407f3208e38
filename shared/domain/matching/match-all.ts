/** Every listing of a set against every record of a set, with chance counted on the set itself: what the `match` filter and the bench run. */

import type { Match } from '../match.ts';
import { isLookedFor, type StolenRecord } from '../stolen-record.ts';
import type { ComparedListing } from './compared-listing.ts';
import { Gazetteer } from './gazetteer.ts';
import { IdentifierHolders, type ReadListing } from './identifier-holders.ts';
import { placeSharesOf } from './place-shares.ts';
import { estimatePopulation } from './population.ts';
import { type DeviceProfile, profileOfListing } from './profile.ts';
import { rankRecords } from './rank.ts';
import { RecordIndex } from './record-index.ts';
import { TacSightings } from './tac-sightings.ts';
import { TheftDates } from './theft-dates.ts';
import type { ReadRecord, Scales } from './weigh.ts';
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

/** In the order of the listings. A listing given twice is one listing, as the last of them says it. */
export function* matchAll(input: { records: StolenRecord[]; listings: ComparedListing[]; model: MatchingModel }): Generator<Matched> {
  const { model } = input;
  const index = new RecordIndex(input.records);
  const listings = located(
    latestOf(input.listings).map((listing) => ({ listing, profile: profileOfListing(listing) })),
    index.records,
  );
  const active = index.records.filter(({ record }) => isLookedFor(record));
  const thefts = new TheftDates(
    profilesOf(active).map(({ at }) => at),
    model.time,
  );
  const scales = scalesOf({ listings, active, model });
  const holders = new IdentifierHolders(listings);
  const tacs = sightingsOf(index, listings);
  for (const entry of listings) {
    const matches = rankRecords({
      ...entry,
      index,
      thefts,
      scales,
      otherListingsWithIdentifier: holders.othersLike(entry),
      modelOfImei: (imei) => tacs.modelOf(imei),
      leastProbability,
      most: mostMatches,
    });
    yield { listing: entry.listing, matches };
  }
}

function latestOf(listings: ComparedListing[]): ComparedListing[] {
  const latest = new Map<string, ComparedListing>();
  for (const listing of listings) latest.set(`${listing.source}\n${listing.itemId}`, listing);
  return [...latest.values()];
}

/** An advert that only names its place gets the point of that place, where others gave one. */
function located(listings: ReadListing[], records: ReadRecord[]): ReadListing[] {
  const gazetteer = new Gazetteer(profilesOf([...records, ...listings]));
  return listings.map(({ listing, profile }) => ({ listing, profile: gazetteer.located(profile) }));
}

interface AtHand {
  listings: ReadListing[];
  active: ReadRecord[];
  model: MatchingModel;
}

/** How often strangers agree, counted on what is at hand. */
function scalesOf({ listings, active, model }: AtHand): Scales {
  const counted = listings.map(({ listing, profile }) => ({ profile, ...(listing.price && { price: listing.price.amount }) }));
  return {
    model,
    population: estimatePopulation(counted, model),
    surroundings: {
      placeShares: placeSharesOf(pointsOf(profilesOf(listings)), pointsOf(profilesOf(active)), model.place),
    },
  };
}

function profilesOf(entries: { profile: DeviceProfile }[]): DeviceProfile[] {
  return entries.map(({ profile }) => profile);
}

function pointsOf(profiles: DeviceProfile[]) {
  return profiles.map(({ coordinates }) => coordinates).filter((point) => point !== undefined);
}

/** A number that is on the list is what is to be judged, so an advert that shows it teaches nothing. */
function sightingsOf(index: RecordIndex, listings: ReadListing[]): TacSightings {
  const sightings = new TacSightings();
  const strangers = listings.map(({ listing, profile }) => ({
    identifiers: listing.identifiers.filter((find) => index.holding(find).length === 0),
    profile,
  }));
  const reported = index.records.map(({ record, profile }) => ({ identifiers: record.identifiers, profile }));
  for (const { identifiers, profile } of [...reported, ...strangers]) {
    for (const { kind, value } of identifiers) if (kind === 'imei' && value !== undefined) sightings.add(value, profile.model);
  }
  return sightings;
}
