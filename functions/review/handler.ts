import { createAuditStore } from '../../shared/aws/audit-store.ts';
import { createBatchHandler } from '../../shared/aws/batch.ts';
import { createCaptureArchive } from '../../shared/aws/capture-archive.ts';
import { createCaseStore } from '../../shared/aws/case-store.ts';
import { createDynamoClient, createS3Client, createSqsClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createEvidenceBucket } from '../../shared/aws/evidence-bucket.ts';
import { createListingStore } from '../../shared/aws/listing-store.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createMetrics } from '../../shared/aws/metrics.ts';
import { createPhotoBucket } from '../../shared/aws/photo-bucket.ts';
import { createQueueSender } from '../../shared/aws/queue.ts';
import { queues } from '../../shared/aws/resources.ts';
import { reviewRequestSchema } from '../../shared/messages.ts';
import { createPageVisits, visitConfigKeys } from '../../shared/page-visits.ts';
import { launchChromium } from '../../shared/sources/browser.ts';
import { createPageDrawing } from '../../shared/sources/page-drawing.ts';
import { createTimestamps } from '../../shared/timestamps.ts';
import { version, warcioVersion } from '../../shared/version.ts';
import { captureEvidence } from './capture-evidence.ts';

const config = readConfig(process.env, [
  ...visitConfigKeys,
  ...([
    'CASES_TABLE',
    'AUDIT_TABLE',
    'EVIDENCE_BUCKET',
    'PHOTOS_BUCKET',
    'REVIEW_QUEUE_URL',
    'REVIEW_DLQ_URL',
    'TIMESTAMP_AUTHORITIES',
    'SCREENSHOTS',
    'CHROMIUM_FILES',
    'STAGE',
  ] as const),
]);
const client = createDynamoClient();
const sqs = createSqsClient();
const { sourceOf, fetcher, userAgent } = await createPageVisits(config, client);
const s3 = createS3Client();
const evidence = createEvidenceBucket({ client: s3, bucket: config.EVIDENCE_BUCKET });
const parts = {
  fetcher,
  cases: createCaseStore({ client, table: config.CASES_TABLE }),
  listings: createListingStore({ client, table: config.LISTINGS_TABLE }),
  photos: createPhotoBucket({ client: s3, bucket: config.PHOTOS_BUCKET }),
  captures: createCaptureArchive({ client, table: config.CASES_TABLE, evidence }),
  audit: createAuditStore({ client, table: config.AUDIT_TABLE }),
  reviewQueue: createQueueSender({ client: sqs, url: config.REVIEW_QUEUE_URL, fifo: true }),
  capturer: {
    userAgent,
    ...(config.SCREENSHOTS === 'on' && {
      draw: createPageDrawing({ fetcher, launch: () => launchChromium(config.CHROMIUM_FILES || undefined) }).draw,
    }),
    timestamps: createTimestamps({
      addresses: config.TIMESTAMP_AUTHORITIES,
      userAgent,
      allowedPrivateNetworks: config.ALLOWED_PRIVATE_NETWORKS,
    }),
    tools: { fencewatch: version, node: process.version, warcio: warcioVersion },
  },
  now: () => new Date(),
};

export const handler = createBatchHandler({
  schema: reviewRequestSchema,
  queue: queues.review,
  queueUrl: config.REVIEW_QUEUE_URL,
  deadLetterUrl: config.REVIEW_DLQ_URL,
  sqs,
  log: createLog('review'),
  metrics: createMetrics({ stage: config.STAGE }),
  async work(message, delivery) {
    const source = sourceOf(message);
    return captureEvidence(message, delivery, { source, ...parts });
  },
});
