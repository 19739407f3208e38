import type { Source } from '../source.ts';

/**
 * SS.COM, the Latvian classifieds. Proved on three saved ads of 2026. Not proved: live access, search pages, an ad that is gone.
 * Ads have no title of their own: the beginning of the text stands for it. The place is known by its label alone, which
 * only a document can follow, so its pages are read a little slower.
 */
export const ssLv: Source = {
  id: 'ss-lv',
  name: 'SS.COM',
  country: 'LV',
  currency: 'EUR',
  language: 'lv',
  hosts: ['www.ss.com', 'www.ss.lv', 'm.ss.com', 'm.ss.lv'],
  access: { basis: 'robots-allowed', note: 'Terms and robots.txt are still to be read by the deploying force.' },
  enabled: false,
  disabledBecause: 'Its terms were not reviewed yet.',
  pace: { secondsBetweenRequests: 5 },
  schedule: { everyMinutes: 120 },
  pages: { how: 'plain' },
  searches: [{ name: 'Mobilie telefoni', url: 'https://www.ss.com/lv/electronics/phones/mobile-phones/' }],
  searchPage: { maxPages: 20, next: ['a[rel=next]'] },
  listing: {
    url: '/msg/*/:itemId([a-z0-9]+).html',
    example: 'https://www.ss.com/msg/lv/electronics/phones/mobile-phones/apple/bkxcd.html',
    title: ['#msg_div_msg'],
    price: ['.ads_price'],
    description: ['#msg_div_msg'],
    location: ['td.ads_contacts_name:contains("Vieta") + td', 'td.ads_contacts_name:contains("Место") + td'],
    images: ['.pic_dv_thumbnail a@href'],
  },
  retentionDays: 30,
};
