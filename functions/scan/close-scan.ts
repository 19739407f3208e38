import { addTallies } from '../../shared/domain/reading-tally.ts';
import { countScan, type Scan, type ScanHealth, scheduledTime } from '../../shared/domain/scan.ts';
import { historyOf, judgeScan } from '../../shared/domain/scan-health.ts';
import { minutesAfterBlock } from '../../shared/domain/source-health.ts';
import type { ReadListing } from '../../shared/messages.ts';
import type { ScanParts } from './parts.ts';
import { readRequest } from './read-request.ts';

/** Looked back at for what is usual; healthy ones among them are compared with. */
const scansLookedAt = 60;

/**
 * The last page is done: judges the Scan and, when it was healthy, sends the listings that it no longer showed to be looked at.
 * A Scan that could not see makes no claim about what is missing (product rule 2). A Source that turned us away rests.
 */
export async function closeScan(scan: Scan, { source, scans, listings, readQueue, holdOff, closed, now }: ScanParts): Promise<void> {
  const pages = await scans.pages(scan.id);
  const earlier = (await scans.recent(source.id, scansLookedAt, { dueBy: new Date(scheduledTime(scan.id)) })).filter(
    ({ id }) => id < scan.id,
  );
  const tallies = await Promise.all([scan, ...earlier.slice(0, 1)].map(({ id }) => scans.readings(id)));
  const readings = addTallies(tallies);
  const { health, summary } = judgeScan({ pages, readings, history: historyOf(scan, earlier) });

  const missing = health === 'healthy' ? await missingListings() : [];
  await readQueue.send(missing.map((body) => readRequest(body)));
  const resumesAt = health === 'blocked' ? await rest(earlier.map((one) => one.health)) : undefined;
  const result: Scan = {
    ...scan,
    closedAt: now().toISOString(),
    health,
    summary,
    counts: { ...countScan(pages), missing: missing.length },
    readings,
    ...(resumesAt !== undefined && { resumesAt }),
  };
  if ((await scans.close(result)) === 'closed') closed(result);

  async function missingListings(): Promise<ReadListing[]> {
    const before = await scans.previousHealthy(source.id, scan.id);
    if (before === undefined) return [];
    const seen = new Set(pages.flatMap((page) => page.itemIds));
    const seenBefore = (await scans.pages(before.id)).flatMap((page) => page.itemIds);
    return requestsFor([...new Set(seenBefore)].filter((itemId) => !seen.has(itemId)));
  }

  async function requestsFor(itemIds: readonly string[]): Promise<ReadListing[]> {
    const requests: ReadListing[] = [];
    for (const itemId of itemIds) {
      const listing = await listings.get({ source: source.id, itemId });
      if (listing === undefined || listing.liveness === 'gone') continue;
      requests.push({ type: 'read-listing', source: source.id, scanId: scan.id, why: 'missing', itemId, url: listing.url });
    }
    return requests;
  }

  /** Nobody visits the hosts of this Source until then, reading and review included. */
  async function rest(healthsBefore: readonly (ScanHealth | undefined)[]): Promise<string> {
    const inARow = 1 + [...healthsBefore, 'healthy'].findIndex((before) => before !== 'blocked');
    const restMinutes = minutesAfterBlock(source.schedule.everyMinutes, inARow);
    // The next due Scan may come a little early.
    const untilMs = scheduledTime(scan.id) + restMinutes * 60_000 - 30_000;
    const hosts = new Set([...source.searches, ...pages].map(({ url }) => new URL(url).host));
    for (const host of hosts) await holdOff({ host, untilMs, now: now().getTime() });
    return new Date(untilMs).toISOString();
  }
}
