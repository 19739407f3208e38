/** CSV with a header, a row at a time, as the spreadsheets and databases of the world write it. */

import { CsvError, parse } from 'csv-parse';
import type { RowTexts } from '../../shared/domain/record-row.ts';
import type { Header } from './csv-header.ts';
import { delimiterOf, headerExpected, readHeader, withHeaderLine } from './csv-header.ts';
import type { FileRow } from './file-row.ts';
import { LONGEST_ROW } from './file-row.ts';

/**
 * Reads quoted cells with line breaks, comma, semicolon or tab as delimiter, any line ending. A row with fewer or more cells than
 * the header is broken: its cells stand under the wrong names.
 */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<FileRow> {
  let header: Header | undefined;
  let row = 0;
  try {
    for await (const cells of parsedRows(text)) {
      if (header) {
        row += 1;
        if (cells.some((cell) => cell.trim() !== '')) yield rowOf(cells, header, row);
        continue;
      }
      const reading = readHeader(cells);
      if (!reading.ok) return yield { kind: 'unreadable', row: 0, expected: reading.expected, found: reading.found };
      header = reading.header;
      if (header.ignored.length > 0) yield { kind: 'ignored', columns: header.ignored };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return yield { kind: 'unreadable', row: row + 1, ...problemOf(error) };
  }
  if (!header) yield { kind: 'unreadable', row: 0, expected: headerExpected, found: 'an empty file' };
}

/**
 * Rows are taken from the parser's hook, not from its stream: a stream that fails drops the good rows it still holds, and then nobody
 * could say which row is the bad one. Only the rows of one piece of text are held.
 */
async function* parsedRows(text: AsyncIterable<string>): AsyncGenerator<string[]> {
  const { line, all } = await withHeaderLine(text);
  const rows: string[][] = [];
  const parser = parse({
    delimiter: delimiterOf(line),
    // An inch mark in `5" screen` is text, not the start of a quotation.
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells) => {
      rows.push(cells);
      return null;
    },
  });
  // Each write answers for itself below; without a listener Node would end the process.
  parser.on('error', () => {}).resume();
  for await (const piece of all) {
    const fault = await faultOf((done) => parser.write(piece, done));
    yield* rows.splice(0);
    if (fault) throw fault;
  }
  const fault = await faultOf((done) => parser.end(done));
  yield* rows.splice(0);
  if (fault) throw fault;
}

function faultOf(act: (done: (error?: Error | null) => void) => unknown): Promise<Error | null | undefined> {
  return new Promise((resolve) => act(resolve));
}

function rowOf(cells: string[], header: Header, row: number): FileRow {
  const wanted = header.columns.length;
  if (cells.length < wanted || cells.slice(wanted).some((cell) => cell.trim() !== '')) {
    return { kind: 'broken-row', row, expected: `${wanted} cells as in the header`, found: `${cells.length} cells` };
  }
  const texts: RowTexts = {};
  header.columns.forEach((column, index) => {
    const cell = cells[index];
    if (column !== undefined && cell !== undefined) texts[column] = cell;
  });
  return { kind: 'row', row, texts };
}

function problemOf(error: CsvError): { expected: string; found: string } {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
    return { expected: 'a row that ends', found: `a quotation mark that is never closed, or a row of more than ${LONGEST_ROW} characters` };
  }
  return { expected: 'CSV (RFC 4180)', found: error.message };
}
