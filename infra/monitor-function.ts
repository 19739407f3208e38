import { CfnElement, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type FunctionOptions, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { ConfigKey } from '../shared/aws/config.ts';
import { bundledCode, type ExtraFile, type UnbundledPackage } from './bundling.ts';
import { stageOf } from './stage.ts';

export interface MonitorFunctionProps
  extends Pick<FunctionOptions, 'deadLetterQueue' | 'environmentEncryption' | 'architecture' | 'ephemeralStorageSize' | 'recursiveLoop'> {
  /** Folder of functions/: `open-scan`. */
  folder: string;
  /** The file of that folder; `handler.ts` when left out. */
  handlerFile?: string;
  /** Packages that do not bear bundling: they go along as they are. They must need no others. */
  wholePackages?: readonly UnbundledPackage[];
  /** Packages that are left out of the bundle; `files` bring along what is needed of them. */
  externalPackages?: readonly UnbundledPackage[];
  description: string;
  timeoutSeconds: number;
  memoryMb: number;
  /** Files that the code reads beside itself. */
  files?: readonly ExtraFile[];
}

/** What may be done with a table. `sample` reads it through, whatever it holds; `append` can add and never change or read; `write-many` could delete as well, so few have it. */
export type TableAccess = 'read' | 'sample' | 'write' | 'write-many' | 'update' | 'delete' | 'append';

const actions: Record<TableAccess, string[]> = {
  read: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
  sample: ['dynamodb:Scan'],
  write: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
  'write-many': ['dynamodb:BatchWriteItem'],
  update: ['dynamodb:UpdateItem'],
  delete: ['dynamodb:DeleteItem'],
  append: ['dynamodb:PutItem'],
};

/** One Lambda of functions/, bundled like all the others. It may write its own log and nothing else until one of the methods here says so. */
export class MonitorFunction extends LambdaFunction {
  /** In a sentence without its subject: "Fetches a search page". */
  readonly does: string;
  private readonly executionRole: Role;

  constructor(scope: Construct, id: string, props: MonitorFunctionProps) {
    const {
      folder,
      handlerFile = 'handler.ts',
      timeoutSeconds,
      memoryMb,
      files = [],
      wholePackages = [],
      externalPackages = [],
      ...options
    } = props;
    const stage = stageOf(scope);
    const logGroup = new LogGroup(scope, `${id}Log`, { retention: stage.logRetention, removalPolicy: RemovalPolicy.DESTROY });
    // Its own role: the managed policy that CDK would attach may write to every log group of the account.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      architecture: Architecture.ARM_64,
      ...options,
      code: bundledCode(`functions/${folder}/${handlerFile}`, { files, whole: wholePackages, external: externalPackages }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      memorySize: memoryMb,
      timeout: Duration.seconds(timeoutSeconds),
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      environment: { NODE_OPTIONS: '--enable-source-maps', POWERTOOLS_LOG_LEVEL: stage.logLevel },
    });
    this.set('STAGE', stage.name);
    this.does = props.description;
    this.executionRole = role;
    this.answerFor(
      'Resource::*',
      'Traces are sent by xray:PutTraceSegments and xray:PutTelemetryRecords, for which IAM knows no resources; nothing else is granted on *.',
    );
  }

  set(key: ConfigKey, value: string): this {
    this.addEnvironment(key, value);
    return this;
  }

  /** Why a grant holds a wildcard, by what cdk-nag calls the finding: `Resource::*`. */
  answerFor(finding: string, reason: string): void {
    Validations.of(this.executionRole).acknowledge({ id: `AwsSolutions-IAM5[${finding}]`, reason });
  }

  /** Reads and adds in partitions of a table whose keys begin so, and in no others: for a function that strangers reach. */
  usesPartitions(key: ConfigKey, table: TableV2, accesses: readonly ('read' | 'write')[], beginnings: readonly string[]): this {
    // "All values" holds of a request that names no key, such as a scan: each of the actions below names one.
    const conditions = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': beginnings.map((beginning) => `${beginning}*`) } };
    for (const access of accesses) {
      // Of writing it is the putting of whole items alone: none is changed in part or taken away.
      const allowed = access === 'write' ? actions.append : actions.read;
      Grant.addToPrincipal({ grantee: this, actions: allowed, resourceArns: [table.tableArn], conditions });
    }
    return this.set(key, table.tableName);
  }

  /** `indexes` are named one by one: a grant on all of a table's indexes would be a wildcard. */
  uses(key: ConfigKey, table: TableV2, accesses: readonly TableAccess[], indexes: readonly string[] = []): this {
    const reach = (access: TableAccess) => (access === 'read' ? indexes.map((name) => `${table.tableArn}/index/${name}`) : []);
    for (const access of accesses) {
      Grant.addToPrincipal({ grantee: this, actions: actions[access], resourceArns: [table.tableArn, ...reach(access)] });
    }
    return this.set(key, table.tableName);
  }

  sendsTo(key: ConfigKey, queue: Queue): this {
    Grant.addToPrincipal({ grantee: this, actions: ['sqs:SendMessage'], resourceArns: [queue.queueArn] });
    return this.set(key, queue.queueUrl);
  }

  /**
   * Objects by their key, `under` a pattern of keys; none of it deletes or changes the bucket. `hold` may put objects under legal hold, and could lift it. `list` is for who may find nothing under a key: without it S3 answers
   * "forbidden" for an object that is not there (S3 API reference, GetObject, permissions).
   */
  usesBucket(key: ConfigKey, bucket: Bucket, accesses: readonly ('read' | 'write' | 'hold' | 'list')[], under = '*'): this {
    const objectActions = { read: 's3:GetObject', write: 's3:PutObject', hold: 's3:PutObjectLegalHold' };
    const onObjects = accesses.flatMap((access) => (access === 'list' ? [] : objectActions[access]));
    Grant.addToPrincipal({ grantee: this, actions: onObjects, resourceArns: [bucket.arnForObjects(under)] });
    this.answerFor(
      `Resource::<${logicalIdOf(bucket)}.Arn>/${under}`,
      'Objects of this one bucket, whose keys come from their content; the actions are named one by one.',
    );
    if (accesses.includes('list')) Grant.addToPrincipal({ grantee: this, actions: ['s3:ListBucket'], resourceArns: [bucket.bucketArn] });
    return this.set(key, bucket.bucketName);
  }
}

function logicalIdOf(bucket: Bucket): string {
  const { defaultChild } = bucket.node;
  return CfnElement.isCfnElement(defaultChild) ? Stack.of(bucket).getLogicalId(defaultChild) : '';
}
