/** Reads what a label announces: the number behind "IMEI:", a second one beside it, a masked one, one in pieces. */

import { readAnnounced } from './announced.ts';
import { announces, contextInColumn, continues, saidOfLabel } from './announcing.ts';
import { contextBehind, contextBetween } from './context.ts';
import type { DeviceLabel } from './device-labels.ts';
import type { Find } from './find.ts';
import { readHexadecimal } from './meid.ts';
import { nextNumber } from './next-number.ts';
import { type Piece, readPieces } from './pieces.ts';
import type { Readable } from './readable.ts';
import { readNumber } from './written-number.ts';

/** How far behind a label its number may start. */
const REACH = 110;
/** How far behind one number the next of a list may start. */
const NEXT_REACH = 30;
/** Numbers that announce nothing after this many are not looked at. */
const MOST_NUMBERS = 12;

/** Everything the label announces before `limit`, where the next label starts. */
export function readLabelled(readable: Readable, label: DeviceLabel, limit: number): Find[] {
  if (label.endWithoutSlot < label.end && isFirstDigit(readable.text.slice(label.endWithoutSlot, label.endWithoutSlot + 40)))
    return readFrom(readable, label, label.endWithoutSlot, limit);
  const first = readFrom(readable, label, label.end, limit);
  if (label.endWithoutSlot === label.end || (first.some(isSound) && /[:)\].]/.test(readable.text.slice(label.end - 1, label.end + 1))))
    return first;
  // "imei1353…", "IMEI 3-5-1…": what looked like a slot may be the first digit.
  const second = readFrom(readable, label, label.endWithoutSlot, limit);
  if (first.some(isSound)) return second.some(isSound) ? second : first;
  return first.length === 0 || second.some(isWhole) ? second : first;
}

/** "IMEI 3 5 1 6 …": what looks like a slot stands apart from the next digit as every digit does. */
function isFirstDigit(behindLabel: string): boolean {
  return /^[ _#-]{0,2}\d([^\d\n]{1,3})\d\1\d\1\d\1/.test(behindLabel);
}

/** Fifteen digits that begin as an IMEI does, though the check digit be wrong: "IMEI 3-56…" is no slot 3 with a number of fourteen. */
function isWhole({ facts }: Find): boolean {
  return facts.digits === 15 && facts.reportingBody === 'allocating';
}

function isSound(find: Find): boolean {
  return find.facts.checkDigit === 'right' && find.facts.reportingBody !== 'none';
}

function readFrom(readable: Readable, label: DeviceLabel, from: number, limit: number): Find[] {
  const finds: Find[] = [];
  if (label.kind === 'meid') {
    const meid = readHexadecimal(readable, from, Math.min(limit, from + REACH));
    if (meid !== undefined) return [meid];
  }
  const pieces: Piece[] = [];
  let anchor = from;
  for (let count = 0; count < MOST_NUMBERS || finds.length >= count; count++) {
    const reach = finds.length > 0 ? NEXT_REACH : pieces.length > 0 ? 70 : REACH;
    const number = nextNumber(readable, anchor, limit, anchor + reach);
    if (number === undefined) break;
    const context = contextInColumn(readable, label, contextBetween(readable, anchor, number.start), number.start);
    if (finds.length > 0 && (!continues(context) || readable.text.charAt(number.start - 1) === '#')) break;
    const direct =
      finds.length > 0 || (pieces.every(({ start, end }) => end - start <= 2) && announces(readable, label, context, number.start));
    const backwards = saysBackwards(readable, label, number.end);
    const announced = {
      readable,
      label,
      said: saidOfLabel(readable, label, number.start),
      context,
      direct,
      backwards,
      earlier: finds.at(-1),
    };
    let found = readAnnounced({ ...announced, number: number.groups });
    if (!found.some(isSound) && readable.text.slice(number.start, number.end).includes('|')) {
      const piped = readAnnounced({ ...announced, number: readNumber(readable, number.start, limit, 'piped') });
      if (piped.some(isSound)) found = piped;
    }
    // A plain number that is only mentioned near is for the reader of bare numbers, which looks at all the words around it.
    if (!direct)
      found = found.filter(({ facts }) => facts.shownBy !== undefined || facts.words || (facts.doubtfulDigits ?? 0) > 0 || facts.reversed);
    if (found.length > 0) finds.push(...found);
    else if (finds.length > 0) break;
    else if (context.named !== 'other' && context.named !== 'price') pieces.push({ ...number, context, direct });
    anchor = found.at(-1)?.end ?? number.end;
  }
  if (finds.length === 0 && pieces.length > 0) finds.push(...readPieces(readable, label, pieces));
  return finds;
}

/** "backwards", "rückwärts", "al revés": in the sentence of the label, before it or behind the number. */
function saysBackwards(readable: Readable, label: DeviceLabel, numberEnd: number): boolean {
  const before = contextBetween(readable, Math.max(0, label.start - 50), numberEnd);
  if (before.cuesInSentence.has('backwards')) return true;
  return contextBehind(readable, numberEnd, Math.min(readable.text.length, numberEnd + 60)).context.cues.has('backwards');
}
