import { countScan, judgeScan, type Scan } from '../../shared/domain/scan.ts';
import type { ReadListing } from '../../shared/messages.ts';
import type { ScanParts } from './parts.ts';
import { readRequest } from './read-request.ts';

/**
 * The last page is done: judges the Scan and, when it was healthy, sends the listings that it no longer showed to be looked at.
 * A Scan that could not see makes no claim about what is missing (product rule 2).
 */
export async function closeScan(scan: Scan, { source, scans, listings, readQueue, now }: ScanParts): Promise<void> {
  const pages = await scans.pages(scan.id);
  const before = await scans.previousHealthy(source.id, scan.id);
  const { health, summary } = judgeScan(pages, before?.counts?.listingsSeen);

  let missing: ReadListing[] = [];
  if (health === 'healthy' && before !== undefined) {
    const seen = new Set(pages.flatMap((page) => page.itemIds));
    const seenBefore = (await scans.pages(before.id)).flatMap((page) => page.itemIds);
    const absent = [...new Set(seenBefore)].filter((itemId) => !seen.has(itemId));
    missing = await requestsFor(absent);
    await readQueue.send(missing.map((body) => readRequest(body)));
  }
  await scans.close({
    ...scan,
    closedAt: now().toISOString(),
    health,
    summary,
    counts: { ...countScan(pages), missing: missing.length },
  });

  async function requestsFor(itemIds: readonly string[]): Promise<ReadListing[]> {
    const requests: ReadListing[] = [];
    for (const itemId of itemIds) {
      const listing = await listings.get({ source: source.id, itemId });
      if (listing === undefined || listing.liveness === 'gone') continue;
      requests.push({ type: 'read-listing', source: source.id, scanId: scan.id, why: 'missing', itemId, url: listing.url });
    }
    return requests;
  }
}
