/** What a run saw and found, in numbers and as text. */

import type { QueueName } from '../../shared/aws/resources.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { Scan } from '../../shared/domain/scan.ts';
import { queueDepth } from '../embedded/queue-depth.ts';
import type { WorkCounts } from '../functions.ts';
import type { Machine } from '../machine.ts';
import type { Stores } from '../stores.ts';
import { caseLine } from './case-text.ts';
import { listCases } from './cases-command.ts';

export interface Summary {
  /** The newest closed Scan of each Source. */
  scans: Scan[];
  /** In the queue for a person, strongest first. */
  cases: Case[];
  /** Rest on a description alone and wait for a place in a day's queue, strongest first. */
  waiting: Case[];
  deadLetters: Record<QueueName, number>;
  /** Messages worked on by this run. */
  work: WorkCounts;
}

/** A terminal's worth; the page and `cases list` have them all. */
const casesShown = 25;
const casesCounted = 10_000;

export async function summarise(machine: Machine, sourceIds: readonly string[]): Promise<Summary> {
  const { stores, functions } = machine;
  const scans = await Promise.all(
    sourceIds.map(async (id) => (await stores.scans.recent(id, 5)).find(({ closedAt }) => closedAt !== undefined)),
  );
  return {
    scans: scans.filter((scan) => scan !== undefined),
    cases: await listCases(stores, 'ready', casesCounted),
    waiting: await listCases(stores, 'waiting', casesCounted),
    deadLetters: await deadLettersOf(stores),
    work: await functions.counts(),
  };
}

/** Those of which no Scan closed since then: what the summary says of them is of an earlier one, or nothing. */
export function withoutScanSince<Named extends { id: string }>(
  { scans }: Pick<Summary, 'scans'>,
  sources: readonly Named[],
  since: string,
): Named[] {
  const ended = new Set(scans.filter(({ closedAt = '' }) => closedAt >= since).map(({ source }) => source));
  return sources.filter(({ id }) => !ended.has(id));
}

export async function deadLettersOf({ queues, sqs }: Stores): Promise<Record<QueueName, number>> {
  const count = async (name: QueueName) => {
    const { visible, inFlight } = await queueDepth(sqs, queues[name].deadLetterUrl);
    return visible + inFlight;
  };
  return {
    scan: await count('scan'),
    read: await count('read'),
    'read-rendered': await count('read-rendered'),
    see: await count('see'),
    match: await count('match'),
    review: await count('review'),
    deliver: await count('deliver'),
    records: await count('records'),
  };
}

export function summaryText({ scans, cases, waiting, deadLetters, work }: Summary): string {
  const parked = Object.entries(deadLetters).filter(([, count]) => count > 0);
  return [
    ...scans.map(scanLine),
    `${work.read.done + work['read-rendered'].done} listing pages read, ${work.match.done} matched, ${cases.length} cases wait for a person.`,
    ...(waiting.length > 0
      ? [`${waiting.length} more rest on a description alone and wait for a place in the queue, the best first.`]
      : []),
    ...(parked.length > 0 ? [`Dead letters: ${parked.map(([name, count]) => `${name} ${count}`).join(', ')}.`] : []),
    '',
    ...(cases.length > 0 ? ['Flagged, strongest first:'] : ['Nothing is flagged.']),
    ...cases.slice(0, casesShown).map(caseLine),
    ...(cases.length > casesShown ? [`and ${cases.length - casesShown} more: npm run -s fencewatch -- cases list`] : []),
  ].join('\n');
}

/** `pennyfield: healthy. 43 search pages read, 1,020 listings seen. 12 new or unread, 3 changed, 1,005 unchanged (not fetched), 2 missing.` */
export function scanLine({ source, health, summary, counts }: Scan): string {
  const changes = counts
    ? `${grouped(counts.fresh)} new or unread, ${grouped(counts.changed)} changed, ${grouped(counts.unchanged)} unchanged (not fetched), ${grouped(counts.missing)} missing.`
    : '';
  return [`${source}: ${health ?? 'still running'}.`, summary ?? '', changes].filter((part) => part !== '').join(' ');
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}
