/**
 * AuditEvents, in the `audit` table: append-only, functions may put and nothing else; the console and the seal may also read.
 *
 * | pk                        | sk                              | item     | index and its key | answers |
 * | ------------------------- | ------------------------------- | -------- | ----------------- | --- |
 * | `SUBJECT#record#4217/23-A` | `2026-11-22T10:00:00.000Z#Jq3k…` | AuditRow | –                 | what was done with this subject, by whom, when? |
 * |                           |                                 |          | `by-actor`: `ACTOR#ama-osei#3`, sk | what did this person do? |
 * |                           |                                 |          | `by-day`: `DAY#2026-11-22#3`, sk | what was done in this period? |
 *
 * There are no transactions here: an act writes `attempted` before and its outcome after, so a crash in between shows. Each row is tied to the
 * one before it of the same chain, so that a row that was changed or taken away shows too (docs/decisions/0018).
 */

import { randomBytes } from 'node:crypto';
import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { type AuditEvent, type AuditRow, CHAIN_START, type ChainLink, chained, positionOf } from '../domain/audit-event.ts';
import { conditionally, type ItemKey, itemOf, nounOf } from './item.ts';

export type AuditStore = ReturnType<typeof createAuditStore>;

/** Partitions among which the rows of an actor or a day are spread: an import writes 100,000 of them in minutes, and a partition takes 1,000 a second. */
export const SHARDS = 8;
const besideRow = ['actorPk', 'dayPk'];
const besideEvent = [...besideRow, 'chain', 'number', 'previous', 'hash'];

export function createAuditStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** Chains whose last write is known to be made, so that the next row may follow it. */
  const idle: ChainLink[] = [];

  /**
   * An event is named by its content: the very same one appended twice stands once, and no write replaces another.
   *
   * Many may append at once and none waits for another: a row goes to a chain on which no write is under way, or begins a chain of its own.
   * A chain whose write failed, or may have been made by an earlier try, is left for good, so it never has a gap.
   */
  async function append(event: AuditEvent): Promise<void> {
    const link = idle.pop() ?? { chain: randomBytes(12).toString('base64url'), number: 1, previous: CHAIN_START };
    const row = chained(event, link);
    const key = auditKey(event);
    const Item = { ...itemOf(key, row), ...indexKeys(event, key) };
    const written = await conditionally(
      client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' })),
    );
    if (written) idle.push({ chain: link.chain, number: link.number + 1, previous: row.hash });
  }

  /** All acts on a subject, oldest first. */
  async function ofSubject(kind: string, id: string): Promise<AuditEvent[]> {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': subjectPartition({ kind, id }) },
        ConsistentRead: true,
      },
    );
    const found: AuditEvent[] = [];
    for await (const { Items = [] } of pages) found.push(...Items.map((item) => nounOf<AuditEvent>(item, besideEvent)));
    return found;
  }

  return { append, ofSubject };
}

export function subjectPartition({ kind, id }: AuditEvent['subject']): string {
  return `SUBJECT#${kind}#${id}`;
}

export function actorPartition(actor: string, shard: number): string {
  return `ACTOR#${actor}#${shard}`;
}

/** `day`: `2026-11-22`. */
export function dayPartition(day: string, shard: number): string {
  return `DAY#${day}#${shard}`;
}

export function auditRowOf(item: Record<string, unknown>): AuditRow {
  return nounOf<AuditRow>(item, besideRow);
}

export function auditKey(event: AuditEvent): ItemKey {
  return { pk: subjectPartition(event.subject), sk: positionOf(event) };
}

function indexKeys({ at, actor }: AuditEvent, { sk }: ItemKey) {
  const shard = (sk.codePointAt(sk.length - 1) ?? 0) % SHARDS;
  return { actorPk: actorPartition(actor, shard), dayPk: dayPartition(at.slice(0, 10), shard) };
}
