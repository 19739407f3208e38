import type { Source } from '../source.ts';

/** OLX Brazil. Proved on a saved ad of 2026, read from its JSON-LD. Not proved: live access, search pages, an ad that is gone. */
export const olxBr: Source = {
  id: 'olx-br',
  name: 'OLX Brasil',
  country: 'BR',
  currency: 'BRL',
  language: 'pt',
  hosts: ['*.olx.com.br'],
  access: { basis: 'written-permission', note: 'Terms are still to be read by the deploying force; the site turns robots away.' },
  enabled: false,
  disabledBecause: 'Its terms were not reviewed yet.',
  pace: { secondsBetweenRequests: 10 },
  schedule: { everyMinutes: 240 },
  pages: { how: 'plain' },
  searches: [{ name: 'Celulares', url: 'https://www.olx.com.br/celulares' }],
  searchPage: { maxPages: 10 },
  listing: {
    url: '/*-:itemId(\\d{6,})',
    example: 'https://sp.olx.com.br/sao-paulo-e-regiao/celulares/iphone-13-128gb-1519461609',
  },
  retentionDays: 30,
};

/** OLX India. Proved on a saved search of 2025. Not proved: live access, ad pages, paging (the site loads more by script). */
export const olxIn: Source = {
  ...olxBr,
  id: 'olx-in',
  name: 'OLX India',
  country: 'IN',
  currency: 'INR',
  language: 'en',
  hosts: ['www.olx.in'],
  searches: [{ name: 'Mobile phones', url: 'https://www.olx.in/mobile-phones_c1453' }],
  searchPage: {
    card: 'li[data-aut-id^="itemBox"]',
    title: ['[data-aut-id=itemTitle]'],
    price: ['[data-aut-id=itemPrice]'],
    maxPages: 10,
  },
  listing: {
    url: '/item/*-iid-:itemId(\\d+)',
    example: 'https://www.olx.in/item/mobile-phones-c1453-iphone-13-in-delhi-iid-1789276286',
    title: ['[data-aut-id=itemTitle]'],
    price: ['[data-aut-id=itemPrice]'],
    description: ['[data-aut-id=itemDescriptionContent]'],
    seller: ['[data-aut-id=profileCard] a'],
    location: ['[data-aut-id=itemLocation]'],
  },
};
