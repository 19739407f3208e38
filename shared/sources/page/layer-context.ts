import type { PriceContext } from '../price.ts';
import type { PageFacts } from './page-facts.ts';

/** What a layer may know of the page beside its own data. */
export interface LayerContext {
  facts: PageFacts;
  url: string;
  itemId: string | undefined;
  price: PriceContext;
}
