import { describe, expect, it } from 'vitest';
import { findIdentifiersInText } from '../../../../shared/domain/identifiers/in-text.ts';

function claimed(text: string): string[] {
  return findIdentifiersInText(text).flatMap(({ confidence, value, pattern }) => (confidence >= 0.5 ? (value ?? pattern ?? '') : []));
}

describe('what hangs together is read together', () => {
  it.each([
    ['fifteen of sixteen digits that one sign joins, in front', 'IMEI: 2-3-5-5-1-6-7-8-9-0-7-1-2-3-4-0'],
    ['fourteen of fifteen whose check digit is wrong', 'IMEI 3.5.3.1.1.9.4.6.6.6.8.6.4.8.4'],
    ['fourteen and a slot that is the first digit', 'IMEI 3-5-3-1-1-9-4-6-6-6-8-6-4-8-4'],
    ['fourteen behind a count of two digits, as sixteen', 'IMEI / 01 38534500015025'],
  ])('%s: %s', (_, text) => {
    expect(claimed(text)).toEqual([]);
  });

  it.each([
    ['a count', 'IMEI numbers\n1) 355167890712340\n2) 861234050012346', ['355167890712340', '861234050012346']],
    ['a slot', 'IMEI / 01 35 516789 071234 0', ['355167890712340']],
    ['the software version', 'IMEI 35 516789 071234 0 05', ['355167890712340']],
    ['a second number', 'IMEI 35 516789 071234 0 86 123405 001234 6', ['355167890712340', '861234050012346']],
    ['a sign that hides no digit', 'IMEI#35516789071234', ['355167890712340']],
    ['a word that is a digit elsewhere', 'numer IMEI to 355167890712340', ['355167890712340']],
  ])('%s is no part of the number: %s', (_, text, expected) => {
    expect(claimed(text)).toEqual(expected);
  });
});
