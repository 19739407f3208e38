/** Which complete identifier a written number is: 15 digits, 14 without check digit, 16 with software version. */

import { checkDigit, isImei, type ReportingBodyStatus, reportingBody } from '../imei.ts';
import type { LabelKind } from './device-labels.ts';
import { isTornOut } from './torn-out.ts';
import type { Group } from './written-number.ts';

export interface CompleteReading {
  kind: 'imei' | 'imeisv' | 'meid';
  /** IMEI: 15 digits, computed check digit where none was written. IMEISV: 16. MEID: 14 decimals. */
  value: string;
  /** Digits written: 14, 15 or 16. */
  length: number;
  /** True or false where a check digit was written, undefined where none was. */
  luhn: boolean | undefined;
  body: ReportingBodyStatus;
  /** Groups used, end exclusive. */
  from: number;
  to: number;
  /** Digits that were no plain digits. */
  doubtful: number;
  /** Readings of the doubtful digits that pass the check; 1 when nothing was in doubt. */
  fits: number;
  alternatives: string[];
  reversed: boolean;
  /** Sort key: how much more plausible this is than another reading of the same number. */
  rank: number;
}

export interface ReadingHints {
  label: LabelKind | undefined;
  /** Words near by say that the digits run backwards. */
  backwards: boolean;
}

/** The likeliest complete reading of `groups` from `first` on, or undefined. Masks are taken for separators where that makes sense. */
export function readComplete(groups: readonly Group[], first: number, hints: ReadingHints): CompleteReading | undefined {
  let best: CompleteReading | undefined;
  let skipped = 0;
  for (let from = first; from < groups.length && skipped <= 2; from++) {
    for (const reading of readingsFrom(groups, from, hints)) {
      if (isTornOut(groups, first, reading)) continue;
      // "1) 35…", "/ 01 35…": a short count may stand before the number, at a price.
      const rank = reading.rank - (from > first ? 3 : 0);
      if (best === undefined || rank > best.rank) best = { ...reading, rank };
    }
    skipped += groups[from]?.digits.length ?? 0;
    if (groups[from]?.how === 'mask') break;
  }
  return best;
}

function* readingsFrom(groups: readonly Group[], from: number, hints: ReadingHints): Generator<CompleteReading> {
  let length = 0;
  let signs = 0;
  // "35… 6938… 0356…": the dots hide nothing, and misspelt words are numbers, only if fifteen digits pass.
  let mustPass = false;
  for (let to = from; to < groups.length; to++) {
    const group = groups[to];
    if (group === undefined || (group.how === 'mask' && (length === 0 || (group.single === undefined && group.digits !== '')))) return;
    if (group.how === 'mask') {
      if (group.single === undefined) mustPass = true;
      else signs++;
      continue;
    }
    length += group.digits.length;
    if (length > 16) return;
    if (group.misspelt) mustPass = true;
    if (mustPass) {
      if (length === 15) yield* passing(interpret(groups, from, to + 1, length, hints));
    } else if (length === 15 || (length > 13 && !mayHideDigit(groups, from, to + 1, signs)))
      yield* interpret(groups, from, to + 1, length, hints);
  }
}

function* passing(readings: Iterable<CompleteReading>): Generator<CompleteReading> {
  for (const reading of readings) if (reading.luhn && reading.body !== 'none' && reading.body !== 'test') yield reading;
}

/** Fourteen digits and a sign may be fifteen of which one is hidden; as a separator it must stand where groups end, and be no `x` or `?`. */
function mayHideDigit(groups: readonly Group[], from: number, to: number, signs: number): boolean {
  const next = groups[to];
  if (next?.how === 'mask' && next.gap === '') return true;
  if (signs === 0) return false;
  const sign = groups.slice(from, to).find((group) => group.how === 'mask')?.single ?? '';
  if (signs === 1 && sign !== '_') return true;
  let length = 0;
  for (const group of groups.slice(from, to)) {
    if (group.how !== 'mask') length += group.digits.length;
    else if (!'*•_'.includes(group.single ?? '') || ![2, 8, 14].includes(length)) return true;
  }
  return false;
}

function* interpret(groups: readonly Group[], from: number, to: number, length: number, hints: ReadingHints): Generator<CompleteReading> {
  const stretch = groups.slice(from, to).filter((group) => group.how !== 'mask');
  const { digits, doubts } = join(stretch);
  const last = to === groups.length || groups[to]?.how === 'mask';
  const found = resolve(digits, doubts, length === 15);
  const base = { length, from, to, doubtful: doubts.length, fits: found.fits, alternatives: found.alternatives };
  const forward = found.digits;
  yield rated(base, forward, last, hints, false);
  if (length === 15 || hints.backwards) yield rated(base, turned(forward), last, hints, true);
}

type Base = Pick<CompleteReading, 'length' | 'from' | 'to' | 'doubtful' | 'fits' | 'alternatives'>;

const bodyRank: Record<ReportingBodyStatus, number> = { allocating: 12, former: 8, test: -2, none: -2 };

function rated(base: Base, digits: string, last: boolean, hints: ReadingHints, reversed: boolean): CompleteReading {
  const body = reportingBody(digits).status;
  const luhn = base.length === 15 ? isImei(digits) : undefined;
  const kind = base.length === 16 ? 'imeisv' : base.length === 14 && hints.label === 'meid' ? 'meid' : 'imei';
  const whole = (read: string) => (base.length === 14 && kind === 'imei' ? read + checkDigit(read) : read);
  const alternatives = base.alternatives.map((other) => whole(reversed ? turned(other) : other));
  let rank = bodyRank[body] - base.doubtful * 0.5;
  if (base.length === 15) rank += luhn ? 18 : -2;
  if (base.length === 16) rank += hints.label === 'imeisv' ? 22 : last ? 4 : -6;
  if (base.length === 14) rank += (last ? 8 : -4) + (hints.label === 'meid' ? 6 : 0);
  if (reversed) rank += hints.backwards ? 6 : -9;
  else if (hints.backwards) rank -= 6;
  return { ...base, kind, value: whole(digits), alternatives, luhn, body, reversed, rank };
}

function turned(digits: string): string {
  return [...digits].reverse().join('');
}

function join(groups: readonly Group[]): { digits: string; doubts: { at: number; readings: readonly number[] }[] } {
  let digits = '';
  const doubts: { at: number; readings: readonly number[] }[] = [];
  for (const group of groups) {
    for (const doubt of group.doubts ?? []) doubts.push({ at: digits.length + doubt.at, readings: doubt.readings });
    digits += group.digits;
  }
  return { digits, doubts };
}

/** Look-alikes that can be read in two ways double the readings; beyond this many the rest keep their likeliest digit, and the readings that fit are estimated. */
const MOST_OPEN_DOUBTS = 6;

/** Tries the readings of doubtful digits, likeliest first, and lets the check digit choose where there is one. */
function resolve(
  digits: string,
  doubts: readonly { at: number; readings: readonly number[] }[],
  checked: boolean,
): { digits: string; fits: number; alternatives: string[] } {
  const ambiguous = doubts.filter(({ readings }) => readings.length > 1);
  const open = ambiguous.slice(0, MOST_OPEN_DOUBTS);
  if (open.length === 0) return { digits, fits: 1, alternatives: [] };
  let readings = [digits];
  for (const { at, readings: choices } of open) {
    readings = choices.flatMap((digit) => readings.map((reading) => reading.slice(0, at) + digit + reading.slice(at + 1)));
  }
  const fitting = checked ? readings.filter(isImei) : readings;
  const [first = digits, ...alternatives] = fitting;
  const fits = Math.max(1, fitting.length) * 2 ** (ambiguous.length - open.length);
  return { digits: first, fits, alternatives: alternatives.slice(0, 8) };
}
