import { describe, expect, it } from 'vitest';
import { disagreementsOf } from '../../../../shared/sources/page/agreement.ts';
import type { ListingFields } from '../../../../shared/sources/page/listing-fields.ts';

function against(field: keyof ListingFields, taken: ListingFields, other: ListingFields, from = 'json-ld'): string[] {
  const found = disagreementsOf(field, { name: 'selector', fields: taken }, [{ name: from, fields: other }]);
  return found.map(({ taken: one, against: two }) => `${one.value} ≠ ${two.value}`);
}

describe('layers of a page', () => {
  it.each<[keyof ListingFields, ListingFields, ListingFields]>([
    ['title', { title: 'iPhone 13' }, { title: 'iPhone 13 | Larder Lane, Leeds' }],
    ['price', { price: { amount: 20 } }, { price: { amount: 20, currency: 'EUR' } }],
    ['description', { description: 'Boxed, with charger.\nPick up only' }, { description: 'boxed with charger…' }],
    ['seller', { seller: { id: '7' } }, { seller: { name: 'Ann' } }],
    ['seller', { seller: { name: 'Ann B.' } }, { seller: { name: 'ann b' } }],
    ['location', { location: '63000, Clermont-Ferrand' }, { location: 'Clermont-Ferrand' }],
    ['postedAt', { postedAt: '2026-11-02T00:00:00.000Z' }, { postedAt: '2026-11-02T21:15:00.000Z' }],
    ['images', { images: ['https://a.example/1'] }, { images: ['https://a.example/1-small'] }],
  ])('agree on the same %s in other words', (field, taken, other) => {
    expect(against(field, taken, other)).toEqual([]);
  });

  it.each<[keyof ListingFields, ListingFields, ListingFields, string]>([
    ['title', { title: 'iPhone 13' }, { title: 'Galaxy S21' }, 'iPhone 13 ≠ Galaxy S21'],
    ['title', { title: 'ピンバッジ' }, { title: '腕時計' }, 'ピンバッジ ≠ 腕時計'],
    ['price', { price: { amount: 420 } }, { price: { amount: 749 } }, '420 ≠ 749'],
    ['price', { price: { amount: 20, currency: 'EUR' } }, { price: { amount: 20, currency: 'USD' } }, '20 EUR ≠ 20 USD'],
    ['description', { description: 'Boxed.' }, { description: 'Wanted: a phone' }, 'Boxed. ≠ Wanted: a phone'],
    ['seller', { seller: { name: 'Ann' } }, { seller: { name: 'Ben' } }, 'Ann ≠ Ben'],
    ['location', { location: 'Leeds' }, { location: 'York' }, 'Leeds ≠ York'],
  ])('that differ in %s are reported with both values', (field, taken, other, said) => {
    expect(against(field, taken, other)).toEqual([said]);
  });

  it('are not contradicted by advertising in metadata or by names of elements that only may be a seller', () => {
    expect(against('description', { description: 'Boxed.' }, { description: 'Buy phones on Larder Lane' }, 'open-graph')).toEqual([]);
    expect(against('seller', { seller: { name: 'Ann' } }, { seller: { name: 'Contact seller' } }, 'page')).toEqual([]);
  });
});
