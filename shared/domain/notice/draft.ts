/** Writes notices: pure, of what is confirmed, of the force's own declarations and of a clock that is handed in. */

import type { ConfirmedListing } from './confirmed-listing.ts';
import {
  type Authority,
  type FollowUp,
  mostTargets,
  type NamedListing,
  type Notice,
  type NoticeTarget,
  type PreservationRequest,
  type Recall,
  type RecallReason,
  type RemovalNotice,
} from './notice.ts';
import type { NoticePlatform } from './platform.ts';

export interface DraftParts {
  platform: NoticePlatform;
  authority: Authority;
  noticeId: string;
  at: Date;
}

const hourMs = 3_600_000;

/** Of one group of `groupListings`. Says what is asked, why, on what it rests and who answers for it; asks for nobody's data. */
export function draftRemoval(listings: readonly ConfirmedListing[], parts: DraftParts): RemovalNotice {
  const { platform, authority, at } = parts;
  const { offence, goodFaith } = { offence: 'stolen-goods-offered', goodFaith: goodFaithOf(authority, at) } as const;
  const explanation = explanationOf(authority);
  return {
    ...headOf(parts),
    kind: 'removal-notice',
    targets: listings.slice(0, mostTargets).map(targetOf),
    ground: { offence, provision: platform.provision, platformRule: platform.platformRule, explanation },
    request: { action: platform.action, ...answerBy(parts) },
    goodFaith,
    automation: { detection: 'automated', decision: 'two-named-persons' },
  };
}

/** Another act on another legal basis: never a part of a removal notice. */
export function draftPreservation(
  targets: readonly NamedListing[],
  parts: DraftParts & { legalBasis: string; days: number; doNotInformSeller: boolean },
): PreservationRequest {
  const { legalBasis, days, doNotInformSeller } = parts;
  const request = { action: 'preserve', days, doNotInformSeller, ...answerBy(parts) } as const;
  return { ...headOf(parts), kind: 'preservation-request', targets: targets.map(nameOf), legalBasis, request };
}

/** What was asked is still to be seen, or was not answered. */
export function draftFollowUp(earlier: Pick<Notice, 'noticeId' | 'targets'>, seen: FollowUp['seen'], parts: DraftParts): FollowUp {
  return { ...afterwards(earlier, parts), kind: 'follow-up', seen, request: { action: 'answer', ...answerBy(parts) } };
}

/** Takes a notice back (product rule 7): says that it was one of ours, and what may be undone. */
export function draftRecall(earlier: Pick<Notice, 'noticeId' | 'targets'>, reason: RecallReason, parts: DraftParts): Recall {
  return { ...afterwards(earlier, parts), kind: 'recall', reason, request: { action: 'restore', ...answerBy(parts) } };
}

function afterwards(earlier: Pick<Notice, 'noticeId' | 'targets'>, parts: DraftParts) {
  return { ...headOf(parts), refersTo: earlier.noticeId, targets: earlier.targets.map(nameOf) };
}

function headOf({ platform, authority: { redress, ...authority }, noticeId, at }: DraftParts) {
  const { name, channel, contactPoint, jurisdiction, legalRegime } = platform;
  const recipient = { platform: name, channel, contactPoint };
  return {
    format: 'fencewatch-notice-1' as const,
    noticeId,
    version: 1,
    issuedAt: at.toISOString(),
    jurisdiction,
    legalRegime,
    authority,
    recipient,
    redress,
  };
}

function answerBy({ platform, authority, at }: DraftParts) {
  return { respondBy: new Date(at.getTime() + platform.respondWithinHours * hourMs).toISOString(), reportEffectTo: authority.email };
}

function targetOf({
  caseId,
  listing,
  standing,
  firstSeenAt,
  lastSeenLive,
  identifier,
  where,
  facts,
  evidence,
  earlier = [],
}: ConfirmedListing): NoticeTarget {
  const { url, itemId: platformItemId, title, sellerId } = listing;
  return {
    ...nameOf({ url, platformItemId, title, ...(sellerId !== undefined && { sellerId }) }),
    firstSeenAt,
    lastSeenLive,
    caseRef: standing.reference,
    recordStatus: standing.grade,
    statusCheckedAt: standing.checkedAt,
    ...(identifier !== undefined && { identifier }),
    where,
    facts,
    evidence: evidence.map(({ manifestSha256, capturedAt }, index) => ({
      ref: `FW-${caseId}/${index + 1}`,
      sha256: manifestSha256,
      capturedAt,
    })),
    ...(earlier.length > 0 && { earlier: earlier.map(({ noticeId, removedAt }) => ({ noticeId, removedAt })) }),
  };
}

/** Its names alone: what else a target of a removal notice says has no place in other kinds. */
function nameOf({ url, platformItemId, sellerId, title }: NamedListing): NamedListing {
  return { url, platformItemId, title, ...(sellerId !== undefined && { sellerId }) };
}

/** Holds for however many are left when it is sent. */
function explanationOf({ name }: Authority): string {
  return [
    `Each listing named here offers a device that, as far as can be seen from the advert, is reported stolen to ${name}.`,
    'Public listings were compared by machine with reports of stolen devices; two named officers then looked at the listing and its captured page and agreed.',
    'The facts for and against are given with each listing, with how strongly each speaks. Nothing is alleged of the seller, who may not know.',
  ].join(' ');
}

function goodFaithOf({ name, officerName }: Authority, at: Date): RemovalNotice['goodFaith'] {
  const statement = `${name} believes in good faith that the information and the allegation in this notice are accurate and complete.`;
  return { statement, by: officerName, at: at.toISOString() };
}
