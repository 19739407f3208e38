import { describe, expect, it } from 'vitest';
import { comparisonKey, isMatchable, maskIdentifier } from '../../../shared/domain/identifier.ts';

describe('an identifier', () => {
  it.each([
    ['imei', 0.5, true],
    ['imei', 0.49, false],
    ['imeisv', 0.5, true],
    ['meid', 0.45, false],
    ['partial', 0.49, false],
    ['serial', 0.1, true],
    ['serial', 0.09, false],
  ] as const)('of kind %s read at %d is matchable: %s', (kind, confidence, matchable) => {
    expect(isMatchable({ kind, confidence })).toBe(matchable);
  });

  it.each([
    [{ kind: 'imei', value: '356938035643809' }, 'imei:35693803564380'],
    [{ kind: 'imeisv', value: '3569380356438017' }, 'imei:35693803564380'],
    [{ kind: 'meid', value: '35693803564380' }, 'imei:35693803564380'],
    [{ kind: 'meid', value: 'A1000012345678' }, 'meid:A1000012345678'],
    [{ kind: 'serial', value: 'F2LXK1ABCD' }, 'serial:F2LXK1ABCD'],
    [{ kind: 'partial' }, undefined],
  ] as const)('is compared by what its device has in every form: %o', (identifier, key) => {
    expect(comparisonKey(identifier)).toBe(key);
  });

  it.each([
    ['356938035643809', '35693803*****09'],
    ['F2LXK1ABCD', 'F2********'],
    ['AB', 'AB'],
  ])('is masked: %s', (value, masked) => {
    expect(maskIdentifier(value)).toBe(masked);
  });
});
