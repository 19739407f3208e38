/** Numbers behind a label that are too short to be one: the two halves of an IMEI, or "ends 4321", "starts 3569". */

import { isImei, namesNoDevice, reportingBody } from '../imei.ts';
import { type Context, contextBetween, isForeign } from './context.ts';
import type { DeviceLabel } from './device-labels.ts';
import type { Facts, Find } from './find.ts';
import { isTelephone } from './foreign-numbers.ts';
import type { WrittenNumber } from './next-number.ts';
import { framed } from './partial.ts';
import type { Readable } from './readable.ts';
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
}

/** A whole IMEI when the pieces make one, else a partial of what is said to be its beginning and end. */
export function readPieces(readable: Readable, label: DeviceLabel, pieces: readonly Piece[]): Find[] {
  const parts = partsOf(readable, label, pieces);
  return joined(label, parts) ?? ends(readable, label, parts);
}

function partsOf(readable: Readable, label: DeviceLabel, pieces: readonly Piece[]): Part[] {
  const parts: Part[] = [];
  let count: { digits: number; shows: End } | undefined;
  for (const [index, piece] of pieces.entries()) {
    if (piece.context.named === 'contact' || piece.groups.some((group) => group.how === 'mask')) continue;
    if (isDateOrTime(readable, piece.groups)) continue;
    let groups = piece.groups;
    const shows = endShown(readable, label, piece, index === 0);
    const [head, ...rest] = groups;
    const restLength = rest.reduce((sum, group) => sum + group.digits.length, 0);
    // "part one 3569": the word counts the parts.
    if (head?.how === 'words' && head.digits.length === 1 && rest.length > 0) groups = rest;
    // "last 4: 6619": the 4 counts what follows it.
    else if (head !== undefined && head.digits.length === 1 && rest.length > 0 && Number(head.digits) === restLength) groups = rest;
    groups = withoutCount(readable, untilLineEnd(groups));
    const digits = groups.map((group) => group.digits).join('');
    if (digits.length <= 2 && groups.length === 1 && pieces[index + 1] !== undefined) {
      count = { digits: Number(digits), shows };
      continue;
    }
    const counted = count?.digits === digits.length ? count.shows : undefined;
    const start = groups[0]?.start ?? piece.start;
    parts.push({
      digits,
      start,
      end: groups.at(-1)?.end ?? piece.end,
      shows: shows ?? counted,
      words: piece.context.words,
      tied: piece.context.cues.has('part'),
      direct: piece.direct,
      context: piece.context,
    });
    count = undefined;
  }
  return parts;
}

/** "35 or 86, 15 digits": the last number counts digits. */
function withoutCount(readable: Readable, groups: Group[]): Group[] {
  const last = groups.at(-1);
  if (last === undefined || groups.length < 2 || last.digits.length > 2) return groups;
  const word = /^ [^\W\d_]+/u.exec(readable.folded.slice(last.end, last.end + 12))?.[0] ?? '';
  const { cues } = contextBetween(readable, last.end, last.end + word.length);
  return cues.has('numbering') ? groups.slice(0, -1) : groups;
}

/** "14:52", "31/12/2024", "2024-12-31": "ends" says when. */
function isDateOrTime({ text }: Readable, groups: readonly Group[]): boolean {
  const written = text.slice(groups[0]?.start ?? 0, groups.at(-1)?.end ?? 0);
  return /^(?:[0-2]?\d[:h][0-5]\d|(?:[0-3]?\d[./-]){2}(?:19|20)?\d\d|20\d\d-\d\d-\d\d)$/.test(written);
}

/** A piece stands on one line; what the next line holds is something else. */
function untilLineEnd(groups: readonly Group[]): Group[] {
  const next = groups.findIndex((group, i) => i > 0 && group.gap.includes('\n'));
  return next < 0 ? [...groups] : groups.slice(0, next);
}

function endShown(readable: Readable, label: DeviceLabel, piece: Piece, isFirst: boolean): End {
  const { folded } = readable;
  // "IMEI clean, auction ends 10:44": nothing may stand between "ends" and what it ends in.
  const { near, sentenceEnded, subject, apart } = contextBetween(readable, Math.max(label.end, piece.start - 44), piece.start);
  if (subject !== undefined && (apart || sentenceEnded)) return undefined;
  if (near.has('last') !== near.has('first')) return near.has('last') ? 'last' : 'first';
  if (near.has('last')) return 'last';
  if (!isFirst || !piece.direct) return undefined;
  const before = contextBetween(readable, Math.max(0, label.start - 40), label.start).near;
  const comment = /^[^\n\d.;]{0,28}/.exec(folded.slice(piece.end, piece.end + 28))?.[0] ?? '';
  const behind = contextBetween(readable, piece.end, piece.end + comment.length).cues;
  if (behind.has('last') !== behind.has('first')) return behind.has('last') ? 'last' : 'first';
  if (behind.has('hidden') || (behind.has('part') && behind.size < 5)) return 'first';
  if (before.has('last') !== before.has('first')) return before.has('last') ? 'last' : 'first';
  return undefined;
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
        if (turned && some[0]?.shows !== 'last' && some[1]?.shows !== 'first') continue;
        const said = some.slice(1).every((part) => part.tied || part.shows !== undefined || (part.words <= 1 && some[0]?.direct));
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

function ends(readable: Readable, label: DeviceLabel, parts: readonly Part[]): Find[] {
  const first = parts.find((part) => part.shows === 'first' && isBeginning(readable, part));
  const last = parts.find((part) => part.shows === 'last' && isEnding(part));
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
