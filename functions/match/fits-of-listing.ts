import { isDoubted } from '../../shared/domain/identifiers/belonging.ts';
import type { EvidenceKind, Match } from '../../shared/domain/match.ts';
import { matchLimits } from '../../shared/domain/matching/match-limits.ts';
import { meet } from '../../shared/domain/matching/meeting.ts';
import { exactKeys } from '../../shared/domain/matching/number-keys.ts';
import { offerOf } from '../../shared/domain/matching/offer.ts';
import { type RankedPair, rankedPairs, standingOf } from '../../shared/domain/matching/rank.ts';
import { verdictOf } from '../../shared/domain/matching/verdict.ts';
import { aroundOf, holdersOf } from './holders.ts';
import type { Listed } from './listed.ts';
import type { LookUps } from './look-ups.ts';
import type { MatchParts } from './parts.ts';
import type { KeyedRecord } from './read-record.ts';
import { type RecordSearch, searchRecords } from './search-records.ts';

/** A pair that is worth a place in the queue, as one Revision shows it. */
export interface Fit {
  listed: Listed;
  /** All that the Match follows from. */
  pair: RankedPair;
  match: Match;
}

interface Desk {
  parts: MatchParts;
  lookUps: LookUps;
}

/** The pairs of a Listing that fit, one for each record. `known`: references of records that are compared even where a full block hides them. */
export async function fitsOfListing(revisions: readonly Listed[], known: readonly string[], desk: Desk): Promise<Fit[]> {
  const fits = new Map<string, Fit>();
  for (const listed of revisions) {
    for (const fit of await fitsOfRevision(listed, known, desk)) {
      const before = fits.get(fit.match.recordReference);
      if (before === undefined || isBetter(fit, before)) fits.set(fit.match.recordReference, fit);
    }
  }
  const all = [...fits.values()];
  // Once the advert has shown the number of a phone on the list, it is that one and none that it only resembles.
  const named = all.filter(({ match }) => match.evidenceKind === 'imei');
  return named.length > 0 ? named : all;
}

const strength: Record<EvidenceKind, number> = { imei: 2, 'partial-imei': 1, description: 0 };

/** A number that the seller has taken out again still stands; beyond that the newest Revision counts. */
function isBetter({ listed, match }: Fit, before: Fit): boolean {
  const stronger = strength[match.evidenceKind] - strength[before.match.evidenceKind];
  return stronger > 0 || (stronger === 0 && listed.revision.number > before.listed.revision.number);
}

async function fitsOfRevision(listed: Listed, known: readonly string[], { parts, lookUps }: Desk): Promise<Fit[]> {
  const { measures } = lookUps;
  const offer = offerOf(listed.compared, listed.profile, measures);
  const keys = exactKeys(listed);
  const holders = new Map(await Promise.all(keys.map(async (key) => [key, await holdersOf(key, listed, lookUps)] as const)));
  const numbered = [...holders.values()].flatMap(({ records, siblings }) => [...records, ...siblings]);
  const isNamed = exactKeys({ identifiers: listed.compared.identifiers.filter((find) => !isDoubted(find)) }).some(
    (key) => (holders.get(key)?.records.length ?? 0) > 0,
  );
  // Nothing that a description could add would stand beside an equal number, and what offers no phone is nobody's phone.
  const search = listed.isOffer && !isNamed ? await searchRecords(listed, offer, { lookUps, now: parts.now().getTime() }) : nothingSearched;
  parts.searched({ ...search.counts, queries: search.counts.queries + keys.length });

  const toleranceMs = measures.model.theftToleranceHours.day * 3_600_000;
  const read = [
    ...(await lookUps.lookedFor(search.hopeful)),
    ...(await lookUps.lookedFor(known)).filter((record) => meet(listed, record, toleranceMs)),
  ];
  const pairs = rankedPairs({
    offer,
    standings: distinct([...numbered, ...read])
      .filter(({ profile }) => isNamed || profile.at <= offer.latest)
      .map((candidate) => standingOf(candidate, offer)),
    furtherOdds: search.furtherOdds,
    around: ({ record }) => aroundOf(record, listed, holders),
    measures,
    most: matchLimits.candidates,
  });
  const { narrowed } = search;
  return pairs
    .map((pair) => ({ listed, pair, match: { ...verdictOf(pair), ...(narrowed.length > 0 && { narrowed }) } }))
    .filter(({ match }) => match.action === 'review');
}

const nothingSearched: RecordSearch = {
  hopeful: [],
  furtherOdds: [],
  narrowed: [],
  counts: { side: 'listing', queries: 0, candidates: 0, hopeful: 0, narrowed: 0 },
};

function distinct(records: readonly KeyedRecord[]): KeyedRecord[] {
  return [...new Map(records.map((each) => [each.record.reference, each])).values()];
}
