/** Makes the tables, queues and buckets of shared/aws/resources.ts in the embedded services. What exists already stays, with all that is in it. */

import { CreateTableCommand, type CreateTableCommandInput, type DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import { BucketAlreadyOwnedByYou, CreateBucketCommand, type S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, GetQueueAttributesCommand, SetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import {
  type BucketName,
  buckets,
  type QueueDefinition,
  type QueueName,
  queues,
  receivesBeforeRedrive,
  type TableDefinition,
  type TableName,
  tables,
  visibilitySeconds,
} from '../../shared/aws/resources.ts';

export interface EmbeddedQueue {
  name: QueueName;
  definition: QueueDefinition;
  url: string;
  deadLetterUrl: string;
}

/** SQS keeps a message for at most 14 days. */
const longestRetentionSeconds = 14 * 24 * 3600;

export const tableNames: readonly TableName[] = entriesOf<TableName, TableDefinition>(tables).map(([name]) => name);
export const bucketNames: readonly BucketName[] = entriesOf<BucketName, object>(buckets).map(([name]) => name);

export function tableName(name: TableName): string {
  return `fencewatch-${name}`;
}

export function bucketName(name: BucketName): string {
  return `fencewatch-${name}`;
}

export async function makeTables(client: DynamoDBClient): Promise<void> {
  for (const [name, definition] of entriesOf<TableName, TableDefinition>(tables)) {
    try {
      await client.send(new CreateTableCommand(tableInput(name, definition)));
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
  }
}

/** `serviceUrl` is where the service listens now: after a restart it is another port than the one in the addresses the service remembers. */
export async function makeQueues(client: SQSClient, serviceUrl: string): Promise<EmbeddedQueue[]> {
  const made: EmbeddedQueue[] = [];
  for (const [name, definition] of entriesOf<QueueName, QueueDefinition>(queues)) {
    const deadLetterUrl = await makeQueue(`fencewatch-${name}-dead-letters`, definition.fifo);
    const url = await makeQueue(`fencewatch-${name}`, definition.fifo);
    const redrive = { deadLetterTargetArn: await arnOf(deadLetterUrl), maxReceiveCount: receivesBeforeRedrive(definition) };
    // Set rather than created with: the definition may have changed since the queue was made.
    await setAttributes(url, { VisibilityTimeout: String(visibilitySeconds(definition)), RedrivePolicy: JSON.stringify(redrive) });
    await setAttributes(deadLetterUrl, { MessageRetentionPeriod: String(longestRetentionSeconds) });
    made.push({ name, definition, url, deadLetterUrl });
  }
  return made;

  async function makeQueue(base: string, fifo: boolean): Promise<string> {
    const QueueName = fifo ? `${base}.fifo` : base;
    const Attributes = fifo ? { FifoQueue: 'true', ContentBasedDeduplication: 'true' } : {};
    const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName, Attributes }));
    if (QueueUrl === undefined) throw new Error(`SQS made ${QueueName} without an address`);
    return new URL(new URL(QueueUrl).pathname, serviceUrl).href;
  }

  async function arnOf(url: string): Promise<string | undefined> {
    const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }));
    return Attributes?.['QueueArn'];
  }

  async function setAttributes(url: string, Attributes: Record<string, string>): Promise<void> {
    await client.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes }));
  }
}

export async function makeBuckets(client: S3Client): Promise<void> {
  for (const [name] of entriesOf<BucketName, object>(buckets)) {
    try {
      await client.send(new CreateBucketCommand({ Bucket: bucketName(name) }));
    } catch (error) {
      if (!(error instanceof BucketAlreadyOwnedByYou)) throw error;
    }
  }
}

function tableInput(name: TableName, { partitionKey, sortKey, indexes }: TableDefinition): CreateTableCommandInput {
  const keyNames = new Set([partitionKey, sortKey, ...indexes.flatMap((index) => [index.partitionKey, index.sortKey])]);
  return {
    TableName: tableName(name),
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...keyNames].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keySchema(partitionKey, sortKey),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index.partitionKey, index.sortKey),
        Projection:
          index.carries === undefined ? { ProjectionType: 'ALL' } : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.carries] },
      })),
    }),
  };
}

function keySchema(partitionKey: string, sortKey: string): CreateTableCommandInput['KeySchema'] {
  return [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ];
}

/** The entries of one of the registries of resources.ts, whose keys are exactly its names. */
function entriesOf<Name extends string, Definition>(registry: Record<Name, Definition>): [Name, Definition][] {
  return Object.entries(registry) as [Name, Definition][];
}
