/** Numbers in a table pasted as text, under a label that heads their column: `Model | IMEI | Price`. */

import { readNamedValue } from './announced.ts';
import { type Context, contextBetween } from './context.ts';
import type { DeviceLabel } from './device-labels.ts';
import type { Find } from './find.ts';
import { nextNumber } from './next-number.ts';
import type { Readable } from './readable.ts';

interface Cell {
  start: number;
  end: number;
}

/** What keeps the cells of a line apart, the surest first. */
const dividers = [/\t/g, /\|/g, /;/g, / {2,}/g, / [-–—] /g, /,/g];
const LONGEST_LINE = 400;
const MOST_ROWS = 200;
const MOST_COLUMNS = 16;
/** A heading is a name, not a sentence. */
const LONGEST_HEADING = 32;

/**
 * The numbers below the label and before `limit`, if its line is a line of headings and the lines behind have a cell in its column; else
 * none. `limit` is where the next line with a label begins, so that no row is read for more than the labels of one line.
 */
export function readColumn(readable: Readable, label: DeviceLabel, limit: number): Find[] {
  const { text } = readable;
  const head = lineAround(text, label.start);
  if (head === undefined || /\d{5}/.test(text.slice(head.start, head.end))) return [];
  for (const divider of dividers) {
    const cells = cellsOf(text, head, divider);
    const column = cells.findIndex(({ start, end }) => start <= label.start && label.end <= end);
    if (cells.length < 2 || cells.length > MOST_COLUMNS || !areHeadings(readable, label, cells, column)) continue;
    const finds = readRows(readable, label, { divider, column, columns: cells.length, from: head.end, limit });
    if (finds.length > 0) return finds;
  }
  return [];
}

/** Short cells, and in that of the label nothing else is said: "IMEI clean, unlocked" is a sentence. */
function areHeadings(readable: Readable, label: DeviceLabel, cells: readonly Cell[], column: number): boolean {
  const own = cells[column];
  if (own === undefined || cells.some(({ start, end }) => end - start > LONGEST_HEADING)) return false;
  const around = [contextBetween(readable, own.start, label.start), contextBetween(readable, label.end, own.end)];
  return around.every(({ content, sentenceEnded }) => content === 0 && !sentenceEnded);
}

interface Table {
  divider: RegExp;
  column: number;
  columns: number;
  from: number;
  limit: number;
}

function readRows(readable: Readable, label: DeviceLabel, { divider, column, columns, from, limit }: Table): Find[] {
  const { text } = readable;
  const finds: Find[] = [];
  for (let at = from + 1, rows = 0; at < limit && rows < MOST_ROWS; rows++) {
    const line = lineAround(text, at);
    if (line === undefined) break;
    at = line.end + 1;
    const cells = cellsOf(text, line, divider);
    if (cells.length < columns && !isRule(text, line)) break;
    const cell = cells[column];
    if (cell !== undefined) for (const find of readCell(readable, label, cell)) finds.push(find);
  }
  return finds;
}

/** A cell is read as if the label stood right before it; it may hold two numbers, and none counts that fails a test. */
function readCell(readable: Readable, label: DeviceLabel, { start, end }: Cell): Find[] {
  const number = nextNumber(readable, start, end, end);
  if (number === undefined) return [];
  const context: Context = contextBetween(readable, start, number.start);
  if (context.content > 0) return [];
  return readNamedValue({ readable, label, number: number.groups, context }).filter(
    ({ facts }) => facts.checkDigit !== 'wrong' && facts.reportingBody !== 'none' && facts.reportingBody !== 'test',
  );
}

/** The line that `at` stands on, without its end; undefined for one too long to be a row. */
function lineAround(text: string, at: number): Cell | undefined {
  const from = Math.max(0, at - LONGEST_LINE);
  const before = text.slice(from, at).lastIndexOf('\n');
  const behind = text.slice(at, at + LONGEST_LINE).indexOf('\n');
  if ((before < 0 && from > 0) || (behind < 0 && at + LONGEST_LINE < text.length)) return undefined;
  return { start: from + before + 1, end: behind < 0 ? text.length : at + behind };
}

/** The cells of a line. A divider at either end of it closes a cell and opens none: `| IMEI | 35… |`. */
function cellsOf(text: string, line: Cell, divider: RegExp): Cell[] {
  const cells: Cell[] = [];
  let start = line.start;
  for (const { index, 0: sign } of text.slice(line.start, line.end).matchAll(divider)) {
    cells.push({ start, end: line.start + index });
    start = line.start + index + sign.length;
  }
  cells.push({ start, end: line.end });
  const isEmpty = (cell: Cell | undefined) => cell !== undefined && text.slice(cell.start, cell.end).trim() === '';
  return cells.slice(isEmpty(cells[0]) ? 1 : 0, isEmpty(cells.at(-1)) ? -1 : undefined);
}

/** `|---|:--|`: the line under the headings of a Markdown table. */
function isRule(text: string, { start, end }: Cell): boolean {
  return /^[\s|:+=-]*$/.test(text.slice(start, end)) && end > start;
}
