/** A file of TACs, a row at a time: Osmocom's CSV, GSMA's pipe-separated export, or any table whose header names its columns. */

import { basename } from 'node:path';
import { decodeText } from '../../functions/records/decode-text.ts';
import { CsvFault, csvRecords } from '../../shared/csv-records.ts';
import { headerExpected, readTacHeader, type TacHeader } from '../../shared/domain/tac/table-header.ts';
import { readTacRow, type TacProblem } from '../../shared/domain/tac/table-row.ts';
import type { TacEntry } from '../../shared/domain/tac/tac-directory.ts';
import { openFile } from '../commands/json-lines.ts';

/** `line` counts from 1; 0 is the file as a whole. */
export type TacTableRow =
  | { kind: 'entry'; line: number; tac: string; entry: TacEntry }
  /** This row says nothing; the others do. */
  | { kind: 'problem'; line: number; problems: TacProblem[] }
  /** Nothing after this line can be read. */
  | { kind: 'unreadable'; line: number; expected: string; found: string };

/** GSMA's rows of modems list hundreds of names. */
const longestRecord = 64 * 1024;
/** A licence or remarks may stand above the header: Osmocom's first line names its licence. */
const mostLinesAboveHeader = 20;
const delimiters = ['|', ',', ';', '\t'];

/** Reads a file, unpacked when its name ends in `.gz`; its own name is the source of its entries. */
export function readTacFile(path: string): AsyncGenerator<TacTableRow> {
  return readTacTable(decodeText(openFile(path)), basename(path));
}

export async function* readTacTable(text: AsyncIterable<string>, source: string): AsyncGenerator<TacTableRow> {
  const { head, rest } = await withHead(text);
  const found = findHeader(head);
  if (found === undefined) {
    return yield {
      kind: 'unreadable',
      line: 0,
      expected: `${headerExpected} in the first ${mostLinesAboveHeader} lines`,
      found: describe(head),
    };
  }
  const { delimiter, linesAbove } = found;
  let header: TacHeader | undefined;
  let last = linesAbove;
  try {
    // A pipe-separated table has no quotation marks of its own: `5" phone` is a name.
    for await (const { cells, line } of csvRecords(from(found.start, head, rest), {
      delimiter,
      longestRecord,
      quotes: delimiter !== '|',
    })) {
      last = linesAbove + line;
      if (header === undefined) header = readTacHeader(cells);
      else if (cells.some((cell) => cell.trim() !== '') && !cells[0]?.startsWith('#')) yield rowOf(cells, { header, source, line: last });
    }
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    yield { kind: 'unreadable', line: last + 1, expected: error.expected, found: error.found };
  }
}

function rowOf(cells: string[], { header, source, line }: { header: TacHeader; source: string; line: number }): TacTableRow {
  const wanted = header.length;
  if (cells.length < wanted || cells.slice(wanted).some((cell) => cell.trim() !== '')) {
    const problem: TacProblem = { field: 'row', expected: `${wanted} cells as in the header`, found: `${cells.length} cells` };
    return { kind: 'problem', line, problems: [problem] };
  }
  const reading = readTacRow(cells, header, source);
  return reading.ok
    ? { kind: 'entry', line, tac: reading.tac, entry: reading.entry }
    : { kind: 'problem', line, problems: reading.problems };
}

/** Enough of the text to hold the header, and what comes behind. */
async function withHead(text: AsyncIterable<string>): Promise<{ head: string; rest: AsyncIterator<string> }> {
  const rest = text[Symbol.asyncIterator]();
  let head = '';
  while (head.length < longestRecord && head.split('\n', mostLinesAboveHeader + 2).length < mostLinesAboveHeader + 2) {
    const next = await rest.next();
    if (next.done) break;
    head += next.value;
  }
  return { head, rest };
}

/** The first line that names columns under some delimiter, and how many lines and characters stand above it. */
function findHeader(head: string): { delimiter: string; start: number; linesAbove: number } | undefined {
  const lines = head.replace(/\r\n?/g, (end) => (end.length === 2 ? ' \n' : '\n')).split('\n', mostLinesAboveHeader);
  let start = 0;
  for (const [linesAbove, line] of lines.entries()) {
    const named = delimiters.flatMap((delimiter) => {
      const header = readTacHeader(line.split(delimiter).map((name) => name.replaceAll('"', '')));
      return header === undefined ? [] : { delimiter, columns: header.filter((column) => column !== undefined).length };
    });
    const [best] = named.toSorted((a, b) => b.columns - a.columns);
    if (best !== undefined) return { delimiter: best.delimiter, start, linesAbove };
    start += line.length + 1;
  }
  return undefined;
}

async function* from(start: number, head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield head.slice(start);
  yield* { [Symbol.asyncIterator]: () => rest };
}

function describe(head: string): string {
  if (head.startsWith('PK\u0003\u0004')) return 'a spreadsheet workbook (save it as CSV)';
  const line = head.split(/[\r\n]/, 1)[0]?.trim() ?? '';
  return line === '' ? 'an empty file' : line.slice(0, 80);
}
