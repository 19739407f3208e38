import type { Price } from '../../domain/listing.ts';
import { canonicalListingUrl } from '../listing-url.ts';
import type { CardContext } from './card-context.ts';
import { formOf, type ItemAddress, itemAddressOf } from './item-address.ts';
import { type PageLink, textOf } from './page-facts.ts';
import { priceAmong } from './read-cards.ts';
import { siteName } from './site-name.ts';
import type { OpenElement } from './stream-selector.ts';
import { oneLine } from './text.ts';

/** An address of the page with all links to it: offers are often linked by photo and by title. */
export interface LinkedAddress {
  url: string;
  item: ItemAddress;
  links: PageLink[];
  /** Where the next link to another address begins: what stands before it belongs to this one. */
  until: number;
}

/** Addresses of one form under one first part of the path, and how much they look like offers. */
interface LinkGroup {
  form: string;
  addresses: LinkedAddress[];
  /** Classes of link and parent, of most of them. */
  look: string;
  /** Share of them with a price, 0 to 1. */
  priced: number;
  /** Share whose link says two words or more. */
  worded: number;
  score: number;
}

/** Groups of one page that are weighed; the largest first, since a search page is made of its offers. */
const mostGroups = 200;
/** Addresses of a group that are looked at. */
const mostLookedAt = 40;
/** So few links that look alike are navigation. */
const fewestAlike = 3;
/** Text behind a link that may still be about it. */
const mostBehind = 300;

/**
 * The links of a page that lead to offers, in page order, by the company they keep: many of one form, with prices, photos and titles
 * beside them. Categories, sellers and page numbers are linked as often, but stand without prices or with shorter ids.
 */
export function offerLinks(context: CardContext): LinkedAddress[] {
  const byForm = Map.groupBy(addressesOf(context), ({ item }) => formOf(item));
  const groups = [...byForm]
    .flatMap(([form, ofForm]) => [...Map.groupBy(ofForm, ({ item }) => item.parts[0]).values()].map((addresses) => ({ form, addresses })))
    .toSorted((a, b) => b.addresses.length - a.addresses.length)
    .slice(0, mostGroups)
    .map(({ form, addresses }) => weigh(form, addresses, context));
  const best = groups.toSorted((a, b) => b.score - a.score)[0];
  if (best === undefined || best.score <= 0) return [];
  const offers = groups.filter((group) => group === best || isOfSameList(group, best)).flatMap(({ addresses }) => addresses);
  return withinLength(offers, best.addresses).toSorted((a, b) => startOf(a) - startOf(b));
}

/**
 * Offers of other categories or cities differ in the first part of the path only. Sellers do too, and are linked from every card, but
 * have no price of their own behind them.
 */
function isOfSameList(group: LinkGroup, best: LinkGroup): boolean {
  if (group.form !== best.form) return false;
  if (best.priced > 0.5 && group.priced > 0.5) return true;
  if (group.look !== best.look) return false;
  const isFew = group.addresses.length < fewestAlike;
  return isFew ? group.worded === 1 && /\.\w/.test(group.look) : group.priced >= best.priced / 2;
}

/** Numbers of one platform's offers have grown by a digit or two over the years, those of its categories are far shorter. */
function withinLength(addresses: LinkedAddress[], typical: readonly LinkedAddress[]): LinkedAddress[] {
  const lengths = typical.map(({ item }) => item.id.length).toSorted((a, b) => a - b);
  const middle = lengths[lengths.length >> 1] ?? 0;
  return addresses.filter(({ item }) => item.kind !== 'digits' || Math.abs(item.id.length - middle) <= 2);
}

function startOf({ links }: LinkedAddress): number {
  return links[0]?.start ?? 0;
}

function weigh(form: string, addresses: LinkedAddress[], context: CardContext): LinkGroup {
  const looked = addresses.slice(0, mostLookedAt);
  const textsOf = ({ links }: LinkedAddress) => links.map((link) => oneLine(textOf(context.facts, link).slice(0, mostBehind)));
  const share = (holds: (address: LinkedAddress) => boolean) => looked.filter(holds).length / looked.length;
  const priced = share((address) => priceOfOffer(address, context) !== undefined);
  const pictured = share(({ links }) => links.some(({ label }) => label !== ''));
  const worded = share((address) => textsOf(address).some((text) => /\p{L}\P{L}+\p{L}/u.test(text)));
  const numbered = share((address) => textsOf(address).every((text) => /^\d{1,4}$/.test(text)));
  const looks = Map.groupBy(looked, ({ links }) => lookOf(links[0]));
  const look = [...looks].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
  const likeness = trustOf(looked[0]?.item, priced) * (0.2 + 2 * priced + 0.5 * pictured + worded) * (1 - numbered);
  return { form, addresses, look, priced, worded, score: addresses.length < fewestAlike ? 0 : addresses.length * likeness };
}

/** Words alone name categories as well as offers, so prices must stand beside them. */
function trustOf(item: ItemAddress | undefined, priced: number): number {
  if (item?.kind === 'digits') return item.id.length >= 6 ? 1 : 0.6;
  if (item?.kind === 'code') return 0.6;
  return priced >= 0.5 ? 0.5 : 0;
}

/** In the links or between the last of them and the next address. */
export function priceOfOffer({ links, until }: LinkedAddress, { facts, price }: CardContext): Price | undefined {
  const end = links.at(-1)?.end ?? 0;
  return priceAmong(facts, links, textOf(facts, { start: end, end: Math.min(Math.max(until, end), end + mostBehind) }), price);
}

function lookOf(link: PageLink | undefined): string {
  const named = (element: OpenElement | undefined) => `${element?.name}.${element?.attributes['class']?.split(' ', 1)[0] ?? ''}`;
  return `${named(link?.element?.parent)}>${named(link?.element)}`;
}

function addressesOf({ facts, base }: CardContext): LinkedAddress[] {
  const urls = facts.links.map((link) => URL.parse(link.href, base));
  const site = siteOf(urls, URL.parse(base)?.host);
  const found = new Map<string, LinkedAddress>();
  let before: LinkedAddress | undefined;
  for (const [index, link] of facts.links.entries()) {
    const url = urls[index];
    if (url === null || url === undefined || !isWeb(url) || siteName(url.host) !== site) continue;
    const address = canonicalListingUrl(url.href);
    const item = itemAddressOf(url.pathname);
    if (item === undefined) continue;
    const linked = found.get(address) ?? { url: address, item, links: [], until: facts.text.length };
    found.set(address, linked);
    linked.links.push(link);
    linked.until = facts.text.length;
    if (before !== undefined && before !== linked) before.until = Math.min(before.until, link.start);
    before = linked;
  }
  return [...found.values()];
}

function isWeb(url: URL): boolean {
  return url.protocol === 'https:' || url.protocol === 'http:';
}

/** The page's own site; of a saved page without a true address the one that most of its links name. */
function siteOf(urls: readonly (URL | null)[], host: string | undefined): string | undefined {
  const own = host === undefined ? undefined : siteName(host);
  const counts = new Map<string, number>();
  for (const url of urls) if (url !== null && isWeb(url)) counts.set(siteName(url.host), (counts.get(siteName(url.host)) ?? 0) + 1);
  if (own !== undefined && counts.has(own)) return own;
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
