import { load } from 'cheerio/slim';
import type { Source } from '../source.ts';
import { mostCards } from './collect-fields.ts';
import type { CardFacts, PageFacts, PageValue } from './page-facts.ts';
import { declaredCardFields, declaredFields } from './reading-plan.ts';
import { splitSelector } from './selector-text.ts';
import { blockElements } from './text.ts';

/**
 * Fields and cards of a Source whose selectors need a document (`:has()`, `:contains()`, `+`). The document is built by htmlparser2,
 * which is more than twice as fast as cheerio's default parser and as good for reading.
 */
export function collectFromDocument(html: string, source: Source, facts: PageFacts): void {
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true } });
  type Scope = ReturnType<typeof $>;

  function values(scope: Scope, selectors: readonly string[]): PageValue[][] {
    return selectors.map((selector) => {
      const { css, attribute } = splitSelector(selector);
      return scope
        .find(css)
        .toArray()
        .slice(0, 100)
        .flatMap((element) => (attribute === undefined ? textWithLines(element) : ($(element).attr(attribute) ?? [])));
    });
  }
  function allFields(scope: Scope, declared: Record<string, readonly string[]>): Map<string, PageValue[][]> {
    return new Map(Object.entries(declared).map(([field, selectors]) => [field, values(scope, selectors)]));
  }

  facts.fields = allFields($.root(), declaredFields(source));
  for (const field of ['gone', 'empty'] as const) {
    const css = field === 'gone' ? source.listing.gone : source.searchPage.empty;
    if (css !== undefined) facts.fields.set(field, [$(css).length > 0 ? ['(present)'] : []]);
  }
  const { card } = source.searchPage;
  if (card === undefined) return;
  facts.cards = $(card)
    .toArray()
    .slice(0, mostCards)
    .map((element): CardFacts => ({ start: 0, end: 0, fields: allFields($(element), declaredCardFields(source)) }));
}

/** What cheerio's nodes have in common, for text and elements alike. */
interface DocumentNode {
  type: string;
  name?: string;
  data?: string;
  childNodes?: readonly DocumentNode[];
}

/** Deeper than any honest page, and far from the end of the stack. */
const deepest = 500;

/** The text of an element with a line break where an element begins or ends a line, as in the streaming pass. */
function textWithLines(node: DocumentNode, depth = 0): string {
  if (node.type === 'text') return (node.data ?? '').replace(/[\n\r]+/g, ' ');
  if (node.childNodes === undefined || depth > deepest || node.type === 'script' || node.type === 'style') return '';
  if (node.name === 'br') return '\n';
  const inner = node.childNodes.map((child) => textWithLines(child, depth + 1)).join('');
  return blockElements.has(node.name ?? '') ? `\n${inner}\n` : inner;
}
