import type { Source } from '../source.ts';

const access: Source['access'] = {
  basis: 'official-api',
  note: 'The user agreement forbids robots on the pages; the Browse API (source ebay-api) is the way in. This definition reads pages that an officer saved, and pages named in a case.',
};

/**
 * eBay by page. Proved on saved pages: an item of ebay.com of 2023, a search of ebay.com in Spanish of 2025, its block page.
 * Not proved: live access, ended items, other countries' sites beyond their shared layout, an empty search.
 * The seller's description stands in a frame of another host and is not on the page; the Browse API has it.
 */
export const ebay: Source = {
  id: 'ebay',
  name: 'eBay',
  country: 'US',
  currency: 'USD',
  language: 'en',
  hosts: ['www.ebay.com'],
  access,
  enabled: false,
  disabledBecause: 'Its terms forbid robots on the pages; use ebay-api.',
  pace: { secondsBetweenRequests: 10 },
  schedule: { everyMinutes: 240 },
  pages: { how: 'plain' },
  searches: [{ name: 'Mobile phones, newest first', url: 'https://www.ebay.com/sch/9355/i.html?_sop=10' }],
  searchPage: {
    // Outside of this list stand placeholders that look like offers ("Shop on eBay").
    card: 'ul.srp-results > li.s-card, ul.srp-results > li.s-item',
    link: ['a.s-item__link', 'a.su-link', 'a[href*="/itm/"]'],
    title: ['.s-card__title', '.s-item__title'],
    price: ['.s-card__price', '.s-item__price'],
    next: ['a.pagination__next'],
    maxPages: 10,
  },
  listing: {
    url: '/itm{/:slug}?/:itemId(\\d+)',
    example: 'https://www.ebay.com/itm/304998642264',
    title: ['h1.x-item-title__mainTitle', '#itemTitle'],
    price: ['.x-price-primary', '.x-bid-price', '#prcIsum', '#prcIsum_bidPrice', '#mm-saleDscPrc'],
    seller: ['.x-sellercard-atf__info__about-seller a', '#mbgLink'],
    location: ['.ux-labels-values--itemLocation .ux-labels-values__values'],
    largerPhotos: ['s-l140', 's-l225', 's-l300', 's-l400', 's-l500', 's-l960'].map((size) => ({ replace: size, by: 's-l1600' })),
    images: ['.ux-image-carousel-item img@data-zoom-src', '.ux-image-carousel-item img@src'],
  },
  retentionDays: 30,
};

export const ebayUk: Source = {
  ...ebay,
  id: 'ebay-uk',
  name: 'eBay UK',
  country: 'GB',
  currency: 'GBP',
  hosts: ['www.ebay.co.uk'],
  searches: [{ name: 'Mobile phones, newest first', url: 'https://www.ebay.co.uk/sch/9355/i.html?_sop=10' }],
  listing: { ...ebay.listing, example: 'https://www.ebay.co.uk/itm/304998642264' },
};

export const ebayDe: Source = {
  ...ebay,
  id: 'ebay-de',
  name: 'eBay Deutschland',
  country: 'DE',
  currency: 'EUR',
  language: 'de',
  hosts: ['www.ebay.de'],
  searches: [{ name: 'Handys, neueste zuerst', url: 'https://www.ebay.de/sch/9355/i.html?_sop=10' }],
  listing: { ...ebay.listing, example: 'https://www.ebay.de/itm/304998642264' },
};

/**
 * eBay by its official Browse API (https://developer.ebay.com/api-docs/buy/browse/overview.html). Proved on saved answers of
 * `item_summary/search`, and with an invented eBay on loopback that gives tokens, counts calls and takes them back; `item/{id}` by its
 * documentation. Not proved: access itself. One definition a country: the marketplace is a header, so the addresses are the same.
 */
export const ebayApi: Source = {
  ...ebay,
  id: 'ebay-api',
  name: 'eBay Browse API',
  hosts: ['api.ebay.com'],
  access: { basis: 'official-api', note: 'API licence agreement with an application key of the force; 5,000 calls a day by default.' },
  api: {
    tokenUrl: 'https://api.ebay.com/identity/v1/oauth2/token',
    scope: 'https://api.ebay.com/oauth/api_scope',
    headers: { 'X-EBAY-C-MARKETPLACE-ID': 'EBAY_US' },
    // https://developer.ebay.com/develop/get-started/api-call-limits: Browse API, 5,000 a day and application before growth checks.
    callsPerDay: 5000,
  },
  disabledBecause: 'Needs an application key of the deploying force in API_CREDENTIALS.',
  pace: { secondsBetweenRequests: 1 },
  searches: [
    {
      name: 'Mobile phones, newest first',
      url: 'https://api.ebay.com/buy/browse/v1/item_summary/search?category_ids=9355&sort=newlyListed&limit=200',
    },
  ],
  searchPage: { maxPages: 10 },
  listing: {
    url: '/buy/browse/v1/item/:itemId',
    example: 'https://api.ebay.com/buy/browse/v1/item/v1%7C304998642264%7C0',
  },
};

export const ebayApiUk: Source = {
  ...ebayApi,
  id: 'ebay-api-uk',
  name: 'eBay Browse API, United Kingdom',
  country: 'GB',
  currency: 'GBP',
  ...marketplace('EBAY_GB'),
};

export const ebayApiDe: Source = {
  ...ebayApi,
  id: 'ebay-api-de',
  name: 'eBay Browse API, Germany',
  country: 'DE',
  currency: 'EUR',
  language: 'de',
  ...marketplace('EBAY_DE'),
};

function marketplace(id: string): Pick<Source, 'api'> {
  return { api: ebayApi.api && { ...ebayApi.api, headers: { 'X-EBAY-C-MARKETPLACE-ID': id } } };
}
