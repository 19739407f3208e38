/** Hours of a changing marketplace in minutes: everything that can go wrong does, and at the end every listing is accounted for. */

import { createReadStream } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseFile } from '../functions/records/parse-file.ts';
import { startEmbeddedAws } from '../local/embedded/aws.ts';
import type { SiteId } from '../local/marketplace/advert.ts';
import { catalogueAt } from '../local/marketplace/catalogue.ts';
import { startMarketplace } from '../local/marketplace/marketplace.ts';
import { randomFrom } from '../local/sample/random.ts';
import type { ScanHealth } from '../shared/domain/scan.ts';
import type { StolenRecord } from '../shared/domain/stolen-record.ts';
import { withShipped } from '../shared/domain/tac/shipped-tacs.ts';
import { createChaos } from './chaos.ts';
import { createClock } from './clock.ts';
import { createPipeline } from './pipeline.ts';
import { createSoakSqs } from './sqs.ts';
import { judge, type Verdict, whatStands } from './verdict.ts';
import { createWeather } from './weather.ts';

export interface SoakOptions {
  hours: number;
  seed: number;
  /** Search pages of each site; all of them when left out. */
  pages?: number;
  /** Batches that run at once. */
  atOnce: number;
  recordsFile: string;
  /** Told after each simulated hour. */
  hourPassed(hour: SoakHour): void;
}

export interface SoakHour {
  hour: number;
  heapMb: number;
  listings: number;
  scans: number;
}

export interface SoakOutcome {
  verdict: Verdict;
  hours: SoakHour[];
  counts: {
    listings: number;
    cases: number;
    scans: Partial<Record<ScanHealth | 'open', number>>;
    messages: number;
    parked: number;
    handedOutTwice: number;
    throttled: number;
    crashes: number;
    weather: Record<string, number>;
  };
}

const hourMs = 3_600_000;
const minuteMs = 60_000;
const scanEveryMinutes = 20;
/** After the weather clears, a source that was turned away rests for hours before its next scan. */
const mostCalmHours = 30;

export async function soak({ hours, seed, pages, atOnce, recordsFile, hourPassed }: SoakOptions): Promise<SoakOutcome> {
  const startMs = Date.UTC(2026, 10, 22, 10);
  const clock = createClock(startMs);
  const random = randomFrom(seed, 'soak');
  const marketplace = await startMarketplace({ seed, startedAt: new Date(startMs), now: clock.now });
  const aws = await startEmbeddedAws();
  const chaos = createChaos({ random, chanceOfThrottle: 0.002, chanceOfCrash: 0.002 });
  const sqs = createSoakSqs({ clock, random, chanceOfTwice: 0.02 });
  const sources = marketplace.sites.map(({ source }) => ({
    ...source,
    schedule: { everyMinutes: scanEveryMinutes },
    ...(pages !== undefined && { searches: source.searches.slice(0, 1), searchPage: { ...source.searchPage, maxPages: pages } }),
  }));
  const pipeline = createPipeline({ aws, sqs, chaos, clock, random, sources, atOnce });
  const minute = () => (clock.ms() - startMs) / minuteMs;
  const offered = () => catalogueAt(seed, minute()).offers.map(({ itemId }) => itemId);
  const weather = createWeather({ marketplace, offered, random, startMs });
  const passed: SoakHour[] = [];

  try {
    await takeRecords();
    let nextScanMs = startMs;
    let nextHourMs = startMs + hourMs;
    await goOnUntil(() => clock.ms() >= startMs + hours * hourMs);
    chaos.calm();
    weather.clear();
    await goOnUntil(async () => clock.ms() >= startMs + (hours + mostCalmHours) * hourMs || (await lastScansAreHealthy()));
    await workOff();
    return await outcome();

    async function goOnUntil(isOver: () => boolean | Promise<boolean>): Promise<void> {
      for (;;) {
        while (await pipeline.work()) if (clock.ms() >= Math.min(nextScanMs, nextHourMs, weather.nextAt())) break;
        if (await isOver()) return;
        clock.goTo(Math.min(nextScanMs, nextHourMs, weather.nextAt(), sqs.nextAt() ?? Number.POSITIVE_INFINITY));
        if (clock.ms() >= weather.nextAt()) weather.change();
        if (clock.ms() >= nextScanMs) {
          await openScans(new Date(nextScanMs).toISOString());
          nextScanMs += scanEveryMinutes * minuteMs;
        }
        if (clock.ms() >= nextHourMs) {
          await endOfHour();
          nextHourMs += hourMs;
        }
      }
    }
  } finally {
    await pipeline.stop();
    await aws.stop();
    await marketplace.stop();
  }

  async function takeRecords(): Promise<void> {
    const records: StolenRecord[] = [];
    const file = { bytes: createReadStream(recordsFile), format: 'csv', now: clock.now(), tacs: withShipped(undefined) } as const;
    for await (const entry of parseFile(file)) if (entry.kind === 'record') records.push(entry.record);
    while (!(await pipeline.start(() => pipeline.takeRecords(records)))) clock.goTo(clock.ms() + minuteMs);
  }

  async function openScans(scheduledAt: string): Promise<void> {
    for (const source of sources) {
      for (let tries = 0; tries < 5 && !(await pipeline.openScan(source, scheduledAt)); tries += 1);
    }
  }

  async function endOfHour(): Promise<void> {
    await pipeline.admit();
    const scans = await Promise.all(sources.map(({ id }) => pipeline.stores.scans.recent(id, 1000)));
    const hour = Math.round((clock.ms() - startMs) / hourMs);
    const now = { hour, heapMb: heapMb(), listings: offered().length, scans: scans.flat().length };
    passed.push(now);
    hourPassed(now);
  }

  /** And all that they sent is done. */
  async function lastScansAreHealthy(): Promise<boolean> {
    if (pipeline.queues.some(({ waiting }) => waiting.length > 0)) return false;
    const newest = await Promise.all(sources.map(({ id }) => pipeline.stores.scans.recent(id, 2)));
    return newest.every(
      (scans) =>
        scans.length === 2 &&
        scans.every(({ health, openedAt }) => health === 'healthy' && Date.parse(openedAt) >= startMs + hours * hourMs),
    );
  }

  async function workOff(): Promise<void> {
    for (;;) {
      if (await pipeline.work()) continue;
      const next = sqs.nextAt();
      if (next === undefined) return;
      clock.goTo(next);
    }
  }

  async function outcome(): Promise<SoakOutcome> {
    const { stores, queues } = pipeline;
    const stood = await whatStands(stores.dynamo, aws.environment);
    const shown = new Map<SiteId, string[]>();
    const scans: SoakOutcome['counts']['scans'] = {};
    for (const { id } of marketplace.sites) {
      const all = await stores.scans.recent(id, 1000);
      for (const { health = 'open' } of all) scans[health] = (scans[health] ?? 0) + 1;
      shown.set(
        id,
        (await stores.scans.pages(all[0]?.id ?? '')).flatMap(({ itemIds }) => itemIds),
      );
    }
    const verdict = judge({ stood, shown, marketplace, queues });
    const sum = (of: (queue: (typeof queues)[number]) => number) => queues.reduce((total, queue) => total + of(queue), 0);
    return {
      verdict,
      hours: passed,
      counts: {
        listings: stood.listings.length,
        cases: stood.cases.length,
        scans,
        messages: sum(({ accepted }) => accepted),
        parked: sum(({ dead }) => dead.length),
        handedOutTwice: sqs.handedOutTwice(),
        ...chaos.counts,
        weather: weather.counts,
      },
    };
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Of this thread, without garbage; the embedded services are in another. */
function heapMb(): number {
  collectGarbage();
  return Math.round((process.memoryUsage().heapUsed / 1024 / 1024) * 10) / 10;
}
