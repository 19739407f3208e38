/** A file of stolen records, read from its bytes one record at a time. */

import type { Reject, Warning } from '../../shared/aws/record-store.ts';
import { recordFromRow, shownText } from '../../shared/domain/record-row.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import type { TacDirectory } from '../../shared/domain/tac/tac-directory.ts';
import { csvRows } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import type { FileRow } from './file-row.ts';
import { jsonLinesRows } from './json-lines-rows.ts';
import { warningsOf } from './record-warnings.ts';

export type FileEntry =
  | { kind: 'record'; row: number; record: StolenRecord; warnings: Warning[] }
  /** Everything that is wrong with one row. */
  | { kind: 'rejected'; rejects: Reject[] }
  | { kind: 'ignored'; columns: string[] }
  /** The last entry of a file that cannot be read to its end; what came before stands. */
  | { kind: 'unreadable'; reject: Reject };

export interface RecordsFile {
  bytes: AsyncIterable<Uint8Array>;
  format: 'csv' | 'jsonl';
  now: Date;
  /** Compared with what the records say of their models. */
  tacs: TacDirectory;
}

/**
 * Holds one piece of the file and the references seen so far, never the records: a file may have 100,000 of them.
 *
 * A reference that stands twice is taken once: the first row is the record and each later one is rejected. Were the later to win,
 * importing the same file again would change the record there and back.
 */
export async function* parseFile({ bytes, format, now, tacs }: RecordsFile): AsyncGenerator<FileEntry> {
  const text = decodeText(bytes);
  const rowOfReference = new Map<string, number>();
  for await (const entry of format === 'csv' ? csvRows(text) : jsonLinesRows(text)) {
    yield entry.kind === 'row' ? readRow(entry, { now, tacs, rowOfReference }) : passOn(entry);
  }
}

interface Beside extends Pick<RecordsFile, 'now' | 'tacs'> {
  rowOfReference: Map<string, number>;
}

function readRow({ row, texts }: Extract<FileRow, { kind: 'row' }>, { now, tacs, rowOfReference }: Beside): FileEntry {
  const reading = recordFromRow(texts, now);
  if (!reading.ok) return { kind: 'rejected', rejects: reading.problems.map((problem) => ({ row, ...problem })) };
  const { reference } = reading.record;
  const first = rowOfReference.get(reference);
  if (first !== undefined) {
    const found = `${shownText(reference)}, which is row ${first} already`;
    return { kind: 'rejected', rejects: [{ row, field: 'reference', expected: 'each reference once in a file', found }] };
  }
  rowOfReference.set(reference, row);
  const warnings = warningsOf(reading.record, tacs).map((warning) => ({ row, ...warning }));
  return { kind: 'record', row, record: reading.record, warnings };
}

function passOn(entry: Exclude<FileRow, { kind: 'row' }>): FileEntry {
  switch (entry.kind) {
    case 'ignored':
      return entry;
    case 'broken-row':
      return { kind: 'rejected', rejects: [{ row: entry.row, field: 'row', expected: entry.expected, found: entry.found }] };
    case 'unreadable':
      return { kind: 'unreadable', reject: { row: entry.row, field: 'file', expected: entry.expected, found: entry.found } };
  }
}
