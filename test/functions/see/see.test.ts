import { describe, expect, it } from 'vitest';
import { listedOf } from '../../../functions/match/listed.ts';
import { readListing } from '../../../functions/read/read.ts';
import { see } from '../../../functions/see/see.ts';
import { RetryLater } from '../../../shared/aws/errors.ts';
import { assumedMarket } from '../../../shared/domain/matching/market.ts';
import { currentModel } from '../../../shared/domain/matching/matching-model.ts';
import { photosWantedSchema, type ReadListing } from '../../../shared/messages.ts';
import { photoFamily } from '../../../shared/photo-family.ts';
import type { PhotoReading } from '../../../shared/vision/read-photo.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aDelivery, aSourceOfItsOwn, createPipelineParts, listingPage, testNow } from '../../support/pipeline-parts.ts';
import { pageOf } from '../../support/scripted-fetcher.ts';

const url = 'https://market.example/item/phone/7';
const [first, second] = ['https://market.example/photo/1.jpg', 'https://market.example/photo/2.jpg'];
const imei = '355167890712340';
const aws = useEmbeddedAws();

const find = { source: 'text' as const, labelled: true, minDigitConfidence: 0.98, box: { x: 10, y: 20, width: 300, height: 40 } };
const withNumber: PhotoReading = {
  outcome: 'read',
  width: 900,
  height: 1200,
  text: '',
  identifiers: [{ kind: 'imei', value: imei, ...find }],
};

/** A listing with two photos, read; what its photos say is told by `reading`. */
async function listingWithPhotos(reading: PhotoReading = withNumber) {
  const source = aSourceOfItsOwn();
  const parts = createPipelineParts(aws, source);
  const key = { source: source.id, itemId: '7' };
  const message: ReadListing = { type: 'read-listing', ...key, scanId: `${source.id}~2026-11-22T10:00:00Z`, why: 'new', url };
  const page = (image: readonly string[], rest = {}) => listingPage({ image, ...rest });
  parts.fetcher.answer(url, page([first, second]));
  await readListing(message, aDelivery(), parts.read);
  const read: Uint8Array[] = [];
  const seeParts = {
    ...parts.see,
    read: async (bytes: Uint8Array) => {
      read.push(bytes);
      return reading;
    },
  };
  const wanted = photosWantedSchema.parse(parts.queues.seeQueue.sent[0]?.body);
  return { parts, seeParts, key, message, wanted, page, read };
}

describe('the photos of a listing', () => {
  it('are asked for behind its text, which is matched without them', async () => {
    const { parts, wanted, key } = await listingWithPhotos();
    expect(wanted).toEqual({ type: 'photos-wanted', ...key, revision: 1 });
    expect(parts.queues.seeQueue.sent[0]?.group).toBe('market.example');
    expect(parts.queues.matchQueue.sent).toHaveLength(1);
  });

  it('add their numbers to what the listing is matched by, with the place on the photo', async () => {
    const { parts, seeParts, key, wanted } = await listingWithPhotos();
    parts.fetcher.answer(first, pageOf(first, 'one photo'));
    parts.fetcher.answer(second, pageOf(second, 'another'));
    await see(wanted, aDelivery(), seeParts);
    const [revision, listing] = [await seeParts.listings.revision(key, 1), await parts.read.listings.get(key)];
    if (listing === undefined || revision === undefined) throw new Error('nothing kept');
    expect(revision.photos?.[0]).toMatchObject({ url: first, outcome: 'read', width: 900, finds: [{ value: imei, box: find.box }] });
    const listed = listedOf(listing, revision, assumedMarket(currentModel, 500));
    expect(listed.compared.identifiers.map(({ value, where }) => [value, where])).toEqual([
      [imei, 'photo:1'],
      [imei, 'photo:2'],
    ]);
    expect(parts.queues.matchQueue.sent).toHaveLength(2);
  });

  it('are kept byte for byte with the number on them, and drawn anew to be shown', async () => {
    const { parts, seeParts, key, wanted } = await listingWithPhotos();
    const bytes = `kept ${wanted.source}`;
    parts.fetcher.answer(first, pageOf(first, bytes));
    parts.fetcher.answer(second, { outcome: 'refused', why: 'not a host of this source' });
    await see(wanted, aDelivery(), seeParts);
    const [photo] = (await seeParts.listings.revision(key, 1))?.photos ?? [];
    expect(photo).toMatchObject({ readWith: { fencewatch: '0.1.0' }, seenAt: expect.stringMatching(/^20\d\d-/) });
    const kept = await parts.review.photos.get(photo?.sha256 ?? '', parts.see.source.retentionDays);
    expect(Buffer.from(kept?.bytes ?? []).toString()).toBe(bytes);
    expect(Buffer.from(kept?.rendition ?? []).toString()).toBe(`drawn from ${bytes.length} bytes`);
  });

  it('that look like a photo of another listing are told to be, and are drawn small', async () => {
    const view = { coarse: '0123456789abcdef', fine: '0123456789abcdef'.repeat(4) };
    const fingerprint = { kept: [view], asked: [view] };
    const sofa = { outcome: 'read' as const, width: 900, height: 1200, text: '', identifiers: [], fingerprint };
    const [one, two] = [await listingWithPhotos(sofa), await listingWithPhotos(sofa)];
    for (const { parts, seeParts, wanted } of [one, two]) {
      parts.fetcher.answer(first, pageOf(first, `sofa of ${wanted.source}`));
      parts.fetcher.answer(second, { outcome: 'refused', why: 'not a host of this source' });
      await see(wanted, aDelivery(), seeParts);
    }
    const shown = await Promise.all([one, two].map(async ({ seeParts, key }) => (await seeParts.listings.revision(key, 1))?.photos?.[0]));
    const [a = '', b = ''] = shown.map((photo) => photo?.sha256);
    const family = await photoFamily(a, two.seeParts.index);
    expect(family.members.map(({ sha256, uses }) => [sha256, uses.map(({ source }) => source)])).toEqual([
      [a, [one.key.source]],
      [b, [two.key.source]],
    ]);
    expect(two.parts.queues.matchQueue.sent.at(-1)?.body).toEqual({ type: 'listing-revised', ...two.key, revision: 1 });
    expect(await two.parts.review.photos.getRendition(b, two.seeParts.source.retentionDays)).toBeDefined();
    expect(await two.parts.review.photos.get(b, two.seeParts.source.retentionDays)).toBeUndefined();
  });

  it('that the listing still shows weeks later are not forgotten by the index, and nothing is fetched again', async () => {
    const view = { coarse: 'fedcba9876543210', fine: 'fedcba9876543210'.repeat(4) };
    const sofa = {
      outcome: 'read' as const,
      width: 900,
      height: 1200,
      text: '',
      identifiers: [],
      fingerprint: { kept: [view], asked: [view] },
    };
    const { parts, seeParts, key, message, wanted } = await listingWithPhotos(sofa);
    parts.fetcher.answer(first, pageOf(first, `still ${wanted.source}`));
    parts.fetcher.answer(second, { outcome: 'refused', why: 'not a host of this source' });
    await see(wanted, aDelivery(), seeParts);
    const sha256 = (await seeParts.listings.revision(key, 1))?.photos?.[0]?.sha256 ?? '';
    const before = (await seeParts.index.prints([sha256])).get(sha256)?.expiresAt ?? 0;
    const later = () => new Date(testNow.getTime() + 20 * 86_400_000);
    const asked = parts.fetcher.asked.filter((address) => address === first).length;
    await readListing({ ...message, why: 'changed' }, aDelivery(), { ...parts.read, now: later });
    expect(parts.queues.seeQueue.sent).toHaveLength(2);
    await see(wanted, aDelivery(), { ...seeParts, now: later });
    expect((await seeParts.index.prints([sha256])).get(sha256)?.expiresAt).toBe(before + 20 * 86_400);
    expect(parts.fetcher.asked.filter((address) => address === first)).toHaveLength(asked);
  });

  it('are looked at in their largest form, and as the page shows them where there is none', async () => {
    const { parts, seeParts, key, wanted } = await listingWithPhotos();
    const larger = { ...seeParts.source, listing: { ...seeParts.source.listing, largerPhotos: [{ replace: '.jpg', by: '-large.jpg' }] } };
    parts.fetcher.answer('https://market.example/photo/1-large.jpg', pageOf(first, `large ${wanted.source}`));
    parts.fetcher.answer('https://market.example/photo/2-large.jpg', { outcome: 'refused', why: 'robots.txt forbids it' });
    parts.fetcher.answer(second, pageOf(second, `small ${wanted.source}`));
    await see(wanted, aDelivery(), { ...seeParts, source: larger });
    const photos = (await seeParts.listings.revision(key, 1))?.photos;
    expect(photos?.map(({ url: shown, largerUrl, outcome }) => [shown, largerUrl, outcome])).toEqual([
      [first, 'https://market.example/photo/1-large.jpg', 'read'],
      [second, undefined, 'read'],
    ]);
    expect(parts.fetcher.asked).not.toContain(first);
  });

  it('are not kept where nothing stands on them', async () => {
    const { parts, seeParts, key, wanted } = await listingWithPhotos({
      outcome: 'read',
      width: 900,
      height: 1200,
      text: 'a sofa',
      identifiers: [],
    });
    parts.fetcher.answer(first, pageOf(first, `sofa ${wanted.source}`));
    parts.fetcher.answer(second, pageOf(second, `sofa ${wanted.source}`));
    await see(wanted, aDelivery(), seeParts);
    const [photo] = (await seeParts.listings.revision(key, 1))?.photos ?? [];
    expect(photo?.outcome).toBe('read');
    expect(await parts.review.photos.get(photo?.sha256 ?? '', parts.see.source.retentionDays)).toBeUndefined();
  });

  it('are read once for the same bytes, whoever shows them', async () => {
    const { parts, seeParts, wanted, read } = await listingWithPhotos();
    const bytes = `stolen photo ${wanted.source}`;
    parts.fetcher.answer(first, pageOf(first, bytes));
    parts.fetcher.answer(second, pageOf(second, bytes));
    await see(wanted, aDelivery(), seeParts);
    await see(wanted, aDelivery(), seeParts);
    expect(read).toHaveLength(1);
    // The second time nothing is fetched either.
    expect(parts.fetcher.asked.filter((address) => address === first)).toHaveLength(1);
  });

  it('that do not come are asked for again, and those that came are kept meanwhile', async () => {
    const { parts, seeParts, key, wanted } = await listingWithPhotos();
    parts.fetcher.answer(first, pageOf(first, `here ${wanted.source}`));
    parts.fetcher.answer(second, { outcome: 'failed', why: 'timeout' });
    await expect(see(wanted, aDelivery(), seeParts)).rejects.toThrow(RetryLater);
    expect((await seeParts.listings.revision(key, 1))?.photos).toHaveLength(1);
    await see(wanted, aDelivery(4), seeParts);
    expect((await seeParts.listings.revision(key, 1))?.photos?.[1]).toMatchObject({ outcome: 'not had: timeout', finds: [] });
  });

  it('that lead to a private address or another host are not had, and the others are', async () => {
    const { parts, seeParts, key, wanted } = await listingWithPhotos();
    parts.fetcher.answer(first, { outcome: 'refused', why: '10.0.0.1 is a private address' });
    parts.fetcher.answer(second, pageOf(second, `fine ${wanted.source}`));
    await see(wanted, aDelivery(), seeParts);
    const photos = (await seeParts.listings.revision(key, 1))?.photos;
    expect(photos?.map(({ outcome }) => outcome)).toEqual(['not had: 10.0.0.1 is a private address', 'read']);
  });

  it('that cannot be read say why and change nothing', async () => {
    const { parts, seeParts, key, wanted } = await listingWithPhotos({ outcome: 'unreadable', why: 'expected JPEG, found HTML' });
    parts.fetcher.answer(first, pageOf(first, `page ${wanted.source}`));
    parts.fetcher.answer(second, pageOf(second, `page ${wanted.source}`));
    await see(wanted, aDelivery(), seeParts);
    expect((await seeParts.listings.revision(key, 1))?.photos?.[0]?.outcome).toBe('expected JPEG, found HTML');
    expect(parts.queues.matchQueue.sent).toHaveLength(1);
  });

  it('stand when the text changes, and only new ones are asked for', async () => {
    const { parts, seeParts, key, message, wanted, page } = await listingWithPhotos();
    parts.fetcher.answer(first, pageOf(first, `a ${wanted.source}`));
    parts.fetcher.answer(second, pageOf(second, `b ${wanted.source}`));
    await see(wanted, aDelivery(), seeParts);
    parts.fetcher.answer(url, page([first, second], { price: 250 }));
    await readListing(message, aDelivery(), parts.read);
    expect((await seeParts.listings.revision(key, 2))?.photos).toHaveLength(2);
    expect(parts.queues.seeQueue.sent).toHaveLength(1);
  });
});
