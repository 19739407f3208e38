/**
 * Notices, in the `cases` table.
 *
 * | pk                     | sk            | item | index and its key | answers |
 * | ---------------------- | ------------- | ---- | ----------------- | --- |
 * | `NOTICE#N-7f3a…`       | `NOTICE`      | StoredNotice | `by-queue`: `NOTICES#met#queued`, `2026-11-22T10:00:00Z` | what is this notice? which are to be delivered? |
 * | `GROUND#gumtree/149…`  | `GROUND`      | `{ noticeId }` | – | which notice stands for this listing and ground? |
 * | `CASE#7f3a…`           | `NOTICE#N-7…` | `{ noticeId }` | – | which notices were about this Case? |
 * | `PLATFORM#gumtree`     | `NOTICE#2026-11-22T10:00:00Z#N-7…` | SentNotice | `by-queue`: `SENT#met`, `2026-11-22T10:00:07Z` | which notices were sent to this platform, and which lately? |
 */

import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Notice } from '../domain/notice/notice.ts';
import { recallIdOf } from '../domain/notice/recall-id.ts';
import type { SentNotice } from '../domain/notice/sent-notice.ts';
import { getAll } from './bulk.ts';
import { conditionally, type Item, itemOf, type Lift, nounOf } from './item.ts';

export type NoticeStore = ReturnType<typeof createNoticeStore>;

/**
 * `queued`: to be delivered. `to-hand-in`: a person of the team fills in the platform's form with it. `delivered`: the platform took it.
 * `dropped`: nothing was left to ask when it was looked at once more. `undeliverable`: the platform did not take it; a person must look.
 */
export const noticeStates = ['queued', 'to-hand-in', 'delivered', 'dropped', 'undeliverable'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** A Case behind a target, in the order of the targets, with what the platform is not told. */
export interface NoticedCase {
  caseId: string;
  /** Names of the two persons. */
  decidedBy: [first: string, second: string];
  /** That no other operation is harmed by acting: whose word, and since when. */
  deconfliction: { answer: 'no-objection'; by: string; at: string };
  /** Folders of the captures that the target names as its evidence, in the same order; none in a notice from before they were noted. */
  captures: readonly string[];
}

export interface DeliveryAttempt {
  at: string;
  outcome: 'taken' | 'later' | 'never';
  status?: number;
  /** Why not, or the beginning of the platform's receipt. */
  said: string;
}

/** Of a notice that goes by the platform's own form. */
export interface HandIn {
  /** Where the form is. */
  url: string;
  preparedAt: string;
  /** Who says that it was handed in; when is the notice's `deliveredAt`. */
  by?: { id: string; name: string };
  /** What the platform called it. */
  receipt?: string;
}

export interface StoredNotice {
  id: string;
  team: string;
  source: string;
  state: NoticeState;
  stateBecause?: string;
  notice: Notice;
  cases: NoticedCase[];
  /** Left out when it was looked at once more before sending, each with its reason. */
  left: { caseId: string; why: string }[];
  attempts: DeliveryAttempt[];
  createdAt: string;
  deliveredAt?: string;
  handIn?: HandIn;
  /** Of a recall: when the record it rests on changed its status, where that is known. From there to `createdAt` it took to queue it. */
  recordStatusChangedAt?: string;
}

const casesSchema = z.array(z.looseObject({}));

/** Where the evidence of a target is kept was not noted at first. */
const notedWithoutCaptures: Lift = (item) => ({
  ...item,
  cases: casesSchema.parse(item['cases']).map((noticed) => ({ captures: [], ...noticed })),
});

/** From version 1 of a stored notice on. */
const noticeLifts: readonly Lift[] = [notedWithoutCaptures];

export type NoticeChange = Partial<
  Pick<StoredNotice, 'state' | 'stateBecause' | 'notice' | 'cases' | 'left' | 'attempts' | 'deliveredAt' | 'handIn'>
>;

export function createNoticeStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** The notice, then where its Cases find it. The same notice written twice stands once. */
  async function create(notice: StoredNotice): Promise<void> {
    const Item = itemOf(noticeKey(notice.id), { ...notice, ...queueKeys(notice) }, noticeLifts);
    await conditionally(client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' })));
    for (const { caseId } of notice.cases) {
      await client.send(
        new PutCommand({ TableName: table, Item: { pk: `CASE#${caseId}`, sk: `NOTICE#${notice.id}`, noticeId: notice.id } }),
      );
    }
  }

  async function get(id: string): Promise<StoredNotice | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: noticeKey(id), ConsistentRead: true }));
    return Item && noticeOf(Item);
  }

  /** Changes a notice that is still in one of these states; false when it no longer is, or somebody else changes it at this moment. */
  async function change(id: string, changes: NoticeChange, from: readonly NoticeState[] = ['queued']): Promise<boolean> {
    const before = await get(id);
    if (before === undefined || !from.includes(before.state)) return false;
    const after = { ...before, ...changes };
    // Before it is settled: a notice is listed as sent a moment too early rather than never.
    if (after.state === 'delivered') await client.send(new PutCommand({ TableName: table, Item: sentItem(after) }));
    return conditionally(
      client.send(
        new PutCommand({
          TableName: table,
          Item: itemOf(noticeKey(id), { ...after, ...queueKeys(after) }, noticeLifts),
          ConditionExpression: '#state = :state AND size(attempts) = :attempts',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':state': before.state, ':attempts': before.attempts.length },
        }),
      ),
    );
  }

  /** Of a team, oldest first. Read from an index, so one of the last second may be missing. */
  async function ofState(team: string, state: NoticeState): Promise<StoredNotice[]> {
    return collect('by-queue', 'queuePk = :value', `NOTICES#${team}#${state}`);
  }

  /** Those about a Case, by id. */
  async function idsOfCase(caseId: string): Promise<string[]> {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :notices)',
        ExpressionAttributeValues: { ':pk': `CASE#${caseId}`, ':notices': 'NOTICE#' },
      },
    );
    const found: string[] = [];
    for await (const { Items = [] } of pages) found.push(...Items.map((item) => nounOf<{ noticeId: string }>(item).noticeId));
    return found;
  }

  /** What took back listings of this notice, sent or on its way; `listings` is how many it may name. */
  async function recallsOf(noticeId: string, listings: number): Promise<StoredNotice[]> {
    const keys = Array.from({ length: listings }, (_, at) => noticeKey(recallIdOf(noticeId, at + 1)));
    return (await getAll({ client, table }, keys, { consistent: true })).map(noticeOf).filter(({ state }) => state !== 'dropped');
  }

  /** To one platform, newest first; `before` is `next` of the page before, absent where no more follow. */
  async function sentTo(
    source: string,
    { limit, before }: { limit: number; before?: string | undefined },
  ): Promise<{ sent: SentNotice[]; next?: string }> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: before === undefined ? 'pk = :pk' : 'pk = :pk AND sk < :before',
        ExpressionAttributeValues: { ':pk': `PLATFORM#${source}`, ...(before !== undefined && { ':before': `NOTICE#${before}` }) },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    const sent = Items.map(sentOf);
    const last = sent.at(-1);
    return { sent, ...(last !== undefined && sent.length === limit && { next: placeOfSent(last) }) };
  }

  /** Of a team, delivered from this moment on, oldest first. */
  async function sentSince(team: string, from: string): Promise<SentNotice[]> {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        IndexName: 'by-queue',
        KeyConditionExpression: 'queuePk = :sent AND queueSk >= :from',
        ExpressionAttributeValues: { ':sent': `SENT#${team}`, ':from': from },
      },
    );
    const found: SentNotice[] = [];
    for await (const { Items = [] } of pages) found.push(...Items.map(sentOf));
    return found;
  }

  /** Takes a listing and ground for a notice; true as well when that notice has it already. */
  async function takeGround(key: string, noticeId: string): Promise<boolean> {
    return conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: groundRow(key),
          UpdateExpression: 'SET noticeId = :id',
          ConditionExpression: 'attribute_not_exists(pk) OR noticeId = :id',
          ExpressionAttributeValues: { ':id': noticeId },
        }),
      ),
    );
  }

  /** A notice stands no longer for a listing and ground, so that another may. */
  async function freeGround(key: string, noticeId: string): Promise<void> {
    await conditionally(
      client.send(
        new DeleteCommand({
          TableName: table,
          Key: groundRow(key),
          ConditionExpression: 'noticeId = :id',
          ExpressionAttributeValues: { ':id': noticeId },
        }),
      ),
    );
  }

  /** Which of these a notice stands for. */
  async function takenGrounds(keys: readonly string[]): Promise<Set<string>> {
    const items = await getAll({ client, table }, [...new Set(keys)].map(groundRow), { consistent: true });
    return new Set(items.map(({ pk }) => String(pk).slice('GROUND#'.length)));
  }

  async function collect(index: string, condition: string, value: string): Promise<StoredNotice[]> {
    const pages = paginateQuery(
      { client },
      { TableName: table, IndexName: index, KeyConditionExpression: condition, ExpressionAttributeValues: { ':value': value } },
    );
    const found: StoredNotice[] = [];
    for await (const { Items = [] } of pages) found.push(...Items.map(noticeOf));
    return found;
  }

  return { create, get, change, ofState, idsOfCase, recallsOf, sentTo, sentSince, takeGround, freeGround, takenGrounds };
}

function noticeKey(id: string) {
  return { pk: `NOTICE#${id}`, sk: 'NOTICE' };
}

function placeOfSent({ createdAt, noticeId }: Pick<SentNotice, 'createdAt' | 'noticeId'>): string {
  return `${createdAt}#${noticeId}`;
}

function sentItem({ id: noticeId, team, source, notice, cases, createdAt, deliveredAt = createdAt }: StoredNotice) {
  const listings = cases.flatMap(({ caseId }, at) => {
    const itemId = notice.targets[at]?.platformItemId;
    return itemId === undefined ? [] : [{ caseId, itemId }];
  });
  const sent: SentNotice = {
    ...{ noticeId, team, source, kind: notice.kind, listings, createdAt, deliveredAt },
    respondBy: notice.request.respondBy,
    ...('refersTo' in notice && { refersTo: notice.refersTo }),
  };
  const key = { pk: `PLATFORM#${source}`, sk: `NOTICE#${placeOfSent(sent)}` };
  return itemOf(key, { ...sent, queuePk: `SENT#${team}`, queueSk: deliveredAt });
}

function sentOf(item: Record<string, unknown>): SentNotice {
  return nounOf<SentNotice>(item, ['queuePk', 'queueSk']);
}

function groundRow(key: string) {
  return { pk: `GROUND#${key}`, sk: 'GROUND' };
}

function queueKeys({ team, state, createdAt }: Pick<StoredNotice, 'team' | 'state' | 'createdAt'>) {
  return { queuePk: `NOTICES#${team}#${state}`, queueSk: createdAt };
}

function noticeOf(item: Item): StoredNotice {
  return nounOf<StoredNotice>(item, ['queuePk', 'queueSk'], noticeLifts);
}
