/** Rows of a batch: a header, then a device a row. */

import { CsvFault, csvRecords } from '../../shared/csv-records.ts';
import { shownText } from '../../shared/domain/record-row.ts';
import { LONGEST_IDENTIFIER, LONGEST_REFERENCE } from './schemas.ts';

const MOST_ROWS = 1000;
const LONGEST_ROW = 2000;
const columns = ['identifier', 'reference'] as const;
const headerExpected = 'a header line with the column identifier, and reference if you like, and no other';

interface Fault {
  expected: string;
  found: string;
}

/** `row` is 1 for the first after the header; empty rows count. */
export type RowRead =
  | { row: number; identifier: string; reference?: string }
  | { row: number; reference?: string; error: Fault & { field: string } };

/** Comma, semicolon or tab, as the header has it; with or without byte order mark. A fault is of the whole file. */
export async function batchRows(bytes: Uint8Array): Promise<{ rows: RowRead[] } | Fault> {
  const text = new TextDecoder().decode(bytes);
  if (text.includes('\uFFFD')) return { expected: 'UTF-8', found: 'bytes that are not' };
  const rows: RowRead[] = [];
  let header: string[] | undefined;
  try {
    for await (const { cells } of csvRecords(once(text), { delimiter: delimiterOf(text), longestRecord: LONGEST_ROW })) {
      if (header === undefined) {
        header = cells.map((cell) => cell.trim().toLowerCase());
        const fault = faultOfHeader(header);
        if (fault !== undefined) return fault;
        continue;
      }
      rows.push(rowOf(cells, header, rows.length + 1));
      if (rows.length > MOST_ROWS) return { expected: `at most ${MOST_ROWS} rows`, found: 'more' };
    }
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    rows.push({ row: rows.length + 1, error: { field: 'row', expected: error.expected, found: error.found } });
  }
  const asked = rows.filter((row) => !('identifier' in row) || row.identifier !== '' || row.reference !== undefined);
  if (header === undefined) return { expected: headerExpected, found: 'an empty file' };
  return asked.length === 0 ? { expected: 'at least one row', found: 'none' } : { rows: asked.map(withFault) };
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

function delimiterOf(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  return [';', '\t'].find((delimiter) => line.includes(delimiter)) ?? ',';
}

function faultOfHeader(header: readonly string[]): Fault | undefined {
  const foreign = header.filter((name) => !columns.some((column) => column === name));
  if (header.includes('identifier') && foreign.length === 0 && new Set(header).size === header.length) return undefined;
  return { expected: headerExpected, found: shownText(header.join(', ')) };
}

function rowOf(cells: readonly string[], header: readonly string[], row: number): RowRead {
  if (cells.length !== header.length && cells.some((cell) => cell.trim() !== '')) {
    return { row, error: { field: 'row', expected: `${header.length} cells as in the header`, found: `${cells.length} cells` } };
  }
  const cell = (name: (typeof columns)[number]) => cells[header.indexOf(name)]?.trim() ?? '';
  const reference = cell('reference');
  return { row, identifier: cell('identifier'), ...(reference !== '' && { reference }) };
}

function withFault(read: RowRead): RowRead {
  if ('error' in read) return read;
  const { row, identifier, reference = '' } = read;
  if (reference.length > LONGEST_REFERENCE) {
    return {
      row,
      error: { field: 'reference', expected: `at most ${LONGEST_REFERENCE} characters`, found: `${reference.length} characters` },
    };
  }
  const own = reference === '' ? {} : { reference };
  if (identifier === '')
    return { row, ...own, error: { field: 'identifier', expected: 'an IMEI, a MEID or a serial number', found: 'nothing' } };
  if (identifier.length > LONGEST_IDENTIFIER) {
    return {
      row,
      ...own,
      error: { field: 'identifier', expected: `at most ${LONGEST_IDENTIFIER} characters`, found: `${identifier.length} characters` },
    };
  }
  return read;
}
