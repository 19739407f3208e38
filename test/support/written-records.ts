/** StolenRecords for tests, and the rows that a force's system would write for them. */

import fc from 'fast-check';
import { contentOfCell, linesOfCell } from '../../shared/domain/record-cell.ts';
import type { RowTexts } from '../../shared/domain/record-row.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import { grades, recordStatuses } from '../../shared/domain/stolen-record.ts';

/** A record that names only what matters to the test. */
export function stolenRecord(fields: Partial<StolenRecord> = {}): StolenRecord {
  return {
    reference: '4217/23-A',
    grade: 'police-verified',
    status: 'stolen',
    stolenAt: '2026-11-20T00:00:00Z',
    stolenAtPrecision: 'day',
    identifiers: [],
    marks: [],
    ...fields,
  };
}

/** A valid IMEI: TAC and serial number as given (13 or 14 digits, a 13th gets a 0 behind it), check digit by Luhn (3GPP TS 23.003 annex B). */
export function imeiFrom(digits: string): string {
  const body = digits.padEnd(14, '0');
  let sum = 0;
  for (let index = 0; index < 14; index += 1) {
    const digit = Number(body[index]);
    const weighted = index % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return body + String((10 - (sum % 10)) % 10);
}

export function rowOfRecord(record: StolenRecord): RowTexts {
  const [imei1, imei2] = record.identifiers.filter(({ kind }) => kind === 'imei').map(({ value }) => value);
  const serial = record.identifiers.find(({ kind }) => kind === 'serial')?.value;
  return withoutEmpty({
    reference: record.reference,
    grade: record.grade,
    status: record.status,
    stolen_at: record.stolenAtPrecision === 'day' ? record.stolenAt.slice(0, 10) : record.stolenAt,
    reported_at: record.reportedAt,
    make: record.make,
    model: record.model,
    model_number: record.modelNumber,
    colour: record.colour,
    storage: record.storageGb === undefined ? undefined : `${record.storageGb}GB`,
    imei1,
    imei2,
    serial,
    marks: JSON.stringify(record.marks),
    description: record.description,
    area: record.area,
  });
}

/** Any record that a file can hold, stolen before `now`. */
export function stolenRecords(now: Date): fc.Arbitrary<StolenRecord> {
  const times = fc
    .date({ min: new Date('1991-01-02T00:00:00Z'), max: now, noInvalidDate: true })
    .map((time) => `${time.toISOString().slice(0, 19)}Z`);
  const stolen = fc.oneof(
    times.map((stolenAt) => ({ stolenAt, stolenAtPrecision: 'minute' as const })),
    times.map((time) => ({ stolenAt: `${time.slice(0, 10)}T00:00:00Z`, stolenAtPrecision: 'day' as const })),
  );
  const imeis = fc
    .uniqueArray(fc.stringMatching(/^\d{6}$/), { maxLength: 2 })
    .map((serials) => serials.map((serial) => ({ kind: 'imei' as const, value: imeiFrom(`35693804${serial}`) })));
  const serials = fc
    .array(fc.stringMatching(/^[A-Z]\d[A-Z0-9]{6,10}$/), { maxLength: 1 })
    .map((values) => values.map((value) => ({ kind: 'serial' as const, value })));
  return fc
    .tuple(
      stolen,
      fc.record({
        reference: cellText(100),
        grade: fc.constantFrom(...grades),
        status: fc.constantFrom(...recordStatuses),
        identifiers: fc.tuple(imeis, serials).map((both) => both.flat()),
        marks: fc.uniqueArray(cellText(200), { maxLength: 4 }),
      }),
      fc.record(
        {
          make: cellText(100),
          model: cellText(100),
          modelNumber: cellText(100),
          colour: cellText(100),
          storageGb: fc.constantFrom(32, 128, 1024),
          description: fc
            .string({ unit: 'grapheme', maxLength: 200 })
            .map((text) => linesOfCell(readable(text)) ?? 'Snatched.\nBlack case.'),
          area: cellText(200),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([when, required, optional]) => ({ ...when, ...required, ...optional }));
}

/** Text as a cell can hold it; what says nothing (`N/A`, a space) is replaced. */
function cellText(longest: number): fc.Arbitrary<string> {
  return fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((text) => contentOfCell(readable(text)) ?? 'something')
    .filter((text) => text.length <= longest && contentOfCell(text) === text);
}

/** U+FFFD, which stands for unreadable bytes, is no letter of anybody's. */
function readable(text: string): string {
  return text.replaceAll('\uFFFD', '?');
}

function withoutEmpty(texts: Record<string, string | undefined>): RowTexts {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}
