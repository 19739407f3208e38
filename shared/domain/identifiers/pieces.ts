/** Numbers behind a label that are too short to be one: the two halves of an IMEI, or "ends 4321", "starts 3569". */

import { isImei, namesNoDevice, reportingBody } from '../imei.ts';
import { type Context, contextBetween, isForeign } from './context.ts';
import type { DeviceLabel } from './device-labels.ts';
import type { Facts, Find } from './find.ts';
import { isTelephone } from './foreign-numbers.ts';
import type { WrittenNumber } from './next-number.ts';
import { framed } from './partial.ts';
import type { Readable } from './readable.ts';
import type { Meaning } from './vocabulary.ts';
import type { Group } from './written-number.ts';

export interface Piece extends WrittenNumber {
  context: Context;
  /** The label announces it, rather than being mentioned some words before. */
  direct: boolean;
}

/** Which end of the IMEI a piece shows, as the words beside it say. */
type End = 'first' | 'last' | undefined;

interface Part {
  digits: string;
  start: number;
  end: number;
  shows: End;
  words: number;
  /** A word such as "then", "half", "rest" ties it to the piece before. */
  tied: boolean;
  direct: boolean;
  context: Context;
  /** The number of digits that are not shown is said behind it. */
  rest: boolean;
}

/** A whole IMEI when the pieces make one, else a partial of what is said to be its beginning and end. */
export function readPieces(readable: Readable, label: DeviceLabel, pieces: readonly Piece[]): Find[] {
  const parts = partsOf(readable, label, pieces, false);
  // "3585360525 then 5 more": no whole can be made with what is counted, not written.
  if (parts.some(({ rest }) => rest)) return ends(readable, label, parts);
  const whole = joined(label, parts);
  if (whole !== undefined) return whole;
  // "part 1: 3569, part 2: 3803": a digit that numbers the parts.
  if (pieces.some(({ context, groups }) => context.cues.has('part') && groups[0]?.digits.length === 1)) {
    const numbered = joined(label, partsOf(readable, label, pieces, true));
    if (numbered !== undefined) return numbered;
  }
  return ends(readable, label, parts);
}

function partsOf(readable: Readable, label: DeviceLabel, pieces: readonly Piece[], numbered: boolean): Part[] {
  const parts: Part[] = [];
  const shown = endsShown(readable, label, pieces);
  let count: { digits: number; shows: End } | undefined;
  for (const [index, piece] of pieces.entries()) {
    const shows = shown[index];
    const isNumbered = numbered && piece.context.cues.has('part');
    const beginning = untilHiddenCount(readable, piece, undefined) ?? untilHiddenCount(readable, piece, pieces[index + 1]);
    const groups = beginning ?? withoutTotal(readable, untilNextThought(withoutCount(piece.groups, isNumbered), shows !== undefined));
    if (piece.context.named === 'contact' || groups.some((group) => group.how === 'mask')) continue;
    const digits = groups.map((group) => group.digits).join('');
    const isNumber = isNumbered && piece.groups.length === 1 && digits.length === 1 && pieces[index + 1] !== undefined;
    if (countsNext(pieces, index) || isNumber) {
      count = { digits: Number(digits), shows };
      continue;
    }
    const counted = count?.digits === digits.length ? count.shows : undefined;
    const start = groups[0]?.start ?? piece.start;
    parts.push({
      digits,
      start,
      end: groups.at(-1)?.end ?? piece.end,
      shows: beginning === undefined ? (shows ?? counted) : 'first',
      words: piece.context.words,
      tied: piece.context.cues.has('part') && piece.context.lineBreaks === 0,
      direct: piece.direct,
      context: piece.context,
      rest: beginning !== undefined,
    });
    count = undefined;
  }
  return parts;
}

/** "last 4: 6619", "part one 3569": the first digits count what follows them, or number it. */
function withoutCount(groups: readonly Group[], numbered: boolean): readonly Group[] {
  const [head, ...rest] = groups;
  if (head === undefined || rest.length === 0) return groups;
  const counts = head.digits.length <= 2 && Number(head.digits) === lengthOf(untilNextThought(rest, true));
  const isWord = head.how === 'words' && head.digits.length === 1;
  return counts || isWord || (numbered && head.digits.length === 1) ? rest : groups;
}

/** "35 or 86, 15 digits": the last number counts digits. */
function withoutTotal(readable: Readable, groups: readonly Group[]): readonly Group[] {
  const last = groups.at(-1);
  if (last === undefined || groups.length < 2 || last.digits.length > 2) return groups;
  const word = /^ [^\W\d_]+/u.exec(readable.folded.slice(last.end, last.end + 12))?.[0] ?? '';
  const { cues } = contextBetween(readable, last.end, last.end + word.length);
  return cues.has('numbering') ? groups.slice(0, -1) : groups;
}

function lengthOf(groups: readonly Group[]): number {
  return groups.reduce((sum, group) => sum + group.digits.length, 0);
}

/** A piece stands on one line; when words say which end it shows, a comma, a stop or a spaced dash ends it too: "starts 357582 - 17.05.2024". */
function untilNextThought(groups: readonly Group[], said: boolean): readonly Group[] {
  const stop = said ? /[\n,;|]|[.:]\s|\s[-–/]\s/ : /\n/;
  const next = groups.findIndex((group, i) => i > 0 && stop.test(group.gap));
  return next < 0 ? groups : groups.slice(0, next);
}

/**
 * Which end each piece shows. The words that say so stand before each number ("starts 3569, ends 43"), before the label
 * ("first six of the imei 356938, last two 43") or behind each number ("356938 at the start, 43 at the end", "3569 se shuru").
 */
function endsShown(readable: Readable, label: DeviceLabel, pieces: readonly Piece[]): End[] {
  const { folded } = readable;
  const leads = pieces.map((_, index) => lead(readable, label, pieces, index));
  if (leads[0] !== undefined) return leads;
  const [first] = pieces;
  if (first === undefined || !first.direct) return leads;
  const trails = pieces.map((_, index) => trail(readable, pieces, index));
  const beforeLabel = oneEnd(contextBetween(readable, sentenceStart(folded, label.start), label.start).near);
  if (beforeLabel !== undefined && (trails[0] === undefined || leads[1] !== undefined)) return [beforeLabel, ...leads.slice(1)];
  if (trails[0] !== undefined) return trails;
  const behind = contextBetween(readable, first.end, commentEnd(folded, first.end)).cues;
  // "second part 3527, first part 3565…": the part behind is the next piece, and says itself which.
  const restFollows = behind.has('part') && behind.size < 5 && leads[1] !== 'first';
  if (behind.has('hidden') || restFollows) return ['first', ...leads.slice(1)];
  return [beforeLabel, ...leads.slice(1)];
}

/** What the words right before a piece say, behind the last comma; around the count in "前4位3519". */
function lead(readable: Readable, label: DeviceLabel, pieces: readonly Piece[], index: number): End {
  const piece = pieces[index];
  if (piece === undefined) return undefined;
  let before = index - 1;
  while (before >= 0 && countsNext(pieces, before)) before--;
  const from = pieces[before]?.end ?? Math.max(label.end, piece.start - 44);
  const between = readable.folded.slice(from, piece.start);
  // "als laatste \n128 GB": what the next line holds is something else, unless a colon says so.
  if (/[^:\s]\s*\n/.test(between)) return undefined;
  const comma = before < 0 ? -1 : between.lastIndexOf(',');
  const { near, subject, apart, sentenceEnded } = contextBetween(readable, from + comma + 1, piece.start);
  // "IMEI clean, auction ends 10:44": what ends is the auction.
  if (subject !== undefined && (apart || sentenceEnded)) return undefined;
  return oneEnd(near) ?? (near.has('last') ? 'last' : undefined);
}

/** "the last 4 are 6619": a piece of its own that counts the digits of the next. */
function countsNext(pieces: readonly Piece[], index: number): boolean {
  const digits = pieces[index]?.groups.map((group) => group.digits).join('') ?? '';
  const next = pieces[index + 1]?.groups;
  return digits !== '' && digits.length <= 2 && next !== undefined && lengthOf(untilNextThought(next, true)) === Number(digits);
}

/** What the words right behind a piece say: up to a comma where another number follows. */
function trail(readable: Readable, pieces: readonly Piece[], index: number): End {
  const { folded } = readable;
  const piece = pieces[index];
  if (piece === undefined) return undefined;
  const next = pieces[index + 1]?.start ?? Number.POSITIVE_INFINITY;
  const stop = Math.min(next, commentEnd(folded, piece.end));
  const comma = folded.slice(piece.end, stop).indexOf(',');
  return oneEnd(contextBetween(readable, piece.end, comma < 0 ? stop : piece.end + comma).cues);
}

function commentEnd(folded: string, from: number): number {
  return from + (/^[^\n\d.;]{0,28}/.exec(folded.slice(from, from + 28))?.[0].length ?? 0);
}

function sentenceStart(folded: string, to: number): number {
  const from = Math.max(0, to - 40);
  const before = folded.slice(from, to);
  return from + Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. '), before.lastIndexOf('!'), before.lastIndexOf('?')) + 1;
}

function oneEnd(cues: ReadonlySet<Meaning>): End {
  if (cues.has('last') === cues.has('first')) return undefined;
  return cues.has('last') ? 'last' : 'first';
}

/** Two to four pieces that make 15 digits which pass, in the order written or in the order said. */
function joined(label: DeviceLabel, parts: readonly Part[]): Find[] | undefined {
  for (let from = 0; from < parts.length; from++) {
    for (let to = from + 2; to <= Math.min(parts.length, from + 4); to++) {
      const some = parts.slice(from, to);
      const orders = [some, ...(to - from === 2 ? [[...some].reverse()] : [])];
      for (const order of orders) {
        const value = order.map((part) => part.digits).join('');
        const turned = order !== some;
        if (!isImei(value) || namesNoDevice(value) !== undefined || reportingBody(value).status === 'none') continue;
        if (turned ? some[0]?.shows !== 'last' && some[1]?.shows !== 'first' : to - from === 2 && some[1]?.shows === 'first') continue;
        const said = some.slice(1).every((part) => part.tied || part.shows !== undefined || (some[0]?.direct && goesOn(part)));
        if (!said && (!some[0]?.direct || some.some((part) => part.shows !== undefined))) continue;
        const facts: Facts = {
          label: label.kind,
          wordsBetween: some[0]?.words ?? 0,
          digits: 15,
          checkDigit: 'right',
          doubtfulDigits: 0,
          readingsThatFit: 1,
          reportingBody: reportingBody(value).status,
          pieces: some.length,
          ...(!said && { calledOther: 'vague' as const }),
        };
        return [{ kind: 'imei', value, start: some[0]?.start ?? 0, end: some.at(-1)?.end ?? 0, facts }];
      }
    }
  }
  return undefined;
}

/** A few words that name nothing else may stand between the pieces of one number. */
function goesOn({ words, context }: Part): boolean {
  return words <= 3 && !context.sentenceEnded && context.lineBreaks === 0 && !isForeign(context);
}

/** "35640133486 + 4 digits", "… and 4 more": the last group, or the next piece, counts what is not shown. */
function untilHiddenCount(readable: Readable, piece: Piece, next: Piece | undefined): readonly Group[] | undefined {
  const { folded } = readable;
  const isApart = next !== undefined && next.context.words <= 2 && !next.context.sentenceEnded && next.context.lineBreaks === 0;
  const counts = isApart ? [...piece.groups, ...next.groups.slice(0, 1)] : piece.groups;
  const count = counts.at(-1);
  const shown = counts.slice(0, -1);
  if (count === undefined || Number(count.digits) + lengthOf(shown) !== 15 || lengthOf(shown) < 4) return undefined;
  // "… 903014 (second) 9 (third)" are pieces.
  if (!/^ [\p{L}]/u.test(folded.slice(count.end, count.end + 2))) return undefined;
  const behind = contextBetween(readable, count.end, commentEnd(folded, count.end)).cues;
  return behind.has('numbering') || behind.has('part') || behind.has('hidden') ? shown : undefined;
}

function ends(readable: Readable, label: DeviceLabel, parts: readonly Part[]): Find[] {
  const said = parts.filter((part) => !isDate(readable, part));
  const first = said.find((part) => part.shows === 'first' && isBeginning(readable, part));
  const last = said.find((part) => part.shows === 'last' && isEnding(part));
  if (first !== undefined || last !== undefined) return partial(label, first, last, 'words');
  const [only] = parts;
  if (
    only === undefined ||
    parts.length > 1 ||
    !only.direct ||
    only.words > 1 ||
    only.digits.startsWith('0') ||
    only.digits.length < 8 ||
    !isBeginning(readable, only)
  )
    return [];
  return partial(label, only, undefined, 'nothing');
}

/** "ends 14:52", "ends 31/12/2024", "ends soon 2027". */
function isDate({ text }: Readable, { start, end, digits, context }: Part): boolean {
  const written = text.slice(start, end);
  if (/^(?:[0-2]?\d[:h][0-5]\d|(?:[0-3]?\d[./-]){1,2}(?:19|20)?\d\d|20\d\d-\d\d-\d\d)$/.test(written)) return true;
  return context.content > 0 && /^20[12]\d$/.test(digits);
}

function isBeginning(readable: Readable, { digits, start, context }: Part): boolean {
  const body = reportingBody(digits).status;
  if (digits.length < 2 || digits.length > 13 || body === 'none' || body === 'test' || isForeign(context)) return false;
  return !isTelephone(readable.text.slice(Math.max(0, start - 1), start), digits) || digits.startsWith('01');
}

function isEnding({ digits, context }: Part): boolean {
  return digits.length >= 2 && digits.length <= 13 && !isForeign(context);
}

function partial(label: DeviceLabel, first: Part | undefined, last: Part | undefined, shownBy: 'words' | 'nothing'): Find[] {
  const reading = framed(first?.digits ?? '', last?.digits ?? '');
  if (reading === undefined || reading.known < 3) return [];
  const places = [first, last].filter((part) => part !== undefined);
  const facts: Facts = {
    label: label.kind,
    wordsBetween: Math.min(...places.map((part) => part.words)),
    known: reading.known,
    shownBy,
    ...(first !== undefined && { reportingBody: reportingBody(first.digits).status }),
  };
  const start = Math.min(...places.map((part) => part.start));
  const end = Math.max(...places.map((part) => part.end));
  return [{ kind: 'partial', pattern: reading.pattern, start, end, facts }];
}
