/** The text of a page while it is walked through: where its pieces stand, kept as numbers until somebody wants to read them. */

import { DIGIT, JOINER, kindAt } from './character-kinds.ts';
import { decodedPieces } from './entities.ts';
import { LABEL_SEEN, lookAt, NOTHING_SEEN, parts } from './glance.ts';
import type { Piece } from './passage.ts';

/** Text that stands nowhere in the page but says what its markup means. */
const marks = ['', ' ', '\n', '\t', ' IMEI ', '\u202e', '\u202c'] as const;
export type Mark = (typeof marks)[number];

export class PageText {
  /** What a first look saw in the text as shown, and in all of it. */
  shown = NOTHING_SEEN;
  all = NOTHING_SEEN;
  /** Some of the text is hidden. */
  hasHidden = false;
  private readonly html: string;
  /** For each piece its start, its end, and twice the index of its mark (0 for text of the page) plus one where hidden. */
  private readonly entries: number[] = [];
  /** The blank the text ends in, so that blanks do not pile up. */
  private lastBlank: Mark = '\n';
  /** White space behind the last piece, which counts only if more text follows before the line or cell ends. */
  private trailing: Mark = '';
  /** Of the line: its first entry, whether a piece of it ends in digits, and whether a later piece begins with some. */
  private lineStart = 0;
  private endsInDigits = false;
  private cutsNumber = false;

  constructor(html: string) {
    this.html = html;
  }

  /** A stretch of the page's own text. White space at either end counts as one blank, together with that of the next stretch. */
  add(start: number, last: number, hidden: boolean): void {
    const from = this.passBlanks(start, last, hidden);
    if (from >= last) return;
    const end = this.textEnd(from, last);
    this.entries.push(from, end, hidden ? 1 : 0);
    this.lastBlank = '';
    if (hidden) this.hasHidden = true;
    if (this.shown === LABEL_SEEN) return;
    this.saw(lookAt(this.html, from, end, true), hidden);
    if (this.endsInDigits) this.cutsNumber ||= mayCutNumber(this.html, from, end, 1);
    this.endsInDigits ||= mayCutNumber(this.html, end - 1, from - 1, -1);
  }

  private saw(sight: number, hidden: boolean): void {
    if (!hidden) this.shown = Math.max(this.shown, sight);
    this.all = Math.max(this.all, sight);
  }

  private passBlanks(start: number, end: number, hidden: boolean): number {
    let at = start;
    let line = this.trailing === '\n';
    for (; at < end && isBlank(this.html.charCodeAt(at)); at++) line ||= this.html.charCodeAt(at) === 10;
    if (at === end && at > start && this.lastBlank === '') this.trailing = line ? '\n' : ' ';
    else if ((at > start || this.trailing !== '') && this.lastBlank === '') this.blank(line ? '\n' : ' ', start, at, hidden);
    return at;
  }

  /** Where the text of a stretch ends before the white space behind it. */
  private textEnd(from: number, last: number): number {
    let end = last;
    for (; end > from && isBlank(this.html.charCodeAt(end - 1)); end--) if (this.html.charCodeAt(end - 1) === 10) this.trailing = '\n';
    if (end < last && this.trailing === '') this.trailing = ' ';
    return end;
  }

  /** A new line or cell; one blank is enough. */
  break(mark: '\n' | '\t', at: number, hidden: boolean): void {
    this.trailing = '';
    if (this.lastBlank !== mark && !(this.lastBlank === '\n' && mark === '\t')) this.blank(mark, at, at, hidden);
    this.endLine();
  }

  /** The end of a cell shows even where nothing is in it: the cells of a row are counted. */
  endCell(at: number, hidden: boolean): void {
    if (this.lastBlank === '') this.break('\t', at, hidden);
    else this.blank('\t', at, at, hidden);
    this.trailing = '';
  }

  /** A line or cell ends, and no number without a label goes on behind it. One that markup cut into pieces is put together and looked at. */
  endLine(): void {
    if (this.cutsNumber) {
      this.saw(this.lookAtLine(false), false);
      if (this.hasHidden) this.saw(this.lookAtLine(true), true);
    }
    this.lineStart = this.entries.length;
    this.endsInDigits = false;
    this.cutsNumber = false;
  }

  private lookAtLine(withHidden: boolean): number {
    const { entries, html } = this;
    let line = '';
    for (let i = this.lineStart; i < entries.length; i += 3) {
      const kind = entries[i + 2] ?? 0;
      if (withHidden || kind % 2 === 0) line += kind < 2 ? html.slice(entries[i], entries[i + 1]) : marks[kind >> 1];
    }
    return lookAt(line, 0, line.length, true);
  }

  private blank(mark: Mark, start: number, end: number, hidden: boolean): void {
    this.entries.push(start, end, marks.indexOf(mark) * 2 + (hidden ? 1 : 0));
    this.lastBlank = mark;
    this.trailing = '';
    if (mark === '\n') this.endLine();
  }

  /** Says what the markup means; that alone is worth a closer look. */
  mark(mark: Mark, at: number, hidden: boolean): void {
    if (this.trailing !== '') this.blank(this.trailing, at, at, hidden);
    this.entries.push(at, at, marks.indexOf(mark) * 2 + (hidden ? 1 : 0));
    this.saw(LABEL_SEEN, false);
  }

  /** The pieces of the text, references decoded and blanks made one: all of them, or those that are not hidden. */
  pieces(withHidden: boolean): Piece[] {
    const { entries, html } = this;
    const pieces: Piece[] = [];
    for (let i = 0; i < entries.length; i += 3) {
      const start = entries[i] ?? 0;
      const end = entries[i + 1] ?? 0;
      const kind = entries[i + 2] ?? 0;
      const hidden = (kind & 1) === 1;
      if (hidden && !withHidden) continue;
      const mark = marks[kind >> 1] ?? '';
      if (mark !== '') pieces.push({ text: mark, start, end, hidden });
      else for (const piece of decodedPieces(html, start, end, hidden)) takeWithoutRuns(pieces, piece);
    }
    return pieces;
  }
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 11);
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

/** Runs of white space show as one blank; long indentation would tear numbers and labels apart. */
function takeWithoutRuns(pieces: Piece[], piece: Piece): void {
  const part = (from: number, to: number) => {
    if (to > from)
      pieces.push({ text: piece.text.slice(from, to), start: piece.start + from, end: piece.start + to, hidden: piece.hidden });
  };
  if (piece.text.length !== piece.end - piece.start || !/\s\s/.test(piece.text)) {
    pieces.push(piece);
    return;
  }
  let at = 0;
  for (const match of piece.text.matchAll(/\s{2,}/g)) {
    part(at, match.index);
    at = match.index + match[0].length;
    const lines = match[0].split('\n').length - 1;
    const text = lines > 1 ? '\n\n' : lines === 1 ? '\n' : ' ';
    pieces.push({ text, start: piece.start + match.index, end: piece.start + at, hidden: piece.hidden });
  }
  part(at, piece.text.length);
}
