/** `fencewatch tac`: the directory that says which model the first eight digits of an IMEI name. */

import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { contradict, nameOfTac } from '../../shared/domain/tac/agreement.ts';
import { type PackedTacs, packTacs } from '../../shared/domain/tac/packed-tacs.ts';
import { withShipped } from '../../shared/domain/tac/shipped-tacs.ts';
import type { TacEntry } from '../../shared/domain/tac/tac-directory.ts';
import { encodeTacs } from '../../shared/tac-file.ts';
import { type Attached, attach } from '../attach.ts';
import { openDataFolder } from '../data-folder.ts';
import { describeFile, importTacs, type TacFileReport, withoutSource } from '../tacs/import-tacs.ts';
import { dataOption, jsonOption } from './data-option.ts';

interface Options {
  data: string;
  json?: boolean;
}

export function registerTacCommand(program: Command): void {
  const tac = program.command('tac').description('which model the first eight digits of an IMEI name');
  tac
    .command('import')
    .argument('<file...>', 'CSV or pipe-separated tables whose header names their columns (.gz allowed)')
    .option('--out <file>', 'write a directory of these files alone to FILE instead, for the bucket on AWS')
    .description('take tables of TACs; a file replaces what was imported under its name')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(importCommand);
  tac
    .command('show')
    .argument('[number]', 'a TAC of 8 digits, or an IMEI; left out, what was imported')
    .description('what the tables say of a TAC')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(showCommand);
  tac
    .command('remove')
    .argument('<name>', 'the name of an imported file, as `tac show` lists it')
    .description('forget what was imported from a file')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(removeCommand);
}

async function importCommand(files: string[], options: Options & { out?: string }): Promise<void> {
  if (options.out !== undefined) {
    const { tacs, reports } = await importTacs(files, undefined);
    await writeFile(options.out, await encodeTacs(tacs));
    return report(options, reports, tacs, `Written to ${options.out}.`);
  }
  await atFolder(options, async ({ stores }) => {
    const { tacs, reports } = await importTacs(files, (await stores.tacs.get())?.tacs);
    if (reports.some(({ taken }) => taken > 0)) await stores.tacs.put(tacs);
    report(options, reports, tacs, 'Functions that run use it within ten minutes.');
  });
}

async function showCommand(number: string | undefined, options: Options): Promise<void> {
  const tac = number === undefined ? undefined : tacOf(number);
  await atFolder(options, async ({ stores }) => {
    const imported = (await stores.tacs.get())?.tacs;
    if (tac === undefined) return showSources(options, imported ?? packTacs([]));
    const entries = withShipped(imported).find(tac);
    const answer = { tac, name: nameOfTac(entries) ?? null, contradictory: contradict(entries), entries };
    print(options, answer, describeTac(tac, entries));
  });
}

async function removeCommand(name: string, options: Options): Promise<void> {
  await atFolder(options, async ({ stores }) => {
    const imported = (await stores.tacs.get())?.tacs;
    if (imported?.sources.has(name) !== true) {
      throw new Error(`Nothing was imported from ${name}; there is ${[...(imported?.sources.keys() ?? [])].join(', ') || 'nothing'}`);
    }
    const left = withoutSource(imported, name);
    await stores.tacs.put(left);
    showSources(options, left);
  });
}

/** The first eight digits of what was typed; the rest of an IMEI is not needed and not repeated. */
function tacOf(number: string): string {
  const digits = number.replace(/[\s./-]/g, '');
  if (/^\d{8}$|^\d{14,17}$/.test(digits)) return digits.slice(0, 8);
  throw new Error(`expected a TAC of 8 digits or an IMEI, found ${/^\d*$/.test(digits) ? `${digits.length} digits` : 'something else'}`);
}

function describeTac(tac: string, entries: readonly TacEntry[]): string {
  if (entries.length === 0) return `${tac}: unknown. That says nothing: free tables are old, and a model owns dozens of TACs.`;
  const head = nameOfTac(entries) ?? 'the tables contradict one another, so it counts as unknown';
  const lines = entries.map(({ brand, models, otherNames, source }) => {
    const also = otherNames.length > 0 ? ` (also ${otherNames.join(', ')})` : '';
    return `  ${source}: ${[brand, models.join(' / ')].filter((part) => part !== '').join(' ')}${also}`;
  });
  return [`${tac}: ${head}`, ...lines].join('\n');
}

function showSources(options: Options, { size, sources }: PackedTacs): void {
  const rows = [...sources].map(([name, count]) => ({ name, rows: count }));
  const text = rows.map(({ name, rows: count }) => `  ${name}: ${count} rows`);
  print(options, { tacs: size, sources: rows }, [`${size} TACs imported, beside those that come with Fencewatch.`, ...text].join('\n'));
}

function report(options: Options, reports: readonly TacFileReport[], { size, sources }: PackedTacs, then: string): void {
  const done = reports.filter(({ taken }) => taken > 0).length;
  if (done < reports.length) process.exitCode = 1;
  const whole = `The directory has ${size} TACs from ${[...sources.keys()].join(', ') || 'no file'}. ${then}`;
  print(
    options,
    { files: reports, tacs: size, sources: Object.fromEntries(sources) },
    [...reports.map(describeFile), ...(done > 0 ? [whole] : [])].join('\n'),
  );
}

async function atFolder({ data }: Options, act: (attached: Attached) => Promise<void> | void): Promise<void> {
  const attached = await attach(await openDataFolder(data));
  try {
    await act(attached);
  } finally {
    await attached.stop();
  }
}

function print({ json }: Options, value: unknown, text: string): void {
  console.log(json ? JSON.stringify(value, undefined, 2) : text);
}
