/** JSON Lines: one object a line, with the column names as field names. */

import type { RecordColumn } from '../../shared/domain/record-column.ts';
import { columnOfHeader } from '../../shared/domain/record-column.ts';
import type { RowTexts } from '../../shared/domain/record-row.ts';
import { shownText } from '../../shared/domain/record-row.ts';
import type { FileRow } from './file-row.ts';
import { LONGEST_ROW } from './file-row.ts';

/** More foreign field names than this are no columns but data used as names. */
const MOST_IGNORED = 50;

/** Reads `{"reference":"4217/23-A","grade":"police-verified","stolen_at":"2026-11-20","storage":128,"marks":["cracked lens"]}`. */
export async function* jsonLinesRows(text: AsyncIterable<string>): AsyncGenerator<FileRow> {
  const ignored = new Set<string>();
  let row = 0;
  let rows = 0;
  for await (const line of linesOf(text)) {
    row += 1;
    if (line.trim() === '') continue;
    rows += 1;
    const fields = line.length > LONGEST_ROW ? undefined : objectOf(line);
    if (!fields) {
      yield {
        kind: 'broken-row',
        row,
        expected: `a JSON object of at most ${LONGEST_ROW} characters`,
        found: shownText(line.slice(0, 200)),
      };
      continue;
    }
    const columns = Object.keys(fields).filter((name) => columnOfHeader(name) === undefined && !ignored.has(name));
    if (columns.length > 0 && ignored.size < MOST_IGNORED) {
      for (const name of columns) ignored.add(name);
      yield { kind: 'ignored', columns: columns.map(shownText) };
    }
    yield rowOf(fields, row);
  }
  if (rows === 0) yield { kind: 'unreadable', row: 0, expected: 'a JSON object a line', found: 'an empty file' };
}

/** Lines without their ends; of a line that goes on for ever only so much is kept that its reader sees it is too long. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let open = '';
  for await (const piece of text) {
    const lines = piece.split('\n');
    for (const [index, part] of lines.entries()) {
      if (index > 0) {
        yield open;
        open = '';
      }
      if (open.length <= LONGEST_ROW) open += part;
    }
  }
  yield open;
}

function objectOf(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function rowOf(fields: Record<string, unknown>, row: number): FileRow {
  const texts: RowTexts = {};
  for (const [name, value] of Object.entries(fields)) {
    const column = columnOfHeader(name);
    if (column === undefined || value === null) continue;
    if (texts[column] !== undefined) return { kind: 'broken-row', row, expected: `${column} once`, found: `${column} more than once` };
    const text = textOf(column, value);
    if (text === undefined) return { kind: 'broken-row', row, expected: `a text or number as ${column}`, found: typeof value };
    if (isRounded(value))
      return {
        kind: 'broken-row',
        row,
        expected: `${column} in quotation marks`,
        found: 'a number too long for JSON, whose last digits are lost',
      };
    texts[column] = text;
  }
  return { kind: 'row', row, texts };
}

/** Numbers and marks become the texts that a CSV cell would hold, so that both formats are read by one set of rules. */
function textOf(column: RecordColumn, value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return column === 'marks' && Array.isArray(value) ? JSON.stringify(value) : undefined;
}

/** A MEID of 18 digits written as a number is read with its last digits as zeros: nobody could tell. */
function isRounded(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
}
