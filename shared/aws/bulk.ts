/** Many items in one call, with what DynamoDB leaves unprocessed asked for again. */

import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand, type BatchGetCommandInput, BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type ItemKey, versionAttribute } from './item.ts';

/** Limits of one call (DynamoDB API reference, BatchGetItem and BatchWriteItem). */
const keysPerGet = 100;
const itemsPerWrite = 25;
/** 8 rounds of doubling from 50 ms wait 6 s in all, a good part of a function's time; a table that is short for longer is a fault. */
const rounds = 8;
const firstWaitMs = 50;

interface Bulk {
  client: DynamoDBDocumentClient;
  table: string;
}

/** The items that exist among these keys, in no order. Keys are distinct. `projection` names the attributes wanted; the version comes along. */
export async function getAll(
  { client, table }: Bulk,
  keys: readonly ItemKey[],
  { projection, consistent = false }: { projection?: readonly string[]; consistent?: boolean } = {},
): Promise<Record<string, unknown>[]> {
  const names = projection && [...projection, versionAttribute].map((attribute, index) => [`#a${index}`, attribute] as const);
  const shape = {
    ConsistentRead: consistent,
    ...(names && {
      ProjectionExpression: names.map(([alias]) => alias).join(', '),
      ExpressionAttributeNames: Object.fromEntries(names),
    }),
  };
  const items: Record<string, unknown>[] = [];
  await inRounds(keys, keysPerGet, async (chunk) => {
    const request: NonNullable<BatchGetCommandInput['RequestItems']> = { [table]: { ...shape, Keys: chunk.map((key) => ({ ...key })) } };
    const answer = await client.send(new BatchGetCommand({ RequestItems: request }));
    items.push(...(answer.Responses?.[table] ?? []));
    return (answer.UnprocessedKeys?.[table]?.Keys ?? []).map((key) => ({ pk: String(key['pk']), sk: String(key['sk']) }));
  });
  return items;
}

/** Puts items, replacing what stands under the same keys. Keys are distinct. */
export async function putAll<Item extends ItemKey>({ client, table }: Bulk, items: readonly Item[]): Promise<void> {
  await inRounds<ItemKey>(items, itemsPerWrite, async (chunk) => {
    const requests = chunk.map((item) => ({ PutRequest: { Item: item } }));
    const answer = await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
    return (answer.UnprocessedItems?.[table] ?? []).flatMap((request) => (request.PutRequest?.Item as ItemKey | undefined) ?? []);
  });
}

/** Deletes the items under these keys; those that are not there are no error. Keys are distinct. */
export async function deleteAll({ client, table }: Bulk, keys: readonly ItemKey[]): Promise<void> {
  await inRounds(keys, itemsPerWrite, async (chunk) => {
    const requests = chunk.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }));
    const answer = await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
    return (answer.UnprocessedItems?.[table] ?? []).flatMap((request) => (request.DeleteRequest?.Key as ItemKey | undefined) ?? []);
  });
}

/** Calls `send` for each chunk, and with what it says was left over again after a growing wait. Throws when some stay left over. */
async function inRounds<Entry>(entries: readonly Entry[], size: number, send: (chunk: Entry[]) => Promise<Entry[]>): Promise<void> {
  let waiting = [...entries];
  for (let round = 0; waiting.length > 0; round += 1) {
    if (round > rounds) throw new Error(`DynamoDB left ${waiting.length} of ${entries.length} items unprocessed after ${rounds} repeats`);
    if (round > 0) await sleep(firstWaitMs * 2 ** (round - 1) * (0.5 + Math.random() / 2));
    const leftOver: Entry[] = [];
    for (let start = 0; start < waiting.length; start += size) leftOver.push(...(await send(waiting.slice(start, start + size))));
    waiting = leftOver;
  }
}
