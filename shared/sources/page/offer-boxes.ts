/** Where a page speaks of other offers: "similar adverts", "more of this seller". What stands there is said of them. */

import type { Identifier, Span } from '../../domain/identifier.ts';
import { overlapWith } from '../../domain/identifiers/overlap.ts';
import type { PageVisitor } from '../../domain/identifiers/page-walk.ts';
import { emptyTags, inlineTags, SCRIPT, TEMPLATE, tagKey } from '../../domain/identifiers/tag-names.ts';
import type { DoubtfulSpan, PageOfFinds } from './belonging.ts';
import { ElementAddress } from './element-address.ts';
import { isEndedBy } from './implied-ends.ts';
import { isOthersAttribute, otherOffersInCode } from './other-offers-in-code.ts';

/** What is longer holds more than another offer's card; nor is a link so long, unless its end is missing. */
const longestCard = 4000;
/** What is longer is a page or a column of one, whatever its only link is. */
const longestBox = 60_000;

const key = (name: string) => tagKey(name, 0, name.length);
const [A, H1, ARTICLE, FOOTER] = [key('a'), key('h1'), key('article'), key('footer')];
const cards = new Set([key('li'), key('article')]);
/** Cards where several of one class lead to one offer each. */
const repeatable = new Set([key('div'), key('section'), key('tr')]);
/** Beside what the page is about. */
const beside = new Set([key('aside'), key('nav')]);
const whole = new Set([key('html'), key('head'), key('body')]);
const nameOfCard = /card|tile|teaser|offer|listing|product|item|result|advert/i;

interface OpenBox {
  element: number;
  start: number;
  /** Its class, where several boxes of one are cards. */
  name: string;
  /** The offer that it links to. */
  other?: string;
  /** Links to a second one. */
  hasSeveral: boolean;
  /** Holds the page's heading: it is the listing's own, whatever it links to. */
  hasHeading: boolean;
  /** Finds that stand in it and in no box inside of it. */
  finds: Span[];
  /** Shown as it stands: a template that draws a shadow root. */
  isDrawn: boolean;
}

/**
 * Collects them on a walk. `others`: links that lead to another offer; a list item or article whose links lead to one and no other; code and
 * attributes that describe others. `repeated()`: boxes of one class that lead to one offer each (`<div class="card">`). `doubtful`: any
 * other box whose links lead to one; the text of a box beside links to several; templates, and the page's foot.
 */
export class OfferBoxes implements PageVisitor {
  readonly others: Span[] = [];
  readonly doubtful: DoubtfulSpan[] = [];
  private readonly page: PageOfFinds;
  private readonly holdsFind: (span: Span) => boolean;
  private readonly address: ElementAddress;
  private readonly open: OpenBox[] = [];
  /** How many of each element are open: a stray end tag is not searched for. */
  private readonly counts = new Map<number, number>();
  private readonly boxes = new Map<string, { spans: Span[]; others: Set<string> }>();
  private link: number | undefined;
  private element = 0;
  private isOthersAttribute = false;
  private attribute = '';

  constructor(page: PageOfFinds, finds: readonly Identifier[]) {
    this.page = page;
    this.holdsFind = overlapWith(finds.map(({ span }) => span));
    this.address = new ElementAddress(page.html);
  }

  repeated(): Span[] {
    return [...this.boxes.values()].flatMap(({ spans, others }) => (others.size > 1 ? spans : []));
  }

  openTag(element: number, nameEnd: number): void {
    this.element = element;
    this.address.begin(element);
    if (isBox(element)) {
      for (let top = this.open.at(-1); top !== undefined && isEndedBy(top.element, element); top = this.open.at(-1))
        this.end(top.element, nameEnd);
      this.open.push({ element, start: nameEnd, name: '', hasSeveral: false, hasHeading: false, finds: [], isDrawn: false });
      this.counts.set(element, (this.counts.get(element) ?? 0) + 1);
    }
    const box = this.open.at(-1);
    if (element === H1 && box !== undefined) box.hasHeading = true;
    if (element === A) {
      this.link = undefined;
      this.linkStart = nameEnd;
    }
  }

  private linkStart = 0;

  attributeName(start: number, end: number): void {
    this.attribute = end - start > longestName ? '' : this.page.html.slice(start, end).toLowerCase();
    this.isOthersAttribute = isOthersAttribute(this.attribute);
  }

  attributeValue(start: number, end: number): void {
    const { attribute, element, page } = this;
    const box = this.open.at(-1);
    if (box !== undefined && box.element === element) {
      if (attribute === 'class' && repeatable.has(element)) box.name = page.html.slice(start, end).trim();
      if (attribute.startsWith('shadowroot')) box.isDrawn = true;
    }
    this.address.take(attribute, start, end);
    if (!this.noteFind(start, end)) return;
    if (this.isOthersAttribute) this.others.push({ start, end });
    else if (attribute.startsWith('data-')) this.readCode({ start, end });
  }

  openTagEnd(): void {
    const box = this.open.at(-1);
    for (const address of this.address.addresses()) {
      if (!this.page.leadsToOther(address)) continue;
      if (this.element === A) this.link ??= this.linkStart;
      if (box !== undefined) noteOther(box, address.split(/[?#]/, 1)[0] ?? '');
    }
  }

  closeTag(element: number, nameStart: number): void {
    if (element === A) {
      this.addOthers(this.link, nameStart);
      this.link = undefined;
    } else if ((this.counts.get(element) ?? 0) > 0) this.end(element, nameStart);
  }

  text(start: number, end: number): void {
    this.noteFind(start, end);
  }

  rawText(start: number, end: number): void {
    if (this.noteFind(start, end) && this.element === SCRIPT) this.readCode({ start, end });
  }

  comment(start: number, end: number): void {
    if (!this.noteFind(start, end)) return;
    const addresses = [...this.page.html.slice(start, end).matchAll(/href\s*=\s*["']?([^"'\s>]{1,2000})/gi)];
    if (addresses.some(([, href = '']) => this.page.leadsToOther(href))) this.doubt({ start, end });
  }

  private readCode(span: Span): void {
    const { others, doubtful } = otherOffersInCode(this.page.html, span, this.page);
    for (const each of others) this.others.push(each);
    for (const each of doubtful) this.doubt(each);
  }

  /** Whether a find stands in the stretch; the innermost box then knows of it. */
  private noteFind(start: number, end: number): boolean {
    if (!this.holdsFind({ start, end })) return false;
    this.open.at(-1)?.finds.push({ start, end });
    return true;
  }

  private end(element: number, at: number): void {
    const box = this.close(element);
    if (box === undefined) return;
    const span = { start: box.start, end: at };
    if (element === TEMPLATE && !box.isDrawn) this.doubt(span, 'the site');
    if (box.hasHeading) return;
    if (element === FOOTER && (this.counts.get(ARTICLE) ?? 0) === 0) this.doubt(span, 'the site');
    if (box.other === undefined) return;
    if (box.hasSeveral) for (const each of beside.has(element) ? [span] : box.finds) this.doubt(each);
    else this.addBox(box, span);
  }

  /** A box that leads to one other offer. */
  private addBox({ element, name, other = '' }: OpenBox, span: Span): void {
    const length = span.end - span.start;
    if (length <= longestBox) this.doubt(span);
    if (length > longestCard) return;
    if (cards.has(element)) this.others.push(span);
    if (!repeatable.has(element) || !nameOfCard.test(name)) return;
    const alike = this.boxes.get(name) ?? { spans: [], others: new Set() };
    alike.spans.push(span);
    alike.others.add(other);
    this.boxes.set(name, alike);
  }

  /** Takes the innermost one and all that was left open in it; what they hold, the one around them holds as well. */
  private close(element: number): OpenBox | undefined {
    for (;;) {
      const box = this.open.pop();
      if (box === undefined) return undefined;
      this.counts.set(box.element, (this.counts.get(box.element) ?? 1) - 1);
      const around = this.open.at(-1);
      if (around !== undefined) {
        if (box.other !== undefined) noteOther(around, box.other);
        around.hasSeveral ||= box.hasSeveral;
        around.hasHeading ||= box.hasHeading;
        // Left open, it parts nothing from the box around it.
        if (box.element !== element) takeFinds(around, box);
      }
      if (box.element === element) return box;
    }
  }

  private addOthers(start: number | undefined, end: number): void {
    if (start === undefined) return;
    if (end - start <= longestCard) this.others.push({ start, end });
    else if (end - start <= longestBox) this.doubt({ start, end });
  }

  private doubt({ start, end }: Span, perhapsOf: DoubtfulSpan['perhapsOf'] = 'another offer'): void {
    this.doubtful.push({ start, end, perhapsOf });
  }
}

const longestName = 40;

function isBox(element: number): boolean {
  return element === TEMPLATE || !(inlineTags.has(element) || emptyTags.has(element) || whole.has(element));
}

/** The fewer are moved: finds deep in boxes that are never closed are not moved once for each box. */
function takeFinds(box: OpenBox, inner: OpenBox): void {
  const [fewer, more] = box.finds.length < inner.finds.length ? [box.finds, inner.finds] : [inner.finds, box.finds];
  for (const find of fewer) more.push(find);
  box.finds = more;
}

function noteOther(box: OpenBox, other: string): void {
  if (box.other !== undefined && box.other !== other) box.hasSeveral = true;
  box.other = other;
}
