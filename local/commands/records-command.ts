/** `fencewatch records`: the records desk on one machine. */

import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Argument, type Command, Option } from 'commander';
import type { ImportBatch, Reject, Warning } from '../../shared/aws/record-store.ts';
import type { RecordsRequest } from '../../shared/messages.ts';
import { attach } from '../attach.ts';
import { existingDataFolder, openDataFolder } from '../data-folder.ts';
import type { Stores } from '../stores.ts';
import { dataOption, jsonOption } from './data-option.ts';
import { type Progress, startProgress } from './progress.ts';
import { registerRecordsPhotosCommand } from './records-photos-command.ts';

interface Options {
  data: string;
  json?: boolean;
}

/** Rejects, and warnings, named on the terminal; `--json` has them all. */
const remarksShown = 20;

export function registerRecordsCommand(program: Command): void {
  const records = program.command('records').description('import, withdraw and show stolen records');
  records
    .command('import')
    .argument('<file>', 'CSV with a header, or JSON Lines (.jsonl)')
    .description('import stolen records; importing the same file again changes nothing')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(importCommand);
  registerRecordsPhotosCommand(records);
  records
    .command('withdraw')
    .argument('<reference>', "the force's own reference of the record")
    .addOption(
      new Option('--status <status>', 'what became of the device')
        .choices(['withdrawn', 'recovered', 'lawfully-disposed'])
        .default('withdrawn'),
    )
    .requiredOption('--reason <text>', 'why, kept with the record')
    .option('--by <name>', 'who says so, for the audit', userInfo().username)
    .description('stop looking for a device; what rests on its record is closed')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(withdrawCommand);
  records
    .command('show')
    .addArgument(new Argument('<reference>', "the force's own reference of the record"))
    .description('show one record as it stands')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(showCommand);
}

async function importCommand(file: string, options: Options): Promise<void> {
  const attached = await attach(await openDataFolder(options.data), { work: ['records', 'match'] });
  try {
    const outcome = await importFile(file, attached.stores);
    await attached.settled();
    print(options, outcome, describeImport(file, outcome));
    if (outcome.batch.state === 'failed') process.exitCode = 1;
  } finally {
    await attached.stop();
  }
}

/** What became of a file. */
export interface ImportOutcome {
  batch: ImportBatch;
  rejects: Reject[];
  warnings: Warning[];
}

/** Uploads the file, has it imported, and waits for the report, telling `progress` how far it is. Throws when the file is not there or of no known kind. */
export async function importFile(file: string, stores: Stores, progress?: Progress): Promise<ImportOutcome> {
  const format = formatOf(file);
  const { size } = await stat(file).catch((cause: unknown) => {
    throw new Error(`${file} cannot be read`, { cause });
  });
  const batchId = randomUUID();
  const key = `imports/${batchId}.${format}`;
  await stores.uploads.put(key, createReadStream(file), format === 'csv' ? 'text/csv' : 'application/jsonl');
  const body: RecordsRequest = { type: 'import-file', batchId, key, format, fileName: basename(file) };
  await stores.recordsQueue.send([{ body }]);
  const batch = await finished(batchId, size, stores, progress);
  const { records } = stores;
  const rejects = await allPages(async (page) => {
    const { rejects: items, ...next } = await records.rejects(batchId, page);
    return { items, ...next };
  });
  const warnings = await allPages(async (page) => {
    const { warnings: items, ...next } = await records.warnings(batchId, page);
    return { items, ...next };
  });
  return { batch, rejects, warnings };
}

async function allPages<Item>(
  get: (page: { limit: number; cursor?: string }) => Promise<{ items: Item[]; cursor?: string }>,
): Promise<Item[]> {
  const all: Item[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await get({ limit: 1000, ...(cursor !== undefined && { cursor }) });
    all.push(...page.items);
    cursor = page.cursor;
  }
  return all;
}

async function finished(
  batchId: string,
  size: number,
  stores: Stores,
  progress = startProgress('Importing records, bytes read'),
): Promise<ImportBatch> {
  try {
    for (;;) {
      const batch = await stores.records.batch(batchId);
      if (batch && batch.state !== 'running') return batch;
      if (batch) progress.update(batch.bytesRead ?? 0, size);
      await sleep(100);
    }
  } finally {
    progress.stop();
  }
}

async function withdrawCommand(
  reference: string,
  options: Options & { status: 'withdrawn' | 'recovered' | 'lawfully-disposed'; reason: string; by: string },
) {
  const attached = await attach(await existingDataFolder(options.data), { work: ['records', 'match'] });
  try {
    const { stores } = attached;
    const before = await stores.records.get(reference);
    if (before === undefined) throw new Error(`There is no record ${reference}`);
    const { status, reason, by } = options;
    const body: RecordsRequest = { type: 'withdraw', reference, status, reason, actor: by };
    await stores.recordsQueue.send([{ body }]);
    while ((await stores.records.get(reference))?.status !== status) await sleep(100);
    await attached.settled();
    print(options, { reference, status }, `${reference} now stands as ${status}. Cases that rest on it are being closed.`);
  } finally {
    await attached.stop();
  }
}

async function showCommand(reference: string, options: Options): Promise<void> {
  const attached = await attach(await existingDataFolder(options.data));
  try {
    const record = await attached.stores.records.get(reference);
    if (record === undefined) throw new Error(`There is no record ${reference}`);
    const lines = Object.entries(record).map(
      ([name, value]) => `${name.padEnd(18)} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
    print(options, record, lines.join('\n'));
  } finally {
    await attached.stop();
  }
}

function formatOf(file: string): 'csv' | 'jsonl' {
  const extension = extname(file).toLowerCase();
  if (extension === '.csv') return 'csv';
  if (extension === '.jsonl' || extension === '.ndjson') return 'jsonl';
  throw new Error(`${file}: expected a name that ends in .csv or .jsonl, found ${extension === '' ? 'no ending' : extension}`);
}

function describeImport(file: string, { batch, rejects, warnings }: ImportOutcome): string {
  const { rows, created, changed, unchanged, rejected, warned, ignoredColumns = [] } = batch;
  const lines = [`${file}: ${rows} rows: ${created} created, ${changed} changed, ${unchanged} unchanged, ${rejected} rejected.`];
  if (ignoredColumns.length > 0) lines.push(`  columns that are not known and were passed over: ${ignoredColumns.join(', ')}`);
  lines.push(...inWords(rejects));
  if (warned > 0) lines.push(`${warned} of the rows taken are worth a second look:`, ...inWords(warnings));
  return lines.join('\n');
}

function inWords(remarks: readonly (Reject | Warning)[]): string[] {
  const lines = remarks
    .slice(0, remarksShown)
    .map(({ row, field, expected, found }) => `  row ${row}, ${field}: expected ${expected}, found ${found}`);
  if (remarks.length > remarksShown) lines.push(`  and ${remarks.length - remarksShown} more; --json lists them all`);
  return lines;
}

function print({ json }: Options, value: unknown, text: string): void {
  console.log(json ? JSON.stringify(value, undefined, 2) : text);
}
