/** A Scan is one scheduled pass over one Source. Every claim made from it carries its health. */

/** `blocked`: the platform turned us away. `blind`: nothing could be read, for whatever reason. */
export type ScanHealth = 'healthy' | 'degraded' | 'blocked' | 'blind';

/** What became of one search page. `empty` is a search page that says, readably, that there are no offers. */
export type SearchPageOutcome = 'read' | 'empty' | 'blocked' | 'unknown' | 'failed';

export interface SearchPageResult {
  /** Index into the Source's searches. */
  search: number;
  /** 1 for the first page of a search. */
  page: number;
  url: string;
  outcome: SearchPageOutcome;
  /** In words, for a person: `HTTP 503`. */
  reason?: string;
  itemIds: string[];
  /** How many of `itemIds` were new, changed, unchanged. */
  fresh: number;
  changed: number;
  unchanged: number;
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
}

export interface Scan {
  /** `<source>~<scheduled time>`: `gumtree~2026-11-22T10:00:00Z`. */
  id: string;
  source: string;
  openedAt: string;
  closedAt?: string;
  health?: ScanHealth;
  /** One sentence a person understands: `12 search pages read, 3 failed (HTTP 503).` */
  summary?: string;
  counts?: ScanCounts;
}

export function countScan(pages: readonly SearchPageResult[]): Omit<ScanCounts, 'missing'> {
  const sum = (count: (page: SearchPageResult) => number) => pages.reduce((total, page) => total + count(page), 0);
  return {
    searchPages: pages.length,
    listingsSeen: new Set(pages.flatMap((page) => page.itemIds)).size,
    fresh: sum((page) => page.fresh),
    changed: sum((page) => page.changed),
    unchanged: sum((page) => page.unchanged),
  };
}

/** Below this share of the listings seen by the last healthy Scan, the counts themselves say that something is not seen. */
const leastShareOfListings = 0.5;

/**
 * The health of a finished Scan, and why, in one sentence for a person.
 *
 * Zero listings is healthy only when the pages say so readably and there were none before either: a redesign that hides every
 * offer looks the same as an empty marketplace, and only history tells them apart.
 */
export function judgeScan(pages: readonly SearchPageResult[], listingsBefore?: number): { health: ScanHealth; summary: string } {
  const { listingsSeen } = countScan(pages);
  const unread = pages.filter((page) => page.outcome !== 'read' && page.outcome !== 'empty');
  const summary = [`${pages.length - unread.length} search pages read, ${listingsSeen} listings seen`];
  if (unread.length > 0)
    summary.push(`${unread.length} not read (${[...new Set(unread.map((page) => page.reason ?? page.outcome))].join('; ')})`);

  const health = healthOf();
  if (health !== 'healthy' && unread.length === 0) summary.push(`${listingsBefore ?? 0} were seen by the last healthy scan`);
  return { health, summary: `${summary.join(', ')}.` };

  function healthOf(): ScanHealth {
    if (unread.some((page) => page.outcome === 'blocked')) return 'blocked';
    if (unread.length === pages.length) return 'blind';
    if (listingsSeen === 0 && (listingsBefore ?? 0) > 0) return 'blind';
    if (unread.length > 0 || listingsSeen < (listingsBefore ?? 0) * leastShareOfListings) return 'degraded';
    return 'healthy';
  }
}
