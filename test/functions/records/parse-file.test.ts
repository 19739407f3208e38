import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileEntry } from '../../../functions/records/parse-file.ts';
import { parseFile } from '../../../functions/records/parse-file.ts';
import { recordColumns } from '../../../shared/domain/record-column.ts';
import type { StolenRecord } from '../../../shared/domain/stolen-record.ts';
import { packTacs } from '../../../shared/domain/tac/packed-tacs.ts';
import { imeiFrom, rowOfRecord, stolenRecord, stolenRecords } from '../../support/written-records.ts';

const now = new Date('2026-11-22T12:00:00Z');
const imei = imeiFrom('3569380412345');
const tacs = packTacs([{ tac: '35693804', entry: { brand: 'Apple', models: ['iPhone 6'], otherNames: [], source: 's' } }]);
const header = 'reference,grade,stolen_at,area\n';

async function entriesOf(content: string | Uint8Array, { format = 'csv' as 'csv' | 'jsonl', pieceSize = 1000 } = {}): Promise<FileEntry[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  async function* pieces() {
    for (let start = 0; start < bytes.length; start += pieceSize) yield bytes.subarray(start, start + pieceSize);
  }
  const entries: FileEntry[] = [];
  for await (const entry of parseFile({ bytes: pieces(), format, now, tacs })) entries.push(entry);
  return entries;
}

function recordsOf(entries: FileEntry[]): StolenRecord[] {
  return entries.flatMap((entry) => (entry.kind === 'record' ? [entry.record] : []));
}

/** `row field: expected | found` of every reject, and what ended the reading. */
function rejectsOf(entries: FileEntry[]): string[] {
  return entries
    .flatMap((entry) => (entry.kind === 'rejected' ? entry.rejects : entry.kind === 'unreadable' ? [entry.reject] : []))
    .map(({ row, field, expected, found }) => `${row} ${field}: ${expected} | ${found}`);
}

describe('CSV', () => {
  const plain = stolenRecord({ reference: 'A1', area: 'Hackney E8' });

  test.each([
    ['comma', 'Reference,GRADE,Stolen At,area\nA1,police-verified,2026-11-20,Hackney E8\n'],
    ['semicolon', 'reference;grade;stolen_at;area\nA1;police-verified;2026-11-20;Hackney E8'],
    ['tab, CRLF and quoted names', '"reference"\t"grade"\t"stolen_at"\t"area"\r\nA1\tpolice-verified\t2026-11-20\tHackney E8\r\n'],
    ['a byte order mark', '\uFEFFreference,grade,stolen_at,area\nA1,police-verified,2026-11-20,Hackney E8\n'],
    ['old Macintosh line ends', 'reference,grade,stolen_at,area\rA1,police-verified,2026-11-20,Hackney E8\r'],
  ])('is read with %s', async (_, content) => {
    expect(recordsOf(await entriesOf(content))).toEqual([plain]);
  });

  test('is read in UTF-16, as spreadsheets write "Unicode text"', async () => {
    const content = Buffer.from('\uFEFFreference\tgrade\tstolen_at\tarea\nA1\tpolice-verified\t2026-11-20\tKøln\n', 'utf16le');
    expect(recordsOf(await entriesOf(content, { pieceSize: 1 }))).toEqual([{ ...plain, area: 'Køln' }]);
  });

  test('may have quoted cells with line breaks, delimiters and quotation marks', async () => {
    const content =
      'reference,grade,stolen_at,description\nA1,police-verified,2026-11-20,"He said ""mine"",\nthen left"\nA2,police-verified,2026-11-20,5" screen\n';
    expect(recordsOf(await entriesOf(content)).map(({ description }) => description)).toEqual(['He said "mine",\nthen left', '5" screen']);
  });

  test('tells the columns it ignores once', async () => {
    const entries = await entriesOf(
      'reference,grade,stolen_at,officer,victim name\nA1,police-verified,2026-11-20,x,y\nA2,police-verified,2026-11-20,x,y\n',
    );
    expect(entries.filter(({ kind }) => kind === 'ignored')).toEqual([{ kind: 'ignored', columns: ['officer', 'victim name'] }]);
    expect(recordsOf(entries)).toHaveLength(2);
  });

  test.each([
    [
      'lacks a required column',
      'reference,area\nA1,x\n',
      '0 file: a header line with the columns reference, grade, stolen_at at least | no grade, stolen_at in: reference, area',
    ],
    ['has a column twice', 'reference,grade,stolen_at,IMEI,imei1\n', '0 file: each column once | imei1 more than once'],
    ['is empty', '', '0 file: a header line with the columns reference, grade, stolen_at at least | an empty file'],
    [
      'is a workbook',
      'PK\u0003\u0004\u0014\u0000',
      '0 file: a header line with the columns reference, grade, stolen_at at least | no reference, grade, stolen_at in: a spreadsheet workbook (save it as CSV)',
    ],
  ])('is unreadable when it %s', async (_, content, reject) => {
    const entries = await entriesOf(content);
    expect(rejectsOf(entries)).toEqual([reject]);
    expect(entries.at(-1)?.kind).toBe('unreadable');
  });

  test('is not downloaded any further once it proves unreadable', async () => {
    let open = true;
    async function* pieces() {
      try {
        while (true) yield Buffer.from('no,such,columns\n');
      } finally {
        open = false;
      }
    }
    const kinds: string[] = [];
    for await (const { kind } of parseFile({ bytes: pieces(), format: 'csv', now, tacs })) kinds.push(kind);
    expect(kinds).toEqual(['unreadable']);
    expect(open).toBe(false);
  });

  test('with a header alone is a file of no records', async () => {
    expect(await entriesOf(header)).toEqual([]);
  });

  test('rejects bad rows by number and goes on with the rest', async () => {
    const content = `${header}A1,certain,20/11/2026,x\n\nA2,police-verified\nA3,police-verified,2026-11-20,x,y\nA4,police-verified,2026-11-20,"two\nlines",\nA5,police-verified,2027-01-01,x\n`;
    const entries = await entriesOf(content);
    expect(recordsOf(entries).map(({ reference }) => reference)).toEqual(['A4']);
    expect(rejectsOf(entries)).toEqual([
      '1 grade: one of police-verified, network-blocked, owner-reported, disputed | certain',
      '1 stolen_at: a date (2026-11-20), or a date and time with its zone (2026-11-20T14:30Z, 2026-11-20 14:30+01:00) | 20/11/2026',
      '3 row: 4 cells as in the header | 2 cells',
      '4 row: 4 cells as in the header | 5 cells',
      '6 stolen_at: a time that has passed (now 2026-11-22T12:00Z) | 2027-01-01',
    ]);
  });

  test('skips rows of empty cells', async () => {
    expect(await entriesOf(`${header},,,\n , ,,\n`)).toEqual([]);
  });

  test('loses only the rows that are not UTF-8', async () => {
    const content = Buffer.concat([
      Buffer.from(`${header}A1,police-verified,2026-11-20,Caf`),
      Buffer.from([0xe9]),
      Buffer.from('\nA2,police-verified,2026-11-20,x\n'),
    ]);
    const entries = await entriesOf(content);
    expect(rejectsOf(entries)).toEqual(['1 area: text in UTF-8 (in a spreadsheet: save as "CSV UTF-8") | Caf\uFFFD']);
    expect(recordsOf(entries)).toHaveLength(1);
  });

  test.each([
    ['at the end', ''],
    ['before much else', 'x'.repeat(200_000)],
  ])('with a quotation mark left open %s is unreadable from that row on, and keeps what came before', async (_, tail) => {
    const entries = await entriesOf(
      `${header}A1,police-verified,2026-11-20,x\nA2,police-verified,2026-11-20,"never closed\nA3,police-verified,2026-11-20,x\n${tail}`,
    );
    expect(recordsOf(entries).map(({ reference }) => reference)).toEqual(['A1']);
    expect(rejectsOf(entries)).toEqual([
      '2 file: a row that ends | a quotation mark that is never closed, or a row of more than 65536 characters',
    ]);
  });
});

describe('JSON Lines', () => {
  const line = { reference: 'A1', grade: 'police-verified', stolen_at: '2026-11-20' };

  async function jsonEntries(...lines: unknown[]): Promise<FileEntry[]> {
    return entriesOf(lines.map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry))).join('\n'), { format: 'jsonl' });
  }

  test('takes numbers, lists of marks and nulls', async () => {
    const entries = await jsonEntries({ ...line, storage: 128, imei1: Number(imei), imei2: null, marks: ['scratch; deep'] });
    expect(recordsOf(entries)).toEqual([
      stolenRecord({ reference: 'A1', storageGb: 128, identifiers: [{ kind: 'imei', value: imei }], marks: ['scratch; deep'] }),
    ]);
  });

  test('rejects a number too long for JSON: its last digits are lost', async () => {
    const entries = await jsonEntries(
      { ...line, imei1: Number(imei) },
      '{"reference":"A2","grade":"disputed","stolen_at":"2026-11-20","meid":270113177609606898}',
    );
    expect(recordsOf(entries)).toHaveLength(1);
    expect(rejectsOf(entries)).toEqual(['2 row: meid in quotation marks | a number too long for JSON, whose last digits are lost']);
  });

  test('rejects lines that are no objects, hold nested values or name a column twice', async () => {
    const entries = await jsonEntries(line, '', '{"reference":', [line], { ...line, make: { name: 'x' } }, { ...line, imei, imei1: imei });
    expect(rejectsOf(entries)).toEqual([
      '3 row: a JSON object of at most 65536 characters | {"reference":',
      '4 row: a JSON object of at most 65536 characters | [{"reference":"A1","grade":"police-verified","stolen_at":"2026-11-20"}]',
      '5 row: a text or number as make | object',
      '6 row: imei1 once | imei1 more than once',
    ]);
  });

  test('rejects a line that goes on for ever and reads the next', async () => {
    const entries = await jsonEntries(`{"reference":"${'x'.repeat(500_000)}"}`, line);
    expect(rejectsOf(entries)[0]).toMatch(/^1 row: a JSON object of at most 65536 characters \| \{"reference":"x+…$/);
    expect(recordsOf(entries)).toHaveLength(1);
  });

  test('tells each ignored field once', async () => {
    const entries = await jsonEntries({ ...line, officer: 'x' }, { ...line, reference: 'A2', officer: 'y', victim: 'z' });
    expect(entries.filter(({ kind }) => kind === 'ignored')).toEqual([
      { kind: 'ignored', columns: ['officer'] },
      { kind: 'ignored', columns: ['victim'] },
    ]);
  });

  test('is unreadable when it is empty', async () => {
    expect(rejectsOf(await jsonEntries(''))).toEqual(['0 file: a JSON object a line | an empty file']);
  });
});

describe('a record that is right in form', () => {
  const warned = async (cells: string) => {
    const [entry] = await entriesOf(`reference,grade,stolen_at,make,model,imei1\nA1,police-verified,2026-11-20,${cells}\n`);
    return entry?.kind === 'record' ? entry.warnings : entry;
  };

  test('and whose IMEI is of another model than it says is taken with a warning', async () => {
    expect(await warned(`Samsung,Galaxy S21,${imei}`)).toEqual([
      { row: 1, field: 'imei', expected: 'an IMEI of Samsung Galaxy S21', found: 'the TAC 35693804, which is of Apple iPhone 6' },
    ]);
  });

  test('and whose IMEI begins as none does is taken with a warning', async () => {
    expect(await warned(`Samsung,Galaxy S21,${imeiFrom('3782822463100')}`)).toEqual([
      {
        row: 1,
        field: 'imei',
        expected: 'an IMEI that begins with the digits of a reporting body (01, 35, 86, 99, …)',
        found: 'one that begins with 37',
      },
    ]);
  });

  test.each([
    ['agrees', `Apple,iPhone 6,${imei}`],
    ['is vague', `Apple,iPhone,${imei}`],
    ['is not said', `,,${imei}`],
    ['has a TAC that no table knows', `Samsung,Galaxy S21,${imeiFrom('3569380512345')}`],
  ])('has no warning when the model %s', async (_why, cells) => {
    expect(await warned(cells)).toEqual([]);
  });
});

test('a reference that stands twice is taken once, whichever order a later import finds', async () => {
  const entries = await entriesOf(`${header}A1,police-verified,2026-11-20,first\nA1,police-verified,2026-11-20,second\n`);
  expect(recordsOf(entries).map(({ area }) => area)).toEqual(['first']);
  expect(rejectsOf(entries)).toEqual(['2 reference: each reference once in a file | A1, which is row 1 already']);
});

describe('for any records', { timeout: 30_000 }, () => {
  const files = fc.tuple(
    fc.uniqueArray(stolenRecords(now), { selector: ({ reference }) => reference, maxLength: 8 }),
    fc.constantFrom(',', ';', '\t'),
    fc.constantFrom('\n', '\r\n'),
    fc.integer({ min: 1, max: 50 }),
  );

  test('a CSV file written of them is read as them, however it is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(files, async ([records, delimiter, lineEnd, pieceSize]) => {
        const quote = (text = '') => `"${text.replaceAll('"', '""')}"`;
        const rows = records.map(rowOfRecord).map((row) => recordColumns.map((column) => quote(row[column])).join(delimiter));
        const entries = await entriesOf([recordColumns.join(delimiter), ...rows].join(lineEnd), { pieceSize });
        expect(rejectsOf(entries)).toEqual([]);
        expect(recordsOf(entries)).toEqual(records);
      }),
      { numRuns: 50 },
    );
  });

  test('any bytes at all are read to an end, and only the last entry says that they are unreadable', async () => {
    const junk = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(`${header}${text}`)),
    );
    await fc.assert(
      fc.asyncProperty(junk, fc.constantFrom('csv' as const, 'jsonl' as const), async (bytes, format) => {
        const entries = await entriesOf(bytes, { format });
        expect(entries.slice(0, -1).filter(({ kind }) => kind === 'unreadable')).toEqual([]);
      }),
    );
  });
});

test('100,000 rows stream through with no more than a piece of the file waiting', async () => {
  const rowsAPiece = 500;
  let written = 0;
  let read = 0;
  let mostWaiting = 0;
  async function* pieces() {
    yield Buffer.from(header);
    while (written < 100_000) {
      const rows = Array.from({ length: rowsAPiece }, (_, index) => `R-${written + index},police-verified,2026-11-20,Hackney\n`);
      written += rowsAPiece;
      mostWaiting = Math.max(mostWaiting, written - read);
      yield Buffer.from(rows.join(''));
    }
  }
  for await (const entry of parseFile({ bytes: pieces(), format: 'csv', now, tacs })) if (entry.kind === 'record') read += 1;
  expect(read).toBe(100_000);
  expect(mostWaiting).toBeLessThanOrEqual(2 * rowsAPiece);
}, 60_000);
