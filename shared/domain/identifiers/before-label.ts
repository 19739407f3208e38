/** Reads the number that stands before its label: "three five … is the IMEI", "35-693803-564380-9 (imei)", "35693803xxxxxxx <- imei". */

import { readAnnounced, readNamedValue } from './announced.ts';
import { namesBefore, saidOfLabel } from './announcing.ts';
import { contextBetween, isForeign } from './context.ts';
import type { DeviceLabel } from './device-labels.ts';
import type { Find } from './find.ts';
import { nextNumber, type WrittenNumber } from './next-number.ts';
import { readPieces } from './pieces.ts';
import type { Readable } from './readable.ts';

/** Fifteen number words with dashes between them take some 170 characters. */
const REACH = 220;
const MOST_NUMBERS = 8;
/** "is the number of the IMEI", "are the last four digits of the imei". */
const MOST_BETWEEN = 44;

/**
 * What the label names right before it on its line, not before `floor`. Plain runs of digits are left to the reader of bare numbers,
 * which weighs all the words around them.
 */
export function readBeforeLabel(readable: Readable, label: DeviceLabel, floor: number): Find[] {
  const { folded } = readable;
  const value = valueBefore.exec(folded.slice(Math.max(floor, label.start - REACH), label.start));
  if (value !== null && /^[\\]*["']/.test(folded.slice(label.end, label.end + 4)))
    return readValue(readable, label, label.start - value[0].length);
  const reach = Math.max(floor, label.start - REACH);
  const from = reach + folded.slice(reach, label.start).lastIndexOf('\n') + 1;
  const number = lastNumber(readable, from, label.start);
  if (number === undefined) return [];
  const between = contextBetween(readable, number.end, label.start);
  const before = contextBetween(readable, from, number.start);
  if (isForeign(before) || before.stranger !== undefined) return [];
  const showsEnd = between.cues.has('last') !== between.cues.has('first');
  if (!namesBefore(readable, label, number.end, showsEnd ? 7 : 3)) return [];
  const said = saidOfLabel(readable, label, label.end);
  const announced = { readable, label, said, number: number.groups, context: between, direct: true, earlier: undefined };
  const backwards = between.cues.has('backwards') || before.cues.has('backwards');
  const finds = readAnnounced({ ...announced, backwards }).filter((find) => isSure(find) && !isPlain(find, number));
  if (finds.length > 0) return finds;
  return showsEnd ? readPieces(readable, label, [{ ...number, context: between, direct: true }]) : [];
}

/** `{"value":"35…","name":"IMEI"}`: the value of a named thing may stand before its name. */
const valueBefore =
  /["'\\](?:value|val|text|content|data)["'\\]+\s?:\s?["'\\]{0,4}[\d -]{14,24}["'\\]{0,4}\s?,\s?["'\\]+(?:name|label|key|title|type|propertyid|id)["'\\]+\s?:\s?["'\\]+$/;

function readValue(readable: Readable, label: DeviceLabel, from: number): Find[] {
  const number = nextNumber(readable, from, label.start, label.start);
  if (number === undefined) return [];
  const context = contextBetween(readable, number.end, number.end);
  return readNamedValue({ readable, label, number: number.groups, context }).filter(isSure);
}

/** The last number in `[from, to)`, if it ends where a label behind can still mean it. */
function lastNumber(readable: Readable, from: number, to: number): WrittenNumber | undefined {
  let last: WrittenNumber | undefined;
  let anchor = from;
  for (let count = 0; count < MOST_NUMBERS; count++) {
    const number = nextNumber(readable, anchor, to, to);
    if (number === undefined) break;
    last = number;
    anchor = number.end;
  }
  return last !== undefined && to - last.end <= MOST_BETWEEN ? last : undefined;
}

function isPlain({ facts }: Find, { groups }: WrittenNumber): boolean {
  return groups.length === 1 && !facts.words && facts.doubtfulDigits === 0;
}

function isSure({ facts }: Find): boolean {
  if (facts.shownBy !== undefined) return facts.reportingBody === 'allocating';
  return facts.checkDigit === 'right' && facts.reportingBody !== 'none' && facts.reportingBody !== 'test';
}
