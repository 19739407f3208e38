/** What DynamoDB would bill for: request units of a first scan and of a second one that finds nothing changed, by the real work functions. */

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { match } from '../functions/match/match.ts';
import type { MatchParts } from '../functions/match/parts.ts';
import { openScan } from '../functions/open-scan/open-scan.ts';
import { readListing } from '../functions/read/read.ts';
import { scanPage } from '../functions/scan/scan.ts';
import { startEmbeddedAws } from '../local/embedded/aws.ts';
import { startMarketplace } from '../local/marketplace/marketplace.ts';
import { createAuditStore } from '../shared/aws/audit-store.ts';
import type { Delivery } from '../shared/aws/batch.ts';
import { createCaseStore } from '../shared/aws/case-store.ts';
import { createDynamoClient } from '../shared/aws/clients.ts';
import { createIdentifierStore } from '../shared/aws/identifier-store.ts';
import { createLinkStore } from '../shared/aws/link-store.ts';
import { createListingStore } from '../shared/aws/listing-store.ts';
import { createPauseStore } from '../shared/aws/pause-store.ts';
import type { OutgoingMessage } from '../shared/aws/queue.ts';
import { createRecordStore } from '../shared/aws/record-store.ts';
import { createScanStore } from '../shared/aws/scan-store.ts';
import { assumedMarket } from '../shared/domain/matching/market.ts';
import { currentModel } from '../shared/domain/matching/matching-model.ts';
import { withShipped } from '../shared/domain/tac/shipped-tacs.ts';
import { matchRequestSchema, readListingSchema, scanPageSchema } from '../shared/messages.ts';
import { createPageFetcher } from '../shared/sources/fetch-page.ts';
import type { Figure } from './run.ts';

export async function requestUnits(): Promise<Figure[]> {
  const startedAt = new Date();
  const marketplace = await startMarketplace({ seed: 3, startedAt, now: () => startedAt });
  const aws = await startEmbeddedAws();
  const { environment } = aws;
  const client = createDynamoClient({
    endpoint: environment['AWS_ENDPOINT_URL_DYNAMODB'] ?? '',
    region: 'eu-west-2',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  const units = countUnits(client);
  const source = marketplace.sites[0]?.source;
  if (source === undefined) throw new Error('The demo marketplace has no site');

  const table = (name: string) => environment[name] ?? '';
  const listings = createListingStore({ client, table: table('LISTINGS_TABLE') });
  const pauses = createPauseStore({ client, table: table('LISTINGS_TABLE') });
  const scans = createScanStore({ client, table: table('LISTINGS_TABLE') });
  const [scanQueue, readQueue, matchQueue, reviewQueue] = [heldQueue(), heldQueue(), heldQueue(), heldQueue()];
  const now = () => new Date();
  const holdOff = async () => {};
  const fetcher = createPageFetcher({
    userAgent: 'Fencewatch bench',
    allowedPrivateNetworks: ['127.0.0.0/8'],
    now,
    sleep: async () => {},
    // The row of the host's pace costs one write a visit; it is counted by hand below.
    reserveVisit: async (visit) => visit.now,
    holdOff,
  });
  const matchParts: MatchParts = {
    listings,
    identifiers: createIdentifierStore({ client, table: table('IDENTIFIERS_TABLE'), key: 'a key of thirty-two characters or more' }),
    links: createLinkStore({
      client,
      listingsTable: table('LISTINGS_TABLE'),
      identifiersTable: table('IDENTIFIERS_TABLE'),
      key: 'a key of thirty-two characters or more',
    }),
    records: createRecordStore({ client, table: table('RECORDS_TABLE') }),
    cases: createCaseStore({ client, table: table('CASES_TABLE') }),
    audit: createAuditStore({ client, table: table('AUDIT_TABLE') }),
    // What a Case follows from is an object in S3, and no request unit.
    bases: { keep: async () => 'bases/0.json' },
    reviewQueue,
    deliverQueue: reviewQueue,
    model: currentModel,
    market: async () => assumedMarket(currentModel, 0),
    team: 'bench',
    retentionDays: () => 30,
    now,
    searched: () => {},
  };

  async function scan(minute: number): Promise<void> {
    if (source === undefined) return;
    const scheduledAt = new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString();
    await openScan({ source: source.id, scheduledAt }, { source, scans, pauses, scanQueue, closed: () => {}, now });
    for (let page = scanQueue.take(); page !== undefined; page = scanQueue.take()) {
      await scanPage(scanPageSchema.parse(page), delivery, {
        source,
        fetcher,
        scans,
        listings,
        scanQueue,
        readQueue,
        holdOff,
        closed: () => {},
        now,
      });
    }
    const seeQueue = { send: async () => {} };
    const tacs = { current: async () => withShipped(undefined) };
    for (let listing = readQueue.take(); listing !== undefined; listing = readQueue.take()) {
      await readListing(readListingSchema.parse(listing), delivery, {
        source,
        fetcher,
        listings,
        scans,
        tacs,
        matchQueue,
        seeQueue,
        holdOff,
        now,
      });
    }
    for (let request = matchQueue.take(); request !== undefined; request = matchQueue.take()) {
      await match(matchRequestSchema.parse(request), matchParts);
    }
  }

  await scan(0);
  const first = units.taken();
  await scan(1);
  const second = units.taken();
  const seen = (await scans.recent(source.id, 1))[0]?.counts?.listingsSeen ?? 0;
  await fetcher.close();
  client.destroy();
  await aws.stop();
  await marketplace.stop();

  const perThousand = (count: number) => ((count * 1000) / seen).toFixed(0);
  return [
    { what: 'read units per 1,000 new listings', value: perThousand(first.read), against: `${seen} listings of one site` },
    {
      what: 'write units per 1,000 new listings',
      value: perThousand(first.write),
      against: 'and one a page visited for the pace of the host',
    },
    {
      what: 'read units per 1,000 unchanged listings',
      value: perThousand(second.read),
      against: 'scan, pages and comparison with the scan before',
    },
    {
      what: 'write units per 1,000 unchanged listings',
      value: perThousand(second.write),
      against: 'notes of the search pages; none for a listing',
    },
  ];
}

const delivery: Delivery = { messageId: 'bench', attempt: 1, lastAttempt: false, signal: new AbortController().signal };

function heldQueue() {
  const held: object[] = [];
  return {
    send: async (messages: readonly OutgoingMessage[]) => void held.push(...messages.map(({ body }) => body)),
    take: () => held.shift(),
  };
}

/** Asks DynamoDB to say what each call consumed, and sums it until taken. */
function countUnits(client: DynamoDBDocumentClient): { taken(): { read: number; write: number } } {
  let units = { read: 0, write: 0 };
  client.middlewareStack.add(
    (next, context) => async (call) => {
      const result = await next({ ...call, input: { ...call.input, ReturnConsumedCapacity: 'TOTAL' } });
      const { ConsumedCapacity } = result.output as { ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[] };
      const consumed = [ConsumedCapacity ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
      if (/^(?:Get|BatchGet|Query|Scan)/.test(context.commandName ?? '')) units.read += consumed;
      else units.write += consumed;
      return result;
    },
    { step: 'initialize', name: 'countUnits' },
  );
  return {
    taken() {
      const taken = units;
      units = { read: 0, write: 0 };
      return taken;
    },
  };
}
