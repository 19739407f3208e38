/**
 * The pace at which a host is visited and the calls made to an API, shared by all functions, in the `listings` table.
 *
 * | pk                    | sk     | item                              | answers |
 * | --------------------- | ------ | --------------------------------- | --- |
 * | `HOST#www.gumtree.com` | `PACE` | `{ nextVisitAt: 1795341600000, askedAt }` | when may the next visit to this host start? |
 * | `API#ebay-api` | `CALLS#2026-11-22` | `{ calls: 1204, expiresAt }` | how many calls of the day are used? |
 *
 * `askedAt` is when the row was last written, by the writer's clock. One in the future says that this clock was wrong, and `nextVisitAt` with it: the host
 * counts as at rest then.
 */

import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expirySecond } from '../domain/retention.ts';
import { mostAheadMs } from '../domain/wrong-clock.ts';
import { conditionally, isConditionFailure } from './item.ts';

export type HostStore = ReturnType<typeof createHostStore>;

interface HostStoreParts {
  client: DynamoDBDocumentClient;
  table: string;
  /** Hears of a pace that was kept by a clock so many milliseconds ahead, and is kept no longer. */
  onWrongClock?: (host: string, aheadMs: number) => void;
}

export function createHostStore({ client, table, onWrongClock = () => {} }: HostStoreParts) {
  /**
   * Reserves the next free visit to a host and returns the epoch millisecond from which it may start: `now` for a host at rest.
   * Visits reserved at the same moment by many callers lie `gapMs` apart. A reservation that is not used is lost, never given back.
   */
  async function reserveVisit({ host, gapMs, now }: { host: string; gapMs: number; now: number }): Promise<number> {
    // Each round fails only if another caller changed the host from at rest to busy, or time took it back, in between.
    for (let round = 0; round < 20; round += 1) {
      const queued = await joinQueue({ host, gapMs, now });
      if (queued !== undefined) return queued;
      if (await startQueue({ host, gapMs, now })) return now;
    }
    throw new Error(`No visit to ${host} could be reserved in 20 attempts`);
  }

  /** No visit that is reserved from now on starts before `untilMs` (Retry-After). A longer wait already in force stays. */
  async function holdOff({ host, untilMs, now }: { host: string; untilMs: number; now: number }): Promise<void> {
    await conditionally(
      update(host, {
        UpdateExpression: 'SET nextVisitAt = :until, askedAt = :now',
        ConditionExpression: 'attribute_not_exists(nextVisitAt) OR nextVisitAt < :until OR askedAt > :believable',
        ExpressionAttributeValues: { ':until': untilMs, ':now': now, ':believable': now + mostAheadMs },
      }),
    );
  }

  /** The epoch millisecond from which a visit asked for now may start, without reserving it: `now` for a host at rest. */
  async function nextVisit({ host, now }: { host: string; now: number }): Promise<number> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: paceKey(host), ConsistentRead: true }));
    const isBelievable = Number(Item?.['askedAt'] ?? 0) <= now + mostAheadMs;
    return isBelievable ? Math.max(now, Number(Item?.['nextVisitAt'] ?? 0)) : now;
  }

  /** Takes one of the calls that a platform's API allows a Source in a day; false when `allowed` are taken. The row goes after a week. */
  async function takeCall({ source, day, allowed }: { source: string; day: string; allowed: number }): Promise<boolean> {
    return conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: `API#${source}`, sk: `CALLS#${day}` },
          UpdateExpression: 'SET expiresAt = :week ADD calls :one',
          ConditionExpression: 'attribute_not_exists(calls) OR calls < :allowed',
          ExpressionAttributeValues: { ':one': 1, ':allowed': allowed, ':week': expirySecond(new Date(day), 7) },
        }),
      ),
    );
  }

  /** Behind the visits that are reserved already; undefined when there are none. */
  async function joinQueue({ host, gapMs, now }: { host: string; gapMs: number; now: number }): Promise<number | undefined> {
    try {
      const { Attributes } = await update(host, {
        UpdateExpression: 'SET nextVisitAt = nextVisitAt + :gap, askedAt = :now',
        ConditionExpression: 'nextVisitAt > :now AND (attribute_not_exists(askedAt) OR askedAt <= :believable)',
        ExpressionAttributeValues: { ':gap': gapMs, ':now': now, ':believable': now + mostAheadMs },
        ReturnValues: 'UPDATED_OLD',
      });
      return Number(Attributes?.['nextVisitAt']);
    } catch (error) {
      if (isConditionFailure(error)) return undefined;
      throw error;
    }
  }

  /** First visit to a host at rest. */
  async function startQueue({ host, gapMs, now }: { host: string; gapMs: number; now: number }): Promise<boolean> {
    try {
      const { Attributes } = await update(host, {
        UpdateExpression: 'SET nextVisitAt = :next, askedAt = :now',
        ConditionExpression: 'attribute_not_exists(nextVisitAt) OR nextVisitAt <= :now OR askedAt > :believable',
        ExpressionAttributeValues: { ':next': now + gapMs, ':now': now, ':believable': now + mostAheadMs },
        ReturnValues: 'UPDATED_OLD',
      });
      const aheadMs = Number(Attributes?.['askedAt'] ?? 0) - now;
      if (aheadMs > mostAheadMs) onWrongClock(host, aheadMs);
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  }

  function update(host: string, change: Omit<ConstructorParameters<typeof UpdateCommand>[0], 'TableName' | 'Key'>) {
    return client.send(new UpdateCommand({ TableName: table, Key: paceKey(host), ...change }));
  }

  return { reserveVisit, holdOff, nextVisit, takeCall };
}

function paceKey(host: string) {
  return { pk: `HOST#${host.toLowerCase()}`, sk: 'PACE' };
}
