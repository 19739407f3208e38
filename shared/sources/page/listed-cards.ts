import type { ListingCard } from '../../domain/listing.ts';
import { canonicalListingUrl } from '../listing-url.ts';
import type { CardContext } from './card-context.ts';
import { itemAddressOf } from './item-address.ts';
import { fieldsOfNode } from './schema-listing.ts';
import { isNode, nodesIn, type SchemaNode, typesOf } from './schema-node.ts';

/** The offers that a page names in a schema.org ItemList or OfferCatalog. */
export function listedCards({ nodes, base, price }: CardContext & { nodes: readonly SchemaNode[] }): ListingCard[] {
  return itemLists(nodes).flatMap((list) =>
    nodesIn(list['itemListElement']).flatMap((entry) => {
      const item = isNode(entry['item']) ? entry['item'] : entry;
      const url = [item['url'], entry['url'], item['@id'], entry['item']].map((value) => addressIn(value, base)).find((address) => address);
      if (url === undefined || url === base) return [];
      const { title, price: asked } = fieldsOfNode(item, price);
      return [
        {
          itemId: itemAddressOf(new URL(url).pathname)?.id ?? url,
          url: canonicalListingUrl(url),
          ...(title !== undefined && { title }),
          ...(asked && { price: asked }),
        },
      ];
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

/** Only a text is an address: an item that is an object would give its name. */
function addressIn(value: unknown, base: string): string | undefined {
  const url = typeof value === 'string' && value !== '' ? URL.parse(value, base) : null;
  return url?.protocol.startsWith('http') === true ? url.href : undefined;
}
