/** Sorts the contents of a page into passages: what is seen, what is hidden, attributes, addresses, comments, scripts. */

import { generatesText } from './css-content.ts';
import { decodedPieces } from './entities.ts';
import { LABEL_SEEN, lookAt, NOTHING_SEEN } from './glance.ts';
import { AttributeReader } from './page-attributes.ts';
import { textInValue } from './page-in-attribute.ts';
import { PageText } from './page-text.ts';
import { type PageVisitor, walkPage } from './page-walk.ts';
import { type Passage, type Piece, passageOf, plainPassage } from './passage.ts';
import { scriptPassages } from './script-text.ts';
import { BDO, IFRAME, inlineTags, SCRIPT, STYLE, TEXTAREA, TITLE } from './tag-names.ts';
import { TextGlance } from './text-glance.ts';

export interface PagePassages {
  /** The text as the screen shows it; absent when nothing in it is worth reading. */
  seen: Piece[] | undefined;
  /** The same with what is hidden; absent when nothing is, or nothing in it is worth reading. */
  everything: Piece[] | undefined;
  /** All other places worth reading, each on its own. */
  others: Passage[];
}

/**
 * Reads a page's passages. The page may be broken in any way; what cannot be told is text. Most pages are done after one walk; only where
 * their text may hold something is it put together, by a second walk that asks the style sheets what is hidden.
 */
export function pagePassages(html: string): PagePassages {
  const first = new FirstWalk(html);
  walkPage(html, first);
  const others = first.passages();
  if (!first.isTextWorthReading) return { seen: undefined, everything: undefined, others };
  const text = new PageText(html, first.fields);
  walkPage(html, text);
  return { seen: text.pieces(false), everything: text.hasHidden ? text.pieces(true) : undefined, others };
}

/** Collects every passage but the text, at which it only glances. */
class FirstWalk implements PageVisitor {
  /** Where a start tag ends whose attributes say that an IMEI stands inside. */
  readonly fields = new Set<number>();
  private readonly html: string;
  private readonly glance: TextGlance;
  private readonly attributes: AttributeReader;
  private readonly others: Passage[] = [];
  private element = 0;

  constructor(html: string) {
    this.html = html;
    this.glance = new TextGlance(html);
    this.attributes = new AttributeReader(html);
  }

  get isTextWorthReading(): boolean {
    this.glance.endLine();
    return this.glance.isWorthReading;
  }

  passages(): Passage[] {
    return this.others.concat(this.attributes.passages);
  }

  text(start: number, end: number): void {
    this.glance.add(start, end);
  }

  rawText(start: number, end: number): void {
    const { element } = this;
    if (element === SCRIPT) this.takeScript(start, end);
    else if (element === STYLE) this.takeStyle(start, end);
    else if (element === TITLE || element === TEXTAREA) this.takeField(start, end, element === TITLE ? 'title' : 'textarea');
    else this.text(start, end);
  }

  private takeScript(start: number, end: number): void {
    const where = this.attributes.kind.includes('ld+json') ? 'json-ld' : 'script';
    for (const passage of scriptPassages(this.html, start, end, where)) this.others.push(passage);
  }

  /** `unicode-bidi:bidi-override` may make a number of digits that stand backwards, `content:"35…"` of none. */
  private takeStyle(start: number, end: number): void {
    const css = this.html.slice(start, end);
    if (css.includes('-override') || generatesText(css)) this.glance.noteLabel();
  }

  private takeField(start: number, end: number, where: string): void {
    if (lookAt(this.html, start, end, true) === NOTHING_SEEN) return;
    this.others.push(passageOf(decodedPieces(this.html, start, end, false), { where, bare: true, unseen: false }));
  }

  openTag(element: number): void {
    this.element = element;
    if (!inlineTags.has(element)) this.glance.endLine();
    this.attributes.openElement();
  }

  attributeName(start: number, end: number): void {
    this.attributes.name(start, end);
  }

  attributeValue(start: number, end: number): void {
    if (this.element === IFRAME && this.attributes.isNamed('srcdoc'))
      for (const [from, to] of textInValue(this.html, start, end)) this.text(from, to);
    else this.attributes.value(start, end, this.element);
  }

  openTagEnd(at: number): void {
    const { element, attributes, glance } = this;
    const namesImei = attributes.closeElement(element, at);
    if (namesImei) this.fields.add(at);
    if (namesImei || attributes.turns || element === BDO) glance.noteLabel();
  }

  closeTag(element: number): void {
    if (!inlineTags.has(element)) this.glance.endLine();
  }

  comment(start: number, end: number): void {
    if (lookAt(this.html, start, end, true) !== LABEL_SEEN) return;
    this.others.push(plainPassage(this.html.slice(start, end), start, { where: 'comment', bare: false, unseen: true }));
  }
}
