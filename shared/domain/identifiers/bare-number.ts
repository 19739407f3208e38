/** Fifteen digits without a label: an IMEI only if the check digit, the reporting body, the grouping and the words around all allow it. */

import { isImei, namesNoDevice, reportingBody } from '../imei.ts';
import { type Context, contextBetween, isLetter } from './context.ts';
import type { DeviceLabel } from './device-labels.ts';
import type { Facts, Find } from './find.ts';
import { isCoordinates, isLadder } from './foreign-numbers.ts';
import { labelFacts } from './label-language.ts';
import type { Readable } from './readable.ts';
import { nameInAddress } from './written-address.ts';
import { digitRunEnd, type Group, isDigit, readNumber } from './written-number.ts';

/** Groupings printed on boxes and screens, and plain runs. */
const usualGroups = new Set(['15', '2-6-6-1', '6-2-6-1', '8-6-1', '8-7', '2-13', '14-1', '5-5-5', '3-3-3-3-3', '4-4-4-3', '6-8-1', '2-4-4-4-1', '7-8', '6-6-3', '6-9', '3-4-4-4', '2-2-2-2-2-2-2-1']); // biome-ignore format: a list

/** Reads the bare numbers that stand outside `taken`. Spans of `taken` are in order of their start. */
export function readBare(readable: Readable, labels: readonly DeviceLabel[], taken: readonly { start: number; end: number }[]): Find[] {
  const { text } = readable;
  const finds: Find[] = [];
  let next = 0;
  let previousEnd = 0;
  for (let at = 0; at < text.length; ) {
    if (!isDigit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    while (next < taken.length && (taken[next]?.end ?? 0) <= at) next++;
    const span = taken[next];
    if (span !== undefined && span.start <= at) {
      previousEnd = at = span.end;
      continue;
    }
    const groups = readNumber(readable, at, span?.start ?? text.length, 'strict');
    const end = groups.at(-1)?.end ?? digitRunEnd(text, at, text.length);
    for (const stretch of stretchesOf(groups)) {
      const find = readStretch(readable, labels, stretch, previousEnd);
      if (find !== undefined) finds.push(find);
    }
    // Short numbers ("256", "12 months") do not part a label from its number.
    if (end - at >= 5) previousEnd = end;
    at = end;
  }
  return finds;
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

function readStretch(readable: Readable, labels: readonly DeviceLabel[], groups: Group[], previousEnd: number): Find | undefined {
  const { text, folded } = readable;
  const start = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? 0;
  const value = groups.map((group) => group.digits).join('');
  const body = reportingBody(value).status;
  if (!isImei(value) || body === 'none' || body === 'test' || namesNoDevice(value) !== undefined) return undefined;
  if (isLetter(folded.charCodeAt(start - 1)) || '+£$€₹-'.includes(text.charAt(start - 1) || ' ')) return undefined;
  if (isPartOfLonger(text, start, end)) return undefined;
  if (isLadder(groups.map((group) => group.digits)) || isCoordinates(text.slice(start, end))) return undefined;
  const address = nameInAddress(readable, start, end);
  if (address === 'something else') return undefined;
  // The words of an address are its path: what it calls the number has been read from that.
  const before = contextBetween(folded, address === 'names it' ? start : previousEnd, start);
  const label = labelBehind(readable, labels, end);
  const named = label === undefined ? calledOther(before, contextBehind(folded, end)) : undefined;
  const facts: Facts = {
    label: label?.kind ?? (address === 'names it' ? 'name' : before.named === 'device' || before.named === 'serial' ? 'device' : 'none'),
    ...(label !== undefined && labelFacts(readable, label)),
    digits: 15,
    checkDigit: 'right',
    doubtfulDigits: 0,
    readingsThatFit: 1,
    reportingBody: body,
    ...(named !== undefined && named.named !== undefined && { calledOther: named.named, calledBy: named.namedBy ?? '' }),
    ...(before.cues.has('example') && { example: true }),
    ...(!usualGroups.has(groups.map((group) => group.digits.length).join('-')) && { oddGroups: true }),
  };
  return { kind: 'imei', value, start, end, facts };
}

/** Digits, dots or commas right before or behind make it the middle of a longer number or a decimal. */
function isPartOfLonger(text: string, start: number, end: number): boolean {
  return /[\d][.,:]?$/.test(text.slice(Math.max(0, start - 2), start)) || /^[.,:]?\d/.test(text.slice(end, end + 2));
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

/** "356… (IMEI)", "356… is the IMEI": a label right behind, on the line. */
function labelBehind(readable: Readable, labels: readonly DeviceLabel[], end: number): DeviceLabel | undefined {
  const label = labels[firstFrom(labels, end)];
  if (label === undefined || label.start - end > 24) return undefined;
  const between = readable.folded.slice(end, label.start);
  if (/[\n\d.;]/.test(between)) return undefined;
  return contextBetween(readable.folded, end, label.start).words <= 3 ? label : undefined;
}

/** "356… (order number)", "356… is my tracking id". */
function contextBehind(folded: string, end: number): Context | undefined {
  const match = /^\s?(?:[([=–-]|\s(?:is|was|ist|est|es|e|to|jest|este)\s)[^\n\d.;)\]]{0,40}/.exec(folded.slice(end, end + 48));
  return match === null ? undefined : contextBetween(folded, end, end + match[0].length);
}

function calledOther(before: Context, behind: Context | undefined): Pick<Context, 'named' | 'namedBy'> | undefined {
  for (const context of [before, behind]) {
    if (context?.named !== undefined && context.named !== 'device' && context.named !== 'serial') return context;
  }
  return undefined;
}
