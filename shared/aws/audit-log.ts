/** Reads the `audit` table back, for auditors and for the seal; how it is keyed stands in audit-store.ts. */

import { type DynamoDBDocumentClient, paginateQuery, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { AuditEvent, AuditRow } from '../domain/audit-event.ts';
import { nextDay } from '../domain/audit-seal.ts';
import { actorPartition, auditRowOf, dayPartition, SHARDS, subjectPartition } from './audit-store.ts';

export type AuditLog = ReturnType<typeof createAuditLog>;

export interface AuditPeriod {
  /** Days in UTC, both included: `2026-11-22`. */
  from: string;
  to: string;
}

/** Without an actor and a subject: everything of the period. */
export interface AuditQuestion extends AuditPeriod {
  actor?: string;
  subject?: AuditEvent['subject'];
  /** Where the page before ended, as `positionOf` gave it; rows beyond it follow. */
  after?: string;
}

type Order = 'oldest-first' | 'newest-first';

const PAGE = 250;

export function createAuditLog({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** Rows by time, read as far as they are taken: whoever wants fifty stops after fifty. */
  async function* rows(question: AuditQuestion, order: Order): AsyncGenerator<AuditRow> {
    for await (const { row, position } of placed(question, order)) if (position !== question.after) yield row;
  }

  async function* placed(question: AuditQuestion, order: Order): AsyncGenerator<PlacedRow> {
    const { actor, subject } = question;
    const within = rangeOf(question, order);
    if (subject !== undefined) {
      const about = partition(undefined, subjectPartition(subject), within, order);
      for await (const each of about) if (actor === undefined || each.row.actor === actor) yield each;
    } else if (actor !== undefined) {
      yield* merged(
        everyShard((shard) => partition('by-actor', actorPartition(actor, shard), within, order)),
        order,
      );
    } else {
      for (const day of daysOf(within, order)) {
        yield* merged(
          everyShard((shard) => partition('by-day', dayPartition(day, shard), within, order)),
          order,
        );
      }
    }
  }

  async function* partition(
    index: 'by-actor' | 'by-day' | undefined,
    value: string,
    { low, high }: Range,
    order: Order,
  ): AsyncGenerator<PlacedRow> {
    const name = index === undefined ? 'pk' : index === 'by-actor' ? 'actorPk' : 'dayPk';
    const input: QueryCommandInput = {
      TableName: table,
      ...(index !== undefined && { IndexName: index }),
      KeyConditionExpression: '#partition = :value AND sk BETWEEN :low AND :high',
      ExpressionAttributeNames: { '#partition': name },
      ExpressionAttributeValues: { ':value': value, ':low': low, ':high': high },
      ScanIndexForward: order === 'oldest-first',
      Limit: PAGE,
    };
    for await (const { Items = [] } of paginateQuery({ client }, input)) yield* Items.map(placedRowOf);
  }

  return { rows };
}

interface PlacedRow {
  row: AuditRow;
  position: string;
}

function placedRowOf(item: Record<string, unknown>): PlacedRow {
  return { row: auditRowOf(item), position: String(item['sk']) };
}

/** Both bounds included; days sort as the positions that begin with them. */
interface Range {
  low: string;
  high: string;
}

function rangeOf({ from, to, after }: AuditQuestion, order: Order): Range {
  // `U` follows `T`: every moment of the last day lies before it.
  const [low, high] = [`${from}T`, `${to}U`];
  if (after === undefined) return { low, high };
  return order === 'oldest-first' ? { low: after < low ? low : after, high } : { low, high: after > high ? high : after };
}

function daysOf({ low, high }: Range, order: Order): string[] {
  const days: string[] = [];
  const end = high.slice(0, 10);
  for (let day = low.slice(0, 10); day <= end; day = nextDay(day)) days.push(day);
  return order === 'oldest-first' ? days : days.reverse();
}

function everyShard<Value>(of: (shard: number) => Value): Value[] {
  return Array.from({ length: SHARDS }, (_, shard) => of(shard));
}

const ended: IteratorResult<PlacedRow> = { done: true, value: undefined };

/** Lists that are each in order become one list in order. */
async function* merged(lists: AsyncGenerator<PlacedRow>[], order: Order): AsyncGenerator<PlacedRow> {
  const heads = await Promise.all(lists.map((list) => list.next()));
  for (;;) {
    const [first] = heads
      .flatMap(({ done, value }, index) => (done === true ? [] : [{ placed: value, index }]))
      .sort((a, b) => (a.placed.position < b.placed.position === (order === 'oldest-first') ? -1 : 1));
    if (first === undefined) return;
    yield first.placed;
    heads[first.index] = await (lists[first.index]?.next() ?? ended);
  }
}
