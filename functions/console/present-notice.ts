/** A notice as an officer reads it and copies it. */

import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import { type NoticeField, noticeFields } from '../../shared/domain/notice/fields.ts';
import { partOfNotice } from '../../shared/domain/notice/part-of-notice.ts';
import { noticeSubject, noticeWords } from '../../shared/domain/notice/words.ts';
import { holdsOneOf, type Person } from '../../shared/domain/person.ts';
import { type Moment, momentOf } from '../../shared/pages/format.ts';
import type { Label } from '../../shared/pages/pieces.ts';
import { noticeSenders } from './access.ts';
import { stateLabelOf } from './notice-words.ts';

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
  /** Ids of the Cases whose listings the fields name. */
  listed: string;
  mayMark: boolean;
  handedIn: string;
}

/** `stands`: which of its listings may still be told of, in the order of its Cases. */
export function presentNotice(stored: StoredNotice, { stands, person }: { stands: readonly boolean[]; person: Person }): NoticeView {
  const { id, state, stateBecause = '', cases, left, attempts } = stored;
  const notice = partOfNotice(stored.notice, stands);
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
    course: attempts.map(({ at, outcome, said }) => ({ at: momentOf(at), what: `${outcomes[outcome]}: ${said}` })),
    maySendAgain: state === 'undeliverable' && holdsOneOf(person, noticeSenders),
    form: formView(stored, { stands, person }),
  };
}

const outcomes = { taken: 'Taken', later: 'Not taken yet', never: 'Refused' } as const;

function formView(
  { state, cases, handIn, deliveredAt }: StoredNotice,
  { stands, person }: { stands: readonly boolean[]; person: Person },
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
    listed: listed.map(({ caseId }) => caseId).join(','),
    mayMark: by === undefined && holdsOneOf(person, noticeSenders),
    handedIn: by === undefined ? '' : `Handed in by ${by.name}, ${momentOf(deliveredAt ?? '').text}${called}.`,
  };
}
