import { Duration } from 'aws-cdk-lib';
import { AttributeType, Billing, ProjectionType, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { type BucketName, type TableDefinition, type TableName, tables } from '../shared/aws/resources.ts';
import { termPrefix } from '../shared/domain/retention.ts';
import { AccessLogs } from './access-logs.ts';
import { type Stage, stageOf } from './stage.ts';

/** An upload holds whatever a force's system put in it, wanted or not, and the records are in the table by then. */
const DAYS_OF_UPLOADS = 30;

/** A Match keeps what it used of a survey; the survey itself is looked at when a figure of the last year is asked about. */
const DAYS_OF_SURVEYS = 400;

/** What somebody deleted or wrote over can be brought back for so long, and is then gone: without an end nothing would ever be erased. */
const DAYS_TO_BRING_BACK = 90;

interface BucketKeeping {
  /** Left out, for good and in every version. */
  daysKept?: number;
  /** What is kept so many days, told by how its key begins. */
  terms?: readonly number[];
  lockedForDays?: number;
  /** Objects may be put under legal hold. */
  takesHolds?: boolean;
}

/** The tables of shared/aws/resources.ts and the buckets. In production they outlive any deployment: deleting the stack leaves them. */
export class DataStores extends Construct {
  readonly tables: Record<TableName, TableV2>;
  readonly buckets: Record<BucketName, Bucket>;
  private readonly stage: Stage;
  private readonly accessLogs: AccessLogs;

  /** `retentionTerms`: in days, of all Sources. */
  constructor(scope: Construct, id: string, { retentionTerms }: { retentionTerms: readonly number[] }) {
    super(scope, id);
    this.stage = stageOf(this);
    this.accessLogs = new AccessLogs(this, 'AccessLogs');
    this.tables = {
      listings: this.table('Listings', tables.listings),
      identifiers: this.table('Identifiers', tables.identifiers),
      records: this.table('Records', tables.records),
      cases: this.table('Cases', tables.cases),
      audit: this.table('Audit', tables.audit),
      checks: this.table('Checks', tables.checks),
    };
    this.buckets = {
      uploads: this.bucket('Uploads', { daysKept: DAYS_OF_UPLOADS }),
      photos: this.bucket('Photos', { terms: [...new Set(retentionTerms)].sort((a, b) => a - b) }),
      evidence: this.bucket('Evidence', { takesHolds: true }),
      surveys: this.bucket('Surveys', { daysKept: DAYS_OF_SURVEYS }),
      reference: this.bucket('Reference'),
      seals: this.bucket('Seals', { lockedForDays: this.stage.daysOfSeals }),
    };
  }

  private table(id: string, { partitionKey, sortKey, indexes, timeToLive, streamed }: TableDefinition): TableV2 {
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    return new TableV2(this, id, {
      partitionKey: text(partitionKey),
      sortKey: text(sortKey),
      globalSecondaryIndexes: indexes.map((index) => ({
        indexName: index.name,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
        ...(index.carries !== undefined && { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...index.carries] }),
      })),
      ...(timeToLive !== undefined && { timeToLiveAttribute: timeToLive }),
      ...(streamed === true && { dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES }),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: this.stage.keepsData,
      removalPolicy: this.stage.removalPolicy,
    });
  }

  private bucket(id: string, { daysKept, terms = [], lockedForDays, takesHolds = false }: BucketKeeping = {}): Bucket {
    const versioned = daysKept === undefined && terms.length === 0;
    const bucket = new Bucket(this, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned,
      ...(lockedForDays !== undefined && { objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(lockedForDays)) }),
      // Object by object, and no retention: what turns out to be nothing must be erasable.
      ...(takesHolds && { objectLockEnabled: true }),
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // Neither touches a version that is locked or under legal hold.
        ...(versioned ? [{ noncurrentVersionExpiration: Duration.days(DAYS_TO_BRING_BACK), expiredObjectDeleteMarker: true }] : []),
        ...(daysKept === undefined ? [] : [{ expiration: Duration.days(daysKept) }]),
        ...terms.map((days) => ({ prefix: termPrefix(days), expiration: Duration.days(days) })),
      ],
      removalPolicy: this.stage.removalPolicy,
    });
    this.accessLogs.hearFrom(bucket, id.toLowerCase());
    return bucket;
  }
}
