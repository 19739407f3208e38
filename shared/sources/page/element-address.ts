/** The addresses by which one element names an offer: where it leads, or whose description it is. */

import { LINK, META, tagKey } from '../../domain/identifiers/tag-names.ts';

const BASE = tagKey('base', 0, 4);
/** Of whatever element: `<tr data-href="/item/8">`, `<div itemscope itemid="/item/8">`. */
const addressNames = new Set(['href', 'data-href', 'data-url', 'data-link', 'itemid']);
/** Addresses are shorter. */
const longest = 2000;
const longestHandler = 300;
const quotedAddress = /['"]((?:https?:\/)?\/[^'"\s]+)['"]/g;

/** Takes the attributes of one element at a time. */
export class ElementAddress {
  private readonly html: string;
  private element = 0;
  private found: string[] = [];
  private content: string | undefined;
  private isUrl = false;

  constructor(html: string) {
    this.html = html;
  }

  begin(element: number): void {
    this.element = element;
    if (this.found.length > 0) this.found = [];
    this.content = undefined;
    this.isUrl = false;
  }

  take(name: string, start: number, end: number): void {
    if (end - start > longest) return;
    if (name === 'itemprop') this.isUrl = /(?:^|\s)url(?:\s|$)/i.test(this.html.slice(start, end));
    else if (name === 'content') this.content = this.valueOf(start, end);
    else if (name === 'onclick' && end - start <= longestHandler) {
      for (const [, address = ''] of this.valueOf(start, end).matchAll(quotedAddress)) this.found.push(address);
    } else if (addressNames.has(name)) this.found.push(this.valueOf(start, end));
  }

  /** `<link>`, `<base>` and `<meta>` speak of the page, unless microdata make them the `url` of what is described: `<meta itemprop="url" content="/item/8">`. */
  addresses(): readonly string[] {
    const { element, isUrl, content } = this;
    if (element === META) return isUrl && content !== undefined ? [content] : [];
    return (element === LINK || element === BASE) && !isUrl ? [] : this.found;
  }

  private valueOf(start: number, end: number): string {
    return this.html.slice(start, end).trim().replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  }
}
