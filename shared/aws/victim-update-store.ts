/**
 * VictimUpdates, in the `cases` table.
 *
 * | pk              | sk              | item         | index and its key | answers |
 * | --------------- | --------------- | ------------ | ----------------- | --- |
 * | `VICTIM#V-3f9…` | `VICTIM-UPDATE` | VictimUpdate | `by-queue`: `VICTIMS#met#due`, `2026-12-04#V-3f9…` | which victims are to be told, the most urgent first? |
 */

import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { VictimUpdate } from '../domain/victims/victim-update.ts';
import { conditionally, itemOf, nounOf } from './item.ts';

export type VictimUpdateStore = ReturnType<typeof createVictimUpdateStore>;

export function createVictimUpdateStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** False when it was raised before, told or not. */
  async function raise(update: VictimUpdate): Promise<boolean> {
    return conditionally(
      client.send(new PutCommand({ TableName: table, Item: itemOfUpdate(update), ConditionExpression: 'attribute_not_exists(pk)' })),
    );
  }

  async function get(id: string): Promise<VictimUpdate | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true }));
    return Item && updateIn(Item);
  }

  /** False when somebody else told the victim meanwhile. */
  async function saveTold(update: VictimUpdate & { state: 'told' }): Promise<boolean> {
    return conditionally(
      client.send(
        new PutCommand({
          TableName: table,
          Item: itemOfUpdate(update),
          ConditionExpression: '#state = :due',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':due': 'due' },
        }),
      ),
    );
  }

  /** What is due soonest first, at most so many. Read from an index, so one of the last second may be missing. */
  async function ofTeam(team: string, state: VictimUpdate['state'], most: number): Promise<VictimUpdate[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'by-queue',
        KeyConditionExpression: 'queuePk = :queue',
        ExpressionAttributeValues: { ':queue': queueOf({ team, state }) },
        Limit: most,
      }),
    );
    return Items.map(updateIn);
  }

  return { raise, get, saveTold, ofTeam };
}

function keyOf(id: string) {
  return { pk: `VICTIM#${id}`, sk: 'VICTIM-UPDATE' };
}

function queueOf({ team, state }: Pick<VictimUpdate, 'team' | 'state'>): string {
  return `VICTIMS#${team}#${state}`;
}

function itemOfUpdate(update: VictimUpdate) {
  return itemOf(keyOf(update.id), { ...update, queuePk: queueOf(update), queueSk: `${update.dueOn}#${update.id}` });
}

function updateIn(item: Record<string, unknown>): VictimUpdate {
  return nounOf<VictimUpdate>(item, ['queuePk', 'queueSk']);
}
