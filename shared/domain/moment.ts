/** A point in time as a force's system writes it, with how exactly it is known. */

export interface Moment {
  /** ISO 8601 in UTC, whole seconds: `2026-11-20T14:30:00Z`. A day stands for its first second. */
  at: string;
  precision: 'day' | 'minute';
}

export type MomentReading = { ok: true; moment: Moment } | { ok: false; expected: string };

/** Years outside 1900-2099 are slips of the pen or a spreadsheet's. */
const shape = /^((?:19|20)\d{2})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(.*))?$/i;
const zone = /^ ?(?:z|([+-])(\d{2}):?(\d{2}))$/i;

const FORM = 'a date (2026-11-20), or a date and time with its zone (2026-11-20T14:30Z, 2026-11-20 14:30+01:00)';

/**
 * Reads an ISO 8601 date or date-time (`2026-11-20`, `2026-11-20T14:30Z`, `2026-11-20 14:30:00+01:00`).
 *
 * A time without a zone is refused: the same clock time is another moment in summer, abroad or in an export made in UTC, and an
 * hour decides whether a listing stood before the theft. A day is kept as a day and needs no zone. Day-first dates (`20/11/2026`)
 * are refused because `03/04/2026` can be read two ways. Days that no calendar has (`2026-02-30`) are refused.
 */
export function readMoment(text: string): MomentReading {
  const parts = shape.exec(text);
  if (!parts) return { ok: false, expected: FORM };
  const [, year, month, day, hour, minute, second = '00', rest = ''] = parts;
  const date = `${year}-${month}-${day}`;
  if (!isDay(date)) return { ok: false, expected: 'a day that exists in the calendar' };
  if (hour === undefined || minute === undefined) return { ok: true, moment: { at: `${date}T00:00:00Z`, precision: 'day' } };

  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return { ok: false, expected: 'a time from 00:00 to 23:59' };
  const offset = zoneOffsetMinutes(rest);
  if (offset === undefined) {
    return { ok: false, expected: rest.trim() === '' ? 'a time with its zone (14:30Z or 14:30+01:00), or the date alone' : FORM };
  }
  const epochMs = Date.parse(`${date}T${hour}:${minute}:${second}Z`) - offset * 60_000;
  return { ok: true, moment: { at: inWholeSeconds(epochMs), precision: 'minute' } };
}

/** JavaScript rolls 30 February over into March; a day that survives the round trip exists. */
function isDay(date: string): boolean {
  const epochMs = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(epochMs) && new Date(epochMs).toISOString().startsWith(date);
}

/** No place keeps a clock more than 14 hours from UTC (Line Islands, UTC+14). */
function zoneOffsetMinutes(text: string): number | undefined {
  const parts = zone.exec(text);
  if (!parts) return undefined;
  const [, sign, hours = '0', minutes = '0'] = parts;
  const size = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || size > 14 * 60) return undefined;
  return sign === '-' ? -size : size;
}

function inWholeSeconds(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}
