/** The periods that figures are published for: quarters of a year, which do not overlap. */

/** Days in UTC, both included: `{ from: '2026-10-01', to: '2026-12-31' }`. */
export interface FigurePeriod {
  from: string;
  to: string;
}

const monthsPerQuarter = 3;

/** The quarter of a year that a moment lies in. */
export function quarterOf(at: Date): FigurePeriod {
  const firstMonth = Math.floor(at.getUTCMonth() / monthsPerQuarter) * monthsPerQuarter;
  const day = (month: number, date: number) => new Date(Date.UTC(at.getUTCFullYear(), month, date)).toISOString().slice(0, 10);
  return { from: day(firstMonth, 1), to: day(firstMonth + monthsPerQuarter, 0) };
}

/** The last quarter that was over at a moment. */
export function endedQuarter(at: Date): FigurePeriod {
  return quarterOf(new Date(Date.parse(quarterOf(at).from) - 1));
}

/** Whether a moment, ISO 8601 in UTC, lies in it. */
export function isWithin(at: string, { from, to }: FigurePeriod): boolean {
  const day = at.slice(0, 10);
  return day >= from && day <= to;
}
