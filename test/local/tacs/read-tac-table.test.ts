import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readTacTable, type TacTableRow } from '../../../local/tacs/read-tac-table.ts';

async function rowsOf(content: string, pieceSize = 1000): Promise<TacTableRow[]> {
  async function* pieces() {
    for (let start = 0; start < content.length; start += pieceSize) yield content.slice(start, start + pieceSize);
  }
  const rows: TacTableRow[] = [];
  for await (const row of readTacTable(pieces(), 'table')) rows.push(row);
  return rows;
}

function told(rows: readonly TacTableRow[]): string[] {
  return rows.flatMap(inWords);
}

/** `12: 35925406 Apple iPhone 6`, `13 tac: expected | found`. */
function inWords(row: TacTableRow): string | string[] {
  switch (row.kind) {
    case 'entry':
      return `${row.line}: ${row.tac} ${[row.entry.brand, ...row.entry.models].join(' ')}`;
    case 'problem':
      return row.problems.map(({ field, expected, found }) => `${row.line} ${field}: ${expected} | ${found}`);
    case 'unreadable':
      return `${row.line} file: ${row.expected} | ${row.found}`;
  }
}

describe('a table', () => {
  it('of Osmocom has its licence above the header, two columns called name, quoted names and lost zeros', async () => {
    const content = [
      'Osmocom TAC database under CC-BY-SA v3.0',
      'tac,name,name,contributor,comment,gsmarena,gsmarena,aka',
      '35000001,Example,One,somebody,,,,"One+,1611"',
      '1000002,Example,"Two\nlines",,,,,',
      '',
      '35000004,Example,5" phone,,,,,',
    ].join('\n');
    expect(told(await rowsOf(content))).toEqual([
      '3: 35000001 Example One',
      '5: 01000002 Example Two lines',
      '7: 35000004 Example 5" phone',
    ]);
  });

  it('of GSMA is separated by pipes and has no quotation marks', async () => {
    const content =
      'TAC|Marketing Name|Manufacturer|Bands|Brand Name|Model Name\r\n35000001|The "One"|Example Ltd|GSM 900|Example|E1\r\n35000002|5" phone|Example Ltd||Not Known|Not Known\r\n';
    expect(told(await rowsOf(content, 7))).toEqual(['2: 35000001 Example The "One"', '3: 35000002 Example Ltd 5" phone']);
  });

  test.each([
    ['semicolons', 'TAC;Make;Model\n35000001;Example;One'],
    ['tabs', '"TAC"\t"Make"\t"Model"\n35000001\tExample\tOne'],
    ['old Macintosh line ends', 'tac,make,model\r35000001,Example,One\r'],
  ])('with %s is read', async (_with, content) => {
    expect(told(await rowsOf(content))).toEqual(['2: 35000001 Example One']);
  });

  it('may have remarks above the header and among the rows', async () => {
    expect(told(await rowsOf('# made by hand, "for us\n# twice\ntac,brand,model\n# phones\n35000001,Example,One\n'))).toEqual([
      '5: 35000001 Example One',
    ]);
  });

  it('names line and field of every bad row and goes on with the rest', async () => {
    const content = 'tac,brand,model\n12,Example,One\n35000001,,\n35000002,Example\n35000003,Example,One,more\n35000004,Example,One,\n';
    expect(told(await rowsOf(content))).toEqual([
      '2 tac: a TAC of 8 digits, or of 7 that lost a leading zero | 12',
      '3 model: a brand or a model | nothing',
      '4 row: 3 cells as in the header | 2 cells',
      '5 row: 3 cells as in the header | 4 cells',
      '6: 35000004 Example One',
    ]);
  });

  it('that breaks off keeps what stood before', async () => {
    expect(told(await rowsOf('tac,brand,model\n35000001,Example,One\n35000002,"Example,Two\n'))).toEqual([
      '2: 35000001 Example One',
      '3 file: a row that ends | a quotation mark that is never closed, or a row of more than 65536 characters',
    ]);
  });

  test.each([
    ['', 'an empty file'],
    ['PK\u0003\u0004\u0014', 'a spreadsheet workbook (save it as CSV)'],
    ['35000001,Example,One\n', '35000001,Example,One'],
    ['brand,model\nExample,One\n', 'brand,model'],
  ])('without a header is not read: %j', async (content, found) => {
    expect(told(await rowsOf(content))).toEqual([
      `0 file: a header that names a TAC column and a brand or model column in the first 20 lines | ${found}`,
    ]);
  });
});

test('every row of any table is an entry or a problem, in order, however the text arrives', async () => {
  const cell = fc.constantFrom('35000001', '1000001', 'Example', 'One|Two', 'n/a', '', '#', '12', 'ü');
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (cells, pieceSize) => {
      const content = ['tac,brand,model', ...cells.map((row) => row.join(','))].join('\n');
      const rows = await rowsOf(content, pieceSize);
      const spoken = cells.flatMap((row, at) => (row.some((text) => text !== '') && !row[0]?.startsWith('#') ? at + 2 : []));
      expect(rows.map(({ line }) => line)).toEqual(spoken);
      expect(rows).toEqual(await rowsOf(content));
    }),
    { numRuns: 60 },
  );
});
