import type { AuditLog } from '../../shared/aws/audit-log.ts';
import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { CaseStore } from '../../shared/aws/case-store.ts';
import type { VictimUpdateStore } from '../../shared/aws/victim-update-store.ts';
import type { AuditRow } from '../../shared/domain/audit-event.ts';
import { confirmationOf } from '../../shared/domain/confirmation.ts';
import { updateId, updateOf, type VictimEvent, type VictimNews, type VictimUpdate } from '../../shared/domain/victims/victim-update.ts';

export interface InformParts {
  log: AuditLog;
  cases: Pick<CaseStore, 'get'>;
  updates: Pick<VictimUpdateStore, 'raise'>;
  audit: Pick<AuditStore, 'append'>;
  team: string;
  now: () => Date;
}

/** A row is found by each run of a week, so a function that stood still for days has lost nothing. */
const daysLookedBack = 7;
const dayMs = 86_400_000;

/** Finds in the audit what victims are owed to hear, and puts it before the victim officer, once. Returns what is new. */
export async function inform(parts: InformParts): Promise<VictimUpdate[]> {
  const { tellings, known } = await lookBack(parts);
  const raised: VictimUpdate[] = [];
  for (const { row, event } of tellings.values()) {
    if (known.has(updateId(event, row.subject.id))) continue;
    const news = await newsIn(row, event, parts);
    if (news === undefined) continue;
    const update = updateOf(news, parts.team);
    if (await parts.updates.raise(update)) raised.push(update);
    // Also of one that an earlier run raised and died before this row.
    await leaveRow(update, parts);
  }
  return raised;
}

interface Telling {
  row: AuditRow;
  event: VictimEvent;
}

/** What may be news, the last of each, and what was raised already. */
async function lookBack({ log, now }: InformParts): Promise<{ tellings: Map<string, Telling>; known: Set<unknown> }> {
  const tellings = new Map<string, Telling>();
  const known = new Set<unknown>();
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const today = now().getTime();
  for await (const row of log.rows({ from: day(today - daysLookedBack * dayMs), to: day(today) }, 'oldest-first')) {
    if (row.act === raisedAct) known.add(row.detail?.['updateId']);
    const event = row.outcome === 'done' ? eventIn(row) : undefined;
    if (event !== undefined) tellings.set(`${event} ${row.subject.id}`, { row, event });
  }
  return { tellings, known };
}

const raisedAct = 'victim-update-raised';

function eventIn({ act, detail, subject }: AuditRow): VictimEvent | undefined {
  if (act === 'record-withdrawn' || act === 'record-changed')
    return subject.kind === 'record' && detail?.['status'] === 'recovered' ? 'device-recovered' : undefined;
  if (subject.kind !== 'case') return undefined;
  if (act === 'removal-verified') return 'removal-verified';
  return act === 'case-decided' && detail?.['code'] === 'confirmed-stolen' ? 'listing-confirmed' : undefined;
}

/** Undefined while nothing is confirmed: a first decision, one that may still be taken back, a Case that no longer stands, a copy that checks people. */
async function newsIn(
  { subject: { id }, at }: AuditRow,
  event: VictimEvent,
  { cases, team, now }: InformParts,
): Promise<VictimNews | undefined> {
  if (event === 'device-recovered') return { event, reference: id, at };
  const item = await cases.get(id);
  if (item === undefined || item.team !== team || item.check !== undefined) return undefined;
  const confirmation = confirmationOf(item, now());
  if (confirmation === undefined) return undefined;
  return { event, reference: item.match.recordReference, caseId: id, at: event === 'removal-verified' ? at : confirmation.since };
}

async function leaveRow({ id, event, reference, caseId, dueOn }: VictimUpdate, { audit, now }: InformParts): Promise<void> {
  const subject = caseId === undefined ? { kind: 'record', id: reference } : { kind: 'case', id: caseId };
  const detail = { updateId: id, event, dueOn };
  await audit.append({ at: now().toISOString(), actor: 'inform', act: raisedAct, subject, outcome: 'done', detail });
}
