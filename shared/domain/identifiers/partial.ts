/** An IMEI of which only some digits are shown. The frame is always 15 places: what is shown first stands left, what is shown last stands right. */

import { isImei } from '../imei.ts';
import type { Group } from './written-number.ts';

export interface PartialReading {
  /** 15 characters, `?` for an unknown digit. */
  pattern: string;
  known: number;
  /** Completed by the check digit where exactly one digit is hidden. */
  recovered?: string;
  /** Signs and digits together made 15. */
  exact: boolean;
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

/** "35693803 • boxed", "… 9141\n📍 Berlin": one sign apart at the end starts what comes next. */
export function withoutBullet(number: readonly Group[]): readonly Group[] {
  const last = number.at(-1);
  return last?.how === 'mask' && last.single !== undefined && last.gap !== '' ? number.slice(0, -1) : number;
}

/** "35693803…, 256": digits behind a gap that follows an open end are another number; so is what follows the whole fifteen, or a line end. */
export function withoutStrayTail(number: readonly Group[]): readonly Group[] {
  let total = 0;
  for (const [index, group] of number.entries()) {
    const mask = number[index - 1];
    const apart = index > 0 && /[\s,;/]/.test(group.gap) && group.how !== 'mask';
    // " ... 1419" and " (hidden) 1419" stand apart on both sides, "…, 256" only on one.
    const tied =
      mask?.how === 'mask' &&
      group.digits.length >= 3 &&
      (/[)\]]/.test(group.gap) || ((mask.gap !== '' || index === 1) && !group.gap.includes('\n')));
    if (total >= 15 && group.gap !== '' && !hangsOn(number, index)) return number.slice(0, index);
    if (apart && number.slice(0, index).some(({ how }) => how === 'mask') && !tied && !fitsFrame(number, index) && !hangsOn(number, index))
      return number.slice(0, index);
    total += group.digits.length;
  }
  return number;
}

/** "#### #### ##15 352 7": the gap that keeps the masked groups apart keeps the digits apart. */
function hangsOn(number: readonly Group[], index: number): boolean {
  const [first, second] = number;
  return first?.how === 'mask' && second?.how === 'mask' && number.slice(1, index + 1).every(({ gap }) => gap === '' || gap === second.gap);
}

/** Groups of signs and digits that make fifteen together belong together, whatever stands between: "35 ** **** **** 46 5". */
function fitsFrame(number: readonly Group[], index: number): boolean {
  if (number[index]?.gap.includes('\n')) return false;
  let total = 0;
  return number.some((group, i) => {
    total += group.digits.length;
    return i >= index && total === 15;
  });
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
  return { pattern: written, known, exact: placed, ...(recovered === undefined ? {} : { recovered }) };
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
