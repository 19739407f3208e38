import { beginToVerify } from '../../shared/aws/begin-to-verify.ts';
import { callOff } from '../../shared/aws/call-person.ts';
import { groundOf } from '../../shared/aws/ground-of-case.ts';
import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import { escalationId } from '../../shared/domain/escalation.ts';
import { answerFrom } from '../../shared/domain/notice/answer-from.ts';
import { handInCall } from '../../shared/domain/notice/hand-in-call.ts';
import { partOfNotice } from '../../shared/domain/notice/part-of-notice.ts';
import type { Person } from '../../shared/domain/person.ts';
import { recallRequestFor } from '../../shared/messages.ts';
import { leaveRow } from './leave-row.ts';
import type { ConsoleParts } from './parts.ts';

export type HandInParts = Pick<
  ConsoleParts,
  'notices' | 'cases' | 'records' | 'verifications' | 'followUps' | 'escalations' | 'deliverQueue' | 'ladder' | 'audit' | 'now'
>;

export interface HandingIn {
  /** Ids of the Cases whose listings stood in what the person copied. */
  listed: readonly string[];
  /** What the platform called it; empty when it called it nothing. */
  receipt: string;
}

export type HandedIn = { outcome: 'done' } | { outcome: 'refused'; why: 'not-prepared' | 'nothing-listed' } | { outcome: 'missing' };

/** A notice that was given up may have been handed in before: that is a fact of the world, and can be said. */
const preparedStates = ['to-hand-in', 'dropped'] as const;

/**
 * A person says that a notice was handed in by the platform's own form: from here on it is delivered like any other, and its listings are looked at again.
 * Said a second time, it changes nothing. What of it has lost its ground meanwhile is taken back at once.
 */
export async function handIn(id: string, said: HandingIn, { person, parts }: { person: Person; parts: HandInParts }): Promise<HandedIn> {
  const row = { act: 'notice-handed-in', subject: { kind: 'notice', id } };
  const before = await parts.notices.get(id);
  if (before === undefined || before.team !== person.team) {
    await leaveRow(parts, person, { ...row, outcome: 'refused' });
    return { outcome: 'missing' };
  }
  if (before.handIn?.by !== undefined) return { outcome: 'done' };
  const marked = markedBy(before, said, { person, at: parts.now() });
  if ('why' in marked) {
    await leaveRow(parts, person, { ...row, outcome: 'refused', detail: { because: marked.why } });
    return { outcome: 'refused', why: marked.why };
  }
  await beginToVerify(marked, parts);
  const { state, notice, cases, left, attempts, deliveredAt, handIn } = marked;
  // Whoever came first has said it.
  if (!(await parts.notices.change(id, { state, notice, cases, left, attempts, deliveredAt, handIn }, preparedStates)))
    return { outcome: 'done' };
  await leaveRow(parts, person, { ...row, outcome: 'done' });
  await callOff([escalationId(handInCall(before))], 'It was handed in.', { ...parts, actor: person.id });
  await tell(marked, { person, parts });
  return { outcome: 'done' };
}

type Marked = StoredNotice & Required<Pick<StoredNotice, 'deliveredAt' | 'handIn'>>;

/** The notice as it is once handed in, of what the person copied and nothing else. */
function markedBy(
  before: StoredNotice,
  { listed, receipt }: HandingIn,
  { person: { id, name }, at }: { person: Person; at: Date },
): Marked | { why: 'not-prepared' | 'nothing-listed' } {
  if (before.handIn === undefined || !preparedStates.some((state) => state === before.state)) return { why: 'not-prepared' };
  const kept = before.cases.map(({ caseId }) => listed.includes(caseId));
  if (!kept.includes(true)) return { why: 'nothing-listed' };
  const others = before.cases.filter((_, index) => !kept[index]).map(({ caseId }) => ({ caseId, why: 'it was not handed in' }));
  const deliveredAt = at.toISOString();
  return {
    ...before,
    state: 'delivered',
    notice: answerFrom(partOfNotice(before.notice, kept), at),
    cases: before.cases.filter((_, index) => kept[index]),
    left: [...before.left, ...others],
    attempts: [...before.attempts, { at: deliveredAt, outcome: 'taken', said: receipt === '' ? 'handed in by form' : receipt }],
    deliveredAt,
    handIn: { ...before.handIn, by: { id, name }, ...(receipt !== '' && { receipt }) },
  };
}

/** Disclosure leaves its row at each Case (product rule 6); one that lost its ground meanwhile is recalled, which must not pass for the recall that found nothing to do before. */
async function tell(
  { id: noticeId, notice: { kind, recipient }, cases }: Marked,
  { person, parts }: { person: Person; parts: HandInParts },
): Promise<void> {
  const detail = { noticeId, kind, recipient: recipient.platform, channel: recipient.channel };
  for (const { caseId } of cases) {
    await leaveRow(parts, person, { act: 'notice-delivered', subject: { kind: 'case', id: caseId }, outcome: 'done', detail });
    const item = await parts.cases.get(caseId);
    if (kind === 'recall' || item === undefined || 'item' in (await groundOf(caseId, parts))) continue;
    await parts.deliverQueue.send([{ ...recallRequestFor(item), deduplicationId: `${noticeId}#${caseId}#handed-in` }]);
  }
}
