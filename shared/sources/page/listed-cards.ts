import type { ListingCard } from '../../domain/listing.ts';
import type { CardContext } from './card-context.ts';
import { fieldsOfNode } from './schema-listing.ts';
import { isNode, nodesIn, type SchemaNode, textIn, typesOf } from './schema-node.ts';

/** The offers that a page names in a schema.org ItemList or OfferCatalog. */
export function listedCards({ nodes, base, price }: CardContext & { nodes: readonly SchemaNode[] }): ListingCard[] {
  return itemLists(nodes).flatMap((list) =>
    nodesIn(list['itemListElement']).flatMap((entry) => {
      const item = isNode(entry['item']) ? entry['item'] : entry;
      const url = URL.parse(textIn(item['url'] ?? entry['url'] ?? item['@id'] ?? entry['item']) ?? '', base)?.href;
      if (url === undefined || url === base) return [];
      const { title, price: asked } = fieldsOfNode(item, price);
      return [{ itemId: idInPath(url), url, ...(title !== undefined && { title }), ...(asked && { price: asked }) }];
    }),
  );
}

function itemLists(nodes: readonly SchemaNode[], depth = 0): SchemaNode[] {
  if (depth > 4) return [];
  return nodes.flatMap((node) => {
    if (typesOf(node).includes('ItemList') || typesOf(node).includes('OfferCatalog')) return [node];
    return itemLists(
      Object.entries(node).flatMap(([key, value]) => (key === 'breadcrumb' ? [] : nodesIn(value))),
      depth + 1,
    );
  });
}

/** The longest run of digits in the path, else its last part: how the item is told from others until a Source says how. */
export function idInPath(url: string): string {
  const path = URL.parse(url)?.pathname ?? url;
  const runs = path.match(/\d{5,}/g) ?? [];
  return runs.sort((a, b) => b.length - a.length)[0] ?? path.split('/').filter(Boolean).at(-1) ?? path;
}
