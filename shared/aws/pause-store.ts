/**
 * Sources that are left alone by a person's word, in the `listings` table.
 *
 * | pk               | sk      | item  | answers |
 * | ---------------- | ------- | ----- | --- |
 * | `SOURCE#gumtree` | `PAUSE` | Pause | may a schedule open a Scan of this Source? |
 */

import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Pause } from '../domain/pause.ts';
import { itemOf } from './item.ts';

export type PauseStore = ReturnType<typeof createPauseStore>;

/** On AWS an operator may write the row by hand (docs/operating.md). */
const pauseSchema = z.object({
  source: z.string(),
  since: z.iso.datetime(),
  reason: z.string().min(1),
  by: z.string().min(1),
  until: z.iso.datetime().exactOptional(),
});

const unknownTime = new Date(0).toISOString();

export function createPauseStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /**
   * The Pause last asked for, in force or past. A row that cannot be read counts as one that somebody must end, with what is wrong as its
   * reason: what a person paused is not scanned for a slip of the pen, and pages that show it do not fail.
   */
  async function of(source: string): Promise<Pause | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(source), ConsistentRead: true }));
    if (Item === undefined) return undefined;
    const read = pauseSchema.safeParse(Item);
    if (read.success) return read.data;
    return { source, since: unknownTime, by: 'nobody named', reason: `Its row cannot be read: ${z.prettifyError(read.error)}.` };
  }

  /** In place of the one before. */
  async function put(pause: Pause): Promise<void> {
    await client.send(new PutCommand({ TableName: table, Item: itemOf(keyOf(pause.source), pause) }));
  }

  /** Without a Pause nothing happens. */
  async function remove(source: string): Promise<void> {
    await client.send(new DeleteCommand({ TableName: table, Key: keyOf(source) }));
  }

  return { of, put, remove };
}

function keyOf(source: string) {
  return { pk: `SOURCE#${source}`, sk: 'PAUSE' };
}
