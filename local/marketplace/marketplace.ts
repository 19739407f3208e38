/** The demo marketplace: two sites on loopback that look nothing alike, with a catalogue that changes over time. */

import { writeFile } from 'node:fs/promises';
import type { Platform } from '../../shared/platforms/declaration.ts';
import type { Source } from '../../shared/sources/source.ts';
import { type AbuseDesk, createAbuseDesk } from './abuse-desk.ts';
import type { SiteId } from './advert.ts';
import { type Catalogue, catalogueAt } from './catalogue.ts';
import type { Fault } from './fault.ts';
import { kramkiste } from './kramkiste/site.ts';
import { pennyfield } from './pennyfield/site.ts';
import { platformOf } from './platforms.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
import type { Site } from './site.ts';
import { type SiteServer, serveSite } from './site-server.ts';
import { pennyfieldLiveSource, sourceOf } from './sources.ts';
import { type TruthEntry, truthOf } from './truth.ts';

export interface MarketplaceOptions {
  seed: number;
  now(): Date;
  /** Minute 0 of the catalogue; a restart with the same moment goes on with the same catalogue. From November 2026 on. */
  startedAt: Date;
  /** Left out or 0: any free port. */
  ports?: Partial<Record<SiteId, number>>;
  /** Keyed as `Faults` says; the map returned can be changed later. */
  faults?: Record<string, Fault>;
  /** Where to write the truth of the moment of starting as JSON, for people who want to look it up. */
  truthFile?: string;
  /** What notices to the sites' desks are signed with; left out, they have no desk. */
  deskSecret?: string;
  /** Where each desk keeps what it took, by site. */
  deskFile?: (site: SiteId) => string;
}

interface MarketplaceSite {
  id: SiteId;
  name: string;
  baseUrl: string;
  source: Source;
  platform: Platform;
  desk?: AbuseDesk;
}

export interface Marketplace {
  sites: MarketplaceSite[];
  /** Watched only by those who name it: its pages need a browser. */
  live: Source;
  requests: RequestLog;
  faults: Map<string, Fault>;
  /** Of this moment: listings come and go. */
  truth(): TruthEntry[];
  /** Whether a site offers this item at this moment. */
  stands(site: string, itemId: string): boolean;
  stop(): Promise<void>;
}

/** The sample's last theft is a few days before; earlier, listings of stolen phones would stand before their theft. */
const EARLIEST_START = Date.parse('2026-11-01T00:00:00Z');

export async function startMarketplace(options: MarketplaceOptions): Promise<Marketplace> {
  const { seed, ports = {}, startedAt } = options;
  if (startedAt.getTime() < EARLIEST_START) {
    throw new RangeError(`The demo marketplace starts on 2026-11-01 or later, found ${startedAt.toISOString()}.`);
  }
  const faults = new Map(Object.entries(options.faults ?? {}));
  const requests = createRequestLog();
  const minute = () => Math.max(0, Math.floor((options.now().getTime() - startedAt.getTime()) / 60_000));
  const catalogue = rememberingLast((at: number) => catalogueAt(seed, at));
  const view = (baseUrl: string, desk?: AbuseDesk) => {
    const offered = catalogue(minute());
    return { catalogue: desk?.cleared(offered) ?? offered, baseUrl, startedAt: startedAt.getTime(), minute: minute() };
  };
  const servers: SiteServer[] = [];
  const sites: MarketplaceSite[] = [];
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
  try {
    for (const site of [pennyfield, kramkiste]) {
      const desk = deskOf(site, options);
      const served = { site, port: ports[site.id] ?? 0, faults, requests, ...(desk && { desk }) };
      const server = await serveSite({ ...served, view: (baseUrl) => view(baseUrl, desk) });
      servers.push(server);
      const { baseUrl } = server;
      const asSeen = { source: sourceOf(site.id, baseUrl), platform: platformOf(site.id, baseUrl) };
      sites.push({ id: site.id, name: site.name, baseUrl, ...asSeen, ...(desk && { desk }) });
    }
    if (options.truthFile !== undefined) await writeFile(options.truthFile, `${JSON.stringify(truthOf(seed, minute()), null, 2)}\n`);
  } catch (error) {
    await stop();
    throw error;
  }
  const live = pennyfieldLiveSource(sites.find(({ id }) => id === 'pennyfield')?.baseUrl ?? '');
  const stands = (site: string, itemId: string) =>
    catalogue(minute()).offers.some((offer) => offer.site === site && offer.itemId === itemId);
  return { sites, live, requests, faults, truth: () => truthOf(seed, minute()), stands, stop };
}

function deskOf(site: Site, { deskSecret: secret, deskFile }: MarketplaceOptions): AbuseDesk | undefined {
  return secret === undefined ? undefined : createAbuseDesk({ site, secret, ...(deskFile && { file: deskFile(site.id) }) });
}

/** Pages of one minute share one catalogue. */
function rememberingLast(make: (minute: number) => Catalogue): (minute: number) => Catalogue {
  let last: { minute: number; catalogue: Catalogue } | undefined;
  return (minute) => {
    if (last?.minute !== minute) last = { minute, catalogue: make(minute) };
    return last.catalogue;
  };
}
