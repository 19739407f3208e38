import type { Phone } from './phones.ts';
import type { Random } from './random.ts';
import { randomFrom } from './random.ts';

const chineseMakes = ['Huawei', 'Honor', 'Xiaomi', 'OnePlus'];

/**
 * Two invented type allocation codes for this model, in the ranges phones of today carry (35, and 86 for makers in China).
 * No table of real devices was used, and no real device is meant.
 */
export function madeUpTacs(phone: Pick<Phone, 'make' | 'model'>): string[] {
  const random = randomFrom('tac', phone.make, phone.model);
  const reportingBody = chineseMakes.includes(phone.make) ? '86' : '35';
  return [`${reportingBody}${random.digits(6)}`, `${reportingBody}${random.digits(6)}`];
}

/** An IMEI with a right check digit, its serial number drawn at random. */
export function madeUpImei(tac: string, random: Random): string {
  return withCheckDigit(`${tac}${random.digits(6)}`);
}

/** The second slot of a dual-SIM phone: makers number it near the first, most often right after it. */
export function secondSlot(imei: string): string {
  const serial = (Number(imei.slice(8, 14)) + 8) % 1_000_000;
  return withCheckDigit(`${imei.slice(0, 8)}${String(serial).padStart(6, '0')}`);
}

/** Looks like a serial number of that maker: random, so that none is meant. */
export function madeUpSerial(make: string, random: Random): string {
  const letters = 'CDFGHJKLMNPQRTVWXY';
  const letter = () => random.pick([...letters]);
  const mixed = (length: number) => Array.from({ length }, () => (random.chance(0.5) ? random.digits(1) : letter())).join('');
  if (make === 'Apple') return `${letter()}${mixed(8)}${letter()}`;
  if (make === 'Samsung') return `R${random.int(5, 9)}${letter()}${letter()}${mixed(6)}${letter()}`;
  return mixed(11);
}

/** Luhn over 14 digits (3GPP TS 23.003 annex B). */
function withCheckDigit(fourteen: string): string {
  const sum = [...fourteen].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${fourteen}${(10 - (sum % 10)) % 10}`;
}
