/** Rows of the `identifiers` table: written, deleted, and read by ranges of a partition. */

import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import pLimit from 'p-limit';
import { deleteAll, getAll, putAll } from './bulk.ts';
import type { Range } from './index-places.ts';
import { conditionally, type ItemKey } from './item.ts';

export type Row = ItemKey & Record<string, unknown>;

/** What the index needs of a table; a bench keeps it in memory. */
export interface IndexRows {
  /** Each unless a row with a higher `revision` stands in its place. */
  putNewer(rows: readonly (Row & { revision: number })[]): Promise<void>;
  putAll(rows: readonly Row[]): Promise<void>;
  /** One, for which the right to write many is not needed. */
  put(row: Row): Promise<void>;
  deleteAll(keys: readonly ItemKey[]): Promise<void>;
  /** Those that exist, in no order. */
  getAll(keys: readonly ItemKey[]): Promise<Record<string, unknown>[]>;
  /** Up to `limit` rows of a range, from its beginning or its end; sees every write made before. */
  read(range: Range, options: { limit: number; descending: boolean }): Promise<{ rows: Record<string, unknown>[]; truncated: boolean }>;
}

const writesAtOnce = 8;

export function createIndexRows({ client, table }: { client: DynamoDBDocumentClient; table: string }): IndexRows {
  return {
    async putNewer(rows) {
      const limit = pLimit(writesAtOnce);
      const put = (row: Row & { revision: number }) =>
        new PutCommand({
          TableName: table,
          Item: row,
          ConditionExpression: 'attribute_not_exists(pk) OR revision <= :revision',
          ExpressionAttributeValues: { ':revision': row.revision },
        });
      await Promise.all(rows.map((row) => limit(() => conditionally(client.send(put(row))))));
    },
    putAll: (rows) => putAll({ client, table }, rows),
    async put(row) {
      await client.send(new PutCommand({ TableName: table, Item: row }));
    },
    async deleteAll(keys) {
      const [only, ...more] = keys;
      if (only && more.length === 0) await client.send(new DeleteCommand({ TableName: table, Key: { pk: only.pk, sk: only.sk } }));
      else await deleteAll({ client, table }, keys);
    },
    getAll: (keys) => getAll({ client, table }, keys, { consistent: true }),
    async read({ pk, from, to }, { limit, descending }) {
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
          // Whoever writes first and reads second is found by whoever does the same on the other side.
          ConsistentRead: true,
          ScanIndexForward: !descending,
          Limit: limit + 1,
        },
      );
      const rows: Record<string, unknown>[] = [];
      for await (const { Items = [] } of pages) {
        rows.push(...Items);
        if (rows.length > limit) break;
      }
      return { rows: rows.slice(0, limit), truncated: rows.length > limit };
    },
  };
}
