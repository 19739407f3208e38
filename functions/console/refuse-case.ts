import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { CaseSubject } from '../../shared/aws/case-keys.ts';
import type { CaseStore } from '../../shared/aws/case-store.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { PersonName } from '../../shared/domain/decision.ts';
import type { RefusalReason } from '../../shared/domain/refusal.ts';
import { refuseUnclaimed, type Worked } from '../../shared/domain/work-on-case.ts';
import { changeCase } from './change-case.ts';

interface Refusing {
  cases: Pick<CaseStore, 'get' | 'saveWork' | 'allAbout'>;
  audit: Pick<AuditStore, 'append'>;
  now: () => Date;
}

interface Word {
  reason: RefusalReason;
  by: PersonName;
}

/**
 * Closes a Case by a person's word, without a claim: for whoever works by command. A flood's Case closes what is held with it, for the same
 * reason: that is what the person looked at. Returns the Cases closed; none when it is closed, or in the hands of a person.
 */
export async function refuseCase(refused: Case, word: Word, parts: Refusing): Promise<Case[]> {
  return [...(await refuseHeld(refused, word, parts)), ...(await close(refused, word, parts))];
}

/** The Cases that are held back with a flood's, closed for the same reason; the flood's own is left to be closed last. */
export async function refuseHeld(flood: Case, word: Word, parts: Refusing): Promise<Case[]> {
  const held = flood.floodOf === undefined ? [] : await heldWith(flood, parts);
  const closed: Case[] = [];
  for (const each of held) closed.push(...(await close(each, { ...word, withFlood: flood.id }, parts)));
  return closed;
}

/** The Cases that are held back while a flood's Case waits for a person, oldest first. */
export async function heldWith(flood: Case, { cases }: { cases: Pick<CaseStore, 'allAbout'> }): Promise<Case[]> {
  return (await cases.allAbout(subjectOf(flood))).filter(({ state }) => state === 'held');
}

/** What a flood's Case is about: the record or the listing that fits too much. */
export function subjectOf({ floodOf, match, listing }: Case): CaseSubject {
  const { source, itemId } = listing;
  return floodOf === 'record' ? { record: match.recordReference } : { listing: { source, itemId } };
}

async function close({ id }: Case, { reason, by, withFlood }: Word & { withFlood?: string }, parts: Refusing): Promise<Case[]> {
  const at = parts.now();
  const event = { at: at.toISOString(), actor: by.id, act: 'case-refused', subject: { kind: 'case', id }, detail: { reason } };
  await parts.audit.append({ ...event, outcome: 'attempted' });
  const worked = await changeCase(
    id,
    (item) => judged(item, { code: reason, by, at, ...(withFlood !== undefined && { withFlood }) }),
    parts,
  );
  await parts.audit.append({ ...event, at: parts.now().toISOString(), outcome: worked.outcome === 'done' ? 'done' : 'refused' });
  return worked.outcome === 'done' ? [worked.item] : [];
}

function judged(item: Case, word: Parameters<typeof refuseUnclaimed>[1]): Worked {
  const closed = refuseUnclaimed(item, word);
  return closed ? { outcome: 'done', item: closed } : { outcome: 'refused', obstacle: { why: 'wrong-state', state: item.state } };
}
