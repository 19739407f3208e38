/** A noun and the keys it is stored under, packed into one item and taken apart again, whichever version of Fencewatch wrote it. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { RetryLater } from './errors.ts';

export interface ItemKey {
  pk: string;
  sk: string;
}

export type Item = Record<string, unknown>;

/**
 * Makes of an item in one version's shape the same in the next one's. An item that has the next shape already, or a part of it, comes through as it
 * is: an update writes some attributes and leaves the version of the item as it stands.
 */
export type Lift = (item: Item) => Item;

/** Beside the keys: the version of the item's shape, `2`. Absent in version 1, and in every item of a kind that never changed. */
export const versionAttribute = 'v';

/** A deployment replaces all functions within some minutes. */
const deploymentSeconds = 300;

/** The item has a shape that this code does not know. Whatever was to be done with it comes again when the newer code is everywhere. */
export class NewerItem extends RetryLater {
  constructor({ pk, sk }: Item, { version, known }: { version: number; known: number }) {
    const kind = String(sk).split('#', 1)[0];
    const where = `An item ${String(pk).split('#', 1)[0]}/${kind}`;
    super(`${where} is of version ${version}, and this version of Fencewatch knows it up to ${known}: a newer one wrote it`, {
      afterSeconds: deploymentSeconds,
    });
  }
}

/** `{ pk, sk, …noun }`; a field of the noun named like a key would be lost, and none is. `lifts` are those of its kind: it is of the version after the last. */
export function itemOf(key: ItemKey, noun: object, lifts: readonly Lift[] = []): ItemKey & Item {
  return { ...noun, ...key, ...(lifts.length > 0 && { [versionAttribute]: lifts.length + 1 }) };
}

/**
 * The noun inside an item: the item without its keys and without what the store keeps beside it, in today's shape.
 * Only for items that the same store wrote with `itemOf`, in this version or a former one: the type is the writer's promise, not checked again.
 *
 * `lifts` are those of its kind, from version 1 to 2 first. Throws NewerItem for one that a newer version wrote: as every change of a whole item
 * begins with reading it, older code overwrites none.
 */
export function nounOf<Noun>(item: Item, beside: readonly string[] = [], lifts: readonly Lift[] = []): Noun {
  const version = Number(item[versionAttribute] ?? 1);
  const known = lifts.length + 1;
  if (!(version <= known)) throw new NewerItem(item, { version, known });
  const noun = lifts.slice(version - 1).reduce((older, lift) => lift(older), { ...item });
  for (const name of ['pk', 'sk', versionAttribute, ...beside]) delete noun[name];
  return noun as Noun;
}

/** True when a conditional write found the item in another state than it demands; anything else is thrown on. */
export function isConditionFailure(error: unknown): boolean {
  return error instanceof ConditionalCheckFailedException;
}

/** Runs a conditional write: true when it was made, false when its condition did not hold. */
export async function conditionally(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}
