/** The MEID of CDMA phones: 14 hexadecimal digits, or 18 decimal ones that say the same (3GPP2 S.R0048). */

import { contextBetween } from './context.ts';
import type { Find } from './find.ts';
import type { Readable } from './readable.ts';

const hexadecimal = /(?<=^|[^\da-z]|[^\da-z]0x)(?:[\da-f][ .:-]{0,2}){13}[\da-f](?:[ .:-]{0,2}[\da-f])?(?![\da-z])/;
const decimal = /(?<!\d)(?:\d[ .:-]{0,2}){17}\d(?!\d)/;

/** Reads a MEID behind its label: `A1 00 00 8D A7 65 55`, `270113177609606898`. An all-decimal 14-digit one is read as an IMEI is. */
export function readHexadecimal(readable: Readable, from: number, limit: number): Find | undefined {
  const stretch = readable.folded.slice(from, limit);
  const hex = hexadecimal.exec(stretch);
  const dec = decimal.exec(stretch);
  const match = hex !== null && /[a-f]/.test(hex[0]) ? hex : dec;
  if (match === null) return undefined;
  const written = match[0].replace(/[^\da-f]/g, '').toUpperCase();
  const value = match === hex ? fromHexadecimal(written) : fromDecimal(written);
  if (value === undefined) return undefined;
  const start = from + match.index;
  const { sentenceEnded, apart, named, content } = contextBetween(readable, from, start);
  // "ESN clean, code A0…" names another thing; so does "MEID clean. Wi-Fi 99:…".
  if (sentenceEnded || apart || named === 'other' || named === 'unknown' || (named === 'vague' && content > 0)) return undefined;
  return { kind: 'meid', value, start, end: start + match[0].length, facts: { label: 'meid', reportingBody: 'allocating' } };
}

/** Regional codes run from A0 to FF, and 99 for numbers shared with IMEIs; a fifteenth digit is the check digit, no part of the MEID. */
function fromHexadecimal(written: string): string | undefined {
  return /^(?:[A-F]|99)/.test(written) ? written.slice(0, 14) : undefined;
}

/** Ten digits for the manufacturer's 32 bits, eight for the serial number's 24. */
function fromDecimal(written: string): string | undefined {
  const maker = Number(written.slice(0, 10));
  const serial = Number(written.slice(10));
  if (maker > 0xffff_ffff || serial > 0xff_ffff || maker < 0x9900_0000) return undefined;
  return (maker.toString(16).padStart(8, '0') + serial.toString(16).padStart(6, '0')).toUpperCase();
}
