import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Identifier } from '../../../../shared/domain/identifier.ts';
import { mergeFinds } from '../../../../shared/domain/identifiers/merge.ts';

/** Few different digits, so that one number's pattern often fits another. */
const values = fc.array(
  fc.array(fc.constantFrom('3', '4'), { minLength: 15, maxLength: 15 }).map((digits) => digits.join('')),
  { minLength: 2, maxLength: 8 },
);
const hidden = fc.array(fc.boolean(), { minLength: 15, maxLength: 15 });

describe('merging finds', () => {
  it('drops a pattern if a whole number of the same listing fits it, and only then', () => {
    fc.assert(
      fc.property(values, hidden, ([first = '', ...others], places) => {
        // Shown at both ends and hidden inside: neither a beginning nor an end that could be joined.
        const pattern = [...first].map((digit, at) => (at === 1 || (places[at] && at > 0 && at < 14) ? '?' : digit)).join('');
        const merged = mergeFinds([...others.map(whole), partial(pattern)]);
        const fits = others.some((each) => [...each].slice(0, 14).every((digit, at) => pattern[at] === '?' || pattern[at] === digit));
        expect(merged.some((find) => find.pattern === pattern)).toBe(!fits);
      }),
      { numRuns: 500 },
    );
  });
});

function whole(value: string): Identifier {
  return { kind: 'imei', value, confidence: 0.9, raw: value, where: 'text' };
}

function partial(pattern: string): Identifier {
  return { kind: 'partial', pattern, confidence: 0.5, raw: pattern, where: 'text' };
}
