import { describe, expect, it } from 'vitest';
import { mendingsOf } from '../../../../shared/domain/identifiers/photographed-text.ts';

function mended(text: string): string {
  return mendingsOf(text)
    .reverse()
    .reduce((whole, { start, end, by }) => whole.slice(0, start) + by + whole.slice(end), text);
}

describe('what a camera does to a label', () => {
  it.each([
    ['IME:351021297459001', 'IMEI:351021297459001'],
    ['MEI350225729109883', 'IMEI350225729109883'],
    ['MEX1:356598303276920', 'IMEI:356598303276920'],
    ['MEXZ355621047492487', 'IMEI2355621047492487'],
    ['1MEI 35 516789 071234 0', 'IMEI 35 516789 071234 0'],
    ['Trackingnumber353733283871597', 'Trackingnumber 353733283871597'],
  ])('is mended: %s', (read, meant) => {
    expect(mended(read)).toBe(meant);
  });

  it.each(['TIME 351021297459001', 'NAME: 351021297459001', 'ME 12:40', 'IMEI', 'Serialnumber R5CT'])(
    'is left alone where it may be another word or no number follows: %s',
    (text) => {
      expect(mended(text)).toBe(text);
    },
  );
});
