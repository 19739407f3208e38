import { createBatchHandler } from '../../shared/aws/batch.ts';
import { createDynamoClient, createSqsClient } from '../../shared/aws/clients.ts';
import { reportClosedScan } from '../../shared/aws/closed-scan.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createListingStore } from '../../shared/aws/listing-store.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createMetrics } from '../../shared/aws/metrics.ts';
import { createQueueSender } from '../../shared/aws/queue.ts';
import { queues } from '../../shared/aws/resources.ts';
import { createScanStore } from '../../shared/aws/scan-store.ts';
import { scanPageSchema } from '../../shared/messages.ts';
import { createPageVisits, visitConfigKeys } from '../../shared/page-visits.ts';
import { scanPage } from './scan.ts';

const config = readConfig(process.env, [
  ...visitConfigKeys,
  'SCAN_QUEUE_URL',
  'SCAN_DLQ_URL',
  'READ_QUEUE_URL',
  'READ_RENDERED_QUEUE_URL',
  'STAGE',
]);
const client = createDynamoClient();
const sqs = createSqsClient();
const { sourceOf, fetcher, holdOff } = await createPageVisits(config, client);
const scans = createScanStore({ client, table: config.LISTINGS_TABLE });
const listings = createListingStore({ client, table: config.LISTINGS_TABLE });
const scanQueue = createQueueSender({ client: sqs, url: config.SCAN_QUEUE_URL, fifo: true });
const plainQueue = createQueueSender({ client: sqs, url: config.READ_QUEUE_URL, fifo: true });
const renderedQueue = createQueueSender({ client: sqs, url: config.READ_RENDERED_QUEUE_URL, fifo: true });

const log = createLog('scan');
const metrics = createMetrics({ stage: config.STAGE });

export const handler = createBatchHandler({
  schema: scanPageSchema,
  queue: queues.scan,
  queueUrl: config.SCAN_QUEUE_URL,
  deadLetterUrl: config.SCAN_DLQ_URL,
  sqs,
  log,
  metrics,
  async work(message, delivery) {
    const source = sourceOf(message);
    await scanPage(message, delivery, {
      source,
      fetcher,
      scans,
      listings,
      scanQueue,
      readQueue: source.pages.how === 'rendered' ? renderedQueue : plainQueue,
      holdOff,
      closed: (scan) => reportClosedScan(scan, { log, metrics }),
      now: () => new Date(),
    });
  },
});
