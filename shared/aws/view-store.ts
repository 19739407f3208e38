/**
 * The questions to the queue that a person keeps, in the `cases` table.
 *
 * | pk            | sk      | item | answers |
 * | ------------- | ------- | ---- | --- |
 * | `PERSON#osei` | `VIEWS` | `{ views }` | which views did this person save? |
 */

import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { itemOf } from './item.ts';

export interface SavedView {
  name: string;
  /** The question as it stands in an address: `state=ready&source=gumtree`. */
  query: string;
}

export type ViewStore = ReturnType<typeof createViewStore>;

const viewsSchema = z.object({ views: z.array(z.object({ name: z.string(), query: z.string() })) });

export function createViewStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  async function ofPerson(id: string): Promise<SavedView[]> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: viewsKey(id), ConsistentRead: true }));
    return Item === undefined ? [] : viewsSchema.parse(Item).views;
  }

  /** All of them at once: they are few, and one's own. */
  async function keep(id: string, views: readonly SavedView[]): Promise<void> {
    await client.send(new PutCommand({ TableName: table, Item: itemOf(viewsKey(id), { views: [...views] }) }));
  }

  return { ofPerson, keep };
}

function viewsKey(id: string) {
  return { pk: `PERSON#${id}`, sk: 'VIEWS' };
}
