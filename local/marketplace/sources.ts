import type { Source } from '../../shared/sources/source.ts';
import type { SiteId } from './advert.ts';
import { houseItemId, houseTitle } from './house-offer.ts';

const access = {
  basis: 'written-permission',
  note: 'A demonstration marketplace on this machine; whoever starts it permits the visit.',
  termsReviewedOn: '2026-11-01',
  termsReviewedBy: 'Fencewatch demo',
} as const;

const shared = {
  access,
  enabled: true,
  schedule: { everyMinutes: 1 },
  pages: { how: 'plain' },
  retentionDays: 30,
} as const;

/** The site as a Source, found at this address (`http://127.0.0.1:4801`). */
export function sourceOf(site: SiteId, baseUrl: string): Source {
  return site === 'pennyfield' ? pennyfieldSource(baseUrl) : kramkisteSource(baseUrl);
}

function pennyfieldSource(baseUrl: string): Source {
  return {
    ...shared,
    id: 'pennyfield',
    name: 'Pennyfield (demo)',
    country: 'GB',
    currency: 'GBP',
    language: 'en-GB',
    hosts: [new URL(baseUrl).host],
    pace: { secondsBetweenRequests: 0.005 },
    // Numbers are shown in the first photo, and a thousand listings are to be read in a minute.
    photosPerListing: 1,
    searches: [
      { name: 'Apple iPhone', url: `${baseUrl}/phones/apple` },
      { name: 'Samsung Galaxy', url: `${baseUrl}/phones/samsung` },
      { name: 'Other makes', url: `${baseUrl}/phones/other-makes` },
    ],
    probe: { url: `${baseUrl}/p/house-phone/${houseItemId}`, shows: houseTitle },
    searchPage: {
      card: 'article.offer-card',
      link: ['a.card-title@href'],
      title: ['a.card-title'],
      price: ['.price'],
      next: ['.pages a[rel=next]@href'],
      maxPages: 60,
      empty: '.no-results',
    },
    // Title, price, description and seller come from the page's own JSON-LD.
    listing: {
      url: '/p/:slug/:itemId(\\d+)',
      location: ['td.place'],
      postedAt: ['time[itemprop=datePublished]@datetime'],
      sellerId: ['[data-seller-id]@data-seller-id'],
      gone: '.notice-sold',
    },
  };
}

/** Listing pages there are empty until their script has run. */
export function pennyfieldLiveSource(baseUrl: string): Source {
  const { probe, listing, ...pennyfield } = pennyfieldSource(baseUrl);
  return {
    ...pennyfield,
    id: 'pennyfield-live',
    name: 'Pennyfield Live (demo)',
    pages: { how: 'rendered', waitFor: 'h1.live-title' },
    searches: [{ name: 'Stock of the house', url: `${baseUrl}/live/phones` }],
    listing: { url: '/live/item/:itemId(\\d+)', title: ['h1.live-title'], price: ['b.live-price'], description: ['div.live-text'] },
  };
}

/** No structured data there: every field is named. */
function kramkisteSource(baseUrl: string): Source {
  return {
    ...shared,
    id: 'kramkiste',
    name: 'Kramkiste (demo)',
    country: 'DE',
    currency: 'EUR',
    language: 'de',
    hosts: [new URL(baseUrl).host],
    pace: { secondsBetweenRequests: 0.01 },
    photosPerListing: 1,
    searches: [
      { name: 'Apple-Handys', url: `${baseUrl}/regal/apfel/` },
      { name: 'Samsung-Handys', url: `${baseUrl}/regal/samsung/` },
      { name: 'Sonstige Handys', url: `${baseUrl}/regal/sonstige/` },
    ],
    probe: { url: `${baseUrl}/anzeige/nr${houseItemId}.htm`, shows: houseTitle },
    searchPage: {
      card: 'tr.q7',
      link: ['a.tz@href'],
      title: ['a.tz'],
      price: ['td.pz'],
      next: ['a.aelt@href'],
      maxPages: 60,
      empty: 'div.leer',
    },
    listing: {
      url: '/anzeige/nr:itemId(\\d+).htm',
      title: ['#ueb'],
      price: ['td.gld'],
      description: ['div.txk'],
      seller: ['span.wer'],
      sellerId: ['span.wer@id'],
      location: ['dd.or'],
      images: ['img.fot@src'],
      postedAt: ['dd.dt'],
      gone: 'div.weg',
    },
  };
}
