import type { Source } from '../source.ts';

/**
 * Carousell Singapore. Proved on a saved search of 2020: class names change with every release there, so offers are known by their
 * links. Not proved: live access, listing pages (read from JSON-LD and page state), other countries.
 */
export const carousellSg: Source = {
  id: 'carousell-sg',
  name: 'Carousell Singapore',
  country: 'SG',
  currency: 'SGD',
  language: 'en',
  hosts: ['www.carousell.sg', 'sg.carousell.com', 'www.carousell.com'],
  access: { basis: 'written-permission', note: 'The terms of service forbid robots without permission.' },
  enabled: false,
  disabledBecause: 'Its terms forbid automated access; no permission is on file.',
  pace: { secondsBetweenRequests: 10 },
  schedule: { everyMinutes: 240 },
  pages: { how: 'plain' },
  searches: [{ name: 'Mobile phones', url: 'https://www.carousell.sg/categories/mobile-phones-1091/' }],
  searchPage: { maxPages: 5 },
  listing: {
    url: '/p/*-:itemId(\\d{6,}){/}?',
    example: 'https://www.carousell.sg/p/iphone-13-128gb-264943011/',
  },
  retentionDays: 30,
};

/** Carousell Philippines, same layout; not proved. */
export const carousellPh: Source = {
  ...carousellSg,
  id: 'carousell-ph',
  name: 'Carousell Philippines',
  country: 'PH',
  currency: 'PHP',
  hosts: ['www.carousell.ph'],
  searches: [{ name: 'Mobile phones', url: 'https://www.carousell.ph/categories/mobile-phones-1091/' }],
  listing: { ...carousellSg.listing, example: 'https://www.carousell.ph/p/iphone-13-128gb-264943011/' },
};
