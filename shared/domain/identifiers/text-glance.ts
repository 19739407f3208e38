/** A first look at the text of a page, in the pieces into which its markup cuts it: whether the text is worth putting together and reading. */

import { AMPERSAND, DIGIT, EXOTIC, JOINER, kindAt, OTHER } from './character-kinds.ts';
import { LABEL_SEEN, lookAt, NOTHING_SEEN, NUMBER_SEEN, parts } from './glance.ts';
import { kindOfReference, referenceEnd } from './reference-glance.ts';

/** What CSS hides is not known yet. So every piece counts, and of a number in pieces only that its line holds enough digits. */
export class TextGlance {
  private sight = NOTHING_SEEN;
  private readonly html: string;
  /** Starts and ends of the line's pieces, as many as `pieces` says. */
  private readonly line: number[] = [];
  private pieces = 0;
  /** A piece of the line ends in digits, and a later one begins with some. */
  private endsInDigits = false;
  private cutsNumber = false;

  constructor(html: string) {
    this.html = html;
  }

  get isWorthReading(): boolean {
    return this.sight !== NOTHING_SEEN;
  }

  /** A stretch of text between tags. White space at its edges is left to whoever puts the text together. */
  add(start: number, last: number): void {
    const { html } = this;
    if (this.sight === LABEL_SEEN) return;
    let from = start;
    while (from < last && html.charCodeAt(from) <= 32) from++;
    if (from === last) return;
    let end = last;
    while (html.charCodeAt(end - 1) <= 32) end--;
    this.sight = Math.max(this.sight, lookAt(html, from, end, true));
    if (this.endsInDigits) this.cutsNumber ||= mayCutNumber(html, from, end, 1);
    this.endsInDigits ||= mayCutNumber(html, end - 1, from - 1, -1);
    this.line[this.pieces++] = from;
    this.line[this.pieces++] = end;
  }

  /** Says that the markup announces an identifier, or shows text otherwise than it stands. */
  noteLabel(): void {
    this.sight = LABEL_SEEN;
  }

  /** A line or cell ends, and no number without a label goes on behind it. */
  endLine(): void {
    if (this.cutsNumber && this.digitsInLine() >= 15) this.sight = Math.max(this.sight, NUMBER_SEEN);
    this.pieces = 0;
    this.endsInDigits = false;
    this.cutsNumber = false;
  }

  /**
   * The digits that one number of the line may have at most: those of all pieces that hold nothing else, and of one more at either end.
   * What is hidden may stand anywhere between.
   */
  private digitsInLine(): number {
    let within = 0;
    let before = 0;
    let behind = 0;
    for (let piece = 0; piece < this.pieces; piece += 2) {
      const { first, last, parted } = edgeDigits(this.html, this.line[piece] ?? 0, this.line[piece + 1] ?? 0);
      if (!parted) within += last;
      behind = Math.max(behind, first);
      before = Math.max(before, parted ? last : 0);
    }
    return before + within + behind;
  }
}

/** How many digits stand before the first character of a piece that parts them, and behind the last. References may join digits, or be some. */
function edgeDigits(html: string, start: number, end: number): { first: number; last: number; parted: boolean } {
  let first = 0;
  let last = 0;
  let parted = false;
  for (let at = start; at < end; at++) {
    let kind = kindAt(html, at);
    if (kind === AMPERSAND) {
      const close = referenceEnd(html, at, end);
      kind = close > at ? kindOfReference(html.slice(at + 1, close)) : OTHER;
      at = close;
    }
    if (kind === DIGIT || kind === EXOTIC) last++;
    else if (parts(kind)) {
      if (!parted) first = last;
      parted = true;
      last = 0;
    }
  }
  return { first, last, parted };
}

/** Whether the edge of a piece, from `from` inwards, may be inside a number: digits behind a few joiners, or a reference. */
function mayCutNumber(html: string, from: number, limit: number, step: 1 | -1): boolean {
  let joiners = 0;
  for (let at = from; at !== limit && joiners < 4; at += step) {
    const kind = kindAt(html, at);
    if (kind === DIGIT || '&;'.includes(html.charAt(at))) return true;
    if (parts(kind)) return false;
    if (kind === JOINER) joiners++;
  }
  return false;
}
