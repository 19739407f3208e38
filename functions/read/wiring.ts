import { type BatchHandler, createBatchHandler } from '../../shared/aws/batch.ts';
import { createDynamoClient, createS3Client, createSqsClient } from '../../shared/aws/clients.ts';
import type { Config } from '../../shared/aws/config.ts';
import { createListingStore } from '../../shared/aws/listing-store.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createMetrics } from '../../shared/aws/metrics.ts';
import { createQueueSender } from '../../shared/aws/queue.ts';
import { type QueueName, queues } from '../../shared/aws/resources.ts';
import { createScanStore } from '../../shared/aws/scan-store.ts';
import { createTacStore } from '../../shared/aws/tac-store.ts';
import { createTacsInUse } from '../../shared/aws/tacs-in-use.ts';
import { readListingSchema } from '../../shared/messages.ts';
import { createPageVisits, visitConfigKeys } from '../../shared/page-visits.ts';
import type { GuardedFetcher, PageFetcher } from '../../shared/sources/fetch-page.ts';
import { countedReadings } from './counted-readings.ts';
import { readListing } from './read.ts';

/** What both deployments read from their environment, beside their own queue. */
export const readConfigKeys = [...visitConfigKeys, 'REFERENCE_BUCKET', 'MATCH_QUEUE_URL', 'SEE_QUEUE_URL', 'STAGE'] as const;

export interface ReadDeployment {
  queue: Extract<QueueName, 'read' | 'read-rendered'>;
  queueUrl: string;
  deadLetterUrl: string;
  /** How pages are had, given the plain way. */
  fetcherFrom: (plain: GuardedFetcher) => PageFetcher;
}

/** The function is deployed twice, for plain pages and for those that a browser has to draw; all but the queue and the fetcher is the same. */
export async function wireRead(config: Config<(typeof readConfigKeys)[number]>, deployment: ReadDeployment): Promise<BatchHandler> {
  const client = createDynamoClient();
  const sqs = createSqsClient();
  const { sourceOf, fetcher: plain, holdOff } = await createPageVisits(config, client);
  const fetcher = deployment.fetcherFrom(plain);
  const listings = createListingStore({ client, table: config.LISTINGS_TABLE });
  const scans = createScanStore({ client, table: config.LISTINGS_TABLE });
  const log = createLog(deployment.queue);
  const metrics = createMetrics({ stage: config.STAGE });
  const now = () => new Date();
  const tacs = createTacsInUse({ store: createTacStore({ client: createS3Client(), bucket: config.REFERENCE_BUCKET }), now, log });
  const matchQueue = createQueueSender({ client: sqs, url: config.MATCH_QUEUE_URL, fifo: false });
  const seeQueue = createQueueSender({ client: sqs, url: config.SEE_QUEUE_URL, fifo: true });
  return createBatchHandler({
    schema: readListingSchema,
    queue: queues[deployment.queue],
    queueUrl: deployment.queueUrl,
    deadLetterUrl: deployment.deadLetterUrl,
    sqs,
    log,
    metrics,
    async work(message, delivery) {
      const source = sourceOf(message);
      const counted = countedReadings(scans, { source: source.id, metrics });
      await readListing(message, delivery, { source, fetcher, listings, scans: counted, tacs, matchQueue, seeQueue, holdOff, now });
    },
  });
}
