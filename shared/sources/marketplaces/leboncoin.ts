import type { Source } from '../source.ts';

/**
 * Proved on saved pages: an ad of 2015 and a search of 2016 (windows-1252, microdata). The `data-qa-id` selectors are those published
 * for the present site and are not proved, nor is live access.
 */
export const leboncoin: Source = {
  id: 'leboncoin',
  name: 'leboncoin',
  country: 'FR',
  currency: 'EUR',
  language: 'fr',
  hosts: ['www.leboncoin.fr'],
  access: { basis: 'written-permission', note: 'The terms of use forbid extraction by robots, and the site enforces it with challenges.' },
  enabled: false,
  disabledBecause: 'Its terms forbid automated access; no permission is on file.',
  pace: { secondsBetweenRequests: 10 },
  schedule: { everyMinutes: 240 },
  pages: { how: 'plain' },
  searches: [{ name: 'Téléphones', url: 'https://www.leboncoin.fr/c/telephones_objets_connectes' }],
  searchPage: { maxPages: 10, next: ['#next@href', 'a[rel=next]'] },
  listing: {
    url: '/*/:itemId(\\d+){.htm}?{/}?',
    example: 'https://www.leboncoin.fr/ad/telephones_objets_connectes/2345678901',
    title: ['#ad_subject', '[data-qa-id="adview_title"] h1', 'h1[itemprop=name]', 'h1'],
    price: ['.lbcParams .price[itemprop=price]@content', '[data-qa-id="adview_price"]', '[itemprop=price]@content'],
    description: ['.AdviewContent .content', '[data-qa-id="adview_description_container"] p', '[itemprop=description]'],
    seller: ['.upload_by a', '.lbc_option_box_title_text', '[data-qa-id="adview_contact_container"] a'],
    location: ['[itemprop=addressLocality]', '[data-qa-id="adview_location_informations"]'],
    images: ['.lbcContainer meta[itemprop=image]@content', '[data-qa-id="adview_spotlight_container"] img@src'],
    postedAt: ['[itemprop=availabilityStarts]@content'],
  },
  retentionDays: 30,
};
