/** Reads what a label announces: the number behind "IMEI:", a second one beside it, a masked one, one in pieces. */

import { namesNoDevice, reportingBody } from '../imei.ts';
import { readComplete } from './complete.ts';
import { type Context, contextBetween } from './context.ts';
import type { DeviceLabel } from './device-labels.ts';
import type { Facts, Find } from './find.ts';
import { readHexadecimal } from './meid.ts';
import { nextNumber } from './next-number.ts';
import { readMasked } from './partial.ts';
import { type Piece, readPieces } from './pieces.ts';
import type { Readable } from './readable.ts';
import { type Group, readNumber } from './written-number.ts';

/** How far behind a label its number may start. */
const REACH = 110;
/** How far behind one number the next of a list may start. */
const NEXT_REACH = 30;
/** Numbers that announce nothing after this many are not looked at. */
const MOST_NUMBERS = 12;

export interface LabelledReading {
  finds: Find[];
  /** Numbers that the label's words call something else; the bare reader leaves them alone. */
  others: { start: number; end: number }[];
}

/** Everything the label announces before `limit`, where the next label starts. */
export function readLabelled(readable: Readable, label: DeviceLabel, limit: number): LabelledReading {
  const first = readFrom(readable, label, label.end, limit);
  if (
    label.endWithoutSlot === label.end ||
    (first.finds.some(isSound) && /[:)\].]/.test(readable.text.slice(label.end - 1, label.end + 1)))
  )
    return first;
  // "imei1353…", "IMEI 3-5-1…": what looked like a slot may be the first digit.
  const second = readFrom(readable, label, label.endWithoutSlot, limit);
  return second.finds.some(isSound) || (first.finds.length === 0 && second.finds.length > 0) ? second : first;
}

function isSound(find: Find): boolean {
  return find.facts.luhn === true && find.facts.reportingBody !== 'none';
}

function readFrom(readable: Readable, label: DeviceLabel, from: number, limit: number): LabelledReading {
  const result: LabelledReading = { finds: [], others: [] };
  if (label.kind === 'meid') {
    const meid = readHexadecimal(readable, from, Math.min(limit, from + REACH));
    if (meid !== undefined) return { finds: [meid], others: [] };
  }
  const backwards = saysBackwards(readable, label, from, limit);
  const pieces: Piece[] = [];
  let anchor = from;
  for (let count = 0; count < MOST_NUMBERS || result.finds.length >= count; count++) {
    const reach = result.finds.length > 0 ? NEXT_REACH : pieces.length > 0 ? 70 : REACH;
    const number = nextNumber(readable, anchor, limit, anchor + reach);
    if (number === undefined) break;
    const context = contextBetween(readable.folded, anchor, number.start);
    if (result.finds.length > 0 ? !continues(context) : speaksOfItself(readable, label, number.start)) break;
    const announced = { readable, label, context, backwards, earlier: result.finds };
    let found = readAnnounced({ ...announced, number: number.groups });
    if (!found.some(isSound) && readable.text.slice(number.start, number.end).includes('|')) {
      const piped = readAnnounced({ ...announced, number: readNumber(readable, number.start, limit, 'piped') });
      if (piped.some(isSound)) found = piped;
    }
    if (found.length > 0) result.finds.push(...found);
    else if (result.finds.length > 0) break;
    else if (context.named === 'other' || context.named === 'price') result.others.push({ start: number.start, end: number.end });
    else pieces.push({ ...number, context });
    anchor = found.at(-1)?.end ?? number.end;
  }
  if (result.finds.length === 0 && pieces.length > 0) result.finds.push(...readPieces(readable, label, pieces));
  return result;
}

/** Words that carry a label on to its number, on this line or the next. */
const carriers = new Set(
  'is the number numbers no nr here below follows following as this my its it are code im ist lautet hier unten est voici ci dessous es aqui abajo e ecco sotto to jest ponizej abaixo mai jos'.split(
    ' ',
  ),
);

/**
 * "IMEI clean, not blacklisted", "no IMEI shown", "clean IMEI": the word is in a sentence of its own and announces no number in the next
 * one. In code it is part of another name: `imeiChecked=true,t=35…`.
 */
function speaksOfItself({ folded }: Readable, label: DeviceLabel, numberStart: number): boolean {
  const between = folded.slice(label.end, numberStart);
  if (/=[^=,;\n]{0,40}[,;]/.test(between)) return true;
  const end = /[\n!?]|\.(?=\s)|\.$/.exec(between);
  if (end === null) return false;
  const said = contextBetween(folded, label.end, label.end + end.index);
  const before = contextBetween(folded, Math.max(0, folded.lastIndexOf('\n', label.start - 1), label.start - 24), label.start);
  if (said.cues.has('proof') || before.cues.has('proof') || said.cues.has('hidden')) return true;
  const words = between.slice(0, end.index).match(/\p{L}+/gu) ?? [];
  return words.filter((word) => !carriers.has(word)).length >= 3;
}

/** A list goes on with "/", "and", "2:" or a new line, not with a new thought. */
function continues(context: Context): boolean {
  return !context.sentenceEnded && context.words <= 3 && context.lineBreaks <= 2 && !isForeign(context);
}

function isForeign(context: Context): boolean {
  return context.named === 'other' || context.named === 'price' || context.named === 'contact';
}

interface Announced {
  readable: Readable;
  label: DeviceLabel;
  number: readonly Group[];
  context: Context;
  backwards: boolean;
  earlier: readonly Find[];
}

/** The identifiers at the head of one written number; none when it is a mere piece or something else. */
function readAnnounced(announced: Announced): Find[] {
  const finds: Find[] = [];
  const { number, label, backwards } = announced;
  for (let first = 0; first < number.length; ) {
    const reading = readComplete(number, first, { label: label.kind, backwards });
    const start = number[reading?.from ?? 0]?.start;
    const end = number[(reading?.to ?? 0) - 1]?.end;
    if (reading === undefined || start === undefined || end === undefined) break;
    const earlier = [...announced.earlier, ...finds];
    if (reading.rank < 6 && (earlier.length > 0 || isOvergrown(number, reading.to, first))) break;
    const facts = factsOf(announced, reading, earlier.length > 0);
    if (reading.length !== 15 && !maybeShort(announced, reading.body, earlier)) break;
    if (namesNoDevice(reading.value.padEnd(15, '0')) === undefined) {
      const { kind, value, alternatives } = reading;
      finds.push({ kind, value, start, end, facts, ...(alternatives.length > 0 && { alternatives }) });
    } else if (finds.length === 0) return [];
    first = reading.to;
  }
  return finds.length > 0 ? finds : readMaskedNumber(announced);
}

/** A poor reading out of a longer number is the middle of something else (a card of 19 digits, an order of 17). */
function isOvergrown(number: readonly Group[], to: number, first: number): boolean {
  const rest = number.slice(to).reduce((sum, group) => sum + (group.how === 'mask' ? 0 : group.digits.length), 0);
  return first > 0 || rest > 0;
}

/** 14 and 16 digits carry no check: they need a reporting body, and words that do not promise a telephone number. */
function maybeShort({ context, earlier, number }: Announced, body: string, found: readonly Find[]): boolean {
  if (body === 'none' || body === 'test' || context.named === 'contact') return false;
  if (found.length > 0 || earlier.length > 0) return found.some(({ facts }) => facts.digits !== 15);
  return !number.some((group) => group.how === 'look-alikes');
}

type Reading = NonNullable<ReturnType<typeof readComplete>>;

function factsOf({ label, number, context, backwards }: Announced, reading: Reading, follows: boolean): Facts {
  const used = number.slice(reading.from, reading.to);
  const named = context.named;
  return {
    label: label.kind,
    wordsBetween: context.words,
    digits: reading.length,
    ...(reading.luhn !== undefined && { luhn: reading.luhn }),
    reportingBody: reading.body,
    ...(named !== undefined &&
      named !== 'device' &&
      named !== 'unknown' &&
      !(named === 'vague' || named === 'serial') && { calledOther: named }),
    ...(context.namedBy !== undefined && { calledBy: context.namedBy }),
    ...(reading.doubtful > 0 && { doubtful: reading.doubtful, readingsThatFit: reading.fits }),
    ...(used.some((group) => group.how === 'words') && { words: true }),
    ...(reading.reversed && { reversed: true, backwardsSaid: backwards }),
    ...(context.cues.has('example') && { example: true }),
    ...(follows && { follows: true }),
  };
}

/** A number with masks, or with "…" at its end. */
function readMaskedNumber({ readable, label, number, context }: Announced): Find[] {
  const start = number[0]?.start;
  const end = number.at(-1)?.end;
  if (start === undefined || end === undefined || !number.some((group) => group.how === 'mask') || isForeign(context)) return [];
  const trimmed = withoutStrayTail(number);
  const partial = readMasked(trimmed);
  if (partial === undefined) return [];
  const prefix = /^\d*/.exec(partial.pattern)?.[0] ?? '';
  const body = prefix.length >= 2 ? reportingBody(prefix).status : undefined;
  if ((prefix.length === 1 && partial.known < 8) || body === 'none' || body === 'test') return [];
  const facts: Facts = {
    label: label.kind,
    wordsBetween: context.words,
    known: partial.known,
    shownBy: 'mask',
    ...(body !== undefined && { reportingBody: body }),
    ...((context.cues.has('example') || isExample(readable, end)) && { example: true }),
  };
  const recovered = partial.recovered === undefined ? {} : { value: partial.recovered, recovered: true };
  return [{ kind: 'partial', pattern: partial.pattern, ...recovered, start, end: trimmed.at(-1)?.end ?? end, facts }];
}

/** "35xxxxxxxxxxxxx (example)". */
function isExample({ folded }: Readable, end: number): boolean {
  const comment = /^\s?\([^)\n]{0,30}\)/.exec(folded.slice(end, end + 34))?.[0] ?? '';
  return contextBetween(folded, end, end + Math.max(0, comment.length - 1)).cues.has('example');
}

/** "35693803…, 256": digits behind a gap that follows an open end are another number; so is what follows the whole fifteen, or a line end. */
function withoutStrayTail(number: readonly Group[]): readonly Group[] {
  let total = 0;
  for (const [index, group] of number.entries()) {
    const mask = number[index - 1];
    const apart = index > 0 && /[\s,;/]/.test(group.gap) && group.how !== 'mask';
    // " ... 1419" and " (hidden) 1419" stand apart on both sides, "…, 256" only on one.
    const tied =
      mask?.how === 'mask' && group.digits.length >= 3 && (/[)\]]/.test(group.gap) || (mask.gap !== '' && !group.gap.includes('\n')));
    if (total >= 15 && group.gap !== '') return number.slice(0, index);
    if (apart && number.slice(0, index).some(({ how }) => how === 'mask') && !tied && !fitsFrame(number, index))
      return number.slice(0, index);
    total += group.digits.length;
  }
  return number;
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

/** "backwards", "rückwärts", "al revés": near the label or right behind the number. */
function saysBackwards(readable: Readable, label: DeviceLabel, from: number, limit: number): boolean {
  const { folded } = readable;
  const before = contextBetween(folded, Math.max(0, label.start - 50), label.start).cues;
  if (before.has('backwards')) return true;
  return contextBetween(folded, from, Math.min(limit, folded.length, from + 110)).cues.has('backwards');
}
