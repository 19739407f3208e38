/** `fencewatch status`: can it see, and is anything stuck? */

import type { Command } from 'commander';
import { type Scan, scheduledTime } from '../../shared/domain/scan.ts';
import { type SourceHealth, sourceHealth } from '../../shared/domain/source-health.ts';
import { latestBelievable } from '../../shared/domain/wrong-clock.ts';
import { loadSources } from '../../shared/sources/load-sources.ts';
import { registry } from '../../shared/sources/registry.ts';
import type { Source } from '../../shared/sources/source.ts';
import { attach, findRunning } from '../attach.ts';
import { existingDataFolder } from '../data-folder.ts';
import { type QueueDepth, queueDepth } from '../embedded/queue-depth.ts';
import type { Stores } from '../stores.ts';
import { dataOption, jsonOption } from './data-option.ts';
import { plain } from './plain.ts';
import { deadLettersOf, scanLine } from './summary.ts';

interface SourceStatus {
  id: string;
  enabled: boolean;
  disabledBecause?: string;
  lastScan?: Scan;
  /** By its schedule, of one that is enabled and was scanned; in the past for what nothing scans at present. */
  nextScanDue?: string;
  /** Hosts of an enabled one that nobody visits before then: they said so, turned us away, or more is to be fetched there than their pace lets through. */
  resting?: { host: string; until: string }[];
  /** Of an enabled Source: whether it can be seen, since when not, and what to do, in one message. */
  sight?: SourceHealth;
}

/** Far enough back to say since when a Source is not seen. */
const scansLookedAt = 100;
const mostCounted = 1000;

interface Status {
  running: boolean;
  sources: SourceStatus[];
  queues: Record<string, QueueDepth>;
  deadLetters: Record<string, number>;
  records: number;
  /** What no clock can do about notices and nobody has taken; `oldest` says since when the first waits. */
  escalations: { open: number; oldest?: string };
}

export function registerStatusCommand(program: Command): void {
  program
    .command('status')
    .description('sources and their last scan, queues, dead letters')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({ data, json }: { data: string; json?: boolean }) => {
      const folder = await existingDataFolder(data);
      const running = await findRunning(folder);
      const attached = await attach(folder);
      try {
        const files = [attached.environment['SOURCE_FILES'] ?? ''].filter((file) => file !== '');
        const status = await statusOf(attached.stores, await loadSources({ registry, files }), running !== undefined);
        console.log(json ? JSON.stringify(status, undefined, 2) : statusText(status));
      } finally {
        await attached.stop();
      }
    });
}

export async function statusOf(stores: Stores, sources: readonly Source[], running: boolean): Promise<Status> {
  const queues: Record<string, QueueDepth> = {};
  for (const [name, { url }] of Object.entries(stores.queues)) queues[name] = await queueDepth(stores.sqs, url);
  const scanned = await Promise.all(
    sources.map(async (source): Promise<SourceStatus> => {
      const { id, name, enabled, disabledBecause, schedule } = source;
      const { everyMinutes } = schedule;
      const now = new Date();
      const scans = enabled ? await stores.scans.recent(id, scansLookedAt, { dueBy: latestBelievable(now) }) : [];
      const [lastScan] = scans;
      const sight = enabled ? sourceHealth(scans, { name, everyMinutes, now, pause: await stores.pauses.of(id) }) : undefined;
      return {
        id,
        enabled,
        ...(disabledBecause !== undefined && { disabledBecause }),
        ...(lastScan && { lastScan, nextScanDue: nextDue(lastScan, everyMinutes) }),
        ...(sight && { sight, resting: await restingHosts(source, stores, now) }),
      };
    }),
  );
  const [oldest] = await stores.escalations.ofTeam(stores.team, 'open', 1);
  return {
    running,
    sources: scanned,
    queues,
    deadLetters: await deadLettersOf(stores),
    records: await stores.records.approximateCount(),
    escalations: { open: await stores.escalations.countOpen(stores.team, mostCounted), ...(oldest && { oldest: oldest.raisedAt }) },
  };
}

/** A host at its ordinary pace is no news. */
const restMs = 60_000;

async function restingHosts({ hosts, searches }: Source, { hosts: paces }: Stores, now: Date): Promise<{ host: string; until: string }[]> {
  const named = new Set([...searches.map(({ url }) => new URL(url).host), ...hosts.filter((host) => !host.startsWith('*.'))]);
  const resting: { host: string; until: string }[] = [];
  for (const host of named) {
    const next = await paces.nextVisit({ host, now: now.getTime() });
    if (next - now.getTime() > restMs) resting.push({ host, until: new Date(next).toISOString() });
  }
  return resting;
}

function nextDue({ id, resumesAt }: Scan, everyMinutes: number): string {
  const due = new Date(scheduledTime(id) + everyMinutes * 60_000).toISOString();
  return resumesAt !== undefined && resumesAt > due ? resumesAt : due;
}

/** The last scan and its times; below it, when not all is well, the message for a person. */
function sourceLines({ id, lastScan, nextScanDue, resting = [], sight }: SourceStatus): string[] {
  if (sight === undefined || lastScan === undefined) return [`  ${id}: not scanned yet.`];
  const isWell = sight.health === 'healthy' && !sight.isLasting && sight.waits === undefined;
  const words = isWell ? [] : [`    ${sight.isLasting ? 'ALARM: ' : ''}${plain(sight.message)}`];
  const times = `    Opened ${lastScan.openedAt}, the next one is due ${nextScanDue}.`;
  return [`  ${scanLine(lastScan)}`, times, ...resting.map(({ host, until }) => `    ${host} is left alone until ${until}.`), ...words];
}

function escalationsLine({ open, oldest }: Status['escalations']): string {
  if (oldest === undefined) return 'Nothing about notices waits for a person.';
  const waits = open === 1 ? '1 escalation waits' : `${open.toLocaleString('en-GB')} escalations wait`;
  return `${waits} for a person, since ${oldest}: see Escalations in the console.`;
}

export function statusText({ running, sources, queues, deadLetters, records, escalations }: Status): string {
  const waiting = ({ visible, inFlight, delayed }: QueueDepth) => visible + inFlight + delayed;
  return [
    running ? 'Fencewatch is running.' : 'Fencewatch is not running in this data folder.',
    `${records} stolen records.`,
    escalationsLine(escalations),
    'Sources',
    ...sources.filter(({ enabled }) => enabled).flatMap(sourceLines),
    `  ${sources.filter(({ enabled }) => !enabled).length} more are not enabled; --json says why.`,
    'Messages waiting',
    ...Object.entries(queues).map(([name, depth]) => `  ${name.padEnd(13)} ${waiting(depth)}, dead letters ${deadLetters[name] ?? 0}`),
  ].join('\n');
}
