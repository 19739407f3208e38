/** On AWS the tables' time to live deletes what has expired; the embedded DynamoDB has none, so one machine does it itself. */

import { DeleteCommand, type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { conditionally } from '../shared/aws/item.ts';
import { type TableDefinition, tables } from '../shared/aws/resources.ts';
import { tableName } from './embedded/aws-resources.ts';

/** Deletes every item whose time has passed, in the tables that have a time to live, and returns how many. */
export async function forgetExpired(client: DynamoDBDocumentClient, now: Date): Promise<number> {
  const second = Math.floor(now.getTime() / 1000);
  let forgotten = 0;
  for (const name of ['listings', 'identifiers'] as const) {
    const { timeToLive }: TableDefinition = tables[name];
    if (timeToLive === undefined) continue;
    const names = { '#expires': timeToLive };
    const pages = paginateScan(
      { client },
      {
        TableName: tableName(name),
        FilterExpression: '#expires < :now',
        ProjectionExpression: 'pk, sk',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ':now': second },
      },
    );
    for await (const { Items = [] } of pages) {
      for (const { pk, sk } of Items) {
        // A reading in between may have renewed it, or a Case may have claimed it.
        const gone = await conditionally(
          client.send(
            new DeleteCommand({
              TableName: tableName(name),
              Key: { pk, sk },
              ConditionExpression: '#expires < :now',
              ExpressionAttributeNames: names,
              ExpressionAttributeValues: { ':now': second },
            }),
          ),
        );
        if (gone) forgotten += 1;
      }
    }
  }
  return forgotten;
}
