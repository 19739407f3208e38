import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { AuditEvent } from '../../shared/aws/audit-store.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { Listing, Revision } from '../../shared/domain/listing.ts';
import type { Match } from '../../shared/domain/match.ts';
import { compareListingWithRecord } from '../../shared/domain/matching/compare.ts';
import type { ComparisonContext } from '../../shared/domain/matching/sides.ts';
import { isLookedFor, type StolenRecord } from '../../shared/domain/stolen-record.ts';
import type { ReviewRequest } from '../../shared/messages.ts';
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

  const id = caseId(listing, record);
  const found = { listing: { source, itemId, url, title: revision.title, revision: revision.number }, match };
  const before = await parts.cases.get(id);
  if (before) await renew(before, found, parts);
  else await open({ id, ...found }, parts);

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

async function open(found: Pick<Case, 'id' | 'listing' | 'match'>, parts: MatchParts): Promise<void> {
  await audit('case-opened', found.id, parts, 'attempted');
  const openedAt = parts.now().toISOString();
  const outcome = await parts.cases.open({ ...found, team: parts.team, state: 'opened', openedAt });
  if (outcome === 'opened') await audit('case-opened', found.id, parts);
}

/** The pair is in the queue already: newer evidence replaces the old, and a Case closed because its record went is opened again. */
async function renew(before: Case, found: Pick<Case, 'listing' | 'match'>, parts: MatchParts): Promise<void> {
  if (before.state === 'closed') {
    const openedAt = parts.now().toISOString();
    const moved = await parts.cases.move(before.id, 'opened', { ...found, openedAt, closedAt: undefined, closedBecause: undefined });
    if (moved === 'moved') await audit('case-reopened', before.id, parts);
  } else if (
    found.listing.revision >= before.listing.revision &&
    !isDeepStrictEqual({ listing: before.listing, match: before.match }, found)
  ) {
    await parts.cases.updateMatch(before.id, found);
  }
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

/** A Case that was opened again within SQS's five minutes of deduplication asks again, so the moment of opening is part of the name. */
async function requestReview({ id, openedAt, listing: { source, url } }: Case, { reviewQueue }: MatchParts): Promise<void> {
  const body: ReviewRequest = { type: 'case-opened', caseId: id, source, url };
  await reviewQueue.send([{ body, group: new URL(url).host, deduplicationId: `${id}#${openedAt}` }]);
}

async function audit(act: string, caseId: string, parts: MatchParts, outcome: AuditEvent['outcome'] = 'done'): Promise<void> {
  await parts.audit.append({ at: parts.now().toISOString(), actor: 'match', act, subject: { kind: 'case', id: caseId }, outcome });
}

/** Opaque, and the same whenever the same pair is found. */
function caseId({ source, itemId }: Listing, { reference }: StolenRecord): string {
  const name = JSON.stringify([source, itemId, reference]);
  return createHash('sha256').update(name).digest('base64url').slice(0, 20);
}
