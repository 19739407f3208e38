/** A file of the records desk becomes StolenRecords, and whatever is new in it meets the listings seen so far. */

import { Unprocessable } from '../../shared/aws/errors.ts';
import type { ImportBatch } from '../../shared/aws/record-store.ts';
import { shownText } from '../../shared/domain/record-row.ts';
import type { RecordsRequest } from '../../shared/messages.ts';
import { parseFile } from './parse-file.ts';
import type { RecordsParts } from './parts.ts';
import { takeRecords } from './take-records.ts';
import type { Window } from './window.ts';
import { windowsOf } from './window.ts';

export type ImportRequest = Extract<RecordsRequest, { type: 'import-file' }>;

/** What an import needs to know of the delivery of its message. */
export interface ImportDelivery {
  lastAttempt: boolean;
  signal?: AbortSignal;
}

const windowRows = 400;

/**
 * Takes the file window by window and saves the batch after each, so that its counts grow for whoever waits. Memory holds one window.
 *
 * Nothing is lost or counted twice when this dies half-way and the message is delivered again:
 * - it goes on behind the rows that the saved batch counts;
 * - in the window that was under way, records are written before matching hears of them, and the store says of a record that this very
 *   batch wrote what it said the first time; so what was written and not announced is announced and counted after all;
 * - matching a record once more than needed changes nothing;
 * - a batch that is done is not begun again: a late second delivery must not bring back what a newer file has changed.
 *
 * An upload that is missing, a file that cannot be read to its end and a last delivery that fails leave a failed batch with the reason
 * among its rejects.
 */
export async function importFile(request: ImportRequest, parts: RecordsParts, delivery: ImportDelivery): Promise<void> {
  const before = await parts.records.batch(request.batchId);
  if (before?.state === 'done') return;
  const batch = begun(request, before, parts.now());
  await parts.records.saveBatch(batch);
  await audit(batch, 'attempted', parts);
  try {
    await takeFile(request, batch, parts, delivery.signal);
  } catch (error) {
    if (delivery.lastAttempt || error instanceof Unprocessable) await giveUp(batch.id, error, parts);
    throw error;
  }
}

function begun({ batchId, fileName }: ImportRequest, before: ImportBatch | undefined, now: Date): ImportBatch {
  return {
    id: batchId,
    fileName,
    startedAt: before?.startedAt ?? now.toISOString(),
    state: 'running',
    rows: before?.rows ?? 0,
    created: before?.created ?? 0,
    changed: before?.changed ?? 0,
    unchanged: before?.unchanged ?? 0,
    rejected: before?.rejected ?? 0,
    warned: before?.warned ?? 0,
  };
}

async function takeFile(request: ImportRequest, begunBatch: ImportBatch, parts: RecordsParts, signal?: AbortSignal): Promise<void> {
  const { uploads, records } = parts;
  let batch = begunBatch;
  const bytes = await uploads.get(request.key);
  if (!bytes) throw new Unprocessable(`There is no upload ${request.key}`);
  // The time the batch began, not this moment: a later delivery judges each row as the first one did.
  let bytesRead = 0;
  const counted = counting(bytes, (count) => {
    bytesRead += count;
  });
  const tacs = await parts.tacs.current();
  const entries = parseFile({ bytes: counted, format: request.format, now: new Date(batch.startedAt), tacs });
  for await (const window of windowsOf(entries, { size: windowRows, skip: batch.rows })) {
    signal?.throwIfAborted();
    batch = { ...(await takeWindow(window, batch, parts)), bytesRead };
    if (window.unreadable) return finish(batch, 'failed', parts);
    await records.saveBatch(batch);
  }
  await finish(batch, 'done', parts);
}

async function* counting(bytes: AsyncIterable<Uint8Array>, add: (count: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    add(piece.length);
    yield piece;
  }
}

/** The batch as it stands after this window. */
async function takeWindow(window: Window, batch: ImportBatch, parts: RecordsParts): Promise<ImportBatch> {
  await parts.records.saveRejects(batch.id, window.rejects);
  await parts.records.saveWarnings(batch.id, window.warnings);
  const taken = await takeRecords(window.records, batch, parts);
  const ignoredColumns = [...(batch.ignoredColumns ?? []), ...window.ignoredColumns];
  return {
    ...batch,
    rows: batch.rows + window.rows,
    created: batch.created + taken.created,
    changed: batch.changed + taken.changed,
    unchanged: batch.unchanged + taken.unchanged,
    rejected: batch.rejected + window.rejected,
    warned: batch.warned + window.warned,
    ...(ignoredColumns.length > 0 && { ignoredColumns }),
  };
}

/** Audited before it is saved: once saved as done, no delivery would audit it any more. */
async function finish(batch: ImportBatch, state: 'done' | 'failed', parts: RecordsParts): Promise<void> {
  const finished = { ...batch, state, finishedAt: parts.now().toISOString() };
  await audit(finished, state === 'done' ? 'done' : 'refused', parts);
  await parts.records.saveBatch(finished);
}

async function giveUp(id: string, error: unknown, parts: RecordsParts): Promise<void> {
  const batch = await parts.records.batch(id);
  if (!batch) return;
  const found = shownText(error instanceof Error ? error.message : String(error));
  await parts.records.saveRejects(id, [{ row: 0, field: 'file', expected: 'an import that runs to its end', found }]);
  await finish(batch, 'failed', parts);
}

async function audit(batch: ImportBatch, outcome: 'attempted' | 'done' | 'refused', { audit: store }: RecordsParts): Promise<void> {
  const { id, startedAt, finishedAt, fileName, rows, created, changed, unchanged, rejected, warned } = batch;
  await store.append({
    at: finishedAt ?? startedAt,
    actor: 'records',
    act: 'records-imported',
    subject: { kind: 'import-batch', id },
    outcome,
    detail: outcome === 'attempted' ? { fileName } : { fileName, rows, created, changed, unchanged, rejected, warned },
  });
}
