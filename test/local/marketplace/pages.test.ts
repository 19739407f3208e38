import { type CheerioAPI, load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Catalogue, catalogueAt, type Offer } from '../../../local/marketplace/catalogue.ts';
import { type Marketplace, startMarketplace } from '../../../local/marketplace/marketplace.ts';

const seed = 7;
const startedAt = new Date('2026-11-22T10:00:00Z');
const DAY = 1440;

describe('pages of the demo marketplace', { timeout: 30_000 }, () => {
  let marketplace: Marketplace;
  let minute = 0;
  beforeAll(async () => {
    marketplace = await startMarketplace({ seed, now: () => new Date(startedAt.getTime() + minute * 60_000), startedAt });
  });
  afterAll(() => marketplace.stop());

  async function get(site: 'pennyfield' | 'kramkiste', path: string): Promise<{ status: number; bytes: number; $: CheerioAPI }> {
    const found = marketplace.sites.find((each) => each.id === site);
    const response = await fetch(new URL(path, found?.baseUrl));
    const body = await response.arrayBuffer();
    const text = new TextDecoder(site === 'kramkiste' ? 'windows-1252' : 'utf-8').decode(body);
    return { status: response.status, bytes: body.byteLength, $: load(text) };
  }

  /** Follows one search to its end, as a visitor would. */
  async function walk(site: 'pennyfield' | 'kramkiste', path: string, link: string, next: string): Promise<string[]> {
    const found: string[] = [];
    for (let at: string | undefined = path; at !== undefined; ) {
      const { $ } = await get(site, at);
      found.push(...$(link).map((_, element) => $(element).attr('href')));
      const onward = $(next).attr('href');
      at = onward === undefined ? undefined : new URL(onward, `http://site${at}`).href.replace('http://site', '');
    }
    return found;
  }

  const itemIdsIn = (paths: string[]) => new Set(paths.map((path) => /(\d{10})(\.htm)?$/.exec(path)?.[1]));
  const itemIdsOf = (catalogue: Catalogue, site: 'pennyfield' | 'kramkiste') => new Set(catalogue.of(site).map((offer) => offer.itemId));
  const listingPath = (offer: Offer) => (offer.site === 'pennyfield' ? `/p/x/${offer.itemId}` : `/anzeige/nr${offer.itemId}.htm`);

  it('list every offer of Pennyfield once over its searches, at most 48 a page', async () => {
    minute = 0;
    const searches = ['/phones/apple', '/phones/samsung', '/phones/other-makes'];
    const found = await Promise.all(searches.map((path) => walk('pennyfield', path, 'a.card-title', 'a[rel=next]')));
    expect(found.flat().length).toBe(itemIdsOf(catalogueAt(seed, 0), 'pennyfield').size);
    expect(itemIdsIn(found.flat())).toEqual(itemIdsOf(catalogueAt(seed, 0), 'pennyfield'));
    expect((await get('pennyfield', '/phones/apple')).$('.offer-card').length).toBe(48);
  });

  it('list every offer of Kramkiste once over its shelves, at most 32 a page', async () => {
    minute = 0;
    const shelves = ['/regal/apfel/', '/regal/samsung/', '/regal/sonstige/'];
    const found = await Promise.all(shelves.map((path) => walk('kramkiste', path, 'a.tz', 'a.aelt')));
    expect(found.flat().length).toBe(itemIdsOf(catalogueAt(seed, 0), 'kramkiste').size);
    expect(itemIdsIn(found.flat())).toEqual(itemIdsOf(catalogueAt(seed, 0), 'kramkiste'));
    expect((await get('kramkiste', '/regal/apfel/')).$('tr.q7').length).toBe(32);
  });

  it('say so where a search rightly has no offers', async () => {
    expect((await get('pennyfield', '/phones/satellite')).$('.no-results').length).toBe(1);
    expect((await get('kramkiste', '/regal/autotelefon/')).$('div.leer').length).toBe(1);
  });

  it('tell the whole offer on Pennyfield in JSON-LD and in words', async () => {
    minute = 0;
    for (const offer of catalogueAt(seed, 0).of('pennyfield').slice(0, 40)) {
      const { $ } = await get('pennyfield', listingPath(offer));
      const data = JSON.parse($('script[type="application/ld+json"]').text());
      expect(data).toMatchObject({
        '@type': 'Product',
        sku: offer.itemId,
        color: offer.colour,
        offers: { price: offer.price.toFixed(2), priceCurrency: 'GBP' },
      });
      expect($('h1[itemprop=name]').text()).toBe(data.name);
      for (const paragraph of offer.paragraphs) expect($('.listing-copy').text()).toContain(paragraph);
    }
  });

  it('tell the whole offer on Kramkiste in words alone, accents and emoji included', async () => {
    minute = 0;
    for (const offer of catalogueAt(seed, 0).of('kramkiste').slice(0, 60)) {
      const { $ } = await get('kramkiste', listingPath(offer));
      expect($('#ueb').text()).toContain(offer.title);
      for (const paragraph of offer.paragraphs) expect($('.txk').text()).toContain(paragraph);
      expect($('dd.fb').text()).toBe(offer.colour);
      expect($('script[type="application/ld+json"], [itemprop], meta[property]').length).toBe(0);
    }
  });

  it('write prices as their country does', async () => {
    minute = 0;
    const dear = first(
      catalogueAt(seed, 0)
        .of('kramkiste')
        .filter((offer) => offer.price >= 1000 && offer.negotiable && Number.isInteger(offer.price)),
    );
    const { $ } = await get('kramkiste', listingPath(dear));
    expect($('td.gld').text()).toMatch(/^VB 1\.\d{3} €$/);
    expect((await get('pennyfield', '/phones/apple')).$('.price').first().text()).toMatch(/^£\d/);
  });

  it('weigh what real pages weigh', async () => {
    minute = 0;
    const offers = catalogueAt(seed, 0).offers.filter((_, index) => index % 50 === 0);
    const weights = await Promise.all(offers.map(async (offer) => (await get(offer.site, listingPath(offer))).bytes));
    expect(Math.min(...weights)).toBeGreaterThan(10_000);
    expect(Math.max(...weights)).toBeLessThan(50_000);
  });

  it('show related offers of others, so that not every listing link on a listing page is its own', async () => {
    minute = 0;
    const offer = first(catalogueAt(seed, 0).of('kramkiste'));
    const { $ } = await get('kramkiste', listingPath(offer));
    expect($('.nsw a').length).toBe(5);
  });

  it('answer 404 for what was removed from Pennyfield, and say "sold" where it was sold', async () => {
    minute = DAY;
    const later = catalogueAt(seed, DAY);
    const ended = catalogueAt(seed, 0)
      .of('pennyfield')
      .filter((offer) => typeof later.find('pennyfield', offer.itemId) === 'string');
    for (const offer of ended.slice(0, 30)) {
      const { status, $ } = await get('pennyfield', listingPath(offer));
      const sold = later.find('pennyfield', offer.itemId) === 'sold';
      expect([status, $('.notice-sold').length]).toEqual(sold ? [200, 1] : [404, 0]);
    }
  });

  it('say on Kramkiste with status 200 that an advert is no longer there', async () => {
    minute = DAY;
    const later = catalogueAt(seed, DAY);
    const ended = first(
      catalogueAt(seed, 0)
        .of('kramkiste')
        .filter((offer) => typeof later.find('kramkiste', offer.itemId) === 'string'),
    );
    const { status, $ } = await get('kramkiste', listingPath(ended));
    expect([status, $('div.weg').text()]).toEqual([200, `Diese Anzeige (Nr. ${ended.itemId}) ist nicht mehr verfügbar.`]);
  });

  it('go on among older adverts although the one at the page end has gone', async () => {
    minute = DAY;
    const later = catalogueAt(seed, DAY);
    const ended = first(
      catalogueAt(seed, 0)
        .of('kramkiste')
        .filter((offer) => typeof later.find('kramkiste', offer.itemId) === 'string'),
    );
    expect((await get('kramkiste', `/regal/apfel/?vor=${ended.itemId}`)).$('tr.q7').length).toBe(32);
  });

  it('show photos that are PNG and differ by their key', async () => {
    const photo = async (name: string) =>
      Buffer.from(await (await fetch(`${marketplace.sites[0]?.baseUrl}/media/${name}.png`)).arrayBuffer());
    const [one, same, other] = await Promise.all([photo('123456789'), photo('front-123456789'), photo('987654321')]);
    expect(one.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(same.equals(one)).toBe(true);
    expect(other.equals(one)).toBe(false);
  });
});

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('expected at least one, found none');
  return item;
}
