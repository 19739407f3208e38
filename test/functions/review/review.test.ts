import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { review } from '../../../functions/review/review.ts';
import { RetryLater } from '../../../shared/aws/errors.ts';
import { readManifest } from '../../../shared/evidence/capture.ts';
import { type CaseOpened, reviewRequestSchema } from '../../../shared/messages.ts';
import type { PageFetcher } from '../../../shared/sources/fetch-page.ts';
import { aCase } from '../../support/console-data.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aDelivery, aSourceOfItsOwn, createPipelineParts, listingPage, testNow } from '../../support/pipeline-parts.ts';
import { pageOf } from '../../support/scripted-fetcher.ts';

const url = 'https://market.example/item/phone/7';
const aws = useEmbeddedAws();

describe('capturing the evidence of a case', () => {
  it('keeps the page byte for byte and makes the case ready', async () => {
    const { parts, message } = await opened();
    const html = listingPage();
    parts.fetcher.answer(url, html);
    await review(message, aDelivery(), parts.review);
    const sha256 = createHash('sha256').update(html).digest('hex');
    const [stored] = await parts.review.captures.ofCase(message.caseId);
    const standing = await parts.review.cases.get(message.caseId);
    const page = { capturedAt: '2026-11-22T10:00:00.000Z', key: `${stored?.folder}/capture.warc.gz`, sha256, outcome: 'listing' };
    expect(standing).toMatchObject({ state: 'ready', readyAt: testNow.toISOString(), page });
    expect(await payloads(parts, message)).toEqual([{ what: 'page', sha256 }]);
  });

  it('keeps bytes as the server sent them, compressed or no text at all', async () => {
    const { parts, message } = await opened();
    const body = Uint8Array.from([0xff, 0xfe, 0x00, 0x80, 0x0d, 0x0a]);
    const wire = { statusText: 'OK', headers: [['content-encoding', 'br'] as const], body };
    parts.fetcher.answer(url, { ...page('', 200), wire });
    await review(message, aDelivery(), parts.review);
    const sha256 = createHash('sha256').update(body).digest('hex');
    expect((await parts.review.cases.get(message.caseId))?.page?.sha256).toBe(sha256);
    expect(await payloads(parts, message)).toEqual([{ what: 'page', sha256 }]);
  });

  it('notes how the page was answered, when, for which listing and with what', async () => {
    const { parts, message } = await opened();
    parts.fetcher.answer(url, { ...page(listingPage(), 200), finalUrl: `${url}?moved` });
    await review(message, aDelivery(), parts.review);
    const [{ manifest } = { manifest: undefined }] = await kept(parts, message);
    expect(manifest).toMatchObject({
      kind: 'page',
      caseId: message.caseId,
      listing: { url: expect.any(String) },
      startedAt: testNow.toISOString(),
      tools: { fencewatch: '0.1.0' },
      pieces: [{ what: 'page', url, finalUrl: `${url}?moved`, status: 200, contentType: 'text/html; charset=utf-8' }],
      missing: [],
    });
  });

  it('keeps a timestamp beside the manifest, and a row that says why there is none', async () => {
    const { parts, message } = await opened();
    parts.fetcher.answer(url, listingPage());
    const stamp = Uint8Array.from([1, 2, 3]);
    const answering = { ...parts.review.capturer, timestamps: async () => stamp };
    await review(message, aDelivery(), { ...parts.review, capturer: answering });
    const [stored] = await parts.review.captures.ofCase(message.caseId);
    expect(stored && (await parts.review.captures.read(stored)).timestamp).toEqual(stamp);

    const other = await opened();
    other.parts.fetcher.answer(url, listingPage());
    const silent = { ...other.parts.review.capturer, timestamps: async () => ({ why: 'HTTP 503' }) };
    await review(other.message, aDelivery(), { ...other.parts.review, capturer: silent });
    const [row] = await other.parts.review.audit.ofSubject('case', other.message.caseId);
    expect(row?.detail).toMatchObject({ timestamp: 'none: HTTP 503' });
    expect((await other.parts.review.cases.get(other.message.caseId))?.state).toBe('ready');
  });

  it('asks for the pictures of a listing, the first dozen, once', async () => {
    const { parts, message } = await opened();
    const pictures = Array.from({ length: 15 }, (_, index) => `https://market.example/photo/${index}.jpg`);
    parts.fetcher.answer(url, pageWithPictures([...pictures, `https://market.example/${'x'.repeat(3000)}.jpg`]));
    await review(message, aDelivery(), parts.review);
    const [request] = parts.queues.reviewQueue.sent;
    expect(request).toMatchObject({ group: 'market.example', body: { type: 'pictures-wanted', caseId: message.caseId } });
    expect(request?.body).toMatchObject({ pictures: pictures.slice(0, 12), leftOut: 4 });
    expect(reviewRequestSchema.parse(request?.body)).toEqual(request?.body);
  });

  it('asks for none of a page that is no listing', async () => {
    const { parts, message } = await opened();
    parts.fetcher.answer(url, page('<h1>Not found</h1><img src="/cat.jpg">', 404));
    await review(message, aDelivery(), parts.review);
    expect(parts.queues.reviewQueue.sent).toEqual([]);
  });

  it('makes the case ready with the reason when the page cannot be kept', async () => {
    const { parts, message } = await opened();
    parts.fetcher.answer(url, listingPage());
    const captures = { ...parts.review.captures, keep: () => Promise.reject(new Error('The bucket is out of reach')) };
    await expect(review(message, aDelivery(), { ...parts.review, captures })).rejects.toThrow('out of reach');
    await review(message, aDelivery(4), { ...parts.review, captures });
    const outcome = 'not captured: it could not be kept (The bucket is out of reach)';
    expect(await parts.review.cases.get(message.caseId)).toMatchObject({ state: 'ready', page: { outcome } });
  });

  it('says that the page is gone, and keeps what the platform answered', async () => {
    const { parts, message } = await opened();
    parts.fetcher.answer(url, page('<h1>Not found</h1>', 404));
    await review(message, aDelivery(), parts.review);
    const standing = await parts.review.cases.get(message.caseId);
    expect(standing).toMatchObject({ state: 'ready', page: { outcome: 'gone' } });
    expect(standing?.page?.key).toBeDefined();
  });

  it('tries again while the page cannot be had, then makes the case ready with the reason', async () => {
    const { parts, message } = await opened();
    parts.fetcher.answer(url, { outcome: 'failed', why: 'HTTP 503' });
    for (const attempt of [1, 2, 3]) {
      const delivery = aDelivery(attempt);
      await expect(review(message, delivery, parts.review)).rejects.toMatchObject({ afterSeconds: 5 * attempt });
      expect((await parts.review.cases.get(message.caseId))?.state).toBe('opened');
    }
    await review(message, aDelivery(4), parts.review);
    const standing = await parts.review.cases.get(message.caseId);
    expect(standing).toMatchObject({ state: 'ready' });
    expect(standing?.page).toEqual({ capturedAt: testNow.toISOString(), outcome: 'not captured: HTTP 503' });
    const [{ manifest } = { manifest: undefined }] = await kept(parts, message);
    expect(manifest).toMatchObject({ pieces: [], missing: [{ what: 'page', why: 'HTTP 503' }] });
  });

  it('waits as long as the platform asks', async () => {
    const { parts, message } = await opened();
    parts.fetcher.answer(url, { outcome: 'failed', why: 'HTTP 429', retryAfterSeconds: 120 });
    const again = review(message, aDelivery(), parts.review);
    await expect(again).rejects.toThrow(RetryLater);
    await expect(again).rejects.toMatchObject({ afterSeconds: 120 });
  });

  it('asks once where it may not go', async () => {
    const { parts, message } = await opened();
    parts.fetcher.answer(url, { outcome: 'refused', why: 'robots.txt forbids it' });
    await review(message, aDelivery(), parts.review);
    const standing = await parts.review.cases.get(message.caseId);
    expect(standing).toMatchObject({ state: 'ready', page: { outcome: 'not captured: robots.txt forbids it' } });
  });

  it('visits the platform once for a message that comes twice, and says once that it did', async () => {
    const { parts, message } = await opened();
    parts.fetcher.answer(url, listingPage());
    await review(message, aDelivery(), parts.review);
    const before = await parts.review.cases.get(message.caseId);
    await review(message, aDelivery(), parts.review);
    expect(parts.fetcher.asked).toEqual([url]);
    expect(await parts.review.cases.get(message.caseId)).toEqual(before);
    const subject = { kind: 'case', id: message.caseId };
    const captured = { at: testNow.toISOString(), actor: 'review', act: 'evidence-captured', subject, outcome: 'done' };
    const [stored] = await parts.review.captures.ofCase(message.caseId);
    const detail = { kind: 'page', folder: stored?.folder, manifestSha256: stored?.manifestSha256, pieces: 1, missing: 0 };
    expect(await parts.review.audit.ofSubject('case', message.caseId)).toEqual([{ ...captured, detail }]);
  });

  it('visits nobody for a case that is closed, or for none', async () => {
    const { parts, message } = await opened();
    await parts.review.cases.move(message.caseId, 'closed', { closedBecause: 'The record is disputed.' });
    await review(message, aDelivery(), parts.review);
    await review({ ...message, caseId: 'none' }, aDelivery(), parts.review);
    expect(parts.fetcher.asked).toEqual([]);
    expect((await parts.review.cases.get(message.caseId))?.state).toBe('closed');
  });

  it('leaves a case closed that was closed during the visit', async () => {
    const { parts, message } = await opened();
    const { cases } = parts.review;
    const fetcher = {
      ...parts.fetcher,
      async fetch() {
        await cases.move(message.caseId, 'closed', { closedBecause: 'The record is disputed.' });
        return page(listingPage(), 200);
      },
    };
    await review(message, aDelivery(), { ...parts.review, fetcher });
    expect((await cases.get(message.caseId))?.state).toBe('closed');
  });

  it('gives the visit up when its time is over', async () => {
    const { parts, message } = await opened();
    const delivery = { ...aDelivery(4), signal: AbortSignal.abort(new Error('out of time')) };
    const fetcher: PageFetcher = {
      ...parts.fetcher,
      async fetch(_url, _source, options) {
        options?.signal?.throwIfAborted();
        return page(listingPage(), 200);
      },
    };
    await expect(review(message, delivery, { ...parts.review, fetcher })).rejects.toThrow('out of time');
    expect((await parts.review.cases.get(message.caseId))?.state).toBe('opened');
  });

  it('begins again after a crash between the page and the case', async () => {
    const { parts, message } = await opened();
    parts.fetcher.answer(url, listingPage());
    const { cases } = parts.review;
    const crashing = { ...cases, move: () => Promise.reject(new Error('The table is out of reach')) };
    await expect(review(message, aDelivery(), { ...parts.review, cases: crashing })).rejects.toThrow('out of reach');
    await review(message, aDelivery(2), parts.review);
    expect(await cases.get(message.caseId)).toMatchObject({ state: 'ready', page: { outcome: 'listing' } });
  });
});

function page(text: string, status: number) {
  const answer = pageOf(url, text, status);
  if (answer.outcome !== 'page') throw new Error('A page is a page');
  return answer;
}

function pageWithPictures(addresses: readonly string[]) {
  const product = { '@context': 'https://schema.org', '@type': 'Product', name: 'iPhone 13 128GB', image: addresses };
  return `<!doctype html><html><head><title>iPhone 13 128GB</title><script type="application/ld+json">${JSON.stringify({ ...product, offers: { '@type': 'Offer', price: 300, priceCurrency: 'GBP' } })}</script></head><body><h1>iPhone 13 128GB</h1><p>Good condition.</p></body></html>`;
}

type Opened = Awaited<ReturnType<typeof opened>>;

async function kept({ review: { captures } }: Opened['parts'], { caseId }: Opened['message']) {
  const stored = await captures.ofCase(caseId);
  const files = await Promise.all(stored.map(captures.read));
  return files.map(({ manifest, warc }) => ({ manifest: readManifest(manifest), warc }));
}

async function payloads(parts: Opened['parts'], message: Opened['message']) {
  const manifests = await kept(parts, message);
  return manifests.flatMap(({ manifest }) => manifest.pieces.map(({ what, payload }) => ({ what, sha256: payload.sha256 })));
}

async function opened() {
  const source = aSourceOfItsOwn();
  const parts = createPipelineParts(aws, source);
  const { page: _page, readyAt: _readyAt, ...rest } = aCase();
  const standing = { ...rest, id: `case-of-${source.id}`, state: 'opened' as const };
  await parts.review.cases.open(standing);
  const message: CaseOpened = { type: 'case-opened', caseId: standing.id, source: source.id, url };
  return { parts, message };
}
