/** What a file of records yields before any cell is understood: the same from CSV and from JSON Lines. */

import type { RowTexts } from '../../shared/domain/record-row.ts';

/**
 * `row` counts from 1: in CSV the rows beneath the header as a spreadsheet shows them (a cell with line breaks is one row, empty
 * rows count), in JSON Lines the lines of the file.
 */
export type FileRow =
  | { kind: 'row'; row: number; texts: RowTexts }
  /** This row cannot be taken apart; the rest can. */
  | { kind: 'broken-row'; row: number; expected: string; found: string }
  /** Columns that mean nothing here; said once each. */
  | { kind: 'ignored'; columns: string[] }
  /** Nothing after this can be read. */
  | { kind: 'unreadable'; row: number; expected: string; found: string };

/** A row longer than this is no record: a quotation mark was left open, or the file is something else. */
export const LONGEST_ROW = 64 * 1024;
