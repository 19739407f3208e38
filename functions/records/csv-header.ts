/** The header line of a CSV file: which delimiter it uses and which columns it names. */

import type { RecordColumn } from '../../shared/domain/record-column.ts';
import { columnOfHeader, recordColumns, requiredColumns } from '../../shared/domain/record-column.ts';
import { shownText } from '../../shared/domain/record-row.ts';
import { LONGEST_ROW } from './file-row.ts';

export interface Header {
  /** By position; undefined where the column means nothing here. */
  columns: (RecordColumn | undefined)[];
  ignored: string[];
}

export type HeaderReading = { ok: true; header: Header } | { ok: false; expected: string; found: string };

export const headerExpected = `a header line with the columns ${requiredColumns.join(', ')} at least`;

const delimiters = [',', ';', '\t'] as const;

/** The delimiter under which the line names most columns: a semicolon in a free-text header decides nothing. */
export function delimiterOf(headerLine: string): string {
  const columnsNamed = (delimiter: string) =>
    headerLine.split(delimiter).filter((name) => columnOfHeader(name.replaceAll('"', '')) !== undefined).length;
  return delimiters.reduce<string>((best, next) => (columnsNamed(next) > columnsNamed(best) ? next : best), ',');
}

export function readHeader(names: string[]): HeaderReading {
  const columns = names.map(columnOfHeader);
  const twice = recordColumns.find((column) => columns.indexOf(column) !== columns.lastIndexOf(column));
  if (twice !== undefined) return { ok: false, expected: 'each column once', found: `${twice} more than once` };

  const missing = requiredColumns.filter((column) => !columns.includes(column));
  if (missing.length > 0) return { ok: false, expected: headerExpected, found: `no ${missing.join(', ')} in: ${shownHeader(names)}` };
  const ignored = names.filter((name, index) => columns[index] === undefined && name.trim() !== '').map(shownText);
  return { ok: true, header: { columns, ignored } };
}

function shownHeader(names: string[]): string {
  if (names[0]?.startsWith('PK\u0003\u0004')) return 'a spreadsheet workbook (save it as CSV)';
  return shownText(names.join(', '));
}

/** The first line, and all the text again: the header must be seen before the delimiter is known. */
export async function withHeaderLine(text: AsyncIterable<string>): Promise<{ line: string; all: AsyncGenerator<string> }> {
  const pieces = text[Symbol.asyncIterator]();
  let head = '';
  let ended = false;
  while (!ended && head.length < LONGEST_ROW && !/[\r\n]/.test(head)) {
    const next = await pieces.next();
    if (next.done) ended = true;
    else head += next.value;
  }
  async function* all() {
    try {
      yield head;
      if (!ended) yield* { [Symbol.asyncIterator]: () => pieces };
    } finally {
      // A reader that stops early ends the download.
      await pieces.return?.();
    }
  }
  return { line: head.split(/[\r\n]/, 1)[0] ?? '', all: all() };
}
