/** Every listing judged by a fit that has not seen it. */

import { isMatchable } from '../../shared/domain/identifier.ts';
import type { MatchingModel } from '../../shared/domain/matching/weights.ts';
import { randomFrom } from '../sample/random.ts';
import { type Calibration, calibrate } from './calibrate.ts';
import type { CountedSet } from './counted-set.ts';
import { estimate } from './estimate.ts';
import { type Judgeable, type JudgedListing, judgeListings } from './judged-listing.ts';
import { claimsOf, type Judgement, judge } from './judgement.ts';
import type { LabelledSet } from './labelled-set.ts';

export interface Validation {
  before: Judgement;
  after: Judgement;
  /** From what the fits said of the listings they had not seen. */
  calibration: Calibration;
  /** Listings whose truth is known. */
  judged: number;
}

interface Settings {
  from: MatchingModel;
  /** Share of offers on the market that are a phone on the list. */
  share: number;
  folds: number;
  seed: number;
}

export function crossValidate(set: LabelledSet, counted: CountedSet, { from, share, folds, seed }: Settings): Validation {
  const judgeable = judgeableOf(set, counted);
  const stolen = [...judgeable.truth.values()].filter((reference) => reference !== undefined).length;
  const innocentsStandFor = (stolen * (1 - share)) / share / Math.max(1, judgeable.truth.size - stolen);
  const foldOf = (itemId: string) => randomFrom(seed, itemId).int(0, folds - 1);

  const heldOut: { listing: JudgedListing; calibration: Calibration }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const isHeldOut = ({ itemId }: { itemId: string }) => foldOf(itemId) === fold;
    const seen = counted.pairs.filter((pair) => !isHeldOut(pair));
    const judged = judgeListings(judgeable, estimate(from, seen, counted.strangers).model);
    const seenListings = judged.filter((listing) => !isHeldOut(listing));
    const calibration = calibrate(seenListings, innocentsStandFor, from.calibration);
    heldOut.push(...judged.filter(isHeldOut).map((listing) => ({ listing, calibration })));
  }
  const before = judgeListings(judgeable, from).map((listing) => claimsOf(listing, from.calibration));
  const after = heldOut.map(({ listing, calibration }) => claimsOf(listing, calibration));
  const unseen = heldOut.map(({ listing }) => listing);
  return {
    before: judge(before, innocentsStandFor),
    after: judge(after, innocentsStandFor),
    calibration: calibrate(unseen, innocentsStandFor, from.calibration),
    judged: judgeable.truth.size,
  };
}

/**
 * A listing is judged where its truth is known: by a person or the labels of the set, or by a complete number that it shows, which says
 * which record it is or that it is none. The number is hidden then: by it the listing would be judged by what it is known by.
 */
function judgeableOf(set: LabelledSet, { listings, index, survey, confirmed: { pairs, leftOut } }: CountedSet): Judgeable {
  const same = new Map(pairs.map(({ listing, record }) => [listing.listing.itemId, record.record.reference]));
  const unclear = new Set([...set.neither, ...Object.values(leftOut).flat()]);
  const saidByPeople = new Set([...set.truth.keys(), ...set.decisions.map(({ itemId }) => itemId)]);
  const truth = new Map<string, string | undefined>();
  const judged = listings.map((read) => {
    const { itemId, identifiers } = read.listing;
    const shown = identifiers.some((find) => find.kind === 'imei' && isMatchable(find));
    if (unclear.has(itemId) || !(saidByPeople.has(itemId) || shown)) return read;
    truth.set(itemId, same.get(itemId));
    return saidByPeople.has(itemId) ? read : { ...read, listing: { ...read.listing, identifiers: [] } };
  });
  return { index, listings: judged, survey, truth };
}
