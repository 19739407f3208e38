/**
 * What stood on photos, by their content, in the `listings` table: sellers and platforms show the same bytes many times.
 *
 * | pk               | sk      | item | answers |
 * | ---------------- | ------- | ---- | --- |
 * | `PHOTO#9f86d081…` | `READER#1` | a SeenPhoto without its address | was this photo read already, and what stands on it? |
 */

import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SeenPhoto } from '../domain/seen-photo.ts';
import { itemOf, nounOf } from './item.ts';

export type PhotoStore = ReturnType<typeof createPhotoStore>;

export function createPhotoStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /** By the SHA-256 of the bytes; a reader of another make has none of the readings before it. */
  async function get(sha256: string): Promise<Omit<SeenPhoto, 'url'> | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(sha256) }));
    return Item && nounOf<Omit<SeenPhoto, 'url'>>(Item, ['expiresAt']);
  }

  async function put(sha256: string, photo: Omit<SeenPhoto, 'url'>, expiresAt: number): Promise<void> {
    await client.send(new PutCommand({ TableName: table, Item: itemOf(keyOf(sha256), { ...photo, expiresAt }) }));
  }

  return { get, put };
}

/** Counted up when photos are read differently: what was read before is then read again. */
const READER = 2;

function keyOf(sha256: string) {
  return { pk: `PHOTO#${sha256}`, sk: `READER#${READER}` };
}
