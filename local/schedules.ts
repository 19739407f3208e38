/** Fires each Source's schedule as EventBridge Scheduler does: at once, then at the Source's own interval, with the scheduled time as name. */

import type { ScheduledScan } from '../shared/messages.ts';
import type { Source } from '../shared/sources/source.ts';

export interface Schedules {
  stop(): void;
}

export function startSchedules({
  sources,
  fire,
  now,
  onFault,
}: {
  sources: readonly Source[];
  fire: (event: ScheduledScan) => Promise<void>;
  now: () => Date;
  onFault: (source: Source, error: unknown) => void;
}): Schedules {
  const timers = sources.map((source) => {
    const fireNow = () => fire(scheduledScan(source, now())).catch((error: unknown) => onFault(source, error));
    void fireNow();
    return setInterval(fireNow, source.schedule.everyMinutes * 60_000);
  });
  return {
    stop() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

/** The scheduled time names the Scan, so it is cut to the second: a schedule that fires twice in one second opens one Scan. */
export function scheduledScan(source: Source, at: Date): ScheduledScan {
  return { source: source.id, scheduledAt: `${at.toISOString().slice(0, 19)}Z` };
}
