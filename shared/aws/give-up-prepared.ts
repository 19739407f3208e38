import { escalationId } from '../domain/escalation.ts';
import { groundKey } from '../domain/notice/ground-key.ts';
import { handInCall } from '../domain/notice/hand-in-call.ts';
import type { AuditStore } from './audit-store.ts';
import { callOff } from './call-person.ts';
import type { EscalationStore } from './escalation-store.ts';
import type { NoticeChange, NoticeStore, StoredNotice } from './notice-store.ts';

interface GiveUpParts {
  notices: Pick<NoticeStore, 'change' | 'freeGround'>;
  escalations: Pick<EscalationStore, 'get' | 'save'>;
  audit: Pick<AuditStore, 'append'>;
  /** The function that gives it up. */
  actor: string;
  now: () => Date;
}

/**
 * A notice that waits for an officer to hand it in has nothing left to ask: `left` says why of each of its Cases. The notice changes last but for its rows, so that a
 * crash leaves it to be given up again. Should it have been handed in all the same, the officer can still say so, and then it is taken back.
 */
export async function giveUpPrepared(
  prepared: StoredNotice,
  left: StoredNotice['left'],
  { notices, escalations, audit, actor, now }: GiveUpParts,
): Promise<void> {
  await callOff([escalationId(handInCall(prepared))], 'Nothing is left to ask.', { escalations, audit, actor, now });
  await freeGrounds(prepared, notices);
  const change: NoticeChange = { state: 'dropped', stateBecause: 'nothing is left to ask', left: [...prepared.left, ...left] };
  if (!(await notices.change(prepared.id, change, ['to-hand-in']))) return;
  for (const { caseId, why } of left) {
    const subject = { kind: 'case', id: caseId };
    const detail = { noticeId: prepared.id, because: why };
    await audit.append({ at: now().toISOString(), actor, act: 'notice-dropped', subject, outcome: 'done', detail });
  }
}

/** Should a listing be confirmed again, another notice may ask for it. */
async function freeGrounds({ id, source, notice }: StoredNotice, { freeGround }: Pick<NoticeStore, 'freeGround'>): Promise<void> {
  if (notice.kind !== 'removal-notice') return;
  for (const { platformItemId: itemId } of notice.targets) await freeGround(groundKey({ source, itemId }, notice.ground.offence), id);
}
