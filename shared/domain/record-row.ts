/** One row of a stolen-records file, as named texts, becomes a StolenRecord or the list of what is wrong with it. */

import { comparisonKey, maskIdentifier } from './identifier.ts';
import type { CellIdentifier } from './identifiers/in-cell.ts';
import type { Moment } from './moment.ts';
import { readMoment } from './moment.ts';
import type { CellReading } from './record-cell.ts';
import {
  contentOfCell,
  linesOfCell,
  readGrade,
  readIdentifiers,
  readMarks,
  readSerial,
  readStatus,
  readStorage,
  readText,
} from './record-cell.ts';
import type { RecordColumn } from './record-column.ts';
import type { StolenRecord } from './stolen-record.ts';

/** Cells by column; a missing one is an empty one. */
export type RowTexts = Partial<Record<RecordColumn, string>>;

/** `found` is safe to show and log: at most 80 characters, long numbers masked. */
interface RowProblem {
  field: RecordColumn;
  expected: string;
  found: string;
}

export type RowReading = { ok: true; record: StolenRecord } | { ok: false; problems: RowProblem[] };

/** GSM and with it the IMEI began in 1991; an earlier theft is a slip of the pen or a spreadsheet's 1900. */
const EARLIEST_THEFT = Date.parse('1991-01-01T00:00:00Z');
/** A day has begun somewhere 14 hours before it begins in UTC, so a date alone may be that far ahead. */
const DAY_AHEAD_MS = 14 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/**
 * Reads `{ reference: '4217/23-A', grade: 'police-verified', stolen_at: '2026-11-20', imei1: '35-693803-564380-9' }`.
 *
 * A row that says nothing of its status stands as stolen. Every problem of the row is reported, not only the first.
 * `now` bounds the theft: nothing is stolen in the future.
 */
export function recordFromRow(texts: RowTexts, now: Date): RowReading {
  const { cell, required, problems } = cellsOf(texts);
  const reference = required('reference', (text) => readText(text, 100));
  const grade = required('grade', readGrade);
  const status = cell('status', readStatus) ?? 'stolen';
  const stolenAt = required('stolen_at', (text) => readTheft(text, now));
  const reportedAt = cell('reported_at', (text) => readReport(text, stolenAt, now));
  const details = {
    make: cell('make', (text) => readText(text, 100)),
    model: cell('model', (text) => readText(text, 100)),
    modelNumber: cell('model_number', (text) => readText(text, 100)),
    colour: cell('colour', (text) => readText(text, 100)),
    storageGb: cell('storage', readStorage),
    description: cell('description', (text) => readText(text, 4000)),
    area: cell('area', (text) => readText(text, 200)),
  };
  const numbers = (['imei1', 'imei2', 'meid'] as const).flatMap(
    (column) => cell(column, (text) => readIdentifiers(text, labels[column])) ?? [],
  );
  const serial = cell('serial', readSerial);
  const identifiers = identifiersOf(numbers, serial);
  if (identifiers.filter(({ kind }) => kind === 'imei').length > MOST_IMEIS) {
    problems.push({ field: 'imei2', expected: `at most ${MOST_IMEIS} IMEIs in all`, found: 'more than that' });
  }
  const marks = cell('marks', readMarks) ?? [];

  if (problems.length > 0 || reference === undefined || grade === undefined || stolenAt === undefined) return { ok: false, problems };
  return {
    ok: true,
    record: {
      reference,
      grade,
      status,
      stolenAt: stolenAt.at,
      stolenAtPrecision: stolenAt.precision,
      ...(reportedAt && { reportedAt: reportedAt.at }),
      ...present(details),
      identifiers,
      marks,
    },
  };
}

/** Reads cells by column and gathers what is wrong with them. */
function cellsOf(texts: RowTexts) {
  const problems: RowProblem[] = [];

  function contentOf(column: RecordColumn): string | undefined {
    return column === 'description' ? linesOfCell(texts[column]) : contentOfCell(texts[column]);
  }

  function cell<Value>(column: RecordColumn, read: (text: string) => CellReading<Value>): Value | undefined {
    const text = contentOf(column);
    if (text === undefined) return undefined;
    const reading = read(text);
    if (reading.ok) return reading.value;
    problems.push({ field: column, expected: reading.expected, found: reading.found ?? shownCell(column, text) });
    return undefined;
  }

  function required<Value>(column: RecordColumn, read: (text: string) => CellReading<Value>): Value | undefined {
    if (contentOf(column) === undefined) {
      problems.push({ field: column, expected: 'a value', found: shownCell(column, texts[column]?.trim() ?? '') || 'nothing' });
      return undefined;
    }
    return cell(column, read);
  }

  return { cell, required, problems };
}

function readTheft(text: string, now: Date): CellReading<Moment> {
  const reading = readMoment(text);
  if (!reading.ok) return reading;
  const epochMs = Date.parse(reading.moment.at);
  if (epochMs < EARLIEST_THEFT) return { ok: false, expected: 'a day since 1991' };
  if (isAhead(reading.moment, now)) return { ok: false, expected: `a time that has passed (now ${now.toISOString().slice(0, 16)}Z)` };
  return { ok: true, value: reading.moment };
}

/** A report comes after the theft; a day's slack covers a date without a time on either side. */
function readReport(text: string, stolenAt: Moment | undefined, now: Date): CellReading<Moment> {
  const reading = readTheft(text, now);
  if (!reading.ok || !stolenAt) return reading;
  if (Date.parse(reading.value.at) + DAY_MS < Date.parse(stolenAt.at)) return { ok: false, expected: 'a day not before stolen_at' };
  return reading;
}

function isAhead(moment: Moment, now: Date): boolean {
  const slackMs = moment.precision === 'day' ? DAY_AHEAD_MS : 0;
  return Date.parse(moment.at) > now.getTime() + slackMs;
}

/** What a column is called announces the numbers in it. */
const labels = { imei1: 'IMEI', imei2: 'IMEI', meid: 'MEID' } as const;

/** A phone has one IMEI a SIM, and two SIMs. */
const MOST_IMEIS = 2;

/** The same number in two columns is one identifier. */
function identifiersOf(numbers: readonly CellIdentifier[], serial: string | undefined): StolenRecord['identifiers'] {
  const identifiers: StolenRecord['identifiers'] = [
    ...numbers,
    ...(serial === undefined ? [] : [{ kind: 'serial' as const, value: serial }]),
  ];
  const keys = identifiers.map(comparisonKey);
  return identifiers.filter((_, index) => keys.indexOf(keys[index]) === index);
}

const LONGEST_SHOWN = 80;

/** What a reject shows of a text that came in: long numbers masked, at most 80 characters (`35693803*****09`). */
export function shownText(text: string): string {
  const masked = text.replace(/\d(?:[ ./-]?\d){9,19}/g, (digits) => maskIdentifier(digits.replace(/\D/g, '')));
  return masked.length > LONGEST_SHOWN ? `${masked.slice(0, LONGEST_SHOWN - 1)}…` : masked;
}

function shownCell(column: RecordColumn, text: string): string {
  const names = column === 'imei1' || column === 'imei2' || column === 'meid' || column === 'serial';
  return shownText(names ? maskIdentifier(text) : text);
}

function present<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  // Object.entries forgets which name has which type; the filter only leaves out.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
