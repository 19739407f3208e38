import type { Delivery } from '../../shared/aws/batch.ts';
import { RetryLater } from '../../shared/aws/errors.ts';
import type { ListingCard } from '../../shared/domain/listing.ts';
import type { SearchPageResult } from '../../shared/domain/scan.ts';
import type { ReadListing, ScanPage } from '../../shared/messages.ts';
import { readPage } from '../../shared/sources/read-page.ts';
import type { Source } from '../../shared/sources/source.ts';
import { closeScan } from './close-scan.ts';
import type { ScanParts } from './parts.ts';
import { cardHash, readRequest } from './read-request.ts';

/** What one search page gave: its result for the Scan, and the listings that are new or changed. */
interface SeenPage {
  result: SearchPageResult;
  toRead: ReadListing[];
}

/**
 * One search page of an open Scan: fetch, read the cards, send what is new or changed to be read, note the result, go on.
 *
 * Listings are sent before the result is noted and the result before the next page is sent, so a crash between any two leaves
 * work that a redelivery does again and never work that is lost. A page that was noted already is not fetched again.
 */
export async function scanPage(message: ScanPage, delivery: Delivery, parts: ScanParts): Promise<void> {
  const { source, scans, readQueue } = parts;
  const scan = await scans.get(source.id, message.scanId);
  if (scan === undefined || scan.closedAt !== undefined) return;

  let result = await scans.page(message.scanId, message);
  if (result === undefined) {
    const seen = await lookAtPage(message, delivery, parts);
    await readQueue.send(seen.toRead.map((body) => readRequest(body)));
    await scans.savePage(message.scanId, seen.result);
    result = seen.result;
  }

  const next = nextPage(message, result, source);
  if (next === undefined) await closeScan(scan, parts);
  else await parts.scanQueue.send([{ body: next, group: new URL(next.url).host, deduplicationId: pageName(next) }]);
}

async function lookAtPage(message: ScanPage, delivery: Delivery, parts: ScanParts): Promise<SeenPage> {
  const nothing = { search: message.search, page: message.page, url: message.url, itemIds: [], fresh: 0, changed: 0, unchanged: 0 };
  const fetched = await parts.fetcher.fetch(message.url, parts.source, { signal: delivery.signal });

  if (fetched.outcome === 'failed') {
    if (!delivery.lastAttempt) throw new RetryLater(fetched.why, { afterSeconds: fetched.retryAfterSeconds ?? 5 * delivery.attempt });
    return { result: { ...nothing, outcome: 'failed', reason: fetched.why }, toRead: [] };
  }
  if (fetched.outcome === 'refused') return { result: { ...nothing, outcome: 'blocked', reason: fetched.why }, toRead: [] };
  if (fetched.outcome === 'not-modified')
    throw new Error('A search page was answered "not modified" though nothing was asked conditionally');

  const reading = readPage({ ...fetched, url: message.url, source: parts.source });
  if (reading.kind === 'search') return sortCards(message, reading.cards, reading.nextPageUrl, parts);
  // The page after the last one is a 404 on many platforms; the first page never rightly is.
  if (reading.kind === 'gone' && message.page > 1) return { result: { ...nothing, outcome: 'empty' }, toRead: [] };
  const outcome = reading.kind === 'blocked' ? 'blocked' : 'unknown';
  return { result: { ...nothing, outcome, reason: reading.reason ?? `read as ${reading.kind}` }, toRead: [] };
}

async function sortCards(
  message: ScanPage,
  cards: readonly ListingCard[],
  nextUrl: string | undefined,
  { source, listings }: ScanParts,
): Promise<SeenPage> {
  const itemIds = [...new Set(cards.map((card) => card.itemId))];
  const known = await listings.cardHashes(source.id, itemIds);
  const toRead: ReadListing[] = [];
  let fresh = 0;
  let changed = 0;
  for (const itemId of itemIds) {
    const card = cards.find((candidate) => candidate.itemId === itemId);
    if (card === undefined) continue;
    const knownHash = known.get(itemId);
    const hash = cardHash(card);
    if (knownHash === hash) continue;
    if (knownHash === undefined) fresh += 1;
    else changed += 1;
    const why = knownHash === undefined ? 'new' : 'changed';
    toRead.push({ type: 'read-listing', source: source.id, scanId: message.scanId, why, itemId, url: card.url, cardHash: hash });
  }
  return {
    result: {
      search: message.search,
      page: message.page,
      url: message.url,
      outcome: cards.length > 0 ? 'read' : 'empty',
      itemIds,
      fresh,
      changed,
      unchanged: itemIds.length - fresh - changed,
      ...(nextUrl !== undefined && { nextUrl }),
    },
    toRead,
  };
}

/** The next page of this search, else the first page of the next search. A Source that turns us away is left alone at once. */
function nextPage(message: ScanPage, result: SearchPageResult, source: Source): ScanPage | undefined {
  if (result.outcome === 'blocked') return undefined;
  const { nextUrl } = result;
  if (nextUrl !== undefined && nextUrl !== message.url && message.page < source.searchPage.maxPages) {
    return { ...message, page: message.page + 1, url: nextUrl };
  }
  const search = source.searches[message.search + 1];
  return search && { ...message, search: message.search + 1, page: 1, url: search.url };
}

function pageName({ scanId, search, page }: ScanPage): string {
  return `${scanId}#${search}#${page}`;
}
