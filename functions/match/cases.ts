import { isDeepStrictEqual } from 'node:util';
import type { AuditEvent } from '../../shared/aws/audit-store.ts';
import type { CaseSubject } from '../../shared/aws/case-store.ts';
import { type Case, type CaseState, kindOfCase } from '../../shared/domain/case.ts';
import type { Listing, Revision } from '../../shared/domain/listing.ts';
import type { Match } from '../../shared/domain/match.ts';
import { compareListingWithRecord } from '../../shared/domain/matching/compare.ts';
import type { ComparisonContext } from '../../shared/domain/matching/sides.ts';
import { reasonsToAskAgain } from '../../shared/domain/refusal.ts';
import { isLookedFor, type StolenRecord } from '../../shared/domain/stolen-record.ts';
import { reviewRequestFor } from '../../shared/messages.ts';
import { floodCaseId, pairCaseId } from './case-id.ts';
import { entranceByEvidence, entranceOf } from './entrance.ts';
import type { MatchParts } from './parts.ts';

export interface Pair {
  listing: Listing;
  revision: Revision;
  record: StolenRecord;
  context: ComparisonContext;
}

/**
 * Opens a Case for a pair that fits, once: the Case's id follows from the pair, so finding it again opens nothing. Returns the id of the
 * Case that stands now, or undefined when the pair does not fit.
 */
export async function queueIfItFits(pair: Pair, parts: MatchParts): Promise<string | undefined> {
  const { listing, revision, record } = pair;
  const { source, itemId, url } = listing;
  const match = matchOf(pair);
  if (match.action !== 'review') return undefined;

  const id = pairCaseId(listing, record.reference);
  const found: Found = {
    kind: kindOfCase(match),
    listing: { source, itemId, url, title: revision.title, revision: revision.number },
    match,
  };
  const before = await parts.cases.get(id);
  if (before) await renew(before, found, parts);
  else await enter({ id, ...found }, parts);

  await parts.listings.keepForCase(listing, revision.number);
  const standing = await standingCase(id, record, parts);
  // Asked for as long as it waits: a crash may have fallen between the Case and its request.
  if (standing?.state === 'opened') await requestReview(standing, parts);
  return id;
}

/** A record withdrawn while it was compared had its Cases closed before this one was there. */
async function standingCase(id: string, { reference }: StolenRecord, parts: MatchParts): Promise<Case | undefined> {
  const standing = await parts.cases.get(id);
  const record = await parts.records.get(reference);
  if (standing === undefined || record === undefined || isLookedFor(record)) return standing;
  await close(standing, whyNotLookedFor(record), parts);
  return undefined;
}

function matchOf({ listing: { source, itemId, firstSeenAt }, revision, record, context }: Pair): Match {
  return compareListingWithRecord({ listing: { ...revision, source, itemId, firstSeenAt }, record, context });
}

type Found = Pick<Case, 'kind' | 'listing' | 'match'>;

async function enter(found: Found & Pick<Case, 'id'>, parts: MatchParts): Promise<void> {
  const { state, flood } = await entranceOf(found, parts);
  // The flood's own Case first: nothing may be held without a person being told.
  if (flood !== undefined) await openFlood(flood, found, parts);
  await open({ ...found, state }, parts);
}

async function open(found: Found & Pick<Case, 'id' | 'state' | 'floodOf'>, parts: MatchParts): Promise<void> {
  const act = openingActs[found.state];
  await audit(act, found.id, parts, 'attempted');
  const openedAt = parts.now().toISOString();
  const outcome = await parts.cases.open({ ...found, team: parts.team, openedAt });
  if (outcome === 'opened') await audit(act, found.id, parts);
}

const openingActs: Record<CaseState, string> = {
  waiting: 'case-waiting',
  held: 'case-held',
  opened: 'case-opened',
  ready: 'case-ready',
  closed: 'case-closed',
};

/** One Case for a person instead of a flooded queue: it shows the pair that was one too many, and stands for all that are held after it. */
async function openFlood(subject: CaseSubject, found: Found, parts: MatchParts): Promise<void> {
  const floodOf = 'record' in subject ? 'record' : 'listing';
  const flood = { ...found, id: floodCaseId(subject), kind: 'flood' as const, floodOf } satisfies Partial<Case>;
  const before = await parts.cases.get(flood.id);
  if (before === undefined) await open({ ...flood, state: 'opened' }, parts);
  else if (before.state === 'closed')
    await reopen(before, { ...flood, state: 'opened', because: ['More has come since it was closed.'] }, parts);
  const standing = await parts.cases.get(flood.id);
  if (standing?.state === 'opened') await requestReview(standing, parts);
}

/** The pair is known already: newer evidence replaces the old, and a Case closed because its record went is opened again. */
async function renew(before: Case, found: Found, parts: MatchParts): Promise<void> {
  if (before.state === 'closed') return renewClosed(before, found, parts);
  if (before.state === 'waiting' && entranceByEvidence(found) === 'opened') {
    // The advert now shows a number: no reason to wait.
    const moved = await parts.cases.move(before.id, 'opened', found);
    if (moved === 'moved') await audit('case-opened', before.id, parts);
  } else if (found.listing.revision >= before.listing.revision && !isSame(before, found)) {
    await parts.cases.updateMatch(before.id, found);
  }
}

function isSame({ kind, listing, match }: Case, found: Found): boolean {
  return isDeepStrictEqual({ kind, listing, match }, found);
}

/** What a person refused stays refused until there is something new to look at. */
async function renewClosed(before: Case, found: Found, parts: MatchParts): Promise<void> {
  const because = before.refusal && reasonsToAskAgain(before.refusal, found.match, parts.now());
  if (because?.length === 0) return;
  await reopen(before, { ...found, state: entranceByEvidence(found), ...(because && { because }) }, parts);
}

async function reopen({ id }: Case, found: Found & { state: CaseState; because?: string[] }, parts: MatchParts): Promise<void> {
  const { state, because, ...rest } = found;
  const openedAt = parts.now().toISOString();
  const patch = { ...rest, openedAt, closedAt: undefined, closedBecause: undefined, reopenedBecause: because };
  const moved = await parts.cases.move(id, state, patch);
  if (moved === 'moved') await audit('case-reopened', id, parts);
}

/** The record is no longer looked for, so nothing may rest on it (product rule 7). */
export async function closeRestingCases(record: StolenRecord, parts: MatchParts): Promise<void> {
  for (const resting of await parts.cases.restingOn(record.reference)) await close(resting, whyNotLookedFor(record), parts);
}

function whyNotLookedFor({ status }: StolenRecord): string {
  return status === 'stolen' ? 'The record is disputed.' : `The record was marked as ${status}.`;
}

/**
 * A corrected record may have lost what a Case rested on: its number was another phone's, or the theft was later than first said. Cases
 * in `confirmed` were compared a moment ago; the others are compared once more with the Revision they rest on.
 */
export async function closeCasesThatNoLongerFit(record: StolenRecord, confirmed: ReadonlySet<string>, parts: MatchParts): Promise<void> {
  const { cases, listings, records, model } = parts;
  for (const resting of await cases.restingOn(record.reference)) {
    if (resting.state === 'closed' || confirmed.has(resting.id)) continue;
    const listing = await listings.get(resting.listing);
    const revision = await listings.revision(resting.listing, resting.listing.revision);
    if (listing === undefined || revision === undefined) continue;
    const context = { activeRecords: await records.approximateCount(), otherListingsWithIdentifier: 0, model };
    if (matchOf({ listing, revision, record, context }).action === 'review') continue;
    await close(resting, 'The record changed and no longer fits.', parts);
  }
}

async function close({ id }: Case, because: string, parts: MatchParts): Promise<void> {
  const moved = await parts.cases.move(id, 'closed', { closedAt: parts.now().toISOString(), closedBecause: because });
  if (moved === 'moved') await audit('case-closed', id, parts);
}

async function requestReview(standing: Case, { reviewQueue }: MatchParts): Promise<void> {
  await reviewQueue.send([reviewRequestFor(standing)]);
}

async function audit(act: string, caseId: string, parts: MatchParts, outcome: AuditEvent['outcome'] = 'done'): Promise<void> {
  await parts.audit.append({ at: parts.now().toISOString(), actor: 'match', act, subject: { kind: 'case', id: caseId }, outcome });
}
