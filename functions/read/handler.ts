import { createBatchHandler } from '../../shared/aws/batch.ts';
import { createDynamoClient, createS3Client, createSqsClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { Unprocessable } from '../../shared/aws/errors.ts';
import { createListingStore } from '../../shared/aws/listing-store.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createQueueSender } from '../../shared/aws/queue.ts';
import { queues } from '../../shared/aws/resources.ts';
import { createScanStore } from '../../shared/aws/scan-store.ts';
import { createTacStore } from '../../shared/aws/tac-store.ts';
import { createTacsInUse } from '../../shared/aws/tacs-in-use.ts';
import { readListingSchema } from '../../shared/messages.ts';
import { createPageVisits, visitConfigKeys } from '../../shared/page-visits.ts';
import { readListing } from './read.ts';

const config = readConfig(process.env, [...visitConfigKeys, 'REFERENCE_BUCKET', 'READ_QUEUE_URL', 'READ_DLQ_URL', 'MATCH_QUEUE_URL']);
const client = createDynamoClient();
const sqs = createSqsClient();
const { sourceNamed, fetcher, holdOff } = await createPageVisits(config, client);
const listings = createListingStore({ client, table: config.LISTINGS_TABLE });
const scans = createScanStore({ client, table: config.LISTINGS_TABLE });
const log = createLog('read');
const tacs = createTacsInUse({
  store: createTacStore({ client: createS3Client(), bucket: config.REFERENCE_BUCKET }),
  now: () => new Date(),
  log,
});
const matchQueue = createQueueSender({ client: sqs, url: config.MATCH_QUEUE_URL, fifo: false });

export const handler = createBatchHandler({
  schema: readListingSchema,
  queue: queues.read,
  queueUrl: config.READ_QUEUE_URL,
  deadLetterUrl: config.READ_DLQ_URL,
  sqs,
  log,
  async work(message, delivery) {
    const source = sourceNamed(message.source);
    if (source === undefined) throw new Unprocessable(`There is no source ${message.source} any more`);
    await readListing(message, delivery, { source, fetcher, listings, scans, tacs, matchQueue, holdOff, now: () => new Date() });
  },
});
