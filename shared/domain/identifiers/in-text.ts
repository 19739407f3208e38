/** Reads identifiers in plain text, from a first glance to the finished list. */

import type { Identifier } from '../identifier.ts';
import { modelAgrees, nameOfTac } from '../tac/agreement.ts';
import type { TacDirectory } from '../tac/tac-directory.ts';
import { readBare } from './bare-number.ts';
import { readBeforeLabel } from './before-label.ts';
import { confidenceOf } from './confidence.ts';
import { type DeviceLabel, findDeviceLabels, findSerialLabels } from './device-labels.ts';
import type { Facts, Find } from './find.ts';
import { isWorthReading } from './glance.ts';
import { labelFacts } from './label-language.ts';
import { readLabelled } from './labelled.ts';
import { mergeFinds, pairedUp } from './merge.ts';
import { readColumn } from './pasted-column.ts';
import { makeReadable, originalSpan, type Readable } from './readable.ts';
import { readSerial } from './serial-number.ts';
import { saidOfSomebodyElse } from './somebody-elses.ts';

/** What a reader may know besides the text. */
export interface ReadingOptions {
  /** Where the text stood, as the finds shall say: `title`, `attribute:alt`. Left out: `text`. */
  where?: string;
  tacs?: TacDirectory | undefined;
  /** What the listing says it offers, to compare with what the TAC names: its title. */
  model?: string | undefined;
  /** Finds less sure than this are not reported. Left out: 0.1; those who measure the reader ask for all. */
  least?: number;
}

/**
 * Reads the identifiers in a piece of plain text, as people write them: `IMEI: 35-516789-071234-0`, `imei ends 4321`,
 * `ΙМЕІ three five five…`. Spans are offsets into `text`. Linear in its length; most texts are done after one glance.
 */
export function findIdentifiersInText(text: string, options: ReadingOptions = {}): Identifier[] {
  return pairedUp(mergeFinds(readPassage(text, { ...options, bare: true })));
}

export interface PassageOptions extends ReadingOptions {
  /** Whether numbers without a label count here; outside what a person sees they do not. */
  bare: boolean;
  /** The text is markup or code, not on the screen. */
  unseen?: boolean;
}

/** Every find in one passage, unmerged, with spans into it. */
export function readPassage(text: string, options: PassageOptions): Identifier[] {
  if (!isWorthReading(text, options.bare)) return [];
  const readable = makeReadable(text);
  return readFinds(readable, options.bare)
    .map((find) => toIdentifier(text, readable, find, options))
    .filter(({ confidence }) => confidence >= (options.least ?? WORTH_A_LOOK));
}

/** The finds in a readable text, by place; `bare` lets numbers count that nothing names. */
function readFinds(readable: Readable, bare: boolean): Find[] {
  const labels = findDeviceLabels(readable.folded, readable.text);
  const announced: Find[] = [];
  for (const [index, label] of labels.entries()) {
    const finds = readAround(readable, labels, index, announced.at(-1)?.end ?? 0);
    for (const find of finds) announced.push(announcedBy(readable, label, find));
  }
  const serials = findSerialLabels(readable.folded).flatMap((label) => {
    const serial = readSerial(readable, label);
    return serial === undefined ? [] : [announcedBy(readable, label, serial)];
  });
  const numbers = readBare(readable, labels, announced.toSorted(byStart)).filter((find) => bare || isNamedByField(readable, find));
  return [...announced, ...serials, ...numbers].sort(byStart).map((find) => withOwner(readable, find));
}

/** What one label announces: below it, where it heads a column, else behind it, else before it. */
function readAround(readable: Readable, labels: readonly DeviceLabel[], index: number, floor: number): Find[] {
  const label = labels[index];
  if (label === undefined) return [];
  const column = readColumn(readable, label, nextLineWithLabel(readable, labels, index));
  if (column.length > 0) return column;
  const behind = readLabelled(readable, label, labels[index + 1]?.start ?? readable.text.length);
  return behind.length > 0 ? behind : readBeforeLabel(readable, label, Math.max(floor, labels[index - 1]?.end ?? 0));
}

/** The first label on another line than this one's. A line of headings has no more than a few. */
function nextLineWithLabel({ text }: Readable, labels: readonly DeviceLabel[], index: number): number {
  const from = labels[index]?.end ?? 0;
  for (const { start } of labels.slice(index + 1, index + 10)) if (text.slice(from, start).includes('\n')) return start;
  return text.length;
}

/** What is said not to be an IMEI is a candidate already, and would be lost with a second doubt. */
function withOwner(readable: Readable, find: Find): Find {
  const perhapsOf = find.facts.denied === true ? undefined : saidOfSomebodyElse(readable, find.start, find.end);
  return perhapsOf === undefined ? find : { ...find, facts: { ...find.facts, perhapsOf } };
}

function announcedBy(readable: Readable, label: DeviceLabel, find: Find): Find {
  return { ...find, facts: { ...find.facts, ...labelFacts(readable, label) } };
}

/** Outside what a person sees words near by do not count; the name of the field does: `"serialNumber":"35…"`. */
function isNamedByField({ folded }: Readable, { start, facts }: Find): boolean {
  if (facts.label !== 'device') return facts.label !== 'none';
  return /(?:serial|device|handset|esn)[\w ]{0,12}["'\\]*\s?[:=]\s?["'\\]*$/.test(folded.slice(Math.max(0, start - 40), start));
}

function byStart(a: { start: number }, b: { start: number }): number {
  return a.start - b.start;
}

/** Less sure finds are not reported at all: nobody wants to see every order number that passes the check digit. */
const WORTH_A_LOOK = 0.1;

/** What a reviewer is shown of a find at most, however it was stretched. */
const LONGEST_RAW = 200;

function toIdentifier(text: string, readable: Readable, find: Find, options: PassageOptions): Identifier {
  const span = originalSpan(readable, find.start, find.end);
  const facts = withTac({ ...find.facts, ...(options.unseen && { unseen: true }) }, find.value, options);
  return {
    kind: find.kind,
    ...(find.value !== undefined && { value: find.value }),
    ...(find.pattern !== undefined && { pattern: find.pattern }),
    confidence: confidenceOf(facts),
    raw: text.slice(span.start, Math.min(span.end, span.start + LONGEST_RAW)),
    where: options.where ?? 'text',
    span,
    features: facts,
    ...(find.alternatives !== undefined && { alternatives: find.alternatives }),
    ...(find.recovered && { recovered: true }),
  };
}

function withTac(facts: Facts, value: string | undefined, { tacs, model }: ReadingOptions): Facts {
  if (tacs === undefined || value === undefined || facts.label === 'serial') return facts;
  const entries = tacs.find(value.slice(0, 8));
  const tac = nameOfTac(entries);
  if (tac === undefined) return facts;
  const agrees = modelAgrees(entries, model);
  return { ...facts, tac, ...(agrees !== undefined && { modelAgrees: agrees }) };
}
