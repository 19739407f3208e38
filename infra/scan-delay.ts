import type { Source } from '../shared/sources/source.ts';

/** SQS's longest (SQS API reference, CreateQueue, DelaySeconds). */
const LONGEST = 900;

/**
 * How long a search page waits on the queue: a page asks for the next one at once, and a function that waits for the host's turn is paid for while it
 * does nothing. A second less than the shortest pace of the Sources that are watched, so that none is visited later than it might be. Calls of an API
 * are quick and few; they wait along.
 */
export function secondsUntilNextPage(sources: readonly Source[]): number {
  const paces = sources.filter(({ enabled, api }) => enabled && api === undefined).map(({ pace }) => pace.secondsBetweenRequests);
  return paces.length === 0 ? 0 : Math.min(LONGEST, Math.max(0, Math.floor(Math.min(...paces)) - 1));
}
