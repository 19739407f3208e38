/**
 * Clients of the check API, in the `checks` table.
 *
 * | pk        | sk          | item | answers |
 * | --------- | ----------- | ---- | --- |
 * | `CLIENTS` | `phone-hub` | CheckClient, and hashes of its keys | who asks, and may they? who may ask at all? |
 */

import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { CheckClient } from '../domain/check/client.ts';
import { conditionally, itemOf, nounOf } from './item.ts';

export type CheckClientStore = ReturnType<typeof createCheckClientStore>;

/** `hashOfKey` of the key in force, and of the one before while both are good. */
export interface StoredClient extends CheckClient {
  keyHash: string;
  former?: { keyHash: string; until: string };
}

export function createCheckClientStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** Sees what was written before: a revoked key is refused from the next question on. */
  async function get(id: string): Promise<StoredClient | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true }));
    return Item && nounOf<StoredClient>(Item);
  }

  /** All of them, revoked ones too, by id. */
  async function list(): Promise<CheckClient[]> {
    const pages = paginateQuery(
      { client },
      { TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'CLIENTS' }, ConsistentRead: true },
    );
    const found: CheckClient[] = [];
    for await (const { Items = [] } of pages) found.push(...Items.map((item) => nounOf<CheckClient>(item, ['keyHash', 'former'])));
    return found;
  }

  /** False when there is one with this id, revoked or not: an id is never given to another. */
  async function add(added: StoredClient): Promise<boolean> {
    const Item = clientItem(added);
    return conditionally(client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' })));
  }

  /** False when there is none that is not revoked already. */
  async function revoke(id: string, at: string): Promise<boolean> {
    return change(id, {
      UpdateExpression: 'SET revokedAt = :at REMOVE former',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(revokedAt)',
      ExpressionAttributeValues: { ':at': at },
    });
  }

  /** A new key; the one before stays good until `formerUntil`. False when there is no such client, or it is revoked. */
  async function rotate(id: string, keyHash: string, formerUntil: string): Promise<boolean> {
    const before = await get(id);
    if (before === undefined) return false;
    return change(id, {
      UpdateExpression: 'SET keyHash = :hash, former = :former',
      ConditionExpression: 'keyHash = :before AND attribute_not_exists(revokedAt)',
      ExpressionAttributeValues: {
        ':hash': keyHash,
        ':before': before.keyHash,
        ':former': { keyHash: before.keyHash, until: formerUntil },
      },
    });
  }

  /** True the first time: of many questions that are suspicious at once, one holds the client. */
  async function hold(id: string, held: NonNullable<CheckClient['held']>): Promise<boolean> {
    return change(id, {
      UpdateExpression: 'SET held = :held',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(held)',
      ExpressionAttributeValues: { ':held': held },
    });
  }

  /** False when it is not held. */
  async function lift(id: string): Promise<boolean> {
    return change(id, {
      UpdateExpression: 'REMOVE held ADD round :one',
      ConditionExpression: 'attribute_exists(held)',
      ExpressionAttributeValues: { ':one': 1 },
    });
  }

  function change(id: string, update: Omit<UpdateCommandInput, 'TableName' | 'Key'>): Promise<boolean> {
    return conditionally(client.send(new UpdateCommand({ TableName: table, Key: keyOf(id), ...update })));
  }

  return { get, list, add, revoke, rotate, hold, lift };
}

/** As `add` writes it: for whoever puts the row into the table by hand. */
export function clientItem(added: StoredClient) {
  return itemOf(keyOf(added.id), added);
}

function keyOf(id: string) {
  return { pk: 'CLIENTS', sk: id };
}
