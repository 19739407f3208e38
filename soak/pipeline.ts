/** The real batch handlers over the soak's SQS, the embedded tables and buckets, and the demo marketplace; each invocation may die. */

import type { SQSRecord } from 'aws-lambda';
import { admit } from '../functions/admit/admit.ts';
import { match } from '../functions/match/match.ts';
import { openScan } from '../functions/open-scan/open-scan.ts';
import { readListing } from '../functions/read/read.ts';
import { announce } from '../functions/records/announce.ts';
import { captureEvidence } from '../functions/review/capture-evidence.ts';
import { scanPage } from '../functions/scan/scan.ts';
import type { EmbeddedAws } from '../local/embedded/aws.ts';
import type { Random } from '../local/sample/random.ts';
import { type BatchHandler, createBatchHandler } from '../shared/aws/batch.ts';
import { createDynamoClient, createS3Client, createSqsClient } from '../shared/aws/clients.ts';
import { createHostStore } from '../shared/aws/host-store.ts';
import { createQueueSender } from '../shared/aws/queue.ts';
import { queues } from '../shared/aws/resources.ts';
import type { StolenRecord } from '../shared/domain/stolen-record.ts';
import { matchRequestSchema, readListingSchema, reviewRequestSchema, scanPageSchema } from '../shared/messages.ts';
import { createPageFetcher } from '../shared/sources/fetch-page.ts';
import type { Source } from '../shared/sources/source.ts';
import { createPipelineParts } from '../test/support/pipeline-parts.ts';
import type { Chaos } from './chaos.ts';
import type { Clock } from './clock.ts';
import type { SoakQueue, SoakSqs } from './sqs.ts';

/** A visit, and what follows from it, take so long. */
const msOfAMessage = 40;
/** Of real time: a page that never comes must not take the soak's. */
const answerMs = 400;
const team = 'soak';

export interface PipelineOptions {
  aws: EmbeddedAws;
  sqs: SoakSqs;
  chaos: Chaos;
  clock: Clock;
  random: Random;
  sources: readonly Source[];
  /** Batches; of one host never more than one, as FIFO queues see to. */
  atOnce: number;
}

interface Batch {
  queue: SoakQueue;
  handler: BatchHandler;
  records: SQSRecord[];
}

export function createPipeline({ aws, sqs: broker, chaos, clock, random, sources, atOnce }: PipelineOptions) {
  const credentials = { accessKeyId: 'soak', secretAccessKey: 'soak' };
  const at = (service: 'DYNAMODB' | 'S3') => ({
    endpoint: aws.environment[`AWS_ENDPOINT_URL_${service}`] ?? '',
    region: 'soak',
    credentials,
  });
  const services = { aws, dynamo: createDynamoClient(at('DYNAMODB')), s3: createS3Client(at('S3')) };
  const sqs = createSqsClient({ endpoint: 'https://sqs.soak', region: 'soak', credentials, requestHandler: broker.requestHandler });
  for (const client of [services.dynamo, services.s3, sqs]) chaos.upset(client);

  const soaked = {
    scan: broker.queue('scan', queues.scan),
    read: broker.queue('read', queues.read),
    match: broker.queue('match', queues.match),
    review: broker.queue('review', queues.review),
  };
  const sender = ({ url, definition }: SoakQueue) => createQueueSender({ client: sqs, url, fifo: definition.fifo });
  const [scanQueue, readQueue, matchQueue, reviewQueue] = [
    sender(soaked.scan),
    sender(soaked.read),
    sender(soaked.match),
    sender(soaked.review),
  ];
  /** Photos and notices are not soaked. */
  const nowhere = { send: async () => {} };
  const { now } = clock;
  const hosts = createHostStore({ client: services.dynamo, table: aws.environment['LISTINGS_TABLE'] ?? '' });
  const { holdOff } = hosts;
  const fetcher = createPageFetcher({
    userAgent: 'Fencewatch soak',
    allowedPrivateNetworks: ['127.0.0.0/8'],
    now,
    sleep: async (ms) => clock.goTo(clock.ms() + ms),
    reserveVisit: hosts.reserveVisit,
    holdOff,
    random: random.next,
    limits: { timeoutMs: answerMs },
  });
  const inHand = {
    fetcher,
    now,
    holdOff,
    closed: () => {},
    scanQueue,
    readQueue,
    matchQueue,
    reviewQueue,
    seeQueue: nowhere,
    deliverQueue: nowhere,
    team,
  };
  const partsOf = new Map(
    sources.map((source) => {
      const own = createPipelineParts({ ...services, sqs }, source);
      return [
        source.id,
        {
          ...own,
          scan: { ...own.scan, ...inHand },
          read: { ...own.read, ...inHand },
          match: { ...own.match, ...inHand },
          review: { ...own.review, ...inHand },
        },
      ] as const;
    }),
  );
  const parts = (source: string) => {
    const found = partsOf.get(source);
    if (found === undefined) throw new Error(`There is no source ${source}`);
    return found;
  };
  const [first] = sources;
  if (first === undefined) throw new Error('A soak needs a source');
  const shared = parts(first.id);

  const common = { sqs, log: { debug() {}, info() {}, warn() {}, error() {} }, metrics: { add() {}, publish() {} } };
  const addressed = (queue: SoakQueue) => ({
    ...common,
    queue: queue.definition,
    queueUrl: queue.url,
    deadLetterUrl: broker.deadLetterUrl(queue),
  });
  const handlers: [SoakQueue, BatchHandler][] = [
    [
      soaked.scan,
      createBatchHandler({
        ...addressed(soaked.scan),
        schema: scanPageSchema,
        work: (page, delivery) => scanPage(page, delivery, parts(page.source).scan),
      }),
    ],
    [
      soaked.read,
      createBatchHandler({
        ...addressed(soaked.read),
        schema: readListingSchema,
        work: (listing, delivery) => readListing(listing, delivery, parts(listing.source).read),
      }),
    ],
    [
      soaked.match,
      createBatchHandler({ ...addressed(soaked.match), schema: matchRequestSchema, work: (request) => match(request, shared.match) }),
    ],
    [
      soaked.review,
      createBatchHandler({
        ...addressed(soaked.review),
        schema: reviewRequestSchema,
        work: (request, delivery) => captureEvidence(request, delivery, parts(request.source).review),
      }),
    ],
  ];

  /** Hands as many batches as may run at once, of any queues, to their handlers, and waits for all; false when nothing is ready at this moment. */
  async function work(): Promise<boolean> {
    const batches = Array.from({ length: atOnce }, nextBatch).filter((batch) => batch !== undefined);
    await Promise.all(batches.map(handOver));
    return batches.length > 0;
  }

  function nextBatch(): Batch | undefined {
    for (const [queue, handler] of random.shuffled(handlers)) {
      const records = broker.receive(queue);
      if (records.length === 0) continue;
      clock.goTo(clock.ms() + msOfAMessage * records.length);
      return { queue, handler, records };
    }
    return undefined;
  }

  /** What died answers nothing: its batch comes again when the queue's visibility ends. */
  async function handOver({ queue, handler, records }: Batch): Promise<void> {
    const answer = await chaos.invoke(() => handler({ Records: records }, { getRemainingTimeInMillis: () => 900_000 }));
    if (answer === undefined) return;
    const failed = new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    broker.finish(
      queue,
      records.map(({ messageId }) => messageId).filter((id) => !failed.has(id)),
    );
  }

  /** As EventBridge Scheduler starts a function: tried again when it dies. False when it has to be tried again. */
  async function start(work: () => Promise<unknown>): Promise<boolean> {
    try {
      return (
        (await chaos.invoke(async () => {
          await work();
          return true;
        })) === true
      );
    } catch {
      return false;
    }
  }

  return {
    queues: Object.values(soaked),
    work,
    stores: { ...shared.match, scans: shared.scan.scans, dynamo: services.dynamo },
    openScan: (source: Source, scheduledAt: string) =>
      start(() =>
        openScan(
          { source: source.id, scheduledAt },
          { ...parts(source.id).scan, pauses: parts(source.id).pauses, aheadOfTime: () => {}, source },
        ),
      ),
    admit: () => start(() => admit({ ...shared.match, placesPerDay: 100 })),
    start,
    async takeRecords(records: StolenRecord[]): Promise<void> {
      await shared.match.records.upsert(records, { id: 'soak', at: now().toISOString() });
      await announce(
        records.map(({ reference }) => reference),
        'new',
        { matchQueue },
      );
    },
    async stop(): Promise<void> {
      await fetcher.close();
      for (const client of [services.dynamo, services.s3, sqs]) client.destroy();
    },
  };
}
