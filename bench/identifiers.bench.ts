/** What reading identifiers costs: on pages against a bare htmlparser2 pass, on plain texts against a 15-digit pattern with a check digit. */

import { Parser } from 'htmlparser2';
import { catalogueAt } from '../local/marketplace/catalogue.ts';
import { startMarketplace } from '../local/marketplace/marketplace.ts';
import { findIdentifiersInHtml } from '../shared/domain/identifiers/in-html.ts';
import { findIdentifiersInText } from '../shared/domain/identifiers/in-text.ts';
import { isImei } from '../shared/domain/imei.ts';
import { median } from './median.ts';
import type { Figure } from './run.ts';

const rounds = 7;

export async function identifiers(): Promise<Figure[]> {
  const pages = await listingPages(200);
  const texts = catalogueAt(3, 0).offers.map(({ title, paragraphs }) => [title, ...paragraphs].join('\n'));
  const [ours, bare] = compare(
    () => pages.forEach((page) => void findIdentifiersInHtml(page)),
    () => pages.forEach(barePass),
  );
  const [text, naive] = compare(
    () => texts.forEach((each) => void findIdentifiersInText(each)),
    () => texts.forEach(naivePass),
  );
  const bytes = pages.reduce((total, page) => total + page.length, 0);
  return [
    {
      what: 'identifiers of a page, microseconds',
      value: ((ours * 1000) / pages.length).toFixed(0),
      against: `pages of ${Math.round(bytes / pages.length / 1000)} kB`,
    },
    { what: 'ratio', value: (ours / bare).toFixed(2), against: 'times a bare htmlparser2 pass' },
    {
      what: 'identifiers of an advert’s text, microseconds',
      value: ((text * 1000) / texts.length).toFixed(1),
      against: `${texts.length} adverts`,
    },
    { what: 'ratio', value: (text / naive).toFixed(1), against: 'times a 15-digit pattern with check digit' },
  ];
}

/** Median milliseconds of each, run in turn so that both see the same machine. */
function compare(a: () => void, b: () => void): [number, number] {
  a();
  b();
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    times[0].push(timeOf(a));
    times[1].push(timeOf(b));
  }
  return [median(times[0]), median(times[1])];
}

function timeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function barePass(page: string): void {
  new Parser({}).end(page);
}

function naivePass(text: string): void {
  for (const [digits] of text.matchAll(/\b\d{15}\b/g)) isImei(digits);
}

async function listingPages(count: number): Promise<string[]> {
  const startedAt = new Date();
  const marketplace = await startMarketplace({ seed: 3, startedAt, now: () => startedAt });
  const offers = catalogueAt(3, 0).offers.slice(0, count);
  const pages = await Promise.all(
    offers.map(async ({ site, itemId }) => {
      const { source, baseUrl } = marketplace.sites.find(({ id }) => id === site) ?? {};
      const path = source?.listing.url.replace(/:slug\b/, 'x').replace(/:itemId(?:\([^)]*\))?/, itemId) ?? '';
      return (await fetch(new URL(path, baseUrl))).text();
    }),
  );
  await marketplace.stop();
  return pages;
}
