/** The text of a page, as the screen shows it and with what is hidden, in pieces that know where they stand. */

import { type Generated, generatedText } from './css-content.ts';
import { StyleSheets } from './css-hiding.ts';
import { ElementStyling } from './element-styling.ts';
import { decodedPieces } from './entities.ts';
import { textInValue } from './page-in-attribute.ts';
import type { PageVisitor } from './page-walk.ts';
import type { Piece } from './passage.ts';
import { Region } from './region.ts';
import { cellTags, emptyTags, IFRAME, inlineTags, RUBY_TEXT, SCRIPT, STYLE, TEMPLATE, TEXTAREA, TITLE } from './tag-names.ts';

/** Text that stands nowhere in the page but says what its markup means. Numbered, as the pieces of a page are kept as numbers. */
const marks = ['', ' ', '\t', '\n', ' IMEI ', '\u202e', '\u202c'] as const;
const NONE = 0;
const BLANK = 1;
const CELL = 2;
const LINE = 3;
const IMEI = 4;
const RIGHT_TO_LEFT = 5;
const POP_DIRECTION = 6;

/** Start tags are searched no further for an attribute that a style sheet shows. */
const LONGEST_TAG = 2000;

/** Collects the text of the page it is walked over. */
export class PageText implements PageVisitor {
  /** Some of the text is hidden. */
  hasHidden = false;
  private readonly html: string;
  /** Where a start tag ends whose attributes say that an IMEI stands inside. */
  private readonly fields: ReadonlySet<number>;
  private readonly styles = new StyleSheets();
  private readonly styling: ElementStyling;
  private readonly hiding = new Region();
  private readonly turning = new Region();
  /** The element behind whose text a style sheet shows more, and what. */
  private readonly followed = new Region();
  private following = '';
  private element = 0;
  /** Where the name of the open tag ends. */
  private nameEnd = 0;
  /** Text that style sheets show, numbered on behind the marks. */
  private readonly generated: string[] = [];
  /** For each piece its start, its end, and twice its mark (`NONE` for text of the page) plus one where hidden. */
  private readonly entries: number[] = [];
  /** The blank the text ends in, so that blanks do not pile up. */
  private lastBlank = LINE;
  /** White space behind the last piece, which counts only if more text follows before the line or cell ends. */
  private trailing = NONE;

  constructor(html: string, fields: ReadonlySet<number>) {
    this.html = html;
    this.fields = fields;
    this.styling = new ElementStyling(html, this.styles);
  }

  openTag(element: number, nameEnd: number): void {
    this.element = element;
    if (!inlineTags.has(element)) this.break(cellTags.has(element) ? CELL : LINE, nameEnd);
    this.hiding.enter(element);
    this.turning.enter(element);
    this.followed.enter(element);
    this.nameEnd = nameEnd;
    this.styling.openElement();
  }

  attributeName(start: number, end: number): void {
    this.styling.name(start, end);
  }

  attributeValue(start: number, end: number): void {
    if (this.element === IFRAME && this.styling.isNamed('srcdoc'))
      for (const [from, to] of textInValue(this.html, start, end)) this.text(from, to);
    else this.styling.value(start, end, this.element);
  }

  openTagEnd(at: number): void {
    const { element } = this;
    if (!emptyTags.has(element)) this.openRegions(element, at);
    if (this.fields.has(at)) this.mark(IMEI, at);
    if (this.styling.generated !== undefined) this.showGenerated(this.styling.generated, at);
  }

  private showGenerated({ before, after }: Generated, at: number): void {
    const tag = this.html.slice(this.nameEnd, Math.min(at, this.nameEnd + LONGEST_TAG));
    this.generate(generatedText(before, tag), this.nameEnd, at);
    if (this.followed.open || after.length === 0) return;
    this.following = generatedText(after, tag);
    this.followed.start(this.element);
  }

  private generate(text: string, start: number, end: number): void {
    if (text === '') return;
    this.mark(marks.length + this.generated.length, start, end);
    this.generated.push(text);
    this.lastBlank = NONE;
  }

  private openRegions(element: number, at: number): void {
    if (this.styling.hides || element === TEMPLATE || element === RUBY_TEXT) this.hiding.start(element);
    if (!this.styling.turns || this.turning.open) return;
    // The reader of text understands the override character; here it stands for the style that does the same.
    this.turning.start(element);
    this.mark(RIGHT_TO_LEFT, at);
  }

  closeTag(element: number, nameStart: number): void {
    if (this.turning.leave(element)) this.mark(POP_DIRECTION, nameStart);
    if (this.followed.leave(element)) this.generate(this.following, nameStart - 2, nameStart);
    this.hiding.leave(element);
    if (cellTags.has(element)) this.endCell(nameStart);
    else if (!inlineTags.has(element)) this.break(LINE, nameStart);
  }

  rawText(start: number, end: number): void {
    const { element } = this;
    if (element === STYLE) this.styles.read(this.html.slice(start, end));
    else if (element !== SCRIPT && element !== TITLE && element !== TEXTAREA) this.text(start, end);
  }

  comment(): void {}

  /** A stretch of the page's own text. White space at either end counts as one blank, together with that of the next stretch. */
  text(start: number, last: number): void {
    const from = this.passBlanks(start, last);
    if (from >= last) return;
    this.push(from, this.textEnd(from, last), NONE);
    this.lastBlank = NONE;
    if (this.hiding.open) this.hasHidden = true;
  }

  private push(start: number, end: number, mark: number): void {
    this.entries.push(start, end, mark * 2 + (this.hiding.open ? 1 : 0));
  }

  private passBlanks(start: number, end: number): number {
    let at = start;
    let line = this.trailing === LINE;
    for (; at < end && isBlank(this.html.charCodeAt(at)); at++) line ||= this.html.charCodeAt(at) === 10;
    if (at === end && at > start && this.lastBlank === NONE) this.trailing = line ? LINE : BLANK;
    else if ((at > start || this.trailing !== NONE) && this.lastBlank === NONE) this.blank(line ? LINE : BLANK, start, at);
    return at;
  }

  /** Where the text of a stretch ends before the white space behind it. */
  private textEnd(from: number, last: number): number {
    let end = last;
    for (; end > from && isBlank(this.html.charCodeAt(end - 1)); end--) if (this.html.charCodeAt(end - 1) === 10) this.trailing = LINE;
    if (end < last && this.trailing === NONE) this.trailing = BLANK;
    return end;
  }

  /** A new line or cell; one is enough, and a line makes a cell needless. */
  private break(mark: number, at: number): void {
    this.trailing = NONE;
    if (this.lastBlank < mark) this.blank(mark, at, at);
  }

  /** The end of a cell shows even where nothing is in it: the cells of a row are counted. */
  private endCell(at: number): void {
    this.blank(CELL, at, at);
  }

  private blank(mark: number, start: number, end: number): void {
    this.push(start, end, mark);
    this.lastBlank = mark;
    this.trailing = NONE;
  }

  private mark(mark: number, at: number, end = at): void {
    if (this.trailing !== NONE) this.blank(this.trailing, at, at);
    this.push(at, end, mark);
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
      const mark = marks[kind >> 1] ?? this.generated[(kind >> 1) - marks.length] ?? '';
      if (mark !== '') pieces.push({ text: mark, start, end, hidden });
      else for (const piece of decodedPieces(html, start, end, hidden)) takeWithoutRuns(pieces, piece);
    }
    return pieces;
  }
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 11);
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
