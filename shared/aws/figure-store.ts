/**
 * The figures of a team's desk as they were last counted, in the `cases` table.
 *
 * | pk         | sk        | item | answers |
 * | ---------- | --------- | ---- | --- |
 * | `TEAM#met` | `FIGURES` | DeskFigures | how does the desk stand? one read, however many Cases there are |
 */

import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DeskFigures } from '../domain/desk-figures.ts';
import { itemOf, nounOf } from './item.ts';

export type FigureStore = ReturnType<typeof createFigureStore>;

export function createFigureStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** A later count replaces an earlier one. */
  async function keep(team: string, figures: DeskFigures): Promise<void> {
    await client.send(new PutCommand({ TableName: table, Item: itemOf(figuresKey(team), figures) }));
  }

  /** Undefined before the first count. */
  async function ofTeam(team: string): Promise<DeskFigures | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: figuresKey(team) }));
    return Item && nounOf<DeskFigures>(Item);
  }

  return { keep, ofTeam };
}

function figuresKey(team: string) {
  return { pk: `TEAM#${team}`, sk: 'FIGURES' };
}
