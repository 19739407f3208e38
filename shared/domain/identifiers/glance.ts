/** A first look at text, cheap enough for every listing and every attribute of a page: whether anything in it is worth reading closely. */

import {
  AMPERSAND,
  DIGIT,
  digitAt,
  EXOTIC,
  JOINER,
  kindAt,
  LETTER_OF_LABEL,
  NOTHING,
  nextSpot,
  OTHER,
  OTHER_SCRIPT,
} from './character-kinds.ts';
import { DigitChain } from './digit-chain.ts';
import { decodedPieces } from './entities.ts';
import { mayStartLabel, scriptLabel } from './label-glance.ts';
import { kindOfReference, referenceEnd } from './reference-glance.ts';

/** What a first look saw. A greater sight takes in the smaller ones. */
export const NOTHING_SEEN = 0;
/** Digits hang together that hold an IMEI: worth reading where a number counts without a label. */
export const NUMBER_SEEN = 1;
/** Something spelled like IMEI, MEID or "serial", or characters in disguise: worth reading anywhere. */
export const LABEL_SEEN = 2;

/** Looks at `text.slice(start, end)`; `marked` texts hold character references. Sees too much rather than too little. */
export function lookAt(text: string, start: number, end: number, marked: boolean): number {
  const spot = spotFrom(text, start, end, marked);
  if (spot < end) return kindAt(text, spot) === LETTER_OF_LABEL ? LABEL_SEEN : lookAtEach(text, start, end, marked);
  return end - start >= 15 && holdsNumber(text, start, end) ? NUMBER_SEEN : NOTHING_SEEN;
}

/** The first spot, but for `&` where it begins no reference or one that parts digits as any letter does: addresses are full of them. */
function spotFrom(text: string, start: number, end: number, marked: boolean): number {
  let spot = nextSpot(text, start, end);
  while (spot < end && kindAt(text, spot) === AMPERSAND && !(marked && referenceMatters(text, spot, end))) {
    spot = nextSpot(text, spot + 1, end);
  }
  return spot;
}

function referenceMatters(text: string, at: number, end: number): boolean {
  if (text.startsWith('amp;', at + 1)) return false;
  const close = referenceEnd(text, at, end);
  return close > at && kindOfReference(text.slice(at + 1, close)) !== OTHER;
}

/** Whether a text needs a closer look; `bare` if numbers without a label count in it. */
export function isWorthReading(text: string, bare: boolean): boolean {
  return isSightWorthReading(lookAt(text, 0, text.length, false), bare);
}

export function isSightWorthReading(sight: number, bare: boolean): boolean {
  return sight === LABEL_SEEN || (sight === NUMBER_SEEN && bare);
}

/** Where nothing but numbers can be of interest, one character in fifteen is looked at: a number that is long enough covers one of them. */
function holdsNumber(text: string, start: number, end: number): boolean {
  for (let probe = start + 14; probe < end; probe += 15) {
    if (parts(kindAt(text, probe))) continue;
    let from = probe;
    while (from > start && !parts(kindAt(text, from - 1))) from--;
    while (probe + 1 < end && !parts(kindAt(text, probe + 1))) probe++;
    if (probe + 1 - from >= 15 && chainHoldsImei(text, from, probe + 1)) return true;
  }
  return false;
}

/** Whether a character of this kind parts digits. */
export function parts(kind: number): boolean {
  return kind !== DIGIT && kind !== JOINER && kind !== NOTHING;
}

function chainHoldsImei(text: string, start: number, end: number): boolean {
  const chain = new DigitChain();
  for (let at = start; at < end; at++) {
    const kind = kindAt(text, at);
    if (kind === DIGIT) chain.add(digitAt(text, at));
    else if (kind === JOINER && !isAnotherBlank(text, at)) chain.widen();
  }
  chain.end();
  return chain.heldImei;
}

/** Blanks of a page show as one. */
function isAnotherBlank(text: string, at: number): boolean {
  return text.charCodeAt(at) === 32 && text.charCodeAt(at - 1) === 32;
}

/** Character by character, for the few texts with references, other scripts or what may be a label. */
function lookAtEach(text: string, start: number, end: number, marked: boolean): number {
  const chain = new DigitChain();
  let otherScript = false;
  for (let at = start; at < end; at++) {
    let kind = kindAt(text, at);
    if (kind === DIGIT) {
      chain.add(digitAt(text, at));
      continue;
    }
    if (kind === AMPERSAND && marked) {
      const close = referenceEnd(text, at, end);
      if (close > at) kind = kindOfReference(text.slice(at + 1, close));
      if (kind === EXOTIC) return lookAtDecoded(text, start, end);
      at = close;
    }
    if (kind === EXOTIC || (kind === LETTER_OF_LABEL && mayStartLabel(text, at))) return LABEL_SEEN;
    if (kind === OTHER_SCRIPT) otherScript = true;
    if (kind === JOINER) {
      if (!isAnotherBlank(text, at)) chain.widen();
    } else if (kind !== NOTHING) chain.end();
  }
  if (otherScript && scriptLabel.test(text.slice(start, end))) return LABEL_SEEN;
  chain.end();
  return chain.heldImei ? NUMBER_SEEN : NOTHING_SEEN;
}

/** References may stand for digits or the letters of a label. */
function lookAtDecoded(text: string, start: number, end: number): number {
  const decoded = decodedPieces(text, start, end, false).reduce((whole, piece) => whole + piece.text, '');
  return lookAt(decoded, 0, decoded.length, false);
}
