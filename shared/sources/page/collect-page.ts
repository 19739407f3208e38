import { Parser } from 'htmlparser2';
import { collectFields } from './collect-fields.ts';
import { collectHead } from './collect-head.ts';
import { collectItems } from './collect-items.ts';
import { collectLinks } from './collect-links.ts';
import { isHidden } from './hidden.ts';
import { lineMark, type PageFacts } from './page-facts.ts';
import type { Collector, Pass, PassingElement } from './page-pass.ts';
import type { ReadingPlan } from './reading-plan.ts';
import { blockElements } from './text.ts';

/** Selectors look no further up: browsers nest 512 deep, and looking up 3,500 unclosed `<small>` (Craigslist 2010) takes half a second. */
const deepestMatched = 512;
/** Deeper than any honest page. What follows is not read. */
const deepest = 20_000;
/** Bytes given to the parser at once; between two portions the depth is checked. */
const portion = 65_536;
const longestText = 2_000_000;

/** Reads a page in one streaming pass. No document is built; memory is that of the text and the data scripts. */
export function collectPage(html: string, plan: ReadingPlan): PageFacts {
  const facts = emptyFacts();
  let text = '';
  let current: PassingElement | undefined;
  let depth = 0;

  const pass: Pass = {
    facts,
    offset: () => text.length,
    span(element) {
      const span = { start: text.length, end: -1 };
      if (element.spans === undefined) element.spans = [span];
      else element.spans.push(span);
      return span;
    },
  };
  const head = collectHead(pass);
  const collectors: Collector[] = [head.open, collectItems(pass), collectLinks(pass, plan), collectFields(pass, plan)];

  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (blockElements.has(name)) text += lineMark;
      const parent = depth > deepestMatched ? current?.parent : current;
      current = {
        name,
        attributes,
        parent,
        outer: current,
        hidden: isHidden(name, attributes, current?.hidden),
        spans: undefined,
        whenClosed: undefined,
      };
      for (const collect of collectors) collect(current);
    },
    ontext(data) {
      if (head.takeScript(data)) return;
      if (current?.hidden !== true && text.length < longestText) text += data;
    },
    onclosetag(name) {
      if (current === undefined) return;
      const closing = current;
      depth -= 1;
      current = closing.outer;
      if (closing.spans !== undefined) for (const span of closing.spans) span.end = text.length;
      closing.whenClosed?.();
      if (name !== 'br' && blockElements.has(name)) text += lineMark;
    },
  });
  for (let start = 0; start < html.length && !facts.cut; start += portion) {
    parser.write(html.slice(start, start + portion));
    facts.cut = depth > deepest;
  }
  parser.end();
  facts.text = text;
  return facts;
}

function emptyFacts(): PageFacts {
  return {
    text: '',
    title: '',
    metas: new Map(),
    headings: [],
    subheadings: [],
    links: [],
    scripts: [],
    items: [],
    fields: new Map(),
    cards: [],
    hints: [],
    passwordFields: 0,
    embedded: [],
    cut: false,
  };
}
