import type { ListingCard } from '../../domain/listing.ts';
import type { CardContext } from './card-context.ts';
import { formOf, itemAddressOf } from './item-address.ts';
import { listedCards } from './listed-cards.ts';
import { type LinkedAddress, offerLinks, priceOfOffer } from './offer-links.ts';
import { titleOfLinks } from './read-cards.ts';
import type { SchemaNode } from './schema-node.ts';

/**
 * The offers of a search page of a site nobody has described: the links that look like offers, and those that an ItemList of the same
 * form names beside them, since pages draw part of their cards by script. A list of other things (categories, related searches) is
 * taken only where no links look like offers.
 */
export function guessCards(context: CardContext & { nodes: readonly SchemaNode[] }): ListingCard[] {
  const linked = offerLinks(context);
  const listed = listedCards(context);
  const forms = new Set(linked.map(({ item }) => formOf(item)));
  const isAlike = ({ url }: ListingCard) => forms.has(formOfUrl(url));
  const cards = linked.length === 0 || (!listed.some(isAlike) && listed.length > linked.length && listed.some(isOffered)) ? [] : linked;
  const byUrl = new Map(cards.map((offer) => [offer.url, cardOf(offer, context)]));
  for (const card of listed) {
    if (cards.length > 0 && !isAlike(card)) continue;
    byUrl.set(card.url, { ...card, ...byUrl.get(card.url) });
  }
  return [...byUrl.values()];
}

function isOffered({ price }: ListingCard): boolean {
  return price !== undefined;
}

function formOfUrl(url: string): string {
  const item = itemAddressOf(new URL(url).pathname);
  return item === undefined ? '' : formOf(item);
}

function cardOf(offer: LinkedAddress, context: CardContext): ListingCard {
  const { url, item, links } = offer;
  const title = titleOfLinks(context.facts, links);
  const asked = priceOfOffer(offer, context);
  return { itemId: item.id, url, ...(title !== undefined && { title }), ...(asked && { price: asked }) };
}
