import { describe, expect, test } from 'vitest';
import type { Evidence, Match } from '../../../shared/domain/match.ts';
import { reasonsToAskAgain, refuse } from '../../../shared/domain/refusal.ts';

const at = new Date('2026-11-22T10:00:00.000Z');
const soon = new Date('2026-11-25T10:00:00.000Z');

function line(field: string, given: Partial<Evidence> = {}): Evidence {
  return { field, level: 'equal', bits: 3, sentence: '', ...given };
}

function matchWith(...evidence: Evidence[]): Match {
  return {
    recordReference: 'R-1',
    evidenceKind: 'description',
    evidence,
    gates: [],
    flags: [],
    bits: 1,
    probability: 0.6,
    action: 'review',
    modelVersion: '1',
    surveyVersion: 'assumed',
  };
}

const told = [
  line('prior', { bits: -20 }),
  line('model', { listingSays: 'iPhone 13', recordSays: 'iPhone 13' }),
  line('colour', { listingSays: 'blue', recordSays: 'blue' }),
];
const refusal = refuse(matchWith(...told), { reason: 'not-the-device', by: 'officer-1', at });

describe('a refused pair', () => {
  test('stays refused while it says the same', () => {
    expect(reasonsToAskAgain(refusal, matchWith(...told), soon)).toEqual([]);
  });

  test.each([
    ['the list grew', [line('prior', { bits: -25 }), ...told.slice(1)]],
    ['the price fell', [...told, line('offer', { level: 'signs of the offer' })]],
    ['a rival appeared', [...told, line('other-candidates', { level: '3 others fit nearly as well' })]],
    ['the weights are others', told.map((each) => ({ ...each, bits: each.bits * 2 }))],
    ['its lines stand in another order', [...told].reverse()],
  ])('stays refused when %s', (_name, evidence) => {
    expect(reasonsToAskAgain(refusal, matchWith(...evidence), soon)).toEqual([]);
  });

  test('comes back with a number, and says so', () => {
    const again = matchWith(...told, line('identifier', { level: 'known digits agree' }));
    expect(reasonsToAskAgain(refusal, again, soon)).toEqual(['Identifier is now compared: known digits agree.']);
  });

  test('comes back when a side says another thing, and says which', () => {
    const again = matchWith(...told.slice(0, 2), line('colour', { level: 'different', listingSays: 'red', recordSays: 'blue' }));
    expect(reasonsToAskAgain(refusal, again, soon)).toEqual(['Colour was "equal" and is now "different".']);
    const corrected = matchWith(...told.slice(0, 2), line('colour', { listingSays: 'blue', recordSays: 'sierra blue' }));
    expect(reasonsToAskAgain(refusal, corrected, soon)).toEqual(['What the report says of colour has changed.']);
  });

  test('comes back when the refusal has run out, sooner where the officer could not tell', () => {
    const unsure = refuse(matchWith(...told), { reason: 'cannot-tell', by: 'officer-1', at });
    const twoMonthsOn = new Date('2027-01-22T10:00:00.000Z');
    expect(reasonsToAskAgain(unsure, matchWith(...told), twoMonthsOn)).toEqual(['The refusal of 2026-11-22 has run out.']);
    expect(reasonsToAskAgain(refusal, matchWith(...told), twoMonthsOn)).toEqual([]);
  });
});
