import { createAnswerStore } from '../shared/aws/answer-store.ts';
import { createAuditLog } from '../shared/aws/audit-log.ts';
import { createAuditStore } from '../shared/aws/audit-store.ts';
import { createBasisArchive } from '../shared/aws/basis-archive.ts';
import { createCaptureArchive } from '../shared/aws/capture-archive.ts';
import { createCaseStore } from '../shared/aws/case-store.ts';
import { createCheckClientStore } from '../shared/aws/check-client-store.ts';
import { createDynamoClient, createS3Client, createSqsClient } from '../shared/aws/clients.ts';
import { readConfig } from '../shared/aws/config.ts';
import { createEscalationStore } from '../shared/aws/escalation-store.ts';
import { createEvidenceBucket } from '../shared/aws/evidence-bucket.ts';
import { createHostStore } from '../shared/aws/host-store.ts';
import { createLinkStore } from '../shared/aws/link-store.ts';
import { createListingStore } from '../shared/aws/listing-store.ts';
import { createNoticeStore } from '../shared/aws/notice-store.ts';
import { createPauseStore } from '../shared/aws/pause-store.ts';
import { createQueueSender } from '../shared/aws/queue.ts';
import { allQueueAddressKeys, queueAddresses } from '../shared/aws/queue-addresses.ts';
import { createRecordStore } from '../shared/aws/record-store.ts';
import { queues } from '../shared/aws/resources.ts';
import { createScanStore } from '../shared/aws/scan-store.ts';
import { createSealBucket } from '../shared/aws/seal-bucket.ts';
import { createTacStore } from '../shared/aws/tac-store.ts';
import { createUploadsBucket } from '../shared/aws/uploads-bucket.ts';
import { createVerificationStore } from '../shared/aws/verification-store.ts';
import { createVictimUpdateStore } from '../shared/aws/victim-update-store.ts';

export type Stores = ReturnType<typeof openStores>;

/** What the commands look at and put work into, found by an environment rather than by the process's own: several may be open at once. */
export function openStores(environment: Record<string, string>) {
  const config = readConfig(environment, [
    ...([
      'LISTINGS_TABLE',
      'IDENTIFIERS_TABLE',
      'IDENTIFIER_KEY',
      'RECORDS_TABLE',
      'CASES_TABLE',
      'AUDIT_TABLE',
      'CHECKS_TABLE',
      'UPLOADS_BUCKET',
      'EVIDENCE_BUCKET',
      'REFERENCE_BUCKET',
      'SEALS_BUCKET',
      'TEAM',
    ] as const),
    ...allQueueAddressKeys,
  ]);
  const at = (service: 'DYNAMODB' | 'SQS' | 'S3') => ({
    endpoint: environment[`AWS_ENDPOINT_URL_${service}`] ?? '',
    region: environment['AWS_REGION'] ?? '',
    credentials: { accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '' },
  });
  const client = createDynamoClient(at('DYNAMODB'));
  const sqs = createSqsClient(at('SQS'));
  const s3 = createS3Client(at('S3'));
  const evidence = createEvidenceBucket({ client: s3, bucket: config.EVIDENCE_BUCKET });
  return {
    team: config.TEAM,
    dynamo: client,
    sqs,
    s3,
    queues: queueAddresses(config),
    audit: createAuditStore({ client, table: config.AUDIT_TABLE }),
    auditLog: createAuditLog({ client, table: config.AUDIT_TABLE }),
    checkClients: createCheckClientStore({ client, table: config.CHECKS_TABLE }),
    seals: createSealBucket({ client: s3, bucket: config.SEALS_BUCKET }),
    cases: createCaseStore({ client, table: config.CASES_TABLE }),
    links: createLinkStore({
      client,
      listingsTable: config.LISTINGS_TABLE,
      identifiersTable: config.IDENTIFIERS_TABLE,
      key: config.IDENTIFIER_KEY,
    }),
    listings: createListingStore({ client, table: config.LISTINGS_TABLE }),
    records: createRecordStore({ client, table: config.RECORDS_TABLE }),
    pauses: createPauseStore({ client, table: config.LISTINGS_TABLE }),
    scans: createScanStore({ client, table: config.LISTINGS_TABLE }),
    hosts: createHostStore({ client, table: config.LISTINGS_TABLE }),
    bases: createBasisArchive({ evidence }),
    captures: createCaptureArchive({ client, table: config.CASES_TABLE, evidence }),
    verifications: createVerificationStore({ client, table: config.CASES_TABLE }),
    escalations: createEscalationStore({ client, table: config.CASES_TABLE }),
    notices: createNoticeStore({ client, table: config.CASES_TABLE }),
    answers: createAnswerStore({ client, table: config.CASES_TABLE }),
    victimUpdates: createVictimUpdateStore({ client, table: config.CASES_TABLE }),
    tacs: createTacStore({ client: s3, bucket: config.REFERENCE_BUCKET }),
    uploads: createUploadsBucket({ client: s3, bucket: config.UPLOADS_BUCKET }),
    recordsQueue: createQueueSender({ client: sqs, url: config.RECORDS_QUEUE_URL, fifo: queues.records.fifo }),
    reviewQueue: createQueueSender({ client: sqs, url: config.REVIEW_QUEUE_URL, fifo: queues.review.fifo }),
  };
}
