import { describe, expect, it } from 'vitest';
import { canonicalListingUrl, itemIdOf } from '../../../shared/sources/listing-url.ts';
import { sourceOfHost } from '../../../shared/sources/registry.ts';
import { exampleSource } from '../../support/source-fixture.ts';

describe('itemIdOf', () => {
  const source = exampleSource({ hosts: ['market.example', '*.market.example'] });

  it.each([
    ['https://market.example/item/iphone-13/4711', '4711'],
    ['https://market.example/item/iphone-13/4711?utm_source=x#photos', '4711'],
    ['https://leeds.market.example/item/iphone-13/4711', '4711'],
    ['https://market.example/item/iphone-13/4711/edit', undefined],
    ['https://market.example/phones', undefined],
    ['https://market.example.evil.example/item/iphone-13/4711', undefined],
    ['https://evilmarket.example/item/iphone-13/4711', undefined],
    ['not an address', undefined],
  ])('reads %s as %s', (url, id) => {
    expect(itemIdOf(source, url)).toBe(id);
  });
});

it('names no item by an id that no key could hold, whatever it is written in', () => {
  const source = exampleSource({ hosts: ['market.example'], listing: { url: '/item/:slug/:itemId' } });
  const idOf = (id: string) => itemIdOf(source, `https://market.example/item/phone/${id}`);
  expect([idOf('7'.repeat(200)), idOf('漢'.repeat(200))]).toEqual(['7'.repeat(200), '漢'.repeat(200)]);
  expect([idOf('7'.repeat(201)), idOf('漢'.repeat(201)), idOf('7'.repeat(3000))]).toEqual([undefined, undefined, undefined]);
});

describe('canonicalListingUrl', () => {
  it('drops what only tracks the visitor', () => {
    expect(canonicalListingUrl('https://user:pw@market.example/item/a/1?ref=search&pos=3#tab')).toBe('https://market.example/item/a/1');
  });
});

describe('sourceOfHost', () => {
  const sources = [exampleSource(), exampleSource({ id: 'city', hosts: ['*.city.example'] })];

  it('finds the Source of a host and of any subdomain of a starred one', () => {
    expect(sourceOfHost(sources, 'https://market.example/x')?.id).toBe('larder-lane');
    expect(sourceOfHost(sources, 'https://leeds.city.example/x')?.id).toBe('city');
  });

  it('knows no Source of another port or of the bare starred domain', () => {
    expect(sourceOfHost(sources, 'https://market.example:8443/x')).toBeUndefined();
    expect(sourceOfHost(sources, 'https://city.example/x')).toBeUndefined();
  });
});
