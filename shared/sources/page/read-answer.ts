import { findIdentifiersInText, type ReadingOptions } from '../../domain/identifiers/in-text.ts';
import type { ListingCard } from '../../domain/listing.ts';
import { canonicalListingUrl, itemIdOf } from '../listing-url.ts';
import { nothingRead, type PageReading, type PageToRead } from '../page-reading.ts';
import type { PriceContext } from '../price.ts';
import type { ListingFields } from './listing-fields.ts';
import { mergeFields } from './merge-fields.ts';
import { fieldsOfObject, titleOfObject } from './object-listing.ts';
import { isNode, listOf, nodesIn, type SchemaNode, textIn } from './schema-node.ts';

export function isJson({ contentType = '', text }: PageToRead): boolean {
  if (/json/i.test(contentType)) return true;
  return (contentType === '' || contentType.startsWith('text/plain')) && /^\s*[{[]/.test(text.slice(0, 200));
}

/**
 * Reads a JSON answer of a platform's own interface: an offer, a list of offers, or an error. eBay Browse API
 * (`item_summary/search`, `item/{id}`), the Kleinanzeigen app's ads, and whatever names its fields as platforms do.
 */
export function readAnswer(page: PageToRead): PageReading {
  let value: unknown;
  try {
    value = JSON.parse(page.text);
  } catch {
    return nothingRead({ kind: 'unknown', reason: 'said to be JSON, and is not' });
  }
  const root = unwrapped(value);
  const price: PriceContext = page.source ?? {};
  const entries = listIn(root);
  if (entries !== undefined) {
    const next = isNode(root) ? textIn(root['next']) : undefined;
    return { ...readList(entries, page, price), ...(next !== undefined && { nextPageUrl: next }) };
  }
  if (!isNode(root)) return nothingRead({ kind: 'unknown', reason: 'JSON without an offer in it' });
  if (titleOfObject(root) === undefined) return nothingRead(doubtOfAnswer(root));
  const { fields, how, disagreements } = mergeFields([{ name: 'api', fields: fieldsOfAnswer(root, price) }]);
  const { images = [], ...rest } = fields;
  return {
    kind: 'listing',
    ...rest,
    images: images.filter((url) => /^https?:/.test(url)),
    identifiers: identifiersIn(root, { where: 'api', tacs: page.tacs, model: rest.title }),
    cards: [],
    how,
    disagreements,
  };
}

/** Kleinanzeigen wraps each ad as `{"{http://…/ad/v1}ad": {"value": {…}}}`; others as `{"data": {…}}`. */
function unwrapped(value: unknown): unknown {
  if (!isNode(value)) return value;
  const entries = Object.entries(value);
  const named = entries.find(([key, inner]) => /}ads?$/.test(key) && isNode(inner));
  if (named !== undefined) return unwrapped(isNode(named[1]) ? (named[1]['value'] ?? named[1]) : named[1]);
  if (titleOfObject(value) !== undefined) return value;
  for (const key of ['data', 'ad', 'item', 'listing', 'result']) if (isNode(value[key])) return unwrapped(value[key]);
  return value;
}

function listIn(root: unknown): SchemaNode[] | undefined {
  if (Array.isArray(root)) return root.filter(isNode);
  if (!isNode(root) || titleOfObject(root) !== undefined) return undefined;
  for (const key of ['itemSummaries', 'items', 'ads', 'ad', 'results', 'listings', 'data']) {
    const list = root[key];
    if (Array.isArray(list)) return list.filter(isNode);
  }
  // eBay leaves `itemSummaries` out when nothing was found and says so in `total`.
  return root['total'] === 0 ? [] : undefined;
}

function readList(entries: SchemaNode[], page: PageToRead, price: PriceContext): PageReading {
  const { source } = page;
  const cards = entries.flatMap((entry): ListingCard[] => {
    const node = unwrapped(entry);
    if (!isNode(node)) return [];
    const url = addressIn(node, page);
    const known = source === undefined || url === undefined ? undefined : itemIdOf(source, url);
    const itemId = known ?? textIn(node['legacyItemId'] ?? node['id'] ?? node['itemId']);
    if (url === undefined || itemId === undefined) return [];
    const { title, price: asked } = fieldsOfAnswer(node, price);
    return [{ itemId, url: canonicalListingUrl(url), ...(title !== undefined && { title }), ...(asked && { price: asked }) }];
  });
  if (entries.length > 0 && cards.length === 0) return nothingRead({ kind: 'unknown', reason: 'JSON without an offer in it' });
  return { ...nothingRead({ kind: 'search' }), cards, how: { cards: 'api' } };
}

/** The address of an offer: of those the answer gives, the one that the Source would fetch. */
function addressIn(node: SchemaNode, { source, url: base }: PageToRead): string | undefined {
  const links = nodesIn(node['link']);
  const own = links.find((link) => link['rel'] === 'self-public-website') ?? links.find((link) => link['rel'] === 'self');
  const written = [node['itemWebUrl'], own?.['href'], node['url'], node['webUrl'], node['itemHref'], node['link']];
  const urls = written.flatMap((value) => {
    const text = textIn(value);
    return (text === undefined ? undefined : URL.parse(text, base)?.href) ?? [];
  });
  const fetched = source === undefined ? undefined : urls.find((url) => itemIdOf(source, url) !== undefined);
  return fetched ?? urls[0];
}

function fieldsOfAnswer(node: SchemaNode, price: PriceContext): ListingFields {
  const fields = fieldsOfObject(node, price);
  const extra = listOf(node['additionalImages']).flatMap((image) => (isNode(image) ? (textIn(image['imageUrl']) ?? []) : []));
  const main = isNode(node['image']) ? textIn(node['image']['imageUrl']) : undefined;
  return main === undefined ? fields : { ...fields, images: [...new Set([main, ...extra])] };
}

function doubtOfAnswer(root: SchemaNode): { kind: 'gone' | 'unknown'; reason: string } {
  const said = JSON.stringify(root['errors'] ?? root['error'] ?? root['message'] ?? '').slice(0, 200);
  // eBay Browse API error 11001: "The specified item Id was not found."
  if (/"errorId":11001\b/.test(said)) return { kind: 'gone', reason: 'the platform says that the item id does not exist' };
  return { kind: 'unknown', reason: said.length > 2 ? `JSON that reports an error: ${said}` : 'JSON without an offer in it' };
}

/** Every text of the answer, each under its own name: identifiers stand in titles, descriptions and attribute lists. */
function identifiersIn(value: unknown, options: ReadingOptions, depth = 0): PageReading['identifiers'] {
  if (depth > 12) return [];
  if (typeof value === 'string') return findIdentifiersInText(value, options);
  if (Array.isArray(value)) return value.flatMap((entry) => identifiersIn(entry, options, depth + 1));
  if (!isNode(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => identifiersIn(inner, { ...options, where: `api:${key}` }, depth + 1));
}
