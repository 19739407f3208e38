/** How platforms answer, counted from what was sent and what was answered, with what each share is a share of. */

import { type DeclineReason, declineReasons, type StoredAnswer, standingAnswers } from './notice/answer.ts';
import type { SentNotice } from './notice/sent-notice.ts';

/** Of one platform. `asked` is the sum of `answered`, `late` and `open`; `answered` that of the four answers. */
export interface PlatformAnswers {
  source: string;
  /** Listings that delivered removal notices ask about, without those that were taken back. */
  asked: number;
  answered: number;
  removed: number;
  refused: number;
  needMore: number;
  wrong: number;
  /** Without an answer though the time asked for is over. */
  late: number;
  /** Without an answer, and still within that time. */
  open: number;
  /** Of the refused, the most frequent first. */
  reasons: { reason: DeclineReason; count: number }[];
}

/** For whoever reads the figures: how they were counted. */
export const answerCountingRule =
  'Counted are listings that removal notices delivered in the last 90 days ask about, once a notice; those that were taken back are left out. The last answer about a listing counts. The share refused is of the listings answered. An answer is a platform’s word: whether a listing is gone is counted elsewhere.';

/** By platform, those most asked first. `sent` and `answers` are of the same period and team. */
export function countAnswers(
  { sent, answers }: { sent: readonly SentNotice[]; answers: readonly StoredAnswer[] },
  now: Date,
): PlatformAnswers[] {
  const takenBack = new Set(
    sent.flatMap(({ kind, refersTo = '', listings }) => (kind === 'recall' ? listings.map(({ caseId }) => keyOf(refersTo, caseId)) : [])),
  );
  const byNotice = Map.groupBy(answers, ({ noticeId }) => noticeId);
  const counts = new Map<string, PlatformAnswers>();
  for (const { kind, noticeId, source, listings, respondBy } of sent) {
    if (kind !== 'removal-notice') continue;
    const standing = standingAnswers(byNotice.get(noticeId) ?? []);
    const count = counts.get(source) ?? nothing(source);
    counts.set(source, count);
    for (const { caseId } of listings) {
      if (!takenBack.has(keyOf(noticeId, caseId))) add(count, standing.get(caseId), now.toISOString() > respondBy);
    }
  }
  return [...counts.values()].filter(({ asked }) => asked > 0).sort((a, b) => b.asked - a.asked);
}

/** Of the listings answered; undefined where none was. */
export function shareRefused({ refused, answered }: PlatformAnswers): number | undefined {
  return answered === 0 ? undefined : refused / answered;
}

function add(count: PlatformAnswers, answer: StoredAnswer | undefined, isOver: boolean): void {
  count.asked += 1;
  if (answer === undefined) {
    count[isOver ? 'late' : 'open'] += 1;
    return;
  }
  count.answered += 1;
  const { said } = answer;
  if (said.answer === 'removed') count.removed += 1;
  if (said.answer === 'need-more') count.needMore += 1;
  if (said.answer === 'wrong') count.wrong += 1;
  if (said.answer !== 'refused') return;
  count.refused += 1;
  const reasons = new Map(count.reasons.map((each) => [each.reason, each.count]));
  reasons.set(said.reason, (reasons.get(said.reason) ?? 0) + 1);
  count.reasons = declineReasons
    .flatMap((reason) => (reasons.has(reason) ? [{ reason, count: reasons.get(reason) ?? 0 }] : []))
    .sort((a, b) => b.count - a.count);
}

function nothing(source: string): PlatformAnswers {
  return { source, asked: 0, answered: 0, removed: 0, refused: 0, needMore: 0, wrong: 0, late: 0, open: 0, reasons: [] };
}

function keyOf(noticeId: string, caseId: string): string {
  return `${noticeId} ${caseId}`;
}
