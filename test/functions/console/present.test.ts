import { describe, expect, it } from 'vitest';
import { captureWords, flagSentence, placeWords, strengthLabel } from '../../../functions/console/present.ts';

describe('words', () => {
  it('names the strength of an estimate', () => {
    expect([0.97, 0.8, 0.5, 0.49].map((estimate) => strengthLabel(estimate).text)).toEqual(['Very strong', 'Strong', 'Moderate', 'Weak']);
  });

  it('says where hidden markup held a number', () => {
    expect(placeWords('attribute:alt')).toBe('in hidden markup, an attribute (alt)');
    expect(placeWords('comment')).toBe('in a comment inside the page’s source, invisible to visitors');
    expect(placeWords('elsewhere')).toBe('in elsewhere');
  });

  it('shows a contradiction that has no sentence yet by its name', () => {
    expect(flagSentence('price-too-low')).toBe('Price too low');
  });

  it('does not pass a block page off as captured evidence', () => {
    expect(captureWords({ outcome: 'blocked' })).toBe('A page was captured, but it is the platform’s block page');
    expect(captureWords({ outcome: 'not captured: HTTP 503' })).toBe('Not captured: HTTP 503');
  });
});
