/** A notice as an officer reads it and copies it. */

import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import type { StoredAnswer } from '../../shared/domain/notice/answer.ts';
import { answerFrom } from '../../shared/domain/notice/answer-from.ts';
import { answerWords } from '../../shared/domain/notice/answer-words.ts';
import { type NoticeField, noticeFields } from '../../shared/domain/notice/fields.ts';
import type { NoticeKind } from '../../shared/domain/notice/notice.ts';
import { partOfNotice } from '../../shared/domain/notice/part-of-notice.ts';
import { noticeSubject, noticeWords } from '../../shared/domain/notice/words.ts';
import { holdsOneOf, type Person } from '../../shared/domain/person.ts';
import { lookWords } from '../../shared/domain/removal-words.ts';
import type { Verification } from '../../shared/domain/verification.ts';
import { type Moment, momentOf } from '../../shared/pages/format.ts';
import type { Label } from '../../shared/pages/pieces.ts';
import { noticeSenders } from './access.ts';
import { stateLabelOf } from './notice-words.ts';
import { lowerFirst } from './work-words.ts';

export interface NoticeView {
  id: string;
  heading: string;
  state: Label;
  because: string;
  fields: NoticeField[];
  /** The same as one text. */
  text: string;
  cases: { href: string; text: string }[];
  /** What is not named though it was once meant to be, and why. */
  left: string[];
  course: { at: Moment; what: string }[];
  maySendAgain: boolean;
  /** Of one that goes by form. */
  form: FormView | undefined;
}

export interface FormView {
  url: string;
  /** `to-hand-in`: copy and mark. `given-up`: nothing is left to ask, but it may have been handed in before. `handed-in`: by whom. */
  stage: 'to-hand-in' | 'given-up' | 'handed-in';
  kind: NoticeKind;
  /** What the platform called the notice that this one is about; empty where it called it nothing or this is the first. */
  earlierReceipt: string;
  /** Ids of the Cases whose listings the fields name. */
  listed: string;
  mayMark: boolean;
  handedIn: string;
}

export interface NoticeSides {
  person: Person;
  now: Date;
  /** Which of its listings may still be told of, in the order of its Cases. */
  stands: readonly boolean[];
  /** The one that it reminds of or takes back. */
  earlier?: StoredNotice | undefined;
  /** What the platform said of its listings, and what was seen of them since. */
  answers?: readonly StoredAnswer[];
  verifications?: readonly Verification[];
}

export function presentNotice(stored: StoredNotice, sides: NoticeSides): NoticeView {
  const { stands, person, now } = sides;
  const { id, state, stateBecause = '', cases, left } = stored;
  const named = partOfNotice(stored.notice, stands);
  const notice = state === 'to-hand-in' ? answerFrom(named, now) : named;
  const lapsed = cases.filter((_, index) => !stands[index]).map(({ caseId }) => ({ caseId, why: 'it has lost its ground since' }));
  return {
    id,
    heading: noticeSubject(notice),
    state: stateLabelOf(state),
    because: stateBecause,
    fields: notice.targets.length === 0 ? [] : noticeFields(notice),
    text: notice.targets.length === 0 ? '' : noticeWords(notice),
    cases: cases.map(({ caseId }) => ({ href: `/cases/${encodeURIComponent(caseId)}`, text: `Case ${caseId}` })),
    left: [...left, ...lapsed].map(({ caseId, why }) => `Case ${caseId}: ${why}`),
    course: courseOf(stored, sides),
    maySendAgain: state === 'undeliverable' && holdsOneOf(person, noticeSenders),
    form: formView(stored, sides),
  };
}

const outcomes = { taken: 'Taken', later: 'Not taken yet', never: 'Refused' } as const;

/** Oldest first: how it was sent, what the platform said, what was seen. */
function courseOf({ attempts, cases, notice }: StoredNotice, { answers = [], verifications = [] }: NoticeSides): NoticeView['course'] {
  const about = (caseId: string) => (cases.length === 1 ? '' : `Case ${caseId}: `);
  const entries = [
    ...attempts.map(({ at, outcome, said }) => ({ at, what: `${outcomes[outcome]}: ${said}` })),
    ...answers.map(({ at, caseId, said }) => ({
      at,
      what: `${about(caseId)}${notice.recipient.platform}: ${lowerFirst(answerWords(said))}${said.words === undefined ? '' : `. “${said.words}”`}`,
    })),
    ...verifications.flatMap(({ caseId, looks, recalledAt }) => [
      ...looks.map((look) => ({ at: look.at, what: `${about(caseId)}Looked again: ${lookWords(look)}` })),
      ...(recalledAt === undefined ? [] : [{ at: recalledAt, what: `${about(caseId)}Taken back; nobody looks again` }]),
    ]),
  ];
  return entries.sort((a, b) => a.at.localeCompare(b.at)).map(({ at, what }) => ({ at: momentOf(at), what }));
}

function formView(
  { state, cases, handIn, deliveredAt, notice: { kind } }: StoredNotice,
  { stands, person, earlier }: NoticeSides,
): FormView | undefined {
  if (handIn === undefined) return undefined;
  const { url, by, receipt } = handIn;
  const nothingStands = !stands.includes(true);
  const stage = by !== undefined ? 'handed-in' : state === 'to-hand-in' && !nothingStands ? 'to-hand-in' : 'given-up';
  const listed = stage === 'to-hand-in' ? cases.filter((_, index) => stands[index]) : cases;
  const called = receipt === undefined ? '' : `. The platform called it ${receipt}`;
  return {
    url,
    stage,
    kind,
    earlierReceipt: earlier?.handIn?.receipt ?? '',
    listed: listed.map(({ caseId }) => caseId).join(','),
    mayMark: by === undefined && holdsOneOf(person, noticeSenders),
    handedIn: by === undefined ? '' : `Handed in by ${by.name}, ${momentOf(deliveredAt ?? '').text}${called}.`,
  };
}
