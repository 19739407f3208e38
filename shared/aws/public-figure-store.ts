/**
 * The public figures as they were last rebuilt, in the `cases` table. What lies here has its small counts hidden already.
 *
 * | pk               | sk           | item | answers |
 * | ---------------- | ------------ | ---- | --- |
 * | `FIGURES#PUBLIC` | `2026-10-01` | PublicFigures | what is published of the quarter that began on this day, and which quarters there are? |
 */

import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { PublicFigures } from '../domain/figures/public-figures.ts';
import { itemOf, nounOf } from './item.ts';

export type PublicFigureStore = ReturnType<typeof createPublicFigureStore>;

const pk = 'FIGURES#PUBLIC';

export function createPublicFigureStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** Replaces what was kept of the same period. */
  async function keep(figures: PublicFigures): Promise<void> {
    await client.send(new PutCommand({ TableName: table, Item: itemOf({ pk, sk: figures.period.from }, figures) }));
  }

  /** Those of the period that began on this day. */
  async function of(from: string): Promise<PublicFigures | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk, sk: from } }));
    return Item && nounOf<PublicFigures>(Item);
  }

  /** Of every period, the newest first: four a year, a few kilobytes each. */
  async function all(): Promise<PublicFigures[]> {
    const input = {
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ScanIndexForward: false,
    };
    const found: PublicFigures[] = [];
    for await (const { Items = [] } of paginateQuery({ client }, input)) found.push(...Items.map((item) => nounOf<PublicFigures>(item)));
    return found;
  }

  return { keep, of, all };
}
