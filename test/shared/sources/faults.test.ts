import { describe, expect, it } from 'vitest';
import { readPage } from '../../../shared/sources/read-page.ts';
import type { FaultPage } from '../../fixtures/faults/fault-page.ts';
import { firstFaults } from '../../fixtures/faults/first-faults.ts';
import { goodListings, goodSearches } from '../../fixtures/faults/good-pages.ts';
import { laterFaults } from '../../fixtures/faults/later-faults.ts';
import { sources } from '../../fixtures/faults/seeing.ts';

const listingUrl = 'https://market.example/item/iphone-13/4711';
const searchUrl = 'https://market.example/phones?sort=new';

function readings({ html, status, finalPath }: FaultPage) {
  const page = {
    text: html,
    ...(status !== undefined && { status }),
    ...(finalPath !== undefined && { finalUrl: `https://market.example${finalPath}` }),
  };
  const known = Object.entries(sources).flatMap(([declared, source]) => [
    [`listing, ${declared}`, readPage({ ...page, url: listingUrl, source })] as const,
    [`search, ${declared}`, readPage({ ...page, url: searchUrl, source })] as const,
  ]);
  return [...known, ['a site nobody described', readPage({ ...page, url: 'https://other.example/x/4711' })] as const];
}

describe.each([
  ['the half that the detector was built with', firstFaults],
  ['the half that was written after it', laterFaults],
] as const)('%s', (_, faults) => {
  it.each(faults.map((fault) => [fault.name, fault] as const))('%s', (_name, fault) => {
    const claims = readings(fault).filter(([, { kind }]) => kind !== 'unknown' && kind !== 'blocked');
    expect(claims.map(([where, { kind, reason, title }]) => `${where}: ${kind} ${reason ?? title ?? ''}`)).toEqual([]);
  });
});

describe('a page that is what was asked for', () => {
  const { 'carefully declared': source } = sources;
  it.each(goodListings.map((page) => [page.name, page] as const))('stays live: %s', (_, { title, html }) => {
    expect(readPage({ url: listingUrl, text: html, status: 200, ...(source && { source }) })).toMatchObject({ kind: 'listing', title });
  });

  it.each(goodSearches.map((page) => [page.name, page] as const))('stays a search: %s', (_, { html }) => {
    for (const each of Object.values(sources)) {
      const { kind, cards } = readPage({ url: searchUrl, text: html, status: 200, source: each });
      expect([kind, cards.length]).toEqual(['search', 4]);
    }
  });
});
