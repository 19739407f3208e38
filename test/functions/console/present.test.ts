import { describe, expect, it } from 'vitest';
import {
  ago,
  bitsWords,
  captureWords,
  flagSentence,
  momentOf,
  percentWords,
  placeWords,
  priceWords,
  strengthLabel,
} from '../../../functions/console/present.ts';
import { NOW } from '../../support/console-data.ts';

describe('momentOf', () => {
  it('writes a time in UTC', () => {
    expect(momentOf('2026-11-22T23:05:59+02:00')).toEqual({ text: '22 Nov 2026, 21:05', iso: '2026-11-22T21:05:59.000Z' });
  });

  it('writes no hour where only the day is known', () => {
    expect(momentOf('2026-11-14T00:00:00Z', 'day')).toEqual({ text: '14 Nov 2026', iso: '2026-11-14' });
  });

  it('shows a text that is no time as it is', () => {
    expect(momentOf('yesterday')).toEqual({ text: 'yesterday', iso: '' });
  });
});

describe('ago', () => {
  it.each([
    ['2026-11-22T14:04:30Z', 'just now'],
    ['2026-11-22T14:04:00Z', '1 minute ago'],
    ['2026-11-22T13:06:00Z', '59 minutes ago'],
    ['2026-11-21T14:05:00Z', '24 hours ago'],
    ['2026-11-20T14:05:00Z', '2 days ago'],
    ['2026-11-22T15:00:00Z', 'just now'],
    ['nonsense', ''],
  ])('says of %s: %s', (iso, words) => {
    expect(ago(iso, NOW)).toBe(words);
  });
});

describe('priceWords', () => {
  it.each([
    [{ amount: 310, currency: 'GBP' }, '£310'],
    [{ amount: 349.5, currency: 'GBP' }, '£349.50'],
    [{ amount: 1299, currency: 'EUR' }, '€1,299'],
    [{ amount: 90 }, '90'],
    [{ amount: 90, currency: 'points' }, '90 points'],
    [undefined, 'No price'],
  ])('writes %j as %s', (price, words) => {
    expect(priceWords(price)).toBe(words);
  });
});

describe('numbers of a match', () => {
  it('gives bits their sign', () => {
    expect([33.21, -19.5, 0, -0.04].map(bitsWords)).toEqual(['+33.2', '−19.5', '0.0', '0.0']);
  });

  it('never claims certainty', () => {
    expect([1, 0.97, 0.5, 0].map(percentWords)).toEqual(['over 99 %', '97 %', '50 %', 'under 1 %']);
  });

  it('names the strength of an estimate', () => {
    expect([0.97, 0.8, 0.5, 0.49].map((estimate) => strengthLabel(estimate).text)).toEqual(['Very strong', 'Strong', 'Moderate', 'Weak']);
  });
});

describe('words', () => {
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
