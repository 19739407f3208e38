import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../shared/sources/read-page.ts';
import { strangeSearches } from '../../../fixtures/pages/strange-searches.ts';

const site = 'https://market.example';

describe('the search page of a site nobody described', () => {
  it.each(strangeSearches.map((search) => [search.name, search] as const))(
    '%s gives its offers and no other link',
    (_, { html, offers }) => {
      const reading = readPage({ url: `${site}/phones`, text: html });
      expect(reading.kind).toBe('search');
      expect(reading.cards.map(({ url }) => url).toSorted()).toEqual(offers.map((path) => site + path).toSorted());
      expect(new Set(reading.cards.map(({ itemId }) => itemId)).size).toBe(offers.length);
    },
  );

  it('is read though the address of the saved file is another site’s', () => {
    const [search] = strangeSearches;
    const text = search?.html.replaceAll('href="/', `href="${site}/`) ?? '';
    expect(readPage({ url: 'https://address-unknown.invalid/', text }).cards).toHaveLength(search?.offers.length ?? 0);
  });

  it('that lists offers in microdata is no listing of the first of them', () => {
    const offers = [1, 2, 3, 4, 5].map(
      (n) =>
        `<div itemscope itemtype="http://schema.org/Offer"><a href="/cars/104660916${n}.htm"><h2 itemprop="name">BMW ${n}</h2></a><b itemprop="price" content="${n}000">${n} 000 €</b></div>`,
    );
    const text = `<html lang="fr"><head><title>Cars</title></head><body><h1>Cars</h1><p class="description">Many cars of all kinds here.</p>${offers.join('')}</body></html>`;
    expect(readPage({ url: `${site}/cars`, text })).toMatchObject({ kind: 'search', cards: { length: 5 } });
  });

  it('of 5,000 links, each under a part of its own, is read in bounded time', () => {
    const text = `<html><body>${Array.from({ length: 5000 }, (_, n) => `<a href="/part${n}/${1_000_000 + n}">Thing ${n} $${n}</a>`).join('')}`;
    expect(readPage({ url: site, text }).kind).toBeDefined();
  });
});
