/** One Listing against the records that may be it: a phone is at most one of them, so each one's odds are shared with its rivals and with "none". */

import type { Match } from '../match.ts';
import type { Surroundings } from './circumstance-evidence.ts';
import { bitsSum } from './finding.ts';
import type { Measures, Offer } from './offer.ts';
import { type Judged, verdictOf } from './verdict.ts';
import { type ReadRecord, type Weighed, weighPair } from './weigh.ts';

/** A record with the odds (log2) that it is the phone offered, as if no other could be. */
export interface Standing {
  candidate: ReadRecord;
  weighed: Weighed;
  odds: number;
}

/** What is known of the numbers that a listing and a record share. */
export interface Around {
  /** Other listings that show one of them on what seems another phone. */
  otherListingsWithIdentifier: number;
  /** Other records that hold one of them. */
  otherRecordsWithIdentifier: number;
}

export interface Ranking {
  offer: Offer;
  /** Candidates worth telling of, and rivals to one another; in any order. */
  standings: readonly Standing[];
  /** Odds (log2) of further rivals of which no more is known. */
  furtherOdds?: readonly number[];
  around: (candidate: ReadRecord) => Around;
  measures: Measures;
  /** At most so many are put into words. */
  most: number;
}

export interface RankedPair extends Judged {
  surroundings: Surroundings;
}

/** One in a hundred: a record less likely than that is nobody's rival, so that it need not be known when a Listing is ranked. */
export const leastRivalOdds = Math.log2(0.01 / 0.99);

export function standingOf(candidate: ReadRecord, offer: Offer): Standing {
  const weighed = weighPair(offer.listing.identifiers, offer.profile, candidate, offer.scales);
  return { candidate, weighed, odds: offer.startBits + weighed.bits };
}

/** Best first; equal ones by reference, so that the order of the records does not matter. */
export function rank(ranking: Ranking): Match[] {
  return rankedPairs(ranking).map(verdictOf);
}

/** The same before they are put into words, with all that each Match follows from: what `basisOf` keeps. */
export function rankedPairs({ offer, standings, furtherOdds = [], around, measures, most }: Ranking): RankedPair[] {
  const { market, model } = measures;
  const rivals = [...standings, ...furtherOdds.map((odds) => ({ odds }))].filter(({ odds }) => odds >= leastRivalOdds).toSorted(byOdds);
  return standings
    .toSorted(byOdds)
    .slice(0, most)
    .map((standing) => {
      const { candidate, weighed } = standing;
      const own = rivals.filter((other) => isRival(other, standing));
      const context = {
        ...around(candidate),
        activeRecords: offer.activeRecords,
        model,
        population: market.population,
        modelOfImei: market.modelOfImei,
        surveyVersion: market.surveyVersion,
      };
      return {
        comparison: { listing: offer.listing, record: candidate.record, context },
        profiles: { listing: offer.profile, record: candidate.profile },
        surroundings: offer.scales.surroundings,
        weighed,
        offer: offer.signs,
        rivals: { bits: rivalBits(own), count: own.filter(({ odds }) => odds > standing.odds - nearlyAsGood).length },
      };
    });
}

/** A rival within three bits, an eighth of the odds, is worth telling the reviewer of. */
const nearlyAsGood = 3;

type Rival = Pick<Standing, 'odds'> & Partial<Standing>;

/** An advert may offer several phones: who holds a number that it shows is no rival of who holds another, or the same. */
function isRival(other: Rival, standing: Standing): boolean {
  return other !== standing && !(holdsTheNumber(other) && holdsTheNumber(standing));
}

function holdsTheNumber({ weighed }: Partial<Standing>): boolean {
  return weighed?.identifier?.level === 'equal';
}

function byOdds(a: Rival, b: Rival): number {
  return b.odds - a.odds || ((a.candidate?.record.reference ?? '') < (b.candidate?.record.reference ?? '') ? -1 : 1);
}

/** log2(1 + what the rivals' odds sum to), taken from each candidate: P(this) = own / (1 + all). */
function rivalBits(rivals: readonly Rival[]): number {
  return rivals.length === 0 ? 0 : -Math.log2(1 + 2 ** bitsSum(rivals.map(({ odds }) => odds)));
}
