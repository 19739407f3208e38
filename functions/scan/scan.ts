import type { Delivery } from '../../shared/aws/batch.ts';
import { RetryLater } from '../../shared/aws/errors.ts';
import type { KnownCard } from '../../shared/aws/listing-store.ts';
import type { ListingCard } from '../../shared/domain/listing.ts';
import { isHalfForgotten } from '../../shared/domain/retention.ts';
import type { SearchPageResult } from '../../shared/domain/scan.ts';
import type { ReadListing, ScanPage } from '../../shared/messages.ts';
import { isSamePath } from '../../shared/sources/listing-url.ts';
import { type PageReading, readPage } from '../../shared/sources/read-page.ts';
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
  const isProbe = message.search >= parts.source.searches.length;
  const nothing = { ...nothingSeen(message), ...(isProbe && { isProbe }) };
  const fetched = await parts.fetcher.fetch(message.url, parts.source, { signal: delivery.signal });

  if (fetched.outcome === 'failed') {
    if (!delivery.lastAttempt)
      return comeBack(message, { why: fetched.why, afterSeconds: fetched.retryAfterSeconds ?? 5 * delivery.attempt }, parts);
    return { result: { ...nothing, outcome: 'failed', reason: fetched.why }, toRead: [] };
  }
  if (fetched.outcome === 'refused') return { result: { ...nothing, outcome: 'blocked', reason: fetched.why }, toRead: [] };
  if (fetched.outcome === 'not-modified')
    throw new Error('A search page was answered "not modified" though nothing was asked conditionally');

  const reading = readPage({ ...fetched, url: message.url, source: parts.source, withoutIdentifiers: true });
  const answered = { ...nothing, status: fetched.status };
  if (isProbe) return { result: { ...answered, ...answerToProbe(reading, parts.source) }, toRead: [] };
  if (reading.kind === 'search') return sortCards(message, { reading, status: fetched.status }, parts);
  if (isBehindTheLast(message, { reading, finalUrl: fetched.finalUrl }, parts.source))
    return { result: { ...answered, outcome: 'empty' }, toRead: [] };
  const outcome = reading.kind === 'blocked' ? 'blocked' : 'unknown';
  return { result: { ...answered, outcome, reason: reading.reason ?? `read as ${reading.kind}` }, toRead: [] };
}

/** A host that is down, or says "not now", may keep a Scan waiting for hours: whoever asks how it stands is told. */
async function comeBack(
  { scanId }: ScanPage,
  { why, afterSeconds }: { why: string; afterSeconds: number },
  { source, scans, now }: ScanParts,
): Promise<never> {
  const until = new Date(now().getTime() + afterSeconds * 1000).toISOString();
  await scans.noteWait({ source: source.id, id: scanId }, { until, why });
  throw new RetryLater(why, { afterSeconds });
}

function nothingSeen({ search, page, url }: ScanPage) {
  return { search, page, url, itemIds: [], fresh: 0, changed: 0, unchanged: 0 };
}

/** Many platforms answer for the page after the last one with a 404 or the first page; for the first page neither is ever right. */
function isBehindTheLast(message: ScanPage, { reading, finalUrl }: { reading: PageReading; finalUrl: string }, source: Source): boolean {
  if (message.page === 1) return false;
  const first = source.searches[message.search]?.url;
  return reading.kind === 'gone' || (finalUrl !== message.url && first !== undefined && isSamePath(finalUrl, first));
}

/** Whether the known answer was there. */
function answerToProbe(reading: PageReading, { probe }: Source): Pick<SearchPageResult, 'outcome' | 'reason'> {
  const titles = reading.kind === 'listing' ? [reading.title] : reading.cards.map(({ title }) => title);
  const wanted = probe?.shows.toLowerCase() ?? '';
  if (titles.some((title) => title?.toLowerCase().includes(wanted))) return { outcome: 'read' };
  if (reading.kind === 'blocked') return { outcome: 'blocked', reason: reading.reason ?? 'block page' };
  const found = reading.reason ?? `a ${reading.kind} that does not show “${probe?.shows}”`;
  return { outcome: 'unknown', reason: found };
}

async function sortCards(
  message: ScanPage,
  { reading: { cards, areCardsCut, nextPageUrl: nextUrl, otherLanguage }, status }: { reading: PageReading; status: number },
  { source, listings, now }: ScanParts,
): Promise<SeenPage> {
  const itemIds = [...new Set(cards.map((card) => card.itemId))];
  const known = await listings.knownCards(source.id, itemIds);
  const toRead: ReadListing[] = [];
  let fresh = 0;
  let changed = 0;
  for (const itemId of itemIds) {
    const card = cards.find((candidate) => candidate.itemId === itemId);
    if (card === undefined) continue;
    const hash = cardHash(card);
    const why = whyRead(hash, known.get(itemId), { source, now });
    if (why === undefined) continue;
    if (why === 'new') fresh += 1;
    if (why === 'changed') changed += 1;
    toRead.push({ type: 'read-listing', source: source.id, scanId: message.scanId, why, itemId, url: card.url, cardHash: hash });
  }
  return {
    result: {
      ...nothingSeen(message),
      outcome: cards.length > 0 ? 'read' : 'empty',
      status,
      ...(otherLanguage !== undefined && { otherLanguage }),
      itemIds,
      ...(areCardsCut && { isCut: true }),
      cardFields: { title: itemIds.length - lacking(cards, 'title'), price: itemIds.length - lacking(cards, 'price') },
      fresh,
      changed,
      unchanged: itemIds.length - fresh - changed,
      ...(nextUrl !== undefined && { nextUrl }),
    },
    toRead,
  };
}

function whyRead(
  hash: string,
  known: KnownCard | undefined,
  { source, now }: Pick<ScanParts, 'source' | 'now'>,
): ReadListing['why'] | undefined {
  if (known === undefined) return 'new';
  if (known.cardHash !== hash) return 'changed';
  const { readAt } = known;
  return readAt !== undefined && isHalfForgotten({ readAt }, source.retentionDays, now()) ? 'half-forgotten' : undefined;
}

/** Offers of which no card has the field: a photo's link and a title's are two cards of one offer. */
function lacking(cards: readonly ListingCard[], field: 'title' | 'price'): number {
  const having = new Set(cards.filter((card) => card[field] !== undefined).map(({ itemId }) => itemId));
  return new Set(cards.map(({ itemId }) => itemId)).size - having.size;
}

/** The next page of this search, else the first page of the next search, at last the known-answer probe. A Source that turns us away is left alone at once. */
function nextPage(message: ScanPage, result: SearchPageResult, source: Source): ScanPage | undefined {
  if (result.outcome === 'blocked') return undefined;
  const { nextUrl } = result;
  if (nextUrl !== undefined && nextUrl !== message.url && message.page < source.searchPage.maxPages) {
    return { ...message, page: message.page + 1, url: nextUrl };
  }
  const search = source.searches[message.search + 1];
  if (search !== undefined) return { ...message, search: message.search + 1, page: 1, url: search.url };
  const isLastSearch = message.search === source.searches.length - 1;
  return isLastSearch && source.probe !== undefined
    ? { ...message, search: message.search + 1, page: 1, url: source.probe.url }
    : undefined;
}

function pageName({ scanId, search, page }: ScanPage): string {
  return `${scanId}#${search}#${page}`;
}
