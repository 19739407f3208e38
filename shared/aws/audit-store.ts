/**
 * AuditEvents, in the `audit` table: append-only, functions may put and nothing else.
 *
 * | pk                        | sk                              | item       | answers |
 * | ------------------------- | ------------------------------- | ---------- | --- |
 * | `SUBJECT#record#4217/23-A` | `2026-11-22T10:00:00.000Z#Jq3k…` | AuditEvent | what was done with this subject, by whom, when? |
 *
 * There are no transactions here: an act writes `attempted` before and its outcome after, so a crash in between shows.
 */

import { createHash } from 'node:crypto';
import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { conditionally, type ItemKey, itemOf, nounOf } from './item.ts';

export type AuditStore = ReturnType<typeof createAuditStore>;

export interface AuditEvent {
  /** ISO 8601 in UTC. */
  at: string;
  /** A person's name in the system, or the function that acted: `system:match`. */
  actor: string;
  /** `record.withdrawn`, `case.opened`, `record.read`, … */
  act: string;
  subject: { kind: string; id: string };
  outcome: 'attempted' | 'done' | 'refused';
  /** What else must be known to understand the act; no identifiers in full. */
  detail?: Record<string, unknown>;
}

export function createAuditStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** An event is named by its content: the very same one appended twice stands once, and no write replaces another. */
  async function append(event: AuditEvent): Promise<void> {
    const Item = itemOf(eventKey(event), event);
    await conditionally(client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' })));
  }

  /** All acts on a subject, oldest first. */
  async function ofSubject(kind: string, id: string): Promise<AuditEvent[]> {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partitionOf({ kind, id }) },
        ConsistentRead: true,
      },
    );
    const found: AuditEvent[] = [];
    for await (const { Items = [] } of pages) found.push(...Items.map((item) => nounOf<AuditEvent>(item)));
    return found;
  }

  return { append, ofSubject };
}

function partitionOf({ kind, id }: AuditEvent['subject']): string {
  return `SUBJECT#${kind}#${id}`;
}

function eventKey(event: AuditEvent): ItemKey {
  const digest = createHash('sha256').update(JSON.stringify(event)).digest('base64url').slice(0, 22);
  return { pk: partitionOf(event.subject), sk: `${event.at}#${digest}` };
}
