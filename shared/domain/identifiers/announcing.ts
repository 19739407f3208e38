/** Whether a label announces the number that stands behind it, or is only mentioned near. */

import { cellAt } from './columns.ts';
import { type Context, contextBetween } from './context.ts';
import type { DeviceLabel } from './device-labels.ts';
import { fieldOf, isForeignPath } from './fields.ts';
import type { Readable } from './readable.ts';

/** How far behind a label its number is looked for. */
const REACH = 110;
/** Words that may stand between a label and its number ("IMEI telefonu 35…"), and between a label and the colon before its number. */
const MOST_CONTENT = 1;
const MOST_CONTENT_BEFORE_COLON = 6;

/**
 * "IMEI clean, not blacklisted" is a sentence of its own, "IMEI ok / parcel 35…" speaks of a parcel, `imeiChecked=true,t=35…` is another
 * name. A few words may stand between on one line, more before a colon, none before a line break.
 */
export function announces(readable: Readable, label: DeviceLabel, context: Context, numberStart: number): boolean {
  const { text, folded } = readable;
  if (isBehindNumber(readable, label)) return false;
  const between = text.slice(label.end, Math.min(numberStart, label.end + REACH));
  // "Clean IMEI. 35…" is a sentence and a number; in "I.M.E.I. 35…" the stop belongs to the label.
  if (/^\.\s/.test(between) && !label.word.includes('.')) return false;
  if (isKeypadCode(label) && context.words > 0) return showsNumber(context);
  // Inside one address: imei.example/35…, ?imei=35…
  if (/^[^\s"'<>]*$/.test(between) && (/[/=]/.test(between) || text.charAt(label.start - 1) === '-'))
    return !isForeignPath(folded, label, numberStart);
  const field = fieldOf(text, label, between);
  if (field !== 'no field') return field === 'its own';
  // Greek asks with a semicolon.
  const question = /^[^\n.!?;:]{0,14}(?:[?？]|;(?=\s\p{Script=Greek}))/u.exec(between)?.[0];
  if (question !== undefined) return answers(readable, label.end + question.length, numberStart);
  if (context.sentenceEnded || context.apart || isCompound(readable, label) || isAnotherAttribute(between, context)) return false;
  // "IMEI ref 35…" names it, "IMEI check ref 35…" names the check.
  if (context.named === 'vague' && context.words > 1) return false;
  const colon = /[:=：]\s{0,3}["'([{<]{0,2}$/.test(text.slice(Math.max(label.end, numberStart - 6), numberStart));
  if (context.lineBreaks > 0) return announcesNextLine(readable, label, context, numberStart);
  if (colon) return context.content <= MOST_CONTENT_BEFORE_COLON;
  if (isVouchedFor(readable, label, '') && isNamedInBrackets(readable, numberStart)) return false;
  return context.content <= (context.cues.has('proof') || isMisspelt(label) ? 0 : MOST_CONTENT);
}

/** "imei if anyone needs it 35…", "imei, as per sticker, 35…": the label's own sentence, and no word right before the number names it. */
export function mentions(readable: Readable, label: DeviceLabel, context: Context, numberStart: number): boolean {
  const { named, content, lineBreaks, sentenceEnded, apart, stranger } = context;
  const isForeign = named !== undefined && named !== 'device' && named !== 'serial';
  if (isForeign || content > 5 || lineBreaks > 0 || sentenceEnded || isMisspelt(label) || isKeypadCode(label)) return false;
  const between = readable.folded.slice(label.end, numberStart);
  if (/[=<>{}"|/&\t]/.test(between) || isAnotherAttribute(between, context)) return false;
  const link = /(?:[:,]|(?<!\p{L})(?:is|it|ist|es|est|jest|este|é|è|are|lautet|hai))\s*$/u.exec(
    readable.folded.slice(label.end, numberStart),
  );
  return link !== null && (!apart || stranger === undefined || link[0].startsWith(','));
}

/** "Want the IMEI? Here you go: 35…" */
function answers(readable: Readable, from: number, numberStart: number): boolean {
  const { content, lineBreaks, sentenceEnded, named } = contextBetween(readable, from, numberStart);
  return content <= 3 && lineBreaks <= 1 && !sentenceEnded && named !== 'other' && named !== 'contact';
}

/** "IMEI-Tool 35…": the last word of a compound says what it is; "IMEI-Nummer" and "IMEI-Code" are numbers. */
function isCompound(readable: Readable, { end }: DeviceLabel): boolean {
  const head = /^-[^\s:=\d]{2,30}/.exec(readable.text.slice(end, end + 32))?.[0] ?? '';
  const { stranger, named } = contextBetween(readable, end, end + head.length);
  return stranger !== undefined || named === 'other';
}

/** "Emei tea 35…": what only resembles the label must stand right before its number. */
function isMisspelt({ word }: DeviceLabel): boolean {
  return /^(?:imie|iemi|emei|imey|imai|imeu|immei)/.test(word);
}

/** "35… (IMEI)", "35… imei" and the line ends: the label speaks of the number before it. */
function isBehindNumber({ text }: Readable, { start, endWithoutSlot: end }: DeviceLabel): boolean {
  return /\d{6}\s?[([=–-]{0,2}\s?$/.test(text.slice(Math.max(0, start - 12), start)) && /^\s?(?:[)\]]|\n)/.test(text.slice(end, end + 2));
}

/** "IMEI: yes Box: yes Till: 35…": a list of attributes on one line. */
function isAnotherAttribute(between: string, { content }: Context): boolean {
  return content > 0 && (between.match(/[:：](?!\/)/g)?.length ?? 0) > 1;
}

/** "*#06# shows 35…" */
function showsNumber({ words, content, sentenceEnded, named, apart }: Context): boolean {
  return words <= 2 && content <= 1 && !sentenceEnded && !apart && named === undefined;
}

/** `*#06#` shows the number when it is keyed in, which is what most sentences around it say. */
function isKeypadCode({ word }: DeviceLabel): boolean {
  return word.includes('06#');
}

/** The label ends its line, or all but ends it before a colon; in a table it heads its own column. */
function announcesNextLine(readable: Readable, label: DeviceLabel, context: Context, numberStart: number): boolean {
  if (cellAt(readable.folded, label.start) !== undefined) return isInColumn(readable, label, numberStart);
  const line = readable.folded.slice(label.end, label.end + 60).split('\n', 1)[0] ?? '';
  const own = contextBetween(readable, label.end, label.end + line.length);
  // "Clean IMEI, unlocked" is a line of its own; so is "Clean IMEI".
  if (own.content < context.content || own.cues.has('model') || isVouchedFor(readable, label, line)) return false;
  return own.content === 0 || (own.content <= 2 && /[:=：-]\s*$/.test(line));
}

/** "Clean IMEI 35… (order number)". */
function isNamedInBrackets(readable: Readable, numberStart: number): boolean {
  const behind = /^[\d .-]{14,24}\([^)\n]{2,30}\)/.exec(readable.text.slice(numberStart, numberStart + 60))?.[0];
  if (behind === undefined) return false;
  const { named, content } = contextBetween(readable, numberStart + behind.indexOf('('), numberStart + behind.length - 1);
  return named === 'other' && content <= 1;
}

function isVouchedFor(readable: Readable, { start }: DeviceLabel, line: string): boolean {
  return !/[:=]/.test(line) && contextBetween(readable, Math.max(0, start - 24), start).near.has('proof');
}

/** A label that is all or nearly all of its cell heads the column below; "IMEI not blocked" heads none. */
function isInColumn({ folded }: Readable, label: DeviceLabel, numberStart: number): boolean {
  const head = cellAt(folded, label.start);
  return head !== undefined && head.cell.trim().length <= label.word.length + 12 && head.column === cellAt(folded, numberStart)?.column;
}

/** Under the head of its own column a number is called nothing by the cells between. */
export function contextInColumn(readable: Readable, label: DeviceLabel, context: Context, numberStart: number): Context {
  if (context.lineBreaks === 0 || !isInColumn(readable, label, numberStart)) return context;
  return { ...context, named: undefined, namedBy: undefined };
}

/** A list goes on with "/", "and", "2:" or a new line, not with a new thought. */
export function continues(context: Context): boolean {
  const isNamed = context.named !== undefined && context.named !== 'device' && context.named !== 'serial';
  return !context.sentenceEnded && context.words <= 3 && context.lineBreaks <= 2 && context.stranger === undefined && !isNamed;
}

/** What the words right before a label and right behind it say of it. */
export interface LabelSaid {
  /** "this is not the IMEI", "IMEI değil". */
  denied: boolean;
  /** "example of an IMEI", "a sample IMEI". */
  example: boolean;
}

/** `to` is where the number starts. */
export function saidOfLabel(readable: Readable, label: DeviceLabel, to: number): LabelSaid {
  const from = Math.max(0, label.start - 60);
  const before = contextBetween(readable, from, label.start).near;
  const behind = contextBetween(readable, label.end, Math.max(label.end, to)).near;
  // Spanish denies with "no es", and "no" alone is a number in six languages.
  const spanish = /(?<![a-z])no es (?:el |un |su )?$/.test(readable.folded.slice(from, label.start));
  return { denied: before.has('negation') || behind.has('negation') || spanish, example: before.has('example') || behind.has('likeness') };
}

/**
 * Whether a label means the number that ends at `end`, some words before it: "356… (IMEI)", "356… is the IMEI". It announces nothing else
 * and nothing more is said of it ("356…, IMEI clean"). `mostWords` may stand between.
 */
export function namesBefore(readable: Readable, label: DeviceLabel, end: number, mostWords: number): boolean {
  const { folded } = readable;
  if (/[\n\t\d.,;|"{}<>?&]|'(?![a-z]|$)/.test(folded.slice(end, label.start).replace(/^ ?<-+/, ''))) return false;
  const between = contextBetween(readable, end, label.start);
  if (between.words > mostWords || between.content > 0) return false;
  const rest = /^(?:(?! [-–] )[^\n.,;!?()])*/.exec(folded.slice(label.end, label.end + 40))?.[0] ?? '';
  if (/^\s?[:=]\s?\S/.test(rest)) return false;
  return contextBetween(readable, label.end, label.end + rest.length).content === 0;
}
