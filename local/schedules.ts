/** Fires schedules as EventBridge Scheduler does: each Source's at once, then at its own interval; each clock's at its interval. */

import { type ClockName, clocks } from '../shared/aws/resources.ts';
import type { ScheduledScan } from '../shared/messages.ts';
import type { Source } from '../shared/sources/source.ts';
import type { Fired } from './functions.ts';

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
  fire: (fired: Fired) => Promise<void>;
  now: () => Date;
  onFault: (what: string, error: unknown) => void;
}): Schedules {
  const scans = sources.map((source) => {
    const fireNow = () =>
      fire({ function: 'open-scan', event: scheduledScan(source, now()) }).catch((error: unknown) => onFault(source.id, error));
    void fireNow();
    return setInterval(fireNow, source.schedule.everyMinutes * 60_000);
  });
  const clockTimers = clockNames.map((name) => {
    const fireNow = () => fire(clockEvent(name, now())).catch((error: unknown) => onFault(name, error));
    return setInterval(fireNow, clocks[name].everyMinutes * 60_000);
  });
  const timers = [...scans, ...clockTimers];
  return {
    stop() {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

/** What the clock of a function hands to it. */
export function clockEvent(name: ClockName, at: Date): Fired {
  return { function: name, event: { scheduledAt: toSecond(at) } };
}

export const clockNames: readonly ClockName[] = ['survey', 'admit', 'notify', 'verify', 'seal', 'count', 'inform', 'figures'];

/** The scheduled time names the Scan, so it is cut to the second: a schedule that fires twice in one second opens one Scan. */
export function scheduledScan(source: Source, at: Date): ScheduledScan {
  return { source: source.id, scheduledAt: toSecond(at) };
}

function toSecond(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
