/** What a Source's last Scans come to, in one message that a person understands and can act on. */

import { isInForce, type Pause } from './pause.ts';
import type { Scan, ScanHealth } from './scan.ts';

export interface SourceHealth {
  health: ScanHealth | 'not-scanned' | 'paused';
  /** When the first of the Scans opened that have all been unhealthy since, or the Source was paused; absent while healthy. */
  since?: string;
  /** Unhealthy for so long that somebody must look. */
  isLasting: boolean;
  /** For a person: what is seen, since when, why, and what follows. */
  message: string;
  /** Of the Scan that is open, when its host keeps it waiting; `message` says it too. */
  waits?: NonNullable<Scan['waits']>;
}

/** So many intervals without a healthy Scan, and at least three hours, are long: shorter troubles pass by themselves. */
const lastingIntervals = 3;
const lastingMinutes = 180;

/** How long a Source may go without a healthy Scan before a person must look, in minutes. The alarm on AWS waits as long. */
export function patienceMinutes(everyMinutes: number): number {
  return Math.max(lastingMinutes, lastingIntervals * everyMinutes);
}

const meanings: Record<ScanHealth, { is: string; todo: string }> = {
  healthy: { is: 'sees what it should', todo: '' },
  degraded: { is: 'sees only a part', todo: 'Compare a saved page with the definition.' },
  blocked: { is: 'is turned away by the platform', todo: 'Talk to the platform or lower the pace; nothing gets round it by itself.' },
  blind: { is: 'sees nothing', todo: 'The pages have changed, or the host is down: save a page and read it by command.' },
};

export interface ObservedSource {
  name: string;
  everyMinutes: number;
  now: Date;
  pause?: Pause | undefined;
}

/**
 * `scans` of one Source, newest first; those still open do not count, but what one of them waits for is said. Of a paused one the last Scan says
 * nothing any more.
 */
export function sourceHealth(scans: readonly Scan[], source: ObservedSource): SourceHealth {
  const seen = healthSeen(scans, source);
  const waits = scans.find(({ closedAt }) => closedAt === undefined)?.waits;
  if (waits === undefined || Date.parse(waits.until) <= source.now.getTime()) return seen;
  const message = `${seen.message} The scan under way waits until ${clock(waits.until)}: ${waits.why}. Until then nobody asks again.`;
  return { ...seen, waits, message };
}

function healthSeen(scans: readonly Scan[], source: ObservedSource): SourceHealth {
  if (source.pause !== undefined && isInForce(source.pause, source.now)) return pausedHealth(source.pause, source);
  const closed = scans.filter((scan): scan is Scan & { health: ScanHealth } => scan.health !== undefined);
  const [last] = closed;
  if (last === undefined) return { health: 'not-scanned', isLasting: false, message: `${source.name} has not been scanned yet.` };
  const overdue = minutesBetween(last.openedAt, source.now) >= patienceMinutes(source.everyMinutes);
  const nothingSince = overdue ? [`No scan has ended since the one of ${clock(last.openedAt)}.`] : [];
  if (last.health === 'healthy') {
    const seen = `${source.name} ${overdue ? 'saw what it should' : meanings.healthy.is}. ${last.summary ?? ''}`.trim();
    return { health: 'healthy', isLasting: overdue, message: [seen, ...nothingSince].join(' ') };
  }
  const firstHealthy = closed.findIndex(({ health }) => health === 'healthy');
  const unhealthy = firstHealthy === -1 ? closed : closed.slice(0, firstHealthy);
  const since = unhealthy.at(-1)?.openedAt ?? last.openedAt;
  const isLasting = minutesBetween(since, source.now) >= patienceMinutes(source.everyMinutes);
  const { is, todo } = meanings[last.health];
  const message = [
    `${source.name} ${is}: ${last.summary ?? 'no reason was noted.'}`,
    `So since ${clock(since)}${firstHealthy === -1 ? ' at least' : ''}.`,
    ...nothingSince,
    ...(last.resumesAt === undefined ? [] : [`It is left alone until ${clock(last.resumesAt)}.`]),
    'No listing counts as missing meanwhile.',
    ...(isLasting || last.health === 'blocked' ? [todo] : []),
  ].join(' ');
  return { health: last.health, since, isLasting, message };
}

/** A pause that lasts is a trouble that lasts: nobody sees there what is offered, and it may have been forgotten. */
function pausedHealth({ since, by, reason, until }: Pause, { name, everyMinutes, now }: ObservedSource): SourceHealth {
  const isLasting = minutesBetween(since, now) >= patienceMinutes(everyMinutes);
  const end = until === undefined ? 'It is not scanned until somebody resumes it.' : `It is scanned again from ${clock(until)} on.`;
  const message = `${name} has been paused since ${clock(since)} by ${by}: ${reason} ${end} What is offered there meanwhile is not seen, and no listing counts as missing.`;
  return { health: 'paused', since, isLasting, message };
}

/** The first wait after a block is the Source's own interval; each further block in a row doubles it, up to a day. */
export function minutesAfterBlock(everyMinutes: number, blockedInARow: number): number {
  return Math.min(24 * 60, everyMinutes * 2 ** Math.min(12, Math.max(0, blockedInARow - 1)));
}

function minutesBetween(since: string, now: Date): number {
  return (now.getTime() - Date.parse(since)) / 60_000;
}

/** `22 Nov 10:00 UTC` */
function clock(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const month = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[time.getUTCMonth()];
  return `${time.getUTCDate()} ${month} ${iso.slice(11, 16)} UTC`;
}
