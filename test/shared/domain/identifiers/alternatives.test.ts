import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIdentifiersInText } from '../../../../shared/domain/identifiers/in-text.ts';
import { isImei } from '../../../../shared/domain/imei.ts';
import { makeImei } from '../../../support/adverts.ts';
import { chance } from '../../../support/chance.ts';

/** Letters that stand for one digit or another. */
const ambiguous: Record<string, string> = { '6': 'G', '8': 'b', '9': 'g' };

describe('doubtful digits', () => {
  it.each([
    ['forwards', (written: string) => `IMEI: ${written}`],
    ['backwards', (written: string) => `IMEI (backwards): ${[...written].reverse().join('')}`],
  ])('that leave several readings are all offered, the number itself among them: %s', (_, advert) => {
    let severalFit = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7fffffff }), (seed) => {
        const imei = makeImei(chance(seed));
        const written = imei.slice(0, 2) + imei.slice(2, 7).replace(/[689]/g, (digit) => ambiguous[digit] ?? digit) + imei.slice(7);
        for (const { value = '', alternatives = [], features, confidence } of findIdentifiersInText(advert(written))) {
          const offered = [value, ...alternatives];
          expect(new Set(offered).size).toBe(offered.length);
          expect(offered.every(isImei)).toBe(true);
          expect(offered).toContain(imei);
          expect(features?.readingsThatFit).toBe(offered.length);
          if (offered.length > 2) expect(confidence).toBeLessThan(0.5);
          severalFit += Number(offered.length > 1);
        }
      }),
      { numRuns: 400, seed: 29 },
    );
    expect(severalFit).toBeGreaterThan(10);
  });
});
