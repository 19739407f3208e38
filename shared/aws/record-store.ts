/**
 * StolenRecords, in the `records` table. Import batches stand beside them: import-batches.ts.
 *
 * | pk                | sk       | item         | answers |
 * | ----------------- | -------- | ------------ | --- |
 * | `RECORD#4217/23-A` | `RECORD` | StolenRecord | what is reported under this reference? does an import change it? |
 * | `RECORDS`         | `COUNT`  | `{ created }` | about how many records are there? |
 *
 * Beside the record its item keeps what the last import said of it (`importHash`, `importedStatus`), which import that was and what it did
 * (`importId`, `importDid`), and when and why its status was set since.
 */

import { createHash } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { RecordStatus, StolenRecord } from '../domain/stolen-record.ts';
import { getAll, putAll } from './bulk.ts';
import { createImportBatches } from './import-batches.ts';
import { conditionally, type ItemKey, itemOf, nounOf } from './item.ts';
import { type SampleBounds, samplePartitions } from './sample-partitions.ts';

export type { ImportBatch, Reject, Warning } from './import-batches.ts';
export type RecordStore = ReturnType<typeof createRecordStore>;

/** References by what the import did to them, each reference once. */
export interface UpsertResult {
  created: string[];
  changed: string[];
  unchanged: string[];
}

/** A status that was set since the record was created: when, and the reason given for it, `Handed in at Stoke Newington`, or the import that said so. */
export interface StatusSet {
  /** ISO 8601 in UTC. */
  at: string;
  reason: string;
}

/** Which import writes, and its time (ISO 8601), the same at each attempt. */
export interface ImportMark {
  id: string;
  at: string;
}

/** What the last import to write a record leaves beside it. */
interface ImportTrace {
  importHash: string;
  importedStatus: RecordStatus;
  importId: string;
  importDid: 'created' | 'changed';
}

/** What of a stored record decides whether an import changes it, and when and why its status was set, if it was. */
interface Stored extends ImportTrace {
  status: RecordStatus;
  statusReason?: string;
  statusAt?: string;
  /** Of the owner's photos, which come beside the import and outlive it. */
  photoHashes?: string[];
}

const besideRecord = ['importHash', 'importedStatus', 'importId', 'importDid', 'statusReason', 'statusAt'];
const attemptsAtOneRecord = 5;

export function createRecordStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  async function get(reference: string): Promise<StolenRecord | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: recordKey(reference), ConsistentRead: true }));
    return Item && nounOf<StolenRecord>(Item, besideRecord);
  }

  /** Those that exist of the records with these references, in no order. */
  async function getMany(references: readonly string[]): Promise<StolenRecord[]> {
    const items = await getAll({ client, table }, [...new Set(references)].map(recordKey), { consistent: true });
    return items.map((item) => nounOf<StolenRecord>(item, besideRecord));
  }

  /** Records drawn at random, looked for or not, as many as the bounds allow. */
  async function* sample(bounds: SampleBounds): AsyncGenerator<StolenRecord, undefined> {
    for await (const [item] of samplePartitions({ client, table }, 'RECORD#', bounds)) {
      if (item) yield nounOf<StolenRecord>(item, besideRecord);
    }
  }

  /**
   * Writes the records that are new or say something new, by reference; of two with one reference the later counts.
   *
   * A status that was set by hand outlives imports that still say what they said before: the file that reported a phone stolen, imported
   * once more, does not undo its withdrawal. Only an import whose own status is another one than the last time sets it.
   *
   * The same import called again says of each record what it said the first time, and writes nothing: an import that died
   * between writing records and telling others of them counts and tells the same when its message is delivered again.
   */
  async function upsert(records: readonly StolenRecord[], mark: ImportMark): Promise<UpsertResult> {
    const byReference = new Map(records.map((record) => [record.reference, record]));
    const stored = await storedStates([...byReference.keys()]);
    const created: StolenRecord[] = [];
    const result: UpsertResult = { created: [], changed: [], unchanged: [] };
    for (const record of byReference.values()) {
      const before = stored.get(record.reference);
      if (before === undefined) created.push(record);
      else if (before.importHash === hashOf(record)) {
        result[before.importId === mark.id ? before.importDid : 'unchanged'].push(record.reference);
      } else {
        await change(record, before, mark);
        result.changed.push(record.reference);
      }
    }
    await putAll(
      { client, table },
      created.map((record) => recordItem(record, { ...traceOf(record, mark), importDid: 'created' })),
    );
    result.created.push(...created.map((record) => record.reference));
    if (created.length > 0) await addToCount(created.length);
    return result;
  }

  async function addToCount(created: number): Promise<void> {
    const UpdateExpression = 'ADD created :created';
    await client.send(
      new UpdateCommand({ TableName: table, Key: countKey, UpdateExpression, ExpressionAttributeValues: { ':created': created } }),
    );
  }

  /** How many records were ever created. A crash in an import may lose up to one call's worth: good for odds, not for figures. */
  async function approximateCount(): Promise<number> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: countKey }));
    return Number(Item?.['created'] ?? 0);
  }

  /** One at a time and conditional on the status seen: a withdrawal in between must not be overwritten. */
  async function change(record: StolenRecord, seen: Stored, mark: ImportMark): Promise<void> {
    let before: Stored | undefined = seen;
    for (let attempt = 1; before !== undefined && attempt <= attemptsAtOneRecord; attempt += 1) {
      const write = new PutCommand({
        TableName: table,
        Item: recordItem(record, {
          ...photosOf(before),
          ...statusAfter(record, before, mark),
          ...traceOf(record, mark),
          importDid: 'changed',
        }),
        ConditionExpression: `#status = :seen AND ${before.photoHashes ? 'size(photoHashes) = :photos' : 'attribute_not_exists(photoHashes)'}`,
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':seen': before.status, ...(before.photoHashes && { ':photos': before.photoHashes.length }) },
      });
      if (await conditionally(client.send(write))) return;
      before = (await storedStates([record.reference])).get(record.reference);
    }
    throw new Error(`A record changed under the import ${attemptsAtOneRecord} times in a row`);
  }

  async function storedStates(references: readonly string[]): Promise<Map<string, Stored>> {
    const projection = ['reference', 'status', 'photoHashes', ...besideRecord];
    const items = await getAll({ client, table }, references.map(recordKey), { projection, consistent: true });
    return new Map(items.map((item) => [String(item['reference']), nounOf<Stored>(item, ['reference'])]));
  }

  /** Sets the status by hand, with the reason and the time (ISO 8601). `unchanged` when it stood already: the first reason stays. */
  async function setStatus(reference: string, status: RecordStatus, reason: string, at: string): Promise<'set' | 'unchanged' | 'missing'> {
    const set = await conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: recordKey(reference),
          UpdateExpression: 'SET #status = :status, statusReason = :reason, statusAt = :at',
          ConditionExpression: 'attribute_exists(pk) AND #status <> :status',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':status': status, ':reason': reason, ':at': at },
        }),
      ),
    );
    if (set) return 'set';
    return (await get(reference)) ? 'unchanged' : 'missing';
  }

  /** Adds by what the owner's photos are known; those that stand already stay once, and none is ever taken away, so their number tells of a change. False when there is no such record. */
  async function addPhotoHashes(reference: string, hashes: readonly string[]): Promise<boolean> {
    for (let attempt = 1; attempt <= attemptsAtOneRecord; attempt += 1) {
      const record = await get(reference);
      if (record === undefined) return false;
      const { photoHashes } = record;
      const all = [...new Set([...(photoHashes ?? []), ...hashes])];
      if (all.length === (photoHashes?.length ?? 0)) return true;
      const write = new UpdateCommand({
        TableName: table,
        Key: recordKey(reference),
        UpdateExpression: 'SET photoHashes = :all',
        ConditionExpression: photoHashes ? 'size(photoHashes) = :before' : 'attribute_exists(pk) AND attribute_not_exists(photoHashes)',
        ExpressionAttributeValues: { ':all': all, ...(photoHashes && { ':before': photoHashes.length }) },
      });
      if (await conditionally(client.send(write))) return true;
    }
    throw new Error(`A record's photos changed ${attemptsAtOneRecord} times in a row under an addition`);
  }

  /** When and why the status that stands was set, by hand or by an import that said another one than before; undefined where it is the first. */
  async function statusSet(reference: string): Promise<StatusSet | undefined> {
    const [stored] = (await storedStates([reference])).values();
    const { statusAt: at, statusReason: reason } = stored ?? {};
    return at === undefined || reason === undefined ? undefined : { at, reason };
  }

  return {
    get,
    getMany,
    sample,
    upsert,
    addPhotoHashes,
    setStatus,
    statusSet,
    approximateCount,
    ...createImportBatches({ client, table }),
  };
}

const countKey: ItemKey = { pk: 'RECORDS', sk: 'COUNT' };

function recordKey(reference: string): ItemKey {
  return { pk: `RECORD#${reference}`, sk: 'RECORD' };
}

function recordItem(
  record: StolenRecord,
  beside: ImportTrace & Partial<Pick<Stored, 'status' | 'statusReason' | 'statusAt' | 'photoHashes'>>,
) {
  return itemOf(recordKey(record.reference), { ...record, ...beside });
}

function traceOf(record: StolenRecord, { id }: ImportMark): Omit<ImportTrace, 'importDid'> {
  return { importHash: hashOf(record), importedStatus: record.status, importId: id };
}

function photosOf({ photoHashes }: Stored): Pick<Stored, 'photoHashes'> {
  return photoHashes === undefined ? {} : { photoHashes };
}

/** The status that stands, with its reason, while the import says what it said before; else the import's. */
function statusAfter(record: StolenRecord, { importedStatus, status, statusReason, statusAt }: Stored, mark: ImportMark) {
  if (record.status !== importedStatus && record.status !== status)
    return { status: record.status, statusReason: `Reported by import ${mark.id}`, statusAt: mark.at };
  return { status, ...(statusReason !== undefined && { statusReason }), ...(statusAt !== undefined && { statusAt }) };
}

/** Of the record as imported, whatever the order of its fields. */
function hashOf(record: StolenRecord): string {
  const fields = Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64url');
}
