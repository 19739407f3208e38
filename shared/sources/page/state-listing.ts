import type { LayerContext } from './layer-context.ts';
import type { ListingFields } from './listing-fields.ts';
import { fieldsOfObject, titleOfObject } from './object-listing.ts';
import { textOf } from './page-facts.ts';
import { isNode, type SchemaNode } from './schema-node.ts';
import { scriptValues } from './script-values.ts';
import { oneLine } from './text.ts';

/** A blob of 4 MB holds about this many objects; a hostile one is left after them. */
const mostObjects = 300_000;
const deepest = 40;

/**
 * The listing in the state that a framework left in the page (`__NEXT_DATA__`, `__NUXT__`, `__next_f`, `window.__X__ = {…}`, JSON scripts): the object
 * that carries the page's item id or its title, with most to say. Without a title or id to go by nothing is taken: blobs hold other
 * offers and settings too.
 */
export function stateListing(context: LayerContext): ListingFields | undefined {
  const { facts, itemId } = context;
  const titles = [
    ...facts.headings.map((span) => oneLine(textOf(facts, span))),
    oneLine(facts.metas.get('og:title')?.[0] ?? ''),
    oneLine(facts.title),
  ].filter((title) => title.length > 2);
  const roots = scriptValues(facts.scripts);
  let best: { object: SchemaNode; fields: ListingFields; score: number } | undefined;
  for (const object of objectsIn(roots)) {
    const title = titleOfObject(object);
    if (title === undefined || !isThisOffer(object, title, { titles, itemId })) continue;
    const fields = fieldsOfObject(object, context.price);
    const score = Object.keys(fields).length + (fields.price ? 1 : 0);
    if (best === undefined || score > best.score) best = { object, fields, score };
  }
  return best && { ...elsewhereInState(roots, best.object, context), ...best.fields };
}

/** States keep one offer in several objects of the same id, photos in one and price in another (Facebook). */
function elsewhereInState(roots: unknown[], { id }: SchemaNode, { price }: LayerContext): ListingFields {
  const fields: ListingFields = {};
  if (id === undefined) return fields;
  for (const object of objectsIn(roots)) {
    const { title, ...others } = object['id'] === id ? fieldsOfObject(object, price) : {};
    Object.assign(fields, { ...others, ...fields });
  }
  return fields;
}

function isThisOffer(object: SchemaNode, title: string, page: { titles: string[]; itemId: string | undefined }): boolean {
  const ids = [object['id'], object['itemId'], object['listingId'], object['adId'], object['sku']].map(String);
  if (page.itemId !== undefined && ids.includes(page.itemId)) return true;
  const plain = oneLine(title);
  return plain.length > 2 && page.titles.some((known) => known === plain || (plain.length > 8 && known.startsWith(plain)));
}

/** Every object in a value, outermost first, also those that were put in as JSON text (OLX, Next.js). */
function* objectsIn(root: unknown): Generator<SchemaNode> {
  const stack: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let count = 0; count < mostObjects; count += 1) {
    const next = stack.pop();
    if (next === undefined) return;
    const { value, depth } = next;
    if (depth > deepest || typeof value !== 'object' || value === null) continue;
    if (isNode(value)) yield value;
    for (const inner of Object.values(value)) {
      if (typeof inner === 'object' && inner !== null) stack.push({ value: inner, depth: depth + 1 });
    }
  }
}
