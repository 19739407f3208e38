import { isDeepStrictEqual } from 'node:util';
import type { CaseSubject } from '../../shared/aws/case-keys.ts';
import type { AuditEvent } from '../../shared/domain/audit-event.ts';
import { type Case, type CaseAbout, type CaseState, kindOfCase } from '../../shared/domain/case.ts';
import type { ListingContent, Revision } from '../../shared/domain/listing.ts';
import { basisOf } from '../../shared/domain/matching/match-basis.ts';
import { reasonsToAskAgain } from '../../shared/domain/refusal.ts';
import { isLookedFor, type StolenRecord } from '../../shared/domain/stolen-record.ts';
import { readingsRequestFor, recallRequestFor, reviewRequestFor } from '../../shared/messages.ts';
import { floodCaseId, pairCaseId } from './case-id.ts';
import { type Entrance, entranceByEvidence, entranceOf } from './entrance.ts';
import type { Fit } from './fits-of-listing.ts';
import type { MatchParts } from './parts.ts';

/** Opens a Case for a pair that fits, once: its id follows from the pair, so finding it again opens nothing. True when a Case changed. */
export async function queueFit({ listed: { listing, revision }, pair, match }: Fit, parts: MatchParts): Promise<boolean> {
  const { source, itemId, url } = listing;
  const { record } = pair.comparison;
  const id = pairCaseId(listing, record.reference);
  const kind = kindOfCase(match);
  const told = {
    kind,
    listing: { source, itemId, url, title: revision.title, revision: revision.number },
    match,
    about: aboutOf(record, revision),
  };
  const before = await parts.cases.get(id);
  if (before && before.state !== 'closed' && isSame(before, told)) {
    // Asked for as long as it waits: a crash may have fallen between the Case and its request.
    await parts.relistings.ofCase(before);
    await requestEvidence(before, revision, parts);
    return false;
  }
  const found: Found = { ...told, basis: await parts.bases.keep(basisOf(pair)) };
  // Kept before a Case rests on it: one that rests on it already is proof that it is kept.
  if (before?.listing.revision !== revision.number) await parts.listings.keepForCase(listing, revision.number);
  const hasChanged = before ? await renew(before, found, parts) : await enter({ id, ...found }, parts);
  const standing = hasChanged ? await standingCase(id, record, parts) : before;
  if (standing !== undefined) {
    // Before a person is asked: what went before is on the page when it is opened.
    await parts.relistings.ofCase(standing);
    await requestEvidence(standing, revision, parts);
  }
  return hasChanged;
}

/** A record withdrawn while it was compared had its Cases closed before this one was there. */
async function standingCase(id: string, { reference }: StolenRecord, parts: MatchParts): Promise<Case | undefined> {
  const standing = await parts.cases.get(id);
  const record = await parts.records.get(reference);
  if (standing === undefined || record === undefined || isLookedFor(record)) return standing;
  await closeCase(standing, whyNotLookedFor(record), parts);
  return undefined;
}

type Found = Pick<Case, 'kind' | 'listing' | 'match'> & { about: CaseAbout; basis: string };

function aboutOf({ make, model, area }: StolenRecord, { seller }: Pick<ListingContent, 'seller'>): CaseAbout {
  const words = [make, model].filter((word) => word !== undefined).join(' ');
  const name = seller?.id ?? seller?.name;
  return { ...(words !== '' && { model: words }), ...(area !== undefined && { area }), ...(name !== undefined && { seller: name }) };
}

async function enter(found: Found & Pick<Case, 'id'>, parts: MatchParts): Promise<boolean> {
  const { state, flood } = await entranceOf(found, parts);
  // The flood's own Case first: nothing may be held without a person being told.
  if (flood !== undefined) await openFlood(flood, found, parts);
  await open({ ...found, state }, parts);
  return true;
}

async function open(found: Found & Pick<Case, 'id' | 'floodOf'> & Pick<Entrance, 'state'>, parts: MatchParts): Promise<void> {
  const act = openingActs[found.state];
  await audit(act, found.id, parts, 'attempted');
  const openedAt = parts.now().toISOString();
  const outcome = await parts.cases.open({ ...found, team: parts.team, openedAt });
  if (outcome === 'opened') await audit(act, found.id, parts);
}

const openingActs: Record<Entrance['state'], string> = { waiting: 'case-waiting', held: 'case-held', opened: 'case-opened' };

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
async function renew(before: Case, found: Found, parts: MatchParts): Promise<boolean> {
  if (before.state === 'closed') return renewClosed(before, found, parts);
  if (before.state === 'waiting' && entranceByEvidence(found) === 'opened') {
    // The advert now shows a number: no reason to wait.
    const moved = await parts.cases.move(before.id, 'opened', found);
    if (moved === 'moved') await audit('case-opened', before.id, parts);
    return moved === 'moved';
  }
  return (await parts.cases.updateMatch(before.id, found)) === 'updated';
}

function isSame({ kind, listing, match, about }: Case, told: Omit<Found, 'basis'>): boolean {
  return isDeepStrictEqual({ kind, listing, match, about }, told);
}

/** What a person refused stays refused until there is something new to look at. */
async function renewClosed(before: Case, found: Found, parts: MatchParts): Promise<boolean> {
  const because = before.refusal && reasonsToAskAgain(before.refusal, found.match, parts.now());
  if (because?.length === 0) return false;
  return reopen(before, { ...found, state: entranceByEvidence(found), ...(because && { because }) }, parts);
}

async function reopen({ id }: Case, found: Found & { state: CaseState; because?: string[] }, parts: MatchParts): Promise<boolean> {
  const { state, because, ...rest } = found;
  const openedAt = parts.now().toISOString();
  const patch = { ...rest, openedAt, closedAt: undefined, closedBecause: undefined, reopenedBecause: because };
  const moved = await parts.cases.move(id, state, patch);
  if (moved === 'moved') await audit('case-reopened', id, parts);
  return moved === 'moved';
}

/** The record is no longer looked for, so nothing may rest on it (product rule 7). */
export async function closeRestingCases(record: StolenRecord, parts: MatchParts): Promise<void> {
  for (const resting of await parts.cases.restingOn(record.reference)) await closeCase(resting, whyNotLookedFor(record), parts);
}

function whyNotLookedFor({ status }: StolenRecord): string {
  return status === 'stolen' ? 'The record is disputed.' : `The record was marked as ${status}.`;
}

/** True when it was open until now. */
export async function closeCase(closing: Case, because: string, parts: MatchParts): Promise<boolean> {
  const { id, state } = closing;
  // Before it is closed: after a crash in between it is still confirmed, and asked for again.
  if (state === 'confirmed') await parts.deliverQueue.send([recallRequestFor(closing)]);
  const moved = await parts.cases.move(id, 'closed', { closedAt: parts.now().toISOString(), closedBecause: because });
  if (moved === 'moved') await audit('case-closed', id, parts);
  return moved === 'moved';
}

/** Photos are read after the text, so their readings may come to a Case whose page was captured before. */
async function requestEvidence(standing: Case, revision: Pick<Revision, 'photos'>, parts: MatchParts): Promise<void> {
  if (standing.state === 'opened') await requestReview(standing, parts);
  else if (withEvidence.includes(standing.state)) await parts.reviewQueue.send(readingsRequestFor(standing, revision));
}

/** What waits or is held gets its evidence when it is opened; what is closed keeps what it was closed on. */
const withEvidence: readonly CaseState[] = ['ready', 'on-hold', 'second-check', 'confirmed'];

async function requestReview(standing: Case, { reviewQueue }: MatchParts): Promise<void> {
  await reviewQueue.send([reviewRequestFor(standing)]);
}

async function audit(act: string, caseId: string, parts: MatchParts, outcome: AuditEvent['outcome'] = 'done'): Promise<void> {
  await parts.audit.append({ at: parts.now().toISOString(), actor: 'match', act, subject: { kind: 'case', id: caseId }, outcome });
}
