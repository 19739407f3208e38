import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesByNow } from '../../../shared/domain/queue-limits.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour, 10));

test('places are spread over the day', () => {
  expect([0, 11, 15, 23].map((hour) => placesByNow(20, at(hour)))).toEqual([1, 10, 14, 20]);
});

test('no hour takes a place back, none is given beyond the day’s, and none is given where there are none', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 0, max: 22 }), (perDay, hour) => {
      const [now, later] = [placesByNow(perDay, at(hour)), placesByNow(perDay, at(hour + 1))];
      return now <= later && later <= perDay;
    }),
  );
  expect(placesByNow(0, at(23))).toBe(0);
});
