/** Everything of Fencewatch on one machine, put together: embedded services, functions on their queues, stores to look into. */

import type { QueueName } from '../shared/aws/resources.ts';
import { type Ladder, standardLadder } from '../shared/domain/verification.ts';
import type { Platform } from '../shared/platforms/declaration.ts';
import type { Source } from '../shared/sources/source.ts';
import type { DataFolder } from './data-folder.ts';
import { demoSites } from './demo.ts';
import { type EmbeddedAws, startEmbeddedAws } from './embedded/aws.ts';
import { forgetExpired, forgetPhotos } from './forget-expired.ts';
import { type Functions, startFunctions } from './functions.ts';
import { keepSources, sourcesFile } from './kept-sources.ts';
import { demoAuthority, demoSender } from './marketplace/platforms.ts';
import { startPortal } from './portal-server.ts';
import type { LoopbackService } from './serve-on-loopback.ts';
import { openStores, type Stores } from './stores.ts';

export interface Machine {
  /** What functions and console read: tables, queues, endpoints, keys. Holds secrets. */
  environment: Record<string, string>;
  /** Where mails are shown: none leaves the machine. */
  mailboxUrl: string;
  stores: Stores;
  functions: Functions;
  /** Where the portal of platforms answers, when it was asked for. */
  portalUrl?: string;
  /** Rejects when a part of it dies by itself. */
  failed: Promise<never>;
  /** What is under way is finished or stays on its queue; nothing is lost. */
  stop(): Promise<void>;
}

/** Pages may be fetched from this machine itself, where the demo marketplace stands, and from no other private address. */
const loopback = '127.0.0.0/8,::1/128';

const forgetEveryMs = 3_600_000;

export interface MachineOptions {
  folder: DataFolder;
  /** Watched beside those of the registry. Those of former runs stay known, so that what waits on the queues about them is worked on. */
  sources?: readonly Source[];
  /** Demo sites that take notices; left out, those of the last run stand. */
  platforms?: readonly Platform[];
  /** How long after a notice its listings are looked at again, unless the operator says it; left out, as long as on AWS. */
  ladder?: Ladder;
  /** Where platforms answer: the port it stands on, 0 for any; left out, there is none and notices carry no link. */
  portal?: { port: number };
  /** The queues that are worked; what is on the others waits for a run that works them. */
  work: readonly QueueName[];
}

/** Starts on what the folder holds. */
export async function startMachine({ folder, sources, platforms, ladder, portal, work }: MachineOptions): Promise<Machine> {
  for (const id of await keepSources(folder, sources ?? []))
    console.error(`The source ${id} of a former run cannot be read by this version and is forgotten.`);
  await keepOrStart(folder, 'platforms.json', platforms);
  const aws = await startEmbeddedAws({ dataDir: folder.path });
  const environment = environmentOf(aws, folder, ladder);
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => {});
  aws.ended.catch(failure.reject);
  let site: LoopbackService | undefined;
  try {
    // Before the functions: what they send holds its address.
    site = portal && (await startPortal({ port: portal.port, environment, report: reportPage }));
    if (site !== undefined) environment['PORTAL_URL'] ??= site.url;
    const functions = await startFunctions({ environment, work, logFile: folder.file('functions.log'), onFault: failure.reject });
    const stores = openStores(environment);
    const forget = () => Promise.all([forgetExpired(stores.dynamo, new Date()), forgetPhotos(stores.s3, new Date())]).catch(failure.reject);
    const first = forget();
    const forgetting = setInterval(forget, forgetEveryMs);
    return {
      environment,
      mailboxUrl: aws.mailboxUrl,
      stores,
      functions,
      ...(site !== undefined && { portalUrl: site.url }),
      failed: failure.promise,
      async stop() {
        clearInterval(forgetting);
        await first;
        await functions.stop();
        await site?.stop();
        await aws.stop();
      },
    };
  } catch (error) {
    await site?.stop();
    await aws.stop();
    throw error;
  }
}

function reportPage(error: unknown): void {
  console.error('A page of the portal failed:', error);
}

/** What is given is written down; what is not stands as the last run left it. */
async function keepOrStart(folder: DataFolder, name: string, given: readonly object[] | undefined): Promise<void> {
  if (given === undefined && (await folder.read(name)) !== undefined) return;
  await folder.write(name, JSON.stringify(given ?? [], undefined, 2));
}

/** What the stack sets on AWS; the operator's own variables win where a force wants its name in the User-Agent. */
function environmentOf(aws: EmbeddedAws, folder: DataFolder, ladder: Ladder = standardLadder): Record<string, string> {
  return {
    OPERATOR_NAME: process.env['OPERATOR_NAME'] ?? 'Fencewatch on one machine',
    OPERATOR_CONTACT: process.env['OPERATOR_CONTACT'] ?? 'no contact set',
    TEAM: process.env['TEAM'] ?? 'default',
    // Read by nobody here: `fencewatch status` counts from the tables.
    POWERTOOLS_METRICS_DISABLED: 'true',
    ...aws.environment,
    IDENTIFIER_KEY: folder.identifierKey,
    SOURCE_FILES: folder.file(sourcesFile),
    ALLOWED_PRIVATE_NETWORKS: loopback,
    VERIFICATION_LADDER: process.env['VERIFICATION_LADDER'] ?? ladder.join(','),
    PLATFORM_FILES: [folder.file('platforms.json'), process.env['PLATFORM_FILES']].filter(Boolean).join(','),
    WEBHOOK_SECRETS: process.env['WEBHOOK_SECRETS'] ?? JSON.stringify(Object.fromEntries(demoSites.map((id) => [id, folder.deskSecret]))),
    CHECK_SIGNING_KEYS: process.env['CHECK_SIGNING_KEYS'] ?? folder.checkSigningKeys,
    SCREENSHOTS: process.env['SCREENSHOTS'] ?? 'off',
    TIMESTAMP_AUTHORITIES: process.env['TIMESTAMP_AUTHORITIES'] ?? '',
    NOTICE_SENDER: process.env['NOTICE_SENDER'] ?? demoSender,
    PORTAL_KEY: process.env['PORTAL_KEY'] ?? folder.portalKey,
    ...(process.env['PORTAL_URL'] !== undefined && { PORTAL_URL: process.env['PORTAL_URL'] }),
    FIGURES_QUARTER: process.env['FIGURES_QUARTER'] ?? 'running',
    AUTHORITY: process.env['AUTHORITY'] ?? JSON.stringify(demoAuthority),
  };
}
