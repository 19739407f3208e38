import { createHash } from 'node:crypto';
import type { AuditEvent } from '../../shared/aws/audit-store.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { Listing, Revision } from '../../shared/domain/listing.ts';
import type { Match } from '../../shared/domain/match.ts';
import { compareListingWithRecord } from '../../shared/domain/matching/compare.ts';
import type { ComparisonContext } from '../../shared/domain/matching/sides.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import type { ReviewRequest } from '../../shared/messages.ts';
import type { MatchParts } from './parts.ts';

export interface Pair {
  listing: Listing;
  revision: Revision;
  record: StolenRecord;
  context: ComparisonContext;
}

/** Opens a Case for a pair that fits, once: the Case's id follows from the pair, so finding it again opens nothing. */
export async function queueIfItFits({ listing, revision, record, context }: Pair, parts: MatchParts): Promise<void> {
  const { source, itemId, url, firstSeenAt } = listing;
  const match = compareListingWithRecord({ listing: { ...revision, source, itemId, firstSeenAt }, record, context });
  if (match.action !== 'review') return;

  const id = caseId(listing, record);
  const standing = await parts.cases.get(id);
  if (standing) {
    await renew(standing, match, parts);
  } else {
    await audit('case-opened', id, parts, 'attempted');
    const openedAt = parts.now().toISOString();
    const opened: Case = {
      id,
      team: parts.team,
      state: 'opened',
      listing: { source, itemId, url, title: revision.title, revision: revision.number },
      match,
      openedAt,
    };
    if ((await parts.cases.open(opened)) === 'opened') await audit('case-opened', id, parts);
  }
  await parts.listings.keepForCase(listing, revision.number);
  if (standing?.state !== 'ready') await requestReview(id, listing, parts);
}

/** The pair is in the queue already: newer evidence replaces the old, and a Case closed because its record went is opened again. */
async function renew(standing: Case, match: Match, parts: MatchParts): Promise<void> {
  if (standing.state === 'closed') {
    const moved = await parts.cases.move(standing.id, 'opened', { match, openedAt: parts.now().toISOString() });
    if (moved === 'moved') await audit('case-reopened', standing.id, parts);
  } else if (JSON.stringify(standing.match) !== JSON.stringify(match)) {
    await parts.cases.updateMatch(standing.id, match);
  }
}

/** The record is no longer looked for, so nothing may rest on it (product rule 7). */
export async function closeRestingCases(record: StolenRecord, parts: MatchParts): Promise<void> {
  const because = record.status === 'stolen' ? 'The record is disputed.' : `The record was marked as ${record.status}.`;
  for (const resting of await parts.cases.restingOn(record.reference)) {
    const moved = await parts.cases.move(resting.id, 'closed', { closedAt: parts.now().toISOString(), closedBecause: because });
    if (moved === 'moved') await audit('case-closed', resting.id, parts);
  }
}

async function requestReview(caseId: string, { source, url }: Listing, { reviewQueue }: MatchParts): Promise<void> {
  const body: ReviewRequest = { type: 'case-opened', caseId, source, url };
  await reviewQueue.send([{ body, group: new URL(url).host, deduplicationId: caseId }]);
}

async function audit(act: string, caseId: string, parts: MatchParts, outcome: AuditEvent['outcome'] = 'done'): Promise<void> {
  await parts.audit.append({ at: parts.now().toISOString(), actor: 'match', act, subject: { kind: 'case', id: caseId }, outcome });
}

/** Opaque, and the same whenever the same pair is found. */
function caseId({ source, itemId }: Listing, { reference }: StolenRecord): string {
  const name = JSON.stringify([source, itemId, reference]);
  return createHash('sha256').update(name).digest('base64url').slice(0, 20);
}
