import type { AuditEvent } from '../../shared/domain/audit-event.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { ConsoleParts } from './parts.ts';

/** Says in the audit log what this person did or was refused; the answer waits for it, since what is not on record is not shown. */
export async function leaveRow(
  { audit, now }: Pick<ConsoleParts, 'audit' | 'now'>,
  person: Pick<Person, 'id' | 'name'>,
  row: Omit<AuditEvent, 'at' | 'actor' | 'actorName'>,
): Promise<void> {
  await audit.append({ at: now().toISOString(), actor: person.id, actorName: person.name, ...row });
}
