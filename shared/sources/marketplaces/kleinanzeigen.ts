import type { Source } from '../source.ts';

/**
 * Proved on saved pages: an ad of 2022 (then ebay-kleinanzeigen.de), search pages of 2023, an ad of the app's interface of 2025.
 * Not proved: live access, the page of an ad that is gone (known by its words only), an empty search.
 * The ad's heading holds "Reserviert" and "Nicht mehr verfügbar" hidden on every page; hidden text is not read.
 */
export const kleinanzeigen: Source = {
  id: 'kleinanzeigen',
  name: 'Kleinanzeigen',
  country: 'DE',
  currency: 'EUR',
  language: 'de',
  hosts: ['www.kleinanzeigen.de', 'www.ebay-kleinanzeigen.de'],
  access: {
    basis: 'written-permission',
    note: 'The terms of use forbid automated reading without permission; needs written permission or a statutory basis.',
  },
  enabled: false,
  disabledBecause: 'Its terms forbid automated access; no permission is on file.',
  pace: { secondsBetweenRequests: 10 },
  schedule: { everyMinutes: 120 },
  pages: { how: 'plain' },
  searches: [{ name: 'Handys, neueste zuerst', url: 'https://www.kleinanzeigen.de/s-handy-telekom/c173' }],
  searchPage: {
    card: 'article.aditem',
    link: ['h2 a', 'a[href]'],
    title: ['h2'],
    price: ['.aditem-main--middle--price-shipping--price', '.aditem-main--middle--price'],
    next: ['a.pagination-next'],
    maxPages: 20,
  },
  listing: {
    url: '/s-anzeige{/:slug}?/:itemId(\\d+){-*}?',
    example: 'https://www.kleinanzeigen.de/s-anzeige/iphone-13-128gb/2496481234-173-3331',
    title: ['#viewad-title'],
    price: ['#viewad-price'],
    description: ['#viewad-description-text'],
    seller: ['#viewad-contact .userprofile-vip', '.userprofile-vip'],
    location: ['#viewad-locality'],
    images: ['.galleryimage-element img@data-imgsrc', '.galleryimage-element img@src', '#viewad-image@src'],
  },
  retentionDays: 30,
};
