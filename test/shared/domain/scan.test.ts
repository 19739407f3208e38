import { describe, expect, it } from 'vitest';
import { countScan, scheduledTime } from '../../../shared/domain/scan.ts';
import { searchPageResult } from '../../support/scan-fixtures.ts';

describe('countScan', () => {
  it('counts a listing once that two searches show, and for each of them', () => {
    const counts = countScan([searchPageResult({ itemIds: ['1', '2'] }), searchPageResult({ search: 1, itemIds: ['2', '3'] })]);
    expect(counts).toMatchObject({ searchPages: 2, listingsSeen: 3, bySearch: [2, 2] });
  });

  it('leaves the known-answer probe out', () => {
    const counts = countScan([searchPageResult({ itemIds: ['1'] }), searchPageResult({ search: 1, isProbe: true })]);
    expect(counts).toMatchObject({ searchPages: 1, bySearch: [1] });
  });
});

describe('scheduledTime', () => {
  it('is named by the id', () => {
    expect(scheduledTime('gumtree~2026-11-22T10:00:00Z')).toBe(Date.UTC(2026, 10, 22, 10));
    expect(() => scheduledTime('gumtree')).toThrow('expected a scan id such as');
  });
});
