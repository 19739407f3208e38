/** One pass over a page that sorts its contents into passages: what is seen, what is hidden, attributes, addresses, comments, scripts. */

import { Tokenizer } from 'htmlparser2';
import { StyleSheets } from './css-hiding.ts';
import { decodedPieces } from './entities.ts';
import { Glance } from './glance.ts';
import { AttributeReader } from './page-attributes.ts';
import { PageText } from './page-text.ts';
import { type Passage, type Piece, passageOf, plainPassage } from './passage.ts';
import { Region } from './region.ts';
import { scriptPassages } from './script-text.ts';
import { cellTags, emptyTags, inlineTags, rawTextTags, SCRIPT, STYLE, TEMPLATE, TEXTAREA, TITLE, tagKey } from './tag-names.ts';

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
  const walk = new Walk(html);
  const tokenizer = new Tokenizer({ decodeEntities: false }, walk);
  tokenizer.write(html);
  tokenizer.end();
  return walk.passages();
}

class Walk {
  private readonly html: string;
  private readonly text: PageText;
  private readonly others: Passage[] = [];
  private readonly attributes: AttributeReader;
  private readonly styles = new StyleSheets();
  private readonly glance = new Glance();
  private readonly hiding = new Region();
  private readonly turning = new Region();
  private element = 0;
  /** The raw-text element we are in, and its type. */
  private raw = 0;
  private rawKind = '';

  constructor(html: string) {
    this.html = html;
    this.text = new PageText(html);
    this.attributes = new AttributeReader(html, this.styles);
  }

  passages(): PagePassages {
    const { text } = this;
    text.shown.endChain();
    text.all.endChain();
    const seen = text.shown.isWorthReading(true) ? text.pieces(false) : undefined;
    const everything = text.hasHidden && (text.all.isWorthReading(true) || seen !== undefined) ? text.pieces(true) : undefined;
    return { seen, everything, others: this.others.concat(this.attributes.passages) };
  }

  ontext(start: number, end: number): void {
    if (this.raw === 0) this.text.add(start, end, this.hiding.open);
    else if (this.raw === STYLE) this.styles.read(this.html.slice(start, end));
    else if (this.raw === SCRIPT) this.takeScript(start, end);
    else if (this.raw === TITLE || this.raw === TEXTAREA) this.takeField(start, end, this.raw === TITLE ? 'title' : 'textarea');
  }

  private takeScript(start: number, end: number): void {
    const where = this.rawKind.includes('ld+json') ? 'json-ld' : 'script';
    for (const passage of scriptPassages(this.html, start, end, where)) this.others.push(passage);
  }

  private takeField(start: number, end: number, where: string): void {
    if (!this.isWorthReading(start, end, true)) return;
    this.others.push(passageOf(decodedPieces(this.html, start, end, false), { where, bare: true, unseen: false }));
  }

  private isWorthReading(start: number, end: number, bare: boolean): boolean {
    this.glance.reset();
    this.glance.take(this.html, start, end, true);
    this.glance.endChain();
    return this.glance.isWorthReading(bare);
  }

  onopentagname(start: number, end: number): void {
    const element = tagKey(this.html, start, end);
    this.element = element;
    if (!inlineTags.has(element)) this.breakLine(end);
    this.hiding.enter(element);
    this.turning.enter(element);
    this.attributes.openElement();
  }

  private breakLine(at: number): void {
    this.text.break(cellTags.has(this.element) ? '\t' : '\n', at, this.hiding.open);
  }

  onattribname(start: number, end: number): void {
    this.attributes.name(start, end);
  }

  onattribdata(start: number, end: number): void {
    this.attributes.value(start, end);
  }

  onattribend(): void {
    this.attributes.end(this.element);
  }

  onopentagend(end: number): void {
    this.closeStart(end);
  }

  onselfclosingtag(end: number): void {
    this.closeStart(end);
  }

  private closeStart(end: number): void {
    const { element, attributes } = this;
    if (rawTextTags.has(element)) {
      this.raw = element;
      this.rawKind = attributes.kind;
    }
    const namesImei = attributes.closeElement(element);
    if ((attributes.hides || attributes.turns || element === TEMPLATE) && !emptyTags.has(element)) this.openRegions(element, end);
    if (namesImei) this.text.mark(' IMEI ', end, this.hiding.open);
  }

  private openRegions(element: number, end: number): void {
    if (this.attributes.hides || element === TEMPLATE) this.hiding.start(element);
    if (!this.attributes.turns || this.turning.open) return;
    // The reader of text understands the override character; here it stands for the style that does the same.
    this.turning.start(element);
    this.text.mark('\u202e', end, this.hiding.open);
  }

  onclosetag(start: number, end: number): void {
    const element = tagKey(this.html, start, end);
    this.element = element;
    if (element === this.raw) this.raw = 0;
    if (this.turning.leave(element)) this.text.mark('\u202c', start, this.hiding.open);
    this.hiding.leave(element);
    if (!inlineTags.has(element)) this.breakLine(start);
  }

  oncomment(start: number, end: number, endOffset: number): void {
    const stop = Math.max(start, end - endOffset + 1);
    if (!this.isWorthReading(start, stop, false)) return;
    this.others.push(plainPassage(this.html.slice(start, stop), start, { where: 'comment', bare: false, unseen: true }));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.oncomment(start, end, endOffset);
  }

  onattribentity(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontextentity(): void {}
}
