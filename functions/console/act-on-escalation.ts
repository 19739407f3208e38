/** What a person does with an Escalation, by page and API alike: done and on record, or refused with the reason and on record as well. */

import { actOnEscalation, type Escalation, type EscalationAct, type EscalationHindrance } from '../../shared/domain/escalation.ts';
import type { Person } from '../../shared/domain/person.ts';
import { leaveRow } from './leave-row.ts';
import type { ConsoleParts } from './parts.ts';

export type ActedOnEscalation =
  | { outcome: 'done'; escalation: Escalation }
  | { outcome: 'refused'; hindrance: EscalationHindrance }
  | { outcome: 'missing' };

/** Of two people at once, the second is judged by what the first left. */
const mostTries = 3;

export async function actOn(
  id: string,
  asked: EscalationAct,
  { person, parts }: { person: Person; parts: Pick<ConsoleParts, 'escalations' | 'audit' | 'now'> },
): Promise<ActedOnEscalation> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await parts.escalations.get(id);
    if (before?.team !== person.team) return { outcome: 'missing' };
    const after = actOnEscalation(before, asked, { by: person, at: parts.now() });
    if ('hindrance' in after) {
      await leaveRows(before, { act: asked.act, outcome: 'refused', because: after.hindrance }, { person, parts });
      return { outcome: 'refused', hindrance: after.hindrance };
    }
    if (!(await parts.escalations.save(before, after))) continue;
    await leaveRows(after, { act: asked.act, outcome: 'done' }, { person, parts });
    return { outcome: 'done', escalation: after };
  }
  throw new Error(`The escalation ${id} changed at every try`);
}

async function leaveRows(
  { id, kind, caseIds }: Escalation,
  { act, outcome, because }: { act: EscalationAct['act']; outcome: 'done' | 'refused'; because?: string },
  { person, parts }: { person: Person; parts: Pick<ConsoleParts, 'audit' | 'now'> },
): Promise<void> {
  const row = { act: act === 'take' ? 'escalation-taken' : 'escalation-closed', outcome };
  const detail = { escalationId: id, kind, ...(because !== undefined && { because }) };
  for (const caseId of caseIds) await leaveRow(parts, person, { ...row, subject: { kind: 'case', id: caseId }, detail });
}
