import type { ReadingTally } from '../../shared/domain/reading-tally.ts';
import type { Scan, ScanHealth, SearchPageResult } from '../../shared/domain/scan.ts';

/** A search page that was read; a test names only what matters to it. */
export function searchPageResult(changes: Partial<SearchPageResult> = {}): SearchPageResult {
  const page = {
    search: 0,
    page: 1,
    url: 'https://market.example/phones',
    outcome: 'read' as const,
    itemIds: [],
    fresh: 0,
    changed: 0,
    unchanged: 0,
  };
  return { ...page, ...changes };
}

/** `itemIds(3)` → `['1', '2', '3']` */
export function itemIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1));
}

/** A closed Scan of one search, `hour` o'clock, that saw so many listings. */
export function closedScan({
  hour,
  health = 'healthy',
  seen = 40,
  readings,
}: {
  hour: number;
  health?: ScanHealth;
  seen?: number;
  readings?: ReadingTally;
}): Scan {
  const at = new Date(Date.UTC(2026, 10, 22, hour)).toISOString().replace('.000', '');
  return {
    id: `market~${at}`,
    source: 'market',
    openedAt: at,
    closedAt: at,
    health,
    summary: '1 search page read.',
    counts: {
      searchPages: 1,
      listingsSeen: seen,
      fresh: 0,
      changed: 0,
      unchanged: seen,
      missing: 0,
      bySearch: [seen],
      cardFields: { title: seen, price: seen },
    },
    ...(readings && { readings }),
  };
}

/** Live pages on all of which every watched field stood, but for those named. */
export function liveReadings(live: number, fields: ReadingTally['fields'] = {}): ReadingTally {
  const all = { price: live, description: live, seller: live, location: live, images: live, postedAt: live };
  return { outcomes: { live }, fields: { ...all, ...fields }, otherLanguage: 0 };
}
