/** On AWS the tables' time to live deletes what has expired; the embedded DynamoDB has none, so one machine does it itself. */

import { DeleteObjectsCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { DeleteCommand, type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { conditionally } from '../shared/aws/item.ts';
import { type TableDefinition, tables } from '../shared/aws/resources.ts';
import { termOf } from '../shared/domain/retention.ts';
import { bucketName, tableName } from './embedded/aws-resources.ts';

/** Deletes every item whose time has passed, in the tables that have a time to live, and returns how many. */
export async function forgetExpired(client: DynamoDBDocumentClient, now: Date): Promise<number> {
  const second = Math.floor(now.getTime() / 1000);
  let forgotten = 0;
  for (const name of ['listings', 'identifiers', 'checks'] as const) {
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

/** On AWS the bucket's own rules delete photos by the term that their key begins with. Returns how many objects went. */
export async function forgetPhotos(client: S3Client, now: Date): Promise<number> {
  const Bucket = bucketName('photos');
  let forgotten = 0;
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket })) {
    const late = Contents.filter(({ Key = '', LastModified }) => {
      const days = termOf(Key);
      return days !== undefined && LastModified !== undefined && now.getTime() - LastModified.getTime() > days * 86_400_000;
    });
    if (late.length === 0) continue;
    await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: late.map(({ Key }) => ({ Key })) } }));
    forgotten += late.length;
  }
  return forgotten;
}
