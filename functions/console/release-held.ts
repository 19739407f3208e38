import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { CaseStore } from '../../shared/aws/case-store.ts';
import type { QueueSender } from '../../shared/aws/queue.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { PersonName } from '../../shared/domain/decision.ts';
import { reviewRequestFor } from '../../shared/messages.ts';
import { heldWith } from './refuse-case.ts';

interface Releasing {
  cases: Pick<CaseStore, 'allAbout' | 'move'>;
  audit: Pick<AuditStore, 'append'>;
  reviewQueue: QueueSender;
  now: () => Date;
}

/**
 * A person has looked at a flood's Case and found it real: what was held with it goes on to review, and the flood's Case is closed last,
 * so that after a crash it is still there to be released again. Returns the Cases that went on.
 */
export async function releaseHeld(flood: Case, by: PersonName, parts: Releasing): Promise<Case[]> {
  const released: Case[] = [];
  for (const each of await heldWith(flood, parts)) if (await release(each, by, parts)) released.push(each);
  const closedAt = parts.now().toISOString();
  const closedBecause = `Released by ${by.name}: what was held with it is up for review.`;
  if ((await parts.cases.move(flood.id, 'closed', { closedAt, closedBecause })) === 'moved')
    await leaveRow(flood, 'case-closed', by, parts);
  return released;
}

/** False when it was closed since it was listed. */
async function release(held: Case, by: PersonName, parts: Releasing): Promise<boolean> {
  // A release that crashed here is made again by `admit`, which asks once more for evidence that was never captured.
  if ((await parts.cases.move(held.id, 'opened')) !== 'moved') return false;
  await leaveRow(held, 'case-released', by, parts);
  await parts.reviewQueue.send([reviewRequestFor(held)]);
  return true;
}

async function leaveRow({ id }: Case, act: string, { id: actor }: PersonName, { audit, now }: Releasing): Promise<void> {
  await audit.append({ at: now().toISOString(), actor, act, subject: { kind: 'case', id }, outcome: 'done' });
}
