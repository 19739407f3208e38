/** One Listing against all records: a phone is at most one of them, so each candidate's odds are shared with its rivals and with "none". */

import type { Match } from '../match.ts';
import type { ModelReading } from './catalogue/read-model.ts';
import type { ComparedListing } from './compared-listing.ts';
import { bitsSum } from './finding.ts';
import { offerFinding } from './listing-prior.ts';
import { type DeviceProfile, profileOfListing } from './profile.ts';
import type { RecordIndex } from './record-index.ts';
import type { TheftDates } from './theft-dates.ts';
import { priorBits, verdictOf } from './verdict.ts';
import { type ReadRecord, type Scales, type Weighed, weighPair } from './weigh.ts';

/** One listing, the records, and what all comparisons of the run share. */
export interface Ranking {
  listing: ComparedListing;
  /** The listing's profile where it was read before. */
  profile?: DeviceProfile;
  index: RecordIndex;
  thefts: TheftDates;
  scales: Scales;
  /** How many other listings show one of this listing's complete identifiers on what seems another phone. */
  otherListingsWithIdentifier: number;
  modelOfImei: (imei: string) => ModelReading;
  /** Matches below this probability are not worth a line; gated ones that hold the very identifier are kept, to say why. */
  leastProbability: number;
  most: number;
}

/** Best first; equal ones by reference, so that the order of the records does not matter. */
export function rankRecords(ranking: Ranking): Match[] {
  const { listing, thefts } = ranking;
  const { model, population, surroundings } = ranking.scales;
  const profile = ranking.profile ?? profileOfListing(listing);
  const offer = offerFinding({ listing, profile, model, population });
  const latest = profile.at + model.theftToleranceHours.day * 3_600_000;
  const activeRecords = Math.max(1, thefts.countUpTo(latest));
  const start = priorBits({ activeRecords, model }) + (offer?.bits ?? 0);
  const scales = { model, population, surroundings: { ...surroundings, theftShares: thefts.sharesAt(profile.at) } };
  const odds: number[] = [];
  const best: Candidate[] = [];
  for (const candidate of candidatesOf(ranking, profile, latest)) {
    const weighed = weighPair(listing.identifiers, profile, candidate, scales);
    const total = start + weighed.bits;
    odds.push(total);
    // Most are hopeless: they count among the rivals and are forgotten.
    if (total > lowestOdds) best.push({ candidate, weighed, odds: total });
  }
  const all = bitsSum(odds);
  best.sort(byOdds);
  const matches = best.slice(0, ranking.most).map((entry) =>
    verdictOf({
      comparison: { listing, record: entry.candidate.record, context: { ...contextOf(ranking, entry.candidate), activeRecords } },
      weighed: entry.weighed,
      offer,
      rivals: { bits: rivalBits(entry.odds, all), count: best.filter((other) => other.odds > entry.odds - nearlyAsGood).length - 1 },
    }),
  );
  return matches.filter(
    (match) => match.probability >= ranking.leastProbability && (match.gates.length === 0 || match.evidenceKind === 'imei'),
  );
}

/** A rival within three bits, an eighth of the odds, is worth telling the reviewer of. */
const nearlyAsGood = 3;

/** About one in 4,000: nothing below is worth putting into words. */
const lowestOdds = -12;

interface Candidate {
  candidate: ReadRecord;
  weighed: Weighed;
  odds: number;
}

function byOdds(a: Candidate, b: Candidate): number {
  return b.odds - a.odds || (a.candidate.record.reference < b.candidate.record.reference ? -1 : 1);
}

/** Phones taken after the offer was made are not in it; those whose very number it shows are kept, so that the gate can say so. */
function candidatesOf({ listing, index }: Ranking, profile: DeviceProfile, latest: number): ReadRecord[] {
  const candidates = index.candidates(profile, listing.identifiers, latest);
  for (const find of listing.identifiers) for (const entry of index.holding(find)) candidates.add(entry);
  return [...candidates];
}

/** log2(1 + what the rivals' odds sum to), taken from each candidate: P(this) = own / (1 + all). */
function rivalBits(own: number, all: number): number {
  const rivals = 2 ** all - 2 ** own;
  return rivals > 0 ? -Math.log2(1 + rivals) : 0;
}

function contextOf({ listing, index, scales, otherListingsWithIdentifier, modelOfImei }: Ranking, { record }: ReadRecord) {
  const holders = new Set(listing.identifiers.flatMap((find) => index.holding(find)).map((entry) => entry.record.reference));
  holders.delete(record.reference);
  return {
    model: scales.model,
    population: scales.population,
    modelOfImei,
    otherListingsWithIdentifier,
    otherRecordsWithIdentifier: holders.size,
  };
}
