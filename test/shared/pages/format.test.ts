import { describe, expect, it } from 'vitest';
import { ago, bitsWords, momentOf, percentWords, priceWords } from '../../../shared/pages/format.ts';
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
});
