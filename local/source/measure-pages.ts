/** How well pages are read as those of sites that nobody has described, against what a person read on them. */

import { join } from 'node:path';
import { canonicalListingUrl } from '../../shared/sources/listing-url.ts';
import type { PageReading } from '../../shared/sources/page-reading.ts';
import { readPage } from '../../shared/sources/read-page.ts';
import { registry } from '../../shared/sources/registry.ts';
import { labelledPages, type PageTruth } from './labelled-page.ts';
import { type ObtainedPage, obtainPage } from './obtain-page.ts';

/** One page; `wrong` is empty when all of it was read right. */
export interface MeasuredPage {
  file: string;
  kind: PageTruth['kind'];
  wrong: string[];
  /** Search pages: how many of the page's offers were found, of how many, and how many links that are none of them. */
  links?: { found: number; expected: number; foreign: number };
}

/** Reads every labelled page of a folder; `asKnown` by the Source of the registry that has its host, else by the page alone. */
export async function measurePages(folder: string, asKnown: boolean): Promise<MeasuredPage[]> {
  const measured: MeasuredPage[] = [];
  for (const truth of await labelledPages(folder)) {
    const page = await obtain(folder, truth);
    const { source: _source, ...bare } = page;
    measured.push(judge(truth, readPage(asKnown ? page : bare), page));
  }
  return measured;
}

/** A page that names no address is taken for one of its marketplace's front page: its links are on that host. */
async function obtain(folder: string, { file, url, marketplace = '' }: PageTruth): Promise<ObtainedPage> {
  const page = await obtainPage({ urlOrFile: join(folder, file), address: url });
  if (page.addressKnown) return page;
  const family = marketplace.replaceAll('_', '-');
  const source = registry.find(({ id }) => id === family || id.startsWith(`${family}-`));
  const [host] = source?.hosts ?? [];
  if (source === undefined || host === undefined) return page;
  return { ...page, source, url: `https://${host.replace('*.', 'www.')}/` };
}

function judge(truth: PageTruth, reading: PageReading, page: ObtainedPage): MeasuredPage {
  const { file, kind } = truth;
  switch (kind) {
    case 'listing':
      return { file, kind, wrong: listingFaults(truth, reading) };
    case 'none': {
      const claims = reading.kind === 'listing' || reading.kind === 'search' ? [`read as a ${reading.kind}`] : [];
      return { file, kind, wrong: claims };
    }
    case 'search': {
      const links = countLinks(truth, reading, page);
      const wrong = reading.kind === 'search' ? [] : [`read as ${reading.kind}`];
      if (links.found < links.expected) wrong.push(`${links.expected - links.found} offers not found`);
      if (links.foreign > 0) wrong.push(`${links.foreign} links are no offers`);
      return { file, kind, wrong, links };
    }
  }
}

function listingFaults(truth: PageTruth, reading: PageReading): string[] {
  if (reading.kind !== 'listing') return [`read as ${reading.kind}`, 'title', 'price', 'currency'];
  const wrong: string[] = [];
  if (!isTitle(truth, reading.title ?? '')) wrong.push(`title: ${JSON.stringify(reading.title)}`);
  const prices = [truth.price ?? undefined, ...(truth.alt_prices ?? []).map(({ price }) => price)];
  if (!prices.includes(reading.price?.amount)) wrong.push(`price: ${reading.price?.amount}`);
  if ((truth.currency ?? undefined) !== reading.price?.currency) wrong.push(`currency: ${reading.price?.currency}`);
  return wrong;
}

function isTitle({ title, alt_titles = [], title_contains = [] }: PageTruth, read: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
  return [title ?? '', ...alt_titles].some((known) => plain(known) === plain(read)) || title_contains.some((part) => read.includes(part));
}

function countLinks(truth: PageTruth, reading: PageReading, page: ObtainedPage): NonNullable<MeasuredPage['links']> {
  const urls = truth.listing_urls ?? readPage(page).cards.map((card) => card.url);
  const expected = new Set(urls.map(canonicalListingUrl));
  const read = new Set(reading.cards.map((card) => canonicalListingUrl(card.url)));
  const found = [...read].filter((url) => expected.has(url)).length;
  return { found, expected: Math.max(expected.size, truth.listing_urls_min ?? 0), foreign: read.size - found };
}

/** The table for a person: shares by field, then every page that was not read right. */
export function measureText(pages: readonly MeasuredPage[]): string {
  const listings = pages.filter(({ kind }) => kind === 'listing');
  const right = (field: string) => listings.filter(({ wrong }) => !wrong.some((fault) => fault.startsWith(field))).length;
  const searches = pages.flatMap(({ links }) => links ?? []);
  const sum = (name: 'found' | 'expected' | 'foreign') => searches.reduce((total, links) => total + links[name], 0);
  const none = pages.filter(({ kind }) => kind === 'none');
  return [
    ...['title', 'price', 'currency'].map((field) => shareLine(`listing pages with the right ${field}`, right(field), listings.length)),
    shareLine('offers found on search pages', sum('found'), sum('expected')),
    `${String(sum('foreign')).padStart(6)}          links read as offers that are none`,
    shareLine('pages without a listing that claim none', none.filter(({ wrong }) => wrong.length === 0).length, none.length),
    ...pages.filter(({ wrong }) => wrong.length > 0).map(({ file, wrong }) => `  ${file}: ${wrong.join('; ')}`),
  ].join('\n');
}

function shareLine(what: string, count: number, of: number): string {
  const share = of === 0 ? '–' : `${((100 * count) / of).toFixed(1)} %`;
  return `${share.padStart(7)} ${`${count}/${of}`.padStart(8)}  ${what}`;
}
