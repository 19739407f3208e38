/** Audit rows as a file: JSON Lines keep everything and can be verified again; CSV is for a spreadsheet. */

import { stringify } from 'csv-stringify/sync';
import type { AuditRow } from '../../shared/domain/audit-event.ts';

export const exportFormats = ['jsonl', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const columns = ['at', 'actor', 'actorName', 'act', 'subjectKind', 'subjectId', 'outcome', 'detail', 'chain', 'number', 'hash'] as const;

export function exportOf(rows: readonly AuditRow[], format: ExportFormat): { body: string; contentType: string } {
  return format === 'jsonl'
    ? { body: rows.map((row) => `${JSON.stringify(row)}\n`).join(''), contentType: 'application/x-ndjson; charset=utf-8' }
    : { body: csvOf(rows), contentType: 'text/csv; charset=utf-8' };
}

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection): ids of listings are written by strangers.
 * The byte order mark tells spreadsheets that this is UTF-8.
 */
function csvOf(rows: readonly AuditRow[]): string {
  return stringify(rows.map(cellsOf), {
    header: true,
    columns: [...columns],
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

function cellsOf(row: AuditRow): Record<(typeof columns)[number], string> {
  const { at, actor, actorName = '', act, subject, outcome, detail, chain = '', number, hash = '' } = row;
  return {
    ...{ at, actor, actorName, act, subjectKind: subject.kind, subjectId: subject.id, outcome },
    ...{ detail: detail === undefined ? '' : JSON.stringify(detail), chain, number: number?.toString() ?? '', hash },
  };
}
