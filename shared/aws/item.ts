/** A noun and the keys it is stored under, packed into one item and taken apart again. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

export interface ItemKey {
  pk: string;
  sk: string;
}

/** `{ pk, sk, …noun }`; a field of the noun named like a key would be lost, and none is. */
export function itemOf(key: ItemKey, noun: object): ItemKey & Record<string, unknown> {
  return { ...noun, ...key };
}

/**
 * The noun inside an item: the item without its keys and without what the store keeps beside it.
 * Only for items that the same store wrote with `itemOf`: the type is the writer's promise, not checked again.
 */
export function nounOf<Noun>(item: Record<string, unknown>, beside: readonly string[] = []): Noun {
  const noun = { ...item };
  for (const name of ['pk', 'sk', ...beside]) delete noun[name];
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
