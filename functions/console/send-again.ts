import type { Person } from '../../shared/domain/person.ts';
import { deliveryRequestFor } from '../../shared/messages.ts';
import { leaveRow } from './leave-row.ts';
import type { ConsoleParts } from './parts.ts';

export type SentAgain = 'done' | 'not-undeliverable' | 'missing';

/**
 * What stood in the way of a notice has been mended: it is delivered as if for the first time, with all the looks before. The request comes after the change, and
 * should it be lost, the clock of notify asks for it again.
 */
export async function sendAgain(
  id: string,
  { person, parts }: { person: Person; parts: Pick<ConsoleParts, 'notices' | 'deliverQueue' | 'audit' | 'now'> },
): Promise<SentAgain> {
  const row = { act: 'notice-sent-again', subject: { kind: 'notice', id } };
  const before = await parts.notices.get(id);
  if (before === undefined || before.team !== person.team) {
    await leaveRow(parts, person, { ...row, outcome: 'refused' });
    return 'missing';
  }
  const change = { state: 'queued', stateBecause: `sent again by ${person.name}` } as const;
  if (!(await parts.notices.change(id, change, ['undeliverable']))) {
    await leaveRow(parts, person, { ...row, outcome: 'refused', detail: { because: 'not-undeliverable' } });
    return 'not-undeliverable';
  }
  await leaveRow(parts, person, { ...row, outcome: 'done' });
  await parts.deliverQueue.send([deliveryRequestFor(before)]);
  return 'done';
}
