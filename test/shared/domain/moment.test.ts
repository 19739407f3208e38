import { describe, expect, test } from 'vitest';
import { readMoment } from '../../../shared/domain/moment.ts';

describe('readMoment', () => {
  test.each([
    ['2026-11-20', '2026-11-20T00:00:00Z', 'day'],
    ['2024-02-29', '2024-02-29T00:00:00Z', 'day'],
    ['2026-11-20T14:30Z', '2026-11-20T14:30:00Z', 'minute'],
    ['2026-11-20t14:30z', '2026-11-20T14:30:00Z', 'minute'],
    ['2026-11-20 14:30:15+01:00', '2026-11-20T13:30:15Z', 'minute'],
    ['2026-11-20T14:30:15.250Z', '2026-11-20T14:30:15Z', 'minute'],
    ['2026-11-20T00:10 +0530', '2026-11-19T18:40:00Z', 'minute'],
    ['2026-12-31T22:00-03:00', '2027-01-01T01:00:00Z', 'minute'],
  ])('reads %s', (text, at, precision) => {
    expect(readMoment(text)).toEqual({ ok: true, moment: { at, precision } });
  });

  test.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10'])('refuses %s, a day that no calendar has', (text) => {
    expect(readMoment(text)).toEqual({ ok: false, expected: 'a day that exists in the calendar' });
  });

  test.each(['2026-11-20T14:30', '2026-11-20 14:30:00'])('refuses %s, a time whose zone would have to be guessed', (text) => {
    expect(readMoment(text)).toEqual({ ok: false, expected: 'a time with its zone (14:30Z or 14:30+01:00), or the date alone' });
  });

  test.each(['20/11/2026', '03.04.2026', 'yesterday', '1826-11-20', '2026-11-20T14:30+15:00', '2026-11-20T14:30 GMT'])(
    'refuses %s',
    (text) => {
      expect(readMoment(text)).toMatchObject({ ok: false, expected: expect.stringContaining('a date (2026-11-20)') });
    },
  );

  test.each(['2026-11-20T24:00Z', '2026-11-20T12:60Z'])('refuses %s, a time that no clock shows', (text) => {
    expect(readMoment(text)).toEqual({ ok: false, expected: 'a time from 00:00 to 23:59' });
  });
});
