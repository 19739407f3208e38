/** Where a page speaks of other offers: "similar adverts", "more of this seller". What stands there is said of them. */

import type { Identifier, Span } from '../../domain/identifier.ts';
import { type PageVisitor, walkPage } from '../../domain/identifiers/page-walk.ts';
import { tagKey } from '../../domain/identifiers/tag-names.ts';

/** A longer one holds more than another offer's card; nor is a link so long, unless its end is missing. */
const longestCard = 4000;

/**
 * The finds of a listing's page without those of other offers: inside a link that leads to one, or in a list item or article whose links lead to one and
 * no other. `leadsToOther` says it of an `href` as it is written. A number in the name of a neighbour's photo is not this seller's.
 */
export function withoutOtherOffers(
  finds: readonly Identifier[],
  { html, leadsToOther }: { html: string; leadsToOther: (href: string) => boolean },
): Identifier[] {
  if (finds.length === 0) return [];
  const others = new OtherOffers(html, leadsToOther);
  walkPage(html, others);
  return finds.filter(({ span }) => span === undefined || !others.spans.some(({ start, end }) => start <= span.start && span.end <= end));
}

const key = (name: string) => tagKey(name, 0, name.length);
const [A, H1] = [key('a'), key('h1')];
const cards = new Set([key('li'), key('article')]);

interface OpenCard {
  element: number;
  start: number;
  others: Set<string>;
  /** Holds a link to something else, or the page's heading. */
  isMore: boolean;
}

class OtherOffers implements PageVisitor {
  readonly spans: Span[] = [];
  private readonly html: string;
  private readonly leadsToOther: (href: string) => boolean;
  private readonly open: OpenCard[] = [];
  private link: number | undefined;
  private element = 0;
  private elementStart = 0;
  private isHref = false;

  constructor(html: string, leadsToOther: (href: string) => boolean) {
    this.html = html;
    this.leadsToOther = leadsToOther;
  }

  openTag(element: number, nameEnd: number): void {
    this.element = element;
    this.elementStart = nameEnd;
    if (cards.has(element)) this.open.push({ element, start: nameEnd, others: new Set(), isMore: false });
    if (element === H1) for (const card of this.open) card.isMore = true;
    if (element === A) this.link = undefined;
  }

  attributeName(start: number, end: number): void {
    this.isHref = end - start === 4 && this.html.slice(start, end).toLowerCase() === 'href';
  }

  attributeValue(start: number, end: number): void {
    if (this.element !== A || !this.isHref) return;
    const href = this.html.slice(start, end).trim().replaceAll('&amp;', '&');
    if (!this.leadsToOther(href)) return;
    this.link = this.elementStart;
    for (const card of this.open) card.others.add(href.split(/[?#]/, 1)[0] ?? '');
  }

  closeTag(element: number, nameStart: number): void {
    if (element === A) {
      this.add(this.link, nameStart);
      this.link = undefined;
      return;
    }
    if (!cards.has(element)) return;
    const at = this.open.findLastIndex((card) => card.element === element);
    const [card] = at < 0 ? [] : this.open.splice(at);
    if (card?.others.size === 1 && !card.isMore) this.add(card.start, nameStart);
  }

  private add(start: number | undefined, end: number): void {
    if (start !== undefined && end - start <= longestCard) this.spans.push({ start, end });
  }

  openTagEnd(): void {}
  text(): void {}
  rawText(): void {}
  comment(): void {}
}
