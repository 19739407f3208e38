import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { stageOf } from './stage.ts';

/** Long enough for a question about a case to come up. */
const DAYS_KEPT = 400;

/** Who read or wrote which object of the other buckets: server access logs, each bucket's in a folder of its own. */
export class AccessLogs extends Bucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [{ expiration: Duration.days(DAYS_KEPT) }],
      removalPolicy: stageOf(scope).removalPolicy,
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'It takes the access logs of the other buckets; logging its own would log each delivery without end.',
    });
  }

  /** By hand: under exactOptionalPropertyTypes a Bucket is no IBucket, which `serverAccessLogsBucket` asks for. */
  hearFrom(bucket: Bucket, folder: string): void {
    const { defaultChild } = bucket.node;
    if (!(defaultChild instanceof CfnBucket)) throw new Error(`${bucket.node.path} holds no bucket of CloudFormation`);
    defaultChild.loggingConfiguration = { destinationBucketName: this.bucketName, logFilePrefix: `${folder}/` };
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.arnForObjects(`${folder}/*`)],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account }, ArnLike: { 'aws:SourceArn': bucket.bucketArn } },
      }),
    );
  }
}
