import { createBatchHandler } from '../../shared/aws/batch.ts';
import { createDynamoClient, createS3Client, createSqsClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createListingStore } from '../../shared/aws/listing-store.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createMetrics } from '../../shared/aws/metrics.ts';
import { createPhotoBucket } from '../../shared/aws/photo-bucket.ts';
import { createPhotoIndex } from '../../shared/aws/photo-index.ts';
import { createPhotoStore } from '../../shared/aws/photo-store.ts';
import { createQueueSender } from '../../shared/aws/queue.ts';
import { queues } from '../../shared/aws/resources.ts';
import { photosWantedSchema } from '../../shared/messages.ts';
import { createPageVisits, visitConfigKeys } from '../../shared/page-visits.ts';
import { renditionOf } from '../../shared/vision/photo-rendition.ts';
import { createPhotoReader, type PhotoReader } from '../../shared/vision/read-photo.ts';
import { readerTools } from '../../shared/vision/reader-tools.ts';
import { countedPhotos } from './counted-photos.ts';
import { see } from './see.ts';

const config = readConfig(process.env, [
  ...visitConfigKeys,
  'IDENTIFIERS_TABLE',
  'PHOTOS_BUCKET',
  'SEE_QUEUE_URL',
  'SEE_DLQ_URL',
  'MATCH_QUEUE_URL',
  'STAGE',
]);
const client = createDynamoClient();
const sqs = createSqsClient();
const log = createLog('see');
const metrics = createMetrics({ stage: config.STAGE });
const { sourceOf, fetcher } = await createPageVisits(config, client);
const parts = {
  ...countedPhotos({ fetcher, photos: createPhotoStore({ client, table: config.LISTINGS_TABLE }) }, metrics),
  listings: createListingStore({ client, table: config.LISTINGS_TABLE }),
  bytes: createPhotoBucket({ client: createS3Client(), bucket: config.PHOTOS_BUCKET }),
  index: createPhotoIndex({ client, table: config.IDENTIFIERS_TABLE }),
  draw: renditionOf,
  readWith: readerTools,
  matchQueue: createQueueSender({ client: sqs, url: config.MATCH_QUEUE_URL, fifo: false }),
  now: () => new Date(),
};

/** Listings show thumbnails too; on fewer points than these a label or a screen cannot be read. */
const leastPoints = 120_000;

/** Loaded with the first photo: a second and 300 MB that a function without photos does not spend. */
let loading: Promise<PhotoReader> | undefined;

async function photoReader(): Promise<PhotoReader> {
  loading ??= createPhotoReader({ leastPoints });
  const reader = await loading;
  if (reader.withoutText !== undefined) log.warn('Photos are read by their barcodes alone', { why: reader.withoutText });
  return reader;
}

export const handler = createBatchHandler({
  schema: photosWantedSchema,
  queue: queues.see,
  queueUrl: config.SEE_QUEUE_URL,
  deadLetterUrl: config.SEE_DLQ_URL,
  sqs,
  log,
  metrics,
  async work(message, delivery) {
    const source = sourceOf(message);
    const reader = await photoReader();
    await see(message, delivery, { source, read: (bytes) => reader.read(bytes), ...parts });
  },
});
