import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapWith } from '../../../../shared/domain/identifiers/overlap.ts';

const span = fc.tuple(fc.nat(60), fc.nat(9)).map(([start, length]) => ({ start, end: start + length }));

describe('overlap with some spans', () => {
  it('is what comparing with each of them in turn says', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), span, (spans, asked) => {
        const expected = spans.some(({ start, end }) => start < asked.end && asked.start < end);
        expect(overlapWith(spans)(asked)).toBe(expected);
      }),
    );
  });

  it('is denied where either has no place', () => {
    expect(overlapWith([undefined])({ start: 0, end: 1 })).toBe(false);
    expect(overlapWith([{ start: 0, end: 1 }])(undefined)).toBe(false);
  });
});
