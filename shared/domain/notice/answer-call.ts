/** Which answers of platforms call for a person, and what else such a person must know. */

import { type Call, type Escalation, type EscalationKind, whatToDo } from '../escalation.ts';
import { type NoticeAnswer, type Said, type StoredAnswer, standingAnswers } from './answer.ts';
import { answerWords, declineWords } from './answer-words.ts';
import type { NoticeKind } from './notice.ts';

/** Of a Case there is at most one of each that is not closed, however often the platform says it and in whatever words. */
export const answerCallKinds = ['disputed', 'asked-back', 'recall-refused'] as const satisfies readonly EscalationKind[];
type AnswerCallKind = (typeof answerCallKinds)[number];

/** Nothing but a person can go on from a dispute, a question or a recall that is not followed; undefined where the clock goes on. */
export function answerCallKind(said: Said, asked: NoticeKind): AnswerCallKind | undefined {
  if (said.answer === 'wrong') return 'disputed';
  if (said.answer === 'need-more') return 'asked-back';
  return said.answer === 'refused' && asked === 'recall' ? 'recall-refused' : undefined;
}

/** `occurrence` is left to who knows how often that was closed before. */
export function callOfAnswer(
  { team, source, noticeId, caseId, said }: NoticeAnswer,
  asked: NoticeKind,
): (Omit<Call, 'occurrence'> & { kind: AnswerCallKind }) | undefined {
  const kind = answerCallKind(said, asked);
  return kind && { team, source, noticeId, caseIds: [caseId], kind, why: whyCalled(kind, said) };
}

function whyCalled(kind: AnswerCallKind, said: Said): string {
  if (kind === 'disputed') return 'The platform says that the notice is wrong.';
  if (kind === 'asked-back') return 'The platform needs to know more before it acts.';
  return `The platform does not put the listing back: ${'reason' in said ? declineWords(said.reason) : 'it refuses'}.`;
}

/** What a person can do about it, in sentences. `answers` are those to its notice: who rings a platform must know that it refused. */
export function adviceOn({ kind, caseIds }: Pick<Escalation, 'kind' | 'caseIds'>, answers: readonly StoredAnswer[]): string {
  if (kind !== 'still-offered') return whatToDo[kind];
  const standing = standingAnswers(answers);
  const said = caseIds.map((caseId) => standing.get(caseId)?.said).find((each) => each !== undefined && each.answer !== 'removed');
  if (said === undefined) return whatToDo[kind];
  return `The platform answered: ${answerWords(said)}. Read its words on the case’s page first. ${whatToDo[kind]}`;
}
