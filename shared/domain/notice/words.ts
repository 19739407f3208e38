/** A notice as text: for an e-mail, for a form that a person fills in, for who reads it without a machine. Plain words, a line each. */

import { sentenceOf } from './facts.ts';
import type { Notice, NoticeKind, NoticeTarget, RecallReason } from './notice.ts';

const headings: Record<NoticeKind, string> = {
  'removal-notice': 'Notice of a listing that offers a device reported stolen',
  'preservation-request': 'Request to preserve data',
  'follow-up': 'Reminder of an earlier notice',
  recall: 'An earlier notice is taken back',
};

const recallWords: Record<RecallReason, string> = {
  'record-withdrawn': 'the report that it rested on was withdrawn',
  'record-recovered': 'the device was recovered',
  'record-lawfully-disposed': 'the device was lawfully disposed of',
  'record-disputed': 'the report that it rested on is disputed',
  'decision-wrong': 'our decision was wrong',
};

/** `Notice of a listing that offers a device reported stolen (N-7Kq2)`: the subject of an e-mail. */
function subjectOf({ kind, noticeId }: Notice): string {
  return `${headings[kind]} (${noticeId})`;
}

export function noticeWords(notice: Notice): string {
  return [
    subjectOf(notice),
    `To: ${notice.recipient.platform} (${notice.recipient.contactPoint})`,
    `From: ${fromWords(notice)}`,
    `Issued: ${notice.issuedAt}, under ${notice.legalRegime} (${notice.jurisdiction})`,
    '',
    ...bodyOf(notice),
    '',
    answerWords(notice),
    `To dispute this notice: ${notice.redress}`,
    '',
  ].join('\n');
}

function answerWords({ answerAt, request: { respondBy, reportEffectTo } }: Notice): string {
  if (answerAt === undefined) return `Please answer by ${respondBy} to ${reportEffectTo}.`;
  return `Please answer by ${respondBy} here (the link is for your team alone): ${answerAt}\nor to ${reportEffectTo}.`;
}

function fromWords({ authority }: Notice): string {
  const { name, unit, address, email, phone, officerName, officerId } = authority;
  return `${officerName} (${officerId}), ${name}, ${unit}, ${address}, ${email}, ${phone}`;
}

function bodyOf(notice: Notice): string[] {
  switch (notice.kind) {
    case 'removal-notice': {
      const { ground, goodFaith, request, targets } = notice;
      const asked = request.action === 'remove' ? 'remove' : 'suspend';
      return [
        ground.explanation,
        `Legal ground: ${ground.provision}`,
        `Your own rule: ${ground.platformRule}`,
        `We ask you to ${asked} ${targets.length === 1 ? 'this listing' : 'these listings'}:`,
        ...targets.flatMap(targetLines),
        '',
        'Found by machine, decided by two named persons.',
        `${goodFaith.statement} ${goodFaith.by}, ${goodFaith.at}`,
      ];
    }
    case 'preservation-request':
      return [
        `We ask you to keep for ${notice.request.days} days what you hold of these listings, and to hand over none of it without a lawful order.`,
        `Legal basis: ${notice.legalBasis}`,
        ...(notice.request.doNotInformSeller ? ['Please do not tell the seller of this request.'] : []),
        ...notice.targets.map(({ url, platformItemId }) => `- item ${platformItemId}: ${url}`),
      ];
    case 'follow-up':
      return [
        notice.seen.still === 'live'
          ? `At ${notice.seen.at} the listings of notice ${notice.refersTo} were still to be seen.`
          : `Notice ${notice.refersTo} has not been answered.`,
        ...notice.targets.map(({ url, platformItemId }) => `- item ${platformItemId}: ${url}`),
      ];
    case 'recall':
      return [
        `We take back notice ${notice.refersTo}, because ${recallWords[notice.reason]}. Please put these listings back where they were taken down:`,
        ...notice.targets.map(({ url, platformItemId }) => `- item ${platformItemId}: ${url}`),
      ];
  }
}

function targetLines({
  url,
  platformItemId,
  title,
  caseRef,
  recordStatus,
  identifier,
  where,
  facts,
  evidence,
  lastSeenLive,
}: NoticeTarget) {
  return [
    '',
    `- item ${platformItemId}: ${title}`,
    `  ${url}`,
    `  our reference ${caseRef} (${recordStatus}), last seen offered ${lastSeenLive.at}`,
    ...(identifier === undefined ? [] : [`  number shown in the advert: ${identifier.masked} (${identifier.kind}), in ${where}`]),
    ...facts.map((fact) => `  ${fact.speaks === 'for' ? 'for' : 'against'} (${fact.strength}, ${fact.assertion}): ${sentenceOf(fact)}`),
    ...evidence.map(({ ref, sha256, capturedAt }) => `  evidence ${ref}, captured ${capturedAt}, SHA-256 ${sha256}`),
  ];
}
