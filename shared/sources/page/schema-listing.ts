import type { Price, Seller } from '../../domain/listing.ts';
import { type PriceContext, parsePrice } from '../price.ts';
import { attributesOf } from './attribute-names.ts';
import type { ListingFields } from './listing-fields.ts';
import { isoMoment } from './moment-text.ts';
import { isNode, listOf, nodesIn, type SchemaNode, textIn, typesOf } from './schema-node.ts';
import { oneLine, plainText } from './text.ts';

/** Types of schema.org that stand for what is on offer. */
const offeredTypes = new Set(
  'Product IndividualProduct SomeProducts ProductModel ProductGroup Vehicle Car Motorcycle Offer AggregateOffer OfferForPurchase Offering Demand Apartment House SingleFamilyResidence Residence Accommodation Room RealEstateListing Service CreativeWork Book JobPosting'.split(
    ' ',
  ),
);

/** Parts of a product that speak of other products. */
const otherThings = new Set([
  'isSimilarTo',
  'isRelatedTo',
  'itemListElement',
  'review',
  'breadcrumb',
  'hasVariant',
  'makesOffer',
  'hasOfferCatalog',
]);

const deepest = 6;

/** Everything on offer that the nodes speak of, outermost first, without related products and lists. */
export function offeredNodes(roots: readonly unknown[]): SchemaNode[] {
  const found: SchemaNode[] = [];
  function walk(value: unknown, depth: number): void {
    if (depth > deepest) return;
    for (const node of nodesIn(value)) {
      if (typesOf(node).some((type) => offeredTypes.has(type)) && (textIn(node['name'] ?? node['title']) !== undefined || hasPrice(node))) {
        found.push(node);
        continue;
      }
      for (const [key, inner] of Object.entries(node)) {
        if (!otherThings.has(key) && typeof inner === 'object') walk(inner, depth + 1);
      }
    }
  }
  for (const root of roots) walk(root, 0);
  return found;
}

function hasPrice(node: SchemaNode): boolean {
  return node['price'] !== undefined || node['lowPrice'] !== undefined;
}

/** The listing that a node of schema.org describes. */
export function fieldsOfNode(node: SchemaNode, context: PriceContext): ListingFields {
  const offers = [...nodesIn(node['offers']), ...nodesIn(node['offerDetails']), ...nodesIn(node['makesOffer'])].flatMap((offer) => [
    offer,
    ...nodesIn(offer['offers']),
  ]);
  const sources = [node, ...offers];
  const title = textIn(node['name'] ?? node['title'] ?? node['headline']);
  const description = textIn(node['description']);
  const price = firstOf([...offers, node], (entry) => priceOf(entry, context));
  const attributes = attributesOf(pairsOf(node));
  const seller = firstOf(sources, (entry) => sellerOf(entry['seller'] ?? entry['offeredBy'] ?? entry['vendor']));
  const location = firstOf(sources, locationOf);
  const images = listOf(node['image'] ?? node['photo'] ?? node['images']).flatMap(imageOf);
  const postedAt = firstOf(sources, (entry) =>
    isoMoment(textIn(entry['datePosted'] ?? entry['availabilityStarts'] ?? entry['datePublished'] ?? entry['validFrom'])),
  );
  return {
    ...(title !== undefined && { title: oneLine(plainText(title)) }),
    ...(description !== undefined && { description: plainText(description) }),
    ...(price && { price }),
    ...(attributes && { attributes }),
    ...(seller && { seller }),
    ...(location !== undefined && { location }),
    ...(images.length > 0 && { images }),
    ...(postedAt !== undefined && { postedAt }),
  };
}

/** Properties of schema.org's Product, then those that a platform adds by name (PropertyValue). */
function* pairsOf(node: SchemaNode): Generator<readonly [label: string, value: string]> {
  for (const name of ['brand', 'manufacturer', 'model', 'color']) {
    const value = textIn(node[name]);
    if (value !== undefined) yield [name, plainText(value)];
  }
  for (const property of nodesIn(node['additionalProperty'])) {
    const value = textIn(property['value']);
    if (typeof property['name'] === 'string' && value !== undefined) yield [plainText(property['name']), plainText(value)];
  }
}

function firstOf<T>(nodes: SchemaNode[], read: (node: SchemaNode) => T | undefined): T | undefined {
  for (const node of nodes) {
    const value = read(node);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** An Offer's price, an AggregateOffer's lowest, or a PriceSpecification's (GoodRelations: `hasCurrencyValue`); numbers are plain, texts may be written as people write. */
function priceOf(offer: SchemaNode, context: PriceContext): Price | undefined {
  const [specification] = nodesIn(offer['priceSpecification'] ?? offer['hasPriceSpecification']);
  const written =
    textIn(offer['price']) ?? textIn(offer['lowPrice']) ?? textIn(specification?.['price'] ?? specification?.['hasCurrencyValue']);
  if (written === undefined) return undefined;
  const currency = textIn(
    offer['priceCurrency'] ?? offer['currency'] ?? specification?.['priceCurrency'] ?? specification?.['hasCurrency'],
  )?.toUpperCase();
  const known = currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : undefined;
  const parsed = /^\d+(?:\.\d+)?$/.test(written) ? { amount: Number(written) } : parsePrice(written, context);
  if (parsed === undefined) return undefined;
  return {
    ...(context.currency !== undefined && { currency: context.currency }),
    ...parsed,
    ...(known !== undefined && { currency: known }),
  };
}

function sellerOf(value: unknown): Seller | undefined {
  const [entry] = listOf(value);
  const name = textIn(entry);
  if (name === undefined || /^https?:/.test(name)) return undefined;
  const id = isNode(entry) ? textIn(entry['identifier'] ?? entry['@id'] ?? entry['url']) : undefined;
  return { ...(id !== undefined && { id }), name: oneLine(plainText(name)) };
}

function locationOf(node: SchemaNode): string | undefined {
  const [place] = listOf(node['availableAtOrFrom'] ?? node['areaServed'] ?? node['itemLocation'] ?? node['address'] ?? node['location']);
  if (typeof place === 'string') return oneLine(plainText(place)) || undefined;
  if (!isNode(place)) return undefined;
  const [address] = listOf(place['address'] ?? place);
  if (typeof address === 'string') return oneLine(plainText(address)) || undefined;
  if (!isNode(address)) return undefined;
  const parts = ['streetAddress', 'postalCode', 'addressLocality', 'addressRegion'].map((key) => textIn(address[key]));
  const joined = [...new Set(parts.filter((part) => part !== undefined))].join(', ');
  return oneLine(plainText(joined || (textIn(place['name']) ?? ''))) || undefined;
}

function imageOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!isNode(value)) return [];
  const address = textIn(value['contentUrl'] ?? value['url'] ?? value['@id']);
  return address === undefined ? [] : [address];
}
