/** Walks over a page and tells its text, tags, attributes, raw text and comments apart, hopping from one sign of markup to the next. */

import { rawTextElement, tagKey } from './tag-names.ts';

/** What a page is made of, in its order, as offsets into it: `start` inclusive, `end` exclusive. References (`&amp;`) are left as they stand. */
export interface PageVisitor {
  /** Text between tags. A `<` that begins no markup is part of it. */
  text(start: number, end: number): void;
  /**
   * A start tag: its element as a number (`tagKey`) and where its name ends. Its attributes follow, then `openTagEnd`, unless the page is
   * cut off in between.
   */
  openTag(element: number, nameEnd: number): void;
  attributeName(start: number, end: number): void;
  /** The value of the attribute named last, without its quotes. Called only where there is one, be it empty. */
  attributeValue(start: number, end: number): void;
  /** `at` is the `>` that ends the start tag. */
  openTagEnd(at: number): void;
  /** All that stands in the element opened last, one whose contents are no markup: script, style, title, textarea, iframe and their like. */
  rawText(start: number, end: number): void;
  /** An end tag: its element and where its name starts. */
  closeTag(element: number, nameStart: number): void;
  /** What stands between the signs of a comment, CDATA section or anything else that a browser takes for a comment. */
  comment(start: number, end: number): void;
}

/**
 * Reports a page to `visitor`. The page may be broken in any way; what is no markup is text, and a tag or attribute that the end of the
 * page cuts off is dropped. Agrees with the tokenizer of htmlparser2 (docs/decisions/0010). Linear: every search starts where the last ended.
 */
export function walkPage(html: string, visitor: PageVisitor): void {
  new PageWalk(html, visitor).walk();
}

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const EXCLAMATION = 33;
const QUESTION = 63;

/** `--!>` is an error that ends a comment all the same (HTML, 13.2.5.51). */
const commentEnd = /--!?>/g;

class PageWalk {
  private readonly html: string;
  private readonly visitor: PageVisitor;
  private readonly length: number;

  constructor(html: string, visitor: PageVisitor) {
    this.html = html;
    this.visitor = visitor;
    this.length = html.length;
  }

  walk(): void {
    const { html, length } = this;
    let textStart = 0;
    for (let sign = html.indexOf('<'); sign >= 0; ) {
      const code = html.charCodeAt(sign + 1);
      if (!this.beginsMarkup(code, sign)) {
        sign = html.indexOf('<', sign + 1);
        continue;
      }
      if (sign > textStart) this.visitor.text(textStart, sign);
      textStart = this.passMarkup(code, sign + 1);
      // Most tags follow one another or stand a blank apart.
      sign = html.charCodeAt(textStart) === LESS ? textStart : html.indexOf('<', textStart);
    }
    if (textStart < length) this.visitor.text(textStart, length);
  }

  private beginsMarkup(code: number, sign: number): boolean {
    if (isLetter(code) || code === EXCLAMATION || code === QUESTION) return true;
    return code === SLASH && sign + 2 < this.length;
  }

  /** `at` is behind the `<`. These methods return where the walk goes on. */
  private passMarkup(code: number, at: number): number {
    if (code === SLASH) return this.passEndTag(at + 1);
    if (code === EXCLAMATION) return this.passDeclaration(at + 1);
    if (code === QUESTION) return this.passBogusComment(at);
    return this.passStartTag(at);
  }

  private passStartTag(start: number): number {
    const { html, visitor, length } = this;
    const nameEnd = this.nameEnd(start);
    if (nameEnd === length) return length;
    const element = tagKey(html, start, nameEnd);
    visitor.openTag(element, nameEnd);
    const end = this.passAttributes(nameEnd);
    if (end === length) return length;
    visitor.openTagEnd(end);
    const raw = rawTextElement(element, html, start);
    return raw === undefined ? end + 1 : this.passRawText(raw, end + 1);
  }

  /** Returns the `>`. A slash between attributes means nothing. */
  private passAttributes(from: number): number {
    const { html, visitor, length } = this;
    for (let at = from; at < length; ) {
      const code = html.charCodeAt(at);
      if (code === GREATER) return at;
      if (code === SLASH || isWhiteSpace(code)) {
        at++;
        continue;
      }
      const nameEnd = this.attributeNameEnd(at);
      if (nameEnd === length) break;
      visitor.attributeName(at, nameEnd);
      at = this.passWhiteSpace(nameEnd);
      if (html.charCodeAt(at) === EQUALS) at = this.passValue(this.passWhiteSpace(at + 1));
    }
    return length;
  }

  private passValue(start: number): number {
    const { html, visitor, length } = this;
    const quote = html.charCodeAt(start);
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return this.passUnquotedValue(start);
    const end = html.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", start + 1);
    if (end < 0) return length;
    visitor.attributeValue(start + 1, end);
    return end + 1;
  }

  private passUnquotedValue(start: number): number {
    const { html, length } = this;
    for (let end = start; end < length; end++) {
      const code = html.charCodeAt(end);
      if (code !== GREATER && !isWhiteSpace(code)) continue;
      this.visitor.attributeValue(start, end);
      return end;
    }
    return length;
  }

  private passRawText(element: string, start: number): number {
    const { html, visitor, length } = this;
    let end = element === 'plaintext' ? -1 : html.indexOf('</', start);
    while (end >= 0 && !this.isEndTagOf(element, end + 2)) end = html.indexOf('</', end + 2);
    const textEnd = end < 0 ? length : end;
    if (textEnd > start) visitor.rawText(start, textEnd);
    return end < 0 ? length : this.passEndTag(end + 2);
  }

  private isEndTagOf(element: string, at: number): boolean {
    const end = at + element.length;
    if (end >= this.length || !endsName(this.html.charCodeAt(end))) return false;
    return this.html.slice(at, end).toLowerCase() === element;
  }

  private passEndTag(start: number): number {
    const { html, visitor, length } = this;
    const code = html.charCodeAt(start);
    if (code === GREATER) return start + 1;
    if (!isLetter(code)) return this.passBogusComment(start);
    const nameEnd = this.nameEnd(start);
    if (nameEnd === length) return length;
    visitor.closeTag(tagKey(html, start, nameEnd), start);
    return this.behind(html.indexOf('>', nameEnd), 1);
  }

  private passDeclaration(at: number): number {
    const { html, visitor, length } = this;
    if (html.startsWith('--', at)) return this.passComment(at + 2);
    if (html.startsWith('[CDATA[', at)) {
      const end = html.indexOf(']]>', at + 7);
      visitor.comment(end < 0 ? at : at + 7, end < 0 ? length : end);
      return this.behind(end, 3);
    }
    if (html.slice(at, at + 7).toLowerCase() === 'doctype') return this.behind(html.indexOf('>', at + 7), 1);
    return this.passBogusComment(at);
  }

  private passComment(start: number): number {
    const { html, visitor, length } = this;
    if (html.startsWith('>', start)) return start + 1;
    if (html.startsWith('->', start)) return start + 2;
    commentEnd.lastIndex = start;
    const found = commentEnd.exec(html);
    visitor.comment(start, found?.index ?? length);
    return found === null ? length : found.index + found[0].length;
  }

  /** `<?xml …>`, `<!ELEMENT …>`, `</3>`: up to the next `>`. */
  private passBogusComment(start: number): number {
    const end = this.html.indexOf('>', start);
    this.visitor.comment(start, end < 0 ? this.length : end);
    return this.behind(end, 1);
  }

  private behind(found: number, length: number): number {
    return found < 0 ? this.length : found + length;
  }

  private nameEnd(start: number): number {
    const { html, length } = this;
    let end = start + 1;
    while (end < length && !endsName(html.charCodeAt(end))) end++;
    return end;
  }

  /** Its first character is part of the name whatever it is, even `=`. */
  private attributeNameEnd(start: number): number {
    const { html, length } = this;
    let end = start + 1;
    for (; end < length; end++) {
      const code = html.charCodeAt(end);
      if (code === EQUALS || endsName(code)) break;
    }
    return end;
  }

  private passWhiteSpace(from: number): number {
    let at = from;
    while (isWhiteSpace(this.html.charCodeAt(at))) at++;
    return at;
  }
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

/** White space of HTML: space, tab, line feed, form feed, carriage return. */
function isWhiteSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}

function endsName(code: number): boolean {
  return code <= GREATER && (code === GREATER || code === SLASH || isWhiteSpace(code));
}
