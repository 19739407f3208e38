/** What one listing, one case and one removal use, by the real work functions on embedded services. */

import { randomBytes } from 'node:crypto';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { deliverNotice } from '../../functions/deliver/deliver.ts';
import { match } from '../../functions/match/match.ts';
import { notify } from '../../functions/notify/notify.ts';
import { openScan } from '../../functions/open-scan/open-scan.ts';
import { readListing } from '../../functions/read/read.ts';
import { captureEvidence } from '../../functions/review/capture-evidence.ts';
import { scanPage } from '../../functions/scan/scan.ts';
import { verify } from '../../functions/verify/verify.ts';
import { startEmbeddedAws } from '../../local/embedded/aws.ts';
import { tableName } from '../../local/embedded/aws-resources.ts';
import { startMarketplace } from '../../local/marketplace/marketplace.ts';
import { createDynamoClient, createS3Client, createSqsClient } from '../../shared/aws/clients.ts';
import { matchRequestSchema, readListingSchema, reviewRequestSchema, scanPageSchema } from '../../shared/messages.ts';
import { createPageFetcher } from '../../shared/sources/fetch-page.ts';
import type { Source } from '../../shared/sources/source.ts';
import { createNoticeDesk } from '../../test/support/notice-desk.ts';
import { aDelivery, createPipelineParts, listingPage } from '../../test/support/pipeline-parts.ts';
import type { RecordedQueue } from '../../test/support/recorded-queue.ts';
import { pageOf } from '../../test/support/scripted-fetcher.ts';
import { stolenRecord } from '../../test/support/written-records.ts';
import { createMeter, type Meter, nothingUsed, type Usage } from './meter.ts';

/** By function. */
export type Used = Partial<
  Record<'open-scan' | 'scan' | 'read' | 'see' | 'match' | 'review' | 'notify' | 'deliver' | 'verify' | 'figures', Usage>
>;

export interface Measured {
  /** Of a first scan, in which every listing is new, and nothing fits a record. */
  fresh: { listings: number; used: Used };
  /** Of a second one, in which none has changed. */
  unchanged: { listings: number; used: Used };
  /** From a new listing that fits to a case that waits for an officer; without the listing's own reading. */
  oneCase: Used;
  /** From a confirmed case to the last look at a listing that is gone. */
  oneRemoval: Used;
  /** What the two leave in the audit. */
  audit: { rows: number; bytes: number };
}

type Aws = Parameters<typeof createPipelineParts>[0];

/** Of the demo marketplace's first site, or of its first search pages alone. */
export async function measure({ pages = Number.POSITIVE_INFINITY } = {}): Promise<Measured> {
  const aws = await startEmbeddedAws();
  const at = (service: 'DYNAMODB' | 'SQS' | 'S3') => ({
    endpoint: aws.environment[`AWS_ENDPOINT_URL_${service}`] ?? '',
    region: 'eu-west-2',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  const services = { aws, dynamo: createDynamoClient(at('DYNAMODB')), sqs: createSqsClient(at('SQS')), s3: createS3Client(at('S3')) };
  const meter = createMeter(services);
  try {
    return {
      ...(await measureScans(services, meter, pages)),
      oneCase: await measureCase(services, meter),
      oneRemoval: await measureRemoval(services, meter),
      audit: await auditLeft(services),
    };
  } finally {
    services.dynamo.destroy();
    services.sqs.destroy();
    services.s3.destroy();
    await aws.stop();
  }
}

async function measureScans(services: Aws, { count }: Meter, pages: number): Promise<Pick<Measured, 'fresh' | 'unchanged'>> {
  const startedAt = new Date();
  const marketplace = await startMarketplace({ seed: 3, startedAt, now: () => startedAt });
  const [site] = marketplace.sites;
  if (site === undefined) throw new Error('The demo marketplace has no site');
  const source = Number.isFinite(pages) ? firstPages(site.source, pages) : site.source;
  const { scan: scanParts, read: readParts, match: matchParts, pauses, queues } = createPipelineParts(services, source);
  const now = () => new Date();
  const fetcher = createPageFetcher({
    userAgent: 'Fencewatch bench',
    allowedPrivateNetworks: ['127.0.0.0/8'],
    now,
    sleep: async () => {},
    // The row of the host's pace is a write a visit: the model adds it.
    reserveVisit: async (visit) => visit.now,
    holdOff: async () => {},
  });

  async function scan(minute: number): Promise<{ listings: number; used: Used }> {
    const used = { 'open-scan': { ...nothingUsed }, scan: { ...nothingUsed }, read: { ...nothingUsed }, match: { ...nothingUsed } };
    const scheduledAt = new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString();
    const { scans, scanQueue } = scanParts;
    await count(used['open-scan'], () =>
      openScan({ source: source.id, scheduledAt }, { source, scans, pauses, scanQueue, closed: () => {}, aheadOfTime: () => {}, now }),
    );
    await workOff(queues.scanQueue, (body) =>
      count(used.scan, () => scanPage(scanPageSchema.parse(body), aDelivery(), { ...scanParts, fetcher, now }), 1),
    );
    await workOff(queues.readQueue, (body) =>
      count(used.read, () => readListing(readListingSchema.parse(body), aDelivery(), { ...readParts, fetcher, now }), 1),
    );
    await workOff(queues.matchQueue, (body) => count(used.match, () => match(matchRequestSchema.parse(body), { ...matchParts, now })));
    const listings = (await scans.recent(source.id, 1))[0]?.counts?.listingsSeen ?? 0;
    return { listings, used };
  }

  try {
    return { fresh: await scan(0), unchanged: await scan(1) };
  } finally {
    await fetcher.close();
    await marketplace.stop();
  }
}

function firstPages(source: Source, maxPages: number): Source {
  return { ...source, searches: source.searches.slice(0, 1), searchPage: { ...source.searchPage, maxPages } };
}

async function measureCase(services: Aws, { count }: Meter): Promise<Used> {
  const { source } = createNoticeDesk(services);
  const { read, match: matchParts, review: reviewParts, queues } = createPipelineParts(services, source);
  const url = 'https://market.example/item/phone/7';
  const pictures = Array.from({ length: 6 }, (_, index) => `https://market.example/photos/${index}.jpg`);
  read.fetcher.answer(url, listingPage({ description: 'IMEI 356938035643817', image: pictures }));
  reviewParts.fetcher.answer(url, listingPage({ description: 'IMEI 356938035643817', image: pictures }));
  for (const picture of pictures) reviewParts.fetcher.answer(picture, pageOf(picture, aPhoto()));
  await matchParts.records.upsert([stolenRecord({ reference: '1/26', identifiers: [{ kind: 'imei', value: '356938035643817' }] })], {
    id: 'bench',
    at: '2026-11-22T12:00:00.000Z',
  });
  const used = { match: { ...nothingUsed }, review: { ...nothingUsed } };
  await match({ type: 'records-changed', why: 'new', references: ['1/26'] }, matchParts);
  const message = {
    type: 'read-listing',
    source: source.id,
    scanId: `${source.id}~2026-11-22T10:00:00Z`,
    why: 'new',
    itemId: '7',
    url,
    cardHash: 'a',
  } as const;
  await readListing(message, aDelivery(), read);
  await match({ type: 'listing-revised', source: source.id, itemId: '7', revision: 1 }, matchParts);
  if (queues.reviewQueue.sent.length === 0) throw new Error('The listing that fits became no case');
  await workOff(queues.reviewQueue, (body) => {
    const request = reviewRequestSchema.parse(body);
    const visits = request.type === 'case-opened' ? 1 : pictures.length;
    return count(used.review, () => captureEvidence(request, aDelivery(), reviewParts), visits);
  });
  return used;
}

async function measureRemoval(services: Aws, { count }: Meter): Promise<Used> {
  const desk = createNoticeDesk(services);
  const item = await desk.confirmed('1');
  const used = { notify: { ...nothingUsed }, deliver: { ...nothingUsed }, verify: { ...nothingUsed } };
  const { written } = await count(used.notify, () => notify(desk.notify));
  for (const noticeId of written)
    await count(used.deliver, () => deliverNotice({ type: 'notice-written', noticeId }, aDelivery(), desk.deliver), 2);
  desk.fetcher.answer(item.listing.url, pageOf(item.listing.url, '<h1>Gone</h1>', 410));
  for (const hours of [1, 23, 48, 96]) {
    desk.clock.at += hours * 3_600_000;
    await count(used.verify, () => verify(desk.verify, new AbortController().signal), 1);
  }
  return used;
}

async function auditLeft({ dynamo }: Aws): Promise<Measured['audit']> {
  let [rows, bytes] = [0, 0];
  for await (const { Items = [] } of paginateScan({ client: dynamo }, { TableName: tableName('audit') })) {
    rows += Items.length;
    for (const item of Items) bytes += Buffer.byteLength(JSON.stringify(item));
  }
  return { rows, bytes };
}

/** As many bytes as a seller's photo has on a platform, that no archive makes smaller. */
function aPhoto(): string {
  return randomBytes(112_500).toString('base64');
}

async function workOff(queue: RecordedQueue, work: (body: object) => Promise<unknown>): Promise<void> {
  for (let message = queue.sent.shift(); message !== undefined; message = queue.sent.shift()) await work(message.body);
}
