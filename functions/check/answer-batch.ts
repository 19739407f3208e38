/** `POST /check/batch`: a CSV file of devices, an answer a row, one receipt. */

import type { Context } from 'hono';
import pLimit from 'p-limit';
import { commitmentTo, digestOf, makeAskedKey, signReceipt } from '../../shared/check-receipt.ts';
import type { CheckClient } from '../../shared/domain/check/client.ts';
import { signingKeyOf } from '../../shared/signing-keys.ts';
import { admit, held } from './admit.ts';
import { notSet } from './answer-question.ts';
import { csvOf } from './batch-csv.ts';
import { batchRows, type RowRead } from './batch-rows.ts';
import { checkDevice, type Outcome } from './check.ts';
import type { CheckParts } from './parts.ts';
import { problem } from './problem.ts';
import { type Batch, type BatchRow, meanings } from './schemas.ts';

const rowsAtOnce = 16;

export async function answerBatch(context: Context, parts: CheckParts): Promise<Response> {
  const admission = await admit(context, parts);
  if ('refusal' in admission) return admission.refusal;
  if (!/^text\/csv\b/i.test(context.req.header('content-type') ?? '')) {
    return problem(context, { status: 415, code: 'wrong-content-type', title: 'Expected content of the type text/csv' });
  }
  const read = await batchRows(new Uint8Array(await context.req.arrayBuffer()));
  if ('expected' in read) {
    const detail = `Expected ${read.expected}, found ${read.found}.`;
    return problem(context, { status: 422, code: 'wrong-file', title: 'The file cannot be read', detail });
  }
  const signingKey = signingKeyOf(parts.signingKeys);
  if (signingKey === undefined) return notSet(context);
  const { client } = admission;
  const id = parts.makeId();
  const askedKey = makeAskedKey();
  const limit = pLimit(rowsAtOnce);
  const batch = { client, id, askedKey, isHeld: false };
  const rows = await Promise.all(read.rows.map((row) => limit(() => answerRow(row, batch, parts))));
  if (batch.isHeld && rows.every(({ answer }) => answer === undefined)) return held(context);
  const receipt = await signReceipt(
    { id, client: client.id, checkedAt: parts.now().toISOString(), rows: rows.length, answers: digestOf(rows.flatMap(inDigest)) },
    signingKey,
  );
  const answered: Batch = { meanings, rows, receipt, askedKey };
  if (!/\btext\/csv\b/i.test(context.req.header('accept') ?? '')) return context.json(answered);
  return context.body(csvOf(rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'fencewatch-receipt': Buffer.from(JSON.stringify({ receipt, askedKey })).toString('base64url'),
  });
}

interface BatchInHand {
  client: CheckClient;
  id: string;
  askedKey: string;
  /** From the row on that was suspicious, nothing more is asked. */
  isHeld: boolean;
}

async function answerRow(read: RowRead, batch: BatchInHand, parts: CheckParts): Promise<BatchRow> {
  const { row } = read;
  const own = read.reference === undefined ? {} : { reference: read.reference };
  if ('error' in read) return { row, ...own, error: read.error };
  const outcome: Outcome = batch.isHeld
    ? { kind: 'refused', why: 'held' }
    : await checkDevice(read, batch.client, { receipt: batch.id, row }, parts);
  if (outcome.kind === 'refused' && outcome.why === 'held') batch.isHeld = true;
  const answered =
    outcome.kind === 'answered' ? { answer: outcome.answer, asked: commitmentTo(`${row}:${outcome.asked}`, batch.askedKey) } : {};
  return { row, ...own, ...answered, ...wordsOf(outcome, batch.client) };
}

function wordsOf(outcome: Outcome, { dailyBudget }: CheckClient): Pick<BatchRow, 'error'> {
  switch (outcome.kind) {
    case 'answered':
      return outcome.fault === undefined ? {} : { error: { field: 'identifier', ...outcome.fault } };
    case 'failed':
      return {
        error: { field: 'identifier', expected: 'a look-up that can be made', found: 'a fault on our side; ask again, it costs nothing' },
      };
    case 'refused':
      return outcome.why === 'held'
        ? {
            error: {
              field: 'identifier',
              expected: 'devices offered to you',
              found: 'what looks like going through numbers; a person has to look at it first',
            },
          }
        : { error: { field: 'identifier', expected: `at most ${dailyBudget} devices a day`, found: 'one more' } };
  }
}

function inDigest({ row, asked, answer }: BatchRow): { row: number; asked: string; answer: string }[] {
  return asked === undefined || answer === undefined ? [] : [{ row, asked, answer }];
}
