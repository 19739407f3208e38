/**
 * The clocks of removal notices, in the `cases` table: when a platform is reminded next.
 *
 * | pk               | sk          | item          | index and its key | answers |
 * | ---------------- | ----------- | ------------- | ----------------- | --- |
 * | `NOTICE#N-7f3a…` | `FOLLOW-UP` | FollowUpClock | `by-queue`: `FOLLOW-UPS#met#due`, `2026-11-24T10:00:00Z` | which platforms are to be reminded now? |
 */

import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { FollowUpClock } from '../domain/notice/follow-up.ts';
import { conditionally, itemOf, nounOf } from './item.ts';

export type FollowUpStore = ReturnType<typeof createFollowUpStore>;

export function createFollowUpStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** Sets the clock of a notice; one that runs stays as it is. */
  async function open(clock: FollowUpClock): Promise<void> {
    await conditionally(
      client.send(new PutCommand({ TableName: table, Item: itemOfClock(clock, 'due'), ConditionExpression: 'attribute_not_exists(pk)' })),
    );
  }

  async function get(noticeId: string): Promise<FollowUpClock | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf({ noticeId }), ConsistentRead: true }));
    return Item && clockOf(Item);
  }

  /** Those that have struck, longest ago first. Read from an index, so one of the last second may be missing. */
  async function due(team: string, at: Date, limit: number): Promise<FollowUpClock[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'by-queue',
        KeyConditionExpression: 'queuePk = :due AND queueSk <= :now',
        ExpressionAttributeValues: { ':due': `FOLLOW-UPS#${team}#due`, ':now': at.toISOString() },
        Limit: limit,
      }),
    );
    return Items.map(clockOf);
  }

  /** Sets the clock to its next step; false when somebody else has done so. */
  async function advance(clock: FollowUpClock, next: Pick<FollowUpClock, 'step' | 'dueAt'>): Promise<boolean> {
    return replace(clock, itemOfClock({ ...clock, ...next }, 'due'));
  }

  /** Stops the clock for good. */
  async function end(clock: FollowUpClock): Promise<boolean> {
    return replace(clock, itemOfClock(clock, 'done'));
  }

  async function replace({ step }: FollowUpClock, Item: Record<string, unknown>): Promise<boolean> {
    const ConditionExpression = 'step = :step';
    return conditionally(
      client.send(new PutCommand({ TableName: table, Item, ConditionExpression, ExpressionAttributeValues: { ':step': step } })),
    );
  }

  return { open, get, due, advance, end };
}

function keyOf({ noticeId }: Pick<FollowUpClock, 'noticeId'>) {
  return { pk: `NOTICE#${noticeId}`, sk: 'FOLLOW-UP' };
}

function itemOfClock(clock: FollowUpClock, state: 'due' | 'done') {
  return itemOf(keyOf(clock), { ...clock, queuePk: `FOLLOW-UPS#${clock.team}#${state}`, queueSk: clock.dueAt });
}

function clockOf(item: Record<string, unknown>): FollowUpClock {
  return nounOf<FollowUpClock>(item, ['queuePk', 'queueSk']);
}
