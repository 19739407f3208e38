/** What a clock that was ahead left behind: stamps in the future, which would hold a Source until time has caught up with them. */

/** Clocks of machines that work together differ by seconds. A stamp further ahead than this was made by a clock that was wrong. */
export const mostAheadMs = 5 * 60_000;

/** The latest moment that the stamp of something done can name. */
export function latestBelievable(now: Date): Date {
  return new Date(now.getTime() + mostAheadMs);
}
