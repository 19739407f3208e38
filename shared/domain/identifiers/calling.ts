/** What a number that no label announces is called by the words on either side of it. */

import { headOfColumn } from './columns.ts';
import { type Context, contextBehind, contextBetween, type Name } from './context.ts';
import { makeReadable, type Readable } from './readable.ts';

/** The number before, which this one may stand beside in a list. */
export interface Listed {
  /** Where the words stand that name the first of the list. */
  previousEnd: number;
  start: number;
  end: number;
  /** What the last of the list was called, where it passed every test too. */
  named: Name | undefined;
  namedBy: string | undefined;
}

export interface Place {
  start: number;
  end: number;
  previousEnd: number;
  listed: Listed | undefined;
  /** A label behind the number says what it is: "356… is the IMEI". */
  labelled: boolean;
}

export interface Calling {
  named?: Name;
  namedBy?: string;
  example?: boolean;
}

/** A name that takes a number for something else than a device's; also one that nobody knows. */
export function isForeignName(name: Name | undefined): name is Exclude<Name, 'device' | 'serial'> {
  return name !== undefined && name !== 'device' && name !== 'serial';
}

/**
 * A number stands for itself only where it stands by itself: on a line, in a sentence, behind words that say what a phone is or that it
 * may be checked. Any other word beside it may be its name ("raffle 356…"), whether anybody knows the word or not.
 */
export function callingOf(readable: Readable, place: Place): Calling {
  const before = contextBetween(readable, behindOwnWords(readable, place), place.start);
  const example = before.cuesInSentence.has('example') ? { example: true } : {};
  const inRow = nameBefore(before);
  // "Handset id | 35…" is a row that names its own number; else a head of another column outweighs what stands in the cells before.
  const column = inRow?.named === 'device' && before.lineBreaks === 0 ? undefined : nameOfColumn(readable, place.start);
  if (column !== undefined) return { ...column, ...example };
  const names = [inRow, nameOfList(readable, place), place.labelled ? undefined : nameBehind(readable, place.end)];
  if (names.every((name) => name === undefined)) {
    if (isTicket(readable, place.start)) return { named: 'vague', namedBy: '#', ...example };
    if (isInCode(readable, place)) return { named: 'unknown', namedBy: 'code', ...example };
  }
  return { ...(names.find((name) => isForeignName(name?.named)) ?? names.find((name) => name !== undefined)), ...example };
}

/** "356… order\n35… imei": what stands right behind the number before, to the end of its line, is said of that one. */
function behindOwnWords({ folded }: Readable, { previousEnd, start }: Place): number {
  const rest = /^[ ()-]{0,3}\p{L}[^\n:.!?]{0,40}\n/u.exec(folded.slice(previousEnd, Math.min(start, previousEnd + 48)))?.[0] ?? '';
  return previousEnd > 0 ? previousEnd + rest.length : 0;
}

type Called = Pick<Calling, 'named' | 'namedBy'> | undefined;

function nameOfColumn(readable: Readable, start: number): Called {
  const head = headOfColumn(readable.folded, start);
  if (head === undefined) return undefined;
  const { named, namedBy = '', stranger } = contextBetween(makeReadable(head), 0, head.length);
  if (named !== undefined) return { named, namedBy };
  return stranger === undefined ? undefined : { named: 'unknown', namedBy: stranger };
}

/** "#35…" with nothing else: whatever it is the number of. */
function isTicket({ text }: Readable, start: number): boolean {
  return text.charAt(start - 1) === '#' && text.charAt(start - 2) !== '6';
}

/** `{"x":"35…"}`, `["35…",3001]`: pasted code, where a number is somebody's id. */
function isInCode({ text }: Readable, { start, end }: Place): boolean {
  const before = /[:,[{(]\s?["'\\]{1,9}$/.test(text.slice(Math.max(0, start - 12), start));
  return before ? /^["'\\]{1,9}\s?[:,\]})]/.test(text.slice(end, end + 12)) : /^["'\\]{1,9}:/.test(text.slice(end, end + 12));
}

function nameBefore({ named, namedBy = '', stranger, strangers, apart, placedOn }: Context): Called {
  // "IMEI-Tool.exe 35…", "IMEI ok / parcel 35…": more is said than which device's number it is.
  const isDevice = !apart && strangers === 0;
  if (named !== undefined && named !== 'contact' && (isForeignName(named) || isDevice)) return { named, namedBy };
  // Fifteen digits that pass every test are nobody's telephone number; who names one beside it may mean the message it is in.
  const unknown = stranger ?? placedOn ?? (named === 'contact' ? namedBy : undefined);
  return unknown === undefined ? undefined : { named: 'unknown', namedBy: unknown };
}

/** How far the words behind a number are looked at. */
const REACH = 60;
/** A sentence of more words behind a number is about something else. */
const MOST_WORDS = 6;

/** "356… (order number)", "356… is my tracking id", "356… raffle". */
function nameBehind(readable: Readable, from: number): Called {
  const { text, folded } = readable;
  const limit = Math.min(folded.length, from + REACH);
  // The dash on the next line begins another item.
  const tie = /^(?: ?(?:[([=:←<]|-+>?\s|[•/|]\s?)|\s{0,2}[\^↑])/.exec(folded.slice(from, from + 5))?.[0];
  const tied = tie !== undefined;
  const bracket = tied ? folded.slice(from, limit).indexOf(')') : -1;
  const { context, end } = contextBehind(readable, from + (tie?.length ?? 0), bracket < 0 ? limit : from + bracket);
  // "356… call 07…": who offers to talk names nothing.
  if (context.words === 0 || context.named === 'contact') return undefined;
  const { named, namedBy = '', subject, content, words } = context;
  const isWhole = bracket >= 0 || end < limit || end === folded.length;
  const isShort = isWhole && words <= MOST_WORDS;
  if (!tied && words > 2 && startsSentence(text, from) && !(isShort && named === 'other')) return undefined;
  // Where more follows, only the first words name the number.
  if (named !== undefined && (context.contentBeforeName <= (named === 'other' ? 1 : 0) || isShort || tied)) return { named, namedBy };
  const isNoun = tied || (isWhole && content <= 3) || isUnknownAt(readable, from);
  return named === undefined && subject !== undefined && isNoun ? { named: 'unknown', namedBy: subject } : undefined;
}

/** "35… satisfied customers": the very next word is one that nobody knows, and goes on with the sentence. */
function isUnknownAt(readable: Readable, from: number): boolean {
  const first = /^ [^\s\d]+/.exec(readable.folded.slice(from, from + 30))?.[0] ?? '';
  return !startsSentence(readable.text, from) && contextBetween(readable, from, from + first.length).stranger !== undefined;
}

function startsSentence(text: string, end: number): boolean {
  const first = /^[^\p{L}\n]{1,4}(\p{L})/u.exec(text.slice(end, end + 6))?.[1] ?? '';
  return first !== first.toLowerCase();
}

/** The next of a list is what the one before is: "tracking nos 356…, 351… and 355…". */
function nameOfList(readable: Readable, { start, previousEnd, listed }: Place): Called {
  if (listed === undefined) return undefined;
  const between = contextBetween(readable, previousEnd, start);
  // "EAN 0194252246309. 356…": a full stop ends a list of other numbers.
  if (/(?:^|\D)\d{1,14}\s?[.;]\s$|\d{16}\s?[.;]\s$/.test(readable.text.slice(Math.max(0, start - 24), start))) return undefined;
  if (between.content > 0 || between.lineBreaks > 1 || start - previousEnd > 40) return undefined;
  if (listed.named !== undefined && listed.end === previousEnd) return { named: listed.named, namedBy: listed.namedBy ?? '' };
  if (between.lineBreaks > 0) return undefined;
  return nameBefore(contextBetween(readable, listed.previousEnd, listed.start));
}
