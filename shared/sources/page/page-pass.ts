/** What the collectors of one streaming pass share. */

import type { PageFacts, TextSpan } from './page-facts.ts';
import type { OpenElement } from './stream-selector.ts';

/** An element on its way through the page, with what is to happen when it closes. */
export interface PassingElement extends OpenElement {
  /** The element around it, for selectors; the same for all that lies deeper than `deepestMatched`. */
  parent: PassingElement | undefined;
  /** The element that is open again when this one closes. */
  outer: PassingElement | undefined;
  hidden: boolean;
  spans: TextSpan[] | undefined;
  whenClosed: (() => void) | undefined;
}

/** What the collectors share during the pass. */
export interface Pass {
  facts: PageFacts;
  /** Length of the text so far. */
  offset(): number;
  /** The text of this element, complete when it closes. */
  span(element: PassingElement): TextSpan;
}

/** One part of the page's facts: called for every element that opens. */
export type Collector = (element: PassingElement) => void;
