import type { SiteId } from './advert.ts';
import type { Offer } from './catalogue.ts';

/** On offer for ever and in no search, as platforms keep a test listing: the known answer of the demo sites. */
export const houseItemId = '1400000000';

/** Words of its title. */
export const houseTitle = 'House phone';

export function houseOffer(site: SiteId): Offer {
  return {
    site,
    itemId: houseItemId,
    kind: 'sale',
    language: 'en',
    phone: { make: 'Nokia', model: '3310', modelNumbers: [], storages: [64], colours: ['Blue'], price: 1, share: 0 },
    colour: 'Blue',
    storageGb: 64,
    title: `${houseTitle}, not for sale`,
    price: 1,
    negotiable: false,
    paragraphs: ['This listing belongs to the site and never ends. Please do not buy it.'],
    inscriptions: [],
    seller: { id: 'house', name: 'The house', shop: true, memberSince: 2020 },
    location: site === 'pennyfield' ? 'Leeds' : 'Kassel',
    photos: [],
    bornAt: -600_000,
  };
}
