/** Digits that hang together while a text is looked over, and whether an IMEI is among them. */

import { reportingBody } from '../imei.ts';

/** Longer chains are not looked into: whatever they are, a close reading decides. */
const LONGEST_CHAIN = 64;
/** Digits further apart are two numbers. */
const LONGEST_GAP = 3;

export class DigitChain {
  /** A chain that has ended held an IMEI. */
  heldImei = false;
  private readonly digits: number[] = [];
  /** How many of `digits` belong to the chain: shortening an array at every word would cost more than all the rest. */
  private length = 0;
  private gap = 0;

  add(digit: number): void {
    if (this.gap > LONGEST_GAP) this.end();
    if (this.length < LONGEST_CHAIN) this.digits[this.length] = digit;
    this.length++;
    this.gap = 0;
  }

  /** A character stands between the last digit and the next that does not part them. */
  widen(): void {
    this.gap++;
  }

  end(): void {
    if (this.length >= 15) this.heldImei ||= this.length > LONGEST_CHAIN || holdsImei(this.digits, this.length);
    this.length = 0;
    this.gap = 0;
  }
}

/** Whether fifteen of the first `length` digits in a row have the check digit and the reporting body of an IMEI. */
function holdsImei(digits: readonly number[], length: number): boolean {
  for (let at = 0; at + 15 <= length; at++) {
    if (passesLuhn(digits, at) && reportingBody(`${digits[at]}${digits[at + 1]}`).status !== 'none') return true;
  }
  return false;
}

/** As `isImei`, for digits that are numbers already. */
function passesLuhn(digits: readonly number[], from: number): boolean {
  let sum = 0;
  for (let i = 0; i < 15; i++) {
    const digit = digits[from + i] ?? 0;
    const weighted = i % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}
