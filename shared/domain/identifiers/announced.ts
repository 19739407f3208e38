/** What one number behind a label is: an identifier in full, one with digits hidden, or nothing of the kind. */

import { namesNoDevice, reportingBody } from '../imei.ts';
import type { LabelSaid } from './announcing.ts';
import { type CompleteReading, readComplete } from './complete.ts';
import { type Context, contextBetween, isForeign } from './context.ts';
import type { DeviceLabel } from './device-labels.ts';
import type { Facts, Find } from './find.ts';
import { isLadder } from './foreign-numbers.ts';
import { readMasked, withoutBullet, withoutStrayTail } from './partial.ts';
import type { Readable } from './readable.ts';
import type { Group } from './written-number.ts';

export interface Announced {
  readable: Readable;
  label: DeviceLabel;
  said: LabelSaid;
  number: readonly Group[];
  /** What stands between the label, or the number before, and this one. */
  context: Context;
  /** The label really announces this number; else it was only mentioned some words before. */
  direct: boolean;
  backwards: boolean;
  /** The find right before this number, when they are listed together. */
  earlier: Find | undefined;
}

/** The identifiers at the head of one written number; none when it is a mere piece or something else. */
export function readAnnounced(announced: Announced): Find[] {
  const finds: Find[] = [];
  const { number, label, backwards } = announced;
  for (let first = 0; first < number.length; ) {
    const reading = readComplete(number, first, { label: label.kind, backwards });
    const start = number[reading?.from ?? 0]?.start;
    const end = number[(reading?.to ?? 0) - 1]?.end;
    if (reading === undefined || start === undefined || end === undefined) break;
    const earlier = finds.at(-1) ?? announced.earlier;
    if (!isBelievable(announced, reading, first, earlier)) break;
    if (namesNoDevice(reading.value.padEnd(15, '0')) === undefined) {
      const { kind, value, alternatives } = reading;
      const facts = factsOf(announced, reading, { start, end, follows: earlier !== undefined });
      finds.push({ kind, value, start, end, facts, ...(alternatives.length > 0 && { alternatives }) });
    } else if (finds.length === 0) return [];
    first = reading.to;
  }
  return finds.length > 0 ? finds : readMaskedNumber(announced);
}

/** The same where the markup or the column already says that the value is the label's, and no words have a say. */
export function readNamedValue(given: Pick<Announced, 'readable' | 'label' | 'number' | 'context'>): Find[] {
  const said = { denied: false, example: false };
  return readAnnounced({ ...given, said, direct: true, backwards: false, earlier: undefined });
}

function isBelievable(announced: Announced, reading: CompleteReading, first: number, earlier: Find | undefined): boolean {
  const { number, direct } = announced;
  if (reading.rank < 6 && (earlier !== undefined || isOvergrown(number, reading.to, first))) return false;
  if (saysOneEnd(announced.context) && reading.luhn !== true) return false;
  if (reading.length !== 15) return direct && maybeShort(announced, reading.body, earlier);
  if (!direct && (reading.luhn !== true || reading.body === 'none' || reading.reversed !== announced.backwards)) return false;
  const ladder = isLadder(number.slice(reading.from, reading.to).map((group) => group.digits));
  return !ladder || (reading.luhn === true && announced.context.content === 0);
}

/** A poor reading out of a longer number is the middle of something else (a card of 19 digits, an order of 17). */
function isOvergrown(number: readonly Group[], to: number, first: number): boolean {
  const rest = number.slice(to).reduce((sum, group) => sum + (group.how === 'mask' ? 0 : group.digits.length), 0);
  return first > 0 || rest > 0;
}

/** 14 and 16 digits carry no check: they need a reporting body, and words that do not promise a telephone number. */
function maybeShort({ readable, context, number }: Announced, body: string, earlier: Find | undefined): boolean {
  if (body === 'none' || body === 'test' || context.named === 'contact') return false;
  // "Clean IMEI, unlocked 5210…": with words of praise between, a number without check may be anything.
  if (context.cuesInSentence.has('model') || context.cuesInSentence.has('proof')) return false;
  if (readable.text.charAt((number[0]?.start ?? 0) - 1) === '+' || isLadder(number.map((group) => group.digits))) return false;
  if (earlier !== undefined) return earlier.facts.digits !== 15;
  if (isTwoNumbers(number)) return false;
  return !number.some((group) => group.how === 'look-alikes');
}

/** "0161 496 0600 / (555) 010 0405": one sign joins the groups of a number, or blanks do; a slash or bracket among blanks parts two. */
function isTwoNumbers(number: readonly Group[]): boolean {
  const gaps = new Set(number.slice(1).map(({ gap }) => gap.trim()));
  return gaps.has('') && gaps.size > 1 && [...gaps].some((gap) => /[/(),;&]/.test(gap));
}

/** "Starts with 357582 - 17.05.2024": fourteen digits and more by chance. */
function saysOneEnd({ cues }: Context): boolean {
  return cues.has('first') !== cues.has('last');
}

interface Place {
  start: number;
  end: number;
  follows: boolean;
}

function factsOf({ readable, label, said, number, context, backwards }: Announced, reading: CompleteReading, place: Place): Facts {
  const used = number.slice(reading.from, reading.to);
  const { named } = context;
  const calledOther = named === 'other' || named === 'price' || named === 'contact' ? named : undefined;
  return {
    label: label.kind,
    wordsBetween: context.words,
    digits: reading.length,
    checkDigit: reading.luhn === undefined ? 'not written' : reading.luhn ? 'right' : 'wrong',
    reportingBody: reading.body,
    ...(calledOther !== undefined && { calledOther }),
    ...(context.namedBy !== undefined && { calledBy: context.namedBy }),
    doubtfulDigits: reading.doubtful,
    readingsThatFit: reading.fits,
    ...(used.some((group) => group.how === 'words') && { words: true }),
    ...(reading.reversed && { reversed: true }),
    ...(backwards && { backwardsSaid: true }),
    ...((said.example || context.cuesInSentence.has('example') || isExample(readable, place.end)) && { example: true }),
    ...(said.denied && { denied: true }),
    ...(place.follows && { follows: true }),
  };
}

/** A number with masks, or with "…" at its end. */
function readMaskedNumber({ readable, label, said, number, context, direct, earlier }: Announced): Find[] {
  const start = number[0]?.start;
  if (start === undefined || readable.text.charAt(start - 1) === '+' || !number.some((group) => group.how === 'mask') || isForeign(context))
    return [];
  const shown = withoutStrayTail(withoutBullet(number));
  const partial = readMasked(shown);
  const end = shown.at(-1)?.end;
  if (partial === undefined || end === undefined) return [];
  if (partial.recovered !== undefined && namesNoDevice(partial.recovered) !== undefined) return [];
  const prefix = /^\d*/.exec(partial.pattern)?.[0] ?? '';
  const body = prefix.length >= 2 ? reportingBody(prefix).status : undefined;
  if ((prefix.length === 1 && partial.known < 8) || body === 'none' || body === 'test') return [];
  // "355850… 306979… 50": the pieces of one number, not a list of several.
  if (earlier !== undefined && body !== undefined && body !== 'allocating') return [];
  // A number that the label does not announce must look like one by itself: telephones and cards are masked too.
  if (!direct && !(partial.exact && body === 'allocating' && partial.known >= 6 && !context.sentenceEnded && !context.apart)) return [];
  const facts: Facts = {
    label: label.kind,
    wordsBetween: context.words,
    known: partial.known,
    shownBy: 'mask',
    ...(body !== undefined && { reportingBody: body }),
    ...((said.example || context.cuesInSentence.has('example') || isExample(readable, end)) && { example: true }),
    ...(said.denied && { denied: true }),
  };
  const recovered = partial.recovered === undefined ? {} : { value: partial.recovered, recovered: true };
  return [{ kind: 'partial', pattern: partial.pattern, ...recovered, start, end, facts }];
}

/** "35xxxxxxxxxxxxx (example)". */
function isExample(readable: Readable, end: number): boolean {
  const comment = /^\s?\([^)\n]{0,30}\)/.exec(readable.folded.slice(end, end + 34))?.[0] ?? '';
  return comment !== '' && contextBetween(readable, end, end + comment.length - 1).cues.has('example');
}
