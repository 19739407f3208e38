/** Reads what a label announces: the number behind "IMEI:", a second one beside it, a masked one, one in pieces. */

import { readAnnounced } from './announced.ts';
import { announces, contextInColumn, continues, mentions, saidOfLabel } from './announcing.ts';
import { contextBehind, contextBehindLabel, contextBetween } from './context.ts';
import type { DeviceLabel } from './device-labels.ts';
import type { Find } from './find.ts';
import { readHexadecimal } from './meid.ts';
import { nextNumber, type WrittenNumber } from './next-number.ts';
import { type Piece, readPieces } from './pieces.ts';
import type { Readable } from './readable.ts';
import { type Group, readNumber } from './written-number.ts';

/** How far behind a label its number may start. */
const REACH = 110;
/** How far behind one number the next of a list may start. */
const NEXT_REACH = 30;
/** Numbers that announce nothing after this many are not looked at. */
const MOST_NUMBERS = 12;

/** Everything the label announces before `limit`, where the next label starts. */
export function readLabelled(readable: Readable, label: DeviceLabel, limit: number): Find[] {
  if (label.endWithoutSlot < label.end && isFirstDigit(readable, label, limit))
    return readFrom(readable, label, label.endWithoutSlot, limit);
  const first = readFrom(readable, label, label.end, limit);
  if (label.endWithoutSlot === label.end || (first.some(isSound) && /[:)\].]/.test(readable.text.slice(label.end - 1, label.end + 1))))
    return first;
  // "imei1353…", "IMEI 3-5-1…": what looked like a slot may be the first digit.
  const second = readFrom(readable, label, label.endWithoutSlot, limit);
  if (first.some(isSound)) return second.some(isSound) ? second : first;
  return first.length === 0 || second.some(isWhole) ? second : first;
}

/** "IMEI 3 5 1 6 …", "IMEI 2 five two …": what looks like a slot stands apart from the next digit as every digit does. */
function isFirstDigit(readable: Readable, label: DeviceLabel, limit: number): boolean {
  const number = nextNumber(readable, label.endWithoutSlot, limit, label.end + 1)?.groups.slice(0, 4) ?? [];
  const gap = number[1]?.gap;
  return number.length === 4 && number.every((group, index) => group.digits.length === 1 && (index === 0 || group.gap === gap));
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
    const behind = anchor === label.end ? contextBehindLabel : contextBetween;
    const context = contextInColumn(readable, label, behind(readable, anchor, number.start), number.start);
    if (finds.length > 0 && (!continues(context) || isTicket(readable, number))) break;
    const direct =
      finds.length > 0 || (pieces.every(({ start, end }) => end - start <= 2) && announces(readable, label, context, number.start));
    const announce = (written: readonly Group[]) =>
      readAnnounced({
        readable,
        label,
        said: saidOfLabel(readable, label, number.start),
        number: written,
        context,
        direct,
        backwards: saysBackwards(readable, label, firstLineEnd(number.groups)),
        earlier: finds.at(-1),
      });
    const groups = finds.length > 0 ? withoutSlot(readable, number.groups) : number.groups;
    let found = isFragment(groups) ? [] : announce(groups);
    if (!found.some(isSound) && /[|!$@&§]/.test(readable.text.slice(number.start, number.end))) {
      const piped = announce(readNumber(readable, number.start, limit, 'piped'));
      if (piped.some(isSound)) found = piped;
    }
    // A plain number that is only mentioned near is for the reader of bare numbers, which looks at all the words around it.
    const mentioned = direct || (pieces.length === 0 && mentions(readable, label, context, number.start));
    if (!direct) found = found.filter((find) => isWrittenOddly(find) || (mentioned && isSound(find)));
    if (found.length > 0) finds.push(...found);
    else if (finds.length > 0) break;
    else if (context.named !== 'other' && context.named !== 'price') pieces.push({ ...number, context, direct });
    anchor = found.at(-1)?.end ?? number.end;
  }
  if (finds.length === 0 && pieces.length > 0) finds.push(...readPieces(readable, label, pieces));
  return finds;
}

/** Fewer digits than any identifier has, and none hidden: no words around need to be read to know that. */
function isFragment(groups: readonly Group[]): boolean {
  return groups.every(({ how }) => how !== 'mask') && groups.reduce((digits, group) => digits + group.digits.length, 0) < 14;
}

function isWrittenOddly({ facts }: Find): boolean {
  return facts.shownBy !== undefined || facts.words === true || (facts.doubtfulDigits ?? 0) > 0 || facts.reversed === true;
}

/** "#356…": the number of something else; in "#1 35… #2 35…" the sign counts. */
function isTicket({ text }: Readable, { groups, start }: WrittenNumber): boolean {
  return text.charAt(start - 1) === '#' && !/^[1-4]$/.test(groups[0]?.digits ?? '');
}

/** "#1 35… #2 35…": the sign before the second says that its first digit counts. */
function withoutSlot({ text }: Readable, groups: readonly Group[]): readonly Group[] {
  const [head] = groups;
  return head !== undefined && /^[1-4]$/.test(head.digits) && text.charAt(head.start - 1) === '#' ? groups.slice(1) : groups;
}

/** Where the first line of a number ends; what follows may be another. */
function firstLineEnd(groups: readonly Group[]): number {
  const next = groups.findIndex((group, index) => index > 0 && group.gap.includes('\n'));
  return groups.at(next < 0 ? -1 : next - 1)?.end ?? 0;
}

/** "backwards", "rückwärts", "al revés": in the sentence of the label, before it or behind the number. */
function saysBackwards(readable: Readable, label: DeviceLabel, numberEnd: number): boolean {
  const before = contextBetween(readable, Math.max(0, label.start - 50), numberEnd);
  if (before.cuesInSentence.has('backwards')) return true;
  const end = Math.min(readable.text.length, numberEnd + 60);
  if (contextBehind(readable, numberEnd, end).context.cues.has('backwards')) return true;
  return backwardsPhrase.test(readable.folded.slice(Math.max(0, label.start - 50), end));
}

/** What takes more than one word to say. */
const backwardsPhrase =
  /back to front|(?:other|wrong) way (?:a)?round|right to left|last to first|end to (?:start|beginning)|von hinten|rechts nach links|droite a gauche|fin au debut|atras (?:para|hacia) adelante|derecha a izquierda|destra a sinistra|fine all'inizio|direita para a esquerda|od konca|prawej do lewej|справа налево|dreapta la stanga|rechts naar links|hatulrol|sagdan sola/;
