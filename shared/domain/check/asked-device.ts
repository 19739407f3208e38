/** Reads the one device that somebody asks about: whoever mistypes a number must not be told that it is not reported. */

import { comparisonKey, maskIdentifier } from '../identifier.ts';
import { asciiDigits } from '../identifiers/digit-characters.ts';
import { readIdentifierCell } from '../identifiers/in-cell.ts';
import { isImei } from '../imei.ts';
import { readSerial } from '../record-cell.ts';

/** `key` as `comparisonKey` makes it, the same for every form of a number; `shown` is masked. `found` describes a fault without the number. */
export type AskedDevice =
  | { ok: true; key: string; shown: string }
  | { ok: false; expected: string; found: string; isCheckDigitWrong: boolean };

/** A serial number has fewer: from here on it is an IMEI or a MEID with something wrong in it (`35693803564380O`). */
const DIGITS_OF_A_NUMBER = 12;
const serialLabel = /^(?:serial(?: (?:number|no\.?))?|s\/n|sn) ?[:#] ?/i;

/**
 * An IMEI (15 digits, 14 without check digit, 16 with software version), a MEID or a serial number with at least one letter, grouped as people
 * group it: `35-693803-564380-9`, `IMEI: 35 693803 564380 9`, `R58M30ABCD1`. Two numbers are two questions.
 */
export function readAskedDevice(text: string): AskedDevice {
  const reading = readIdentifierCell(text);
  if (reading.ok) {
    const [identifier, ...others] = reading.identifiers;
    const key = identifier && comparisonKey(identifier);
    if (key === undefined || others.length > 0) return refused(text, 'one number', `${reading.identifiers.length} numbers`);
    return { ok: true, key, shown: maskIdentifier(identifier?.value ?? '') };
  }
  const serial = serialIn(text);
  if (serial !== undefined) return { ok: true, key: `serial:${serial}`, shown: maskIdentifier(serial) };
  return refused(text, `${reading.expected}, or a serial number with letters`, reading.found);
}

function serialIn(text: string): string | undefined {
  const written = asciiDigits(text).trim().replace(serialLabel, '');
  const reading = readSerial(written);
  if (!reading.ok) return undefined;
  const { value } = reading;
  const digits = value.replace(/\D/g, '').length;
  // `35XXXXXXXXXXX46` hides digits.
  const isMasked = /([A-Z])\1{2}/.test(value);
  return digits === value.length || digits >= DIGITS_OF_A_NUMBER || isMasked ? undefined : value;
}

function refused(text: string, expected: string, found: string): AskedDevice {
  const digits = asciiDigits(text).replace(/\D/g, '');
  return { ok: false, expected, found, isCheckDigitWrong: digits.length === 15 && !isImei(digits) };
}
