/** What the operator and the reviewers need to know about the scans: what each Source's last passes saw, and why some are not watched. */

import type { Scan } from '../../shared/domain/scan.ts';
import { sourceHealth } from '../../shared/domain/source-health.ts';
import { ago, type Moment, momentOf } from '../../shared/pages/format.ts';
import type { Label } from '../../shared/pages/pieces.ts';
import type { Source } from '../../shared/sources/source.ts';
import { healthLabel } from './present.ts';
import { lastHealth, type WatchedSource } from './present-cases.ts';

/** The others only tell since when. */
const scansShown = 5;

export interface SourceView {
  id: string;
  name: string;
  basis: string;
  rhythm: string;
  health: Label;
  /** What it comes to, for a person; empty while all is well. */
  message: string;
  /** Unhealthy for so long that somebody must look. */
  isLasting: boolean;
  scans: ScanRow[];
}

export interface ScanRow {
  opened: Moment;
  age: string;
  health: Label;
  summary: string;
  seen: string;
  fresh: string;
  changed: string;
  unchanged: string;
  missing: string;
}

export interface UnwatchedSource {
  name: string;
  because: string;
}

const bases: Record<Source['access']['basis'], string> = {
  'official-api': 'Official API',
  'written-permission': 'Written permission',
  'robots-allowed': 'Public pages that robots.txt allows',
  statutory: 'Statutory power',
  'saved-by-officer': 'Pages saved by an officer',
};

export function sourceView({ source, scans, pause }: WatchedSource, now: Date): SourceView {
  const { name, schedule } = source;
  const { health, message, isLasting } = sourceHealth(scans, { name, everyMinutes: schedule.everyMinutes, now, pause });
  return {
    id: source.id,
    name: source.name,
    basis: bases[source.access.basis],
    rhythm: rhythmWords(source.schedule.everyMinutes),
    health: health === 'paused' ? { text: 'Paused', colour: 'yellow' } : lastHealth(scans),
    message: health === 'healthy' || health === 'not-scanned' ? '' : message,
    isLasting,
    scans: scans.slice(0, scansShown).map((scan) => scanRow(scan, now)),
  };
}

export function unwatched({ source }: WatchedSource): UnwatchedSource {
  return { name: source.name, because: source.disabledBecause ?? 'No reason is given.' };
}

function rhythmWords(minutes: number): string {
  if (minutes === 1) return 'every minute';
  if (minutes === 60) return 'every hour';
  return minutes % 60 === 0 ? `every ${minutes / 60} hours` : `every ${minutes} minutes`;
}

function scanRow(scan: Scan, now: Date): ScanRow {
  const { counts } = scan;
  const shown = (count: number | undefined) => count?.toLocaleString('en-GB') ?? '–';
  return {
    opened: momentOf(scan.openedAt),
    age: ago(scan.openedAt, now),
    health: healthLabel(scan.health),
    summary: scan.summary ?? '',
    seen: shown(counts?.listingsSeen),
    fresh: shown(counts?.fresh),
    changed: shown(counts?.changed),
    unchanged: shown(counts?.unchanged),
    missing: shown(counts?.missing),
  };
}
