import { type Call, escalationOf } from '../domain/escalation.ts';
import type { AuditStore } from './audit-store.ts';
import type { EscalationStore } from './escalation-store.ts';

interface CallParts {
  escalations: Pick<EscalationStore, 'raise'>;
  audit: Pick<AuditStore, 'append'>;
  /** The function that calls: `verify`. */
  actor: string;
  now: () => Date;
}

/** Puts work before a person, once for the same call however often it is made, with a row of each Case; what a crash left of it is made up for by the next call. */
export async function callPerson(call: Call, { escalations, audit, actor, now }: CallParts): Promise<void> {
  const raised = await escalations.raise(escalationOf(call, { by: actor, at: now() }));
  const { id, kind, noticeId, caseIds, raisedAt, raisedBy } = raised;
  for (const caseId of caseIds) {
    await audit.append({
      at: raisedAt,
      actor: raisedBy,
      act: 'escalation-raised',
      subject: { kind: 'case', id: caseId },
      outcome: 'done',
      detail: { escalationId: id, kind, ...(noticeId !== undefined && { noticeId }) },
    });
  }
}

/** Closes what nobody has taken in hand, because nothing is left to do; what a person has taken, that person closes. */
export async function callOff(
  ids: readonly string[],
  note: string,
  { escalations, audit, actor, now }: Omit<CallParts, 'escalations'> & { escalations: Pick<EscalationStore, 'get' | 'save'> },
): Promise<void> {
  for (const id of ids) {
    const before = await escalations.get(id);
    if (before?.state !== 'open') continue;
    const at = now().toISOString();
    if (!(await escalations.save(before, { ...before, state: 'closed', closed: { at, note } }))) continue;
    for (const caseId of before.caseIds) {
      const subject = { kind: 'case', id: caseId };
      await audit.append({ at, actor, act: 'escalation-closed', subject, outcome: 'done', detail: { escalationId: id, because: note } });
    }
  }
}
