/**
 * What a platform says of one listing that a Notice names. It is a word and no proof: that a listing is removed is said by the ladder alone
 * (verification.ts, product rule 2), and no answer changes a StolenRecord or a Case. An answer may be followed by another; both stay.
 */

import type { Notice, NoticeKind } from './notice.ts';

/** `wrong` disputes the notice. `restored` answers a recall and `preserved` a request to preserve. */
export const answerKinds = ['removed', 'refused', 'need-more', 'wrong', 'restored', 'preserved'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** Why a platform does not do what was asked; `other-measure`: it did something else instead. */
export const declineReasons = [
  'not-illegal',
  'seller-has-proof',
  'other-item',
  'not-found',
  'needs-order',
  'other-measure',
  'other',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const longestWords = 2000;
/** About one listing of one notice: no dispute takes more, and an address that anybody in a platform's team may have should fill no store. */
export const mostAnswers = 20;

export type Said =
  | { answer: 'removed' | 'restored' | 'preserved'; words?: string }
  | { answer: 'refused'; reason: DeclineReason; words: string }
  | { answer: 'need-more' | 'wrong'; words: string };

export interface NoticeAnswer {
  /** The notice that asked first: an answer to a follow-up is one to the notice that it reminds of. */
  noticeId: string;
  caseId: string;
  team: string;
  source: string;
  /** The platform's own id of the listing. */
  itemId: string;
  /** ISO 8601 in UTC, of when it came in. */
  at: string;
  /** By a form of the portal, or by a program. */
  by: 'form' | 'program';
  said: Said;
  /** JSON of the DSA statement of reasons that it came as, every field as it was given. */
  statement?: string;
}

/** `number` counts the answers about one listing, from 1 on. */
export type StoredAnswer = NoticeAnswer & { number: number };

const answersTo: Record<NoticeKind, readonly AnswerKind[]> = {
  'removal-notice': ['removed', 'refused', 'need-more', 'wrong'],
  'follow-up': ['removed', 'refused', 'need-more', 'wrong'],
  recall: ['restored', 'refused', 'need-more'],
  'preservation-request': ['preserved', 'refused', 'need-more'],
};

/** What can be said of what is asked, in the order in which a form offers it. */
export function answersToKind(kind: NoticeKind): readonly AnswerKind[] {
  return answersTo[kind];
}

/** The notice that an answer to this one belongs to. */
export function answeredNoticeId(notice: Notice): string {
  return notice.kind === 'follow-up' ? notice.refersTo : notice.noticeId;
}

/** A form sent twice, or a program that tries again, says the same and adds nothing. */
export function saysTheSame(one: Pick<NoticeAnswer, 'said' | 'statement'>, other: Pick<NoticeAnswer, 'said' | 'statement'>): boolean {
  return contentOf(one) === contentOf(other);
}

function contentOf({ said, statement }: Pick<NoticeAnswer, 'said' | 'statement'>): string {
  return JSON.stringify([said.answer, 'reason' in said ? said.reason : '', said.words ?? '', statement ?? '']);
}

/** By Case, the answer that was given last: it stands for the platform's word. `answers` may be in any order. */
export function standingAnswers(answers: readonly StoredAnswer[]): Map<string, StoredAnswer> {
  const standing = new Map<string, StoredAnswer>();
  for (const answer of answers) {
    const before = standing.get(answer.caseId);
    if (before === undefined || before.number < answer.number) standing.set(answer.caseId, answer);
  }
  return standing;
}
