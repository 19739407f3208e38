/**
 * Decisions as the figures count them, in the `cases` table.
 *
 * | pk         | sk                                            | item | answers |
 * | ---------- | --------------------------------------------- | ---- | --- |
 * | `TEAM#met` | `DECIDED#2026-W47#2026-11-22T14:05:00Z#k3Yb…` | DecisionRow | what was decided in a week, how fast, in agreement with what? |
 */

import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { type DecisionRow, weekOf } from '../domain/quality.ts';
import { type ItemKey, itemOf, nounOf } from './item.ts';

export type DecisionLog = ReturnType<typeof createDecisionLog>;

export function createDecisionLog({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** The same row with `undone` replaces the one before. */
  async function note(row: DecisionRow): Promise<void> {
    await client.send(new PutCommand({ TableName: table, Item: itemOf(rowKey(row), row) }));
  }

  /** Of a week as `weekOf` names it, oldest first. */
  async function ofWeek(team: string, week: string): Promise<DecisionRow[]> {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :team AND begins_with(sk, :week)',
        ExpressionAttributeValues: { ':team': `TEAM#${team}`, ':week': `DECIDED#${week}#` },
      },
    );
    const found: DecisionRow[] = [];
    for await (const { Items = [] } of pages) found.push(...Items.map((item) => nounOf<DecisionRow>(item)));
    return found;
  }

  return { note, ofWeek };
}

function rowKey({ team, at, caseId }: DecisionRow): ItemKey {
  return { pk: `TEAM#${team}`, sk: `DECIDED#${weekOf(new Date(at))}#${at}#${caseId}` };
}
