import type { Reject, Warning } from '../../shared/aws/record-store.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import type { FileEntry } from './parse-file.ts';

/** A stretch of a file that is taken as a whole, so that an import can be gone on with from its end. */
export interface Window {
  rows: number;
  records: StolenRecord[];
  /** How many of `rows` have rejects. */
  rejected: number;
  rejects: Reject[];
  /** How many of `records` have warnings. */
  warned: number;
  warnings: Warning[];
  ignoredColumns: string[];
  /** The file ends here and is not whole; one of `rejects` says why. */
  unreadable: boolean;
}

/**
 * Cuts a file into windows of `size` rows, without its first `skip` rows: those were taken before. Always yields a last window, be it
 * empty, so that a file of no rows has one as well.
 */
export async function* windowsOf(
  entries: AsyncIterable<FileEntry>,
  { size, skip }: { size: number; skip: number },
): AsyncGenerator<Window> {
  let window = emptyWindow();
  let row = 0;
  for await (const entry of entries) {
    if (entry.kind === 'record' || entry.kind === 'rejected') row += 1;
    if (row <= skip && entry.kind !== 'unreadable' && entry.kind !== 'ignored') continue;
    add(entry, window);
    if (window.rows === size) {
      yield window;
      window = emptyWindow();
    }
  }
  yield window;
}

function emptyWindow(): Window {
  return { rows: 0, records: [], rejected: 0, rejects: [], warned: 0, warnings: [], ignoredColumns: [], unreadable: false };
}

function add(entry: FileEntry, window: Window): void {
  switch (entry.kind) {
    case 'record':
      window.rows += 1;
      window.records.push(entry.record);
      window.warned += entry.warnings.length > 0 ? 1 : 0;
      window.warnings.push(...entry.warnings);
      break;
    case 'rejected':
      window.rows += 1;
      window.rejected += 1;
      window.rejects.push(...entry.rejects);
      break;
    case 'ignored':
      window.ignoredColumns.push(...entry.columns);
      break;
    case 'unreadable':
      window.rejects.push(entry.reject);
      window.unreadable = true;
      break;
  }
}
