/**
 * Microdata (HTML Standard section 5), RDFa Lite 1.1 and the `rel` of GoodRelations, as far as marketplaces use them: items, properties, nesting; no itemref.
 * An item becomes a JSON-LD node, so that one reader serves both.
 */

import { type MarkedItem, type PageFacts, textOf } from './page-facts.ts';
import { lines } from './text.ts';

/** `https://schema.org/Product` or `schema:Product` → `Product`; of several types the first. */
export function typeName(type: string): string {
  const [first = ''] = type.trim().split(/\s+/, 1);
  return first.slice(Math.max(first.lastIndexOf('/'), first.lastIndexOf('#'), first.lastIndexOf(':')) + 1);
}

/** Where an element with a property keeps its value, if not in its text. */
const valueAttributes: Record<string, string> = {
  a: 'href',
  area: 'href',
  link: 'href',
  img: 'src',
  source: 'src',
  video: 'src',
  iframe: 'src',
  object: 'data',
  data: 'value',
  meter: 'value',
  time: 'datetime',
};

/** Properties whose value is never an address, though pages put them on links: `<a itemprop="name" href="/user/7">Ann</a>`. */
const textProperties = new Set(['name', 'description', 'title', 'price', 'brand', 'seller', 'legalName']);

/** The value that an element's attributes give to its property, or undefined for its text. `content` wins on any element, as pages use it. */
export function attributeValue(name: string, attributes: Record<string, string>, property: string): string | undefined {
  if (attributes['content'] !== undefined) return attributes['content'];
  if (attributes['resource'] !== undefined && attributes['property'] !== undefined) return attributes['resource'];
  const holder = valueAttributes[name];
  if (holder === undefined || (name === 'a' && textProperties.has(typeName(property)))) return undefined;
  return attributes[holder];
}

export function nodeOfItem(facts: PageFacts, item: MarkedItem): Record<string, unknown> {
  const node: Record<string, unknown> = { '@type': item.type };
  for (const [name, values] of item.properties) {
    const plain = values.map((value) =>
      typeof value !== 'string' && 'properties' in value ? nodeOfItem(facts, value) : lines(textOf(facts, value)),
    );
    node[name] = plain.length === 1 ? plain[0] : plain;
  }
  return node;
}
