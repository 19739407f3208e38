import type { ConsoleParts } from './parts.ts';
import type { WatchedSource } from './present-cases.ts';

/** Enough for the health of the last scan that finished. */
const SCANS_SHOWN = 5;

/** Every Source; with its scans, newest first, only where `wanted`, because each costs a query. */
export function watchedSources(
  { sources, scans }: Pick<ConsoleParts, 'sources' | 'scans'>,
  wanted: (source: WatchedSource['source']) => boolean,
  limit = SCANS_SHOWN,
): Promise<WatchedSource[]> {
  return Promise.all(sources.map(async (source) => ({ source, scans: wanted(source) ? await scans.recent(source.id, limit) : [] })));
}
