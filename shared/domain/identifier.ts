/**
 * An Identifier names one physical device: the proof on which everything else rests.
 * Reading them out of text and HTML is in `identifiers/`; this file is the noun and how two of them are compared.
 */

import type { Facts } from './identifiers/find.ts';

/** `partial` is an IMEI of which only some digits are known ("ends 4321", "35xxxxxxxxxxx46"). */
export type IdentifierKind = 'imei' | 'imeisv' | 'meid' | 'serial' | 'partial';

/** Positions in the original input (UTF-16 code units, end exclusive), so that a reviewer sees the find highlighted where it stood. */
export interface Span {
  start: number;
  end: number;
}

export interface Identifier {
  kind: IdentifierKind;
  /**
   * The normal form; absent for `partial`. IMEI: 15 digits, check digit computed where the listing showed 14
   * (`356938035643809`); IMEISV: 16 digits; MEID: 14 upper-case hexadecimal digits; serial: upper case, no separators.
   */
  value?: string;
  /** Partial only: 15 characters, `?` for an unknown digit (`35???????????46`). */
  pattern?: string;
  /** Probability that this names a device and was read right. 0.5 or more is a claim, below it a candidate for a person. */
  confidence: number;
  /** What stood there, exactly as written, at most 200 characters. */
  raw: string;
  /** Where it stood: `text`, `title`, `attribute:alt`, `json-ld:serialNumber`, `comment`, `selector:description`, … */
  where: string;
  span?: Span;
  /** The named facts the confidence was computed from: `{ label: 'imei', checkDigit: 'right', reportingBody: 'allocating', doubtfulDigits: 0 }`. */
  features?: Facts;
  /** Other values that fit the same doubtful digits, best first; offered to a person, never chosen silently. */
  alternatives?: string[];
  /** True when a single masked digit was completed from the check digit. Nothing else is ever completed. */
  recovered?: boolean;
  /** The other slot of a dual-SIM device when both stood together. */
  pairedWith?: string;
}

/** A find at or above this probability is a claim; below it a candidate, shown and never acted upon. */
export const CLAIM_CONFIDENCE = 0.5;

/**
 * What a labelled serial number is given, however well it was read: the least that is reported. It has no check digit that would show a
 * slip, no reporting body and no register, and other things carry serial numbers too; alone it is never a claim. (In the labelled
 * sample none of 29 counts as an identifier to be found.) What proves it is an equal one in a record.
 */
export const SERIAL_CONFIDENCE = 0.1;

/**
 * Whether an identifier is worth comparing with records. Claims are. So are labelled serial numbers, which are no claims: reading one
 * proves nothing, but one that a record holds as well is no accident. What may be somebody else's is neither; see matching/compared-finds.ts.
 */
export function isMatchable({ kind, confidence, features }: Pick<Identifier, 'kind' | 'confidence' | 'features'>): boolean {
  return features?.perhapsOf === undefined && confidence >= (kind === 'serial' ? SERIAL_CONFIDENCE : CLAIM_CONFIDENCE);
}

/**
 * The form in which two complete identifiers are compared, or undefined for a partial.
 *
 * IMEI and IMEISV of one device differ in the check digit or software version only, so both compare on TAC + serial number,
 * the first 14 digits (3GPP TS 23.003 clause 6.2): `imei:35693803564380`. An all-decimal MEID is that same number.
 */
export function comparisonKey(identifier: Pick<Identifier, 'kind' | 'value'>): string | undefined {
  const { kind, value } = identifier;
  if (value === undefined) return undefined;
  switch (kind) {
    case 'imei':
    case 'imeisv':
      return `imei:${value.slice(0, 14)}`;
    case 'meid':
      return /^\d{14}/.test(value) ? `imei:${value.slice(0, 14)}` : `meid:${value.slice(0, 14)}`;
    case 'serial':
      return `serial:${value}`;
    case 'partial':
      return undefined;
  }
}

/** What logs and notices show of an identifier: the model-naming first eight characters and the last two (`35693803*****09`). */
export function maskIdentifier(value: string): string {
  if (value.length <= 10) return `${value.slice(0, 2)}${'*'.repeat(Math.max(0, value.length - 2))}`;
  return `${value.slice(0, 8)}${'*'.repeat(value.length - 10)}${value.slice(-2)}`;
}
