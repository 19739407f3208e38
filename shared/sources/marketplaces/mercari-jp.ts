import type { Source } from '../source.ts';

/**
 * Mercari Japan. Proved on a saved item of 2025 and on the shell that its search answers without scripts, which reads as unknown.
 * Not proved: live access, search pages (they need the rendered reader), sold and deleted items.
 */
export const mercariJp: Source = {
  id: 'mercari-jp',
  name: 'Mercari Japan',
  country: 'JP',
  currency: 'JPY',
  language: 'ja',
  hosts: ['jp.mercari.com'],
  access: { basis: 'written-permission', note: 'The terms of service forbid collecting data by robots.' },
  enabled: false,
  disabledBecause: 'Its terms forbid automated access; no permission is on file.',
  pace: { secondsBetweenRequests: 10 },
  schedule: { everyMinutes: 240 },
  pages: { how: 'rendered', waitFor: '[data-testid="item-cell"], [data-testid="price"]' },
  searches: [{ name: 'Smartphones', url: 'https://jp.mercari.com/search?category_id=859&sort=created_time&order=desc' }],
  searchPage: { maxPages: 5 },
  listing: {
    url: '/item/:itemId(m\\d+)',
    example: 'https://jp.mercari.com/item/m40062064121',
    title: ['[data-testid=name] h1'],
    price: ['[data-testid=price]'],
    description: ['[data-testid=description]'],
    seller: ['[data-testid=seller-link] p'],
  },
  retentionDays: 30,
};
