import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countScan, judgeScan, type SearchPageResult } from '../../../shared/domain/scan.ts';

const page = fc.record({
  search: fc.nat({ max: 3 }),
  page: fc.integer({ min: 1, max: 5 }),
  url: fc.constant('https://market.example/'),
  outcome: fc.constantFrom('read', 'empty', 'blocked', 'unknown', 'failed' as const),
  itemIds: fc.array(fc.stringMatching(/^\d{1,3}$/), { maxLength: 5 }),
  fresh: fc.nat({ max: 5 }),
  changed: fc.nat({ max: 5 }),
  unchanged: fc.nat({ max: 5 }),
}) as fc.Arbitrary<SearchPageResult>;

describe('judgeScan', () => {
  it('calls no scan healthy in which a page was not read, and every one blocked that was turned away', () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1 }), fc.option(fc.nat({ max: 50 }), { nil: undefined }), (pages, before) => {
        const { health } = judgeScan(pages, before);
        const unread = pages.some(({ outcome }) => outcome !== 'read' && outcome !== 'empty');
        if (unread) expect(health).not.toBe('healthy');
        expect(health === 'blocked').toBe(pages.some(({ outcome }) => outcome === 'blocked'));
      }),
    );
  });

  it('takes zero listings for blindness when there were some before, and for health when there were none', () => {
    const empty: SearchPageResult = {
      search: 0,
      page: 1,
      url: 'https://market.example/',
      outcome: 'empty',
      itemIds: [],
      fresh: 0,
      changed: 0,
      unchanged: 0,
    };
    expect(judgeScan([empty], 40)).toEqual({
      health: 'blind',
      summary: '1 search pages read, 0 listings seen, 40 were seen by the last healthy scan.',
    });
    expect(judgeScan([empty], 0).health).toBe('healthy');
    expect(judgeScan([empty]).health).toBe('healthy');
  });

  it('counts a listing once that two searches show', () => {
    const seen: SearchPageResult = {
      search: 0,
      page: 1,
      url: 'https://market.example/',
      outcome: 'read',
      itemIds: ['1', '2'],
      fresh: 2,
      changed: 0,
      unchanged: 0,
    };
    expect(countScan([seen, { ...seen, search: 1 }]).listingsSeen).toBe(2);
  });
});
