import { type PriceContext, parsePrice } from '../price.ts';
import type { ListingFields } from './listing-fields.ts';
import { isoMoment } from './moment-text.ts';
import { type PageFacts, type PageValue, textOf } from './page-facts.ts';
import { lines, oneLine } from './text.ts';

/** The values of a field's first selector that yields anything, on one line each. */
export function declaredValues(facts: PageFacts, ranks: PageValue[][] | undefined): string[] {
  for (const values of ranks ?? []) {
    const texts = values.map((value) => oneLine(textOf(facts, value))).filter((text) => text !== '');
    if (texts.length > 0) return texts;
  }
  return [];
}

/** What the declared selectors of a Source found on a page. */
export function declaredListing(facts: PageFacts, context: PriceContext): ListingFields {
  const { fields } = facts;
  const first = (field: string) => declaredValues(facts, fields.get(field))[0];
  const titleText = first('title');
  const title = titleText === undefined ? undefined : shortTitle(titleText);
  const description = longText(facts, fields.get('description'));
  const price = firstPrice(facts, fields.get('price'), context);
  const sellerName = first('seller');
  const sellerId = first('sellerId');
  const location = first('location');
  const images = declaredValues(facts, fields.get('images'));
  const posted = first('postedAt');
  const postedAt = isoMoment(posted) ?? posted;
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(price && { price }),
    ...((sellerName !== undefined || sellerId !== undefined) && {
      seller: { ...(sellerId !== undefined && { id: sellerId }), ...(sellerName !== undefined && { name: sellerName }) },
    }),
    ...(location !== undefined && { location }),
    ...(images.length > 0 && { images }),
    ...(postedAt !== undefined && isoMoment(postedAt) !== undefined && { postedAt }),
  };
}

/** Where a platform has no titles the text is declared as one: then its beginning, up to a sentence's end or about 100 characters. */
export function shortTitle(text: string): string {
  if (text.length <= 200) return text;
  const sentence = /^.{20,120}?[.!?](?=\s)/.exec(text)?.[0];
  return sentence ?? `${text.slice(0, 100).replace(/\s+\S*$/, '')}…`;
}

/** The first value that reads as a price; a selector may also hit a label. */
export function firstPrice(facts: PageFacts, ranks: PageValue[][] | undefined, context: PriceContext) {
  for (const values of ranks ?? []) {
    for (const value of values) {
      const price = parsePrice(oneLine(textOf(facts, value)), context);
      if (price !== undefined) return price;
    }
  }
  return undefined;
}

/** A description keeps its lines, and may stand in several elements. */
function longText(facts: PageFacts, ranks: PageValue[][] | undefined): string | undefined {
  for (const values of ranks ?? []) {
    const text = lines(values.map((value) => textOf(facts, value)).join('\n'));
    if (text !== '') return text;
  }
  return undefined;
}
