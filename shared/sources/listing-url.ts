import { compilePathPattern, type PathPattern } from './path-pattern.ts';
import type { Source } from './source.ts';
import { isOnHosts } from './source-hosts.ts';

const patterns = new Map<string, PathPattern>();

/** The compiled `listing.url` of a Source; throws a TypeError when it is no URL pattern. */
export function listingPattern(pattern: string): PathPattern {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const compiled = compilePathPattern(pattern);
  patterns.set(pattern, compiled);
  return compiled;
}

/**
 * A longer one is no listing's: DynamoDB allows 1,024 bytes of sort key, the key of another table and four bytes a sign included, and one card
 * that cannot be looked up would keep its whole search page from being read.
 */
const longestItemId = 200;

/**
 * The platform's own id in a listing's address (`https://www.ebay.com/itm/304998642264?hash=x` → `304998642264`), or undefined for any other
 * address and for an id of more than 200 signs.
 */
export function itemIdOf(source: Pick<Source, 'hosts' | 'listing'>, url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || !isOnHosts(source, parsed)) return undefined;
  const id = listingPattern(source.listing.url)(parsed.pathname);
  const itemId = id === undefined ? '' : decoded(id);
  return itemId === '' || itemId.length > longestItemId ? undefined : itemId;
}

/** eBay's `v1%7C304998642264%7C0` is the id `v1|304998642264|0`. A broken escape is left as it stands. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/**
 * The listing's address without what only tracks the visitor: query, fragment and user info go, since `listing.url` finds the id in
 * the path. `https://www.ebay.com/itm/304998642264?hash=item47&amdata=enc#tab` → `https://www.ebay.com/itm/304998642264`.
 */
export function canonicalListingUrl(url: string): string {
  const parsed = new URL(url);
  return parsed.origin + parsed.pathname;
}

/** Whether two addresses name one page of a platform, which redirects to the spelling it likes: `/Phones/` and `/phones?sort=new`. */
export function isSamePath(one: string, other: string): boolean {
  const [a, b] = [one, other].map((url) => (URL.parse(url)?.pathname ?? url).replace(/\/$/, '').toLowerCase());
  return a === b;
}
