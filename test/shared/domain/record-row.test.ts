import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordColumns } from '../../../shared/domain/record-column.ts';
import type { RowTexts } from '../../../shared/domain/record-row.ts';
import { recordFromRow, shownText } from '../../../shared/domain/record-row.ts';
import { imeiFrom, rowOfRecord, stolenRecords } from '../../support/written-records.ts';

const now = new Date('2026-11-22T12:00:00Z');
const imei = imeiFrom('3569380412345');

function read(texts: RowTexts) {
  return recordFromRow({ reference: '4217/23-A', grade: 'police-verified', stolen_at: '2026-11-20', ...texts }, now);
}

/** `field: expected | found` of every problem. */
function problems(texts: RowTexts): string[] {
  const reading = read(texts);
  return reading.ok ? [] : reading.problems.map(({ field, expected, found }) => `${field}: ${expected} | ${found}`);
}

function recordOf(texts: RowTexts) {
  const reading = read(texts);
  return reading.ok ? reading.record : reading.problems;
}

describe('a row with the required cells alone', () => {
  test('is a record that stands as stolen', () => {
    expect(read({})).toEqual({
      ok: true,
      record: {
        reference: '4217/23-A',
        grade: 'police-verified',
        status: 'stolen',
        stolenAt: '2026-11-20T00:00:00Z',
        stolenAtPrecision: 'day',
        identifiers: [],
        marks: [],
      },
    });
  });

  test('takes words for nothing as nothing', () => {
    expect(read({ imei1: 'N/A', imei2: '-', serial: 'not known', colour: 'Unknown', marks: 'none' })).toEqual(read({}));
  });
});

test('a full row becomes a record in normal form', () => {
  const texts = {
    grade: 'Owner Reported',
    status: 'Lawfully_disposed',
    stolen_at: '2026-11-20T14:30+01:00',
    reported_at: '2026-11-21',
    make: ' Samsung ',
    model: 'Galaxy\n S21',
    model_number: 'SM-G991B',
    colour: 'Phantom  Grey',
    storage: '128 GB',
    imei1: `${imei.slice(0, 2)}-${imei.slice(2, 8)}-${imei.slice(8, 14)}-${imei.slice(14)}`,
    serial: 'r58m 30-abcd1',
    marks: 'cracked lens; AM engraved on the back;; cracked lens',
    description: 'Snatched.\r\nBlack case.',
    area: 'Hackney E8',
  };
  expect(read(texts)).toEqual({
    ok: true,
    record: {
      reference: '4217/23-A',
      grade: 'owner-reported',
      status: 'lawfully-disposed',
      stolenAt: '2026-11-20T13:30:00Z',
      stolenAtPrecision: 'minute',
      reportedAt: '2026-11-21T00:00:00Z',
      make: 'Samsung',
      model: 'Galaxy S21',
      modelNumber: 'SM-G991B',
      colour: 'Phantom Grey',
      storageGb: 128,
      identifiers: [
        { kind: 'imei', value: imei },
        { kind: 'serial', value: 'R58M30ABCD1' },
      ],
      marks: ['cracked lens', 'AM engraved on the back'],
      description: 'Snatched.\nBlack case.',
      area: 'Hackney E8',
    },
  });
});

describe('identifiers', () => {
  test('an impossible IMEI rejects the row, and the report does not hold it', () => {
    expect(problems({ imei1: '356938041234503' })).toEqual([
      'imei1: an IMEI of 15 digits (14 without check digit, 16 with software version) or a MEID | 15 digits whose check digit is 3 where 2 would be right',
    ]);
  });

  test('an IMEI that a spreadsheet shortened is named as that', () => {
    expect(problems({ imei2: '3.56938E+14' })).toEqual([expect.stringContaining('imei2: an IMEI of 15 digits')]);
    expect(problems({ imei2: '3.56938E+14' })).toEqual([expect.stringContaining('a number that a spreadsheet rounded')]);
  });

  test('two IMEIs may stand in one cell, and a MEID in the column of either name', () => {
    const second = imeiFrom('3569380498765');
    expect(recordOf({ imei1: `${imei} / ${second}`, meid: 'a1 00 00 8d a7 65 55' })).toMatchObject({
      identifiers: [
        { kind: 'imei', value: imei },
        { kind: 'imei', value: second },
        { kind: 'meid', value: 'A100008DA76555' },
      ],
    });
    expect(recordOf({ imei1: 'A100008DA76555' })).toMatchObject({ identifiers: [{ kind: 'meid', value: 'A100008DA76555' }] });
  });

  test('more IMEIs than a phone has reject the row', () => {
    expect(problems({ imei1: `${imei} / ${imeiFrom('3569380498765')}`, imei2: imeiFrom('3569380455555') })).toEqual([
      'imei2: at most 2 IMEIs in all | more than that',
    ]);
    expect(problems({ imei1: `${imei} / ${imeiFrom('3569380498765')}`, imei2: imei })).toEqual([]);
  });

  test('the same IMEI in both columns is one identifier', () => {
    expect(recordOf({ imei1: imei, imei2: imei.slice(0, 14) })).toMatchObject({ identifiers: [{ kind: 'imei', value: imei }] });
  });

  test('a serial number of ten letters in one word is taken: some have no digit', () => {
    expect(recordOf({ serial: 'PCQVXKWJTM' })).toMatchObject({ identifiers: [{ kind: 'serial', value: 'PCQVXKWJTM' }] });
  });

  test.each(['see box', 'in the box', '0000000000', 'AB1', 'A'.repeat(33)])('"%s" is no serial number', (serial) => {
    expect(problems({ serial })).toEqual([expect.stringContaining('serial: a serial number of 5 to 32 letters and digits')]);
  });
});

describe('times', () => {
  test.each([
    ['2026-11-23', 'somewhere the day has begun'],
    ['2026-11-22T12:00Z', 'this very minute'],
  ])('a theft at %s is possible: %s', (stolen_at) => {
    expect(problems({ stolen_at })).toEqual([]);
  });

  test.each(['2026-11-24', '2026-11-22T12:01Z', '2027-01-01'])('a theft at %s lies in the future', (stolen_at) => {
    expect(problems({ stolen_at })).toEqual([`stolen_at: a time that has passed (now 2026-11-22T12:00Z) | ${stolen_at}`]);
  });

  test('a theft before mobile phones had IMEIs is a slip', () => {
    expect(problems({ stolen_at: '1970-01-01' })).toEqual(['stolen_at: a day since 1991 | 1970-01-01']);
  });

  test('a report before the theft is refused, one on the same day taken', () => {
    expect(problems({ stolen_at: '2026-11-20T22:00Z', reported_at: '2026-11-20' })).toEqual([]);
    expect(problems({ stolen_at: '2026-11-20', reported_at: '2026-11-18' })).toEqual([
      'reported_at: a day not before stolen_at | 2026-11-18',
    ]);
  });
});

test.each([
  ['128', 128],
  ['64 gig', 64],
  ['1TB', 1024],
  ['2 tb', 2048],
])('storage %s is %i gigabytes', (storage, storageGb) => {
  expect(recordOf({ storage })).toMatchObject({ storageGb });
});

test('marks as a JSON array may hold semicolons', () => {
  expect(recordOf({ marks: '["scratch; deep", " AM "]' })).toMatchObject({ marks: ['scratch; deep', 'AM'] });
  expect(problems({ marks: '["scratch", 3]' })).toEqual(['marks: marks parted by semicolons, or a JSON array of texts | ["scratch", 3]']);
});

test('every problem of a row is reported', () => {
  expect(problems({ reference: ' ', grade: 'certain', status: 'sold', stolen_at: '2026-02-30', storage: 'big' })).toEqual([
    'reference: a value | nothing',
    'grade: one of police-verified, network-blocked, owner-reported, disputed | certain',
    'status: one of stolen, withdrawn, recovered, lawfully-disposed | sold',
    'stolen_at: a day that exists in the calendar | 2026-02-30',
    'storage: gigabytes such as 128, 128GB or 1TB | big',
  ]);
});

test('text in another encoding is refused, never guessed', () => {
  expect(problems({ area: 'Caf\uFFFD Street' })).toEqual([
    'area: text in UTF-8 (in a spreadsheet: save as "CSV UTF-8") | Caf\uFFFD Street',
  ]);
});

test('a text that is too long is told by its length and not repeated', () => {
  expect(problems({ description: 'x'.repeat(4001) })).toEqual(['description: at most 4000 characters | 4001 characters']);
});

test('what is shown of a text has no long number and at most 80 characters', () => {
  expect(shownText(`device ${imei} seen`)).toBe(`device 35693804*****${imei.slice(-2)} seen`);
  expect(shownText('35 693804 123450 4 and more')).not.toContain('123450');
  expect(shownText('y'.repeat(200))).toBe(`${'y'.repeat(79)}…`);
});

describe('for any texts', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('2026-11-20', 'police-verified', '[', '1TB', imei, 'N/A'),
  );
  const rows: fc.Arbitrary<RowTexts> = fc.record(Object.fromEntries(recordColumns.map((column) => [column, texts])), { requiredKeys: [] });

  test('a row gives a record or names problems of columns that exist, safe to show', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const reading = recordFromRow(row, now);
        if (reading.ok) return expect(reading.record.reference).not.toBe('');
        expect(reading.problems).not.toEqual([]);
        for (const { field, expected, found } of reading.problems) {
          expect(recordColumns).toContain(field);
          expect(expected).not.toBe('');
          expect(found.length).toBeLessThanOrEqual(80);
          expect(found).not.toContain(imei);
        }
      }),
    );
  });

  test('a record written as a row is read again as it was', () => {
    fc.assert(
      fc.property(stolenRecords(now), (record) => {
        expect(recordFromRow(rowOfRecord(record), now)).toEqual({ ok: true, record });
      }),
    );
  });
});
