/** Working days in England and Wales: Monday to Friday without bank holidays. */

import { bankHolidaysOf } from './bank-holidays.ts';

export interface WorkingDay {
  /** `2026-12-04`, a day in the United Kingdom. */
  day: string;
  /** Years on the way whose bank holidays are not known: there every weekday was taken for a working day, so the day may be too early, never too late. */
  unknownYears: number[];
}

/** `en-CA` writes days as ISO 8601 does. */
const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });
const dayMs = 86_400_000;

/** So many working days after the day of a moment, which itself does not count: what happens on a Friday evening is due on Monday when one is left. */
export function workingDaysAfter(at: Date, days: number): WorkingDay {
  const unknownYears = new Set<number>();
  let day = londonDay.format(at);
  let left = days;
  while (left > 0) {
    day = new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
    const holidays = bankHolidaysOf(Number(day.slice(0, 4)));
    if (holidays === undefined) unknownYears.add(Number(day.slice(0, 4)));
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && holidays?.includes(day) !== true) left -= 1;
  }
  return { day, unknownYears: [...unknownYears] };
}
