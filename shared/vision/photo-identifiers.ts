/** Which of what stands on a photo names the device: the rules of the text reader, and stricter where a camera may have slipped. */

import type { Identifier } from '../domain/identifier.ts';
import { CLAIM_CONFIDENCE } from '../domain/identifier.ts';
import { findIdentifiersInText } from '../domain/identifiers/in-text.ts';
import { boxAround, type PhotoBox } from './photo.ts';
import type { Barcode } from './read-barcodes.ts';
import { pointIn } from './text-region.ts';
import type { ReadText } from './text-rows.ts';

/** One identifier as it stands on a photo. */
export interface PhotoIdentifier {
  /** `partial`: an IMEI of which some digits stand behind signs that hide them. */
  kind: 'imei' | 'serial' | 'partial';
  /** Fifteen digits with the right check digit; a serial number in capitals; of a partial IMEI fifteen characters, `?` for each hidden digit. */
  value: string;
  /** What it was read from. What both say is `barcode`: its own checksum leaves no digit in doubt. */
  source: 'barcode' | 'text';
  /** Whether the photo itself calls it an IMEI. */
  labelled: boolean;
  /** How sure the least sure of its digits is, 0 to 1; 1 for a barcode. */
  minDigitConfidence: number;
  /** How sure each of the fifteen digits is; absent for a barcode, and where letters and digits do not go one to one. */
  digitConfidences?: number[];
  box: PhotoBox;
}

/**
 * The IMEIs among what was read, best first by place. Only complete ones with their check digit: fourteen digits may be fifteen of which
 * one was overlooked, so none is computed; a hidden digit is never filled in; letters that look like digits count only where one reading fits.
 * Serial numbers that the photo calls so, and IMEIs of which digits are hidden sign by sign, stand behind them: they are read by the same rules as in a text.
 */
export function photoIdentifiers(read: ReadText, barcodes: readonly Barcode[], scale: number): PhotoIdentifier[] {
  const finds = findIdentifiersInText(read.text, { least: 0 });
  const refused = new Set(finds.filter(isCalledOtherwise).map(({ value }) => value));
  const found = new Map<string, PhotoIdentifier>();
  for (const find of finds) {
    const identifier = isWellRead(find, read) ? fromText(find, read, scale) : undefined;
    if (identifier !== undefined) found.set(identifier.value, identifier);
  }
  for (const { text, corners } of barcodes) {
    for (const find of findIdentifiersInText(text.replace(/[;,|]/g, '\n'))) {
      const { value } = find;
      if (value === undefined || !isWhole(find) || refused.has(value)) continue;
      const labelled = isLabelled(find) || (found.get(value)?.labelled ?? false);
      found.set(value, { kind: 'imei', value, source: 'barcode', labelled, minDigitConfidence: 1, box: boxAround(corners, scale) });
    }
  }
  return [...found.values(), ...finds.flatMap((find) => lesserIdentifier(find, read, scale) ?? [])];
}

/** A serial number or a partial IMEI. What names no device by itself is compared with records all the same. */
function lesserIdentifier(find: Identifier, read: ReadText, scale: number): PhotoIdentifier | undefined {
  const { kind, span, confidence, features } = find;
  if (span === undefined || read.text.slice(span.start, span.end).includes('\n')) return undefined;
  if (kind === 'serial' && features?.label === 'serial') return placed(find, find.value, { read, scale });
  const isSignBySign = kind === 'partial' && features?.shownBy === 'mask' && features.label !== 'none' && signsOf(find.raw) === 15;
  return isSignBySign && confidence >= CLAIM_CONFIDENCE ? placed(find, find.pattern, { read, scale }) : undefined;
}

/** Digits and signs that hide one; a row of signs of which the model overlooked one would put every digit behind it in a wrong place. */
function signsOf(raw: string): number {
  return raw.replace(/[\s\-/.]/g, '').length;
}

/** The words beside it say that it numbers something else ("Order no."), and a barcode beside those words says the same number. */
function isCalledOtherwise({ confidence, features }: Identifier): boolean {
  return confidence < CLAIM_CONFIDENCE && features?.calledOther !== undefined;
}

function isLabelled({ features }: Identifier): boolean {
  return features !== undefined && features.label !== 'none';
}

function isWhole({ kind, confidence, recovered, features }: Identifier): boolean {
  if (kind !== 'imei' || confidence < CLAIM_CONFIDENCE || recovered || features === undefined) return false;
  const { digits, checkDigit, reversed, words, pieces = 1, readingsThatFit = 1 } = features;
  return digits === 15 && checkDigit === 'right' && !reversed && !words && pieces === 1 && readingsThatFit === 1;
}

/** A number over two rows may be two numbers. */
function isWellRead(find: Identifier, { text }: ReadText): boolean {
  return isWhole(find) && find.span !== undefined && !text.slice(find.span.start, find.span.end).includes('\n');
}

function fromText(find: Identifier, read: ReadText, scale: number): PhotoIdentifier | undefined {
  return placed(find, find.value, { read, scale });
}

function placed(
  find: Identifier,
  value: string | undefined,
  { read: { text, letters }, scale }: { read: ReadText; scale: number },
): PhotoIdentifier | undefined {
  const { span, kind } = find;
  if (value === undefined || span === undefined || (kind !== 'imei' && kind !== 'serial' && kind !== 'partial')) return undefined;
  const own = letters.slice(span.start, span.end).filter((from, index) => from !== undefined && text.charAt(span.start + index) !== ' ');
  const known = own.filter((from) => from !== undefined);
  const minDigitConfidence = Math.min(...known.map(({ letter }) => letter.probability));
  const digits = known.filter(({ letter }) => /[\dA-Za-z|]/.test(letter.character));
  return {
    kind,
    value,
    source: 'text',
    labelled: isLabelled(find),
    minDigitConfidence,
    ...(kind === 'imei' &&
      digits.length === value.length && { digitConfidences: digits.map(({ letter }) => Math.round(letter.probability * 1000) / 1000) }),
    box: boxAround(known.flatMap(cornersOf), scale),
  };
}

/** The letter's part of its region, half its height to either side. */
function cornersOf({ letter, region }: NonNullable<ReadText['letters'][number]>) {
  const half = Math.min(0.5, (0.3 * region.height) / Math.max(1, region.length));
  const [from, to] = [Math.max(0, letter.along - half), Math.min(1, letter.along + half)];
  return [pointIn(region, from, 0), pointIn(region, to, 0), pointIn(region, to, 1), pointIn(region, from, 1)];
}
