import type { Source } from '../source.ts';

/** Proved on a saved search of 2025 (flats). Ads are read from JSON-LD and page state, which is not proved; nor is live access. */
export const willhaben: Source = {
  id: 'willhaben',
  name: 'willhaben',
  country: 'AT',
  currency: 'EUR',
  language: 'de',
  hosts: ['www.willhaben.at'],
  access: { basis: 'written-permission', note: 'The terms of use forbid automated queries without consent.' },
  enabled: false,
  disabledBecause: 'Its terms forbid automated access; no permission is on file.',
  pace: { secondsBetweenRequests: 10 },
  schedule: { everyMinutes: 240 },
  pages: { how: 'plain' },
  searches: [{ name: 'Smartphones', url: 'https://www.willhaben.at/iad/kaufen-und-verkaufen/marktplatz/smartphones-handys-2691' }],
  searchPage: {
    card: 'a[data-testid^="search-result-entry-header-"]',
    title: ['h3'],
    price: ['[data-testid^="search-result-entry-price-"]'],
    next: ['a[data-testid="pagination-top-next-button"]'],
    maxPages: 20,
  },
  listing: {
    url: '/iad/*-:itemId(\\d{6,}){/}?',
    example: 'https://www.willhaben.at/iad/kaufen-und-verkaufen/d/iphone-13-128gb-1338882611/',
    title: ['h1[data-testid="ad-detail-header"]', 'h1'],
    price: ['[data-testid^="contact-box-price-box-price-value"]'],
    description: ['[data-testid^="ad-description"]'],
    seller: ['[data-testid="seller-name"]', '[data-testid="top-contact-box-seller-name"]'],
    location: ['[data-testid="top-contact-box-address-box"]'],
  },
  retentionDays: 30,
};
