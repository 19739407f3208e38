/** `fencewatch scan`: scans the given Sources, once or on their schedules. */

import type { Command } from 'commander';
import type { QueueName } from '../../shared/aws/resources.ts';
import { isInForce } from '../../shared/domain/pause.ts';
import type { Source } from '../../shared/sources/source.ts';
import { announce, findRunning } from '../attach.ts';
import { type DataFolder, openDataFolder } from '../data-folder.ts';
import { demoSites, liveDemo, startDemo } from '../demo.ts';
import { type Machine, startMachine } from '../machine.ts';
import type { Marketplace } from '../marketplace/marketplace.ts';
import { scheduledScan, startSchedules } from '../schedules.ts';
import { dataOption, jsonOption } from './data-option.ts';
import { type Interrupt, listenForInterrupt } from './interrupt.ts';
import { plain } from './plain.ts';
import { importFile } from './records-command.ts';
import { chooseSources } from './source-choice.ts';
import { type Summary, scanLine, summarise, summaryText, withoutScanSince } from './summary.ts';
import { followScans, whenAllSettled } from './watch.ts';

/** A run of its own works all queues. */
export const everyQueue: readonly QueueName[] = ['scan', 'read', 'read-rendered', 'match', 'see', 'review', 'deliver', 'records'];

interface Options {
  once?: boolean;
  source: string[];
  records?: string;
  data: string;
  json?: boolean;
}

export function registerScanCommand(program: Command): void {
  program
    .command('scan')
    .description('scan marketplaces and queue what fits the stolen records')
    .option('--once', 'one scan of each source, then a summary; without it the schedules run until Ctrl-C')
    .option(
      '--source <id|file>',
      `source of the registry, JSON file of definitions, or demo site (${[...demoSites, liveDemo].join(', ')}); repeatable`,
      collect,
      [],
    )
    .option('--records <file>', 'import these stolen records first (CSV or JSON Lines)')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nWithout --source the demo marketplace is scanned.\nExit code 1 when a scan ended blocked or blind, or did not end.',
    )
    .action(scan);
}

/** What is scanned, and the demo marketplace if any of it is its own. */
export interface Watched {
  sources: Source[];
  demo?: Marketplace;
}

async function scan(options: Options): Promise<void> {
  const interrupt = listenForInterrupt();
  const folder = await openDataFolder(options.data);
  if (await findRunning(folder))
    throw new Error(`Fencewatch is running in ${folder.path} and scans by itself. Stop it, or choose another --data.`);
  const watched = await openSources(options.source, folder);
  try {
    const machine = await startMachine({ folder, sources: watched.sources, work: everyQueue });
    try {
      await announce(folder, machine);
      if (options.records !== undefined) await importRecords(options.records, machine);
      await Promise.race([
        options.once ? scanOnce(machine, watched, options, interrupt) : scanOn(machine, watched, interrupt),
        machine.failed,
      ]);
    } finally {
      await machine.stop();
    }
  } finally {
    await watched.demo?.stop();
    interrupt.release();
  }
}

/** The Sources that the words name; without words those of the demo marketplace. Throws for one that is not to be scanned. */
export async function openSources(words: readonly string[], folder: DataFolder): Promise<Watched> {
  const wanted = words.length > 0 ? words : demoSites;
  const demo = wanted.some((word) => [...demoSites, liveDemo].includes(word)) ? await startDemo(folder) : undefined;
  try {
    const sources: Source[] = [];
    for (const word of wanted) {
      const ofDemo = [...(demo?.sites.map(({ source }) => source) ?? []), ...(demo ? [demo.live] : [])].find(({ id }) => id === word);
      sources.push(...(ofDemo ? [ofDemo] : await chooseSources(word)));
    }
    for (const { id, enabled, disabledBecause } of sources) {
      if (!enabled) throw new Error(`The source ${id} is not enabled: ${disabledBecause ?? 'no reason given'}`);
    }
    return { sources, ...(demo && { demo }) };
  } catch (error) {
    await demo?.stop();
    throw error;
  }
}

async function importRecords(file: string, { stores }: Machine): Promise<void> {
  const { batch, rejects } = await importFile(file, stores);
  if (batch.state === 'failed') throw new Error(`${file} could not be imported: ${rejects[0]?.field ?? ''} ${rejects[0]?.found ?? ''}`);
  console.error(`${file}: ${batch.rows} rows, ${batch.created} new, ${batch.changed} changed, ${batch.rejected} rejected.`);
}

async function scanOnce(machine: Machine, { sources }: Watched, { json }: Options, interrupt: Interrupt): Promise<void> {
  const startedAt = new Date().toISOString();
  for (const { id } of sources) {
    const pause = await machine.stores.pauses.of(id);
    if (pause !== undefined && isInForce(pause, new Date()))
      throw new Error(`The source ${id} is paused since ${pause.since} by ${pause.by}: ${plain(pause.reason)} Resume it first.`);
  }
  for (const source of sources) await machine.functions.fire({ function: 'open-scan', event: scheduledScan(source, new Date()) });
  if ((await whenAllSettled(machine, interrupt.signal)) === 'interrupted') {
    console.error('Stopped before the scan was done; the next one goes on from here.');
    process.exitCode = 130;
    return;
  }
  const summary = await summarise(
    machine,
    sources.map(({ id }) => id),
  );
  console.log(json ? JSON.stringify(summary, undefined, 2) : summaryText(summary));
  const unended = withoutScanSince(summary, sources, startedAt);
  for (const { id } of unended)
    console.error(`${id}: no scan ended in this run. See fencewatch status, and redrive --dry-run for dead letters.`);
  if (unended.length > 0 || !couldSee(summary)) process.exitCode = 1;
}

async function scanOn(machine: Machine, { sources }: Watched, interrupt: Interrupt): Promise<void> {
  const schedules = startSchedules({ sources, fire: machine.functions.fire, now: () => new Date(), onFault: reportFault });
  await followScans(machine, { sources, signal: interrupt.signal, onClosed: (closed) => console.log(scanLine(closed)) });
  schedules.stop();
}

export function reportFault(what: string, error: unknown): void {
  console.error(`The schedule of ${what} failed: ${error instanceof Error ? error.message : String(error)}`);
}

function couldSee({ scans }: Summary): boolean {
  return scans.every(({ health }) => health === 'healthy' || health === 'degraded');
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
