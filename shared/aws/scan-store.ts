/**
 * Scans and the search pages they saw, in the `listings` table.
 *
 * | pk                                        | sk                             | item             | answers |
 * | ----------------------------------------- | ------------------------------ | ---------------- | --- |
 * | `SCANS#gumtree`                           | `gumtree~2026-11-22T10:00:00Z` | Scan             | how did the last scans of this Source go? |
 * | `SCAN-PAGES#gumtree~2026-11-22T10:00:00Z` | `PAGE#0002#0014`               | SearchPageResult | what did this Scan see? |
 * | `SCAN-PAGES#gumtree~2026-11-22T10:00:00Z` | `READINGS`                     | ReadingTally     | what came of its listing pages? |
 *
 * A Scan's id is its Source, `~`, and the time it was scheduled for, so ids of one Source sort by time.
 */

import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { nothingTallied, type ReadingOutcome, type ReadingTally, type WatchedField, watchedFields } from '../domain/reading-tally.ts';
import { type Scan, type SearchPageResult, scanIdAt, scheduledTime } from '../domain/scan.ts';
import { conditionally, type ItemKey, itemOf, nounOf } from './item.ts';

export type ScanStore = ReturnType<typeof createScanStore>;

/** Search pages are kept this long after their Scan: the next Scan compares with them, and a claim of last month can be explained. */
const pagesKeptSeconds = 90 * 24 * 3600;

export function createScanStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  async function open(scan: Scan): Promise<'opened' | 'already-open'> {
    const Item = itemOf(scanKey(scan.source, scan.id), scan);
    const opened = await conditionally(
      client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' })),
    );
    return opened ? 'opened' : 'already-open';
  }

  /**
   * Saves what one search page showed. A page that was read stays as first saved, since a second delivery finds its listings
   * already known and would count none as new; a page that failed gives way to a later attempt.
   */
  async function savePage(scanId: string, result: SearchPageResult): Promise<'saved' | 'already-saved'> {
    const saved = await conditionally(
      client.send(
        new PutCommand({
          TableName: table,
          Item: itemOf(pageKey(scanId, result), { ...result, expiresAt: goesAt(scanId) }),
          ConditionExpression: 'attribute_not_exists(pk) OR NOT #outcome IN (:read, :empty)',
          ExpressionAttributeNames: { '#outcome': 'outcome' },
          ExpressionAttributeValues: { ':read': 'read', ':empty': 'empty' },
        }),
      ),
    );
    return saved ? 'saved' : 'already-saved';
  }

  /** One search page, once it was noted. */
  async function page(scanId: string, name: Pick<SearchPageResult, 'search' | 'page'>): Promise<SearchPageResult | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: pageKey(scanId, name), ConsistentRead: true }));
    return Item && pageOf(Item);
  }

  /** All pages of a Scan, by search and page. */
  async function pages(scanId: string): Promise<SearchPageResult[]> {
    const answers = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :page)',
        ExpressionAttributeValues: { ':pk': `SCAN-PAGES#${scanId}`, ':page': 'PAGE#' },
        ConsistentRead: true,
      },
    );
    const found: SearchPageResult[] = [];
    for await (const { Items = [] } of answers) found.push(...Items.map(pageOf));
    return found;
  }

  /** Counts one visit to a listing page of this Scan, and returns what has come of all of them so far. */
  async function countReading(
    scanId: string,
    reading: { outcome: ReadingOutcome; fields: readonly WatchedField[]; otherLanguage: boolean; contradicted?: boolean },
  ): Promise<ReadingTally> {
    const counted = [`outcome_${reading.outcome}`, ...reading.fields.map((field) => `field_${field}`)];
    if (reading.otherLanguage) counted.push('otherLanguage');
    if (reading.contradicted) counted.push('contradicted');
    const { Attributes = {} } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: readingsKey(scanId),
        UpdateExpression: `SET expiresAt = :expiresAt ADD ${counted.map((name) => `${name} :one`).join(', ')}`,
        ExpressionAttributeValues: { ':one': 1, ':expiresAt': goesAt(scanId) },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return tallyOf(Attributes);
  }

  /** What has come so far of the listing pages of a Scan. */
  async function readings(scanId: string): Promise<ReadingTally> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: readingsKey(scanId), ConsistentRead: true }));
    return Item === undefined ? nothingTallied : tallyOf(Item);
  }

  /** Notes for whom it may concern that an open Scan comes back to its page only then, and why. */
  async function noteWait({ source, id }: Pick<Scan, 'source' | 'id'>, waits: NonNullable<Scan['waits']>): Promise<void> {
    await conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: scanKey(source, id),
          UpdateExpression: 'SET waits = :waits',
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(closedAt)',
          ExpressionAttributeValues: { ':waits': waits },
        }),
      ),
    );
  }

  /** Writes the closing fields, once: of two that close one Scan the second changes nothing. */
  async function close(scan: Scan): Promise<'closed' | 'already-closed'> {
    const closed = await conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: scanKey(scan.source, scan.id),
          UpdateExpression: closingUpdate(scan),
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(closedAt)',
          ExpressionAttributeNames: { '#counts': 'counts' },
          ExpressionAttributeValues: closingValues(scan),
        }),
      ),
    );
    return closed ? 'closed' : 'already-closed';
  }

  async function get(source: string, scanId: string): Promise<Scan | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: scanKey(source, scanId), ConsistentRead: true }));
    return Item && nounOf<Scan>(Item);
  }

  /** Newest first; with `dueBy` none that was due after it. */
  async function recent(source: string, limit: number, { dueBy }: { dueBy?: Date } = {}): Promise<Scan[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: dueBy ? 'pk = :pk AND sk <= :last' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': scanKey(source, '').pk, ...(dueBy && { ':last': scanIdAt(source, dueBy) }) },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return Items.map((item) => nounOf<Scan>(item));
  }

  /** The newest healthy Scan before this one: what its listings are compared with to tell which went missing. */
  async function previousHealthy(source: string, beforeScanId: string): Promise<Scan | undefined> {
    const answers = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk < :before',
        FilterExpression: 'health = :healthy',
        ExpressionAttributeValues: { ':pk': scanKey(source, '').pk, ':before': beforeScanId, ':healthy': 'healthy' },
        ScanIndexForward: false,
        Limit: 25,
      },
    );
    for await (const { Items = [] } of answers) {
      if (Items[0]) return nounOf<Scan>(Items[0]);
    }
    return undefined;
  }

  return { open, savePage, page, pages, countReading, readings, noteWait, close, get, recent, previousHealthy };
}

function scanKey(source: string, scanId: string): ItemKey {
  return { pk: `SCANS#${source}`, sk: scanId };
}

function pageKey(scanId: string, { search, page }: { search: number; page: number }): ItemKey {
  const place = [search, page].map((number) => String(number).padStart(4, '0'));
  return { pk: `SCAN-PAGES#${scanId}`, sk: `PAGE#${place.join('#')}` };
}

function pageOf(item: Record<string, unknown>): SearchPageResult {
  return nounOf<SearchPageResult>(item, ['expiresAt']);
}

/** Epoch second after which the pages of a Scan may go. */
function goesAt(scanId: string): number {
  return Math.floor(scheduledTime(scanId) / 1000) + pagesKeptSeconds;
}

function readingsKey(scanId: string): ItemKey {
  return { pk: `SCAN-PAGES#${scanId}`, sk: 'READINGS' };
}

const outcomes: readonly ReadingOutcome[] = ['live', 'gone', 'unknown', 'blocked', 'failed'];

/** Counters are attributes of their own (`outcome_live`, `field_price`), since DynamoDB adds to top-level attributes without a row to begin with. */
function tallyOf(item: Record<string, unknown>): ReadingTally {
  const countsOf = <Name extends string>(names: readonly Name[], prefix: string): Partial<Record<Name, number>> => {
    const counts: Partial<Record<Name, number>> = {};
    for (const name of names) if (item[`${prefix}_${name}`] !== undefined) counts[name] = Number(item[`${prefix}_${name}`]);
    return counts;
  };
  return {
    outcomes: countsOf(outcomes, 'outcome'),
    fields: countsOf(watchedFields, 'field'),
    otherLanguage: Number(item['otherLanguage'] ?? 0),
    ...(item['contradicted'] !== undefined && { contradicted: Number(item['contradicted']) }),
  };
}

function closingUpdate({ readings, resumesAt }: Scan): string {
  const more = [readings && 'readings = :readings', resumesAt && 'resumesAt = :resumesAt'].filter((part) => part !== undefined);
  return ['SET closedAt = :closedAt, health = :health, summary = :summary, #counts = :counts', ...more].join(', ');
}

function closingValues({ id, closedAt, health, summary, counts, readings, resumesAt }: Scan): Record<string, unknown> {
  if (!closedAt || !health || summary === undefined || !counts)
    throw new Error(`Scan ${id} cannot be closed without time, health, summary and counts`);
  return {
    ':closedAt': closedAt,
    ':health': health,
    ':summary': summary,
    ':counts': counts,
    ...(readings && { ':readings': readings }),
    ...(resumesAt && { ':resumesAt': resumesAt }),
  };
}
