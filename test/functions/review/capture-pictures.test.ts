import { describe, expect, it } from 'vitest';
import { capturePictures } from '../../../functions/review/capture-pictures.ts';
import { readManifest } from '../../../shared/evidence/capture.ts';
import { writeCapture } from '../../../shared/evidence/write-capture.ts';
import type { PicturesWanted } from '../../../shared/messages.ts';
import type { Drawing, PageToDraw } from '../../../shared/sources/page-drawing.ts';
import { aDraft, anAnswer } from '../../support/captures.ts';
import { aCase } from '../../support/console-data.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aDelivery, aSourceOfItsOwn, createPipelineParts, testNow } from '../../support/pipeline-parts.ts';
import { pageOf } from '../../support/scripted-fetcher.ts';

const aws = useEmbeddedAws();
const [first, second, third] = ['https://market.example/1.jpg', 'https://market.example/2.jpg', 'https://market.example/3.jpg'] as const;

describe('capturing the pictures of a listing', () => {
  it('keeps each, and names those that could not be had with the reason', async () => {
    const { parts, message } = await wanted({ pictures: [first, second, third], leftOut: 4 });
    parts.fetcher.answer(first, pageOf(first, 'one'));
    parts.fetcher.answer(second, { outcome: 'refused', why: 'photos.example is not a host of market' });
    parts.fetcher.answer(third, { outcome: 'failed', why: 'larger than 5000000 bytes' });
    await capturePictures(message, aDelivery(), parts.review);
    const manifest = await onlyManifest(parts, message);
    expect(manifest.pieces.map(({ what, url, payload }) => [what, url, payload.bytes])).toEqual([['photo', first, 3]]);
    expect(manifest.missing).toEqual([
      { what: 'photo', url: second, why: 'photos.example is not a host of market' },
      { what: 'photo', url: third, why: 'larger than 5000000 bytes' },
      { what: 'photo', why: '4 more of the page: beyond the first 3, or at no web address' },
      { what: 'full-page', why: 'there is no browser here' },
    ]);
    expect(parts.fetcher.asked).toEqual([first, second, third]);
  });

  it('visits the platform once for a message that comes twice, and again for a case that was opened again', async () => {
    const { parts, message } = await wanted({ pictures: [first] });
    await capturePictures(message, aDelivery(), parts.review);
    await capturePictures(message, aDelivery(2), parts.review);
    expect(parts.fetcher.asked).toEqual([first]);
    const { cases } = parts.review;
    const later = new Date(testNow.getTime() + 60_000);
    await cases.move(message.caseId, 'closed', { closedBecause: 'refused' });
    await cases.move(message.caseId, 'opened', { openedAt: later.toISOString() });
    await capturePictures(message, aDelivery(), { ...parts.review, now: () => later });
    expect(parts.fetcher.asked).toEqual([first, first]);
  });

  it('comes again only when no picture was had and some may be later', async () => {
    const { parts, message } = await wanted({ pictures: [first, second] });
    parts.fetcher.answer(first, { outcome: 'failed', why: 'HTTP 429', retryAfterSeconds: 90 });
    parts.fetcher.answer(second, { outcome: 'refused', why: 'robots.txt forbids it' });
    await expect(capturePictures(message, aDelivery(), parts.review)).rejects.toMatchObject({ afterSeconds: 90 });
    await capturePictures(message, aDelivery(4), parts.review);
    const manifest = await onlyManifest(parts, message);
    expect(manifest.missing.map(({ why }) => why)).toEqual(['HTTP 429', 'robots.txt forbids it', 'there is no browser here']);
  });

  it('stops at 25 MB and says what it left', async () => {
    const pictures = Array.from({ length: 12 }, (_, index) => `https://market.example/${index}.jpg`);
    const { parts, message } = await wanted({ pictures });
    const body = new Uint8Array(5_000_000);
    for (const url of pictures) {
      const answer = pageOf(url, '');
      if (answer.outcome === 'page') parts.fetcher.answer(url, { ...answer, wire: { ...answer.wire, body } });
    }
    await capturePictures(message, aDelivery(), parts.review);
    const manifest = await onlyManifest(parts, message);
    expect(manifest.pieces).toHaveLength(6);
    expect(manifest.missing.filter(({ what }) => what === 'photo')).toHaveLength(6);
    expect(manifest.missing[0]?.why).toBe('the pictures before it filled the 25 MB there are');
  });

  it('stops when its share of the minute is over and says what it left', async () => {
    const { parts, message } = await wanted({ pictures: [first, second, third] });
    let at = testNow.getTime();
    const fetcher = {
      ...parts.fetcher,
      async fetch(url: string) {
        at += 30_000;
        return pageOf(url, 'slow');
      },
    };
    await capturePictures(message, aDelivery(), { ...parts.review, fetcher, now: () => new Date(at) });
    const manifest = await onlyManifest(parts, message);
    expect(manifest.pieces).toHaveLength(2);
    expect(manifest.missing[0]).toEqual({ what: 'photo', url: third, why: 'the pictures before it took the 40 seconds there are' });
  });

  it('draws the page from the bytes that were captured, with the photos of this capture', async () => {
    const { parts, message } = await wanted({ pictures: [first] });
    await parts.review.captures.keep(await writeCapture(aDraft({ caseId: message.caseId, seen: [anAnswer({ text: '<h1>Grüße</h1>' })] })));
    parts.fetcher.answer(first, pageOf(first, 'one'));
    const asked: PageToDraw[] = [];
    async function draw(page: PageToDraw): Promise<Drawing> {
      asked.push(page);
      return { fullPage: new Uint8Array(9), offer: new Uint8Array(5) };
    }
    await capturePictures(message, aDelivery(), { ...parts.review, capturer: { ...parts.review.capturer, draw } });
    expect(asked.map(({ text, photos }) => [text, [...photos.keys()]])).toEqual([['<h1>Grüße</h1>', [first]]]);
    const manifest = await picturesManifest(parts, message);
    expect(manifest.pieces.map(({ what, payload }) => [what, payload.bytes])).toEqual([
      ['photo', 3],
      ['full-page', 9],
      ['offer', 5],
    ]);
    expect(manifest.missing).toEqual([]);
  });

  it('keeps the photos of a page that cannot be drawn, and says why', async () => {
    const { parts, message } = await wanted({ pictures: [first] });
    await parts.review.captures.keep(await writeCapture(aDraft({ caseId: message.caseId })));
    const draw = () => Promise.reject(new Error('not done within 10000 ms\n  at somewhere'));
    await capturePictures(message, aDelivery(), { ...parts.review, capturer: { ...parts.review.capturer, draw } });
    const manifest = await picturesManifest(parts, message);
    expect(manifest.pieces).toHaveLength(1);
    expect(manifest.missing).toEqual([{ what: 'full-page', why: 'the browser could not draw it: not done within 10000 ms' }]);
  });

  it('visits nobody for a case that is closed, or for none', async () => {
    const { parts, message } = await wanted({ pictures: [first] });
    await parts.review.cases.move(message.caseId, 'closed', { closedBecause: 'The record is disputed.' });
    await capturePictures(message, aDelivery(), parts.review);
    await capturePictures({ ...message, caseId: 'none' }, aDelivery(), parts.review);
    expect(parts.fetcher.asked).toEqual([]);
  });
});

type Wanted = Awaited<ReturnType<typeof wanted>>;

async function picturesManifest({ review: { captures } }: Wanted['parts'], { caseId }: PicturesWanted) {
  const stored = (await captures.ofCase(caseId)).find(({ kind }) => kind === 'pictures');
  if (stored === undefined) throw new Error('No pictures were kept');
  return readManifest((await captures.read(stored)).manifest);
}

async function onlyManifest({ review: { captures } }: Wanted['parts'], { caseId }: PicturesWanted) {
  const stored = await captures.ofCase(caseId);
  const [manifest, ...others] = await Promise.all(stored.map(async (each) => readManifest((await captures.read(each)).manifest)));
  if (manifest === undefined || others.length > 0) throw new Error(`${stored.length} captures were kept`);
  return manifest;
}

async function wanted({ pictures, leftOut = 0 }: { pictures: readonly string[]; leftOut?: number }) {
  const source = aSourceOfItsOwn();
  const parts = createPipelineParts(aws, source);
  const standing = { ...aCase(), id: `case-of-${source.id}`, state: 'ready' as const, openedAt: testNow.toISOString() };
  await parts.review.cases.open(standing);
  const url = 'https://market.example/item/phone/7';
  const message: PicturesWanted = {
    type: 'pictures-wanted',
    caseId: standing.id,
    source: source.id,
    url,
    pictures: [...pictures],
    leftOut,
  };
  return { parts, message };
}
