import type { PageFacts } from './page-facts.ts';
import { textOf } from './page-facts.ts';
import { offeredNodes } from './schema-listing.ts';
import { type SchemaNode, textIn } from './schema-node.ts';
import { oneLine } from './text.ts';

/** So many offers side by side are a search page's. */
const fewestOfAList = 4;

/** Whether the nodes describe a list of offers rather than one. */
export function isList(nodes: readonly SchemaNode[]): boolean {
  return offeredNodes(nodes).length >= fewestOfAList;
}

/**
 * The node that describes the page's own offer. Pages describe others too (seller's other items, recommendations), so the one that
 * carries the page's item id or address is taken, else the one named like the heading, else the first; of many, none: that is a list.
 */
export function mainNode(
  nodes: readonly SchemaNode[],
  facts: PageFacts,
  page: { url: string; itemId: string | undefined },
): SchemaNode | undefined {
  const offered = offeredNodes(nodes);
  if (offered.length < 2) return offered[0];
  const path = URL.parse(page.url)?.pathname ?? page.url;
  const heading = facts.headings.map((span) => oneLine(textOf(facts, span))).find((text) => text !== '') ?? oneLine(facts.title);
  const byId = offered.find((node) => names(node).some((name) => name === page.itemId || (path.length > 1 && name.includes(path))));
  return byId ?? offered.find((node) => isNamed(node, heading)) ?? (offered.length < fewestOfAList ? offered[0] : undefined);
}

function names(node: SchemaNode): string[] {
  return ['@id', 'url', 'productID', 'sku', 'identifier'].flatMap((key) => textIn(node[key]) ?? []);
}

function isNamed(node: SchemaNode, heading: string): boolean {
  const name = oneLine(textIn(node['name']) ?? '').toLowerCase();
  return name !== '' && heading.toLowerCase().includes(name);
}
