/** CSV of stolen records: a header, then a row a record. */

import { CsvFault, csvRecords } from '../../shared/csv-records.ts';
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
    if (!(error instanceof CsvFault)) throw error;
    return yield { kind: 'unreadable', row: row + 1, expected: error.expected, found: error.found };
  }
  if (!header) yield { kind: 'unreadable', row: 0, expected: headerExpected, found: 'an empty file' };
}

async function* parsedRows(text: AsyncIterable<string>): AsyncGenerator<string[]> {
  const { line, all } = await withHeaderLine(text);
  for await (const { cells } of csvRecords(all, { delimiter: delimiterOf(line), longestRecord: LONGEST_ROW })) yield cells;
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
