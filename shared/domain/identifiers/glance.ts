/** A first look at text, cheap enough for every listing and every attribute of a page: whether anything in it is worth reading closely. */

import { isImei, reportingBody } from '../imei.ts';
import { digitValue } from './digit-characters.ts';
import { mayStartLabel, scriptLabel } from './label-glance.ts';

const OTHER = 0;
const DIGIT = 1;
const JOINER = 2;
/** Letters and signs that may belong to a label. */
const LETTER_OF_LABEL = 3;
const AMPERSAND = 4;
/** Leaves no mark on the screen. */
const NOTHING = 5;

const classes = new Uint8Array(128);
for (let code = 48; code < 58; code++) classes[code] = DIGIT;
for (const joiner of " -./_|:~+=*,'()[]\\") classes[joiner.charCodeAt(0)] = JOINER;
for (const letter of 'mMrRnN#') classes[letter.charCodeAt(0)] = LETTER_OF_LABEL;
classes[38] = AMPERSAND;

/** Longer chains are not looked into: whatever they are, a close reading decides. */
const LONGEST_CHAIN = 64;

/** Looks at one text, or at the pieces of one in turn. Says yes too often rather than too rarely. */
export class Glance {
  /** Something spelled like IMEI, MEID or "serial" may stand here. */
  labels = false;
  /** Digits hang together that hold an IMEI somewhere. */
  bare = false;
  /** Characters that may be digits, letters or labels in disguise: nothing is known until the text has been made readable. */
  exotic = false;
  private otherScript = false;
  private chained = 0;
  private between = 0;
  private readonly chain = new Uint8Array(LONGEST_CHAIN);

  isWorthReading(bare: boolean): boolean {
    return this.exotic || this.labels || (this.bare && bare);
  }

  reset(): void {
    this.labels = false;
    this.bare = false;
    this.exotic = false;
    this.otherScript = false;
    this.chained = 0;
    this.between = 0;
  }

  /** Looks at `text.slice(start, end)`, which goes on where the piece before ended. `marked` texts hold character references. */
  take(text: string, start: number, end: number, marked: boolean): void {
    if (this.exotic) return;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      const kind = code < 128 ? classes[code] : this.foreignKind(text, at, code);
      if (kind === DIGIT) this.addDigit(code < 128 ? code - 48 : (digitValue(text.codePointAt(at) ?? 0) ?? 0));
      else if (kind === JOINER) this.between++;
      else if (kind === AMPERSAND && marked) at = this.passReference(text, at, end);
      else if (kind !== NOTHING) {
        if (this.chained > 0) this.endChain();
        if (kind === LETTER_OF_LABEL && !this.labels) this.labels = mayStartLabel(text, at);
      }
    }
    if (this.otherScript && !this.labels) this.labels = scriptLabel.test(text.slice(start, end));
    this.otherScript = false;
  }

  /** A line or cell ends: numbers without a label do not go on behind it. */
  endChain(): void {
    if (this.chained >= 15 && !this.bare) this.bare = this.chained > LONGEST_CHAIN || this.chainHoldsImei();
    this.chained = 0;
    this.between = 0;
  }

  private addDigit(value: number): void {
    if (this.between > 3) this.endChain();
    if (this.chained < LONGEST_CHAIN) this.chain[this.chained] = value;
    this.chained++;
    this.between = 0;
  }

  private chainHoldsImei(): boolean {
    const { chain, chained } = this;
    for (let at = 0; at + 15 <= chained; at++) {
      const body = `${chain[at]}${chain[at + 1]}`;
      if (reportingBody(body).status !== 'none' && isImei(chain.subarray(at, at + 15).join(''))) return true;
    }
    return false;
  }

  /** Digits count whatever script they are of; invisible characters neither join nor part; the rest are letters and signs. */
  private foreignKind(text: string, at: number, code: number): number {
    const kind = kindBeyondAscii(text, at, code);
    if (kind === EXOTIC) {
      this.exotic = true;
      return OTHER;
    }
    if (code >= 0x370 && kind === OTHER) this.otherScript = true;
    return kind;
  }

  /** `&nbsp;` joins, `&eacute;` is a letter, `&#51;` is a digit in disguise. Returns where the reference ends. */
  private passReference(text: string, at: number, end: number): number {
    const close = text.indexOf(';', at);
    if (close < 0 || close >= end || close - at > 10) {
      this.endChain();
      return at;
    }
    const name = text.slice(at + 1, close);
    const kind = name.startsWith('#') ? kindOfReference(name) : joiners.has(name) ? JOINER : letters.test(name) ? OTHER : EXOTIC;
    if (kind === EXOTIC || kind === DIGIT) this.exotic = true;
    else if (kind === JOINER) this.between++;
    else if (kind === OTHER) this.endChain();
    return close;
  }
}

const joiners = new Set('nbsp ndash mdash hellip bull middot laquo raquo lsquo rsquo ldquo rdquo lsquor times rarr larr star'.split(' '));
const letters =
  /^(?:amp|lt|gt|quot|apos|copy|reg|trade|euro|pound|yen|deg|sect|\w+(?:acute|grave|circ|uml|cedil|tilde|ring|slash|lig|caron))$/;

/** `#8217`, `#x2F`: by the character it stands for; letters of "IMEI" in disguise are exotic. */
function kindOfReference(name: string): number {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (!(code < 0x110000)) return OTHER;
  if (code < 128)
    return code >= 48 && code <= 57
      ? DIGIT
      : /[imed]/i.test(String.fromCharCode(code))
        ? EXOTIC
        : (classes[code] ?? OTHER) === JOINER
          ? JOINER
          : OTHER;
  return kindBeyondAscii(String.fromCodePoint(code), 0, String.fromCodePoint(code).charCodeAt(0));
}

const EXOTIC = 9;

/** A character beyond ASCII at `at`: a digit, an invisible one, a joiner, a letter; exotic where only making the text readable can tell. */
function kindBeyondAscii(text: string, at: number, code: number): number {
  if (code < 0x180) return kindOfLatin(text, at, code);
  if (code >= 0xd800 && code < 0xe000) return kindOfPair(text, at, code);
  if (code < 0x2000 || (code >= 0xa600 && code < 0xac00) || code >= 0xff10) {
    if (isInvisible(code)) return NOTHING;
    if (digitValue(code) !== undefined) return DIGIT;
    // Full-width and small capital letters may spell a label.
    if ((code >= 0xff21 && code <= 0xff5a) || (code >= 0x1d00 && code <= 0x1d7f) || code === 0x26a)
      return isLabelLetter(code) ? EXOTIC : OTHER;
    return code >= 0xff01 && code <= 0xff20 ? JOINER : OTHER;
  }
  if (code < 0x2e80) return isInvisible(code) ? NOTHING : code === 0x202e ? EXOTIC : digitValue(code) !== undefined ? DIGIT : JOINER;
  return code === 0x3000 || (code >= 0xfe00 && code <= 0xff0f) ? (isInvisible(code) ? NOTHING : JOINER) : OTHER;
}

function kindOfLatin(text: string, at: number, code: number): number {
  if (code === 0xad) return NOTHING;
  // "m²" is an area; digits are raised in a row.
  if (code === 0xb2 || code === 0xb3 || code === 0xb9)
    return digitValue(text.charCodeAt(at + 1)) === undefined && digitValue(text.charCodeAt(at - 1)) === undefined ? OTHER : DIGIT;
  return code === 0xa0 || code === 0xb7 ? JOINER : OTHER;
}

/** Pictures join; mathematical and enclosed characters may be digits or spell a label; the second half of a pair has been seen. */
function kindOfPair(text: string, at: number, code: number): number {
  if (code >= 0xdc00) return NOTHING;
  if (digitValue(text.codePointAt(at) ?? 0) !== undefined) return DIGIT;
  if (code === 0xd835 || (code === 0xd83c && text.charCodeAt(at + 1) < 0xde00) || code >= 0xdb40) return EXOTIC;
  return JOINER;
}

/** Full-width I, M, E; small capitals ɪ, ᴍ, ᴇ. */
function isLabelLetter(code: number): boolean {
  return [0xff29, 0xff2d, 0xff25, 0xff49, 0xff4d, 0xff45, 0x1d0d, 0x1d07, 0x26a].includes(code);
}

/** Zero-width and format characters, combining marks, variation selectors, keycaps. */
function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    code === 0x61c ||
    code === 0x180e ||
    code === 0x115f ||
    code === 0x1160
  );
}

/** Whether a text needs a closer look; `bare` as in a reading: numbers without a label count. */
export function isWorthReading(text: string, bare: boolean): boolean {
  const seen = new Glance();
  seen.take(text, 0, text.length, false);
  seen.endChain();
  return seen.isWorthReading(bare);
}
