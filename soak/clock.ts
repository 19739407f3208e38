/** The time of a soak: it goes on by whole steps, whenever somebody says so. */

export interface Clock {
  now(): Date;
  ms(): number;
  /** Never backwards. */
  goTo(ms: number): void;
}

export function createClock(startMs: number): Clock {
  let at = startMs;
  return {
    now: () => new Date(at),
    ms: () => at,
    goTo(ms) {
      at = Math.max(at, ms);
    },
  };
}
