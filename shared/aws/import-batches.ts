/**
 * Import batches and their rejects, in the `records` table.
 *
 * | pk            | sk                          | item                  | answers |
 * | ------------- | --------------------------- | --------------------- | --- |
 * | `BATCH#b-17`  | `BATCH`                     | ImportBatch           | how far is this import? |
 * | `BATCH#b-17`  | `REJECT#000000042#000`      | Reject                | which rows were not taken, and why? |
 * | `BATCH#b-17`  | `WARNING#000000042#000`     | Warning               | which rows were taken and want a second look? |
 * | `BATCHES`     | `2026-11-22T10:00:00Z#b-17` | `{ id }`              | what was imported lately? |
 */

import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { getAll, putAll } from './bulk.ts';
import { cursorAfter, keyOfCursor } from './cursor.ts';
import { type ItemKey, itemOf, nounOf } from './item.ts';

/** One file of the records desk on its way in. The counts grow while it runs. */
export interface ImportBatch {
  id: string;
  /** As the desk knows the file. */
  fileName: string;
  startedAt: string;
  finishedAt?: string;
  state: 'running' | 'done' | 'failed';
  /** Of the file, for whoever knows its length and shows how far the import is. */
  bytesRead?: number;
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  /** Rows that were not taken; each has at least one Reject. */
  rejected: number;
  /** Rows that were taken and have a Warning. */
  warned: number;
  /** Columns of the file that mean nothing here, as the file names them. */
  ignoredColumns?: string[];
}

/** One thing to be said of one row, without personal data: identifiers masked, long texts cut. */
interface RowRemark {
  /** 1 for the first row of data; 0 for what is wrong with the file as a whole. */
  row: number;
  field: string;
  expected: string;
  found: string;
}

/** Why a row was not taken. */
export type Reject = RowRemark;
/** What is odd about a row that was taken. */
export type Warning = RowRemark;

interface RemarkPage {
  remarks: RowRemark[];
  /** Given back as `cursor` it continues the list; absent at its end. */
  cursor?: string;
}

export function createImportBatches({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** Replaces the batch of this id; `startedAt` must stay the same for one id. */
  async function saveBatch(batch: ImportBatch): Promise<void> {
    const { id, startedAt } = batch;
    await client.send(new PutCommand({ TableName: table, Item: itemOf(batchKey(id), batch) }));
    await client.send(new PutCommand({ TableName: table, Item: { pk: 'BATCHES', sk: `${startedAt}#${id}`, id } }));
  }

  async function batch(id: string): Promise<ImportBatch | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: batchKey(id), ConsistentRead: true }));
    return Item && nounOf<ImportBatch>(Item);
  }

  /** Newest first. */
  async function recentBatches(limit: number): Promise<ImportBatch[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'BATCHES' },
        ScanIndexForward: false,
        Limit: Math.min(100, limit),
      }),
    );
    const items = await getAll(
      { client, table },
      Items.map(({ id }) => batchKey(String(id))),
    );
    const batches = new Map(items.map((item) => [String(item['id']), nounOf<ImportBatch>(item)]));
    return Items.flatMap(({ id }) => batches.get(String(id)) ?? []);
  }

  /** Saves remarks on some rows. Those of the same rows saved again replace themselves, provided that they come in the same order. */
  async function saveRemarks(kind: RemarkKind, batchId: string, remarks: readonly RowRemark[]): Promise<void> {
    const seenOfRow = new Map<number, number>();
    const items = remarks.map((remark) => {
      const place = seenOfRow.get(remark.row) ?? 0;
      seenOfRow.set(remark.row, place + 1);
      return itemOf(remarkKey(kind, batchId, remark.row, place), remark);
    });
    await putAll({ client, table }, items);
  }

  /** In the order of the file. A cursor of another list, or none of ours, begins at the start. */
  async function remarks(kind: RemarkKind, batchId: string, { limit, cursor }: { limit: number; cursor?: string }): Promise<RemarkPage> {
    const { pk } = batchKey(batchId);
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :kind)',
        ExpressionAttributeValues: { ':pk': pk, ':kind': `${kind}#` },
        Limit: limit,
        ExclusiveStartKey: keyOfCursor(cursor, { partition: { attribute: 'pk', value: pk }, names: ['pk', 'sk'] }),
      }),
    );
    const next = cursorAfter(LastEvaluatedKey);
    return { remarks: Items.map((item) => nounOf<RowRemark>(item)), ...(next !== undefined && { cursor: next }) };
  }

  return {
    saveBatch,
    batch,
    recentBatches,
    saveRejects: (batchId: string, rejects: readonly Reject[]) => saveRemarks('REJECT', batchId, rejects),
    saveWarnings: (batchId: string, warnings: readonly Warning[]) => saveRemarks('WARNING', batchId, warnings),
    async rejects(batchId: string, page: { limit: number; cursor?: string }) {
      const { remarks: rejects, ...next } = await remarks('REJECT', batchId, page);
      return { rejects, ...next };
    },
    async warnings(batchId: string, page: { limit: number; cursor?: string }) {
      const { remarks: warnings, ...next } = await remarks('WARNING', batchId, page);
      return { warnings, ...next };
    },
  };
}

type RemarkKind = 'REJECT' | 'WARNING';

function batchKey(id: string): ItemKey {
  return { pk: `BATCH#${id}`, sk: 'BATCH' };
}

function remarkKey(kind: RemarkKind, batchId: string, row: number, place: number): ItemKey {
  return { pk: batchKey(batchId).pk, sk: `${kind}#${String(row).padStart(9, '0')}#${String(place).padStart(3, '0')}` };
}
