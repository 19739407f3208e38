/**
 * Escalations, in the `cases` table.
 *
 * | pk                  | sk           | item       | index and its key | answers |
 * | ------------------- | ------------ | ---------- | ----------------- | --- |
 * | `ESCALATION#E-7f3…` | `ESCALATION` | Escalation | `by-queue`: `ESCALATIONS#met#open`, `2026-11-22T11:00:00Z` | what waits for a person, longest first? how much? |
 */

import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Escalation, EscalationState } from '../domain/escalation.ts';
import { conditionally, itemOf, nounOf } from './item.ts';

export type EscalationStore = ReturnType<typeof createEscalationStore>;

export function createEscalationStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** The Escalation as it stands afterwards: this one, or the one that was raised before and may be closed since. */
  async function raise(escalation: Escalation): Promise<Escalation> {
    const Item = itemOfEscalation(escalation);
    const isNew = await conditionally(
      client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' })),
    );
    return isNew ? escalation : ((await get(escalation.id)) ?? escalation);
  }

  async function get(id: string): Promise<Escalation | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(id), ConsistentRead: true }));
    return Item && escalationIn(Item);
  }

  /** Keeps what a person or the clock did; false when it is no longer as it was before that. */
  async function save(before: Escalation, after: Escalation): Promise<boolean> {
    const isStill =
      before.taken === undefined
        ? { ConditionExpression: '#state = :before AND attribute_not_exists(taken)', values: {} }
        : { ConditionExpression: '#state = :before AND taken.#at = :takenAt', values: { ':takenAt': before.taken.at } };
    // A platform may answer again while a person reads.
    const isNewest = before.answers === undefined ? 'attribute_not_exists(answers)' : 'answers.newest = :newest';
    return conditionally(
      client.send(
        new PutCommand({
          TableName: table,
          Item: itemOfEscalation(after),
          ConditionExpression: `${isStill.ConditionExpression} AND ${isNewest}`,
          ExpressionAttributeNames: { '#state': 'state', ...(before.taken && { '#at': 'at' }) },
          ExpressionAttributeValues: {
            ':before': before.state,
            ...isStill.values,
            ...(before.answers && { ':newest': before.answers.newest }),
          },
        }),
      ),
    );
  }

  /** Oldest first, at most so many. Read from an index, so one of the last second may be missing. */
  async function ofTeam(team: string, state: EscalationState, most: number): Promise<Escalation[]> {
    const { Items = [] } = await client.send(new QueryCommand({ ...queryOf(team, state), Limit: most }));
    return Items.map(escalationIn);
  }

  /** How many nobody has taken; counts no further than `most`. */
  async function countOpen(team: string, most: number): Promise<number> {
    const { Count = 0 } = await client.send(new QueryCommand({ ...queryOf(team, 'open'), Select: 'COUNT', Limit: most }));
    return Count;
  }

  function queryOf(team: string, state: EscalationState) {
    return {
      TableName: table,
      IndexName: 'by-queue',
      KeyConditionExpression: 'queuePk = :queue',
      ExpressionAttributeValues: { ':queue': queueOf({ team, state }) },
    };
  }

  return { raise, get, save, ofTeam, countOpen };
}

function keyOf(id: string) {
  return { pk: `ESCALATION#${id}`, sk: 'ESCALATION' };
}

function queueOf({ team, state }: Pick<Escalation, 'team' | 'state'>): string {
  return `ESCALATIONS#${team}#${state}`;
}

function itemOfEscalation(escalation: Escalation) {
  return itemOf(keyOf(escalation.id), { ...escalation, queuePk: queueOf(escalation), queueSk: escalation.raisedAt });
}

function escalationIn(item: Record<string, unknown>): Escalation {
  return nounOf<Escalation>(item, ['queuePk', 'queueSk']);
}
