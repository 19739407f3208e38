import { describe, expect, it } from 'vitest';
import { match } from '../../../functions/match/match.ts';
import { createLinkIndex } from '../../../shared/aws/link-store.ts';
import { createPhotoRows } from '../../../shared/aws/photo-index.ts';
import type { Identifier } from '../../../shared/domain/identifier.ts';
import type { ListingContent, Liveness, Revision } from '../../../shared/domain/listing.ts';
import { createIndexRowsInMemory } from '../../support/index-rows-in-memory.ts';
import { createMatchingInMemory } from '../../support/matching-in-memory.ts';

const description =
  'Selling my iPhone 13 in graphite, bought two years ago and always kept in a case. The battery is at 87 percent, there is a small mark at the lower left corner, and the box and the cable come with it.';
const imei: Identifier = { kind: 'imei', value: '356938035643809', confidence: 0.99, raw: '356938035643809', where: 'text' };

function market() {
  const desk = createMatchingInMemory();
  const links = createLinkIndex({ filed: createIndexRowsInMemory(), kept: createIndexRowsInMemory(), key: 'a key that is no secret' });
  const photos = createPhotoRows(createIndexRowsInMemory());
  const parts = { ...desk.parts, links, photos };
  async function offer(
    source: string,
    itemId: string,
    said: Partial<ListingContent & Pick<Revision, 'photos'>> & { firstSeenAt?: string; liveness?: Liveness } = {},
  ) {
    const content = {
      title: 'iPhone 13 128GB',
      description,
      images: [],
      identifiers: [],
      firstSeenAt: '2026-11-20T10:00:00.000Z',
      ...said,
    };
    const request = desk.keepListing({ source, itemId, ...content });
    await match(request, parts);
    return request;
  }
  const linked = async (source: string, itemId: string) =>
    (await links.linksOf({ source, itemId })).map(({ kind, source: to, itemId: id }) => `${kind} ${to}/${id}`);
  return { offer, linked, links, parts };
}

const ann = { id: '77', name: 'Ann' };

describe('listings of one item', () => {
  it('put up again by the same seller are linked at both ends, with reasons', async () => {
    const { offer, linked, links } = market();
    await offer('gumtree', '1', { seller: ann });
    await offer('gumtree', '2', { seller: ann, description: description.replace('87', '85') });
    expect(await linked('gumtree', '2')).toEqual(['relisting gumtree/1']);
    expect(await linked('gumtree', '1')).toEqual(['relisting gumtree/2']);
    expect(await links.linksOf({ source: 'gumtree', itemId: '1' })).toMatchObject([
      {
        reasons: ['The seller is the same.', expect.stringContaining('% of their words')],
        against: ['Both are offered at the same time.'],
      },
    ]);
  });

  it('with one photo are found by it though the words are others', async () => {
    const { offer, linked } = market();
    const images = ['https://img.market.example/7f3a91c02b_600x450.jpg'];
    await offer('gumtree', '1', { seller: ann, images });
    await offer('gumtree', '2', { seller: ann, images, title: 'Phone', description: 'Good phone, works as it should, call me any time.' });
    expect(await linked('gumtree', '2')).toEqual(['relisting gumtree/1']);
  });

  it('on another site are linked by their number, also when nobody looks for it', async () => {
    const { offer, linked } = market();
    await offer('gumtree', '1', { identifiers: [imei] });
    await offer('ebay-uk', '9', { identifiers: [imei], title: 'Apple phone', description: 'As in the pictures, no returns please.' });
    expect(await linked('ebay-uk', '9')).toEqual(['other-site gumtree/1']);
  });

  it('are not linked for a seller alone, nor for words alone on one site', async () => {
    const { offer, linked } = market();
    await offer('gumtree', '1', { seller: ann });
    await offer('gumtree', '2', {
      seller: ann,
      title: 'Galaxy S21',
      description: 'Another phone altogether, in violet, with a new screen and no box.',
    });
    await offer('gumtree', '3', { seller: { id: '78' } });
    expect([await linked('gumtree', '1'), await linked('gumtree', '2'), await linked('gumtree', '3')]).toEqual([[], [], []]);
  });

  it('are not of one item when they describe other phones, though a dealer uses one text, or a number is bait', async () => {
    const { offer, linked } = market();
    await offer('gumtree', '1', { seller: ann, identifiers: [imei] });
    await offer('gumtree', '2', { seller: ann, title: 'iPhone 13 256GB' });
    await offer('gumtree', '3', {
      seller: { id: '78' },
      title: 'Samsung Galaxy S21',
      description: 'In violet, with a new screen, no box.',
      identifiers: [imei],
    });
    expect(await linked('gumtree', '1')).toEqual([]);
  });

  it('are not linked to an owner who asks for the phone back', async () => {
    const { offer, linked } = market();
    await offer('gumtree', '1', { seller: ann, identifiers: [imei] });
    await offer('gumtree', '2', {
      title: 'STOLEN: my iPhone 13',
      description: 'Stolen from me, please do not buy it, reward.',
      identifiers: [imei],
    });
    expect(await linked('gumtree', '1')).toEqual([]);
  });

  it('are linked once, however often the message comes', async () => {
    const { offer, linked, parts } = market();
    await offer('gumtree', '1', { seller: ann });
    const request = await offer('gumtree', '2', { seller: ann });
    await match(request, parts);
    expect(await linked('gumtree', '2')).toHaveLength(1);
  });

  it('of a dealer with a hundred adverts are read a few at a time', async () => {
    const { offer, parts } = market();
    for (let item = 1; item <= 60; item += 1) await offer('gumtree', String(item), { seller: ann });
    let read = 0;
    const get: typeof parts.listings.get = (key) => {
      read += 1;
      return parts.listings.get(key);
    };
    const request = { type: 'listing-revised', source: 'gumtree', itemId: '60', revision: 1 } as const;
    await match(request, { ...parts, listings: { ...parts.listings, get } });
    expect(read).toBeLessThanOrEqual(10);
  });
});

describe('listings with one photo, by its look', () => {
  const seen = (sha256: string) => ({
    url: `https://img.market.example/${sha256}.jpg`,
    outcome: 'read',
    sha256,
    comparable: true as const,
    finds: [],
  });
  const words = { title: 'Phone', description: 'Good phone, works as it should, call me any time.' };

  /** What `see` notes before the listing is matched again. */
  async function shown({ parts }: ReturnType<typeof market>, sha256: string, itemId: string, seller: string) {
    await parts.photos.use(sha256, { source: 'gumtree', itemId, revision: 1, seller }, 9_999_999_999);
  }

  it('are linked where a copy of it came under another address, whichever came first', async () => {
    const desk = market();
    await desk.parts.photos.keepAlike('a', 'b', 9_999_999_999);
    await shown(desk, 'a', '1', 'ann');
    await desk.offer('gumtree', '1', { seller: ann, photos: [seen('a')] });
    await shown(desk, 'b', '2', 'ann');
    await desk.offer('gumtree', '2', { seller: ann, photos: [seen('b')], ...words });
    expect(await desk.linked('gumtree', '1')).toEqual(['relisting gumtree/2']);
    expect(await desk.links.linksOf({ source: 'gumtree', itemId: '2' })).toMatchObject([
      { byLook: true, reasons: ['They share a photo.', expect.stringContaining('look like'), 'The seller is the same.'] },
    ]);
  });

  it('are linked no more, none of them, once it is known for a stock picture', async () => {
    const desk = market();
    for (const [itemId, said] of [
      ['1', {}],
      ['2', words],
    ] as const) {
      await shown(desk, 'a', itemId, 'ann');
      await desk.offer('gumtree', itemId, { seller: ann, photos: [seen('a')], ...said });
    }
    expect(await desk.linked('gumtree', '1')).toEqual(['relisting gumtree/2']);
    for (const other of ['ben', 'cem', 'dan', 'eve']) await shown(desk, 'a', other, other);
    await match({ type: 'listing-revised', source: 'gumtree', itemId: '1', revision: 1 }, desk.parts);
    expect([await desk.linked('gumtree', '1'), await desk.linked('gumtree', '2')]).toEqual([[], []]);
  });
});
