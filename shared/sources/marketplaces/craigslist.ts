import type { Source } from '../source.ts';

/**
 * Proved on saved pages: posts of 2009, 2010, 2012, 2018 and 2020, lists of 2009, 2012 and 2025, a deleted post.
 * Not proved: live access, paging of the present search (scripts load it), the location of posts before 2013 (only within the title).
 */
export const craigslist: Source = {
  id: 'craigslist',
  name: 'Craigslist',
  country: 'US',
  currency: 'USD',
  language: 'en',
  hosts: ['*.craigslist.org'],
  access: {
    basis: 'written-permission',
    note: 'The terms of use forbid robots and scrapers without a licence; needs written permission.',
  },
  enabled: false,
  disabledBecause: 'Its terms forbid automated access; no permission is on file.',
  pace: { secondsBetweenRequests: 10 },
  schedule: { everyMinutes: 240 },
  pages: { how: 'plain' },
  searches: [{ name: 'Cell phones, San Francisco Bay Area', url: 'https://sfbay.craigslist.org/search/moa' }],
  searchPage: { maxPages: 10, next: ['a.button.next'] },
  listing: {
    url: '/*/:itemId(\\d+).html',
    example: 'https://chicago.craigslist.org/nwc/cto/d/wood-dale-1950-chrysler/7128708803.html',
    title: ['#titletextonly', 'head > title'],
    price: ['.postingtitletext .price', 'h2'],
    description: ['#postingbody', '#userbody', 'body.posting'],
    location: ['.postingtitletext small'],
    largerPhotos: [
      { replace: '_600x450', by: '_1200x900' },
      { replace: '_50x50c', by: '_1200x900' },
    ],
    images: ['#thumbs a@href', '#thumb a@href', '#ci img@src', 'table[summary="craigslist hosted images"] img@src', 'body.posting img@src'],
    postedAt: ['time.timeago@datetime'],
  },
  retentionDays: 30,
};
