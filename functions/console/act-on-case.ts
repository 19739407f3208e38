import type { Case } from '../../shared/domain/case.ts';
import type { Obstacle } from '../../shared/domain/case-obstacles.ts';
import { isRefusalReason } from '../../shared/domain/decision.ts';
import type { Person } from '../../shared/domain/person.ts';
import { isLookedFor, type StolenRecord } from '../../shared/domain/stolen-record.ts';
import { type Act, type DecideAct, type Worked, workOn } from '../../shared/domain/work-on-case.ts';
import { recallRequestFor } from '../../shared/messages.ts';
import { afterDecision, afterTakingBack } from './after-decision.ts';
import { changeCase } from './change-case.ts';
import { leaveRow } from './leave-row.ts';
import type { ConsoleParts } from './parts.ts';
import { refuseHeld, subjectOf } from './refuse-case.ts';

export type WorkParts = Pick<ConsoleParts, 'cases' | 'records' | 'audit' | 'roster' | 'decisions' | 'deliverQueue' | 'now'>;

/** What stands in the way: in the Case itself, or around it. */
export type Hindrance = Obstacle | { why: 'record-not-looked-for' } | { why: 'evidence-damaged' };

export type Acted = { outcome: 'done'; item: Case } | { outcome: 'refused'; hindrance: Hindrance } | { outcome: 'missing' };

const rowNames: Record<Act['act'], string> = {
  claim: 'case-claimed',
  renew: 'claim-renewed',
  release: 'claim-released',
  'hand-over': 'case-handed-over',
  'open-evidence': 'evidence-opened',
  decide: 'case-decided',
  undo: 'decision-taken-back',
  resume: 'case-resumed',
  revoke: 'confirmation-revoked',
};

/** What may lead to something leaving the building, or keep it from that. */
const attemptsOnRecord: readonly Act['act'][] = ['decide', 'undo', 'revoke'];

/** Does what a person asked of a Case, with what follows from it, and leaves the rows; a Case of another team is `missing`. */
export async function actOnCase(id: string, act: Act, { person, parts }: { person: Person; parts: WorkParts }): Promise<Acted> {
  const row = { act: rowNames[act.act], subject: { kind: 'case', id }, detail: detailOf(act) };
  const item = await parts.cases.get(id);
  if (item === undefined || item.team !== person.team) {
    await leaveRow(parts, person, { ...row, outcome: 'refused' });
    return { outcome: 'missing' };
  }
  if (attemptsOnRecord.includes(act.act)) await leaveRow(parts, person, { ...row, outcome: 'attempted' });
  const acted = await judged(item, act, { person, parts });
  await leaveRow(parts, person, { ...row, outcome: acted.outcome === 'done' ? 'done' : 'refused', ...whyNot(acted, row.detail) });
  if (acted.outcome === 'done') await follow(acted.item, act, { person, parts, takenAt: item.work?.claim?.at });
  return acted;
}

/** What an act brings with it; a crash before it loses a figure or a second look, and no decision. */
async function follow(
  item: Case,
  { act }: Act,
  { person, parts, takenAt }: { person: Person; parts: WorkParts; takenAt: string | undefined },
) {
  if (act === 'claim') await parts.roster.note(person, parts.now().toISOString());
  if (act === 'decide') await afterDecision(item, takenAt, parts);
  if (act === 'undo') await afterTakingBack(item, parts);
}

async function judged(item: Case, act: Act, around: { person: Person; parts: WorkParts }): Promise<Acted> {
  const { person, parts } = around;
  const at = parts.now();
  if (act.act === 'decide') {
    const worked = workOn(item, act, { by: person, at });
    const hindrance = worked.outcome === 'refused' ? worked.obstacle : await recordHindrance(item, act, parts);
    if (hindrance) return { outcome: 'refused', hindrance };
    // What is held with a flood goes first, so that a crash leaves the flood's own Case to be decided again.
    if (isRefusalReason(act.code)) await refuseHeld(item, { reason: act.code, by: { id: person.id, name: person.name } }, parts);
  }
  if (act.act === 'revoke') {
    const worked = workOn(item, act, { by: person, at });
    if (worked.outcome === 'refused') return { outcome: 'refused', hindrance: worked.obstacle };
    // Before it is closed: after a crash in between it is still confirmed, and asked for again. That must not pass for the message before.
    const deduplicationId = `${item.id}#revoked#${at.toISOString()}`;
    await parts.deliverQueue.send([{ ...recallRequestFor(item), deduplicationId }]);
  }
  const acted = actedOf(await changeCase(item.id, (before) => workOn(before, act, { by: person, at }), parts));
  if (acted.outcome === 'done' && act.act === 'undo') return { outcome: 'done', item: await afterUndo(acted.item, around) };
  return acted;
}

function actedOf(worked: Worked | { outcome: 'missing' }): Acted {
  return worked.outcome === 'refused' ? { outcome: 'refused', hindrance: worked.obstacle } : worked;
}

/** A record that was withdrawn a moment ago has no Case confirmed on it, though its own message may still be on the way. */
async function recordHindrance({ match }: Case, { code }: DecideAct, { records }: WorkParts): Promise<Hindrance | undefined> {
  if (code !== 'confirmed-stolen') return undefined;
  const record = await records.get(match.recordReference);
  return isStillLookedFor(record) ? undefined : { why: 'record-not-looked-for' };
}

function isStillLookedFor(record: StolenRecord | undefined): boolean {
  return record !== undefined && isLookedFor(record);
}

/** What was held with a flood is held again; and a Case whose record went while it was closed is closed again, for that reason. */
async function afterUndo(item: Case, { person, parts }: { person: Person; parts: WorkParts }): Promise<Case> {
  if (item.floodOf !== undefined) {
    const about = await parts.cases.allAbout(subjectOf(item));
    for (const { id } of about.filter((each) => each.work?.decisions.at(-1)?.withFlood === item.id))
      await changeCase(id, (before) => workOn(before, { act: 'undo' }, { by: person, at: parts.now() }), parts);
  }
  const record = await parts.records.get(item.match.recordReference);
  if (isStillLookedFor(record)) return item;
  const closing = { closedAt: parts.now().toISOString(), closedBecause: 'The record is no longer looked for.' };
  if ((await parts.cases.move(item.id, 'closed', closing)) !== 'moved') return item;
  await leaveRow(parts, person, { act: 'case-closed', subject: { kind: 'case', id: item.id }, outcome: 'done' });
  return { ...item, ...closing, state: 'closed' };
}

/** Codes and names alone: notes are a colleague's words about people, and stand in the Case. */
function detailOf(act: Act): Record<string, unknown> {
  if (act.act === 'decide' || act.act === 'revoke') return { code: act.code };
  return act.act === 'hand-over' ? { to: act.to.id } : {};
}

function whyNot(acted: Acted, detail: Record<string, unknown>) {
  return acted.outcome === 'refused' ? { detail: { ...detail, because: acted.hindrance.why } } : {};
}
