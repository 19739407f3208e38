import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../local/source/draft-check.ts';
import { draftSource, readStrange } from '../../../local/source/draft-source.ts';
import type { ObtainedPage } from '../../../local/source/obtain-page.ts';
import { proposePattern } from '../../../local/source/propose-pattern.ts';
import { itemIdOf } from '../../../shared/sources/listing-url.ts';
import { readPage } from '../../../shared/sources/read-page.ts';
import { jsonLdPage, searchPage } from '../../fixtures/pages/listings.ts';
import { strangeSearches } from '../../fixtures/pages/strange-searches.ts';

const site = 'https://market.example';

function page(path: string, text: string): ObtainedPage {
  return { name: path, url: site + path, addressKnown: true, text, contentType: 'text/html' };
}

function drafted(...pages: ObtainedPage[]) {
  const read = readStrange(pages);
  const draft = draftSource(read);
  return { ...draft, check: checkDraft(draft, read) };
}

describe('a drafted source', () => {
  it('is a definition that is accepted, disabled, for the site of the pages', () => {
    const { definition, problems, notes } = drafted(page('/phones', searchPage), page('/item/apple-iphone-13/4711000', jsonLdPage));
    expect(problems).toEqual([]);
    expect(notes).toEqual([
      expect.stringContaining('calls itself https://market.example/item/apple-iphone-13/4711'),
      expect.stringContaining('probe'),
    ]);
    expect(definition).toMatchObject({
      id: 'market-example',
      country: 'GB',
      currency: 'GBP',
      language: 'en',
      hosts: ['market.example'],
      enabled: false,
      disabledBecause: expect.stringContaining('terms'),
      searches: [{ name: 'Phones', url: `${site}/phones` }],
      listing: { url: '/item/*/:itemId(\\d{5,})', example: `${site}/item/apple-iphone-13/4711000` },
    });
  });

  it('declares nothing that structured data says', () => {
    const { definition } = drafted(page('/phones', searchPage), page('/item/apple-iphone-13/4711000', jsonLdPage));
    expect(Object.keys(definition.listing)).toEqual(['url', 'example']);
  });

  it('declares what a listing page says in elements alone, and reads the same by it', () => {
    const text = `<html lang="de"><head><title>Pixel 8 - Kramkiste</title></head><body><h1>Pixel 8</h1><div class="text-lg ad-price">VB 420 €</div>
      <div id="ad-text">Zustand gut, mit Rechnung und Ladekabel, Abholung in Kassel.</div><div class="seller"><b class="name">Jo</b></div></body></html>`;
    const listing = page('/item/pixel-8/47999', text);
    const { definition, check } = drafted(page('/phones', searchPage), listing);
    expect(definition.listing).toMatchObject({ title: ['h1'], price: ['div.ad-price'], description: ['#ad-text'], seller: ['b.name'] });
    expect(check[1]).toBe('/item/pixel-8/47999: a listing, item 47999; missing: location, images, postedAt');
    const { kind, title, price, seller } = readPage({ ...listing, source: definition });
    expect({ kind, title, price, seller }).toEqual({
      kind: 'listing',
      title: 'Pixel 8',
      price: { amount: 420, currency: 'EUR' },
      seller: { name: 'Jo' },
    });
  });

  it('goes without a selector that meets something else first', () => {
    const text = `<html lang="en"><head><title>Desk</title></head><body><h1>Desk</h1><i class="tag">Sale</i><b class="tag price-tag">£80</b>
      <div class="seller"><i class="tag">Ann</i></div><p id="postingbody">Solid oak, some marks, no delivery, to be fetched in Leeds.</p></body></html>`;
    const { definition } = drafted(page('/phones', searchPage), page('/item/desk/47998', text));
    expect(definition.listing.seller).toBeUndefined();
    expect(definition.listing.description).toEqual(['#postingbody']);
  });

  it.each(strangeSearches.map((search) => [search.name, search] as const))(
    'of a search %s reads its offers and no other',
    (_, { html, offers }) => {
      const search = page('/phones', html);
      const { definition, problems } = drafted(search);
      expect(problems).toEqual([]);
      const read = readPage({ ...search, source: definition });
      expect(read.cards.map(({ url }) => url).toSorted()).toEqual(offers.map((path) => site + path).toSorted());
    },
  );

  it('declares the link to the next page where the page does not mark it', () => {
    const unmarked = searchPage.replace('<link rel="next" href="/phones?page=2">', '');
    const worded = drafted(page('/phones', unmarked.replace('</ul>', '</ul><a class="pager-next" href="/phones?page=2">Next ›</a>')));
    expect(worded.definition.searchPage.next).toEqual(['a.pager-next']);
    const labelled = drafted(page('/phones', unmarked.replace('</ul>', '</ul><a aria-label="Nächste Seite" href="/phones?page=2">…</a>')));
    expect(labelled.definition.searchPage.next).toEqual(['a[aria-label="Nächste Seite"]']);
    expect(drafted(page('/phones', unmarked)).notes).toContainEqual(expect.stringContaining('No link to a next page'));
  });

  it('says what it does not know', () => {
    const { definition, notes } = drafted(page('/phones', searchPage.replaceAll('£', '')));
    expect(definition.currency).toBe('XXX');
    expect(notes).toContainEqual(expect.stringContaining('set `currency`'));
    expect(notes).toContainEqual(expect.stringContaining('No page reads as a listing'));
  });

  it('is not made without a search page, or without knowing where pages were saved from', () => {
    expect(() => drafted(page('/item/apple-iphone-13/4711', jsonLdPage))).toThrow(/None of the pages reads as a search.*listing/);
    expect(() => drafted({ ...page('/phones', searchPage), addressKnown: false })).toThrow('--url');
  });
});

describe('a proposed pattern', () => {
  it.each<[string[], string]>([
    [['/s-anzeige/sega/2496481234-227-1', '/s-anzeige/ps5/2496481235-84-3343'], '/s-anzeige/*/:itemId(\\d{8,})-*'],
    [['/brw/fuo/1171713452.html', '/mdc/fud/1171713453.html'], '/*/:itemId(\\d{8,}).html'],
    [['/p/a-chair-264943011', '/p/b-28081828'], '/p/*-:itemId(\\d{6,})'],
    [['/iad/a/d/b/c/x-1338882611/', '/iad/e/d/x-1338882612/'], '/iad/*-:itemId(\\d{8,}){/}?'],
    [['/item/m40062064121', '/item/m40062064122'], '/item/m:itemId(\\d{9,})'],
    [['/ad/a(b)c7x', '/ad/zz9k3f'], '/ad/:itemId'],
    [['/products/red-phone', '/products/blue-phone'], '/products/:itemId'],
  ])('for %j is %s', (paths, pattern) => {
    expect(proposePattern(paths.map((path) => site + path))?.pattern).toBe(pattern);
  });

  it('is one that compiles, whatever stands in the addresses', () => {
    fc.assert(
      fc.property(fc.array(fc.webUrl({ validSchemes: ['https'] }), { minLength: 1, maxLength: 5 }), (urls) => {
        const { pattern } = proposePattern(urls) ?? {};
        if (pattern !== undefined) expect(() => new URLPattern({ pathname: pattern })).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  it('matches every address it was made from, and finds the id', () => {
    const word = fc.stringMatching(/^[a-z]{2,9}$/);
    const address = fc.tuple(word, fc.array(word, { minLength: 1, maxLength: 4 }), fc.integer({ min: 10_000_000, max: 99_999_999 }));
    fc.assert(
      fc.property(fc.array(address, { minLength: 1, maxLength: 8 }), fc.boolean(), (addresses, glued) => {
        const named = addresses.map(([category, slug, id]) => ({
          id: String(id),
          url: `${site}/v/${category}/${slug.join('-')}${glued ? '-' : '/'}${id}.htm`,
        }));
        const proposed = proposePattern(named.map(({ url }) => url));
        const source = { hosts: ['market.example'], listing: { url: proposed?.pattern ?? '' } };
        expect(named.map(({ url }) => itemIdOf(source, url))).toEqual(named.map(({ id }) => id));
      }),
      { numRuns: 200 },
    );
  });
});
