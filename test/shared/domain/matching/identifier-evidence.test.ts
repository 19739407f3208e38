import { describe, expect, it } from 'vitest';
import type { Identifier } from '../../../../shared/domain/identifier.ts';
import { doubted } from '../../../../shared/domain/identifiers/belonging.ts';
import { bitsOfPattern, identifierFinding } from '../../../../shared/domain/matching/identifier-evidence.ts';
import { currentModel } from '../../../../shared/domain/matching/matching-model.ts';
import { aFind, imei } from './sides.ts';

const weights = currentModel.identifier;
const doubtedBits = 16;
const features = { label: 'imei' as const };

function finding(finds: Identifier[], imeis = [imei], make = 'Apple') {
  return identifierFinding({
    finds,
    record: { make, identifiers: imeis.map((value) => ({ kind: 'imei' as const, value })) },
    weights,
    doubtedBits,
  });
}

function partial(pattern: string): Identifier {
  return { kind: 'partial', pattern, confidence: 0.8, raw: pattern, where: 'text', features };
}

describe('identifierFinding', () => {
  it('weighs an equal number by its fourteen digits', () => {
    const found = finding([aFind()]);
    expect(found?.level).toBe('equal');
    expect(found?.bits).toBeCloseTo(46.5, 1);
  });

  it('weighs an equal number that may be somebody else’s by what such a number is worth', () => {
    expect(finding([doubted(aFind({ features }), 'another offer')])).toMatchObject({ level: 'equal, in doubt', bits: 16 });
  });

  it.each([
    ['an equal one, which is the surer', [doubted(aFind({ features }), 'another offer'), aFind()], 'equal'],
    ['another number', [doubted(aFind({ value: '356938035643973', features }), 'another offer')], undefined],
    ['a number one slip apart', [doubted(aFind({ value: '356938035643819', features }), 'somebody else')], undefined],
    ['a number of which some digits differ', [doubted(partial('???????????0000'), 'the site')], undefined],
  ])('takes no reason against a record from what may be somebody else’s: %s', (_, finds, level) => {
    expect(finding(finds)?.level).toBe(level);
  });

  it('weighs an equal serial number', () => {
    const record = { identifiers: [{ kind: 'serial' as const, value: 'F2LXK9ABC1' }] };
    const find = aFind({ kind: 'serial', value: 'F2LXK9ABC1' });
    expect(identifierFinding({ finds: [find], record, weights, doubtedBits })).toMatchObject({ level: 'equal', bits: 26 });
  });

  it('takes a number that fails its check digit and is one digit off for a slip', () => {
    expect(finding([aFind({ value: '356938035643819' })])).toMatchObject({ level: 'one slip apart', bits: 20 });
  });

  it('takes two swapped neighbours for a slip', () => {
    expect(finding([aFind({ value: '356938035634809' })])?.level).toBe('one slip apart');
  });

  it('does not take a valid number for a slip of another', () => {
    expect(finding([aFind({ value: '356938035643973' })])).toMatchObject({ level: 'another number', bits: -2 });
  });

  it('expects the next number in the other slot', () => {
    expect(finding([aFind({ value: '356938035643817' })])).toMatchObject({ level: 'other slot', bits: 13 });
  });

  it('expects the same number under another TAC in the other slot of a Samsung, and of no Apple', () => {
    const other = aFind({ value: '356939035643808' });
    expect(finding([other], [imei], 'Samsung')?.level).toBe('other slot');
    expect(finding([other], [imei], 'Apple')).toMatchObject({ level: 'another number', bits: -6 });
  });

  it('counts another number hard when both slots are known', () => {
    expect(finding([aFind({ value: '351440246111986' })], [imei, '356938035643817'])).toMatchObject({ level: 'another number', bits: -12 });
  });

  it('takes the strongest of several finds', () => {
    expect(finding([aFind({ value: '351440246111986' }), aFind()])?.level).toBe('equal');
  });

  it('compares the digits that are known of a partial', () => {
    expect(finding([partial('???????????3809')])?.level).toBe('known digits agree');
    expect(finding([partial('???????????3808')])?.level).toBe('known digits differ');
    expect(finding([partial('35693803564????')])?.level).toBe('known digits agree');
  });

  it('forgives one wrong digit only among many', () => {
    expect(finding([partial('356938035643???')])?.level).toBe('known digits agree');
    expect(finding([partial('356938035653???')])?.level).toBe('one known digit differs');
  });

  it('is silent where one side has no number', () => {
    expect(finding([])).toBeUndefined();
    expect(finding([aFind()], [])).toBeUndefined();
  });
});

describe('bitsOfPattern', () => {
  // The table of the weights: how many doublings an agreement by chance is away.
  it.each([
    ['???????????4321', 13.3],
    ['?????????654321', 19.9],
    ['35??????????????'.slice(0, 15), 0.4],
    ['35693803???????', 9.3],
    ['35693803564????', 19.3],
    ['356938?????3809', 22.5],
  ])('gives %s %f bits', (pattern, bits) => {
    expect(bitsOfPattern(pattern, weights)).toBeCloseTo(bits, 1);
  });

  it('counts the TAC once when the model agrees already', () => {
    expect(bitsOfPattern('35693803???????', weights, { make: 'apple', level: 'same', bits: 4.6 })).toBe(4);
    expect(bitsOfPattern('35693803???????', weights, { make: 'nokia', level: 'same', bits: 9 })).toBe(1.5);
    expect(bitsOfPattern('35693803???????', weights, { make: 'nokia', level: 'make', bits: 5 })).toBeCloseTo(4.3, 10);
  });
});
