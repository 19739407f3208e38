/** Fifteen digits without a label: an IMEI only if the check digit, the reporting body, the grouping and the words around all allow it. */

import { isImei, namesNoDevice, reportingBody } from '../imei.ts';
import { namesBefore } from './announcing.ts';
import { callingOf, isForeignName, type Listed } from './calling.ts';
import { contextBetween } from './context.ts';
import type { DeviceLabel } from './device-labels.ts';
import type { Facts, Find } from './find.ts';
import { isCoordinates, isLadder } from './foreign-numbers.ts';
import { labelFacts } from './label-language.ts';
import { isLetter } from './letters.ts';
import type { Readable } from './readable.ts';
import { nameInAddress } from './written-address.ts';
import { digitRunEnd, type Group, isDigit, readNumber } from './written-number.ts';

/** Groupings printed on boxes and screens, and plain runs. */
const usualGroups = new Set(['15', '2-6-6-1', '6-2-6-1', '8-6-1', '8-7', '2-13', '14-1', '5-5-5', '3-3-3-3-3', '4-4-4-3', '6-8-1', '2-4-4-4-1', '7-8', '6-6-3', '6-9', '3-4-4-4', '2-2-2-2-2-2-2-1']); // biome-ignore format: a list

/** Numbers that stand no further apart may be a list: "356…, 351… and 355…". */
const MOST_BETWEEN_LISTED = 8;
/** Shorter numbers ("256", "12 months") do not part a label from its number. */
const LEAST_PARTING = 5;
/** Shorter numbers start no list of numbers like ours. */
const LEAST_LISTED = 6;

/** Reads the bare numbers that stand outside `taken`. Spans of `taken` are in order of their start. */
export function readBare(readable: Readable, labels: readonly DeviceLabel[], taken: readonly { start: number; end: number }[]): Find[] {
  const { text } = readable;
  const reader = new BareReader(readable, labels);
  let next = 0;
  for (let at = 0; at < text.length; ) {
    if (!isDigit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    while (next < taken.length && (taken[next]?.end ?? 0) <= at) next++;
    const span = taken[next];
    if (span !== undefined && span.start <= at) {
      at = span.end;
      reader.startBehind(at);
      continue;
    }
    const groups = readNumber(readable, at, span?.start ?? text.length, 'strict');
    const end = groups.at(-1)?.end ?? digitRunEnd(text, at, text.length);
    for (const stretch of stretchesOf(groups)) reader.read(stretch, at);
    reader.pass(at, end);
    at = end;
  }
  return reader.finds;
}

class BareReader {
  readonly finds: Find[] = [];
  private readonly readable: Readable;
  private readonly labels: readonly DeviceLabel[];
  /** Where the words before the next number start. */
  private previousEnd = 0;
  private listed: Listed | undefined;

  constructor(readable: Readable, labels: readonly DeviceLabel[]) {
    this.readable = readable;
    this.labels = labels;
  }

  startBehind(end: number): void {
    this.previousEnd = end;
    this.listed = undefined;
  }

  /** One stretch of a chain of numbers that starts at `chain`; what stands before it there is a number of its own. */
  read(groups: Group[], chain: number): void {
    const start = groups[0]?.start ?? 0;
    this.pass(chain, beforeGap(this.readable.text, start));
    const find = readStretch(this.readable, this.labels, { groups, previousEnd: this.previousEnd, listed: this.listed });
    if (find === undefined) return;
    this.finds.push(find);
    this.pass(find.start, find.end, find.facts);
  }

  /** Goes on behind a number, keeping in mind which list it may belong to and what it was called. */
  pass(start: number, end: number, facts?: Facts): void {
    const { listed, previousEnd } = this;
    if (end <= previousEnd || end - start < LEAST_PARTING) return;
    const from = Math.max(start, previousEnd);
    const goesOn = listed !== undefined && listed.end === previousEnd && from - listed.end <= MOST_BETWEEN_LISTED;
    const first = goesOn ? listed : { start: from, previousEnd };
    const calling = { named: facts?.calledOther, namedBy: facts?.calledBy };
    this.listed = end - from < LEAST_LISTED ? undefined : { start: first.start, previousEnd: first.previousEnd, end, ...calling };
    this.previousEnd = end;
  }
}

/** Where the digits before a gap end. */
function beforeGap(text: string, start: number): number {
  let end = start;
  while (end > 0 && !isDigit(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The stretches of a chain of groups that could be one number: 15 digits in one piece, or held together by one kind of separator. */
function stretchesOf(groups: readonly Group[]): Group[][] {
  const stretches: Group[][] = [];
  let from = 0;
  for (let i = 0; i <= groups.length; i++) {
    const gap = groups[i]?.gap;
    const uniform = i > from && i < groups.length && (i === from + 1 || gap === groups[from + 1]?.gap);
    if (uniform || i === 0) continue;
    const run = groups.slice(from, i);
    if (lengthOf(run) === 15) stretches.push(run);
    else for (const group of run) if (group.digits.length === 15) stretches.push([group]);
    from = i;
  }
  return stretches;
}

function lengthOf(groups: readonly Group[]): number {
  return groups.reduce((sum, group) => sum + group.digits.length, 0);
}

interface Stretch {
  groups: Group[];
  /** Where the words before the number start: behind the number before. */
  previousEnd: number;
  /** The number before, where this one may be the next of its list. */
  listed: Listed | undefined;
}

function readStretch(readable: Readable, labels: readonly DeviceLabel[], { groups, previousEnd, listed }: Stretch): Find | undefined {
  const { text, folded } = readable;
  const start = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? 0;
  const value = groups.map((group) => group.digits).join('');
  const body = reportingBody(value).status;
  if (!isImei(value) || body === 'none' || body === 'test' || namesNoDevice(value) !== undefined) return undefined;
  if (isLetter(folded.charCodeAt(start - 1)) || '+£$€₹-@'.includes(text.charAt(start - 1) || ' ')) return undefined;
  if (isGluedBehind(readable, labels, end)) return undefined;
  if (isLadder(groups.map((group) => group.digits)) || isCoordinates(text.slice(start, end))) return undefined;
  const address = nameInAddress(readable, start, end);
  if (address === 'something else' || isPartOfLonger(text, start, end)) return undefined;
  // "10.1016/35…", but "/2024/05/35….png" has been read as a name.
  if (address === 'no address' && /\d\/$/.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  // The words of an address are its path: what it calls the number has been read from that.
  const behind = labelBehind(readable, labels, end);
  const place = { start, end, previousEnd, listed, labelled: behind !== undefined };
  const calling = address === 'names it' ? {} : callingOf(readable, place);
  // A word nobody knows before the number ("… blå. 356… är IMEI-numret") does not outweigh the label behind it.
  const label = isForeignName(calling.named) && calling.named !== 'unknown' ? undefined : behind;
  const facts: Facts = {
    label: label?.kind ?? (address === 'names it' ? 'name' : calling.named === 'device' || calling.named === 'serial' ? 'device' : 'none'),
    ...(label !== undefined && labelFacts(readable, label)),
    digits: 15,
    checkDigit: 'right',
    doubtfulDigits: 0,
    readingsThatFit: 1,
    reportingBody: body,
    ...(label === undefined && isForeignName(calling.named) && { calledOther: calling.named, calledBy: calling.namedBy ?? '' }),
    ...(calling.example && { example: true }),
    ...(isDenied(readable, labels, end) && { denied: true }),
    ...(!usualGroups.has(groups.map((group) => group.digits.length).join('-')) && { oddGroups: true }),
  };
  return { kind: 'imei', value, start, end, facts };
}

/** "35…px", "35…e10", "35…%", "35…@example", "35… EUR": part of something else, unless it is the label that follows at once. */
function isGluedBehind({ folded }: Readable, labels: readonly DeviceLabel[], end: number): boolean {
  if (/^(?:[%@]| ?[€£$₹₽¥₺₴฿]| ?(?:eur|usd|gbp|euro|pln|lei|руб|tl)(?![a-z]))/.test(folded.slice(end, end + 6))) return true;
  const code = folded.charCodeAt(end);
  return isLetter(code) && code < 0x2e00 && labels[firstFrom(labels, end)]?.start !== end;
}

/** Digits, dots, commas or underscores right before or behind make it the middle of a longer number, a decimal or the name of a file. */
function isPartOfLonger(text: string, start: number, end: number): boolean {
  return /\d[.,:_]?$/.test(text.slice(Math.max(0, start - 2), start)) || /^[.,:_]?\d/.test(text.slice(end, end + 2));
}

/** Index of the first label that starts at or behind a place; labels are in order. */
function firstFrom(labels: readonly DeviceLabel[], place: number): number {
  let low = 0;
  let high = labels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((labels[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "356… is not the IMEI", whatever is said next. */
function isDenied(readable: Readable, labels: readonly DeviceLabel[], end: number): boolean {
  const label = labels[firstFrom(labels, end)];
  return label !== undefined && label.start - end <= 24 && contextBetween(readable, end, label.start).near.has('negation');
}

/** "356… (IMEI)", "356… is the IMEI": a label right behind, on the line, that announces nothing else and of which nothing more is said. */
function labelBehind(readable: Readable, labels: readonly DeviceLabel[], end: number): DeviceLabel | undefined {
  const label = labels[firstFrom(labels, end)];
  return label !== undefined && label.start - end <= 24 && namesBefore(readable, label, end, 3) ? label : undefined;
}
