/** Answers one question about one device, and leaves on record that it was answered. */

import type { ClientDay } from '../../shared/aws/check-counter.ts';
import { answerFrom, type CheckAnswer } from '../../shared/domain/check/answer.ts';
import { type AskedDevice, readAskedDevice } from '../../shared/domain/check/asked-device.ts';
import type { CheckClient } from '../../shared/domain/check/client.ts';
import { type Suspicion, suspicionOf } from '../../shared/domain/check/enumeration.ts';
import { chargeDevice, chargeFault } from './charge.ts';
import type { CheckParts } from './parts.ts';

export interface Question {
  identifier: string;
  /** The client's own. */
  reference?: string | undefined;
}

/** Names the answer in the audit log and in hits: the receipt, and the row of a batch. */
export interface Place {
  receipt: string;
  row?: number;
}

export type Outcome =
  /** `asked` is the device in its normal form, or the text where it names none; it stays between us and the client. */
  | { kind: 'answered'; answer: CheckAnswer; asked: string; fault?: { expected: string; found: string } }
  | { kind: 'refused'; why: 'budget-used-up' | 'held' }
  /** The look-up could not be made. Asking again costs nothing. */
  | { kind: 'failed' };

/** The record that is read where the index names none, so that both answers take the same calls. No import makes an empty reference. */
const nobody = ' ';

export async function checkDevice(question: Question, client: CheckClient, place: Place, parts: CheckParts): Promise<Outcome> {
  try {
    const day = { client: client.id, day: parts.now().toISOString().slice(0, 10), round: client.round };
    const device = readAskedDevice(question.identifier);
    const charge = device.ok
      ? await chargeDevice(device.key, client, day, parts)
      : device.isCheckDigitWrong
        ? await chargeFault(question.identifier, client, day, parts)
        : 'again';
    if (charge === 'budget-used-up') return { kind: 'refused', why: charge };
    if (typeof charge === 'object') return await hold(client, charge.suspicion, parts);
    return device.ok
      ? await answerAbout(device, { question, client, day, place, isFirst: charge === 'first' }, parts)
      : await answerFault(device, { question, client, place }, parts);
  } catch (error) {
    parts.report(error);
    return { kind: 'failed' };
  }
}

interface Asking {
  question: Question;
  client: CheckClient;
  place: Place;
}

async function answerAbout(
  { key, shown }: Extract<AskedDevice, { ok: true }>,
  { question, client, day, place, isFirst }: Asking & { day: ClientDay; isFirst: boolean },
  parts: CheckParts,
): Promise<Outcome> {
  const { records: held, disputed } = await parts.identifiers.lookUp(key);
  const references = [...new Set([...held, ...disputed])];
  const records = await parts.records.getMany(references.length > 0 ? references : [nobody]);
  const { answer, hits } = answerFrom(records, key);
  const at = parts.now().toISOString();
  const { reference } = question;
  const hit =
    hits.length === 0
      ? undefined
      : {
          id: place.receipt,
          client: client.id,
          at,
          answer,
          identifier: shown,
          records: hits,
          ...(reference !== undefined && { reference }),
        };
  const isNewHit = await parts.counter.noteAnswer(day, key, { at, hit });
  // A dispute is no hit for officers, but its cannot-say tells the client that a record is held.
  const tellsOfRecord = isNewHit || (isFirst && hit === undefined && answer !== 'not-reported');
  const counts = await parts.counter.count(day, { hits: tellsOfRecord ? 1 : 0 });
  const suspicion = suspicionOf(counts, client.dailyBudget);
  if (suspicion !== undefined) {
    if (isNewHit) await parts.counter.holdBack(day, key);
    return hold(client, suspicion, parts);
  }
  await leaveRow({ client, place, answer, identifier: shown, hits }, parts);
  return { kind: 'answered', answer, asked: key };
}

async function answerFault(
  { expected, found }: Extract<AskedDevice, { ok: false }>,
  { question, client, place }: Asking,
  parts: CheckParts,
): Promise<Outcome> {
  await leaveRow({ client, place, answer: 'cannot-say', identifier: `not read: ${found}`, hits: [] }, parts);
  return { kind: 'answered', answer: 'cannot-say', asked: `text:${question.identifier.trim()}`, fault: { expected, found } };
}

/** Of a hit under its record, which is what somebody will ask the log about; of all else under the client. */
async function leaveRow(
  {
    client,
    place,
    answer,
    identifier,
    hits,
  }: { client: CheckClient; place: Place; answer: CheckAnswer; identifier: string; hits: string[] },
  { audit, now }: Pick<CheckParts, 'audit' | 'now'>,
): Promise<void> {
  const [record] = hits;
  await audit.append({
    at: now().toISOString(),
    actor: `check-client:${client.id}`,
    actorName: client.name,
    act: 'device-checked',
    subject: record === undefined ? { kind: 'check-client', id: client.id } : { kind: 'record', id: record },
    outcome: 'done',
    detail: { ...place, identifier, answer, ...(hits.length > 1 && { records: hits }) },
  });
}

async function hold(client: CheckClient, why: Suspicion, { clients, audit, now }: CheckParts): Promise<Outcome> {
  const since = now().toISOString();
  const isFirst = await clients.hold(client.id, { since, why });
  if (isFirst) {
    await audit.append({
      at: since,
      actor: 'check',
      act: 'check-client-held',
      subject: { kind: 'check-client', id: client.id },
      outcome: 'done',
      detail: { why },
    });
  }
  return { kind: 'refused', why: 'held' };
}
