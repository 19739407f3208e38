/** One notice as the platform's team reads it: only what the notice itself says, and what the team answered. */

import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import {
  type AnswerKind,
  answersToKind,
  type DeclineReason,
  declineReasons,
  type StoredAnswer,
} from '../../shared/domain/notice/answer.ts';
import { answerWords, declineWords } from '../../shared/domain/notice/answer-words.ts';
import { gradeWords, identifierKindWords, lawWords, placeWords } from '../../shared/domain/notice/code-words.ts';
import { sentenceOf } from '../../shared/domain/notice/facts.ts';
import { recallWords } from '../../shared/domain/notice/fields.ts';
import type { NamedListing, Notice, NoticeTarget } from '../../shared/domain/notice/notice.ts';
import { kindHeading } from '../../shared/domain/notice/words.ts';
import { captureKinds } from '../../shared/evidence/capture.ts';
import { type Moment, momentOf } from '../../shared/pages/format.ts';
import { captureNames } from './pages/capture-names.ts';
import type { TakenBack } from './taken-back.ts';

export interface NoticeView {
  noticeId: string;
  heading: string;
  /** What is asked, in a sentence. */
  asked: string;
  /** Whether anything still is. */
  isStanding: boolean;
  respondBy: Moment;
  isLate: boolean;
  /** The notice that it is about, where it is about one. */
  earlier: { id: string; href: string } | undefined;
  /** Paragraphs: why, in the notice's own words. */
  why: string[];
  /** Name and value, in order. */
  particulars: [name: string, value: string][];
  listings: ListingView[];
  choices: { answer: AnswerKind; words: string; hint: string }[];
  reasons: { reason: DeclineReason; words: string }[];
  /** Where the form goes. */
  action: string;
}

export interface ListingView {
  /** From 1 on: names it in addresses of this page. */
  number: number;
  itemId: string;
  title: string;
  url: string;
  particulars: [name: string, value: string][];
  facts: { sentence: string; speaks: 'for' | 'against'; known: string }[];
  /** Where nothing is asked of it any more. */
  takenBack: TakenBack | undefined;
  /** `what` it is: of one from before that was noted, evidence. */
  exhibits: { ref: string; what: string; sha256: string; at: Moment; href: string | undefined }[];
  answers: { words: string; own: string; at: Moment; withStatement: boolean }[];
}

export interface Shown {
  stored: StoredNotice;
  /** To the notice that this one's answers belong to. */
  answers: readonly StoredAnswer[];
  /** By Case. */
  recalls: ReadonlyMap<string, TakenBack>;
  base: string;
  now: Date;
}

export function noticeView({ stored, answers, recalls, base, now }: Shown): NoticeView {
  const { notice, cases } = stored;
  const path = `${base}/notices/${encodeURIComponent(notice.noticeId)}`;
  const { respondBy } = notice.request;
  const standing = cases.filter(({ caseId }) => !recalls.has(caseId)).length;
  return {
    noticeId: notice.noticeId,
    heading: kindHeading(notice.kind),
    asked: askedWords(notice, { standing, of: notice.targets.length }),
    isStanding: standing > 0,
    respondBy: momentOf(respondBy),
    isLate: now.toISOString() > respondBy,
    earlier: 'refersTo' in notice ? { id: notice.refersTo, href: `${base}/notices/${encodeURIComponent(notice.refersTo)}` } : undefined,
    why: whyWords(notice),
    particulars: particularsOf(notice),
    listings: notice.targets.map((target, index) => {
      const { caseId, captures } = cases[index] ?? { caseId: '', captures: [] };
      const number = index + 1;
      return {
        number,
        ...listingView(target),
        takenBack: recalls.get(caseId),
        exhibits: 'evidence' in target ? exhibitsOf(target, { captures, path: `${path}/listings/${number}` }) : [],
        answers: answers.filter((each) => each.caseId === caseId).map(answerView),
      };
    }),
    choices: answersToKind(notice.kind).map((answer) => ({ answer, words: choiceWords[answer], hint: choiceHints[answer] ?? '' })),
    reasons: declineReasons.map((reason) => ({ reason, words: declineWords(reason) })),
    action: `${path}/answer`,
  };
}

const choiceWords: Record<AnswerKind, string> = {
  removed: 'We have taken it down',
  refused: 'We do not do what is asked',
  'need-more': 'We need to know more first',
  wrong: 'The notice is wrong',
  restored: 'We have put it back',
  preserved: 'We keep the data',
};

const choiceHints: Partial<Record<AnswerKind, string>> = {
  removed: 'Removed, disabled or suspended. We look for ourselves as well.',
  refused: 'Choose a reason and say it in your words.',
  'need-more': 'Say what you need. An officer reads it.',
  wrong: 'Say why. An officer looks at the case again.',
};

function askedWords(notice: Notice, { standing, of }: { standing: number; of: number }): string {
  if (standing === 0) return 'We took this notice back, and ask nothing of you by it any more.';
  const left = standing === of ? '' : ' that we did not take back';
  const these = standing === 1 ? `${standing === of ? 'this' : 'the one'} listing${left}` : `these ${standing} listings${left}`;
  switch (notice.kind) {
    case 'removal-notice':
      return notice.request.action === 'suspend'
        ? `Please suspend ${these}.`
        : `Please take ${left === '' ? `${these} down` : `down ${these}`}.`;
    case 'preservation-request':
      return `Please keep for ${notice.request.days} days what you hold of ${these}, and hand over none of it without a lawful order.`;
    case 'follow-up':
      return `Please answer the earlier notice about ${these}.`;
    case 'recall':
      return `Please put ${these} back if you took ${standing === 1 ? 'it' : 'them'} down because of us.`;
  }
}

function whyWords(notice: Notice): string[] {
  switch (notice.kind) {
    case 'removal-notice':
      return [notice.ground.explanation];
    case 'preservation-request':
      return notice.request.doNotInformSeller ? ['Please do not tell the seller of this request.'] : [];
    case 'follow-up':
      return [notice.seen.still === 'live' ? `The listings were still to be seen on ${momentOf(notice.seen.at).text}.` : 'No answer came.'];
    case 'recall':
      return [`We take the earlier notice back, because ${recallWords(notice.reason)}.`];
  }
}

function particularsOf(notice: Notice): NoticeView['particulars'] {
  const { authority, legalRegime, jurisdiction, issuedAt, redress, request } = notice;
  return [
    ['Issued', momentOf(issuedAt).text],
    ['From', `${authority.officerName} (${authority.officerId}), ${authority.name}, ${authority.unit}`],
    ['Address', `${authority.address}, ${authority.email}, ${authority.phone}`],
    ['Under', lawWords({ legalRegime, jurisdiction })],
    ...groundRows(notice),
    ['Or answer to', request.reportEffectTo],
    ['To dispute it', redress],
  ];
}

function groundRows(notice: Notice): NoticeView['particulars'] {
  if (notice.kind === 'preservation-request') return [['Legal basis', notice.legalBasis]];
  if (notice.kind !== 'removal-notice') return [];
  const { ground, goodFaith } = notice;
  return [
    ['Legal ground', ground.provision],
    ['Your own rule', ground.platformRule],
    ['How it was found', 'Found by machine, decided by two named persons.'],
    ['Good faith', `${goodFaith.statement} ${goodFaith.by}, ${momentOf(goodFaith.at).text}`],
  ];
}

function listingView(target: NamedListing | NoticeTarget): Pick<ListingView, 'itemId' | 'title' | 'url' | 'particulars' | 'facts'> {
  const { platformItemId: itemId, title, url, sellerId } = target;
  const named: ListingView['particulars'] = [
    ['Item', itemId],
    ...(sellerId === undefined ? [] : [['Seller', sellerId] satisfies [string, string]]),
  ];
  if (!('facts' in target)) return { itemId, title, url, particulars: named, facts: [] };
  const { caseRef, recordStatus, firstSeenAt, lastSeenLive, identifier, where } = target;
  return {
    ...{ itemId, title, url },
    particulars: [
      ...named,
      ['Our reference', `${caseRef} (${gradeWords(recordStatus)})`],
      ['First seen', momentOf(firstSeenAt).text],
      ['Last seen offered', momentOf(lastSeenLive.at).text],
      ...(identifier === undefined
        ? []
        : [
            ['Number in the advert', `${identifier.masked} (${identifierKindWords(identifier.kind)}), in ${placeWords(where)}`] satisfies [
              string,
              string,
            ],
          ]),
    ],
    facts: target.facts.map((fact) => ({ sentence: sentenceOf(fact), speaks: fact.speaks, known: `${fact.strength}, ${fact.assertion}` })),
  };
}

function exhibitsOf(
  { evidence }: NoticeTarget,
  { captures, path }: { captures: readonly string[]; path: string },
): ListingView['exhibits'] {
  return evidence.map(({ ref, sha256, capturedAt }, index) => ({
    ref,
    what: whatCaptured(captures[index]),
    sha256,
    at: momentOf(capturedAt),
    href: captures[index] === undefined ? undefined : `${path}/evidence/${index + 1}`,
  }));
}

/** A folder's name says what was captured: `cases/k3Yb0s…/2026-11-22T11-02-30-000Z-readings-9f2c…`. */
function whatCaptured(folder = ''): string {
  const kind = captureKinds.find((each) => each === folder.split('-').at(-2));
  return kind === undefined ? 'Evidence' : captureNames[kind];
}

function answerView({ said, at, statement }: StoredAnswer): ListingView['answers'][number] {
  return { words: answerWords(said), own: said.words ?? '', at: momentOf(at), withStatement: statement !== undefined };
}
