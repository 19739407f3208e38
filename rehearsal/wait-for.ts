import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 6 * 60_000;
const everyMs = 500;

/** Looks until there is something to see. Throws with what was missing. */
export async function waitFor<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`Waited ${patienceMs / 60_000} minutes in vain for ${what}`);
    await sleep(everyMs);
  }
}
