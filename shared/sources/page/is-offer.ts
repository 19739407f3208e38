import type { ListingFields } from './listing-fields.ts';
import type { PageFacts } from './page-facts.ts';
import { oneLine } from './text.ts';

/** What a template leaves where its values should be: `{{ad.title}}`, `${title}`, `[object Object]`. */
const unfilled = /\{\{|\$\{|\[object /;

/**
 * Whether fields that no structured data vouches for are an offer: a title, and a price, text or photo of its own. What stands in the page's
 * metadata is on every page of a platform, walls included; a price beside nothing else of its own may be an advertisement's, unless the
 * page names the item that was asked for.
 */
export function isOffer(
  { title, price, description, images }: ListingFields,
  { facts, isNamed }: { facts: Pick<PageFacts, 'metas'>; isNamed: boolean },
): boolean {
  if (title === undefined || unfilled.test(title)) return false;
  const shared = new Set(
    ['description', 'og:description', 'og:image', 'twitter:image'].flatMap((name) => facts.metas.get(name) ?? []).map(oneLine),
  );
  const ownText = description !== undefined && !shared.has(oneLine(description));
  const ownImage = images?.some((image) => !shared.has(image)) === true;
  if (ownText || ownImage) return true;
  return price !== undefined && (isNamed || (description === undefined && images === undefined));
}
