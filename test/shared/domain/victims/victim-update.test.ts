import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidaysOf } from '../../../../shared/domain/victims/bank-holidays.ts';
import { updateWords } from '../../../../shared/domain/victims/update-words.ts';
import { isOverdue, updateOf } from '../../../../shared/domain/victims/victim-update.ts';
import { workingDaysAfter } from '../../../../shared/domain/victims/working-days.ts';

const dueDay = (at: string, days: number) => workingDaysAfter(new Date(at), days).day;

describe('working days', () => {
  it('do not count the day itself, weekends and bank holidays', () => {
    expect(dueDay('2026-11-27T12:00:00.000Z', 5)).toBe('2026-12-04');
    expect(dueDay('2026-11-27T12:00:00.000Z', 1)).toBe('2026-11-30');
    // Christmas on a Friday, its second day made up for on Monday.
    expect(dueDay('2026-12-24T12:00:00.000Z', 1)).toBe('2026-12-29');
    expect(dueDay('2026-12-24T12:00:00.000Z', 5)).toBe('2027-01-05');
  });

  it('begin at midnight in the United Kingdom, also in summer', () => {
    expect(dueDay('2026-07-01T23:30:00.000Z', 1)).toBe('2026-07-03');
    expect(dueDay('2026-12-01T23:30:00.000Z', 1)).toBe('2026-12-02');
  });

  it('take every weekday of a year whose bank holidays are not known, and say so', () => {
    expect(workingDaysAfter(new Date('2027-12-29T12:00:00.000Z'), 5)).toEqual({ day: '2028-01-05', unknownYears: [2028] });
    expect(workingDaysAfter(new Date('2026-12-29T12:00:00.000Z'), 5).unknownYears).toEqual([]);
  });

  it('end on a working day that lies ahead, whatever the moment', () => {
    const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 10 }), (at, days) => {
        const { day } = workingDaysAfter(at, days);
        expect([0, 6]).not.toContain(new Date(day).getUTCDay());
        expect(bankHolidaysOf(Number(day.slice(0, 4)))).not.toContain(day);
        expect(Date.parse(day) - at.getTime()).toBeGreaterThan((days - 2) * 86_400_000);
      }),
    );
  });
});

describe('bank holidays of England and Wales', () => {
  it.each([2026, 2027])('of %i are eight, on weekdays, with Easter Monday and the three Mondays of the law among them', (year) => {
    const days = bankHolidaysOf(year) ?? [];
    expect(days).toHaveLength(8);
    for (const day of days) expect([1, 2, 3, 4, 5]).toContain(new Date(day).getUTCDay());
    const easter = easterSunday(year);
    const day = (time: number) => new Date(time).toISOString().slice(0, 10);
    expect(days).toEqual(
      expect.arrayContaining([
        day(easter - 2 * 86_400_000),
        day(easter + 86_400_000),
        firstMonday(year, 5),
        lastMonday(year, 5),
        lastMonday(year, 8),
      ]),
    );
  });
});

/** Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const sum = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1);
}

const mondays = (year: number, month: number) =>
  Array.from({ length: 31 }, (_, date) => new Date(Date.UTC(year, month - 1, date + 1)))
    .filter((day) => day.getUTCMonth() === month - 1 && day.getUTCDay() === 1)
    .map((day) => day.toISOString().slice(0, 10));
const firstMonday = (year: number, month: number) => mondays(year, month)[0];
const lastMonday = (year: number, month: number) => mondays(year, month).at(-1);

describe('what a victim is owed to hear', () => {
  const news = { event: 'listing-confirmed', reference: '4217/23-A', caseId: 'c1', at: '2026-11-27T12:00:00.000Z' } as const;

  it('is due within five working days, and within one for who has enhanced rights', () => {
    expect(updateOf(news, 'met')).toMatchObject({ dueOn: '2026-12-04', dueOnEnhanced: '2026-11-30', state: 'due', unknownYears: [] });
    expect([isOverdue(updateOf(news, 'met'), '2026-12-04'), isOverdue(updateOf(news, 'met'), '2026-12-05')]).toEqual([false, true]);
  });

  it('is the same update for the same news, and another for another case', () => {
    expect(updateOf({ ...news, at: '2026-12-01T12:00:00.000Z' }, 'met').id).toBe(updateOf(news, 'met').id);
    expect(updateOf({ ...news, caseId: 'c2' }, 'met').id).not.toBe(updateOf(news, 'met').id);
  });

  it.each(['listing-confirmed', 'removal-verified', 'device-recovered'] as const)(
    '%s says in plain words to keep away from the seller',
    (event) => {
      const words = updateWords({ event });
      expect(words.whatNotToDo).toMatch(/do not contact/i);
      for (const text of Object.values(words)) {
        expect(text).not.toMatch(/\d{4}|http|IMEI|takedown|ladder|match/i);
        for (const sentence of text.split(/[.:;]/)) expect(sentence.split(' ').length).toBeLessThan(32);
      }
    },
  );
});
