import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Identifier } from '../../../../shared/domain/identifier.ts';
import { type LinkSide, linkKeys, linkOf } from '../../../../shared/domain/linking/listing-link.ts';
import { photoName } from '../../../../shared/domain/linking/photo-name.ts';
import { bandsOf, likenessOfPrints, likenessOfTexts, textPrint } from '../../../../shared/domain/linking/text-print.ts';

const text =
  'Selling my iPhone 13 in graphite, bought two years ago and always kept in a case. The battery is at 87 percent, there is a small mark at the lower left corner, and the box and the cable come with it. Collection in Leeds only.';

function side(changes: Partial<LinkSide> = {}): LinkSide {
  return {
    source: 'gumtree',
    itemId: '1',
    title: 'iPhone 13 128GB',
    description: text,
    images: ['https://img.gumtree.example/7f3a91c02b/1-large.jpg'],
    identifiers: [],
    seller: { id: '77', name: 'Ann' },
    price: { amount: 300, currency: 'GBP' },
    liveness: 'gone',
    firstSeenAt: '2026-11-01T10:00:00Z',
    ...changes,
  };
}

const number = (value: string): Identifier => ({ kind: 'imei', value, confidence: 0.99, raw: value, where: 'text' });
const otherText = 'Wanted: a bicycle for a child of seven years, in any colour, with or without gears, for the summer.';

describe('a listing put up again', () => {
  it('by the same seller with the same photo under a new id is linked, with reasons', () => {
    const again = side({
      itemId: '2',
      description: otherText,
      images: ['https://img.gumtree.example/7f3a91c02b/1-small.jpg'],
      liveness: 'live',
    });
    expect(linkOf(side(), again)).toEqual({ kind: 'relisting', reasons: ['They share a photo.', 'The seller is the same.'], against: [] });
  });

  it('by the same seller in nearly the same words is linked', () => {
    const again = side({
      itemId: '2',
      images: [],
      description: text.replace('87 percent', '85 percent').replace('only', 'or by post'),
      price: { amount: 100, currency: 'GBP' },
    });
    expect(linkOf(side(), again)).toMatchObject({
      kind: 'relisting',
      reasons: ['The seller is the same.', expect.stringMatching(/^\d\d % of their words/)],
      against: ['One price is more than twice the other.'],
    });
  });

  it('is not one by another seller, of other words, or with another number', () => {
    expect(linkOf(side(), side({ itemId: '2', seller: { id: '78' } }))).toBeUndefined();
    expect(linkOf(side(), side({ itemId: '2', images: [], description: otherText, title: 'Bicycle' }))).toBeUndefined();
    const numbers = [number('356938035643809'), number('354478129067310')].map((identifier, index) =>
      side({ itemId: String(index), identifiers: [identifier] }),
    );
    expect(linkOf(numbers[0] ?? side(), numbers[1] ?? side())).toBeUndefined();
  });

  it('says so when both are still offered', () => {
    expect(linkOf(side({ liveness: 'live' }), side({ itemId: '2', liveness: 'live' }))?.against).toEqual([
      'Both are offered at the same time.',
    ]);
  });

  it('without a named seller needs photo and words together', () => {
    const nobody = (changes: Partial<LinkSide>) => {
      const { seller: _seller, ...rest } = side(changes);
      return rest;
    };
    expect(linkOf(nobody({}), nobody({ itemId: '2' }))?.kind).toBe('relisting');
    expect(linkOf(nobody({}), nobody({ itemId: '2', images: [] }))).toBeUndefined();
  });
});

describe('the same item on another site', () => {
  const elsewhere = { source: 'ebay-uk', itemId: '9', seller: { id: 'x', name: 'ann1979' } };

  it('is linked by its number, however else it is described', () => {
    const there = side({ ...elsewhere, title: 'Phone', description: otherText, images: [], identifiers: [number('356938035643809')] });
    expect(linkOf(side({ identifiers: [number('356938035643809')] }), there)).toMatchObject({
      kind: 'other-site',
      reasons: ['Both show the same number.'],
    });
  });

  it('is linked by the look of a photo with words that are alike, or by a long text that is all but the same', () => {
    const cut = text.slice(0, 120);
    expect(linkOf(side({ photos: [['a', 'b']] }), side({ ...elsewhere, images: [], description: cut, photos: [['b']] }))).toMatchObject({
      kind: 'other-site',
    });
    expect(linkOf(side(), side({ ...elsewhere, images: [] }))).toMatchObject({
      kind: 'other-site',
      reasons: [expect.stringContaining('100 %')],
    });
  });

  it('is linked by two photos that look the same, whatever is said, and not by one', () => {
    const there = { ...elsewhere, title: 'Phone', description: otherText, images: [] };
    const mine = side({ photos: [['a', 'b'], ['c']] });
    expect(linkOf(mine, side({ ...there, photos: [['b'], ['c']] }))).toMatchObject({
      kind: 'other-site',
      byLook: true,
      reasons: ['They share 2 photos.', expect.stringContaining('look like')],
    });
    expect(linkOf(mine, side({ ...there, photos: [['b'], ['d']] }))).toBeUndefined();
    // Two versions of one photo are one photo.
    expect(linkOf(side({ photos: [['a', 'b']] }), side({ ...there, photos: [['a'], ['b']] }))).toBeUndefined();
  });

  it('is not one for short texts that shops share', () => {
    expect(
      linkOf(side({ description: 'Brand new, sealed.' }), side({ ...elsewhere, images: [], description: 'Brand new, sealed.' })),
    ).toBeUndefined();
  });
});

describe('the keys of a listing', () => {
  it('are its first photos, the bands of its text and its seller on that source', () => {
    expect(linkKeys(side(), ['0:a.b'])).toEqual(['photo:gumtree.example/7f3a91c02b', 'text:0:a.b', 'seller:gumtree:77']);
  });
});

describe('the name of a photo', () => {
  it.each([
    ['https://images.craigslist.org/00g0g_lCqNNdK05gC_0gw0co_600x450.jpg', 'craigslist.org/00g0g_lCqNNdK05gC_0gw0co'],
    ['https://i.ebayimg.com/images/g/Yt8AAOSwX3Zk8f2a/s-l1600.webp', 'ebayimg.com/Yt8AAOSwX3Zk8f2a'],
    ['https://img.example/assets/placeholder.png', undefined],
    ['/relative.jpg', undefined],
  ])('%s is %s', (address, name) => {
    expect(photoName(address)).toBe(name);
  });
});

describe('the print of a text', () => {
  it('is the same for the same words, and meets that of a near-same text', () => {
    const near = text.replace('87 percent', '85 percent');
    expect(textPrint(text.toUpperCase())).toEqual(textPrint(text));
    expect(bandsOf(textPrint(text)).some((band) => bandsOf(textPrint(near)).includes(band))).toBe(true);
    expect(likenessOfPrints(textPrint(text), textPrint(otherText))).toBe(0);
  });

  it('is none for a text too short to tell adverts apart', () => {
    expect(bandsOf(textPrint('iPhone 13'))).toEqual([]);
  });

  it('estimates how much two texts share', () => {
    const words = fc.array(fc.constantFrom(...'one two three four five six seven eight nine ten'.split(' ')), {
      minLength: 30,
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [one, other] = [a.join(' '), b.join(' ')];
        expect(likenessOfTexts(one, one)).toBe(1);
        expect(likenessOfTexts(one, other)).toBe(likenessOfTexts(other, one));
        expect(likenessOfPrints(textPrint(one), textPrint(one))).toBe(1);
      }),
    );
  });
});
