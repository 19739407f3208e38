/** Reads the identifiers in a field that should hold nothing else: a cell of a records file, a field of a form. */

import type { Identifier } from '../identifier.ts';
import { checkDigit, isImei, type NotADevice, namesNoDevice, reportingBody } from '../imei.ts';
import { asciiDigits } from './digit-characters.ts';
import { findIdentifiersInText } from './in-text.ts';

/** An identifier in normal form, as records hold it. */
export type CellIdentifier = Required<Pick<Identifier, 'kind' | 'value'>>;

/** `found` describes the fault without the number: it goes into reports and logs. */
export type IdentifierCell = { ok: true; identifiers: CellIdentifier[] } | { ok: false; expected: string; found: string };

/** What the field is called: it announces the number as a label in an advert does. */
export type CellLabel = 'IMEI' | 'MEID';

const LONGEST_CELL = 300;
/** A phone has one IMEI a SIM, and two SIMs. */
const MOST_IDENTIFIERS = 2;

/**
 * Reads `35-693803-564380-9`, `IMEI1: 356938035643809 / IMEI2: …`, 14 digits without check digit, a 16-digit IMEISV, `٣٥…`, a RFC 7254 URN, a
 * MEID in hexadecimal or decimal; what a person typed is read as in an advert, so that both meet in one normal form: IMEIs of 15 digits, MEIDs of
 * 14 hexadecimal ones. Unlike there nothing is guessed: look-alikes, hidden digits, wrong check digits and numbers left over are refused.
 */
export function readIdentifierCell(text: string, label: CellLabel = 'IMEI'): IdentifierCell {
  const typed = asciiDigits(text).trim();
  // Most cells: nothing in them is open to reading.
  if (isImei(typed) && namesNoDevice(typed) === undefined && !endsInZeros.test(typed))
    return { ok: true, identifiers: [{ kind: 'imei', value: typed }] };
  if (typed.length > LONGEST_CELL) return refused(`${typed.length} characters`);
  if (roundedNumber.test(typed) || endsInZeros.test(typed)) return refused('a number that a spreadsheet rounded');

  const written = `${label}: ${withoutSpareDigit(typed)}`;
  const inLabel = findIdentifiersInText(written);
  const isUnread = inLabel.length === 0 && label === 'IMEI';
  const announced = isUnread ? `MEID: ${withoutSpareDigit(typed)}` : written;
  const finds = isUnread ? findIdentifiersInText(announced).filter(isAllocatedMeid) : inLabel;

  const doubt = finds.map(doubtOf).find((found) => found !== undefined) ?? leftOver(announced, finds);
  if (finds.length === 0) return refused(whyNone(typed));
  if (doubt !== undefined) return refused(doubt);
  const identifiers = finds.flatMap(inNormalForm);
  return identifiers.length > MOST_IDENTIFIERS ? refused(`${identifiers.length} numbers`) : { ok: true, identifiers };
}

/** `3.56938E+14`; the `6e12` of a MEID is preceded by more of it. */
const roundedNumber = /(?<![\da-f])\d(?:[.,]\d+)?e\+?\d{1,2}(?!\w)/i;

/** What is left of `3.56938E+14` when it is made a number again. No phone is expected: its serial number would be 000000. */
const endsInZeros = /^[1-9]\d{4,7}0{7,}$/;

/** A URN has the spare digit 0 in place of the check digit (RFC 7254 section 3). */
function withoutSpareDigit(typed: string): string {
  return typed.replace(/urn:gsma:imei:(\d{8})-(\d{6})-\d(?:;\S*)?/gi, '$1$2');
}

/** Without a label that says MEID, eighteen digits are one only if their regional code is in use (99, A0, A1): an IMEI with three digits too many is none. */
function isAllocatedMeid({ kind, value = '' }: Identifier): boolean {
  return kind === 'meid' && /^(?:99|A0|A1)/.test(value);
}

/** Why a find is not certain, or undefined. */
function doubtOf({ kind, value = '', features, recovered, raw }: Identifier): string | undefined {
  const letters = [...new Set(raw.match(/[^\d\s./-]/g))].slice(0, 5).join(' ');
  if (kind === 'serial') return 'a serial number as well, which has its own column';
  if (kind === 'partial' || recovered) return 'a number with hidden or missing digits';
  if (features?.words) return 'digits written as words';
  if ((features?.doubtfulDigits ?? 0) > 0) return `letters or signs in place of digits (${letters})`;
  if (features?.reversed) return 'a number that is one only when read backwards';
  if ((features?.pieces ?? 1) > 1) return 'a number in pieces among other words';
  if (features?.checkDigit === 'wrong') return wrongCheckDigit(value);
  if (features?.example) return 'a number that is said to be an example';
  if (features?.calledOther === 'other') return `a number that is called something else (${features.calledBy ?? 'another label'})`;
  return features?.digits === 14 && mayLackZero(value.slice(0, 14)) ? lostZero : undefined;
}

const lostZero = '14 digits that begin with 1, as when a spreadsheet drops the zero of 01';

/** American IMEIs begin with 01; a spreadsheet that takes them for numbers drops the zero, and fourteen digits are left. */
function mayLackZero(digits: string): boolean {
  return digits.startsWith('1') && (isImei(`0${digits}`) || reportingBody(digits).status === 'none');
}

function wrongCheckDigit(digits: string): string {
  return `15 digits whose check digit is ${digits.charAt(14)} where ${checkDigit(digits.slice(0, 14))} would be right`;
}

/** Digits beside the finds that are more than a count, a year or a software version, and not one of them again. */
function leftOver(written: string, finds: readonly Identifier[]): string | undefined {
  let rest = written;
  for (const { span } of finds) if (span) rest = rest.slice(0, span.start) + '#'.repeat(span.end - span.start) + rest.slice(span.end);
  const bodies = finds.map(({ value = '' }) => value.slice(0, 14));
  const runs = [...rest.matchAll(/\d(?:[ .-]?\d){5,}/g)].map(([run]) => run.replace(/\D/g, ''));
  const foreign = runs.find((run) => !bodies.includes(run.slice(0, 14)));
  return foreign === undefined ? undefined : `${foreign.length} more digits beside the number`;
}

/** An IMEISV is the IMEI with a software version for a check digit; an all-decimal MEID is an IMEI without one (3GPP TS 23.003 clause 6.2). */
function inNormalForm({ kind, value }: Identifier): CellIdentifier[] {
  if (value === undefined) return [];
  if (kind === 'meid' && /\D/.test(value)) return [{ kind, value }];
  const body = value.slice(0, 14);
  return [{ kind: 'imei', value: body + checkDigit(body) }];
}

const notDevices: Record<NotADevice, string> = {
  'test-range': 'a number of the range for test equipment',
  'textbook-example': 'a number that manuals and articles print as an example',
  placeholder: 'a placeholder: repeated or counting digits',
};

/** What stands there instead of an identifier. */
function whyNone(typed: string): string {
  const digits = typed.replace(/\D/g, '');
  const fault = namesNoDevice(digits);
  if (digits === '') return /\p{L}/u.test(typed) ? 'words' : 'no digits';
  if (digits.length < 14 || digits.length > 17) return `${digits.length} digits${/\p{L}/u.test(typed) ? ' and letters' : ''}`;
  if (fault !== undefined) return notDevices[fault];
  if (digits.length === 14 && mayLackZero(digits)) return lostZero;
  if (digits.length === 15 && !isImei(digits)) return wrongCheckDigit(digits);
  return `${digits.length} digits that begin with ${digits.slice(0, 2)}, which no reporting body gave out`;
}

function refused(found: string): IdentifierCell {
  return { ok: false, expected: 'an IMEI of 15 digits (14 without check digit, 16 with software version) or a MEID', found };
}
