/** Sections of a listing's page that are said of others, or by others: similar offers, reviews, comments. */

import type { Span } from '../../domain/identifier.ts';
import type { PageVisitor } from '../../domain/identifiers/page-walk.ts';
import { emptyTags, tagKey } from '../../domain/identifiers/tag-names.ts';

/** schema.org: what an item is related to, and what people say of it. */
const othersProperty = /(?:^|\s)(?:isRelatedTo|isSimilarTo|review|reviews|comment)(?:\s|$)/i;
const othersType = /schema\.org\/(?:\w*Review|Comment|Question|Answer)(?:\s|$)/i;
/** Whole names of a class or id: `similar-items`, `relatedAds`, `recommendations`, `customer-reviews`, `comments`. */
const othersName =
  /^(?:(?:related|similar|recommend)[\w-]*|(?:customer|buyer|user|product)?[-_]?(?:reviews?|comments)(?:[-_](?:list|section|wrapper|container|block))?)$/i;

const key = (name: string) => tagKey(name, 0, name.length);
const H1 = key('h1');
/** Elements that may be left open: the next of their kind ends them. */
const endedByNext = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'option'].map(key));

/** Collects them in `spans`. A section with the page's heading is the page itself, and one that nobody closes is none. */
export class OthersSections implements PageVisitor {
  readonly spans: Span[] = [];
  private readonly html: string;
  private element = 0;
  private attribute = '';
  private isOthers = false;
  /** The outermost one that is open, and how many elements of its kind are open in it. */
  private section: { element: number; start: number; depth: number } | undefined;

  constructor(html: string) {
    this.html = html;
  }

  openTag(element: number): void {
    this.element = element;
    this.isOthers = false;
    const { section } = this;
    if (section?.element === element) {
      section.depth += 1;
      if (endedByNext.has(element)) this.section = undefined;
    }
    if (element === H1) this.section = undefined;
  }

  attributeName(start: number, end: number): void {
    this.attribute = end - start > longestName ? '' : this.html.slice(start, end).toLowerCase();
  }

  attributeValue(start: number, end: number): void {
    const { attribute } = this;
    if (this.isOthers || this.section !== undefined || end - start > longestValue) return;
    if (attribute === 'itemprop') this.isOthers = othersProperty.test(this.html.slice(start, end));
    else if (attribute === 'itemtype') this.isOthers = othersType.test(this.html.slice(start, end));
    else if (attribute === 'class' || attribute === 'id') {
      const names = this.html.slice(start, end).split(/\s/);
      this.isOthers = names.some((name) => othersName.test(name));
    }
  }

  openTagEnd(at: number): void {
    if (this.isOthers && !emptyTags.has(this.element)) this.section = { element: this.element, start: at + 1, depth: 1 };
  }

  closeTag(element: number, nameStart: number): void {
    const { section } = this;
    if (section?.element !== element) return;
    section.depth -= 1;
    if (section.depth > 0) return;
    this.spans.push({ start: section.start, end: nameStart });
    this.section = undefined;
  }

  text(): void {}
  rawText(): void {}
  comment(): void {}
}

const longestName = 8;
const longestValue = 1000;
