/** The market as a set of listings and records at hand shows it. */

import { isLookedFor } from '../stolen-record.ts';
import { Gazetteer } from './gazetteer.ts';
import type { ReadListing } from './identifier-holders.ts';
import type { Market } from './market.ts';
import { placeSharesOf } from './place-shares.ts';
import { estimatePopulation } from './population.ts';
import type { DeviceProfile } from './profile.ts';
import type { RecordIndex } from './record-index.ts';
import { TacSightings } from './tac-sightings.ts';
import { TheftDates } from './theft-dates.ts';
import type { MatchingModel } from './weights.ts';

interface AtHand {
  listings: ReadListing[];
  index: RecordIndex;
  model: MatchingModel;
}

/** How often strangers agree, counted on what is at hand. */
export function marketOf({ listings, index, model }: AtHand): Market {
  const gazetteer = new Gazetteer(profilesOf([...index.records, ...listings]));
  const located = listings.map(({ listing, profile }) => ({ listing, profile: gazetteer.located(profile) }));
  const active = profilesOf(index.records.filter(({ record }) => isLookedFor(record)));
  const counted = located.map(({ listing, profile }) => ({ profile, ...(listing.price && { price: listing.price.amount }) }));
  const tacs = sightingsOf(index, listings);
  return {
    surveyVersion: 'at hand',
    population: estimatePopulation(counted, model),
    thefts: new TheftDates(
      active.map(({ at }) => at),
      model.time,
    ),
    placeShares: placeSharesOf(pointsOf(profilesOf(located)), pointsOf(active), model.place),
    // An advert that only names its place gets the point of that place, where others gave one.
    located: (profile) => gazetteer.located(profile),
    modelOfImei: (imei) => tacs.modelOf(imei),
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
