import type { AppendOutcome } from '../../shared/aws/answer-store.ts';
import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import { answeredNoticeId, mostAnswers, type NoticeAnswer, saysTheSame, standingAnswers } from '../../shared/domain/notice/answer.ts';
import { callAboutAnswer } from './call-about-answer.ts';
import type { PortalParts } from './parts.ts';
import type { GivenAnswer } from './read-answers.ts';
import { leaveRow } from './visit.ts';

export interface GivenOutcome {
  itemId: string;
  outcome: AppendOutcome;
}

/** Which of these find the platform's answers about their listing used up; one that says what the last one said is none more. */
export async function answersUsedUp(
  { notice, cases }: StoredNotice,
  given: readonly GivenAnswer[],
  { answers }: Pick<PortalParts, 'answers'>,
): Promise<GivenAnswer[]> {
  const standing = standingAnswers(await answers.ofNotice(answeredNoticeId(notice)));
  return given.filter((each) => {
    const caseId = cases[notice.targets.findIndex(({ platformItemId }) => platformItemId === each.itemId)]?.caseId ?? '';
    const last = standing.get(caseId);
    return last !== undefined && last.number >= mostAnswers && !saysTheSame(last, each);
  });
}

/**
 * Keeps answers to a notice, one after the other. What is said twice stands once, so a request that broke off is sent again as it was. A row before says
 * that it was tried and one after what came of it; neither a Case nor a StolenRecord is touched.
 */
export async function giveAnswers(
  { notice, cases, team, source }: StoredNotice,
  { given, by }: { given: readonly GivenAnswer[]; by: NoticeAnswer['by'] },
  parts: PortalParts,
): Promise<GivenOutcome[]> {
  const noticeId = answeredNoticeId(notice);
  const outcomes: GivenOutcome[] = [];
  for (const { itemId, said, statement } of given) {
    const caseId = cases[notice.targets.findIndex(({ platformItemId }) => platformItemId === itemId)]?.caseId;
    if (caseId === undefined) continue;
    const row = { act: 'notice-answered', subject: { kind: 'case', id: caseId } };
    const detail = { noticeId: notice.noticeId, answer: said.answer, ...(said.answer === 'refused' && { reason: said.reason }) };
    await leaveRow(parts, { source }, { ...row, outcome: 'attempted', detail });
    const at = parts.now().toISOString();
    const answer: NoticeAnswer = { noticeId, caseId, team, source, itemId, at, by, said, ...(statement !== undefined && { statement }) };
    const { outcome, number } = await parts.answers.append(answer);
    await leaveRow(parts, { source }, { ...row, outcome: outcome === 'too-many' ? 'refused' : 'done', detail: { ...detail, outcome } });
    // Also of one that is repeated: the first try may have broken off before it called.
    if (outcome !== 'too-many') await callAboutAnswer({ ...answer, number }, notice.kind, parts);
    outcomes.push({ itemId, outcome });
  }
  return outcomes;
}
