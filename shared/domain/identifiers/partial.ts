/** An IMEI of which only some digits are shown. The frame is always 15 places: what is shown first stands left, what is shown last stands right. */

import { isImei } from '../imei.ts';
import type { Group } from './written-number.ts';

export interface PartialReading {
  /** 15 characters, `?` for an unknown digit. */
  pattern: string;
  known: number;
  /** Completed by the check digit where exactly one digit is hidden. */
  recovered?: string;
  /** The signs and digits together make 15 or the digits stand at one end: the places are certain. */
  placed: boolean;
}

/** Reads a number with masks: `35xxxxxxxxxxx46`, `••••3809`, `35693803…`. Undefined when nothing useful is shown or all is shown. */
export function readMasked(groups: readonly Group[]): PartialReading | undefined {
  const total = groups.reduce((sum, group) => sum + group.digits.length, 0);
  const written = groups.map((group) => group.digits).join('');
  const elastic = groups.some((group) => group.how === 'mask' && group.digits === '');
  if (total === 15 && !elastic) return pattern(written, true);
  const firstMask = groups.findIndex((group) => group.how === 'mask');
  const lastMask = groups.findLastIndex((group) => group.how === 'mask');
  if (firstMask < 0) return undefined;
  const prefix = digitsOf(groups.slice(0, firstMask));
  const suffix = digitsOf(groups.slice(lastMask + 1));
  return framed(prefix, suffix);
}

/** The pattern of the digits known from the two ends: `framed('35', '46')` gives `35???????????46`. Undefined when they do not fit in. */
export function framed(prefix: string, suffix: string): PartialReading | undefined {
  const hidden = 15 - prefix.length - suffix.length;
  return hidden < 1 ? undefined : pattern(prefix + '?'.repeat(hidden) + suffix, hidden > 1);
}

/** Fewer known digits than two say nothing; fourteen and the right place for the gap give the fifteenth. */
function pattern(written: string, placed: boolean): PartialReading | undefined {
  const known = 15 - (written.match(/\?/g)?.length ?? 0);
  if (known < 2 || known === 15) return undefined;
  const recovered = known === 14 && placed ? solve(written) : undefined;
  return { pattern: written, known, placed, ...(recovered === undefined ? {} : { recovered }) };
}

/** The one digit for which the Luhn sum comes out: there is always exactly one (each place maps the ten digits onto ten sums). */
function solve(written: string): string | undefined {
  for (let digit = 0; digit < 10; digit++) {
    const candidate = written.replace('?', String(digit));
    if (isImei(candidate)) return candidate;
  }
  return undefined;
}

function digitsOf(groups: readonly Group[]): string {
  return groups.map((group) => group.digits).join('');
}
