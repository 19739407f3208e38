/** A record that is no longer looked for: found, withdrawn by the force, or lawfully passed on. */

import { Unprocessable } from '../../shared/aws/errors.ts';
import type { RecordsRequest } from '../../shared/messages.ts';
import { announce } from './announce.ts';
import type { RecordsParts } from './parts.ts';

export type WithdrawRequest = Extract<RecordsRequest, { type: 'withdraw' }>;

type WithdrawParts = Pick<RecordsParts, 'records' | 'matchQueue' | 'audit' | 'now'>;

/**
 * Sets the status, has matching undo what rests on the record (product rule 7), and leaves audit rows for the attempt and its outcome.
 *
 * Matching is told also when the status stood already: the delivery before may have died between the two. A reference that does not
 * exist parks the message with that reason.
 */
export async function withdraw(request: WithdrawRequest, parts: WithdrawParts): Promise<void> {
  const { reference, status, reason } = request;
  const at = parts.now().toISOString();
  await audit(request, 'attempted', parts);
  const outcome = await parts.records.setStatus(reference, status, reason, at);
  if (outcome === 'missing') {
    await audit(request, 'refused', parts);
    throw new Unprocessable('There is no record with the reference that was to be withdrawn');
  }
  await announce([reference], 'changed', parts);
  await audit(request, 'done', parts);
}

async function audit(
  request: WithdrawRequest,
  outcome: 'attempted' | 'done' | 'refused',
  { audit: store, now }: WithdrawParts,
): Promise<void> {
  const { reference, status, reason, actor } = request;
  await store.append({
    at: now().toISOString(),
    actor,
    act: 'record-withdrawn',
    subject: { kind: 'record', id: reference },
    outcome,
    detail: { status, reason },
  });
}
