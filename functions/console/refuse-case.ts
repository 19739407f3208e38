import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { CaseStore, CaseSubject } from '../../shared/aws/case-store.ts';
import type { Case } from '../../shared/domain/case.ts';
import { type RefusalReason, refuse } from '../../shared/domain/refusal.ts';

interface Refusing {
  cases: CaseStore;
  audit: AuditStore;
  now: () => Date;
}

interface Word {
  reason: RefusalReason;
  by: string;
}

/**
 * Closes a Case by a person's word. A flood's Case closes what is held with it, for the same reason: that is what the person looked at.
 * Returns the Cases closed; none when the Case was closed before.
 */
export async function refuseCase(refused: Case, word: Word, parts: Refusing): Promise<Case[]> {
  const held = refused.floodOf === undefined ? [] : await heldWith(refused, parts);
  const closed: Case[] = [];
  for (const each of [...held, refused]) if (await close(each, word, parts)) closed.push(each);
  return closed;
}

/** The Cases that are held back while a flood's Case waits for a person, oldest first. */
export async function heldWith({ floodOf, match, listing }: Case, { cases }: { cases: Pick<CaseStore, 'allAbout'> }): Promise<Case[]> {
  const { source, itemId } = listing;
  const subject: CaseSubject = floodOf === 'record' ? { record: match.recordReference } : { listing: { source, itemId } };
  return (await cases.allAbout(subject)).filter(({ state }) => state === 'held');
}

async function close({ id, match }: Case, { reason, by }: Word, { cases, audit, now }: Refusing): Promise<boolean> {
  const at = now();
  const event = { at: at.toISOString(), actor: by, act: 'case-refused', subject: { kind: 'case', id }, detail: { reason } };
  await audit.append({ ...event, outcome: 'attempted' });
  const patch = { refusal: refuse(match, { reason, by, at }), closedAt: at.toISOString(), closedBecause: `Refused by ${by}: ${reason}.` };
  const moved = await cases.move(id, 'closed', patch);
  await audit.append({ ...event, at: now().toISOString(), outcome: moved === 'moved' ? 'done' : 'refused' });
  return moved === 'moved';
}
