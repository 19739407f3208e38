/**
 * Everything that a notice says, name by name, in plain words: what an e-mail says from top to bottom, and what a person copies into a platform's
 * form piece by piece. What is asked comes first, since whoever reads it has minutes.
 */

import { gradeWords, identifierKindWords, lawWords, placeWords } from './code-words.ts';
import { sentenceOf } from './facts.ts';
import type { NamedListing, Notice, NoticeTarget, RecallReason, RemovalNotice } from './notice.ts';

export interface NoticeField {
  name: string;
  /** One line or several. */
  text: string;
}

const recallReasons: Record<RecallReason, string> = {
  'record-withdrawn': 'the report that it rested on was withdrawn',
  'record-recovered': 'the device was recovered',
  'record-lawfully-disposed': 'the device was lawfully disposed of',
  'record-disputed': 'the report that it rested on is disputed',
  'decision-wrong': 'our decision was wrong',
};

/** Goes after `because`: `the device was recovered`. */
export function recallWords(reason: RecallReason): string {
  return recallReasons[reason];
}

const seenBy: Record<NoticeTarget['lastSeenLive']['scanHealth'], string> = {
  'own-visit': 'on a visit to this page',
  healthy: 'by a scan that saw everything',
  degraded: 'by a scan that saw a part',
  blocked: 'by a scan that was turned away elsewhere',
  blind: 'by a scan that saw little else',
};

/** `2026-11-24 12:00 UTC`: read alike everywhere. */
function momentWords(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

export function noticeFields(notice: Notice): NoticeField[] {
  const { noticeId, version, issuedAt, jurisdiction, legalRegime, recipient, redress, targets } = notice;
  return [
    { name: 'What we ask', text: askedOf(notice) },
    { name: 'Answer', text: answerOf(notice) },
    {
      name: targets.length === 1 ? 'Address of the listing' : 'Addresses of the listings',
      text: targets.map(({ url }) => oneLine(url)).join('\n'),
    },
    ...fieldsOfKind(notice),
    { name: 'From', text: senderOf(notice) },
    { name: 'To', text: `${recipient.platform} (${recipient.contactPoint})` },
    { name: 'To dispute this', text: redress },
    {
      name: 'This notice',
      text: `${noticeId}, version ${version}, issued ${momentWords(issuedAt)} under ${lawWords({ legalRegime, jurisdiction })}`,
    },
  ];
}

function askedOf(notice: Notice): string {
  const these = notice.targets.length === 1 ? 'this listing' : `these ${notice.targets.length} listings`;
  switch (notice.kind) {
    case 'removal-notice':
      return `Please ${notice.request.action} ${these}.`;
    case 'preservation-request': {
      const { days, doNotInformSeller } = notice.request;
      const asked = `Please keep for ${days} days what you hold of ${these}, and hand over none of it without a lawful order.`;
      return doNotInformSeller ? `${asked} Please do not tell the seller of this request.` : asked;
    }
    case 'follow-up':
      return notice.seen.still === 'live'
        ? `Please answer notice ${notice.refersTo}: at ${momentWords(notice.seen.at)} ${these} could still be seen.`
        : `Please answer notice ${notice.refersTo}: at ${momentWords(notice.seen.at)} we had no answer about ${these}.`;
    case 'recall':
      return `We take back notice ${notice.refersTo}, because ${recallWords(notice.reason)}. Please put ${these} back if you took it down because of us, and undo what else followed from it. You can answer that it is back, that you do not put it back and why, or that you need to know more.`;
  }
}

function answerOf({ kind, answerAt, request: { respondBy, reportEffectTo } }: Notice): string {
  const by = momentWords(respondBy);
  const to = answerAt === undefined ? `to ${reportEffectTo}` : `by this link, which is for your team alone, or to ${reportEffectTo}`;
  const link = answerAt === undefined ? '' : `\n${answerAt}`;
  switch (kind) {
    case 'removal-notice':
    case 'follow-up':
      return `Please answer by ${by} ${to}.${link}`;
    case 'preservation-request':
      return `Please confirm by ${by} ${to}, that you keep it.${link}`;
    case 'recall':
      return `Please do so by ${by} and say what you did ${to}.${link}`;
  }
}

function fieldsOfKind(notice: Notice): NoticeField[] {
  switch (notice.kind) {
    case 'removal-notice':
      return removalFields(notice);
    case 'preservation-request':
      return [{ name: 'Legal basis', text: notice.legalBasis }, ...namesOf(notice.targets)];
    case 'follow-up':
    case 'recall':
      return namesOf(notice.targets);
  }
}

function removalFields({ ground, targets, goodFaith }: RemovalNotice): NoticeField[] {
  return [
    { name: 'Why', text: ground.explanation },
    { name: 'Legal ground', text: ground.provision },
    { name: 'Your own rule', text: ground.platformRule },
    ...targets.map((target, index) => ({ name: numbered('Listing', index, targets.length), text: targetWords(target) })),
    { name: 'Found and decided', text: 'Found by machine, decided by two named persons who opened the captured page.' },
    { name: 'Good faith', text: `${goodFaith.statement} ${goodFaith.by}, ${momentWords(goodFaith.at)}` },
  ];
}

function namesOf(targets: readonly NamedListing[]): NoticeField[] {
  return targets.map((target, index) => ({ name: numbered('Listing', index, targets.length), text: nameWords(target).join('\n') }));
}

function numbered(name: string, index: number, count: number): string {
  return count === 1 ? name : `${name} ${index + 1} of ${count}`;
}

function nameWords({ url, platformItemId, sellerId, title }: NamedListing): string[] {
  return [
    oneLine(title),
    oneLine(url),
    `Your item number: ${oneLine(platformItemId)}`,
    ...(sellerId === undefined ? [] : [`Your seller number: ${oneLine(sellerId)}`]),
  ];
}

/** Strangers wrote it: with a line break it would write fields of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
}

function targetWords(target: NoticeTarget): string {
  const { firstSeenAt, lastSeenLive, caseRef, recordStatus, statusCheckedAt, identifier, where, facts, evidence, earlier = [] } = target;
  return [
    ...nameWords(target),
    `Seen first ${momentWords(firstSeenAt)}, last ${momentWords(lastSeenLive.at)} ${seenBy[lastSeenLive.scanHealth]}`,
    `Our reference: ${caseRef}, ${gradeWords(recordStatus)}; looked up ${momentWords(statusCheckedAt)}`,
    identifier === undefined
      ? `Found in: ${placeWords(where)}`
      : `Number shown in the advert: ${identifier.masked} (${identifierKindWords(identifier.kind)}), found in: ${placeWords(where)}`,
    ...facts.map((fact) => `${fact.speaks === 'for' ? 'For' : 'Against'} (${fact.strength}, ${fact.assertion}): ${sentenceOf(fact)}`),
    ...earlier.map(({ noticeId, removedAt }) => `Offered before: gone by ${momentWords(removedAt)} after our notice ${noticeId}`),
    ...evidence.map(
      ({ ref, sha256, capturedAt }) => `Evidence ${ref}, captured ${momentWords(capturedAt)}, SHA-256 of its manifest ${sha256}`,
    ),
  ].join('\n');
}

function senderOf({ authority: { name, unit, address, email, phone, officerName, officerId } }: Notice): string {
  return [`${officerName} (${officerId})`, `${unit}, ${name}`, address, email, phone].join('\n');
}
