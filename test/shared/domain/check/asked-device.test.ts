import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAskedDevice } from '../../../../shared/domain/check/asked-device.ts';
import { checkDigit } from '../../../../shared/domain/imei.ts';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((each) => each.join(''));
/** TACs of the bodies that allocate; a serial number that is no placeholder. */
const body = fc
  .tuple(fc.constantFrom('35', '86', '01', '99'), digits(6), digits(6))
  .map((parts) => parts.join(''))
  .filter((each) => new Set(each.slice(2)).size > 3 && !/0{4}$/.test(each) && !/0123456789|9876543210/.test(each));
const separator = fc.constantFrom('', ' ', '-', '/', '.');

describe('a device that is asked about', () => {
  it('is one question in every form of its IMEI', () => {
    fc.assert(
      fc.property(body, separator, digits(2), (number, between, version) => {
        const check = checkDigit(number);
        const grouped = [number.slice(0, 2), number.slice(2, 8), number.slice(8), check].join(between);
        const forms = [number + check, number, `${number}${version}`, grouped, `IMEI: ${number}${check}`, ` ${number}${check}\n`];
        const arabic = [...(number + check)].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join('');
        const keys = [...forms, arabic].map((form) => {
          const read = readAskedDevice(form);
          return read.ok ? read.key : `${form}: ${read.found}`;
        });
        expect(new Set(keys)).toEqual(new Set([`imei:${number}`]));
      }),
      { numRuns: 300 },
    );
  });

  it('is none where a digit is wrong, hidden, missing, too many or a letter', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 13 }), (number, at) => {
        const right = number + checkDigit(number);
        const other = String((Number(right[at]) + 1) % 10);
        const spoilt = [
          right.slice(0, at) + other + right.slice(at + 1),
          `${right.slice(0, 8)}*******`,
          `${right.slice(0, 8)}XXXXXXX`,
          `${right.slice(0, at)}O${right.slice(at + 1)}`,
          right.slice(0, 13),
          `${right}123`,
          `${right} ${number.slice(0, 13)}${(Number(number[13]) + 1) % 10}`,
        ];
        expect(spoilt.filter((text) => readAskedDevice(text).ok)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('says of fifteen digits that their check digit is wrong, and repeats no number', () => {
    const read = readAskedDevice('35-824005-111111-9');
    expect(read).toMatchObject({ ok: false, isCheckDigitWrong: true });
    expect(JSON.stringify(read)).not.toContain('111111');
  });

  it.each([
    ['R58M30ABCD1', 'serial:R58M30ABCD1'],
    ['r58m-30abcd1', 'serial:R58M30ABCD1'],
    ['Serial number: R58M30ABCD1', 'serial:R58M30ABCD1'],
    ['A0000012345678', 'meid:A0000012345678'],
    ['a0 000012 345678', 'meid:A0000012345678'],
  ])('may be known by %s', (text, key) => {
    expect(readAskedDevice(text)).toMatchObject({ ok: true, key });
  });

  it.each(['', 'unknown', '12345', '111111111111111', '356938035643809', 'see box', 'a'.repeat(90), '3.56938E+14'])(
    'is not known by "%s"',
    (text) => {
      expect(readAskedDevice(text).ok).toBe(false);
    },
  );

  it('is shown masked', () => {
    expect(readAskedDevice('358240051111110')).toEqual({ ok: true, key: 'imei:35824005111111', shown: '35824005*****10' });
  });

  it('is read or refused whatever the text, and never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => typeof readAskedDevice(text).ok === 'boolean'));
  });
});
