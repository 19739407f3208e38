import type { ListingCard } from '../../domain/listing.ts';
import { canonicalListingUrl } from '../listing-url.ts';
import type { CardContext } from './card-context.ts';
import { idInPath, listedCards } from './listed-cards.ts';
import { type PageLink, textOf } from './page-facts.ts';
import { priceAmong, titleOfLinks } from './read-cards.ts';
import type { SchemaNode } from './schema-node.ts';

/** The offers of a search page of a site nobody has described: an ItemList where the page has one, else the links that look alike. */
export function guessCards(context: CardContext & { nodes: readonly SchemaNode[] }): ListingCard[] {
  const listed = listedCards(context);
  return listed.length > 0 ? listed : likeLinks(context);
}

/** Groups links by the shape of their path; offers are the largest group whose paths end in or carry an id. */
function likeLinks({ facts, base, price }: CardContext): ListingCard[] {
  const host = URL.parse(base)?.hostname;
  const groups = new Map<string, Map<string, PageLink[]>>();
  for (const link of facts.links) {
    const url = URL.parse(link.href, base);
    if (url === null || !url.protocol.startsWith('http') || !isSameSite(url.hostname, host)) continue;
    const shape = shapeOf(url.pathname);
    if (shape === undefined) continue;
    const address = canonicalListingUrl(url.href);
    const group = groups.get(shape) ?? new Map<string, PageLink[]>();
    groups.set(shape, group);
    const links = group.get(address);
    if (links === undefined) group.set(address, [link]);
    else links.push(link);
  }
  const [largest] = [...groups.values()].sort((a, b) => b.size - a.size);
  if (largest === undefined) return [];
  const offers = [...largest].sort(([, a], [, b]) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
  return offers.map(([url, links], index) => {
    const end = links.at(-1)?.end ?? 0;
    const until = offers[index + 1]?.[1][0]?.start ?? end + 300;
    const title = titleOfLinks(facts, links);
    const asked = priceAmong(facts, links, textOf(facts, { start: end, end: Math.min(Math.max(until, end), end + 300) }), price);
    return { itemId: idInPath(url), url, ...(title !== undefined && { title }), ...(asked && { price: asked }) };
  });
}

/** City hosts of one platform (`sfbay.craigslist.org`, `www.craigslist.org`) are one site. */
function isSameSite(hostname: string, host: string | undefined): boolean {
  return hostname === host || (host !== undefined && hostname.split('.').slice(-2).join('.') === host.split('.').slice(-2).join('.'));
}

/** `/s-anzeige/sega-sonic/2496481234-227-1` → `s-anzeige/*​/#`; undefined for a path without an id (five digits or a long code). */
function shapeOf(path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const withId = parts.findLastIndex((part) => /\d{5,}/.test(part) || /^(?=.*\d)[A-Za-z0-9_-]{8,}$/.test(part));
  if (withId === -1) return undefined;
  return parts.map((part, index) => (index === withId ? '#' : part.length > 14 || /\d/.test(part) ? '*' : part)).join('/');
}
