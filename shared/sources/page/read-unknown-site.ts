import type { ListingCard } from '../../domain/listing.ts';
import { isSamePath } from '../listing-url.ts';
import { nothingRead, type PageReading, type PageToRead } from '../page-reading.ts';
import { doubtOfHeading, doubtOfPage } from '../page-state.ts';
import type { PriceContext } from '../price.ts';
import { collectPage } from './collect-page.ts';
import { guessCards } from './guess-cards.ts';
import { isOffer } from './is-offer.ts';
import { formOf, itemAddressOf } from './item-address.ts';
import { type ListingLayers, listingLayers } from './listing-layers.ts';
import { listingReading } from './listing-reading.ts';
import { type PageFacts, textOf } from './page-facts.ts';
import { planOf } from './reading-plan.ts';
import { lines } from './text.ts';

/** Fewer offers than this are navigation, a seller's other items or recommendations. */
const fewestOffers = 4;
/** So many offers are a search, whatever else the page shows; a page with fewer may be a listing with recommendations. */
const surelySearch = 12;

/** Reads a page of a site nobody has described, by structured data and the meaning of its elements alone. */
export function readUnknownSite(page: PageToRead): PageReading {
  const facts = collectPage(page.text, planOf(undefined));
  const finalUrl = page.finalUrl ?? page.url;
  const base = URL.parse(facts.base ?? '', finalUrl)?.href ?? finalUrl;
  const price: PriceContext = { language: facts.language };
  const layers = listingLayers({ facts, url: facts.canonical ?? finalUrl, itemId: undefined, price });

  const isListing = layers.namesAnOffer || facts.metas.get('og:type')?.some((type) => /product|marketplace|offer/i.test(type)) === true;
  if (isListing) {
    const reading = listingReading({ page, base, isOther: isOtherThan(finalUrl), ...layers });
    if (reading.title !== undefined && (reading.price ?? reading.description) !== undefined) return reading;
  }
  const heading = doubtOfHeading(facts);
  const doubt = doubtOfPage(facts, finalUrl) ?? heading;
  if (doubt?.kind === 'gone' || doubt?.kind === 'blocked') return nothingRead(doubt);
  if (heading !== undefined) return nothingRead(heading);
  if (facts.canonical !== undefined && !isSamePath('/', page.url) && isSamePath(facts.canonical, '/'))
    return nothingRead({ kind: 'unknown', reason: 'shows the front page instead' });
  const cards = guessCards({ facts, base, price, nodes: layers.nodes });
  if (!isSamePath(page.url, finalUrl))
    return nothingRead({ kind: 'unknown', reason: `redirected to ${URL.parse(finalUrl)?.pathname ?? finalUrl}` });
  if (cards.length >= surelySearch) return searchReading(cards, facts, base);
  const guessed =
    doubt === undefined || layers.layers.some(({ fields }) => fields.price !== undefined)
      ? guessListing(page, { facts, base, layers })
      : undefined;
  if (guessed !== undefined) return guessed;
  if (cards.length >= fewestOffers) return searchReading(cards, facts, base);
  return nothingRead(doubt ?? { kind: 'unknown', reason: 'neither a listing nor a search that we can tell' });
}

function searchReading(cards: ListingCard[], facts: PageFacts, base: string): PageReading {
  const next = URL.parse(facts.next ?? '', base);
  const hasNext = facts.next !== undefined && next !== null;
  return { ...nothingRead({ kind: 'search' }), cards, ...(hasNext && { nextPageUrl: next.href }), how: { cards: 'guessed' } };
}

/**
 * A title, a price and a text together are a listing even without a word of structured data. Adverts without a price are told by an
 * element that only adverts have (`postingbody`) under a heading that names the page.
 */
function guessListing(page: PageToRead, read: { facts: PageFacts; base: string; layers: ListingLayers }): PageReading | undefined {
  const { facts, base, layers } = read;
  if (layers.offersMany) return undefined;
  const reading = withText(listingReading({ page, base, isOther: isOtherThan(page.finalUrl ?? page.url), ...layers }), read);
  const isAdvert = layers.subject !== undefined && facts.hints.some(({ ofAdvert }) => ofAdvert);
  const isListing = reading.title !== undefined && reading.description !== undefined && (reading.price !== undefined || isAdvert);
  return isListing && isOffer({ ...reading, images: [] }, { facts, isNamed: false }) ? reading : undefined;
}

/** Of the same form as the page's own address, with another id. */
function isOtherThan(pageUrl: string): (url: URL) => boolean {
  const here = URL.parse(pageUrl);
  const own = here === null ? undefined : itemAddressOf(here.pathname);
  if (here === null || own === undefined || own.kind === 'slug') return () => false;
  return (url) => {
    const item = url.host === here.host ? itemAddressOf(url.pathname) : undefined;
    return item !== undefined && item.id !== own.id && formOf(item) === formOf(own);
  };
}

const longestTextBehind = 5000;

/**
 * The text of an advert stands in the element that is named for it, of which metadata show a shortened copy; where no element is, what
 * follows the heading is the text, with what stands around it.
 */
function withText(reading: PageReading, { facts, layers: { subject } }: { facts: PageFacts; layers: ListingLayers }): PageReading {
  const isCopy = reading.how['description'] === 'open-graph';
  if (reading.description !== undefined && !isCopy) return reading;
  const named = facts.hints.filter(({ ofAdvert }) => ofAdvert).map((hint) => lines(textOf(facts, hint)));
  const own = named.toSorted((a, b) => b.length - a.length)[0] ?? '';
  if (own.length > (reading.description?.length ?? 0)) return withDescription(reading, own);
  if (reading.description !== undefined || subject === undefined) return reading;
  const from = subject.heading.end;
  return withDescription(reading, lines(textOf(facts, { start: from, end: from + longestTextBehind })));
}

function withDescription(reading: PageReading, description: string): PageReading {
  return description === '' ? reading : { ...reading, description, how: { ...reading.how, description: 'page' } };
}
