/**
 * Which Listings offer one item. What such Listings are likely to have in common stands in the `identifiers` table, hashed under the secret
 * key as its other entries are; the Links that were found stand with their Listings in the `listings` table.
 *
 * | table       | pk                        | sk                             | item                                   |
 * | ----------- | ------------------------- | ------------------------------ | -------------------------------------- |
 * | identifiers | `link-photo#…` (an HMAC), `link-text#…`, `link-seller#…` | `2026-11-20#gumtree#1498012` | `{ source, itemId, revision, print, expiresAt }` |
 * | listings    | `LISTING#gumtree#1498012` | `LINK#ebay-uk#304998642264`    | the Link, once at each of its two ends |
 *
 * Both go after the Source's retention term.
 */

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ListingLink } from '../domain/linking/listing-link.ts';
import type { ListingKey } from '../domain/listing.ts';
import type { IndexedListing } from './index-entries.ts';
import { createIndexPlaces } from './index-places.ts';
import { createIndexRows, type IndexRows } from './index-rows.ts';

export type LinkStore = ReturnType<typeof createLinkIndex>;

/** A Listing as it is filed to be found by others of its item. */
export interface FiledForLinks extends IndexedListing {
  firstSeenAt: string;
  /** Of its text, to tell from the entry alone how alike two are. */
  print: readonly number[];
  expiresAt: number;
}

export interface LinkCandidate extends IndexedListing {
  print: number[];
  /** What led to it: `photo`, `text`, `seller`. */
  by: string[];
}

/** One end of a Link: the other Listing, and why they are one item. */
export interface KeptLink extends ListingKey, ListingLink {
  foundAt: string;
}

/** Newest first. A dealer has thousands of adverts, and what is put up again is put up soon. */
const entriesPerKey = 30;
const mostLinks = 100;

const candidateSchema = z.object({ source: z.string(), itemId: z.string(), revision: z.number(), print: z.array(z.number()) });
const linkSchema = z.object({
  source: z.string(),
  itemId: z.string(),
  kind: z.enum(['relisting', 'other-site']),
  reasons: z.array(z.string()),
  against: z.array(z.string()),
  byLook: z.literal(true).optional(),
  foundAt: z.string(),
});

export function createLinkStore(tables: {
  client: DynamoDBDocumentClient;
  listingsTable: string;
  identifiersTable: string;
  key: string;
}): LinkStore {
  const { client, listingsTable, identifiersTable, key } = tables;
  return createLinkIndex({
    filed: createIndexRows({ client, table: identifiersTable }),
    kept: createIndexRows({ client, table: listingsTable }),
    key,
  });
}

export function createLinkIndex({ filed, kept, key }: { filed: IndexRows; kept: IndexRows; key: string }) {
  const places = createIndexPlaces(key);
  const partition = (linkKey: string) => places.wholePartition(`link-${linkKey}`);

  /** Files a Revision under the keys of `linkKeys`; an older one never replaces a newer. */
  async function file(keys: readonly string[], { firstSeenAt, print, ...listing }: FiledForLinks): Promise<void> {
    const sk = `${firstSeenAt.slice(0, 10)}#${listing.source}#${listing.itemId}`;
    await filed.putNewer([...new Set(keys)].map((each) => ({ pk: partition(each).pk, sk, ...listing, print: [...print] })));
  }

  /** Listings filed under any of the keys, each once, those first that more keys lead to. */
  async function candidates(keys: readonly string[]): Promise<LinkCandidate[]> {
    const found = new Map<string, LinkCandidate>();
    const answers = await Promise.all(
      [...new Set(keys)].map(async (each) => ({
        by: each.slice(0, each.indexOf(':')),
        ...(await filed.read(partition(each), { limit: entriesPerKey, descending: true })),
      })),
    );
    for (const { by, rows } of answers) {
      for (const row of rows) {
        const entry = candidateSchema.parse(row);
        const name = JSON.stringify([entry.source, entry.itemId]);
        const known = found.get(name);
        if (known === undefined) found.set(name, { ...entry, by: [by] });
        else known.by.push(by);
      }
    }
    return [...found.values()].toSorted((a, b) => b.by.length - a.by.length);
  }

  /** Keeps a Link at both of its ends; the same again changes nothing but when it was found. */
  async function keep(
    ends: readonly [ListingKey, ListingKey],
    link: ListingLink,
    { foundAt, expiresAt }: { foundAt: string; expiresAt: number },
  ) {
    const [one, other] = ends;
    const row = (at: ListingKey, to: ListingKey) => ({
      pk: `LISTING#${at.source}#${at.itemId}`,
      sk: `LINK#${to.source}#${to.itemId}`,
      source: to.source,
      itemId: to.itemId,
      ...link,
      foundAt,
      expiresAt,
    });
    await kept.put(row(one, other));
    await kept.put(row(other, one));
  }

  /** Takes a Link away at both of its ends. */
  async function drop(one: ListingKey, other: ListingKey): Promise<void> {
    const key = (at: ListingKey, to: ListingKey) => ({ pk: `LISTING#${at.source}#${at.itemId}`, sk: `LINK#${to.source}#${to.itemId}` });
    await kept.deleteAll([key(one, other)]);
    await kept.deleteAll([key(other, one)]);
  }

  return { file, candidates, keep, drop, ...createLinkReader(kept) };
}

/** For whoever only asks which Listings are linked: needs neither key nor index. */
export function createLinkReader(kept: Pick<IndexRows, 'read'>) {
  async function linksOf({ source, itemId }: ListingKey): Promise<KeptLink[]> {
    const range = { pk: `LISTING#${source}#${itemId}`, from: 'LINK#', to: 'LINK#\u{10ffff}' };
    const { rows } = await kept.read(range, { limit: mostLinks, descending: false });
    return rows.map((row) => {
      const { byLook, ...link } = linkSchema.parse(row);
      return { ...link, ...(byLook && { byLook }) };
    });
  }

  return { linksOf };
}
