import type { Layer } from './agreement.ts';
import { declaredListing } from './declared-listing.ts';
import type { LayerContext } from './layer-context.ts';
import { isList, mainNode } from './main-node.ts';
import { fieldsOfNode } from './schema-listing.ts';
import type { SchemaNode } from './schema-node.ts';
import { openGraphListing, semanticListing } from './semantic-listing.ts';
import { stateListing } from './state-listing.ts';
import { structuredData } from './structured-data.ts';
import { type Subject, subjectOf } from './subject.ts';

/** All that a page says of its offer, by layer in the order of trust, and the structured data behind them. */
export interface ListingLayers {
  layers: Layer[];
  /** Roots of the page's JSON-LD, microdata and RDFa: lists of offers are read from them too. */
  nodes: SchemaNode[];
  /** Whether structured data names something on offer, as opposed to a page's title and picture, which every page has. */
  namesAnOffer: boolean;
  /** Structured data names many things on offer and none of them as the page's own: a list. */
  offersMany: boolean;
  /** What a heading and the head name alike. */
  subject?: Subject;
  trouble?: string;
}

export function listingLayers(context: LayerContext): ListingLayers {
  const { facts, price } = context;
  const { trouble, ...nodes } = structuredData(facts);
  const jsonLd = mainNode(nodes.jsonLd, facts, context);
  const microdata = mainNode(nodes.microdata, facts, context);
  const rdfa = mainNode(nodes.rdfa, facts, context);
  const subject = subjectOf(facts);
  const layers: Layer[] = [{ name: 'selector', fields: declaredListing(facts, price) }];
  if (jsonLd) layers.push({ name: trouble === undefined ? 'json-ld' : `json-ld (${trouble})`, fields: fieldsOfNode(jsonLd, price) });
  if (microdata) layers.push({ name: 'microdata', fields: fieldsOfNode(microdata, price) });
  if (rdfa) layers.push({ name: 'rdfa', fields: fieldsOfNode(rdfa, price) });
  layers.push({ name: 'open-graph', fields: openGraphListing(facts, price, subject) });
  const state = isIncomplete(layers) ? stateListing(context) : undefined;
  if (state) layers.push({ name: 'page-state', fields: state });
  layers.push({ name: 'page', fields: semanticListing(facts, price, subject) });
  const named = jsonLd ?? microdata ?? rdfa;
  return {
    layers,
    nodes: Object.values(nodes).flat(),
    namesAnOffer: (named ?? state?.price) !== undefined,
    ...(subject && { subject }),
    offersMany: named === undefined && Object.values(nodes).some(isList),
    ...(trouble !== undefined && { trouble }),
  };
}

/** State blobs are large: they are opened only for what nothing better has said. */
function isIncomplete(layers: readonly Layer[]): boolean {
  const wanted = ['title', 'price', 'description', 'seller', 'images'] as const;
  return wanted.some((name) => !layers.some(({ fields }) => fields[name] !== undefined));
}
