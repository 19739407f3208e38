/** Where the next page of a list begins, as text that may stand in a page's address. */

import * as z from 'zod';

const keySchema = z.record(z.string(), z.string());

/** Opaque to its holder; undefined when the list has ended. */
export function cursorAfter(lastKey: Record<string, unknown> | undefined): string | undefined {
  return lastKey && Buffer.from(JSON.stringify(lastKey)).toString('base64url');
}

/**
 * The key that a cursor stands for, or undefined for one that is not ours: it comes back from an address that anyone may edit,
 * and the worst a foreign one can do is to show the first page. `partition` is the one the list is in, `names` all attributes of its keys.
 */
export function keyOfCursor(
  cursor: string | undefined,
  { partition, names }: { partition: { attribute: string; value: string }; names: readonly string[] },
): Record<string, string> | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key = keySchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    const complete = Object.keys(key).length === names.length && names.every((name) => key[name]);
    return complete && key[partition.attribute] === partition.value ? key : undefined;
  } catch {
    return undefined;
  }
}
