/** The answers of a batch for a spreadsheet. */

import { stringify } from 'csv-stringify/sync';
import type { BatchRow } from './schemas.ts';

const columns = ['row', 'reference', 'answer', 'asked', 'field', 'expected', 'found'] as const;

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection): references are written by anybody. */
export function csvOf(rows: readonly BatchRow[]): string {
  const cells = rows.map(({ row, reference = '', answer = '', asked = '', error }) => ({
    ...{ row: String(row), reference, answer, asked },
    ...{ field: error?.field ?? '', expected: error?.expected ?? '', found: error?.found ?? '' },
  }));
  return stringify(cells, { header: true, columns: [...columns], bom: true, record_delimiter: 'windows', escape_formulas: true });
}
