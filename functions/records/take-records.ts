import pLimit from 'p-limit';
import type { ImportBatch, UpsertResult } from '../../shared/aws/record-store.ts';
import type { RecordStatus, StolenRecord } from '../../shared/domain/stolen-record.ts';
import { announce } from './announce.ts';
import type { RecordsParts } from './parts.ts';

const recordsAtOnce = 100;
const chunksAtOnce = 4;
const auditWritesAtOnce = 8;

export type Taken = Record<keyof UpsertResult, number>;

/** Writes the records that are new or changed, and tells matching and the audit of each of those. How many were what. */
export async function takeRecords(records: StolenRecord[], batch: ImportBatch, parts: RecordsParts): Promise<Taken> {
  const chunks: StolenRecord[][] = [];
  for (let start = 0; start < records.length; start += recordsAtOnce) chunks.push(records.slice(start, start + recordsAtOnce));
  const results = await pLimit(chunksAtOnce).map(chunks, (chunk) => takeChunk(chunk, batch, parts));
  const sum = (outcome: keyof UpsertResult) => results.reduce((total, result) => total + result[outcome].length, 0);
  return { created: sum('created'), changed: sum('changed'), unchanged: sum('unchanged') };
}

async function takeChunk(chunk: StolenRecord[], batch: ImportBatch, parts: RecordsParts): Promise<UpsertResult> {
  const result = await parts.records.upsert(chunk, { id: batch.id, at: batch.startedAt });
  await announce(result.created, 'new', parts);
  await announce(result.changed, 'changed', parts);
  const acts = [
    ...result.created.map((reference) => ({ reference, act: 'record-created' })),
    ...result.changed.map((reference) => ({ reference, act: 'record-changed' })),
  ];
  await pLimit(auditWritesAtOnce).map(acts, async ({ reference, act }) => {
    const status = act === 'record-changed' ? await statusSetBy(batch, reference, parts) : undefined;
    await parts.audit.append({
      // The batch's own time: a second delivery appends the very same event, which then stands once.
      at: batch.startedAt,
      actor: 'records',
      act,
      subject: { kind: 'record', id: reference },
      outcome: 'done',
      detail: { importBatch: batch.id, ...(status !== undefined && { status }) },
    });
  });
  return result;
}

/** A device that this import reports as found or passed on is news to whoever waits for it. */
async function statusSetBy(batch: ImportBatch, reference: string, { records }: RecordsParts): Promise<RecordStatus | undefined> {
  const set = await records.statusSet(reference);
  return set?.at === batch.startedAt ? (await records.get(reference))?.status : undefined;
}
