import type { OpenElement } from './stream-selector.ts';

/** A stretch of `PageFacts.text`; `end` is -1 while its element is open. */
export interface TextSpan {
  start: number;
  end: number;
}

/** A value as it was found: an attribute's text, or a stretch of the page's text. */
export type PageValue = string | TextSpan;

/** All that one pass over a page collects, before anybody asks what the page is. */
export interface PageFacts {
  /** All text a visitor sees; `lineMark` where a line begins or ends. */
  text: string;
  /** `<html lang>`. */
  language?: string;
  title: string;
  /** `<meta>` by name, property or http-equiv, lower case, in page order: `og:image` → two addresses. */
  metas: Map<string, string[]>;
  canonical?: string;
  /** `<link rel=next>` or `<a rel=next>`. */
  next?: string;
  /** `<base href>`. */
  base?: string;
  /** `<h1>`. */
  headings: TextSpan[];
  /** The first few `<h2>`: old sites have no other. */
  subheadings: TextSpan[];
  links: PageLink[];
  scripts: DataScript[];
  /** Microdata and RDFa, outermost items. */
  items: MarkedItem[];
  /** Values of the declared selectors: by field, then by selector. */
  fields: Map<string, PageValue[][]>;
  cards: CardFacts[];
  /** Elements whose class, id or test id speaks of a field. */
  hints: RoleHint[];
  passwordFields: number;
  /** Addresses of scripts and frames: captcha services are known by theirs. */
  embedded: string[];
  /** The page went deeper or longer than any honest page; only its beginning was read. */
  cut: boolean;
}

export interface PageLink extends TextSpan {
  href: string;
  /** Title, aria-label or the alt text of an image inside, for links without text. */
  label: string;
  /** On pages of sites that nobody has described: the classes around a link tell which links look alike. */
  element?: OpenElement;
}

/** Scripts that hold data: JSON-LD, JSON, and assignments such as `window.__STATE__ = {…}`. */
export interface DataScript {
  kind: 'json-ld' | 'json' | 'state';
  text: string;
}

/** One thing that a page describes with itemscope/itemprop or typeof/property. */
export interface MarkedItem {
  syntax: 'microdata' | 'rdfa';
  type: string;
  properties: Map<string, (PageValue | MarkedItem)[]>;
}

export interface CardFacts extends TextSpan {
  fields: Map<string, PageValue[][]>;
}

export type HintRole = 'price' | 'description' | 'seller' | 'location';

export interface RoleHint extends TextSpan {
  role: HintRole;
  /** The element's name speaks of an advert by itself (`postingbody`), as that of a text on any page does not (`description`). */
  ofAdvert: boolean;
  element: OpenElement;
}

/** Stands in `PageFacts.text` where an element begins or ends a line: line breaks of the source are only spaces there. */
export const lineMark = '\u0001';

const lineSigns = new RegExp(`[\n\r${lineMark}]`);

/** The text of a value, with the lines that a visitor sees. */
export function textOf(facts: Pick<PageFacts, 'text'>, value: PageValue): string {
  if (typeof value === 'string') return value;
  const text = facts.text.slice(value.start, value.end);
  if (!lineSigns.test(text)) return text;
  return text.replace(/[\n\r]+/g, ' ').replaceAll(lineMark, '\n');
}
