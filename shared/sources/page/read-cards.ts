import type { ListingCard, Price } from '../../domain/listing.ts';
import { canonicalListingUrl, itemIdOf } from '../listing-url.ts';
import { isPriceTag, type PriceContext, parsePrice } from '../price.ts';
import type { Source } from '../source.ts';
import type { CardContext } from './card-context.ts';
import { declaredValues, firstPrice } from './declared-listing.ts';
import { listedCards } from './listed-cards.ts';
import { type PageFacts, type PageLink, textOf } from './page-facts.ts';
import { structuredData } from './structured-data.ts';
import { lines, oneLine } from './text.ts';

/**
 * The offers on a search page of a known Source: by its card selector, else every link that `listing.url` recognises; then those that
 * only the page's ItemList names, since pages draw the rest of their cards by script (willhaben: 5 of 30). One card an item.
 */
export function readCards(source: Source, context: CardContext): ListingCard[] {
  const cards = source.searchPage.card === undefined ? linkedCards(source, context) : declaredCards(source, context);
  const byId = new Map<string, ListingCard>();
  for (const card of [...cards, ...namedCards(source, context)]) if (!byId.has(card.itemId)) byId.set(card.itemId, card);
  return [...byId.values()];
}

function namedCards(source: Source, context: CardContext): ListingCard[] {
  const { jsonLd, microdata, rdfa } = structuredData(context.facts);
  return listedCards({ ...context, nodes: [...jsonLd, ...microdata, ...rdfa] }).flatMap(({ url, title, price }) =>
    cardOf(source, url, { title, price }),
  );
}

function declaredCards(source: Source, { facts, base, price }: CardContext): ListingCard[] {
  return facts.cards.flatMap(({ fields }) => {
    const urls = declaredValues(facts, fields.get('link')).map((href) => URL.parse(href, base)?.href);
    const url = urls.find((href) => href !== undefined && itemIdOf(source, href) !== undefined);
    if (url === undefined) return [];
    return cardOf(source, url, {
      title: declaredValues(facts, fields.get('title'))[0],
      price: firstPrice(facts, fields.get('price'), price),
    });
  });
}

/** Without a card selector: an item is often linked twice, by its photo and by its title, and its price stands behind the title. */
function linkedCards(source: Source, { facts, base, price }: CardContext): ListingCard[] {
  const idOfHref = new Map<string, { url: string; id: string } | undefined>();
  const named = facts.links.map((link) => {
    if (!idOfHref.has(link.href)) idOfHref.set(link.href, listingLink(source, link.href, base));
    return { link, listing: idOfHref.get(link.href) };
  });
  const groups = new Map<string, { url: string; links: PageLink[]; until: number }>();
  let open: { id: string; until: number } | undefined;
  for (const { link, listing } of named) {
    if (listing === undefined) continue;
    const group = groups.get(listing.id) ?? { url: listing.url, links: [], until: facts.text.length };
    if (open !== undefined && open.id !== listing.id) {
      const before = groups.get(open.id);
      if (before !== undefined) before.until = Math.min(before.until, link.start);
    }
    group.links.push(link);
    groups.set(listing.id, group);
    open = { id: listing.id, until: link.start };
  }
  return [...groups.values()].flatMap(({ url, links, until }) => {
    const end = links.at(-1)?.end ?? 0;
    const behind = textOf(facts, { start: end, end: Math.min(until, end + 300) });
    return cardOf(source, url, { title: titleOfLinks(facts, links), price: priceAmong(facts, links, behind, price) });
  });
}

function listingLink(source: Source, href: string, base: string): { url: string; id: string } | undefined {
  const url = URL.parse(href, base)?.href;
  const id = url === undefined ? undefined : itemIdOf(source, url);
  return url === undefined || id === undefined ? undefined : { url, id };
}

/** `Wood Office Shelf - $250`: old lists put the price into the link. */
const priceBehindTitle = /\s[-–]\s?[$£€]\s?\d[\d.,]*[\s,–-]*$/;

/** The first line of the first link that says something other than a price; else a label. */
export function titleOfLinks(facts: PageFacts, links: readonly PageLink[]): string | undefined {
  for (const link of links) {
    const line = lines(textOf(facts, link))
      .split('\n')
      .find((text) => /\p{L}{2}/u.test(text) && !isPriceTag(text));
    if (line !== undefined) return line.replace(priceBehindTitle, '');
  }
  return links.map(({ label }) => oneLine(label)).find((label) => label !== '');
}

/** Line by line, so that a title with a number in it does not pass for a price. */
export function priceAmong(facts: PageFacts, links: readonly PageLink[], behind: string, context: PriceContext): Price | undefined {
  for (const text of [...links.map((link) => textOf(facts, link)), behind]) {
    for (const line of lines(text).split('\n')) {
      // A bare number beside a card is a count of photos as often as a price.
      const isSigned = line.length <= 60 && parsePrice(line, { language: context.language })?.currency !== undefined;
      if (isSigned) return parsePrice(line, context);
    }
  }
  return undefined;
}

function cardOf(source: Source, url: string, said: { title: string | undefined; price: Price | undefined }): ListingCard[] {
  const itemId = itemIdOf(source, url);
  if (itemId === undefined) return [];
  const { title, price } = said;
  return [{ itemId, url: canonicalListingUrl(url), ...(title !== undefined && { title }), ...(price && { price }) }];
}
