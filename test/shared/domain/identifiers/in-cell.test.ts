import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { asciiDigits } from '../../../../shared/domain/identifiers/digit-characters.ts';
import { readIdentifierCell } from '../../../../shared/domain/identifiers/in-cell.ts';
import { checkDigit, namesNoDevice } from '../../../../shared/domain/imei.ts';

const complete = (body: string) => body + checkDigit(body);
const one = complete('35516789071234');
const two = complete('35516789071242');

/** `imei 355167890712340 + imei 355167890712423`, or what was found instead. */
function read(text: string, label?: 'IMEI' | 'MEID'): string {
  const reading = readIdentifierCell(text, label);
  return reading.ok ? reading.identifiers.map(({ kind, value }) => `${kind} ${value}`).join(' + ') : `no: ${reading.found}`;
}

const inScript = (zero: number) => one.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

describe('one number', () => {
  test.each([
    ['plain', one],
    ['with dashes', '35-516789-071234-0'],
    ['with dots', '35.516789.071234.0'],
    ['in groups of the spreadsheet', '355 167 890 712 340'],
    ['with a label and spaces', 'IMEI: 35 516789 071234 0'],
    ['with a numbered label', `IMEI1: ${one}`],
    ['with a numbered label apart', `IMEI 1: ${one}`],
    ['with a German label', `IMEI-Nummer: ${one}`],
    ['with a Russian label', `ИМЕИ ${one}`],
    ['after the code that shows it', `*#06# ${one}`],
    ['with a word before and behind', `iPhone 13 ${one} (black, 128GB)`],
    ['without its check digit', '35516789071234'],
    ['with a software version for a check digit', '3551678907123401'],
    ['with a software version behind', `${one}/01`],
    ['twice', `${one} ${one}`],
    ['as IMEI and as MEID', `IMEI ${one}, MEID 35516789071234`],
    ['as the text of a spreadsheet', `'${one}`],
    ['as a formula of a spreadsheet', `="${one}"`],
    ['with the decimals of a spreadsheet', `${one}.0`],
    ['in full-width digits', inScript(0xff10)],
    ['in Arabic-Indic digits', inScript(0x660)],
    ['in Devanagari digits', inScript(0x966)],
    ['with marks that nobody sees', `\u200e35516789\u200b0712340\u00a0`],
  ])('%s is read', (_how, text) => {
    expect(read(text)).toBe(`imei ${one}`);
  });

  it('as a URN has a spare digit in place of the check digit', () => {
    expect(read('urn:gsma:imei:35516789-071242-0;svn=42')).toBe(`imei ${two}`);
  });
});

test.each([
  `${one} / ${two}`,
  `${one}/${two}`,
  `${one}, ${two}`,
  `${one};${two}`,
  `${one} ${two}`,
  `${one}\n${two}`,
  `${one} & ${two}`,
  `${one} und ${two}`,
  '35 516789 071234 0 35 516789 071242 3',
  '35516789071234 / 35516789071242',
  `IMEI1: ${one} IMEI2: ${two}`,
  `SIM1 ${one} SIM2 ${two}`,
  `1) ${one} 2) ${two}`,
])('two numbers in one cell are two: %j', (text) => {
  expect(read(text)).toBe(`imei ${one} + imei ${two}`);
});

describe('a MEID', () => {
  test.each([
    ['A100008DA76555', 'meid A100008DA76555'],
    ['MEID: A1 00 00 8D A7 65 55', 'meid A100008DA76555'],
    ['a100008da76555', 'meid A100008DA76555'],
    ['270113177609606898', 'meid A10000009296F2'],
    ['MEID 270113177609606898', 'meid A10000009296F2'],
  ])('%s is read in any column', (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(read(text, 'MEID')).toBe(expected);
  });

  it('of decimal digits alone is the IMEI without its check digit', () => {
    expect(read('35516789071234', 'MEID')).toBe(`imei ${one}`);
  });

  it('is not made of an IMEI with three digits too many', () => {
    expect(read(`${one}123`)).toBe('no: 18 digits');
  });
});

describe('what is in doubt is refused, and the report says why without the number', () => {
  test.each([
    ['35516789O712340', 'letters or signs in place of digits (O)'],
    ['3551678907I2340', 'letters or signs in place of digits (I)'],
    ['35516789071234*', 'a number with hidden or missing digits'],
    ['3551678907123XX', 'a number with hidden or missing digits'],
    ['355167890712349', '15 digits whose check digit is 9 where 0 would be right'],
    ['043217098761553', 'a number that is one only when read backwards'],
    ['three five five one six seven eight nine zero seven one two three four zero', 'digits written as words'],
    ['3.55E+14', 'a number that a spreadsheet rounded'],
    ['3,55168E+14', 'a number that a spreadsheet rounded'],
    ['355168000000000', 'a number that a spreadsheet rounded'],
    ['13263001234567', '14 digits that begin with 1, as when a spreadsheet drops the zero of 01'],
    [`${one}${two}`, '30 digits'],
    [`${one} 35516789071`, '11 more digits beside the number'],
    [`${one} tel 07700 900123`, '11 more digits beside the number'],
    [`IMEI ${one} S/N R58M30ABCD1`, 'a serial number as well, which has its own column'],
    [`order no ${one}`, 'a number that is called something else (order)'],
    [`${one} ${two} ${complete('35399011071234')}`, '3 numbers'],
    ['', 'no digits'],
    ['see box', 'words'],
    ['12345', '5 digits'],
    ['C3TZ9P9R698G', '6 digits and letters'],
    ['490154203237518', 'a number that manuals and articles print as an example'],
    ['000000000000000', 'a placeholder: repeated or counting digits'],
    ['004400152020008', 'a number of the range for test equipment'],
    ['7'.repeat(400), '400 characters'],
  ])('%s', (text, found) => {
    expect(read(text)).toBe(`no: ${found}`);
  });
});

const bodies = fc
  .tuple(fc.constantFrom('01', '35', '86', '99'), fc.stringMatching(/^\d{12}$/))
  .map(([prefix, rest]) => prefix + rest)
  .filter((body) => namesNoDevice(complete(body)) === undefined && !body.endsWith('000000'));

test('any number that a desk may write is read as itself, alone or beside another', () => {
  const number = fc.tuple(bodies, fc.constantFrom('', '-', ' ', '.', '/'), fc.constantFrom(15, 14, 16)).map(([body, separator, length]) => {
    const digits = length === 15 ? complete(body) : length === 14 ? body : `${body}07`;
    return { imei: complete(body), written: [digits.slice(0, 8), digits.slice(8, 14), digits.slice(14)].filter(Boolean).join(separator) };
  });
  const label = fc.constantFrom('', 'IMEI ', 'IMEI: ', 'imei no. ', 'IMEI-Nr.: ');
  fc.assert(
    fc.property(label, number, (word, { imei, written }) => {
      expect(read(`${word}${written}`)).toBe(`imei ${imei}`);
    }),
  );
  fc.assert(
    fc.property(bodies, bodies, fc.constantFrom(' / ', ', ', '; ', ' ', '\n', ' and '), (first, second, between) => {
      fc.pre(first !== second);
      expect(read(complete(first) + between + complete(second))).toBe(`imei ${complete(first)} + imei ${complete(second)}`);
    }),
  );
});

test('of no text is a digit made up, and no report holds the number', () => {
  const piece = fc.oneof(
    fc.constantFrom(one, two, '35516789071234', 'IMEI', 'MEID', ' ', '/', '*', 'O', 'x', 'E+14', 'A100008DA76555', 'S/N ', '12'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = pieces.join('');
      const reading = readIdentifierCell(text);
      if (!reading.ok) {
        expect(reading.found.replace(/\s/g, '')).not.toMatch(/\d{8}/);
        return;
      }
      const digits = asciiDigits(text).replace(/\D/g, '');
      for (const { kind, value } of reading.identifiers) if (kind === 'imei') expect(digits).toContain(value.slice(0, 14));
    }),
    { numRuns: 500 },
  );
});
