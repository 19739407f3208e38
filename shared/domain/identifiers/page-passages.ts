/** One pass over a page that sorts its contents into passages: what is seen, what is hidden, attributes, addresses, comments, scripts. */

import { StyleSheets } from './css-hiding.ts';
import { decodedPieces } from './entities.ts';
import { isSightWorthReading, LABEL_SEEN, lookAt, NOTHING_SEEN } from './glance.ts';
import { AttributeReader } from './page-attributes.ts';
import { PageText } from './page-text.ts';
import { type PageVisitor, walkPage } from './page-walk.ts';
import { type Passage, type Piece, passageOf, plainPassage } from './passage.ts';
import { Region } from './region.ts';
import { scriptPassages } from './script-text.ts';
import { cellTags, emptyTags, inlineTags, SCRIPT, STYLE, TEMPLATE, TEXTAREA, TITLE } from './tag-names.ts';

export interface PagePassages {
  /** The text as the screen shows it; absent when nothing in it is worth reading. */
  seen: Piece[] | undefined;
  /** The same with what is hidden; absent when nothing is, or nothing in it is worth reading. */
  everything: Piece[] | undefined;
  /** All other places worth reading, each on its own. */
  others: Passage[];
}

/** Reads a page's passages. The page may be broken in any way; what cannot be told is text. */
export function pagePassages(html: string): PagePassages {
  const sorter = new PassageSorter(html);
  walkPage(html, sorter);
  return sorter.passages();
}

class PassageSorter implements PageVisitor {
  private readonly html: string;
  private readonly pageText: PageText;
  private readonly others: Passage[] = [];
  private readonly attributes: AttributeReader;
  private readonly styles = new StyleSheets();
  private readonly hiding = new Region();
  private readonly turning = new Region();
  private element = 0;

  constructor(html: string) {
    this.html = html;
    this.pageText = new PageText(html);
    this.attributes = new AttributeReader(html, this.styles);
  }

  passages(): PagePassages {
    const { pageText } = this;
    pageText.endLine();
    const seen = isSightWorthReading(pageText.shown, true) ? pageText.pieces(false) : undefined;
    const everything = pageText.hasHidden && isSightWorthReading(pageText.all, true) ? pageText.pieces(true) : undefined;
    return { seen, everything, others: this.others.concat(this.attributes.passages) };
  }

  text(start: number, end: number): void {
    this.pageText.add(start, end, this.hiding.open);
  }

  rawText(start: number, end: number): void {
    const { element } = this;
    if (element === SCRIPT) this.takeScript(start, end);
    else if (element === STYLE) this.styles.read(this.html.slice(start, end));
    else if (element === TITLE || element === TEXTAREA) this.takeField(start, end, element === TITLE ? 'title' : 'textarea');
    else this.text(start, end);
  }

  private takeScript(start: number, end: number): void {
    const where = this.attributes.kind.includes('ld+json') ? 'json-ld' : 'script';
    for (const passage of scriptPassages(this.html, start, end, where)) this.others.push(passage);
  }

  private takeField(start: number, end: number, where: string): void {
    if (lookAt(this.html, start, end, true) === NOTHING_SEEN) return;
    this.others.push(passageOf(decodedPieces(this.html, start, end, false), { where, bare: true, unseen: false }));
  }

  openTag(element: number, nameEnd: number): void {
    this.element = element;
    if (!inlineTags.has(element)) this.breakLine(nameEnd);
    this.hiding.enter(element);
    this.turning.enter(element);
    this.attributes.openElement();
  }

  private breakLine(at: number): void {
    this.pageText.break(cellTags.has(this.element) ? '\t' : '\n', at, this.hiding.open);
  }

  attributeName(start: number, end: number): void {
    this.attributes.name(start, end);
  }

  attributeValue(start: number, end: number): void {
    this.attributes.value(start, end, this.element);
  }

  openTagEnd(end: number): void {
    const { element, attributes } = this;
    const namesImei = attributes.closeElement(element);
    if ((attributes.hides || attributes.turns || element === TEMPLATE) && !emptyTags.has(element)) this.openRegions(element, end);
    if (namesImei) this.pageText.mark(' IMEI ', end, this.hiding.open);
  }

  private openRegions(element: number, end: number): void {
    if (this.attributes.hides || element === TEMPLATE) this.hiding.start(element);
    if (!this.attributes.turns || this.turning.open) return;
    // The reader of text understands the override character; here it stands for the style that does the same.
    this.turning.start(element);
    this.pageText.mark('\u202e', end, this.hiding.open);
  }

  closeTag(element: number, nameStart: number): void {
    this.element = element;
    if (this.turning.leave(element)) this.pageText.mark('\u202c', nameStart, this.hiding.open);
    this.hiding.leave(element);
    if (cellTags.has(element)) this.pageText.endCell(nameStart, this.hiding.open);
    else if (!inlineTags.has(element)) this.breakLine(nameStart);
  }

  comment(start: number, end: number): void {
    if (lookAt(this.html, start, end, true) !== LABEL_SEEN) return;
    this.others.push(plainPassage(this.html.slice(start, end), start, { where: 'comment', bare: false, unseen: true }));
  }
}
