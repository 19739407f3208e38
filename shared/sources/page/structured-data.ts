import { parseLooseJson } from './loose-json.ts';
import { nodeOfItem } from './microdata.ts';
import type { MarkedItem, PageFacts } from './page-facts.ts';
import { nodesIn, type SchemaNode } from './schema-node.ts';

/** The page's schema.org data, parsed once. */
export interface StructuredData {
  jsonLd: SchemaNode[];
  microdata: SchemaNode[];
  rdfa: SchemaNode[];
  /** What was wrong with it: `mended` or `not readable`, for `how`. */
  trouble?: string;
}

export function structuredData(facts: PageFacts): StructuredData {
  let trouble: string | undefined;
  const jsonLd = facts.scripts
    .filter(({ kind }) => kind === 'json-ld')
    .flatMap(({ text }) => {
      const parsed = parseLooseJson(text);
      if (parsed === undefined) trouble = 'not readable';
      else if (parsed.repaired) trouble ??= 'mended';
      return nodesIn(parsed?.value);
    });
  const marked = (syntax: MarkedItem['syntax']) =>
    facts.items.filter((item) => item.syntax === syntax).map((item) => nodeOfItem(facts, item));
  return { jsonLd, microdata: marked('microdata'), rdfa: marked('rdfa'), ...(trouble !== undefined && { trouble }) };
}
