/** Tables of TACs become one directory: each file replaces what was imported under its name, and what other files say stays beside it. */

import { basename } from 'node:path';
import { createTacPacker, type NamedTac, type PackedTacs, packTacs } from '../../shared/domain/tac/packed-tacs.ts';
import { faultText } from '../fault-text.ts';
import { readTacFile, type TacTableRow } from './read-tac-table.ts';

/** What became of one file. */
export interface TacFileReport {
  file: string;
  /** Rows taken, of how many TACs, and rows that were not. */
  taken: number;
  tacs: number;
  rejected: number;
  rejects: TacReject[];
}

/** One thing wrong with one line; line 0 is the file as a whole. */
export interface TacReject {
  line: number;
  field: string;
  expected: string;
  found: string;
}

/** Reads files and puts them on top of `before`. A file of which no row can be taken changes nothing; files are told apart by name, without folder. */
export async function importTacs(
  files: readonly string[],
  before: PackedTacs | undefined,
): Promise<{ tacs: PackedTacs; reports: TacFileReport[] }> {
  const twice = files.find((file, at) => files.findIndex((other) => basename(other) === basename(file)) < at);
  if (twice !== undefined) throw new Error(`expected files of different names, found ${basename(twice)} twice`);
  const imported = new Map<string, PackedTacs>();
  const reports: TacFileReport[] = [];
  for (const file of files) {
    const { tacs, ...report } = await readFile(file);
    reports.push({ ...report, tacs: tacs.size });
    if (report.taken > 0) imported.set(basename(file), tacs);
  }
  return { tacs: joined(before, imported), reports };
}

/** Everything but what came from the file of this name. */
export function withoutSource(tacs: PackedTacs, source: string): PackedTacs {
  return joined(tacs, new Map([[source, packTacs([])]]));
}

function joined(before: PackedTacs | undefined, replaced: ReadonlyMap<string, PackedTacs>): PackedTacs {
  const packer = createTacPacker();
  for (const group of before?.groups() ?? []) if (!replaced.has(group.source)) packer.add(group);
  for (const tacs of replaced.values()) for (const group of tacs.groups()) packer.add(group);
  return packer.pack();
}

async function readFile(file: string) {
  const rows: NamedTac[] = [];
  const rejects: TacReject[] = [];
  let rejected = 0;
  try {
    for await (const row of readTacFile(file)) {
      if (row.kind === 'entry') rows.push(row);
      else {
        rejected += 1;
        rejects.push(...rejectsOf(row));
      }
    }
  } catch (error) {
    // The other files go on.
    rejects.push({
      line: 0,
      field: 'file',
      expected: 'a file that can be read',
      found: faultText(error),
    });
  }
  return { file, taken: rows.length, tacs: packTacs(rows), rejected, rejects };
}

function rejectsOf(row: Exclude<TacTableRow, { kind: 'entry' }>): TacReject[] {
  const { line } = row;
  if (row.kind === 'problem') return row.problems.map((problem) => ({ line, ...problem }));
  return [{ line, field: 'file', expected: row.expected, found: row.found }];
}

/** Bad rows named on the terminal; `--json` has them all. */
const rejectsShown = 20;

/** A report in words: what was taken, and the first of what was not with line, field, expected and found. */
export function describeFile({ file, taken, tacs, rejected, rejects }: TacFileReport): string {
  const lines = [`${file}: ${taken} rows taken, of ${tacs} TACs; ${rejected} not taken.`];
  for (const { line, field, expected, found } of rejects.slice(0, rejectsShown)) {
    lines.push(`  line ${line}, ${field}: expected ${expected}, found ${found}`);
  }
  if (rejects.length > rejectsShown) lines.push(`  and ${rejects.length - rejectsShown} more; --json lists them all`);
  return lines.join('\n');
}
