import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorthReading, LABEL_SEEN, lookAt, NOTHING_SEEN, NUMBER_SEEN } from '../../../../shared/domain/identifiers/glance.ts';
import { makeImei } from '../../../support/adverts.ts';
import { chance } from '../../../support/chance.ts';

const seeds = fc.integer({ min: 0, max: 0x7fffffff });
const harmless = fc.stringMatching(/^[a-hjklo-rt-z ,.]{0,40}$/);

describe('a first look', () => {
  it.each([
    'IMEI',
    'my imei is',
    'i.m.e.i',
    'm-e-i-d',
    'meid:',
    'serial no',
    'Serie',
    'numéro de série',
    'Seri No',
    'серийный',
    'СЕРИЙНЫЙ',
    'и.м.е.и',
    'ΜΕΙD',
    's/n F2L',
    'SN: 4',
    'esn',
    '*#06#',
    'имей',
    '串号',
    'ＩＭＥＩ',
    '&#73;MEI',
  ])('sees a label in %s', (text) => expect(lookAt(text, 0, text.length, true)).toBe(LABEL_SEEN));

  it.each([
    '',
    'time and memory',
    'Apple Watch Series 7',
    'serious buyers only',
    'Modellserie',
    'même au Puy-de-Dôme<',
    'меня, место, время',
    '&hearts; &#9658; &#115;&#97;le',
    'sand, snow, ascend',
    'R&amp;D &nbsp;',
    '£ 1,200',
    'was 356938035643808',
    '0123 456 789',
  ])('sees nothing in %s', (text) => expect(lookAt(text, 0, text.length, true)).toBe(NOTHING_SEEN));

  it('sees a number wherever it stands and however it is parted', () => {
    fc.assert(
      fc.property(seeds, harmless, harmless, fc.constantFrom('', ' ', '-', ' / ', '\u200b', '&nbsp;'), (seed, before, behind, sign) => {
        const text = `${before}x${[...makeImei(chance(seed))].join(sign)}x${behind}`;
        expect(lookAt(text, 0, text.length, true)).toBe(NUMBER_SEEN);
      }),
    );
  });

  it('looks no further than it is told', () => {
    expect(lookAt('imei 356938035643809', 5, 19, false)).toBe(NOTHING_SEEN);
    expect(lookAt('imei 356938035643809', 5, 20, false)).toBe(NUMBER_SEEN);
  });

  it('finds a number without a label worth reading only where it counts', () => {
    expect(isWorthReading('356938035643809', true)).toBe(true);
    expect(isWorthReading('356938035643809', false)).toBe(false);
  });
});
