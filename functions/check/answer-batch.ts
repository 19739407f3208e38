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
  const rows = await Promise.all(read.rows.map((row) => limit(() => answerRow(row, { client, id, askedKey }, parts))));
  if (rows.every(({ outcome }) => outcome === 'held')) return held(context);
  const answers = rows.map(({ row }) => row);
  const receipt = await signReceipt(
    { id, client: client.id, checkedAt: parts.now().toISOString(), rows: answers.length, answers: digestOf(answers.flatMap(inDigest)) },
    signingKey,
  );
  const batch: Batch = { meanings, rows: answers, receipt, askedKey };
  if (!/\btext\/csv\b/i.test(context.req.header('accept') ?? '')) return context.json(batch);
  return context.body(csvOf(batch.rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'fencewatch-receipt': Buffer.from(JSON.stringify({ receipt, askedKey })).toString('base64url'),
  });
}

async function answerRow(
  read: RowRead,
  { client, id, askedKey }: { client: CheckClient; id: string; askedKey: string },
  parts: CheckParts,
): Promise<{ row: BatchRow; outcome: 'told' | 'held' }> {
  const { row } = read;
  const own = read.reference === undefined ? {} : { reference: read.reference };
  if ('error' in read) return { row: { row, ...own, error: read.error }, outcome: 'told' };
  const outcome = await checkDevice(read, client, { receipt: id, row }, parts);
  const told = wordsOf(outcome, client);
  const answered = 'asked' in outcome ? { answer: outcome.answer, asked: commitmentTo(`${row}:${outcome.asked}`, askedKey) } : {};
  return { row: { row, ...own, ...answered, ...told }, outcome: outcome.kind === 'refused' && outcome.why === 'held' ? 'held' : 'told' };
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
