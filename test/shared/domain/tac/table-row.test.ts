import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readTacHeader } from '../../../../shared/domain/tac/table-header.ts';
import { readTacRow } from '../../../../shared/domain/tac/table-row.ts';

const gsma =
  'TAC|Marketing Name|Internal Model Name|Manufacturer|Bands|Allocation Date|Country Code|Fixed Code|Manufacturer Code|Radio Interface|Brand Name|Model Name|Operating System|NFC|Bluetooth|WLAN|Device Type';

describe('the header', () => {
  /** `tac=tac name=brand`: what each column that counts was taken for. */
  function taken(line: string): string | undefined {
    const names = line.split(/[,;|]/);
    const header = readTacHeader(names);
    return header?.flatMap((column, at) => (column === undefined ? [] : `${names[at]}=${column}`)).join(' ');
  }

  test.each([
    ['Osmocom', 'tac,name,name,contributor,comment,gsmarena,gsmarena,aka', 'tac=tac name=brand name=model aka=otherNames'],
    ['Osmocom, shortened', 'tac,brand,model,comment,aka', 'tac=tac brand=brand model=model aka=otherNames'],
    [
      'GSMA',
      gsma,
      'TAC=tac Marketing Name=name Internal Model Name=designation Manufacturer=manufacturer Brand Name=brand Model Name=model',
    ],
    ['codes of one make', 'tac,models', 'tac=tac models=model'],
    ['a table with one name', 'TAC;Name', 'TAC=tac Name=model'],
    ['another order', 'Model;Make;TAC', 'Model=model Make=brand TAC=tac'],
  ])('of %s is read', (_whose, line, columns) => {
    expect(taken(line)).toBe(columns);
  });

  test.each(['Osmocom TAC database under CC-BY-SA v3.0 (c) Harald Welte 2016', 'tac,comment', 'brand,model', 'tac,tac,model', ''])(
    'is not "%s"',
    (line) => {
      expect(readTacHeader(line.split(','))).toBeUndefined();
    },
  );
});

describe('a row', () => {
  const header = readTacHeader(['tac', 'brand', 'model', 'comment', 'aka']) ?? [];
  const read = (...cells: string[]) => readTacRow(cells, header, 'tacs.csv');

  it('gives brand, models and other names, with their source', () => {
    expect(read('35925406', ' Apple', ' iPhone 6 (A1549)', '', 'A1586, A1589,A1586')).toEqual({
      ok: true,
      tac: '35925406',
      entry: { brand: 'Apple', models: ['iPhone 6 (A1549)'], otherNames: ['A1586', 'A1589'], source: 'tacs.csv' },
    });
  });

  it('of GSMA prefers the brand to its company and the marketing name to a code', () => {
    const cells = [
      '35123456',
      'Not Known',
      'D211AP',
      'Example Electronics Co., Ltd',
      'GSM 900',
      ...Array.from({ length: 5 }, () => ''),
      'Example',
      'X100',
      ...Array.from({ length: 5 }, () => 'Not Known'),
    ];
    expect(readTacRow(cells, readTacHeader(gsma.split('|')) ?? [], 'g')).toMatchObject({
      entry: { brand: 'Example', models: ['X100'], otherNames: ['D211AP'] },
    });
    cells[1] = 'Example One, Example One Plus';
    cells[10] = 'NONE';
    expect(readTacRow(cells, readTacHeader(gsma.split('|')) ?? [], 'g')).toMatchObject({
      entry: { brand: 'Example Electronics Co., Ltd', models: ['Example One', 'Example One Plus'], otherNames: ['X100', 'D211AP'] },
    });
  });

  test.each([
    ['seven digits that lost their zero', '1233600', '01233600'],
    ['a space', ' 35572302 ', '35572302'],
    ['a decimal of a spreadsheet', '35250500.0', '35250500'],
    ['the old way of writing', '01/124500', '01124500'],
  ])('reads a TAC of %s', (_what, written, tac) => {
    expect(read(written, 'Apple', 'iPhone', '', '')).toMatchObject({ ok: true, tac });
  });

  test.each([
    ['106600', '106600', 'a TAC of 8 digits, or of 7 that lost a leading zero'],
    ['', 'nothing', 'a TAC of 8 digits, or of 7 that lost a leading zero'],
    ['3.5E+07', '3.5E+07', 'a TAC of 8 digits, or of 7 that lost a leading zero'],
    ['355167890712340', '35516789*****40', 'a TAC of 8 digits, or of 7 that lost a leading zero'],
    ['25669145', '25669145', 'a TAC that begins with the digits of a reporting body (01, 35, 86, 99, …)'],
  ])('with the TAC "%s" is told to hold %s', (written, found, expected) => {
    expect(read(written, 'Apple', 'iPhone', '', '')).toEqual({ ok: false, problems: [{ field: 'tac', expected, found }] });
  });

  it('that names nothing tells every problem it has', () => {
    expect(read('12', 'n/a', ' - ', '', 'A1')).toEqual({
      ok: false,
      problems: [
        { field: 'tac', expected: 'a TAC of 8 digits, or of 7 that lost a leading zero', found: '12' },
        { field: 'model', expected: 'a brand or a model', found: 'nothing' },
      ],
    });
  });

  it('of any cells gives an entry without blanks or repeats, or problems that show no long number', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('35925406', 'Apple', 'a|b,c;a', 'Not Known', '355167890712340'),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 7 }), (cells) => {
        const reading = readTacRow(cells, header, 's');
        if (!reading.ok) {
          expect(JSON.stringify(reading.problems)).not.toMatch(/\d{14}/);
          return;
        }
        const { brand, models, otherNames } = reading.entry;
        expect(reading.tac).toMatch(/^\d{8}$/);
        const names = [...models, ...otherNames];
        expect(new Set(names).size).toBe(names.length);
        for (const name of [brand, ...names].filter((name) => name !== '')) {
          expect(name).toBe(name.trim());
          expect(name.length).toBeLessThanOrEqual(100);
        }
        expect(brand + models.join('')).not.toBe('');
      }),
    );
  });
});
