import type { PriceContext } from '../price.ts';
import type { PageFacts } from './page-facts.ts';

/** What reading the offers of a search page needs. */
export interface CardContext {
  facts: PageFacts;
  /** Address that links are relative to. */
  base: string;
  price: PriceContext;
}
