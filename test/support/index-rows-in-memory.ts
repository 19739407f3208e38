/** The rows of the index without a table: what the contract of the identifier store holds for on DynamoDB holds for it here. */

import type { IndexRows } from '../../shared/aws/index-rows.ts';
import type { ItemKey } from '../../shared/aws/item.ts';

type Row = ItemKey & Record<string, unknown>;

export function createIndexRowsInMemory(): IndexRows & { size(): number } {
  const partitions = new Map<string, Map<string, Row>>();
  /** Sort keys in order, of partitions that were read. */
  const sorted = new Map<string, string[]>();

  function put(row: Row): void {
    const rows = partitions.get(row.pk) ?? new Map<string, Row>();
    partitions.set(row.pk, rows);
    const keys = sorted.get(row.pk);
    if (keys && !rows.has(row.sk)) keys.splice(placeOf(keys, row.sk), 0, row.sk);
    rows.set(row.sk, row);
  }
  function keysOf(pk: string): string[] {
    const keys = sorted.get(pk) ?? [...(partitions.get(pk)?.keys() ?? [])].sort();
    sorted.set(pk, keys);
    return keys;
  }

  return {
    async putNewer(rows) {
      for (const row of rows) {
        const standing = partitions.get(row.pk)?.get(row.sk);
        if (Number(standing?.['revision'] ?? 0) <= row.revision) put(row);
      }
    },
    async putAll(rows) {
      for (const row of rows) put(row);
    },
    async put(row) {
      put(row);
    },
    async deleteAll(keys) {
      for (const { pk, sk } of keys) if (partitions.get(pk)?.delete(sk)) sorted.delete(pk);
    },
    async getAll(keys) {
      return keys.flatMap(({ pk, sk }) => partitions.get(pk)?.get(sk) ?? []);
    },
    async read({ pk, from, to }, { limit, descending }) {
      const all = keysOf(pk);
      const [first, end] = [placeOf(all, from), placeOf(all, `${to}\u0000`)];
      const keys = descending ? all.slice(Math.max(first, end - limit), end).reverse() : all.slice(first, Math.min(end, first + limit));
      return { rows: keys.flatMap((sk) => partitions.get(pk)?.get(sk) ?? []), truncated: end - first > limit };
    },
    size: () => [...partitions.values()].reduce((sum, rows) => sum + rows.size, 0),
  };
}

/** Where a key stands, or would stand, among sorted ones. */
function placeOf(sorted: readonly string[], key: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
