/** A random sample of a table's partitions, of bounded cost: DynamoDB keeps partitions by a hash of their key, which knows nothing of what they hold. */

import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';

export interface SampleBounds {
  /** Pages read at most, of up to 1 MB or 128 read units each (eventually consistent). */
  mostPages: number;
  /** Between 0 and 1: where to begin. */
  random: () => number;
}

/** Of so many segments one is a few dozen pages in a table of a million listings, and few enough requests in an empty one. */
const totalSegments = 64;

/**
 * Yields the items of one partition after another, each partition's in the order of their sort keys: whole segments of the hash, in random
 * order, until the bounds are reached. `prefix` is what the partition keys wanted begin with; the others are read and left out.
 */
export async function* samplePartitions(
  { client, table }: { client: DynamoDBDocumentClient; table: string },
  prefix: string,
  { mostPages, random }: SampleBounds,
): AsyncGenerator<Record<string, unknown>[], undefined> {
  let pages = 0;
  for (const segment of shuffled(totalSegments, random)) {
    let partition: Record<string, unknown>[] = [];
    let after: Record<string, unknown> | undefined;
    do {
      // The partition in hand may go on over the page: it is left out.
      if (pages >= mostPages) return;
      pages += 1;
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName: table,
          Segment: segment,
          TotalSegments: totalSegments,
          FilterExpression: 'begins_with(pk, :prefix)',
          ExpressionAttributeValues: { ':prefix': prefix },
          ExclusiveStartKey: after,
        }),
      );
      for (const item of Items) {
        if (partition.length > 0 && partition[0]?.['pk'] !== item['pk']) {
          yield partition;
          partition = [];
        }
        partition.push(item);
      }
      after = LastEvaluatedKey;
    } while (after !== undefined);
    if (partition.length > 0) yield partition;
  }
}

/** 0 to `count` - 1 in random order (Fisher and Yates). */
function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}
