/**
 * The IMEI: eight digits that name the model (TAC), six that number the device, one check digit (3GPP TS 23.003 clause 6.2.1).
 * Arithmetic and number ranges only; reading one out of what people write is in `identifiers/`.
 */

/**
 * The Luhn check digit of the first 14 digits (3GPP TS 23.003 Annex B): `35693803564380` gives `9`.
 * Expects exactly 14 ASCII digits. It catches any single wrong digit and any swap of neighbours but 09 and 90.
 */
export function checkDigit(first14: string): string {
  let sum = 0;
  for (let i = 0; i < 14; i++) {
    const digit = first14.charCodeAt(i) - 48;
    const weighted = i % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Fifteen ASCII digits of which the last is the check digit of the others. One random number in ten passes: it proves little. */
export function isImei(digits: string): boolean {
  return /^\d{15}$/.test(digits) && checkDigit(digits) === digits.charAt(14);
}

/** `allocating` and `former` bodies gave out numbers that phones carry; `test` numbers name no phone on sale; `none` was never given out. */
export type ReportingBodyStatus = 'allocating' | 'former' | 'test' | 'none';

/**
 * Who gave the number out, by its first two digits (GSMA TS.06 Annex A; as public lists give it, checked 2026-11):
 * four bodies allocate today, the rest are found in old phones; `00` and `02` to `09` are test ranges.
 */
const reportingBodies: Record<string, { name: string; status: ReportingBodyStatus }> = {
  '01': { name: 'CTIA Certification (United States)', status: 'allocating' },
  '35': { name: 'TÜV SÜD BABT (United Kingdom)', status: 'allocating' },
  '86': { name: 'TAF (China)', status: 'allocating' },
  '99': { name: 'GHA, for phones with MEID as well', status: 'allocating' },
  '10': { name: 'DECT devices', status: 'former' },
  '30': { name: 'Iridium', status: 'former' },
  '33': { name: 'DGPT / ART (France)', status: 'former' },
  '44': { name: 'BABT (United Kingdom)', status: 'former' },
  '45': { name: 'NTA (Denmark)', status: 'former' },
  '49': { name: 'BZT / BAPT / Reg TP (Germany)', status: 'former' },
  '50': { name: 'BZT ETS (Germany)', status: 'former' },
  '51': { name: 'Cetecom ICT (Germany)', status: 'former' },
  '52': { name: 'Cetecom (Germany)', status: 'former' },
  '53': { name: 'TÜV (Germany)', status: 'former' },
  '54': { name: 'Phoenix Test-Lab (Germany)', status: 'former' },
  '91': { name: 'MSAI (India)', status: 'former' },
  '98': { name: 'BABT, for phones with MEID as well', status: 'former' },
};

const none: { status: ReportingBodyStatus; name?: string } = { status: 'none' };
const test: { status: ReportingBodyStatus; name?: string } = { status: 'test', name: 'test equipment' };

/** The reporting body behind an IMEI or the start of one: `35…` is TÜV SÜD BABT. Two digits are enough. */
export function reportingBody(imei: string): { status: ReportingBodyStatus; name?: string } {
  const prefix = imei.slice(0, 2);
  return reportingBodies[prefix] ?? (/^0[0-9]$/.test(prefix) ? test : none);
}

/** Numbers printed in manuals, articles and standards, or left by a factory reset: valid, and nobody's phone. Without their check digit. */
const knownExamples = new Set([
  '49015420323751', // Wikipedia, "International Mobile Equipment Identity"
  '35693803564380', // RFC-era tutorials and countless forms
  '35209900176148', // python-stdnum and its copies
  '00499901064000', // what many phones show after their number was lost in flashing
  '35391805182345',
]);

/** Why a number that looks right names no phone, or undefined when nothing speaks against it. */
export type NotADevice = 'test-range' | 'textbook-example' | 'placeholder';

/** Placeholders are numbers that nobody was given: one or two digits repeated, or a count up or down (`111111111111119`, `123456789012345`). */
export function namesNoDevice(imei: string): NotADevice | undefined {
  if (knownExamples.has(imei.slice(0, 14))) return 'textbook-example';
  if (isPlaceholder(imei.slice(0, 14))) return 'placeholder';
  return reportingBody(imei).status === 'test' ? 'test-range' : undefined;
}

function isPlaceholder(digits: string): boolean {
  if (new Set(digits.slice(2)).size === 1) return true;
  if ('01234567890123456789'.includes(digits.slice(-11)) || '98765432109876543210'.includes(digits.slice(-11))) return true;
  return /^(\d{2})\1{6}$/.test(digits);
}
