import { describe, expect, it } from 'vitest';
import { type Catalogue, catalogueAt, type Offer } from '../../../local/marketplace/catalogue.ts';
import { phones } from '../../../local/sample/phones.ts';

const seed = 7;
const start = catalogueAt(seed, 0);
const hourLater = catalogueAt(seed, 60);
const dayLater = catalogueAt(seed, 1440);

const ids = (catalogue: Catalogue) => new Set(catalogue.offers.map((offer) => offer.itemId));
const plain = (catalogue: Catalogue) => JSON.stringify(catalogue.offers);
const share = (offers: readonly Offer[], is: (offer: Offer) => boolean) => offers.filter(is).length / offers.length;

describe('the catalogue', { timeout: 30_000 }, () => {
  it('offers at least 2,000 phones over both sites at any time of the first week', () => {
    for (const minute of [0, 60, 1440, 3 * 1440, 7 * 1440]) expect(catalogueAt(seed, minute).offers.length).toBeGreaterThanOrEqual(2000);
    expect(Math.min(start.of('pennyfield').length, start.of('kramkiste').length)).toBeGreaterThan(700);
  });

  it('is the same for the same seed and whole minute, in whatever order moments are asked for', () => {
    const later = plain(catalogueAt(seed, 4000));
    catalogueAt(8, 0);
    expect(plain(catalogueAt(seed, 0.9))).toBe(plain(start));
    expect(plain(catalogueAt(seed, 4000))).toBe(later);
  });

  it('is another one for another seed', () => {
    expect(plain(catalogueAt(8, 0))).not.toBe(plain(start));
  });

  it('gives every offer an item id of its own', () => {
    expect(ids(dayLater).size).toBe(dayLater.offers.length);
  });

  it('stands newest first', () => {
    const births = hourLater.of('kramkiste').map((offer) => offer.bornAt);
    expect(births).toEqual([...births].sort((one, other) => other - one));
  });

  it('changes by a few per cent in an hour', () => {
    const [before, after] = [ids(start), ids(hourLater)];
    const come = [...after.difference(before)].length / before.size;
    const gone = [...before.difference(after)].length / before.size;
    const repriced = share(hourLater.offers, (offer) => standsAt(start, offer)?.price !== offer.price && before.has(offer.itemId));
    for (const part of [come, gone, repriced]) {
      expect(part).toBeGreaterThan(0.004);
      expect(part).toBeLessThan(0.04);
    }
  });

  it('lets sellers add a sentence later', () => {
    const edited = dayLater.offers.filter((offer) => (standsAt(start, offer)?.paragraphs.length ?? Infinity) < offer.paragraphs.length);
    expect(edited.length).toBeGreaterThan(20);
  });

  it('knows how an offer ended', () => {
    const endings = new Set(
      [...ids(start).difference(ids(dayLater))].map((id) => dayLater.find('pennyfield', id) ?? dayLater.find('kramkiste', id)),
    );
    expect(endings).toEqual(new Set(['sold', 'removed']));
  });

  it('knows nothing of what is still to come or stands on the other site', () => {
    const later = hourLater.of('pennyfield').find((offer) => offer.bornAt > 0);
    expect(later && start.find('pennyfield', later.itemId)).toBeUndefined();
    expect(later && hourLater.find('kramkiste', later.itemId)).toBeUndefined();
  });

  it('brings removed offers back under a new id with the same photos and nearly the same words', () => {
    const earlier = new Map(start.offers.map((offer) => [offer.photos.join(), offer]));
    const again = dayLater.offers.flatMap((offer) => {
      const first = offer.bornAt > 0 ? earlier.get(offer.photos.join()) : undefined;
      return first === undefined ? [] : [{ first, second: offer }];
    });
    expect(again.length).toBeGreaterThan(20);
    for (const { first, second } of again) {
      expect(second.itemId).not.toBe(first.itemId);
      expect(second.paragraphs.slice(0, 1)).toEqual(first.paragraphs.slice(0, 1));
      expect(dayLater.find(first.site, first.itemId)).toBe('removed');
    }
  });

  it('has every kind of advert', () => {
    const kinds = new Set(start.offers.map((offer) => offer.kind));
    expect([...kinds].sort()).toEqual(['accessory', 'appeal', 'box', 'broken', 'sale', 'shop', 'wanted']);
  });

  it('speaks English on Pennyfield and German, Polish and English on Kramkiste', () => {
    const languages = (site: 'pennyfield' | 'kramkiste') => [...new Set(start.of(site).map((offer) => offer.language))].sort();
    expect(languages('pennyfield')).toEqual(['en']);
    expect(languages('kramkiste')).toEqual(['de', 'en', 'pl']);
  });

  it('asks around the usual price of each phone', () => {
    const sales = start.of('pennyfield').filter((offer) => offer.kind === 'sale' && offer.part === undefined);
    for (const { model, price } of phones.filter((phone) => phone.share >= 5)) {
      const asked = sales
        .filter((offer) => offer.phone.model === model)
        .map((offer) => offer.price / price)
        .sort((one, other) => one - other);
      const median = asked[Math.floor(asked.length / 2)];
      expect(median).toBeGreaterThan(0.85);
      expect(median).toBeLessThan(1.5);
    }
  });
});

function standsAt(catalogue: Catalogue, { site, itemId }: Offer): Offer | undefined {
  const found = catalogue.find(site, itemId);
  return typeof found === 'object' ? found : undefined;
}
