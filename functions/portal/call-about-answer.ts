/** Puts a platform's dispute or question before a person. A platform that writes again adds to what waits and does not hide what others wait for. */

import { callOff, callPerson } from '../../shared/aws/call-person.ts';
import { type Call, escalationId } from '../../shared/domain/escalation.ts';
import type { StoredAnswer } from '../../shared/domain/notice/answer.ts';
import { answerCallKind, answerCallKinds, callOfAnswer } from '../../shared/domain/notice/answer-call.ts';
import { answerWords } from '../../shared/domain/notice/answer-words.ts';
import type { NoticeKind } from '../../shared/domain/notice/notice.ts';
import type { PortalParts } from './parts.ts';

type CallingParts = Pick<PortalParts, 'answers' | 'escalations' | 'audit' | 'now'>;

/** Called for again, it changes nothing. What the platform said before and no longer says is called off, unless a person has it in hand. */
export async function callAboutAnswer(answer: StoredAnswer, asked: NoticeKind, parts: CallingParts): Promise<void> {
  const call = callOfAnswer(answer, asked);
  for (const kind of answerCallKinds) {
    if (kind === call?.kind) continue;
    const about = { kind, noticeId: answer.noticeId, caseIds: [answer.caseId] };
    await callOff(await roundsOf(about, parts), `The platform answered otherwise since: ${answerWords(answer.said)}.`, {
      ...parts,
      actor: 'portal',
    });
  }
  if (call !== undefined) await addToCall({ call, answer, asked }, { round: 1, after: 0 }, parts);
}

/** Ids of every escalation there was of this kind about this listing: a round begins when the one before was closed. */
async function roundsOf(about: Pick<Call, 'kind' | 'noticeId' | 'caseIds'>, { escalations }: CallingParts): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const id = escalationId({ ...about, occurrence: `${ids.length + 1}` });
    if ((await escalations.get(id)) === undefined) return ids;
    ids.push(id);
  }
}

interface Calling {
  call: Omit<Call, 'occurrence'>;
  answer: StoredAnswer;
  asked: NoticeKind;
}

/** The first round that is not closed takes the answer; one that has it already, closed or not, is left as it is. */
async function addToCall(
  { call, answer, asked }: Calling,
  { round, after }: { round: number; after: number },
  parts: CallingParts,
): Promise<void> {
  const { noticeId, caseId, number, said } = answer;
  const counted = (await parts.answers.ofNotice(noticeId)).filter(
    (each) => each.caseId === caseId && each.number > after && each.number <= number && answerCallKind(each.said, asked) === call.kind,
  ).length;
  const answers = { newest: number, counted, words: said.words ?? '' };
  const full = { ...call, answers, occurrence: `${round}` };
  // Also when it was raised before: the first try may have broken off before its rows were written.
  await callPerson(full, { ...parts, actor: 'portal' });
  const standing = await parts.escalations.get(escalationId(full));
  const newest = standing?.answers?.newest ?? 0;
  if (standing === undefined || newest >= number) return;
  if (standing.state === 'closed') return addToCall({ call, answer, asked }, { round: round + 1, after: newest }, parts);
  if (await parts.escalations.save(standing, { ...standing, why: call.why, answers })) return;
  return addToCall({ call, answer, asked }, { round, after }, parts);
}
