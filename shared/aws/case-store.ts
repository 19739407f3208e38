/**
 * Cases, in the `cases` table.
 *
 * | pk           | sk     | item | index and its key | answers |
 * | ------------ | ------ | ---- | ----------------- | --- |
 * | `CASE#7f3a…` | `CASE` | Case | –                 | what is this Case? |
 * |              |        |      | `by-queue`: `TEAM#met#ready`, `0993300#2026-11-22T10:00:00Z` | what is to be reviewed, strongest first, then oldest? |
 * |              |        |      | `by-facets`: the same keys | which of them are of this Source, kind, model, area? |
 * |              |        |      | `by-record`: `RECORD#4217/23-A`, `2026-11-22T10:00:00Z` | what rests on this record? how much since a moment? |
 * |              |        |      | `by-listing`: `LISTING#gumtree#1498012`, `2026-11-22T10:00:00Z` | what was found about this listing? |
 * |              |        |      | `by-seller`: `SELLER#gumtree#u77`, `2026-11-22T10:00:00Z` | what was found about this seller? |
 * | `TEAM#met`   | `ADMITTED#2026-11-22` | `{ admitted }` | – | how many waiting Cases were opened that day? |
 */

import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Case, type CaseState, caseStates, settledStates, statesBefore } from '../domain/case.ts';
import type { CountedCase } from '../domain/desk-figures.ts';
import { getAll } from './bulk.ts';
import { type CaseFilter, countedCase, facetsOf, filterExpression, outcomeFacets } from './case-facets.ts';
import {
  type CaseSubject,
  caseKey,
  caseOf,
  indexKeys,
  indexOf,
  placeInQueue,
  queueKeyNames,
  queueKeyOf,
  queueOf,
  sellerKeys,
  sellerPartition,
} from './case-keys.ts';
import { cursorAfter, keyOfCursor } from './cursor.ts';
import { conditionally, itemOf } from './item.ts';
import { stillIs, updateOf } from './update-expression.ts';

export type CaseStore = ReturnType<typeof createCaseStore>;

/** What a move may set beside the state; a field given as undefined is taken away. */
export type CasePatch = Partial<Pick<Case, 'openedAt' | 'listing' | 'match' | 'kind' | 'basis' | 'about'>> & {
  [Field in 'readyAt' | 'closedAt' | 'closedBecause' | 'page' | 'refusal' | 'reopenedBecause']?: Case[Field] | undefined;
};

export interface CaseQueuePage {
  cases: Case[];
  /** Given back as `cursor` it continues the queue; absent at its end. */
  cursor?: string;
}

/** Some 250 kB of the index a query, four megabytes a page in all. */
const LOOKED_THROUGH_AT_ONCE = 1000;
const MOST_LOOKED_THROUGH = 16_000;
const MOST_OF_A_SELLER = 100;

export function createCaseStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** A Case that exists stays as it is, whatever its state. */
  async function open(newCase: Case): Promise<'opened' | 'exists'> {
    const Item = itemOf(caseKey(newCase.id), {
      ...newCase,
      ...indexKeys(newCase),
    });
    const opened = await conditionally(
      client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' })),
    );
    return opened ? 'opened' : 'exists';
  }

  async function get(id: string): Promise<Case | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: caseKey(id), ConsistentRead: true }));
    return Item && caseOf(Item);
  }

  /**
   * Gives a Case the newest comparison of its pair, the Revision it was made from, and the place in the queue that goes with it.
   * A Case that is confirmed or closed keeps what was decided on: `settled`.
   */
  async function updateMatch(
    id: string,
    newest: Pick<Case, 'kind' | 'listing' | 'match' | 'basis' | 'about'>,
  ): Promise<'updated' | 'settled' | 'missing'> {
    const before = await get(id);
    if (before === undefined) return 'missing';
    const change = updateOf({
      ...newest,
      ...facetsOf(newest),
      ...sellerKeys({ ...newest, openedAt: before.openedAt }),
      queueSk: placeInQueue(newest.match, before.openedAt),
    });
    const settled = settledStates.map((state, index) => [`:settled${index}`, state] as const);
    const updated = await conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: caseKey(id),
          UpdateExpression: change.expression,
          ConditionExpression: `attribute_exists(pk) AND NOT #state IN (${settled.map(([alias]) => alias).join(', ')})`,
          ExpressionAttributeNames: { ...change.names, '#state': 'state' },
          ExpressionAttributeValues: { ...change.values, ...Object.fromEntries(settled) },
        }),
      ),
    );
    return updated ? 'updated' : 'settled';
  }

  /**
   * Moves a Case, if the table of moves in domain/case.ts allows it from the state it is in at that moment; of two
   * moves at once, the second is judged by the state the first one left.
   */
  async function move(id: string, to: CaseState, patch: CasePatch = {}): Promise<'moved' | 'refused' | 'missing'> {
    const before = await get(id);
    if (before === undefined) return 'missing';
    const allowed = statesBefore(to).map((state, index) => [`:from${index}`, state] as const);
    const keys = indexKeys({ ...before, ...patch, state: to });
    // Of a Case whose match stays as it is, only the queue changes: its place there may be newer than what was read above.
    const changedKeys = patch.match || patch.openedAt ? keys : { queuePk: keys.queuePk };
    const change = updateOf({ ...patch, state: to, ...changedKeys });
    const moved = await conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: caseKey(id),
          UpdateExpression: change.expression,
          ConditionExpression: `#state IN (${allowed.map(([alias]) => alias).join(', ')})`,
          ExpressionAttributeNames: { ...change.names, '#state': 'state' },
          ExpressionAttributeValues: { ...change.values, ...Object.fromEntries(allowed) },
        }),
      ),
    );
    return moved ? 'moved' : 'refused';
  }

  /**
   * Keeps what a person did, as domain/work-on-case.ts made it out of the Case before: only if the Case still is as it was then, in its state, in
   * what people did with it and in the comparison they had before them. `overtaken`: it is not; read it again and judge anew.
   */
  async function saveWork(before: Case, after: Case): Promise<'saved' | 'overtaken'> {
    const { state, work, refusal, closedAt, closedBecause } = after;
    const change = updateOf({ state, work, refusal, closedAt, closedBecause, queuePk: queueOf(after), ...outcomeFacets(after) });
    const isStill = [
      stillIs('state', before.state),
      stillIs('work.version', before.work?.version),
      stillIs('listing.revision', before.listing.revision),
      stillIs('basis', before.basis),
    ];
    const saved = await conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: caseKey(before.id),
          UpdateExpression: change.expression,
          ConditionExpression: isStill.map(({ expression }) => expression).join(' AND '),
          ExpressionAttributeNames: Object.assign({}, change.names, ...isStill.map(({ names }) => names)),
          ExpressionAttributeValues: Object.assign({}, change.values, ...isStill.map(({ values }) => values)),
        }),
      ),
    );
    return saved ? 'saved' : 'overtaken';
  }

  /** One page of a team's queue, strongest first, then oldest. A cursor of another queue, or none of ours, begins at the start. */
  async function queue({
    team,
    state,
    limit,
    cursor,
  }: {
    team: string;
    state: CaseState;
    limit: number;
    cursor?: string;
  }): Promise<CaseQueuePage> {
    const queuePk = queueOf({ team, state });
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'by-queue',
        KeyConditionExpression: 'queuePk = :queue',
        ExpressionAttributeValues: { ':queue': queuePk },
        Limit: limit,
        ExclusiveStartKey: keyOfCursor(cursor, { partition: { attribute: 'queuePk', value: queuePk }, names: queueKeyNames }),
      }),
    );
    const next = cursorAfter(LastEvaluatedKey);
    return { cases: Items.map(caseOf), ...(next !== undefined && { cursor: next }) };
  }

  /**
   * The same of Cases that answer a filter. Looks through at most MOST_LOOKED_THROUGH of the queue: a filter that hardly anything answers comes back
   * with few Cases, or none, and a cursor to go on with.
   */
  async function ask({
    team,
    state,
    filter,
    limit,
    cursor,
  }: {
    team: string;
    state: CaseState;
    filter: CaseFilter;
    limit: number;
    cursor?: string;
  }): Promise<CaseQueuePage> {
    const queuePk = queueOf({ team, state });
    const { values, ...expression } = filterExpression(filter);
    const keys: Record<string, unknown>[] = [];
    let start: Record<string, unknown> | undefined = keyOfCursor(cursor, {
      partition: { attribute: 'queuePk', value: queuePk },
      names: queueKeyNames,
    });
    for (let looked = 0; looked < MOST_LOOKED_THROUGH && keys.length < limit; looked += LOOKED_THROUGH_AT_ONCE) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'by-facets',
          KeyConditionExpression: 'queuePk = :queue',
          ...expression,
          ExpressionAttributeValues: { ':queue': queuePk, ...values },
          Limit: LOOKED_THROUGH_AT_ONCE,
          ExclusiveStartKey: start,
        }),
      );
      keys.push(...Items);
      start = LastEvaluatedKey;
      if (start === undefined) break;
    }
    // More answered than are asked for: the next page begins behind the last that is given.
    if (keys.length > limit) start = queueKeyOf(keys[limit - 1]);
    const next = cursorAfter(start);
    const cases = await inOrder(keys.slice(0, limit));
    return { cases: cases.filter((item) => item.state === state), ...(next !== undefined && { cursor: next }) };
  }

  /** Every Case of a team as far as the desk counts it, a few words each. Cases from before words were kept beside them are passed over. */
  async function* counted(team: string): AsyncGenerator<CountedCase> {
    for (const state of caseStates) {
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          IndexName: 'by-facets',
          KeyConditionExpression: 'queuePk = :queue',
          ExpressionAttributeValues: { ':queue': queueOf({ team, state }) },
        },
      );
      for await (const { Items = [] } of pages) yield* Items.flatMap((item) => countedCase(state, item) ?? []);
    }
  }

  /** The Cases that an index named, in its order; it may name one that went a moment ago. */
  async function inOrder(named: readonly Record<string, unknown>[]): Promise<Case[]> {
    const keys = named.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
    const found = new Map((await getAll({ client, table }, keys)).map((item) => [item['pk'], caseOf(item)]));
    return keys.flatMap(({ pk }) => found.get(pk) ?? []);
  }

  /** Every Case about one seller of a Source, by the platform's id or else the name, oldest first. */
  async function ofSeller(seller: { source: string; seller: string }): Promise<Case[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'by-seller',
        KeyConditionExpression: 'sellerPk = :seller',
        ExpressionAttributeValues: { ':seller': sellerPartition(seller) },
        Limit: MOST_OF_A_SELLER,
      }),
    );
    return Items.map(caseOf);
  }

  /** Every Case that rests on a record, oldest first. Read from an index, so a Case opened within the last second may be missing. */
  async function restingOn(reference: string): Promise<Case[]> {
    return allAbout({ record: reference });
  }

  /** Every Case about a record or a listing, oldest first, in whatever state. */
  async function allAbout(subject: CaseSubject): Promise<Case[]> {
    const { index, partition, value } = indexOf(subject);
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        IndexName: index,
        KeyConditionExpression: '#partition = :value',
        ExpressionAttributeNames: { '#partition': partition },
        ExpressionAttributeValues: { ':value': value },
      },
    );
    const found: Case[] = [];
    for await (const { Items = [] } of pages) found.push(...Items.map(caseOf));
    return found;
  }

  /** The newest Cases about a record or a listing, at most so many: one call, however much a flood brought. */
  async function newestAbout(subject: CaseSubject, most: number): Promise<Case[]> {
    const { index, partition, value } = indexOf(subject);
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: index,
        KeyConditionExpression: '#partition = :value',
        ExpressionAttributeNames: { '#partition': partition },
        ExpressionAttributeValues: { ':value': value },
        ScanIndexForward: false,
        Limit: most,
      }),
    );
    return Items.map(caseOf);
  }

  /** How many Cases came up about a record or a listing since a moment (ISO 8601), in whatever state; counts no further than `most`. */
  async function countSince(subject: CaseSubject, since: string, most: number): Promise<number> {
    const { index, partition, sort, value } = indexOf(subject);
    const { Count = 0 } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: index,
        Select: 'COUNT',
        KeyConditionExpression: '#partition = :value AND #sort >= :since',
        ExpressionAttributeNames: { '#partition': partition, '#sort': sort },
        ExpressionAttributeValues: { ':value': value, ':since': since },
        Limit: most,
      }),
    );
    return Count;
  }

  /** Takes one of a team's places of a day (`2026-11-22`); false when `allowed` are taken. A place taken in vain is lost, never given twice. */
  async function takePlace({ team, day, allowed }: { team: string; day: string; allowed: number }): Promise<boolean> {
    if (allowed <= 0) return false;
    return conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: `TEAM#${team}`, sk: `ADMITTED#${day}` },
          UpdateExpression: 'ADD admitted :one',
          ConditionExpression: 'attribute_not_exists(admitted) OR admitted < :allowed',
          ExpressionAttributeValues: { ':one': 1, ':allowed': allowed },
        }),
      ),
    );
  }

  return { open, get, updateMatch, move, saveWork, queue, ask, counted, ofSeller, restingOn, allAbout, newestAbout, countSince, takePlace };
}
