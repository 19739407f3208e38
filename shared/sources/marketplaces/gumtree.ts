import type { Source } from '../source.ts';

/**
 * Gumtree UK. No saved page was at hand: its address pattern and fields are as published in 2025, and the reader falls back on
 * structured data. Nothing of it is proved.
 */
export const gumtree: Source = {
  id: 'gumtree',
  name: 'Gumtree',
  country: 'GB',
  currency: 'GBP',
  language: 'en',
  hosts: ['www.gumtree.com'],
  access: { basis: 'written-permission', note: 'The terms of use forbid robots without written consent.' },
  enabled: false,
  disabledBecause: 'Its terms forbid automated access; no permission is on file. Selectors are not proved.',
  pace: { secondsBetweenRequests: 10 },
  schedule: { everyMinutes: 240 },
  pages: { how: 'plain' },
  searches: [{ name: 'Mobile phones', url: 'https://www.gumtree.com/phones' }],
  searchPage: { maxPages: 10 },
  listing: {
    url: '/p/:category/:slug/:itemId(\\d+)',
    example: 'https://www.gumtree.com/p/apple-phones/iphone-13-128gb/1487654321',
  },
  retentionDays: 30,
};

/** Gumtree Poland. Proved on a saved search of 2017; the site has since closed, and the definition serves saved pages only. */
export const gumtreePl: Source = {
  ...gumtree,
  id: 'gumtree-pl',
  name: 'Gumtree Polska',
  country: 'PL',
  currency: 'PLN',
  language: 'pl',
  hosts: ['www.gumtree.pl'],
  access: { basis: 'saved-by-officer', note: 'The site is closed.' },
  disabledBecause: 'The site is closed.',
  searches: [{ name: 'Telefony', url: 'https://www.gumtree.pl/s-telefony/v1c9358p1' }],
  searchPage: {
    card: 'li.result',
    link: ['a.href-link'],
    title: ['a.href-link'],
    price: ['.price-text', '.price'],
    next: ['a.next'],
    maxPages: 10,
  },
  listing: {
    url: '/a-:category/*/:itemId(\\d+)',
    example: 'https://www.gumtree.pl/a-telefony/wroclaw/iphone-7/1002026440010910476719909',
    title: ['.item-title', 'h1'],
    price: ['.vip-title .price', '.price .value', '.price .amount'],
    description: ['.vip-details .description', '.description'],
  },
};
