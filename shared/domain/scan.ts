/** A Scan is one scheduled pass over one Source. Every claim made from it carries its health. */

/** `blocked`: the platform turned us away. `blind`: pages came, but nothing could be read from them. */
export type ScanHealth = 'healthy' | 'degraded' | 'blocked' | 'blind';

/** What became of one search page. */
export type SearchPageOutcome = 'read' | 'empty' | 'blocked' | 'unknown' | 'failed';

export interface SearchPageResult {
  search: number;
  page: number;
  url: string;
  outcome: SearchPageOutcome;
  /** In words, for a person: `HTTP 503 three times`. */
  reason?: string;
  itemIds: string[];
  /** How many of `itemIds` were new, changed, unchanged. */
  fresh: number;
  changed: number;
  unchanged: number;
}

export interface ScanCounts {
  searchPages: number;
  listingsSeen: number;
  fresh: number;
  changed: number;
  unchanged: number;
  missing: number;
}

export interface Scan {
  id: string;
  source: string;
  openedAt: string;
  closedAt?: string;
  health?: ScanHealth;
  /** One sentence a person understands: `12 search pages read, 3 failed (HTTP 503)`. */
  summary?: string;
  counts?: ScanCounts;
}
