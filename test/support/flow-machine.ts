/**
 * The whole pipeline inside a test file's own process: embedded services in memory, the very handlers of functions/ on their queues,
 * and two sites of the demo marketplace cut down to a few search pages. One machine a test file, since handlers read their environment once.
 */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { importFile } from '../../local/commands/records-command.ts';
import { startEmbeddedAws } from '../../local/embedded/aws.ts';
import { invoke, type LambdaHandler } from '../../local/embedded/lambda.ts';
import { mapQueue } from '../../local/embedded/map-queue.ts';
import { whenDrained } from '../../local/embedded/queue-depth.ts';
import { collectMail } from '../../local/marketplace/collect-mail.ts';
import { type Marketplace, startMarketplace } from '../../local/marketplace/marketplace.ts';
import { demoAuthority, demoSender } from '../../local/marketplace/platforms.ts';
import { startPortal } from '../../local/portal-server.ts';
import { scheduledScan } from '../../local/schedules.ts';
import { openStores, type Stores } from '../../local/stores.ts';
import type { Log } from '../../shared/aws/log.ts';
import { type QueueName, queues } from '../../shared/aws/resources.ts';
import type { RecordsRequest } from '../../shared/messages.ts';
import type { Source } from '../../shared/sources/source.ts';

export interface FlowMachine {
  marketplace: Marketplace;
  mailboxUrl: string;
  portalUrl: string;
  /** What functions and console read. */
  environment: Record<string, string>;
  sources: Source[];
  stores: Stores;
  /** Fires every source's schedule once and waits until nothing is left to do. `minute` tells scans of one test apart. */
  scan(minute: number): Promise<void>;
  importRecords(file: string): Promise<void>;
  /** As the records desk does, and waits until all that follows is done. */
  withdraw(reference: string): Promise<void>;
  /** Writes the notices that confirmed cases ask for, waits until they are delivered, and has desks read their mail. */
  notify(): Promise<void>;
  /** Looks at the listings under notice that are due. */
  verify(): Promise<void>;
  /** Counts the public figures anew. */
  countFigures(): Promise<void>;
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface FlowOptions {
  /** Search pages of the only search that each site is scanned by. */
  searchPages: number;
  sites?: readonly string[];
  /** Every message reaches its handler a second time after the first was done, as SQS may. */
  deliverTwice?: boolean;
  /** Minutes after a notice at which its listings are looked at again, as on AWS where left out. */
  ladder?: string;
}

const portalKey = JSON.stringify({ 1: 'a key of the flow tests, which is long enough' });
const deskSecret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

/** Silent unless a test is being looked into. */
const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

export async function startFlowMachine({
  searchPages,
  sites = ['pennyfield', 'kramkiste'],
  deliverTwice = false,
  ladder,
}: FlowOptions): Promise<FlowMachine> {
  const folder = await mkdtemp(join(tmpdir(), 'fencewatch-flow-'));
  const marketplace = await startMarketplace({ seed: 7, startedAt: new Date(), now: () => new Date(), deskSecret });
  const offered = [...marketplace.sites.map(({ source }) => source), marketplace.live];
  const sources = offered.filter(({ id }) => sites.includes(id)).map((source) => cutDown(source, searchPages));
  const sourceFile = join(folder, 'sources.json');
  await writeFile(sourceFile, JSON.stringify(sources));

  const platformFile = join(folder, 'platforms.json');
  await writeFile(platformFile, JSON.stringify(marketplace.sites.map(({ platform }) => platform)));

  const aws = await startEmbeddedAws();
  const environment = {
    ...aws.environment,
    ...(ladder !== undefined && { VERIFICATION_LADDER: ladder }),
    POWERTOOLS_METRICS_DISABLED: 'true',
    OPERATOR_NAME: 'Flow test',
    OPERATOR_CONTACT: 'nobody@example.org',
    IDENTIFIER_KEY: 'a key for tests, of thirty-two characters or more',
    SOURCE_FILES: sourceFile,
    ALLOWED_PRIVATE_NETWORKS: '127.0.0.0/8',
    NOTICE_SENDER: demoSender,
    PLATFORM_FILES: platformFile,
    WEBHOOK_SECRETS: JSON.stringify(Object.fromEntries(sites.map((id) => [id, deskSecret]))),
    AUTHORITY: JSON.stringify(demoAuthority),
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  };
  const portal = await startPortal({
    port: 0,
    environment: { ...aws.environment, PORTAL_KEY: portalKey },
    report: (error) => console.error(error),
  });
  Object.assign(process.env, environment, { PORTAL_URL: portal.url, PORTAL_KEY: portalKey });
  const { handler: openScan } = await import('../../functions/open-scan/handler.ts');
  const { handler: notify } = await import('../../functions/notify/handler.ts');
  const handlers: Record<QueueName, LambdaHandler<SQSEvent>> = {
    scan: (await import('../../functions/scan/handler.ts')).handler,
    read: (await import('../../functions/read/handler.ts')).handler,
    see: (await import('../../functions/see/handler.ts')).handler,
    'read-rendered': (await import('../../functions/read/rendered-handler.ts')).handler,
    match: (await import('../../functions/match/handler.ts')).handler,
    review: (await import('../../functions/review/handler.ts')).handler,
    deliver: (await import('../../functions/deliver/handler.ts')).handler,
    records: (await import('../../functions/records/handler.ts')).handler,
  };

  const stores = openStores(environment);
  const { sqs } = stores;
  const names = Object.keys(handlers) as QueueName[];
  const mappings = names.map((name) => {
    const handler = deliverTwice ? twice(handlers[name]) : handlers[name];
    return mapQueue({ handler, queueUrl: aws.queues[name].url, definition: queues[name], sqs, concurrency: 2, log: quiet });
  });
  const settle = async () => {
    await whenDrained({
      sqs,
      queueUrls: names.map((name) => aws.queues[name].url),
      batchesEnded: () => mappings.reduce((total, { counts }) => total + counts.batches, 0),
    });
    await collectMail(marketplace.sites, aws.mailboxUrl);
  };

  return {
    marketplace,
    mailboxUrl: aws.mailboxUrl,
    portalUrl: portal.url,
    environment,
    sources,
    stores,
    settle,
    async verify() {
      const { handler: verify } = await import('../../functions/verify/handler.ts');
      await invoke(verify, { scheduledAt: new Date().toISOString() });
    },
    async countFigures() {
      const { handler: figures } = await import('../../functions/figures/handler.ts');
      await invoke(figures, { scheduledAt: new Date().toISOString() });
    },
    async withdraw(reference) {
      const body: RecordsRequest = { type: 'withdraw', reference, status: 'withdrawn', reason: 'a mistake', actor: 'records desk' };
      await stores.recordsQueue.send([{ body }]);
      await settle();
    },
    async notify() {
      await invoke(notify, { scheduledAt: new Date().toISOString() });
      await settle();
      await Promise.all(marketplace.sites.map(({ desk }) => desk?.answered()));
    },
    async scan(minute) {
      const at = new Date(Date.UTC(2026, 10, 22, 10, minute));
      for (const source of sources) await invoke(openScan, scheduledScan(source, at));
      await settle();
    },
    async importRecords(file) {
      await importFile(file, stores);
      await settle();
    },
    async stop() {
      await Promise.all(mappings.map((mapping) => mapping.stop()));
      await Promise.all(marketplace.sites.map(({ desk }) => desk?.answered()));
      await portal.stop();
      await aws.stop();
      await marketplace.stop();
      await rm(folder, { recursive: true });
    },
  };
}

function cutDown(source: Source, maxPages: number): Source {
  return { ...source, searches: source.searches.slice(0, 1), searchPage: { ...source.searchPage, maxPages } };
}

function twice(handler: LambdaHandler<SQSEvent>): LambdaHandler<SQSEvent> {
  return async (event, context) => {
    const answer = await handler(event, context);
    // Only what was done is delivered again; what failed comes again by itself.
    const again = { Records: doneOf(event, answer) };
    if (again.Records.length > 0) await invoke(handler, again);
    return answer;
  };
}

function doneOf(event: SQSEvent, answer: unknown) {
  const failed = new Set((answer as SQSBatchResponse).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  return event.Records.filter(({ messageId }) => !failed.has(messageId));
}
