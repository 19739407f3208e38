/** Matching over memory: the work of functions/match with an index, records, listings and cases that live in maps. For properties, and for a bench. */

import { match } from '../../functions/match/match.ts';
import type { MatchParts, SearchCounts } from '../../functions/match/parts.ts';
import { createIdentifierIndex } from '../../shared/aws/identifier-store.ts';
import type { IndexRows } from '../../shared/aws/index-rows.ts';
import { createLinkIndex } from '../../shared/aws/link-store.ts';
import { createPhotoRows } from '../../shared/aws/photo-index.ts';
import { type Case, settledStates, statesBefore } from '../../shared/domain/case.ts';
import type { Listing, ListingKey, Revision } from '../../shared/domain/listing.ts';
import type { ComparedListing } from '../../shared/domain/matching/compared-listing.ts';
import { assumedMarket, type Market } from '../../shared/domain/matching/market.ts';
import { currentModel } from '../../shared/domain/matching/matching-model.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import type { MatchRequest } from '../../shared/messages.ts';
import { createIndexRowsInMemory } from './index-rows-in-memory.ts';

interface Options {
  rows?: IndexRows;
  market?: Market;
}

export function createMatchingInMemory({ rows = createIndexRowsInMemory(), market = assumedMarket(currentModel, 1000) }: Options = {}) {
  const records = new Map<string, StolenRecord>();
  const listings = new Map<string, { listing: Listing; revisions: Revision[] }>();
  const searches: SearchCounts[] = [];
  const cases = createCasesInMemory();
  let ticks = 0;

  const parts: MatchParts = {
    listings: {
      get: async (key) => listings.get(nameOf(key))?.listing,
      revision: async (key, number) => listings.get(nameOf(key))?.revisions.find((each) => each.number === number),
      revisions: async (key) => [...(listings.get(nameOf(key))?.revisions ?? [])],
      keepForCase: async (key) => {
        const kept = listings.get(nameOf(key));
        if (kept) kept.listing = { ...kept.listing, keptForCase: true };
      },
    },
    identifiers: createIdentifierIndex(rows, 'a key that is no secret'),
    links: createLinkIndex({ filed: createIndexRowsInMemory(), kept: createIndexRowsInMemory(), key: 'a key that is no secret' }),
    photos: createPhotoRows(createIndexRowsInMemory()),
    records: {
      get: async (reference) => records.get(reference),
      getMany: async (references) => references.flatMap((reference) => records.get(reference) ?? []),
    },
    cases,
    relistings: { ofCase: async () => {} },
    audit: { append: async () => {} },
    bases: { keep: async (basis) => `bases/${JSON.stringify(basis).length}.json` },
    reviewQueue: { send: async () => {} },
    deliverQueue: { send: async () => {} },
    model: currentModel,
    market: async () => market,
    team: 'test',
    retentionDays: () => 30,
    now: () => new Date(Date.parse('2026-11-22T10:00:00.000Z') + 1000 * ticks++),
    searched: (search) => void searches.push(search),
  };

  return {
    parts,
    searches,
    tell: (request: MatchRequest) => match(request, parts),
    keep(record: StolenRecord, why: 'new' | 'changed' = records.has(record.reference) ? 'changed' : 'new'): MatchRequest {
      records.set(record.reference, record);
      return { type: 'records-changed', why, references: [record.reference] };
    },
    /** The next Revision of the listing. */
    keepListing(said: ComparedListing): MatchRequest {
      const { source, itemId, firstSeenAt, ...content } = said;
      const before = listings.get(nameOf(said));
      const number = (before?.revisions.length ?? 0) + 1;
      const revision = { ...content, how: {}, number, readAt: firstSeenAt, changed: [] };
      const found = { source, itemId, url: `https://market.example/${itemId}`, liveness: 'live' as const, firstSeenAt, cardHash: '' };
      listings.set(nameOf(said), {
        listing: { ...found, ...before?.listing, revision: number },
        revisions: [...(before?.revisions ?? []), revision],
      });
      return { type: 'listing-revised', source, itemId, revision: number };
    },
    /** `item → record`, sorted, of every Case that is not closed. */
    open: () =>
      cases
        .all()
        .filter(({ state, kind }) => state !== 'closed' && kind !== 'flood')
        .map(({ listing, match: { recordReference } }) => `${listing.itemId} → ${recordReference}`)
        .sort(),
    cases: cases.all,
  };
}

function createCasesInMemory(): MatchParts['cases'] & { all(): Case[] } {
  const cases = new Map<string, Case>();
  const about = (subject: { record: string } | { listing: ListingKey }) =>
    [...cases.values()].filter(({ listing, match }) =>
      'record' in subject ? match.recordReference === subject.record : nameOf(listing) === nameOf(subject.listing),
    );
  return {
    all: () => [...cases.values()],
    get: async (id) => cases.get(id),
    async open(found) {
      if (cases.has(found.id)) return 'exists';
      cases.set(found.id, found);
      return 'opened';
    },
    async move(id, to, patch = {}) {
      const before = cases.get(id);
      if (before === undefined) return 'missing';
      if (!statesBefore(to).includes(before.state)) return 'refused';
      // What is given as undefined is taken away, as the store does.
      cases.set(id, JSON.parse(JSON.stringify({ ...before, ...patch, state: to })));
      return 'moved';
    },
    async updateMatch(id, found) {
      const before = cases.get(id);
      if (before === undefined) return 'missing';
      if (settledStates.includes(before.state)) return 'settled';
      cases.set(id, { ...before, ...found });
      return 'updated';
    },
    allAbout: async (subject) => about(subject),
    restingOn: async (reference) => about({ record: reference }),
    countSince: async (subject, since, most) => Math.min(most, about(subject).filter(({ openedAt }) => openedAt >= since).length),
  };
}

function nameOf({ source, itemId }: ListingKey): string {
  return `${source}/${itemId}`;
}
