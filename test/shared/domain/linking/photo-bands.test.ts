import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { photoBands } from '../../../../shared/domain/linking/photo-bands.ts';

const hash = fc.bigInt(0n, 2n ** 64n - 1n).map((bits) => bits.toString(16).padStart(16, '0'));
const places = (count: number) => fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { minLength: count, maxLength: count });

function partsOf(coarse: string): string[] {
  return photoBands({ kept: [{ coarse }], asked: [] }).kept;
}

function flipped(coarse: string, bits: readonly number[]): string {
  const changed = bits.reduce((all, bit) => all ^ (1n << BigInt(bit)), BigInt(`0x${coarse}`));
  return changed.toString(16).padStart(16, '0');
}

describe('the parts by which a photo is filed', () => {
  it('are four, and a bit of the hash stands in exactly one', () => {
    fc.assert(
      fc.property(hash, fc.integer({ min: 0, max: 63 }), (coarse, bit) => {
        const [before, after] = [partsOf(coarse), partsOf(flipped(coarse, [bit]))];
        expect(before).toHaveLength(4);
        expect(before.filter((part) => !after.includes(part))).toHaveLength(1);
      }),
    );
  });

  it('have one in common whenever fewer than four bits differ', () => {
    fc.assert(
      fc.property(hash, places(3), (coarse, bits) => {
        expect(partsOf(flipped(coarse, bits)).some((part) => partsOf(coarse).includes(part))).toBe(true);
      }),
    );
  });

  it('have one in common for half of all pairs that differ by the eight bits of a copy at random places', () => {
    const [all, met] = [2000, { count: 0 }];
    fc.assert(
      fc.property(hash, places(8), (coarse, bits) => {
        if (partsOf(flipped(coarse, bits)).some((part) => partsOf(coarse).includes(part))) met.count += 1;
      }),
      { numRuns: all, seed: 7 },
    );
    // 4 · C(48,8)/C(64,8), less what meets twice: 0.31. Of copies most differ in fewer, and each has some twenty views to meet by.
    expect(met.count / all).toBeGreaterThan(0.25);
    expect(met.count / all).toBeLessThan(0.37);
  });

  it('are none of what is no hash', () => {
    expect(photoBands({ kept: [{ coarse: 'xyz' }], asked: [{ coarse: '' }] })).toEqual({ kept: [], asked: [] });
  });
});
