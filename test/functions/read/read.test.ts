import { describe, expect, it } from 'vitest';
import { readListing } from '../../../functions/read/read.ts';
import { forgetExpired } from '../../../local/forget-expired.ts';
import { RetryLater, Unprocessable } from '../../../shared/aws/errors.ts';
import { checkDigit } from '../../../shared/domain/imei.ts';
import { packTacs } from '../../../shared/domain/tac/packed-tacs.ts';
import type { ReadListing } from '../../../shared/messages.ts';
import type { FetchedPage, FetchOutcome } from '../../../shared/sources/fetch-page.ts';
import type { Source } from '../../../shared/sources/source.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aDelivery, aSourceOfItsOwn, createPipelineParts, listingPage } from '../../support/pipeline-parts.ts';
import { pageOf } from '../../support/scripted-fetcher.ts';

const url = 'https://market.example/item/phone/7';
const aws = useEmbeddedAws();

describe('reading a listing', () => {
  it('keeps what it says as the first revision and asks for it to be matched', async () => {
    const { parts, message, key } = reading();
    parts.fetcher.answer(url, listingPage({ description: 'IMEI 356938035643817' }));
    await readListing(message, aDelivery(), parts.read);
    expect(await parts.read.listings.get(key)).toMatchObject({ liveness: 'live', revision: 1, cardHash: 'card-1' });
    expect(await parts.read.listings.revision(key, 1)).toMatchObject({
      title: 'iPhone 13 128GB',
      price: { amount: 300, currency: 'GBP' },
      changed: [],
    });
    expect(parts.queues.matchQueue.sent.map(({ body }) => body)).toEqual([{ type: 'listing-revised', ...key, revision: 1 }]);
  });

  it('says of a number which phone its TAC names and whether the title names it', async () => {
    const { parts, message, key } = reading();
    const tacs = packTacs([
      { tac: '35693803', entry: { brand: 'Apple', models: ['A2633'], otherNames: [], source: 's' } },
      { tac: '35516789', entry: { brand: 'Samsung', models: ['Galaxy S21'], otherNames: [], source: 's' } },
    ]);
    parts.fetcher.answer(url, listingPage({ description: 'IMEI 356938035643817 and IMEI 355167890712340 and IMEI 353990110712346' }));
    await readListing(message, aDelivery(), { ...parts.read, tacs: { current: async () => tacs } });
    const revision = await parts.read.listings.revision(key, 1);
    expect(revision?.identifiers.map(({ value, features }) => [value, features?.tac, features?.modelAgrees])).toEqual([
      ['356938035643817', 'Apple A2633', true],
      ['355167890712340', 'Samsung Galaxy S21', false],
      ['353990110712346', undefined, undefined],
    ]);
  });

  it('keeps a page that says more than an item holds: the surest of its numbers, and the beginning of its texts', async () => {
    const { parts, message, key } = reading();
    const many = Array.from({ length: 3000 }, (_, at) => `35693803${String(at * 7).padStart(6, '0')}`).map(
      (digits) => `IMEI ${digits}${checkDigit(digits)}`,
    );
    parts.fetcher.answer(url, listingPage({ description: `${many.join('\n')} ${'漢'.repeat(500_000)}` }));
    await readListing(message, aDelivery(), parts.read);
    const revision = await parts.read.listings.revision(key, 1);
    const kept = revision?.identifiers.length ?? 0;
    expect(kept).toBeGreaterThan(200);
    expect(revision?.how['identifiers']).toBe(`the surest ${kept} of 3000`);
    expect(revision?.description).toHaveLength(30_000);
  });

  it('keeps no second revision of what says the same', async () => {
    const { parts, message, key } = reading();
    parts.fetcher.answer(url, listingPage());
    await readListing(message, aDelivery(), parts.read);
    await readListing({ ...message, cardHash: 'card-2' }, aDelivery(), parts.read);
    expect(await parts.read.listings.get(key)).toMatchObject({ revision: 1, cardHash: 'card-2' });
    expect(parts.queues.matchQueue.sent).toHaveLength(1);
  });

  it('names the fields that changed', async () => {
    const { parts, message, again, key } = reading();
    parts.fetcher.answer(url, listingPage());
    await readListing(message, aDelivery(), parts.read);
    parts.fetcher.answer(url, listingPage({ price: 250 }));
    await readListing(again, aDelivery(), parts.read);
    expect((await parts.read.listings.revisions(key)).map(({ number, changed }) => [number, changed])).toEqual([
      [1, []],
      [2, ['price']],
    ]);
  });

  it('asks for the match again when a crash fell between revision and request', async () => {
    const { parts, message } = reading();
    parts.fetcher.answer(url, listingPage());
    parts.queues.matchQueue.failOnce();
    await expect(readListing(message, aDelivery(1), parts.read)).rejects.toThrow('out of reach');
    await readListing(message, aDelivery(2), parts.read);
    expect(parts.queues.matchQueue.sent).toHaveLength(1);
  });

  it('is not fetched again when another scan asked for the same card while it waited to be read', async () => {
    const { parts, message, key } = reading();
    parts.fetcher.answer(url, listingPage());
    await readListing(message, aDelivery(), parts.read);
    await readListing({ ...message, scanId: `${key.source}~2026-11-22T10:20:00Z` }, aDelivery(), parts.read);
    expect(parts.fetcher.asked).toHaveLength(1);
    await readListing({ ...message, why: 'changed', cardHash: 'card-2' }, aDelivery(), parts.read);
    await readListing({ ...message, why: 'missing' }, aDelivery(), parts.read);
    expect(parts.fetcher.asked).toHaveLength(3);
  });

  it('calls a listing gone that the platform says is not there', async () => {
    const { parts, message, key } = reading();
    parts.fetcher.answer(url, listingPage());
    await readListing(message, aDelivery(), parts.read);
    parts.fetcher.answer(url, pageOf(url, '<h1>Not found</h1>', 404));
    await readListing({ ...message, why: 'missing' }, aDelivery(), parts.read);
    expect(await parts.read.listings.get(key)).toMatchObject({ liveness: 'gone', revision: 1 });
  });

  it('calls no listing gone that a search page still shows, and has it looked at again by the next scan', async () => {
    const { parts, message, again, key } = reading();
    parts.fetcher.answer(url, pageOf(url, '<h1>Not found</h1>', 404));
    await readListing(message, aDelivery(), parts.read);
    expect(await parts.read.listings.get(key)).toMatchObject({ liveness: 'unknown', revision: 0 });
    parts.fetcher.answer(url, listingPage());
    await readListing(message, aDelivery(), parts.read);
    parts.fetcher.answer(url, pageOf(url, '<h1>Not found</h1>', 404));
    await readListing(again, aDelivery(), parts.read);
    expect(await parts.read.listings.get(key)).toMatchObject({ liveness: 'unknown', revision: 1 });
    expect((await parts.read.listings.knownCards(key.source, [key.itemId])).get(key.itemId)?.cardHash).toBe('');
    await readListing({ ...message, why: 'missing' }, aDelivery(), parts.read);
    expect(await parts.read.listings.get(key)).toMatchObject({ liveness: 'gone', revision: 1 });
  });

  it('asks for the match again of a listing that can be seen again and says what it said', async () => {
    const { parts, message, again } = reading();
    parts.fetcher.answer(url, listingPage());
    await readListing(message, aDelivery(), parts.read);
    parts.fetcher.answer(url, pageOf(url, '<h1>Not found</h1>', 404));
    await readListing(again, aDelivery(), parts.read);
    parts.fetcher.answer(url, listingPage());
    await readListing(message, aDelivery(), parts.read);
    expect(parts.queues.matchQueue.sent).toHaveLength(2);
  });

  it.each([
    ['a block page', pageOf(url, '<title>Access denied</title><h1>Access denied</h1>', 403)],
    [
      'a captcha with status 200',
      pageOf(url, '<title>Just a moment</title><form id="captcha-form"><h1>Are you human?</h1><div class="g-recaptcha"></div></form>'),
    ],
    ['an error of the server', { outcome: 'failed', why: 'HTTP 500' } as const],
  ])('never takes %s for gone', async (_name, answer) => {
    const { parts, message, key } = reading();
    parts.fetcher.answer(url, listingPage());
    await readListing(message, aDelivery(), parts.read);
    parts.fetcher.answer(url, answer);
    await expect(readListing({ ...message, why: 'missing' }, aDelivery(), parts.read)).rejects.toThrow(RetryLater);
    expect((await parts.read.listings.get(key))?.liveness).not.toBe('gone');
  });

  it('tries a page that is no listing again, then parks it and notes its card', async () => {
    const { parts, message, key } = reading();
    parts.fetcher.answer(url, pageOf(url, '<!doctype html><html><body><div id="app"></div><script src="/app.js"></script></body></html>'));
    await expect(readListing(message, aDelivery(1), parts.read)).rejects.toThrow(RetryLater);
    expect(await parts.read.listings.get(key)).toBeUndefined();
    await expect(readListing(message, aDelivery(4), parts.read)).rejects.toThrow(Unprocessable);
    expect(await parts.read.listings.get(key)).toMatchObject({ liveness: 'unknown', cardHash: 'card-1', revision: 0 });
  });

  it('is counted for the health of its scan, with the fields that stood there', async () => {
    const { parts, message, again } = reading();
    parts.fetcher.answer(url, listingPage());
    await readListing(message, aDelivery(), parts.read);
    parts.fetcher.answer(url, { outcome: 'failed', why: 'HTTP 500' });
    await expect(readListing(again, aDelivery(), parts.read)).rejects.toThrow(RetryLater);
    parts.fetcher.answer(url, { outcome: 'failed', why: 'later', isOurWait: true });
    await expect(readListing(again, aDelivery(), parts.read)).rejects.toThrow(RetryLater);
    expect(await parts.scan.scans.readings(message.scanId)).toEqual({
      outcomes: { live: 1, failed: 1 },
      fields: { price: 1, description: 1, postedAt: 1 },
      otherLanguage: 0,
    });
  });

  it('is counted as contradicting itself when structured data says another price than the selector', async () => {
    const { parts, message, key } = reading({ listing: { ...aSourceOfItsOwn().listing, price: ['.asked'] } });
    parts.fetcher.answer(url, `${listingPage()}<b class="asked">£99</b>`);
    await readListing(message, aDelivery(), parts.read);
    expect((await parts.scan.scans.readings(message.scanId)).contradicted).toBe(1);
    expect((await parts.read.listings.revision(key, 1))?.disagreements).toMatchObject([
      { field: 'price', taken: { from: 'selector', value: '99 GBP' } },
    ]);
  });

  it('lets the host rest for everybody when page after page turns it away', async () => {
    const { parts, message } = reading();
    parts.fetcher.answer(url, pageOf(url, '<h1>Access denied</h1>', 403));
    for (let visit = 1; visit <= 3; visit += 1) {
      await expect(readListing(message, aDelivery(), parts.read)).rejects.toThrow('turned us away');
      expect(parts.held).toHaveLength(visit < 3 ? 0 : 1);
    }
    expect(parts.held).toEqual([{ host: 'market.example', untilMs: Date.parse('2026-11-22T10:05:00Z') }]);
  });

  describe('that was read before', () => {
    const headers = { etag: '"v1"', 'last-modified': 'Sun, 22 Nov 2026 09:00:00 GMT' };
    const answered = (changes: Partial<FetchedPage> = {}): FetchOutcome => {
      const page = pageOf(url, listingPage());
      return page.outcome === 'page' ? { ...page, headers: { ...page.headers, ...headers }, ...changes } : page;
    };
    const notModified = { outcome: 'not-modified', url } as const;

    it('is asked for conditionally, and an answer "not modified" keeps it live without a revision or a match', async () => {
      const { parts, message, key } = reading();
      parts.fetcher.answer(url, answered());
      await readListing(message, aDelivery(), parts.read);
      parts.fetcher.answer(url, notModified);
      await readListing({ ...message, why: 'missing', cardHash: 'card-2' }, aDelivery(), parts.read);
      expect(parts.fetcher.conditions).toEqual([{}, { etag: '"v1"', lastModified: headers['last-modified'] }]);
      expect(await parts.read.listings.get(key)).toMatchObject({ liveness: 'live', revision: 1, cardHash: 'card-2' });
      expect(parts.queues.matchQueue.sent).toHaveLength(1);
      expect((await parts.scan.scans.readings(message.scanId)).outcomes).toEqual({ live: 2 });
    });

    it.each<[string, Partial<FetchedPage>, Partial<Source>]>([
      ['whose answer had no validators', { headers: {} }, {}],
      ['that was redirected', { finalUrl: `${url}?seen` }, {}],
      ['whose entity tag is none', { headers: { etag: 'v1' } }, {}],
      ['that is rendered', {}, { pages: { how: 'rendered', waitFor: 'h1' } }],
    ])('%s is asked for as if it were new', async (_, page, changes) => {
      const { parts, message, again } = reading(changes);
      parts.fetcher.answer(url, answered(page));
      await readListing(message, aDelivery(), parts.read);
      await readListing(again, aDelivery(), parts.read);
      expect(parts.fetcher.conditions).toEqual([{}, {}]);
    });

    it('is read again in full after its definition has changed', async () => {
      const { parts, message, again } = reading();
      parts.fetcher.answer(url, answered());
      await readListing(message, aDelivery(), parts.read);
      const { source } = parts.read;
      await readListing(again, aDelivery(), { ...parts.read, source: { ...source, listing: { ...source.listing, title: ['h1'] } } });
      expect(parts.fetcher.conditions[1]).toEqual({});
    });

    it('is asked for in full when it was gone, so that it may come back', async () => {
      const { parts, message, again, key } = reading();
      parts.fetcher.answer(url, answered());
      await readListing(message, aDelivery(), parts.read);
      parts.fetcher.answer(url, pageOf(url, '', 404));
      await readListing(again, aDelivery(), parts.read);
      parts.fetcher.answer(url, answered());
      await readListing(again, aDelivery(), parts.read);
      expect(parts.fetcher.conditions[2]).toEqual({});
      expect(await parts.read.listings.get(key)).toMatchObject({ liveness: 'live', revision: 1 });
    });

    it('and says the same keeps its text as long as itself, and is matched again before the index forgets it', async () => {
      const { parts, message, again, key } = reading();
      parts.fetcher.answer(url, answered());
      await readListing(message, aDelivery(), parts.read);
      const day = 86_400_000;
      const later = (days: number) => ({ ...parts.read, now: () => new Date(parts.read.now().getTime() + days * day) });
      await readListing(again, aDelivery(), later(10));
      expect(parts.queues.matchQueue.sent).toHaveLength(1);
      await readListing(again, aDelivery(), later(20));
      expect(parts.queues.matchQueue.sent).toHaveLength(2);
      await forgetExpired(aws.dynamo, new Date(parts.read.now().getTime() + 40 * day));
      expect([await parts.read.listings.get(key), await parts.read.listings.revision(key, 1)]).not.toContain(undefined);
    });
  });

  it('says for which scan it was looked at', async () => {
    const { parts, message, key } = reading();
    parts.fetcher.answer(url, listingPage());
    await readListing(message, aDelivery(), parts.read);
    expect(await parts.read.listings.get(key)).toMatchObject({ liveness: 'live', scanId: message.scanId });
  });

  it('parks a page that may not be fetched, with the reason', async () => {
    const { parts, message } = reading();
    parts.fetcher.answer(url, { outcome: 'refused', why: 'robots.txt of market.example disallows /item' });
    await expect(readListing(message, aDelivery(), parts.read)).rejects.toThrow('robots.txt of market.example disallows /item');
  });
});

function reading(changes: Partial<Source> = {}) {
  const source = { ...aSourceOfItsOwn(), ...changes };
  const parts = createPipelineParts(aws, source);
  const message: ReadListing = {
    type: 'read-listing',
    source: source.id,
    scanId: `${source.id}~2026-11-22T10:00:00Z`,
    why: 'new',
    itemId: '7',
    url,
    cardHash: 'card-1',
  };
  const again: ReadListing = { ...message, why: 'half-forgotten' };
  return { parts, message, again, key: { source: source.id, itemId: '7' } };
}
