/** Whether a label announces the number that stands behind it, or is only mentioned near. */

import { type Context, contextBetween, isForeign } from './context.ts';
import type { DeviceLabel } from './device-labels.ts';
import { fieldOf, isForeignPath } from './fields.ts';
import type { Readable } from './readable.ts';

/** How far behind a label its number is looked for. */
const REACH = 110;
/** Words that may stand between a label and its number, and between a label and the colon before its number. */
const MOST_CONTENT = 2;
const MOST_CONTENT_BEFORE_COLON = 6;

/**
 * "IMEI clean, not blacklisted" is a sentence of its own, "IMEI ok / parcel 35…" speaks of a parcel, `imeiChecked=true,t=35…` is another
 * name. A few words may stand between on one line, more before a colon, none before a line break.
 */
export function announces({ text, folded }: Readable, label: DeviceLabel, context: Context, numberStart: number): boolean {
  const between = text.slice(label.end, Math.min(numberStart, label.end + REACH));
  if (isKeypadCode(label) && context.words > 0) return false;
  // Inside one address: imei.example/35…, ?imei=35…
  if (/^[^\s"'<>]*$/.test(between) && (/[/=]/.test(between) || text.charAt(label.start - 1) === '-'))
    return !isForeignPath(folded, label, numberStart);
  const field = fieldOf(text, label, between);
  if (field !== 'no field') return field === 'its own';
  if (context.sentenceEnded || context.apart) return false;
  const colon = /[:=：]\s{0,3}["'([{<]{0,2}$/.test(text.slice(Math.max(label.end, numberStart - 6), numberStart));
  if (context.lineBreaks > 0) return announcesNextLine(folded, label, context);
  return context.content <= (colon ? MOST_CONTENT_BEFORE_COLON : context.cues.has('proof') ? 0 : MOST_CONTENT);
}

/** `*#06#` shows the number when it is keyed in, which is what most sentences around it say. */
function isKeypadCode({ word }: DeviceLabel): boolean {
  return word.includes('06#');
}

/** The label ends its line, or all but ends it before a colon; other cells beside it head other columns. */
function announcesNextLine(folded: string, label: DeviceLabel, context: Context): boolean {
  const line = folded.slice(label.end, label.end + 60).split('\n', 1)[0] ?? '';
  const own = contextBetween(folded, label.end, label.end + line.length);
  if (own.content < context.content || (line.includes('\t') && own.words > 0)) return false;
  return own.content === 0 || (own.content <= MOST_CONTENT && /[:=：-]\s*$/.test(line));
}

/** A list goes on with "/", "and", "2:" or a new line, not with a new thought. */
export function continues(context: Context): boolean {
  return !context.sentenceEnded && context.words <= 3 && context.lineBreaks <= 2 && context.stranger === undefined && !isForeign(context);
}

/** What the words right before a label and right behind it say of it. */
export interface LabelSaid {
  /** "this is not the IMEI", "IMEI değil". */
  denied: boolean;
  /** "example of an IMEI", "a sample IMEI". */
  example: boolean;
}

/** `to` is where the number starts. */
export function saidOfLabel({ folded }: Readable, label: DeviceLabel, to: number): LabelSaid {
  const from = Math.max(0, label.start - 60);
  const before = contextBetween(folded, from, label.start).near;
  const behind = contextBetween(folded, label.end, Math.max(label.end, to)).near;
  // Spanish denies with "no es", and "no" alone is a number in six languages.
  const spanish = /(?<![a-z])no es (?:el |un |su )?$/.test(folded.slice(from, label.start));
  return { denied: before.has('negation') || behind.has('negation') || spanish, example: before.has('example') };
}
