/** A Listing as records are weighed against it: what was read out of it, and the odds it starts from. */

import type { ComparedListing } from './compared-listing.ts';
import type { Finding } from './finding.ts';
import { offerFinding } from './listing-prior.ts';
import type { Market } from './market.ts';
import type { DeviceProfile } from './profile.ts';
import { doubtedBits, priorBits } from './verdict.ts';
import type { Scales } from './weigh.ts';
import type { MatchingModel } from './weights.ts';

/** What a comparison is measured by. */
export interface Measures {
  model: MatchingModel;
  market: Market;
}

/** What every record finds when it is weighed against one listing. */
export interface Setting {
  /** Phones taken after this moment (milliseconds since 1970) are not in the offer. */
  latest: number;
  activeRecords: number;
  /** log2 odds that the offer is one given record, before the two are compared. */
  startBits: number;
  scales: Scales;
}

export interface Offer extends Setting {
  listing: ComparedListing;
  profile: DeviceProfile;
  /** Signs of the offer itself; they move where it starts. */
  signs: Finding | undefined;
}

interface Asked extends Pick<DeviceProfile, 'at' | 'coordinates'> {
  /** What the signs of the offer itself come to. */
  signBits: number;
}

export function settingOf({ at, coordinates, signBits }: Asked, { model, market }: Measures): Setting {
  const latest = at + model.theftToleranceHours.day * 3_600_000;
  const activeRecords = Math.max(1, market.thefts.countUpTo(latest));
  const placeShares = coordinates && market.placeSharesAt(coordinates);
  return {
    latest,
    activeRecords,
    startBits: priorBits({ activeRecords, model }) + signBits,
    scales: {
      model,
      population: market.population,
      doubtedBits: doubtedBits({ activeRecords, model }),
      surroundings: { theftShares: market.thefts.sharesAt(at), ...(placeShares && { placeShares }) },
    },
  };
}

/** `profile` is of this listing, and located if the market knows its place. */
export function offerOf(listing: ComparedListing, profile: DeviceProfile, measures: Measures): Offer {
  const { model, market } = measures;
  const signs = offerFinding({ listing, profile, model, population: market.population });
  return { listing, profile, signs, ...settingOf({ ...profile, signBits: signs?.bits ?? 0 }, measures) };
}
