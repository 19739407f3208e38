/**
 * What clients of the check API have asked, in the `checks` table. Numbers stand in it as keyed hashes, and only for some days.
 *
 * | pk                         | sk               | item | answers |
 * | -------------------------- | ---------------- | ---- | --- |
 * | `PACE#phone-hub`           | `PACE`           | `{ nextAt }`, epoch milliseconds | how many requests did it just make? |
 * | `DAY#phone-hub#2026-11-27` | `BUDGET`         | `{ used }` | what is left of the day's budget? |
 * |                            | `COUNTS#0`       | ClientCounts since its 0th hold was lifted | is it suspicious? |
 * |                            | `SERIES#0#Zx81…` | `{ devices }` | how many devices of one model? |
 * |                            | `ASKED#n0Z3…`    | one a device; with `hitPk` a CheckHit: check-hits.ts | was this asked before today? |
 *
 * Every count is taken before what it allows is done, and given back when it was not needed: a crash costs a client one of its budget and never
 * gives it one.
 */

import { createHmac } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { ClientCounts } from '../domain/check/enumeration.ts';
import { expirySecond } from '../domain/retention.ts';
import { getAll } from './bulk.ts';
import { type CheckHit, hitAttributes } from './check-hits.ts';
import { conditionally, type ItemKey } from './item.ts';

export type CheckCounter = ReturnType<typeof createCheckCounter>;

/** A client's day: `{ client: 'phone-hub', day: '2026-11-27', round: 0 }`. */
export interface ClientDay {
  client: string;
  day: string;
  round: number;
}

/** A day's rows are of no use after it; one more for clocks that differ and questions of the last minute. */
const DAYS_KEPT = 2;
/** Officers look back at who offered a phone around the day it was reported. */
const DAYS_OF_HITS = 400;
/** Requests come back at this rate. */
const MS_PER_REQUEST = 1000;
const ATTEMPTS = 10;

/** `key` is that of the identifier index, so that who sees this table learns no number. */
export function createCheckCounter({ client, table, key }: { client: DynamoDBDocumentClient; table: string; key: string }) {
  /** Takes one of the requests that may be made at once. 0, or in how many seconds there is one again. */
  async function takeRequest({ client: id, burst, now }: { client: string; burst: number; now: number }): Promise<number> {
    const Key = { pk: `PACE#${id}`, sk: 'PACE' };
    const latest = now + (burst - 1) * MS_PER_REQUEST;
    // Each round fails only if another request changed the row from at rest to busy, or time took it back, in between.
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const queued = await update(Key, {
        UpdateExpression: 'SET nextAt = nextAt + :one',
        ConditionExpression: 'nextAt > :now AND nextAt <= :latest',
        ExpressionAttributeValues: { ':one': MS_PER_REQUEST, ':now': now, ':latest': latest },
      });
      if (queued) return 0;
      const begun = await update(Key, {
        UpdateExpression: 'SET nextAt = :next, expiresAt = :expires',
        ConditionExpression: 'attribute_not_exists(nextAt) OR nextAt <= :now',
        ExpressionAttributeValues: { ':next': now + MS_PER_REQUEST, ':now': now, ':expires': expirySecond(new Date(now), DAYS_KEPT) },
      });
      if (begun) return 0;
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      const nextAt = Number(Item?.['nextAt'] ?? 0);
      if (nextAt > latest) return Math.max(1, Math.ceil((nextAt - latest) / 1000));
    }
    return 1;
  }

  /** Takes one of the day's budget; false when it is used up. */
  function takeDevice(day: ClientDay, budget: number): Promise<boolean> {
    return take(rowOf(day, 'BUDGET'), { name: 'used', most: budget, day });
  }

  function giveDeviceBack(day: ClientDay): Promise<void> {
    return giveBack(rowOf(day, 'BUDGET'), 'used');
  }

  /** Takes one of the devices of a series (`imei:35693803`); false when as many were asked about. */
  function takeOfSeries(day: ClientDay, series: string, most: number): Promise<boolean> {
    return take(seriesRow(day, series), { name: 'devices', most, day });
  }

  function giveSeriesBack(day: ClientDay, series: string): Promise<void> {
    return giveBack(seriesRow(day, series), 'devices');
  }

  /** How many of these were asked about today. */
  async function countAsked(day: ClientDay, keys: readonly string[]): Promise<number> {
    return (
      await getAll(
        { client, table },
        keys.map((each) => askedRow(day, each)),
        { consistent: true, projection: ['pk'] },
      )
    ).length;
  }

  /** True the first time today. */
  function remember(day: ClientDay, asked: string): Promise<boolean> {
    const Item = { ...askedRow(day, asked), expiresAt: expires(day) };
    return conditionally(client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' })));
  }

  /** Notes that a question was answered, at the same cost whatever was found. True when this is the day's first hit on the device. */
  async function noteAnswer(day: ClientDay, asked: string, { at, hit }: { at: string; hit: CheckHit | undefined }): Promise<boolean> {
    const kept =
      hit === undefined ? { expiresAt: expires(day) } : { ...hitAttributes(hit), expiresAt: expirySecond(new Date(at), DAYS_OF_HITS) };
    const fields = Object.entries({ answeredAt: at, ...kept });
    const values = fields.map(([, value], index) => [`:f${index}`, value]);
    const write = client.send(
      new UpdateCommand({
        TableName: table,
        Key: askedRow(day, asked),
        UpdateExpression: `SET ${fields.map((_, index) => `#f${index} = :f${index}`).join(', ')} REMOVE isHeldBack`,
        // The first hit of the day that was answered stands, and its event is told once.
        ConditionExpression: `attribute_not_exists(hitPk)${hit === undefined ? '' : ' OR isHeldBack = :true'}`,
        ExpressionAttributeNames: Object.fromEntries(fields.map(([name], index) => [`#f${index}`, name])),
        ExpressionAttributeValues: Object.fromEntries(hit === undefined ? values : [...values, [':true', true]]),
        ReturnValues: 'ALL_OLD',
      }),
    );
    const noted = await conditionally(write);
    return noted && hit !== undefined && (await write).Attributes?.['hitPk'] === undefined;
  }

  /** The hit on this device was not told: with its question the client was held. */
  async function holdBack(day: ClientDay, asked: string): Promise<void> {
    await update(askedRow(day, asked), {
      UpdateExpression: 'SET isHeldBack = :true',
      ConditionExpression: 'attribute_exists(hitPk)',
      ExpressionAttributeValues: { ':true': true },
    });
  }

  /** Adds to the counts of suspicion and gives them as they are then. */
  async function count(day: ClientDay, added: Partial<ClientCounts>): Promise<ClientCounts> {
    const { asked = 0, hits = 0, faults = 0, neighbours = 0 } = added;
    const { Attributes = {} } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: rowOf(day, `COUNTS#${day.round}`),
        UpdateExpression: 'SET expiresAt = :expires ADD asked :asked, hits :hits, faults :faults, neighbours :neighbours',
        ExpressionAttributeValues: {
          ':asked': asked,
          ':hits': hits,
          ':faults': faults,
          ':neighbours': neighbours,
          ':expires': expires(day),
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    const now = (name: keyof ClientCounts) => Number(Attributes[name] ?? 0);
    return { asked: now('asked'), hits: now('hits'), faults: now('faults'), neighbours: now('neighbours') };
  }

  function take(row: ItemKey, { name, most, day }: { name: 'used' | 'devices'; most: number; day: ClientDay }): Promise<boolean> {
    return update(row, {
      UpdateExpression: 'SET expiresAt = :expires ADD #count :one',
      ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
      ExpressionAttributeNames: { '#count': name },
      ExpressionAttributeValues: { ':one': 1, ':most': most, ':expires': expires(day) },
    });
  }

  async function giveBack(row: ItemKey, name: 'used' | 'devices'): Promise<void> {
    await update(row, {
      UpdateExpression: 'ADD #count :less',
      ConditionExpression: '#count > :none',
      ExpressionAttributeNames: { '#count': name },
      ExpressionAttributeValues: { ':less': -1, ':none': 0 },
    });
  }

  function update(Key: ItemKey, change: Omit<UpdateCommandInput, 'TableName' | 'Key'>): Promise<boolean> {
    return conditionally(client.send(new UpdateCommand({ TableName: table, Key, ...change })));
  }

  function seriesRow(day: ClientDay, series: string): ItemKey {
    return rowOf(day, `SERIES#${day.round}#${hashed(series)}`);
  }

  function askedRow(day: ClientDay, asked: string): ItemKey {
    return rowOf(day, `ASKED#${hashed(asked)}`);
  }

  function hashed(text: string): string {
    return createHmac('sha256', key).update(`check/${text}`).digest('base64url').slice(0, 22);
  }

  return { takeRequest, takeDevice, giveDeviceBack, takeOfSeries, giveSeriesBack, countAsked, remember, noteAnswer, holdBack, count };
}

function rowOf({ client, day }: ClientDay, sk: string): ItemKey {
  return { pk: `DAY#${client}#${day}`, sk };
}

function expires({ day }: ClientDay): number {
  return expirySecond(new Date(day), DAYS_KEPT);
}
