/** What the work functions receive, over one embedded DynamoDB, with a scripted network and recorded queues. */

import type { MatchParts } from '../../functions/match/parts.ts';
import type { ReadParts } from '../../functions/read/read.ts';
import type { ReviewParts } from '../../functions/review/parts.ts';
import type { ScanParts } from '../../functions/scan/parts.ts';
import type { SeeParts } from '../../functions/see/see.ts';
import { createAuditStore } from '../../shared/aws/audit-store.ts';
import { createBasisArchive } from '../../shared/aws/basis-archive.ts';
import type { Delivery } from '../../shared/aws/batch.ts';
import { createCaptureArchive } from '../../shared/aws/capture-archive.ts';
import { createCaseStore } from '../../shared/aws/case-store.ts';
import { createEvidenceBucket } from '../../shared/aws/evidence-bucket.ts';
import { createIdentifierStore } from '../../shared/aws/identifier-store.ts';
import { createLinkStore } from '../../shared/aws/link-store.ts';
import { createListingStore } from '../../shared/aws/listing-store.ts';
import { createNoticeStore } from '../../shared/aws/notice-store.ts';
import { createOfferedAgainStore } from '../../shared/aws/offered-again-store.ts';
import { createPauseStore } from '../../shared/aws/pause-store.ts';
import { createPhotoBucket } from '../../shared/aws/photo-bucket.ts';
import { createPhotoIndex } from '../../shared/aws/photo-index.ts';
import { createPhotoStore } from '../../shared/aws/photo-store.ts';
import { createRecordStore } from '../../shared/aws/record-store.ts';
import { createRelistingWatch } from '../../shared/aws/relisting-watch.ts';
import { createScanStore } from '../../shared/aws/scan-store.ts';
import { createVerificationStore } from '../../shared/aws/verification-store.ts';
import { assumedMarket } from '../../shared/domain/matching/market.ts';
import { currentModel } from '../../shared/domain/matching/matching-model.ts';
import type { Scan } from '../../shared/domain/scan.ts';
import { withShipped } from '../../shared/domain/tac/shipped-tacs.ts';
import { standardLadder } from '../../shared/domain/verification.ts';
import type { Source } from '../../shared/sources/source.ts';
import type { AwsUnderTest } from './embedded-aws.ts';
import { createRecordedQueue } from './recorded-queue.ts';
import { createScriptedFetcher } from './scripted-fetcher.ts';
import { exampleSource } from './source-fixture.ts';

export const testNow = new Date('2026-11-22T10:00:00.000Z');

export function aDelivery(attempt = 1, maxReceives = 4): Delivery {
  return { messageId: `m-${attempt}`, attempt, lastAttempt: attempt >= maxReceives, signal: new AbortController().signal };
}

/** A source of its own for each test, so that tests share the tables without seeing one another. */
let sources = 0;
export function aSourceOfItsOwn(changes: Parameters<typeof exampleSource>[0] = {}): Source {
  sources += 1;
  return exampleSource({ id: `market-${sources}`, ...changes });
}

export function createPipelineParts({ dynamo: client, s3, aws: { environment } }: AwsUnderTest, source: Source) {
  const table = (name: string) => environment[name] ?? '';
  const fetcher = createScriptedFetcher();
  const [scanQueue, readQueue, matchQueue, seeQueue, reviewQueue, deliverQueue] = [
    createRecordedQueue(),
    createRecordedQueue(),
    createRecordedQueue(),
    createRecordedQueue(),
    createRecordedQueue(),
    createRecordedQueue(),
  ];
  const now = () => testNow;
  const closedScans: Scan[] = [];
  const held: { host: string; untilMs: number }[] = [];
  const holdOff = async ({ host, untilMs }: { host: string; untilMs: number; now: number }) => void held.push({ host, untilMs });
  const listings = createListingStore({ client, table: table('LISTINGS_TABLE') });
  const scans = createScanStore({ client, table: table('LISTINGS_TABLE') });
  const cases = createCaseStore({ client, table: table('CASES_TABLE') });
  const audit = createAuditStore({ client, table: table('AUDIT_TABLE') });
  const records = createRecordStore({ client, table: table('RECORDS_TABLE') });
  const identifiers = createIdentifierStore({
    client,
    table: table('IDENTIFIERS_TABLE'),
    key: 'a key for tests, of thirty-two characters or more',
  });
  const links = createLinkStore({
    client,
    listingsTable: table('LISTINGS_TABLE'),
    identifiersTable: table('IDENTIFIERS_TABLE'),
    key: 'a key for tests, of thirty-two characters or more',
  });
  const index = createPhotoIndex({ client, table: table('IDENTIFIERS_TABLE') });
  const notices = createNoticeStore({ client, table: table('CASES_TABLE') });
  const verifications = createVerificationStore({ client, table: table('CASES_TABLE') });
  const offers = createOfferedAgainStore({ client, table: table('CASES_TABLE') });
  const relistings = createRelistingWatch({
    ...{ cases, listings, links, notices, verifications, offers, audit, now },
    ladder: standardLadder,
    actor: 'match',
  });
  const photos = createPhotoBucket({ client: s3, bucket: table('PHOTOS_BUCKET') });
  const evidence = createEvidenceBucket({ client: s3, bucket: table('EVIDENCE_BUCKET') });
  return {
    fetcher,
    queues: { scanQueue, readQueue, matchQueue, seeQueue, reviewQueue, deliverQueue },
    scan: {
      source,
      fetcher,
      scans,
      listings,
      scanQueue,
      readQueue,
      holdOff,
      closed: (scan) => void closedScans.push(scan),
      now,
    } satisfies ScanParts,
    offers,
    links,
    pauses: createPauseStore({ client, table: table('LISTINGS_TABLE') }),
    closedScans,
    held,
    read: {
      source,
      fetcher,
      listings,
      scans,
      tacs: { current: async () => withShipped(undefined) },
      matchQueue,
      seeQueue,
      holdOff,
      now,
    } satisfies ReadParts,
    see: {
      source,
      fetcher,
      listings,
      photos: createPhotoStore({ client, table: table('LISTINGS_TABLE') }),
      bytes: photos,
      index,
      read: async () => ({ outcome: 'unreadable', why: 'no reader in this test' }),
      draw: async (bytes) => Buffer.from(`drawn from ${bytes.length} bytes`),
      readWith: { fencewatch: '0.1.0' },
      matchQueue,
      now,
    } as SeeParts,
    match: {
      listings,
      identifiers,
      links,
      photos: index,
      records,
      cases,
      relistings,
      audit,
      bases: createBasisArchive({ evidence }),
      reviewQueue,
      deliverQueue,
      model: currentModel,
      market: async () => assumedMarket(currentModel, 1000),
      team: source.id,
      retentionDays: () => 30,
      now,
      searched: () => {},
    } satisfies MatchParts,
    review: {
      source,
      fetcher,
      cases,
      listings,
      photos,
      captures: createCaptureArchive({ client, table: table('CASES_TABLE'), evidence }),
      audit,
      reviewQueue,
      capturer: {
        userAgent: 'Fencewatch/0.1.0 (+mailto:desk@force.example; Example Police)',
        tools: { fencewatch: '0.1.0' },
        timestamps: async () => undefined,
      },
      now,
    } satisfies ReviewParts,
    evidence,
  };
}

/** A search page of an invented marketplace: `[1, 2]` are item ids. */
export function searchPage(items: readonly number[], { next, price = 100 }: { next?: string; price?: number } = {}): string {
  const cards = items.map(
    (id) => `<article><a href="/item/phone/${id}">Phone number ${id} for sale</a> <b class="price">£${price}</b></article>`,
  );
  const link = next === undefined ? '' : `<a rel="next" href="${next}">Next</a>`;
  return `<!doctype html><html><head><title>Phones</title></head><body><h1>Phones</h1>${cards.join('')}${link}<p>${'Terms and help. '.repeat(20)}</p></body></html>`;
}

/** A listing page with structured data. */
export function listingPage({
  title = 'iPhone 13 128GB',
  description = 'In good condition.',
  price = 300,
  posted = '2026-11-20',
  image = [] as readonly string[],
} = {}): string {
  const product = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: title,
    description,
    ...(image.length > 0 && { image }),
    offers: { '@type': 'Offer', price, priceCurrency: 'GBP' },
  };
  const data = JSON.stringify({ ...product, datePublished: posted });
  return `<!doctype html><html><head><title>${title}</title><script type="application/ld+json">${data}</script></head><body><h1>${title}</h1><p>${description}</p></body></html>`;
}
