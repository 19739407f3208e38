/** A Scan is one scheduled pass over one Source. Every claim made from it carries its health (`scan-health.ts`). */

import type { ReadingTally } from './reading-tally.ts';

/** `blocked`: the platform turned us away. `blind`: nothing could be read, for whatever reason. */
export type ScanHealth = 'healthy' | 'degraded' | 'blocked' | 'blind';

/** What became of one search page. `empty` is a search page that says, readably, that there are no offers. */
export type SearchPageOutcome = 'read' | 'empty' | 'blocked' | 'unknown' | 'failed';

export interface SearchPageResult {
  /** Index into the Source's searches; one more than the last for the known-answer probe. */
  search: number;
  /** 1 for the first page of a search. */
  page: number;
  url: string;
  outcome: SearchPageOutcome;
  /** In words, for a person: `HTTP 503`. */
  reason?: string;
  /** The known-answer probe: `read` when the declared answer was there. It counts no listings. */
  isProbe?: boolean;
  /** Of the answer, where there was one. */
  status?: number;
  /** The language the page says it is in, when it is not the Source's. */
  otherLanguage?: string;
  itemIds: string[];
  /** More stand on the page than are read of one. */
  isCut?: true;
  /** How many of `itemIds` were never read so far, changed, unchanged. */
  fresh: number;
  changed: number;
  unchanged: number;
  /** On how many cards a title and a price stood. */
  cardFields?: { title: number; price: number };
  /** Where the page says the next one is. */
  nextUrl?: string;
}

export interface ScanCounts {
  searchPages: number;
  listingsSeen: number;
  fresh: number;
  changed: number;
  unchanged: number;
  /** Listings that the Scan before showed and this one did not; each is looked at by itself. */
  missing: number;
  /** Listings seen by each of the Source's searches, in their order. */
  bySearch?: number[];
  cardFields?: { title: number; price: number };
}

export interface Scan {
  /** `<source>~<scheduled time>`: `gumtree~2026-11-22T10:00:00Z`. */
  id: string;
  source: string;
  openedAt: string;
  /** Fingerprint of how the Source was searched: Scans of different definitions are not compared. */
  definition?: string;
  closedAt?: string;
  health?: ScanHealth;
  /** For a person: `12 search pages read, 340 listings seen. 3 search pages were not read (HTTP 503).` */
  summary?: string;
  counts?: ScanCounts;
  /** Of the listing pages read for this Scan and the one before it, as they stood when it closed. */
  readings?: ReadingTally;
  /** Of one that is open, when its host keeps it waiting: `robots.txt of www.gumtree.com: HTTP 500`. Past `until` it says nothing any more. */
  waits?: { until: string; why: string };
  /** After a block: no Scan is opened before. */
  resumesAt?: string;
}

export function countScan(pages: readonly SearchPageResult[]): Omit<ScanCounts, 'missing'> {
  const searched = pages.filter(({ isProbe }) => isProbe !== true);
  const sum = (count: (page: SearchPageResult) => number) => searched.reduce((total, page) => total + count(page), 0);
  const searches = Math.max(0, ...searched.map(({ search }) => search + 1));
  return {
    searchPages: searched.length,
    listingsSeen: distinct(searched),
    fresh: sum((page) => page.fresh),
    changed: sum((page) => page.changed),
    unchanged: sum((page) => page.unchanged),
    bySearch: Array.from({ length: searches }, (_, index) => distinct(searched.filter(({ search }) => search === index))),
    cardFields: { title: sum((page) => page.cardFields?.title ?? 0), price: sum((page) => page.cardFields?.price ?? 0) },
  };
}

function distinct(pages: readonly SearchPageResult[]): number {
  return new Set(pages.flatMap((page) => page.itemIds)).size;
}

/** The id of the Scan that is due at this second. */
export function scanIdAt(source: string, at: Date): string {
  return `${source}~${at.toISOString().slice(0, 19)}Z`;
}

/** When this Scan was due, epoch milliseconds: its id names it. Throws for what is no Scan's id. */
export function scheduledTime(scanId: string): number {
  const milliseconds = Date.parse(scanId.slice(scanId.indexOf('~') + 1));
  if (Number.isNaN(milliseconds))
    throw new Error(`expected a scan id such as gumtree~2026-11-22T10:00:00Z, found ${JSON.stringify(scanId)}`);
  return milliseconds;
}
