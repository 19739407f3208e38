import { isSamePath, itemIdOf } from '../listing-url.ts';
import { nothingRead, type PageReading, type PageToRead } from '../page-reading.ts';
import { doubtOfHeading, doubtOfPage, type PageDoubt } from '../page-state.ts';
import type { Source } from '../source.ts';
import { isOnHosts } from '../source-hosts.ts';
import { collectFromDocument } from './collect-document.ts';
import { mostCards } from './collect-fields.ts';
import { mostLinks } from './collect-links.ts';
import { collectPage } from './collect-page.ts';
import { declaredValues } from './declared-listing.ts';
import { isOffer } from './is-offer.ts';
import { listingLayers } from './listing-layers.ts';
import { listingReading } from './listing-reading.ts';
import type { PageFacts } from './page-facts.ts';
import { readCards } from './read-cards.ts';
import { planOf } from './reading-plan.ts';

interface KnownPage {
  page: PageToRead;
  source: Source;
  facts: PageFacts;
  finalUrl: string;
  base: string;
  /** Of the address that was asked for; undefined when that is no listing's. */
  itemId: string | undefined;
}

/** Reads a page of a Source: its address says whether it ought to be a listing or a search, and the page has to bear that out. */
export function readKnownSite(page: PageToRead, source: Source): PageReading {
  const { reading, language } = readWithLanguage(page, source);
  const isClaim = reading.kind === 'listing' || reading.kind === 'search';
  const isOther = language !== undefined && primaryOf(language) !== primaryOf(source.language);
  return isClaim && isOther ? { ...reading, otherLanguage: language } : reading;
}

/** `de-AT` → `de`; platforms write `pl_PL` too. */
function primaryOf(language: string): string {
  return language.trim().toLowerCase().split(/[-_]/)[0] ?? '';
}

function readWithLanguage(page: PageToRead, source: Source): { reading: PageReading; language: string | undefined } {
  const plan = planOf(source);
  const facts = collectPage(page.text, plan);
  if (plan.needsDocument) collectFromDocument(page.text, source, facts);
  const finalUrl = page.finalUrl ?? page.url;
  const base = facts.base === undefined ? finalUrl : (URL.parse(facts.base, finalUrl)?.href ?? finalUrl);
  const known = { page, source, facts, finalUrl, base, itemId: itemIdOf(source, page.url) };
  return { reading: readExpected(known), language: facts.language };
}

function readExpected(known: KnownPage): PageReading {
  switch (expectedKind(known)) {
    case 'listing':
      return readListing(known);
    case 'search':
      return readSearch(known);
    case 'either': {
      const listing = readListing(known);
      const search = listing.kind === 'listing' ? undefined : readSearch(known);
      return search?.kind === 'search' ? search : listing;
    }
  }
}

/** By the address that was asked for; a saved file's address may say nothing, then by the page's own canonical one. */
function expectedKind({ page, source, facts, itemId }: KnownPage): 'listing' | 'search' | 'either' {
  if (itemId !== undefined) return 'listing';
  const url = URL.parse(page.url);
  if (url !== null && isOnHosts(source, url) && url.pathname !== '/') return 'search';
  const canonical = URL.parse(facts.canonical ?? facts.metas.get('og:url')?.[0] ?? '', page.url)?.href;
  return canonical !== undefined && itemIdOf(source, canonical) !== undefined ? 'listing' : 'either';
}

function readListing(known: KnownPage): PageReading {
  const { page, source, facts, finalUrl, itemId } = known;
  if (declaredValues(facts, facts.fields.get('gone')).length > 0) {
    return nothingRead({ kind: 'gone', reason: 'the platform says that the offer is no longer there' });
  }
  const elsewhere = redirectedElsewhere(known);
  if (elsewhere !== undefined) return nothingRead(elsewhere);

  const layers = listingLayers({ facts, url: finalUrl, itemId, price: source });
  const declared = layers.layers[0]?.fields ?? {};
  const heading = layers.namesAnOffer ? undefined : doubtOfHeading(facts);
  // An address that names no item and a page that names many offers: a list, whatever its heading and first price are.
  const isList = itemId === undefined && layers.offersMany;
  if (!isList && (layers.namesAnOffer || (isOffer(declared, { facts, isNamed: namesItem(known) }) && heading === undefined))) {
    const reading = listingReading({ page, base: known.base, isOther: (url) => isOtherItem(url, known), itemId, ...layers });
    if (reading.title !== undefined) return reading;
  }
  const doubt = doubtOfPage(facts, finalUrl) ?? heading;
  return nothingRead(doubt ?? { kind: 'unknown', reason: 'nothing of a listing stands where it was declared' });
}

/** An answer from another address, or the front page in the listing's place, says nothing about the listing. */
function redirectedElsewhere(known: KnownPage): PageDoubt | undefined {
  const { page, source, facts, finalUrl, itemId } = known;
  if (itemId === undefined) return undefined;
  const answered = finalUrl === page.url ? itemId : itemIdOf(source, finalUrl);
  if (answered !== itemId) {
    return loginDoubt(facts, finalUrl) ?? { kind: 'unknown', reason: `redirected to ${URL.parse(finalUrl)?.pathname ?? finalUrl}` };
  }
  if (!namesItem(known) && showsOtherItem(known)) return { kind: 'unknown', reason: 'shows other offers and not this one' };
  const canonical = facts.canonical === undefined ? undefined : (URL.parse(facts.canonical, finalUrl) ?? undefined);
  const frontPage = frontPageInstead(known);
  if (frontPage !== undefined) return frontPage;
  const shown = canonical && itemIdOf(source, canonical.href);
  if (shown !== undefined && shown !== itemId) return { kind: 'unknown', reason: 'shows another listing instead' };
  return undefined;
}

/** The page calls itself the front page, under another address. */
function frontPageInstead({ page, facts, finalUrl }: KnownPage): PageDoubt | undefined {
  if (facts.canonical === undefined || URL.parse(page.url)?.pathname === '/') return undefined;
  const isFrontPage = URL.parse(facts.canonical, finalUrl)?.pathname === '/';
  return isFrontPage ? { kind: 'unknown', reason: 'shows the front page instead' } : undefined;
}

/** Whether the platform's own id of the listing stands anywhere on the page: real listing pages have it in links, forms or metadata. */
function namesItem({ page, itemId }: KnownPage): boolean {
  return itemId !== undefined && page.text.includes(itemId);
}

function showsOtherItem({ source, facts, base }: KnownPage): boolean {
  return facts.links.some(({ href }) => {
    const url = URL.parse(href, base);
    return url !== null && itemIdOf(source, url.href) !== undefined;
  });
}

function isOtherItem(url: URL, { source, itemId }: KnownPage): boolean {
  const shown = itemIdOf(source, url.href);
  return itemId !== undefined && shown !== undefined && shown !== itemId;
}

function loginDoubt(facts: PageFacts, finalUrl: string): PageDoubt | undefined {
  const doubt = doubtOfPage({ ...facts, text: '', title: '' }, finalUrl);
  return doubt?.reason === 'asks to log in' ? doubt : undefined;
}

function isCut({ source, facts }: KnownPage): boolean {
  return source.searchPage.card === undefined ? facts.links.length >= mostLinks : facts.cards.length >= mostCards;
}

function readSearch(known: KnownPage): PageReading {
  const { page, source, facts, finalUrl, base } = known;
  const answered = URL.parse(finalUrl);
  if (answered !== null && !isSamePath(page.url, finalUrl)) {
    const where = answered.pathname === '/' ? 'the front page' : answered.pathname;
    return nothingRead(loginDoubt(facts, finalUrl) ?? { kind: 'unknown', reason: `redirected to ${where}` });
  }
  const isEmpty = declaredValues(facts, facts.fields.get('empty')).length > 0;
  const elsewhere = isEmpty ? undefined : (doubtOfHeading(facts) ?? frontPageInstead(known));
  if (elsewhere !== undefined) return nothingRead(elsewhere);
  // What stands below "nothing was found" are recommendations.
  const cards = isEmpty ? [] : readCards(source, { facts, base, price: source });
  if (cards.length === 0 && !isEmpty) {
    const doubt = doubtOfPage(facts, finalUrl);
    // A search is never gone: a platform's "no longer available" on it is a soft 404.
    if (doubt !== undefined) return nothingRead(doubt.kind === 'gone' ? { ...doubt, kind: 'unknown' } : doubt);
    return nothingRead({ kind: 'unknown', reason: 'no offers found, and nothing says that there are none' });
  }
  const next = URL.parse(declaredValues(facts, facts.fields.get('next'))[0] ?? facts.next ?? '', base);
  const hasNext = next !== null && isOnHosts(source, next) && next.href !== finalUrl && next.href !== base;
  return {
    ...nothingRead({ kind: 'search' }),
    cards,
    ...(isCut(known) && { areCardsCut: true }),
    ...(hasNext && { nextPageUrl: next.href }),
    how: { cards: source.searchPage.card ? 'selector' : 'links' },
  };
}
