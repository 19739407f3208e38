import type { Source } from '../../shared/sources/source.ts';

type Changes = Partial<Omit<Source, 'listing' | 'searchPage'>> & {
  listing?: Partial<Source['listing']>;
  searchPage?: Partial<Source['searchPage']>;
};

/** A definition in which everything is right; a test names only what matters to it. */
export function exampleSource(changes: Changes = {}): Source {
  const { listing, searchPage, ...rest } = changes;
  return {
    id: 'larder-lane',
    name: 'Larder Lane',
    country: 'GB',
    currency: 'GBP',
    language: 'en',
    hosts: ['market.example'],
    access: { basis: 'written-permission', note: 'Letter of the operator.', termsReviewedOn: '2026-11-01', termsReviewedBy: 'Legal desk' },
    enabled: true,
    pace: { secondsBetweenRequests: 0 },
    schedule: { everyMinutes: 60 },
    pages: { how: 'plain' },
    searches: [{ name: 'Phones', url: 'https://market.example/phones' }],
    retentionDays: 30,
    ...rest,
    searchPage: { maxPages: 5, ...searchPage },
    listing: { url: '/item/:slug/:itemId(\\d+)', ...listing },
  };
}
