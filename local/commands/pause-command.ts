/** `fencewatch pause` and `fencewatch resume`: a source that is left alone for a while, by a person's word. */

import { type Command, InvalidArgumentError } from 'commander';
import * as z from 'zod';
import { sourceHealth } from '../../shared/domain/source-health.ts';
import { loadSources } from '../../shared/sources/load-sources.ts';
import { registry } from '../../shared/sources/registry.ts';
import type { Source } from '../../shared/sources/source.ts';
import { type Attached, attach } from '../attach.ts';
import { openDataFolder } from '../data-folder.ts';
import { pauseSource, resumeSource } from '../pause-source.ts';
import { dataOption, jsonOption } from './data-option.ts';
import { plain } from './plain.ts';

interface Options {
  data: string;
  json?: boolean;
  by: string;
}

interface PauseOptions extends Options {
  reason: string;
  until?: string;
}

export function registerPauseCommands(program: Command): void {
  program
    .command('pause')
    .argument('<source>', 'id of a source that is watched')
    .requiredOption('--reason <text>', 'why, shown on the Scans page', someText)
    .requiredOption('--by <name>', 'who says so, for the audit', someText)
    .option('--until <date>', 'scanned again from then on: 2026-12-01, or 2026-12-01T08:00:00Z; left out, when it is resumed', laterTime)
    .description('open no scan of a source; what was asked for already is still fetched')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(pauseCommand);
  program
    .command('resume')
    .argument('<source>', 'id of a paused source')
    .requiredOption('--by <name>', 'who says so, for the audit', someText)
    .description('scan a paused source again, from its next schedule on')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(resumeCommand);
}

async function pauseCommand(id: string, { data, json, reason, by, until }: PauseOptions): Promise<void> {
  const attached = await attach(await openDataFolder(data));
  try {
    const source = await watchedSource(id, attached);
    const word = { source: source.id, reason, by, ...(until !== undefined && { until }) };
    const { pauses, audit } = attached.stores;
    const pause = await pauseSource(word, { pauses, audit, now: () => new Date() });
    const { message } = sourceHealth([], { name: source.name, everyMinutes: source.schedule.everyMinutes, now: new Date(), pause });
    console.log(json ? JSON.stringify(pause) : plain(message));
  } finally {
    await attached.stop();
  }
}

async function resumeCommand(id: string, { data, json, by }: Options): Promise<void> {
  const attached = await attach(await openDataFolder(data));
  try {
    const { pauses, audit } = attached.stores;
    const pause = await resumeSource({ source: id, by }, { pauses, audit, now: () => new Date() });
    if (pause === undefined) throw new Error(`The source ${id} is not paused`);
    console.log(json ? JSON.stringify(pause) : `${id} is scanned again from its next schedule on. It was paused since ${pause.since}.`);
  } finally {
    await attached.stop();
  }
}

async function watchedSource(id: string, { environment }: Attached): Promise<Source> {
  const files = [environment['SOURCE_FILES'] ?? ''].filter((file) => file !== '');
  const watched = (await loadSources({ registry, files })).filter(({ enabled }) => enabled);
  const source = watched.find((each) => each.id === id);
  if (source === undefined)
    throw new Error(`expected a source that is watched (${watched.map((each) => each.id).join(', ')}), found ${id}`);
  return source;
}

function someText(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Expected some words.');
  return text.trim();
}

/** A day begins at midnight UTC. */
function laterTime(text: string): string {
  if (!z.union([z.iso.date(), z.iso.datetime()]).safeParse(text).success)
    throw new InvalidArgumentError('Expected a day such as 2026-12-01, or a time such as 2026-12-01T08:00:00Z.');
  const time = new Date(text);
  if (time.getTime() <= Date.now()) throw new InvalidArgumentError('Expected a time to come.');
  return time.toISOString();
}
