/** Where a page speaks of other offers: "similar adverts", "more of this seller". What stands there is said of them. */

import type { Identifier, Span } from '../../domain/identifier.ts';
import { overlapWith } from '../../domain/identifiers/overlap.ts';
import { type PageVisitor, walkPage } from '../../domain/identifiers/page-walk.ts';
import { SCRIPT, tagKey } from '../../domain/identifiers/tag-names.ts';
import { otherOffersInCode } from './other-offers-in-code.ts';
import { OthersSections } from './others-sections.ts';

/** A longer one holds more than another offer's card; nor is a link so long, unless its end is missing. */
const longestCard = 4000;

/**
 * The finds of a listing's page without those that are said of others: inside a link that leads to another offer; in a list item or article whose links
 * lead to one and no other; in one of several such boxes of one class (`<div class="card">`); in a section of reviews, comments or similar offers; in code
 * that describes another offer. `leadsToOther` says of an `href` as it is written that it leads to one. A number in the name of a neighbour's photo is not
 * this seller's.
 */
export function withoutOtherOffers(
  finds: readonly Identifier[],
  { html, leadsToOther }: { html: string; leadsToOther: (href: string) => boolean },
): Identifier[] {
  if (finds.length === 0) return [];
  const offers = new OtherOffers(html, { finds, leadsToOther });
  const sections = new OthersSections(html);
  walkPage(html, offers);
  walkPage(html, sections);
  const isOthers = overlapWith([...offers.spans, ...offers.repeated(), ...sections.spans]);
  return finds.filter(({ span }) => !isOthers(span));
}

const key = (name: string) => tagKey(name, 0, name.length);
const [A, H1] = [key('a'), key('h1')];
const cards = new Set([key('li'), key('article')]);
/** Hold anything; cards only where several of one class lead to one offer each. */
const boxes = new Set([key('div'), key('section'), key('tr')]);
const nameOfCard = /card|tile|teaser|offer|listing|product|item|result|advert/i;

interface OpenCard {
  element: number;
  start: number;
  /** Its class, for a box. */
  name: string;
  /** The one offer that it links to. */
  other?: string;
  /** Holds a link to a second one, or the page's heading. */
  isMore: boolean;
}

class OtherOffers implements PageVisitor {
  readonly spans: Span[] = [];
  private readonly html: string;
  private readonly holdsFind: (span: Span) => boolean;
  private readonly leadsToOther: (href: string) => boolean;
  private readonly open: OpenCard[] = [];
  /** How many of each element are open: a stray end tag is not searched for. */
  private readonly counts = new Map<number, number>();
  private readonly boxes = new Map<string, { spans: Span[]; others: Set<string> }>();
  private link: number | undefined;
  private element = 0;
  private elementStart = 0;
  private attribute = '';

  constructor(html: string, { finds, leadsToOther }: { finds: readonly Identifier[]; leadsToOther: (href: string) => boolean }) {
    this.html = html;
    this.holdsFind = overlapWith(finds.map(({ span }) => span));
    this.leadsToOther = leadsToOther;
  }

  /** Boxes of one class that lead to two offers or more, each to one. */
  repeated(): Span[] {
    return [...this.boxes.values()].flatMap(({ spans, others }) => (others.size > 1 ? spans : []));
  }

  openTag(element: number, nameEnd: number): void {
    this.element = element;
    this.elementStart = nameEnd;
    if (cards.has(element) || boxes.has(element)) {
      this.open.push({ element, start: nameEnd, name: '', isMore: false });
      this.counts.set(element, (this.counts.get(element) ?? 0) + 1);
    }
    const card = this.open.at(-1);
    if (element === H1 && card !== undefined) card.isMore = true;
    if (element === A) this.link = undefined;
  }

  attributeName(start: number, end: number): void {
    this.attribute = end - start > 5 ? '' : this.html.slice(start, end).toLowerCase();
  }

  attributeValue(start: number, end: number): void {
    const card = this.open.at(-1);
    if (this.attribute === 'class' && boxes.has(this.element) && card !== undefined) card.name = this.html.slice(start, end).trim();
    if (this.element !== A || this.attribute !== 'href') return;
    const href = this.html.slice(start, end).trim().replaceAll('&amp;', '&');
    if (!this.leadsToOther(href)) return;
    this.link = this.elementStart;
    if (card !== undefined) noteOther(card, href.split(/[?#]/, 1)[0] ?? '');
  }

  closeTag(element: number, nameStart: number): void {
    if (element === A) {
      this.add(this.link, nameStart);
      this.link = undefined;
      return;
    }
    if ((this.counts.get(element) ?? 0) === 0) return;
    const card = this.close(element);
    if (card?.other === undefined || card.isMore) return;
    if (cards.has(element)) this.add(card.start, nameStart);
    else if (nameOfCard.test(card.name)) this.addBox(card, nameStart);
  }

  rawText(start: number, end: number): void {
    if (this.element !== SCRIPT || !this.holdsFind({ start, end })) return;
    for (const span of otherOffersInCode(this.html, { start, end }, this.leadsToOther)) this.spans.push(span);
  }

  /** Takes the innermost one and all that was left open in it; what they hold, the one around them holds as well. */
  private close(element: number): OpenCard | undefined {
    for (;;) {
      const card = this.open.pop();
      if (card === undefined) return undefined;
      this.counts.set(card.element, (this.counts.get(card.element) ?? 1) - 1);
      const around = this.open.at(-1);
      if (around !== undefined) {
        if (card.other !== undefined) noteOther(around, card.other);
        if (card.isMore) around.isMore = true;
      }
      if (card.element === element) return card;
    }
  }

  private add(start: number | undefined, end: number): void {
    if (start !== undefined && end - start <= longestCard) this.spans.push({ start, end });
  }

  private addBox({ name, start, other = '' }: OpenCard, end: number): void {
    if (end - start > longestCard) return;
    const alike = this.boxes.get(name) ?? { spans: [], others: new Set() };
    alike.spans.push({ start, end });
    alike.others.add(other);
    this.boxes.set(name, alike);
  }

  openTagEnd(): void {}
  text(): void {}
  comment(): void {}
}

function noteOther(card: OpenCard, other: string): void {
  if (card.other !== undefined && card.other !== other) card.isMore = true;
  card.other = other;
}
