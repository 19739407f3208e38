/** Confirmed Cases and who asks what of whom, for notices. */

import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { Confirmation } from '../../shared/domain/confirmation.ts';
import type { Decision } from '../../shared/domain/decision.ts';
import type { NoticeAnswer, Said } from '../../shared/domain/notice/answer.ts';
import type { ConfirmedListing } from '../../shared/domain/notice/confirmed-listing.ts';
import { type DraftParts, draftRemoval } from '../../shared/domain/notice/draft.ts';
import type { Authority } from '../../shared/domain/notice/notice.ts';
import type { NoticePlatform } from '../../shared/domain/notice/platform.ts';
import type { OfferedAgain } from '../../shared/domain/offered-again.ts';
import type { Verification } from '../../shared/domain/verification.ts';
import { bello, osei } from './people.ts';

const at = '2026-11-22T12:00:00.000Z';

export const anAuthority: Authority = {
  name: 'Example Police',
  unit: 'Stolen Goods Unit',
  address: '1 Station Road, Exampleton EX1 1AA',
  email: 'goods@police.example',
  phone: '+44 1632 960000',
  officerName: 'Ife Bello',
  officerId: 'PC 4711',
  redress:
    'Write to goods@police.example with the number of this notice; an officer who did not decide it answers within five working days.',
};

export function aPlatform(fields: Partial<NoticePlatform> = {}): NoticePlatform {
  return {
    source: 'marktplein',
    name: 'Marktplein',
    jurisdiction: 'GB',
    legalRegime: 'uk-osa',
    provision: 'Proceeds of Crime Act 2002, ss. 327-329',
    platformRule: 'Stolen goods may not be offered (listing policy, 4.2)',
    contactPoint: 'https://marktplein.example/report',
    channel: 'webhook',
    respondWithinHours: 48,
    action: 'remove',
    ...fields,
  };
}

export function draftParts(fields: Partial<DraftParts> = {}): DraftParts {
  return { platform: aPlatform(), authority: anAuthority, noticeId: 'N-7Kq2', at: new Date(at), ...fields };
}

function decision(by: { id: string; name: string }, stage: Decision['stage']): Decision {
  return { by, at: '2026-11-22T11:30:00.000Z', stage, code: 'confirmed-stolen', revision: 2 };
}

export const aConfirmation: Confirmation = {
  first: decision({ id: osei.id, name: osei.name }, 'first'),
  second: decision({ id: bello.id, name: bello.name }, 'second'),
  since: '2026-11-22T11:31:00.000Z',
};

export function aConfirmedListing(fields: Partial<ConfirmedListing> = {}): ConfirmedListing {
  return {
    caseId: 'k3Yb0sQeT1xWm2Rz9aLp',
    listing: {
      source: 'marktplein',
      itemId: '88120734',
      url: 'https://marktplein.example/p/88120734',
      title: 'iPhone 13',
      sellerId: 's-1',
    },
    firstSeenAt: '2026-11-21T18:00:07.000Z',
    lastSeenLive: { at: '2026-11-22T11:50:00.000Z', scanHealth: 'healthy' },
    standing: { reference: '4236/26-F', grade: 'police-verified', checkedAt: at },
    identifier: { kind: 'imei', masked: '35693803*****09' },
    where: 'text',
    facts: [{ field: 'identifier', outcome: 'equal', speaks: 'for', strength: 'strong', assertion: 'observed' }],
    evidence: [{ manifestSha256: 'a'.repeat(64), capturedAt: '2026-11-22T11:02:30.000Z', folder: 'cases/k3Yb0sQeT1xWm2Rz9aLp/page-a' }],
    confirmation: aConfirmation,
    ...fields,
  };
}

/** A notice that was delivered about a Case, with a look that saw its listing and one that did not. */
export function aNoticeOf({ id: caseId, team, listing }: Case): { notice: StoredNotice; verification: Verification } {
  const since = '2026-11-22T12:10:00.000Z';
  const notice: StoredNotice = {
    id: 'N-7Kq2',
    team,
    source: listing.source,
    state: 'delivered',
    notice: draftRemoval([aConfirmedListing({ caseId })], draftParts()),
    cases: [{ caseId, decidedBy: ['Ama Osei', 'Ife Bello'], deconfliction: { answer: 'no-objection', by: 'Ife Bello', at }, captures: [] }],
    left: [],
    attempts: [],
    createdAt: '2026-11-22T12:09:00.000Z',
    deliveredAt: since,
  };
  const looks: Verification['looks'] = [
    { at: '2026-11-22T13:10:00.000Z', liveness: 'live', scanHealth: 'healthy', because: 'the listing is shown' },
    { at: '2026-11-23T12:10:00.000Z', liveness: 'gone', scanHealth: 'healthy', because: 'HTTP 410' },
  ];
  return { notice, verification: { noticeId: notice.id, caseId, team, listing, since, looks } };
}

/** What the platform says of the first listing of a notice. */
export function anAnswerTo({ id: noticeId, team, source, cases, notice }: StoredNotice, said: Said): NoticeAnswer {
  const [caseId = '', itemId = ''] = [cases[0]?.caseId, notice.targets[0]?.platformItemId];
  return { noticeId, caseId, team, source, itemId, at: '2026-11-22T13:00:00.000Z', by: 'form', said };
}

/** A listing put up again after a notice had the item removed. */
export function anOfferAgain(fields: Partial<OfferedAgain> = {}): OfferedAgain {
  return {
    caseId: 'k3Yb0sQeT1xWm2Rz9aLp',
    listing: { source: 'gumtree', itemId: '150' },
    earlier: {
      noticeId: 'N-7Kq2',
      caseId: 'earlier',
      listing: { source: 'gumtree', itemId: '149' },
      platform: 'Gumtree',
      askedAt: '2026-11-22T12:10:00.000Z',
      removedAt: '2026-11-23T12:10:00.000Z',
    },
    by: 'record',
    isSameRecord: true,
    foundAt: '2026-11-24T12:00:00.000Z',
    foundBy: 'match',
    ...fields,
  };
}
