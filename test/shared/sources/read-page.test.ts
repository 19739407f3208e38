import { describe, expect, it } from 'vitest';
import { readPage } from '../../../shared/sources/read-page.ts';
import { jsonLdPage, microdataPage, plainPage, rdfaPage, searchPage, statePage } from '../../fixtures/pages/listings.ts';
import { statePages } from '../../fixtures/pages/states.ts';
import { exampleSource } from '../../support/source-fixture.ts';

const url = 'https://market.example/item/apple-iphone-13/4711';

describe('a page of a site nobody described', () => {
  it('is read from JSON-LD: the graph, the right node, entities, markup, photos, seller, place, time and IMEI', () => {
    const { identifiers, ...reading } = readPage({ url, text: jsonLdPage });
    expect(reading).toEqual({
      kind: 'listing',
      title: "Apple iPhone 13, Ann's",
      description: 'Boxed.\nIMEI 354478129067310',
      price: { amount: 349.5, currency: 'GBP' },
      seller: { id: '/user/77', name: 'Ann B.' },
      location: 'LS1, Leeds',
      images: ['https://market.example/p/1.jpg', 'https://market.example/p/2.jpg'],
      postedAt: '2026-11-20T08:00:00.000Z',
      cards: [],
      disagreements: [],
      how: {
        title: 'json-ld',
        description: 'json-ld',
        price: 'json-ld',
        seller: 'json-ld',
        location: 'json-ld',
        images: 'json-ld',
        postedAt: 'json-ld',
      },
    });
    expect(identifiers.map(({ value }) => value)).toContain('354478129067310');
  });

  it('as an answer of an interface has its numbers compared with what its title offers', () => {
    const tacs = { find: () => [{ brand: 'Apple', models: ['iPhone 13'], otherNames: [], source: 's' }] };
    const text = JSON.stringify({ title: 'Galaxy S21', price: { value: 200 }, description: 'IMEI 354478129067310' });
    expect(readPage({ url, text, contentType: 'application/json', tacs }).identifiers).toMatchObject([
      { where: 'api:description', features: { tac: 'Apple iPhone 13', modelAgrees: false } },
    ]);
  });

  it('is read from microdata', () => {
    expect(readPage({ url: 'https://brocante.example/1.htm', text: microdataPage })).toMatchObject({
      kind: 'listing',
      title: 'Vélo rouge',
      price: { amount: 118000, currency: 'EUR' },
      description: 'Peu servi.\n\nÀ voir.',
      location: 'Lille',
      images: ['https://img.example/v.jpg'],
      how: { price: 'microdata' },
    });
  });

  it('is read from RDFa', () => {
    expect(readPage({ url: 'https://desk.example/1', text: rdfaPage })).toMatchObject({
      kind: 'listing',
      title: 'Oak desk',
      price: { amount: 80, currency: 'GBP' },
    });
  });

  it('is read from RDFa with prefixes, `rel` and metadata of the page around it', () => {
    const text = `<html lang="en" prefix="gr: http://purl.org/goodrelations/v1#" vocab="https://schema.org/" typeof="WebPage"><head>
      <meta property="og:title" content="Desks, chairs and more"><meta property="og:description" content="Buy here"></head>
      <body><div typeof="gr:Offering" about="/desk/1"><h2 property="gr:name">Oak desk</h2><p property="gr:description">Solid oak.</p>
      <div rel="gr:hasPriceSpecification"><div typeof="gr:UnitPriceSpecification"><span property="gr:hasCurrencyValue" content="80.00">80</span>
      <meta property="gr:hasCurrency" content="GBP"></div></div></div></body></html>`;
    expect(readPage({ url: 'https://desk.example/desk/1', text })).toMatchObject({
      kind: 'listing',
      title: 'Oak desk',
      price: { amount: 80, currency: 'GBP' },
      description: 'Solid oak.',
      how: { title: 'rdfa', price: 'rdfa' },
    });
  });

  it('is read from microdata and RDFa side by side, each by its own rules, and their disagreement is seen', () => {
    const text = `<html lang="en" vocab="https://schema.org/"><body><div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Oak desk</h1>
      <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="price" content="90"></div></div>
      <div typeof="Product"><b property="name">Oak desk</b><div property="offers" typeof="Offer"><meta property="price" content="80"></div></div></body></html>`;
    const { price, disagreements } = readPage({ url: 'https://desk.example/desk/1', text });
    expect(price).toEqual({ amount: 90 });
    expect(disagreements).toEqual([{ field: 'price', taken: { from: 'microdata', value: '90' }, against: { from: 'rdfa', value: '80' } }]);
  });

  it.each(Object.entries(statePages))('is read from the state of %s', (_, text) => {
    expect(readPage({ url: 'https://feira.example/ad/55', text })).toMatchObject({
      kind: 'listing',
      title: 'Moto G',
      description: 'Pouco uso',
      price: { amount: 999, currency: 'BRL' },
      seller: { id: '7', name: 'Rui' },
      how: { price: 'page-state' },
    });
  });

  it('is read from the state of a framework, by the object that bears its title', () => {
    expect(readPage({ url: 'https://feira.example/ad/55', text: statePage })).toMatchObject({
      kind: 'listing',
      title: 'Moto G',
      description: 'Pouco uso & caixa',
      price: { amount: 999, currency: 'BRL' },
      seller: { id: '7', name: 'Rui' },
      location: 'Porto',
      images: ['https://img.example/m.jpg'],
    });
  });

  it('is read from state that is kept as text', () => {
    const text = statePage
      .replace('<script id="__NEXT_DATA__" type="application/json">', '<script>window.__STATE__ = ')
      .replace(/= (\{[\s\S]*?\})<\/script>/, (_, json: string) => `= ${JSON.stringify(json)};</script>`);
    expect(readPage({ url: 'https://feira.example/ad/55', text })).toMatchObject({
      kind: 'listing',
      price: { amount: 999, currency: 'BRL' },
    });
  });

  it('is read from JSON-LD with faults in it, and says so', () => {
    const text = jsonLdPage.replace('"GBP",', '"GBP",\n').replace('"Boxed.', '"Box\ned.').replace(']}</script>', ',]}</script>');
    const reading = readPage({ url, text });
    expect(reading).toMatchObject({ kind: 'listing', price: { amount: 349.5 }, how: { 'json-ld': 'mended' } });
  });

  it('does without JSON-LD that cannot be read, and says so', () => {
    const text = `${jsonLdPage.replace(/(ld\+json">)[^<]+/, '$1{{{nonsense')}<p class="price">£349</p>`;
    expect(readPage({ url, text })).toMatchObject({
      kind: 'listing',
      title: "Apple iPhone 13, Ann's",
      price: { amount: 349 },
      how: { 'json-ld': 'not readable' },
    });
  });

  it('is a search when many links look alike', () => {
    const reading = readPage({ url: 'https://market.example/phones', text: searchPage });
    expect(reading.kind).toBe('search');
    expect(reading.cards).toHaveLength(6);
    expect(reading.cards[0]).toEqual({
      itemId: '47100',
      url: 'https://market.example/item/phone-1/47100',
      title: 'Phone 1 128GB',
      price: { amount: 150, currency: 'GBP' },
    });
    expect(reading.nextPageUrl).toBe('https://market.example/phones?page=2');
  });
});

describe('a listing of a known Source', () => {
  const source = exampleSource({
    currency: 'EUR',
    language: 'de',
    listing: {
      title: ['#t'],
      price: ['td.price'],
      description: ['.text'],
      seller: ['a.who'],
      sellerId: ['a.who@href'],
      images: ['img.photo@data-big', 'img.photo@src'],
    },
  });

  it('is read by its selectors, without what is hidden', () => {
    expect(readPage({ url, text: plainPage, source })).toMatchObject({
      kind: 'listing',
      title: 'Google Pixel 8',
      price: { amount: 420, currency: 'EUR' },
      description: 'Zustand gut.\nAbholung in Kassel. Keine Garantie',
      seller: { id: '/nutzer/99', name: 'Jo' },
      images: ['https://market.example/f/2b.jpg'],
      how: { title: 'selector', price: 'selector' },
    });
  });

  it('is read the same through a document when a selector needs one', () => {
    const { listing } = source;
    const needy = exampleSource({ ...source, listing: { ...listing, price: ['td.k:contains("Preis") + td'] } });
    const { how: _how, ...streamed } = readPage({ url, text: plainPage, source });
    const { how: _other, ...built } = readPage({
      url,
      text: plainPage.replace(/<span class="is-hidden">.*?<\/span><span style.*?<\/span>/, ''),
      source: needy,
    });
    expect({ ...built, identifiers: [] }).toEqual({ ...streamed, identifiers: [] });
  });

  it('takes the selector over structured data that disagrees, and shows the disagreement', () => {
    const text = `<script type="application/ld+json">{"@type":"Product","name":"Google Pixel 8","offers":{"price":749}}</script>${plainPage}`;
    const reading = readPage({ url, text, source });
    expect(reading.price?.amount).toBe(420);
    expect(reading.how['price']).toBe('selector');
    expect(reading.disagreements).toEqual([
      { field: 'price', taken: { from: 'selector', value: '420 EUR' }, against: { from: 'json-ld', value: '749 EUR' } },
    ]);
  });

  it('fills from structured data what no selector found', () => {
    const reading = readPage({ url, text: jsonLdPage, source });
    expect(reading).toMatchObject({ kind: 'listing', title: "Apple iPhone 13, Ann's", price: { amount: 349.5, currency: 'GBP' } });
  });

  it('runs nothing that JSON-LD smuggles in', () => {
    const text = jsonLdPage.replace('Boxed.', '<script>alert(1)<\\/script><img src=x onerror=alert(1)>Boxed.');
    expect(readPage({ url, text, source }).description).toBe('Boxed.\nIMEI 354478129067310');
  });
});

describe('a search of a known Source', () => {
  const searchUrl = 'https://market.example/phones';

  it('is read by its card selector', () => {
    const source = exampleSource({ searchPage: { card: 'li.offer', title: ['h3'], price: ['.amount'] } });
    const reading = readPage({ url: searchUrl, text: searchPage, source });
    expect(reading.cards.map(({ itemId, title, price }) => [itemId, title, price?.amount]).slice(0, 2)).toEqual([
      ['47100', 'Phone 1 128GB', 150],
      ['47200', 'Phone 2 128GB', 250],
    ]);
    expect(reading.cards).toHaveLength(6);
    expect(reading.how).toEqual({ cards: 'selector' });
  });

  it('is read by the shape of its links alone, each item once and without tracking', () => {
    const reading = readPage({ url: searchUrl, text: searchPage, source: exampleSource() });
    expect(reading.cards).toHaveLength(6);
    expect(reading.cards[5]).toEqual({
      itemId: '47600',
      url: 'https://market.example/item/phone-6/47600',
      title: 'Phone 6 128GB',
      price: { amount: 650, currency: 'GBP' },
    });
  });

  it('goes on to a next page only on its own hosts', () => {
    const text = searchPage.replace('/phones?page=2', 'https://evil.example/phones?page=2');
    expect(readPage({ url: searchUrl, text, source: exampleSource() }).nextPageUrl).toBeUndefined();
  });
});

describe('a JSON answer', () => {
  const json = (value: unknown) => JSON.stringify(value);

  it('of a search lists its offers and the next page', () => {
    const text = json({
      total: 2,
      next: 'https://api.market.example/search?offset=200',
      itemSummaries: [
        {
          itemId: 'v1|11|0',
          legacyItemId: '11',
          title: 'Phone A',
          price: { value: '65.00', currency: 'USD' },
          itemWebUrl: 'https://market.example/itm/11?hash=x',
        },
      ],
    });
    expect(readPage({ url: 'https://api.market.example/search', text, contentType: 'application/json' })).toMatchObject({
      kind: 'search',
      cards: [{ itemId: '11', url: 'https://market.example/itm/11', title: 'Phone A', price: { amount: 65, currency: 'USD' } }],
      nextPageUrl: 'https://api.market.example/search?offset=200',
    });
  });

  it('of an empty search is an empty search', () => {
    expect(readPage({ url: 'https://api.market.example/search', text: json({ total: 0 }) })).toMatchObject({ kind: 'search', cards: [] });
  });

  it('of an item is a listing, its identifiers named by where they stood', () => {
    const text = json({
      itemId: 'v1|11|0',
      title: 'Phone A',
      shortDescription: 'IMEI 354478129067310',
      price: { value: '65.00', currency: 'USD' },
    });
    const reading = readPage({ url: 'https://api.market.example/item/11', text });
    expect(reading).toMatchObject({ kind: 'listing', title: 'Phone A', price: { amount: 65, currency: 'USD' } });
    expect(reading.identifiers[0]).toMatchObject({ value: '354478129067310', where: 'api:shortDescription' });
  });

  it('of an app that wraps every value is a listing too', () => {
    const value = {
      id: '7',
      title: { value: 'Phone B' },
      price: { 'currency-iso-code': { value: { value: 'EUR' } }, amount: { value: 275 } },
      'contact-name': { value: 'Fa' },
      'ad-address': { state: { value: 'Emden' }, 'zip-code': { value: '26721' } },
      pictures: {
        picture: [
          {
            link: [
              { rel: 'thumb', href: 'https://img.example/s.jpg' },
              { rel: 'XXL', href: 'https://img.example/l.jpg' },
            ],
          },
        ],
      },
    };
    expect(
      readPage({ url: 'https://api.market.example/ads/7', text: json({ '{http://www.example.com/ad/v1}ad': { value } }) }),
    ).toMatchObject({
      kind: 'listing',
      title: 'Phone B',
      price: { amount: 275, currency: 'EUR' },
      seller: { name: 'Fa' },
      location: '26721, Emden',
      images: ['https://img.example/l.jpg'],
    });
  });

  it('that an item is unknown is gone; any other error is not', () => {
    const errors = (errorId: number) => json({ errors: [{ errorId, message: 'no' }] });
    expect(readPage({ url: 'https://api.market.example/item/11', text: errors(11001) }).kind).toBe('gone');
    expect(readPage({ url: 'https://api.market.example/item/11', text: errors(1001) }).kind).toBe('unknown');
  });
});

describe('hostile pages', () => {
  it('of a million tags side by side, deep nesting and endless attributes are read in bounded time', () => {
    const pages = [
      '<b>'.repeat(300_000),
      '<p>x</p>'.repeat(300_000),
      `<a ${'x=1 '.repeat(300_000)}>`,
      '<a href="/item/x/1">'.repeat(100_000),
      '<'.repeat(500_000),
    ];
    for (const body of pages) expect(readPage({ url, text: `<html><body>${body}`, source: exampleSource() }).kind).toBe('unknown');
  });
});
