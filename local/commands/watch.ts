/** Scans under way: fires them, tells how far they are, and what came of them. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Scan } from '../../shared/domain/scan.ts';
import type { Source } from '../../shared/sources/source.ts';
import { queueDepth } from '../embedded/queue-depth.ts';
import type { Machine } from '../machine.ts';
import { clockEvent, clockNames } from '../schedules.ts';
import { startProgress } from './progress.ts';

const lookEveryMs = 500;

/** Resolves when nothing is left on any queue, or when `signal` fires; shows how far the reading is meanwhile. */
async function whenSettled(machine: Machine, signal: AbortSignal): Promise<'settled' | 'interrupted'> {
  const progress = startProgress('Listing pages read');
  try {
    while (!signal.aborted) {
      if (await machine.functions.isDrained()) return 'settled';
      const { done, waiting } = await pagesRead(machine);
      progress.update(done, done + waiting);
      await sleep(lookEveryMs);
    }
    return 'interrupted';
  } finally {
    progress.stop();
  }
}

/** Listing pages, plain and drawn by a browser. */
async function pagesRead({ functions, stores }: Machine): Promise<{ done: number; waiting: number }> {
  const counts = await functions.counts();
  const queues = ['read', 'read-rendered'] as const;
  const depths = await Promise.all(queues.map((name) => queueDepth(stores.sqs, stores.queues[name].url)));
  return {
    done: queues.reduce((sum, name) => sum + counts[name].done, 0),
    waiting: depths.reduce((sum, { visible, inFlight }) => sum + visible + inFlight, 0),
  };
}

/** The same, with what clocks do after the scans: at the end everything that can be in the queue is. */
export async function whenAllSettled(machine: Machine, signal: AbortSignal): Promise<'settled' | 'interrupted'> {
  if ((await whenSettled(machine, signal)) === 'interrupted') return 'interrupted';
  for (const name of clockNames) await machine.functions.fire(clockEvent(name, new Date()));
  return whenSettled(machine, signal);
}

/** Calls `onClosed` for each Scan of these Sources that closes from now on, until `signal` fires. */
export async function followScans(
  { stores }: Pick<Machine, 'stores'>,
  { sources, onClosed, signal }: { sources: readonly Source[]; onClosed: (scan: Scan) => void; signal: AbortSignal },
): Promise<void> {
  const told = new Set<string>();
  for (const scan of await closed()) told.add(scan.id);
  while (!signal.aborted) {
    for (const scan of await closed()) {
      if (!told.has(scan.id)) onClosed(scan);
      told.add(scan.id);
    }
    await sleep(lookEveryMs * 4, undefined, { signal }).catch(() => {});
  }

  async function closed(): Promise<Scan[]> {
    const recent = await Promise.all(sources.map(({ id }) => stores.scans.recent(id, 3)));
    return recent.flat().filter(({ closedAt }) => closedAt !== undefined);
  }
}
