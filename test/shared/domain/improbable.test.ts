import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isTooFew, isTooMany } from '../../../shared/domain/improbable.ts';

it('one fault more never takes an alarm back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat({ max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, some, usual) => {
      const count = some % of;
      if (isTooMany({ count, of }, usual)) expect(isTooMany({ count: count + 1, of }, usual)).toBe(true);
      if (isTooFew({ count: count + 1, of }, usual)) expect(isTooFew({ count, of }, usual)).toBe(true);
    }),
  );
});

it.each([
  [0, 3, false],
  [0, 5, true],
  [30, 40, false],
  [10, 40, true],
  [1500, 3000, true],
])('%i of %i, where all are usual, is too few: %s', (count, of, answer) => {
  expect(isTooFew({ count, of }, 1)).toBe(answer);
});

it('what is usual is neither too few nor too many', () => {
  for (const usual of [0, 0.1, 0.5, 0.9, 1]) {
    for (const of of [1, 10, 1000]) {
      const share = { count: Math.round(usual * of), of };
      expect([isTooFew(share, usual), isTooMany(share, usual)]).toEqual([false, false]);
    }
  }
});
