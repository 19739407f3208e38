import { describe, expect, it } from 'vitest';
import { nothingTallied } from '../../../shared/domain/reading-tally.ts';
import { judgeScan } from '../../../shared/domain/scan-health.ts';
import { readPage } from '../../../shared/sources/read-page.ts';
import type { Source } from '../../../shared/sources/source.ts';
import type { FaultPage } from '../../fixtures/faults/fault-page.ts';
import { firstFaults } from '../../fixtures/faults/first-faults.ts';
import { goodListings, goodSearches } from '../../fixtures/faults/good-pages.ts';
import { laterFaults } from '../../fixtures/faults/later-faults.ts';
import { sources } from '../../fixtures/faults/seeing.ts';
import { closedScan, searchPageResult } from '../../support/scan-fixtures.ts';

const listingUrl = 'https://market.example/item/iphone-13/4711';
const searchUrl = 'https://market.example/phones?sort=new';

const usual = [1, 2, 3].map((hour) => closedScan({ hour }));

function answered({ html, status, finalPath }: FaultPage) {
  return {
    text: html,
    ...(status !== undefined && { status }),
    ...(finalPath !== undefined && { finalUrl: `https://market.example${finalPath}` }),
  };
}

/** What a scan comes to that meets this page in the place of its search, where forty offers are usual. */
function scanOf(fault: FaultPage, source: Source) {
  const { kind, cards, reason } = readPage({ ...answered(fault), url: searchUrl, source });
  const outcome = kind === 'search' ? (cards.length > 0 ? 'read' : 'empty') : kind === 'blocked' ? 'blocked' : 'unknown';
  const page = searchPageResult({ outcome, itemIds: cards.map(({ itemId }) => itemId), ...(reason !== undefined && { reason }) });
  return { kind, ...judgeScan({ pages: [page], readings: nothingTallied, history: usual }) };
}

describe.each([
  ['the half that the detector was built with', firstFaults],
  ['the half that was written after it', laterFaults],
] as const)('%s', (_, faults) => {
  it.each(faults.map((fault) => [fault.name, fault] as const))('%s', (_name, fault) => {
    for (const [declared, source] of Object.entries(sources)) {
      const { kind, title, reason } = readPage({ ...answered(fault), url: listingUrl, source });
      expect(['unknown', 'blocked'], `in place of a listing, ${declared}: ${reason ?? title}`).toContain(kind);
      const scan = scanOf(fault, source);
      expect(scan.health, `in place of a search, ${declared}: ${scan.summary}`).not.toBe('healthy');
      expect(['search', 'unknown', 'blocked']).toContain(scan.kind);
    }
    expect(readPage({ ...answered(fault), url: 'https://other.example/x/4711' }).kind).not.toBe('gone');
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
