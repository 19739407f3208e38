import type { Source } from '../source.ts';

/**
 * Facebook Marketplace: only pages that an officer saved in the course of an enquiry. Proved on one saved item of 2025, read from the
 * state in its scripts. Nothing is ever fetched.
 */
export const facebook: Source = {
  id: 'facebook',
  name: 'Facebook Marketplace',
  country: 'US',
  currency: 'USD',
  language: 'en',
  hosts: ['www.facebook.com'],
  access: { basis: 'saved-by-officer', note: 'The terms forbid automated collection, and items need a login.' },
  enabled: false,
  disabledBecause: 'Its terms forbid automated access; pages saved by an officer can be read.',
  pace: { secondsBetweenRequests: 30 },
  schedule: { everyMinutes: 1440 },
  pages: { how: 'plain' },
  searches: [{ name: 'Mobile phones', url: 'https://www.facebook.com/marketplace/category/cell-phones' }],
  searchPage: { maxPages: 1 },
  listing: {
    url: '/marketplace/item/:itemId(\\d+){/}?',
    example: 'https://www.facebook.com/marketplace/item/977215177594648/',
  },
  retentionDays: 30,
};
