/** The TAC directory as a warm function uses it: what was imported, on top of the list that comes with Fencewatch. */

import { withShipped } from '../domain/tac/shipped-tacs.ts';
import type { TacDirectory } from '../domain/tac/tac-directory.ts';
import type { Log } from './log.ts';
import type { TacStore } from './tac-store.ts';

export interface TacsInUse {
  current(): Promise<TacDirectory>;
}

/** An import is used by every function after this long at most. */
const lookEveryMs = 10 * 60_000;
const lookAgainMs = 60_000;

/**
 * Loads the directory when it is first asked for, and again when another one was imported. A directory that cannot be had is no reason to
 * stop reading: its facts only add to others, and an unknown TAC says nothing. So the one in hand goes on, and the log says why.
 */
export function createTacsInUse({ store, now, log }: { store: Pick<TacStore, 'get' | 'version'>; now: () => Date; log: Log }): TacsInUse {
  let held: { tacs: TacDirectory; version: string | undefined } = { tacs: withShipped(undefined), version: undefined };
  let nextLook = 0;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    try {
      const version = await store.version();
      if (version !== held.version) {
        const stored = await store.get();
        held = { tacs: withShipped(stored?.tacs), version: stored?.version };
        log.info('TAC directory loaded', { tacs: stored?.tacs.size ?? 0, sources: [...(stored?.tacs.sources.keys() ?? [])] });
      }
      nextLook = now().getTime() + lookEveryMs;
    } catch (error) {
      nextLook = now().getTime() + lookAgainMs;
      log.warn('TAC directory could not be loaded; the one in hand goes on', { error });
    }
  }

  return {
    async current() {
      if (now().getTime() >= nextLook) {
        looking ??= look().finally(() => {
          looking = undefined;
        });
        await looking;
      }
      return held.tacs;
    },
  };
}
