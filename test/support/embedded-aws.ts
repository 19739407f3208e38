/** One set of embedded services for a test file, in memory, with clients that speak to it. */

import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { type EmbeddedAws, startEmbeddedAws } from '../../local/embedded/aws.ts';
import { createDynamoClient, createS3Client, createSqsClient } from '../../shared/aws/clients.ts';

export interface AwsUnderTest {
  aws: EmbeddedAws;
  dynamo: DynamoDBDocumentClient;
  sqs: SQSClient;
  s3: S3Client;
}

/** Sets the environment variables of the services for this test file. What it returns is filled before the first test runs. */
export function useEmbeddedAws(): AwsUnderTest {
  let running: AwsUnderTest | undefined;

  beforeAll(async () => {
    const aws = await startEmbeddedAws();
    Object.assign(process.env, aws.environment);
    running = { aws, dynamo: createDynamoClient(), sqs: createSqsClient(), s3: createS3Client() };
  });
  afterAll(async () => {
    running?.dynamo.destroy();
    running?.sqs.destroy();
    running?.s3.destroy();
    await running?.aws.stop();
  });

  const given = (): AwsUnderTest => {
    if (running === undefined) throw new Error('The embedded services start before the first test, not before');
    return running;
  };
  return {
    get aws() {
      return given().aws;
    },
    get dynamo() {
      return given().dynamo;
    },
    get sqs() {
      return given().sqs;
    },
    get s3() {
      return given().s3;
    },
  };
}
