import { describe, expect, it } from 'vitest';
import { openScan } from '../../../functions/open-scan/open-scan.ts';
import { scanPage } from '../../../functions/scan/scan.ts';
import { RetryLater } from '../../../shared/aws/errors.ts';
import type { Scan } from '../../../shared/domain/scan.ts';
import { sourceHealth } from '../../../shared/domain/source-health.ts';
import { readListingSchema, scanPageSchema } from '../../../shared/messages.ts';
import type { Source } from '../../../shared/sources/source.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aDelivery, aSourceOfItsOwn, createPipelineParts, listingPage, searchPage, testNow } from '../../support/pipeline-parts.ts';
import { pageOf } from '../../support/scripted-fetcher.ts';

const first = 'https://market.example/phones';
const second = 'https://market.example/phones?page=2';
const third = 'https://market.example/phones?page=3';
const cards = { searchPage: { card: 'article', link: ['a@href'], title: ['a'], price: ['.price'], next: ['a[rel=next]@href'] } };
const scheduledAt = '2026-11-22T10:00:00Z';
const aws = useEmbeddedAws();

describe('a scan', () => {
  it('walks from page to page, sends each new listing once, and ends healthy', async () => {
    const { parts, run } = scanOf(aSourceOfItsOwn(cards));
    parts.fetcher.answer(first, searchPage([1, 2], { next: second }));
    parts.fetcher.answer(second, searchPage([2, 3]));
    const scan = await run(scheduledAt);
    expect(scan).toMatchObject({ health: 'healthy', counts: { searchPages: 2, listingsSeen: 3, missing: 0 } });
    expect(listingsAsked(parts)).toEqual([`new 1`, `new 2`, `new 3`]);
    expect(parts.queues.readQueue.sent.every(({ group }) => group === 'market.example')).toBe(true);
  });

  it('is opened once when its schedule fires twice', async () => {
    const { parts, open } = scanOf(aSourceOfItsOwn(cards));
    expect([await open(scheduledAt), await open(scheduledAt)]).toEqual(['opened', 'opened']);
    expect(parts.queues.scanQueue.sent).toHaveLength(1);
  });

  it('is not opened while the one before still runs, and closes one that lost its thread as blind', async () => {
    const { source, parts, open } = scanOf(aSourceOfItsOwn(cards));
    await open(scheduledAt);
    expect(await open('2026-11-22T10:15:00Z')).toBe('previous-still-running');
    const later = { ...parts.scan, pauses: parts.pauses, aheadOfTime: () => {}, now: () => new Date(testNow.getTime() + 4 * 3_600_000) };
    expect(await openScan({ source: source.id, scheduledAt: '2026-11-22T14:00:00Z' }, later)).toBe('opened');
    const scans = await parts.scan.scans.recent(source.id, 2);
    expect(scans.map(({ health }) => health)).toEqual([undefined, 'blind']);
  });

  it('opens though scans stand there that a clock hours ahead has opened, and says so', async () => {
    const { source, parts, open, run, ahead } = scanOf(aSourceOfItsOwn(cards));
    parts.fetcher.answer(first, searchPage([1, 2]));
    const [openAhead, blockedAhead] = [`${source.id}~2026-11-22T19:00:00Z`, `${source.id}~2026-11-22T18:00:00Z`];
    await parts.scan.scans.open({ id: openAhead, source: source.id, openedAt: '2026-11-22T19:00:00Z' });
    await parts.scan.scans.open({
      id: blockedAhead,
      source: source.id,
      openedAt: '2026-11-22T18:00:00Z',
      resumesAt: '2026-11-23T18:00:00Z',
    });
    expect(await open(scheduledAt)).toBe('opened');
    expect(ahead).toEqual([openAhead]);
    expect(await open('2026-11-22T10:15:00Z')).toBe('previous-still-running');
    await run(scheduledAt);
    const [last] = await parts.scan.scans.recent(source.id, 1, { dueBy: testNow });
    expect(last).toMatchObject({ id: `${source.id}~${scheduledAt}`, health: 'healthy' });
  });

  it('says while its host keeps it waiting until when and for what', async () => {
    const { source, parts, open } = scanOf(aSourceOfItsOwn(cards));
    parts.fetcher.answer(first, { outcome: 'failed', why: 'robots.txt of market.example: HTTP 500', retryAfterSeconds: 600 });
    await open(scheduledAt);
    await expect(scanPage(nextMessage(parts), aDelivery(1), parts.scan)).rejects.toThrow(RetryLater);
    const scans = await parts.scan.scans.recent(source.id, 1);
    expect(scans[0]).toMatchObject({ waits: { until: '2026-11-22T10:10:00.000Z', why: 'robots.txt of market.example: HTTP 500' } });
    expect(sourceHealth(scans, { name: 'Market', everyMinutes: 60, now: testNow })).toMatchObject({
      message:
        'Market has not been scanned yet. The scan under way waits until 22 Nov 10:10 UTC: robots.txt of market.example: HTTP 500. Until then nobody asks again.',
    });
  });

  it('does not open for a source that is disabled', async () => {
    const { parts, open } = scanOf(aSourceOfItsOwn({ ...cards, enabled: false, disabledBecause: 'Terms not read.' }));
    expect(await open(scheduledAt)).toBe('source-disabled');
    expect(parts.queues.scanQueue.sent).toEqual([]);
  });

  it('does not open while its source is paused, and opens once the time is over or it is resumed', async () => {
    const { source, parts, open } = scanOf(aSourceOfItsOwn(cards));
    const pause = { source: source.id, since: '2026-11-22T09:00:00Z', reason: 'The platform asked.', by: 'Ama Osei' };
    await parts.pauses.put(pause);
    expect(await open(scheduledAt)).toBe('source-paused');
    expect([parts.queues.scanQueue.sent, await parts.scan.scans.recent(source.id, 1)]).toEqual([[], []]);
    await parts.pauses.put({ ...pause, until: '2026-11-22T10:00:01Z' });
    expect(await open(scheduledAt)).toBe('source-paused');
    await parts.pauses.put({ ...pause, until: testNow.toISOString() });
    expect(await open(scheduledAt)).toBe('opened');
    await parts.pauses.remove(source.id);
    expect(await parts.pauses.of(source.id)).toBeUndefined();
  });

  it('sends unchanged listings nowhere and changed ones again', async () => {
    const { parts, run } = scanOf(aSourceOfItsOwn(cards));
    parts.fetcher.answer(first, searchPage([1, 2]));
    await run('2026-11-22T10:00:00Z');
    await remember(parts);
    parts.queues.readQueue.sent.length = 0;
    expect(await run('2026-11-22T11:00:00Z')).toMatchObject({ counts: { unchanged: 2, fresh: 0, changed: 0 } });
    expect(listingsAsked(parts)).toEqual([]);

    parts.fetcher.answer(first, searchPage([1, 2], { price: 90 }));
    expect(await run('2026-11-22T12:00:00Z')).toMatchObject({ counts: { unchanged: 0, changed: 2 } });
    expect(listingsAsked(parts)).toEqual(['changed 1', 'changed 2']);
  });

  it('asks again about an unchanged listing when half of its term has passed since it was read', async () => {
    const { source, parts, run } = scanOf(aSourceOfItsOwn(cards));
    parts.fetcher.answer(first, searchPage([1, 2]));
    await run('2026-11-22T10:00:00Z');
    await remember(parts, { '2': new Date(testNow.getTime() - 16 * 86_400_000) });
    const later = scanOf(source);
    later.parts.fetcher.answer(first, searchPage([1, 2]));
    expect(await later.run('2026-11-22T11:00:00Z')).toMatchObject({ counts: { unchanged: 2, fresh: 0, changed: 0 } });
    expect(listingsAsked(later.parts)).toEqual(['half-forgotten 2']);
  });

  it('asks about a listing that was gone and is shown again as it was', async () => {
    const { source, parts, run } = scanOf(aSourceOfItsOwn(cards));
    parts.fetcher.answer(first, searchPage([1, 2]));
    await run('2026-11-22T10:00:00Z');
    await remember(parts);
    await parts.scan.listings.setLiveness({ source: source.id, itemId: '2' }, 'gone');
    // An hour later, and the queue remembers no deduplication ids.
    const later = scanOf(source);
    later.parts.fetcher.answer(first, searchPage([1, 2]));
    expect(await later.run('2026-11-22T11:00:00Z')).toMatchObject({ counts: { unchanged: 1, changed: 1 } });
    expect(listingsAsked(later.parts)).toEqual(['changed 2']);
  });

  it('asks about listings that a healthy scan no longer shows, and only then', async () => {
    const { parts, run } = scanOf(aSourceOfItsOwn(cards));
    parts.fetcher.answer(first, searchPage([1, 2, 3]));
    await run('2026-11-22T10:00:00Z');
    await remember(parts);
    parts.queues.readQueue.sent.length = 0;

    parts.fetcher.answer(first, { outcome: 'failed', why: 'HTTP 503' });
    expect(await run('2026-11-22T11:00:00Z', { attempts: 4 })).toMatchObject({ health: 'blind', counts: { missing: 0 } });
    expect(listingsAsked(parts)).toEqual([]);

    parts.fetcher.answer(first, searchPage([1, 2]));
    expect(await run('2026-11-22T12:00:00Z')).toMatchObject({ health: 'healthy', counts: { missing: 1 } });
    expect(listingsAsked(parts)).toEqual(['missing 3']);
  });

  it('tries a failing page again, then goes on without it and ends degraded', async () => {
    const { parts, open } = scanOf(aSourceOfItsOwn(cards));
    parts.fetcher.answer(first, searchPage([1], { next: second }));
    parts.fetcher.answer(second, { outcome: 'failed', why: 'HTTP 500', retryAfterSeconds: 30 });
    await open(scheduledAt);
    await scanPage(nextMessage(parts), aDelivery(), parts.scan);
    const message = nextMessage(parts);
    await expect(scanPage(message, aDelivery(1), parts.scan)).rejects.toThrow(new RetryLater('HTTP 500', { afterSeconds: 30 }));
    await scanPage(message, aDelivery(4), parts.scan);
    const scan = (await parts.scan.scans.recent(parts.scan.source.id, 1))[0];
    expect(scan).toMatchObject({ health: 'degraded', summary: '1 search page read, 1 listing seen. 1 search page not read (HTTP 500).' });
  });

  it('leaves a source alone at once that turns it away', async () => {
    const { parts, run } = scanOf(aSourceOfItsOwn(cards));
    parts.fetcher.answer(first, searchPage([1], { next: second }));
    parts.fetcher.answer(second, pageOf(second, '<h1>Access denied</h1>', 403));
    expect(await run(scheduledAt)).toMatchObject({ health: 'blocked' });
    expect(parts.fetcher.asked).toEqual([first, second]);
  });

  it('asks for the known answer at the end, counts nothing by it, and says when it is not there', async () => {
    const answer = 'https://market.example/item/phone/1';
    const { parts, run } = scanOf(aSourceOfItsOwn({ ...cards, probe: { url: answer, shows: 'house phone' } }));
    parts.fetcher.answer(first, searchPage([1, 2]));
    parts.fetcher.answer(answer, listingPage({ title: 'The House Phone, not for sale' }));
    expect(await run('2026-11-22T10:00:00Z')).toMatchObject({ health: 'healthy', counts: { searchPages: 1, listingsSeen: 2 } });
    expect(parts.fetcher.asked).toEqual([first, answer]);

    parts.fetcher.answer(answer, listingPage({ title: 'Something else' }));
    expect(await run('2026-11-22T11:00:00Z')).toMatchObject({
      health: 'degraded',
      summary: expect.stringContaining('The known answer was not there (a listing that does not show “house phone”)'),
    });
  });

  it('that was turned away rests: longer each time, its host for everybody, and is told of once', async () => {
    const { source, parts, run, open } = scanOf(aSourceOfItsOwn({ ...cards, schedule: { everyMinutes: 60 } }));
    parts.fetcher.answer(first, pageOf(first, '<h1>Access denied</h1>', 403));
    expect(await run('2026-11-22T10:00:00Z')).toMatchObject({ health: 'blocked', resumesAt: '2026-11-22T10:59:30.000Z' });
    expect(parts.held).toEqual([{ host: 'market.example', untilMs: Date.parse('2026-11-22T10:59:30Z') }]);
    expect(await open('2026-11-22T10:30:00Z')).toBe('source-blocked');
    expect(await run('2026-11-22T11:00:00Z')).toMatchObject({ health: 'blocked', resumesAt: '2026-11-22T12:59:30.000Z' });
    expect(await open('2026-11-22T12:00:00Z')).toBe('source-blocked');
    parts.fetcher.answer(first, searchPage([1]));
    expect(await run('2026-11-22T13:00:00Z')).toMatchObject({ health: 'healthy' });
    expect(parts.closedScans.map(({ health }) => health)).toEqual(['blocked', 'blocked', 'healthy']);
    expect((await parts.scan.scans.recent(source.id, 1))[0]?.resumesAt).toBeUndefined();
  });

  it('is judged by the listing pages that were read for it and the one before', async () => {
    const { source, parts, run } = scanOf(aSourceOfItsOwn(cards));
    parts.fetcher.answer(first, searchPage([1, 2]));
    await run('2026-11-22T10:00:00Z');
    const before = `${source.id}~2026-11-22T10:00:00Z`;
    for (let page = 0; page < 12; page += 1) {
      await parts.scan.scans.countReading(before, { outcome: page < 9 ? 'unknown' : 'live', fields: [], otherLanguage: false });
    }
    expect(await run('2026-11-22T11:00:00Z')).toMatchObject({
      health: 'degraded',
      summary: expect.stringContaining('9 of 12 listing pages could not be read'),
    });
  });

  it('is compared with no scan of another definition', async () => {
    const { source, parts, run } = scanOf(aSourceOfItsOwn(cards));
    parts.fetcher.answer(first, searchPage(Array.from({ length: 30 }, (_, index) => index + 1)));
    await run('2026-11-22T10:00:00Z');
    parts.fetcher.answer(first, searchPage([1, 2]));
    expect(await run('2026-11-22T11:00:00Z')).toMatchObject({ health: 'degraded' });
    source.searchPage.maxPages = 4;
    expect(await run('2026-11-22T12:00:00Z')).toMatchObject({ health: 'healthy' });
  });

  it('takes the first page, where a platform shows it behind the last one, for the end of the list', async () => {
    const { parts, run } = scanOf(aSourceOfItsOwn({ ...cards, searches: [{ name: 'Phones', url: first }] }));
    parts.fetcher.answer(first, searchPage([1], { next: 'https://market.example/phones/2' }));
    const answer = pageOf('https://market.example/phones/2', searchPage([1]));
    parts.fetcher.answer('https://market.example/phones/2', { ...answer, ...(answer.outcome === 'page' && { finalUrl: first }) });
    expect(await run(scheduledAt)).toMatchObject({ health: 'healthy', counts: { searchPages: 2, listingsSeen: 1 } });
  });

  it('says that a page held more offers than are read of one, and calls none of the rest missing', async () => {
    const { parts, run } = scanOf(aSourceOfItsOwn(cards));
    const all = Array.from({ length: 2001 }, (_, index) => index + 1);
    parts.fetcher.answer(first, searchPage(all.slice(0, 1000), { next: second }));
    parts.fetcher.answer(second, searchPage(all.slice(1000)));
    await run('2026-11-22T10:00:00Z');
    parts.fetcher.answer(first, searchPage(all));
    expect(await run('2026-11-22T11:00:00Z')).toMatchObject({
      health: 'degraded',
      counts: { listingsSeen: 2000, missing: 0 },
      summary: '1 search page read, 2,000 listings seen. 1 search page held more than the 2,000 offers that were read of it.',
    });
  });

  it('takes a 404 behind the first page for the end of the list', async () => {
    const { parts, run } = scanOf(aSourceOfItsOwn(cards));
    parts.fetcher.answer(first, searchPage([1], { next: third }));
    expect(await run(scheduledAt)).toMatchObject({ health: 'healthy', counts: { searchPages: 2, listingsSeen: 1 } });
  });

  it('loses nothing when it crashes between two writes', async () => {
    const { parts, open } = scanOf(aSourceOfItsOwn(cards));
    parts.fetcher.answer(first, searchPage([1, 2], { next: second }));
    parts.fetcher.answer(second, searchPage([3]));
    await open(scheduledAt);
    const message = nextMessage(parts);

    parts.queues.readQueue.failOnce();
    await expect(scanPage(message, aDelivery(1), parts.scan)).rejects.toThrow('out of reach');
    parts.queues.scanQueue.failOnce();
    await expect(scanPage(message, aDelivery(2), parts.scan)).rejects.toThrow('out of reach');
    expect(listingsAsked(parts)).toEqual(['new 1', 'new 2']);

    const visits = parts.fetcher.asked.length;
    await scanPage(message, aDelivery(3), parts.scan);
    expect(parts.fetcher.asked).toHaveLength(visits);
    await scanPage(nextMessage(parts), aDelivery(), parts.scan);
    expect(listingsAsked(parts)).toEqual(['new 1', 'new 2', 'new 3']);
  });
});

function scanOf(source: Source) {
  const parts = createPipelineParts(aws, source);
  const ahead: string[] = [];
  const aheadOfTime = ({ id }: Scan) => void ahead.push(id);
  const open = (at: string) => openScan({ source: source.id, scheduledAt: at }, { ...parts.scan, pauses: parts.pauses, aheadOfTime });
  async function run(at: string, { attempts = 1 } = {}) {
    await open(at);
    while (parts.queues.scanQueue.sent.length > 0) {
      const message = nextMessage(parts);
      for (let attempt = 1; attempt <= attempts; attempt += 1) await scanPage(message, aDelivery(attempt), parts.scan).catch(ignoreRetry);
    }
    return (await parts.scan.scans.recent(source.id, 1))[0];
  }
  return { source, parts, open, run, ahead };
}

function ignoreRetry(error: unknown): void {
  if (!(error instanceof RetryLater)) throw error;
}

function nextMessage(parts: ReturnType<typeof createPipelineParts>) {
  return scanPageSchema.parse(parts.queues.scanQueue.sent.shift()?.body);
}

function listingsAsked(parts: ReturnType<typeof createPipelineParts>): string[] {
  return parts.queues.readQueue.sent.map(({ body }) => readListingSchema.parse(body)).map(({ why, itemId }) => `${why} ${itemId}`);
}

/** As reading does: the card is known from now on. */
async function remember(parts: ReturnType<typeof createPipelineParts>, readAt: Record<string, Date> = {}): Promise<void> {
  for (const { body } of parts.queues.readQueue.sent) {
    const { source, itemId, url, cardHash = '' } = readListingSchema.parse(body);
    const at = { firstSeenAt: testNow.toISOString(), readAt: (readAt[itemId] ?? testNow).toISOString() };
    const listing = { source, itemId, url, cardHash, liveness: 'live' as const, revision: 0, ...at };
    await parts.scan.listings.saveReading({ listing });
  }
}
