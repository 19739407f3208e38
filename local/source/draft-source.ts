/** A definition for a site that nobody has described yet, from pages of it. A person reads the terms, corrects it and enables it. */

import { itemIdOf } from '../../shared/sources/listing-url.ts';
import { addressInPage } from '../../shared/sources/page/address-in-page.ts';
import { valueText } from '../../shared/sources/page/agreement.ts';
import { collectPage } from '../../shared/sources/page/collect-page.ts';
import { planOf } from '../../shared/sources/page/reading-plan.ts';
import { oneLine } from '../../shared/sources/page/text.ts';
import type { PageReading } from '../../shared/sources/page-reading.ts';
import { parseSource } from '../../shared/sources/parse-source.ts';
import { readPage } from '../../shared/sources/read-page.ts';
import type { Source, SourceProblem } from '../../shared/sources/source.ts';
import type { ObtainedPage } from './obtain-page.ts';
import { proposePattern } from './propose-pattern.ts';
import { proposeNext, proposeSelectors } from './propose-selectors.ts';
import { noCurrency, proposeSite } from './propose-site.ts';

export interface SourceDraft {
  /** As it goes into a file. */
  definition: Source;
  /** What keeps the definition from being accepted as it stands; empty as a rule. */
  problems: SourceProblem[];
  /** What a person should look at, in sentences. */
  notes: string[];
}

/** A page with what it says by itself. */
export interface ReadPage {
  page: ObtainedPage;
  reading: PageReading;
}

/** Pages as those of a site that nobody has described, whatever the registry knows of it. */
export function readStrange(pages: readonly ObtainedPage[]): ReadPage[] {
  return pages.map((page) => {
    const { source: _source, ...bare } = page;
    return { page, reading: readPage(bare) };
  });
}

/** Throws, with what to give instead, when the pages do not show how the site lists its offers. */
export function draftSource(pages: readonly ReadPage[]): SourceDraft {
  const searches = pages.filter(({ reading }) => reading.kind === 'search');
  const listings = pages.filter(({ reading }) => reading.kind === 'listing');
  if (searches.length === 0) throw new Error(`None of the pages reads as a search, so there is nothing to scan. ${kindsOf(pages)}`);
  const nowhere = pages.find(({ page }) => !page.addressKnown);
  if (nowhere !== undefined) throw new Error(`${nowhere.page.name} does not say where it was saved from: give its address with --url`);

  const offers = searches.flatMap(({ reading }) => reading.cards.map(({ url }) => url));
  const listingUrls = listings.map(({ page }) => page.finalUrl ?? page.url);
  const proposed = proposePattern([...offers, ...listingUrls]);
  if (proposed === undefined)
    throw new Error('The addresses of its offers have no id in their path, and a definition finds items by their path.');
  const definition = withoutMisreading(define({ searches, listings, pattern: proposed.pattern, offers }), listings);
  const parsed = parseSource(definition);
  return {
    definition,
    problems: parsed.ok ? [] : parsed.problems,
    notes: [
      ...notesOn(definition, pages),
      ...proposed.leftOut.map((url) => `The address ${url} has another form than most and is not covered.`),
    ],
  };
}

function kindsOf(pages: readonly ReadPage[]): string {
  return pages
    .map(({ page, reading }) => `${page.name}: ${reading.kind}${reading.reason === undefined ? '' : ` (${reading.reason})`}.`)
    .join(' ');
}

interface Found {
  searches: readonly ReadPage[];
  listings: readonly ReadPage[];
  pattern: string;
  offers: readonly string[];
}

function define({ searches, listings, pattern, offers }: Found): Source {
  const pages = [...searches, ...listings];
  const facts = pages.map(({ page }) => collectPage(page.text, planOf(undefined)));
  const site = proposeSite({
    urls: [...pages.map(({ page }) => page.finalUrl ?? page.url), ...offers],
    language: facts.find(({ language }) => language !== undefined)?.language,
    siteName: facts.flatMap(({ metas }) => metas.get('og:site_name') ?? [])[0],
    prices: pages
      .flatMap(({ reading }) => [reading.price, ...reading.cards.map(({ price }) => price)])
      .filter((price) => price !== undefined),
  });
  const next = searches.flatMap(({ page }) => proposeNext(page.text) ?? [])[0];
  const fields = listings.map(({ page, reading }) => proposeSelectors(page.text, reading));
  const example = listings.map(({ page }) => page.finalUrl ?? page.url).find((url) => URL.canParse(url)) ?? offers[0];
  return {
    ...site,
    access: { basis: 'robots-allowed', note: 'Drafted from pages; its terms and robots.txt are still to be read by a person.' },
    enabled: false,
    disabledBecause: 'Its terms were not reviewed yet.',
    pace: { secondsBetweenRequests: 10 },
    schedule: { everyMinutes: 240 },
    pages: { how: 'plain' },
    searches: searches.map(({ page }, index) => ({
      name: oneLine(facts[index]?.title ?? '').slice(0, 60) || `Search ${index + 1}`,
      url: page.url,
    })),
    searchPage: { ...(next !== undefined && { next: [next] }), maxPages: 10 },
    listing: { url: pattern, ...(example !== undefined && { example: withoutQuery(example) }), ...Object.assign({}, ...fields.reverse()) },
    retentionDays: 30,
  };
}

/** A selector made of one element's name may meet another element first: one that reads something else than the page said is left out. */
function withoutMisreading(definition: Source, listings: readonly ReadPage[]): Source {
  const declared = (['price', 'description', 'seller', 'location'] as const).filter((field) => definition.listing[field] !== undefined);
  const wrong = declared.filter((field) =>
    listings.some(({ page, reading: before }) => {
      const after = readPage({ ...page, source: definition });
      if (after.how[field] !== 'selector' || before.how[field] === undefined) return false;
      const [is, was] = [valueText(field, after), valueText(field, before)];
      return field === 'description' ? is.length < was.length && !was.includes(is.slice(0, 40)) : is !== was;
    }),
  );
  const kept = Object.entries(definition.listing).filter(([field]) => !wrong.some((each) => each === field));
  return { ...definition, listing: { url: definition.listing.url, ...Object.fromEntries(kept) } };
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

function notesOn(definition: Source, pages: readonly ReadPage[]): string[] {
  const notes: string[] = [];
  const listings = pages.filter(({ reading }) => reading.kind === 'listing');
  if (listings.length === 0)
    notes.push('No page reads as a listing, so nothing is known of how its fields are read. Give a listing page too.');
  for (const { page, reading } of pages) {
    if (reading.kind !== 'listing' && reading.kind !== 'search')
      notes.push(`${page.name} was not used: it reads as ${reading.kind}${reading.reason === undefined ? '' : ` (${reading.reason})`}.`);
    const named = addressInPage(page.text);
    if (reading.kind === 'listing' && named !== undefined && itemIdOf(definition, named) === undefined)
      notes.push(`${page.name} calls itself ${named}, which listing.url does not match.`);
  }
  notes.push('Declare a `probe`: a listing or search that is always there, by which each scan proves that it can see.');
  if (definition.currency === noCurrency) notes.push('No price names its currency: set `currency`.');
  if (definition.country === 'ZZ') notes.push('Nothing says which country it serves: set `country`.');
  if (definition.searchPage.next === undefined && !pages.some(({ reading }) => reading.nextPageUrl !== undefined))
    notes.push('No link to a next page was found: only the first page of each search will be read until `searchPage.next` is declared.');
  return notes;
}
