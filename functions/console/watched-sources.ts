import { isInForce } from '../../shared/domain/pause.ts';
import { latestBelievable } from '../../shared/domain/wrong-clock.ts';
import type { ConsoleParts } from './parts.ts';
import type { WatchedSource } from './present-cases.ts';

/** Enough for the health of the last scan that finished. */
const SCANS_SHOWN = 5;

/** Every Source; with its scans, newest first, and the pause in force, only where `wanted`, because each costs a query. */
export function watchedSources(
  { sources, scans, pauses, now }: Pick<ConsoleParts, 'sources' | 'scans' | 'pauses' | 'now'>,
  wanted: (source: WatchedSource['source']) => boolean,
  limit = SCANS_SHOWN,
): Promise<WatchedSource[]> {
  return Promise.all(
    sources.map(async (source) => {
      if (!wanted(source)) return { source, scans: [] };
      const [recent, pause] = await Promise.all([scans.recent(source.id, limit, { dueBy: latestBelievable(now()) }), pauses.of(source.id)]);
      return { source, scans: recent, ...(pause !== undefined && isInForce(pause, now()) && { pause }) };
    }),
  );
}
