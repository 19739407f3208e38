/**
 * What reading identifiers costs: on pages against a bare htmlparser2 pass, on plain texts against a 15-digit pattern with a check digit.
 * Besides the pages of the demo marketplace it reads any saved pages (`*.html`) in the folder that BENCH_PAGES names.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { catalogueAt } from '../local/marketplace/catalogue.ts';
import { startMarketplace } from '../local/marketplace/marketplace.ts';
import { findIdentifiersInHtml } from '../shared/domain/identifiers/in-html.ts';
import { findIdentifiersInText } from '../shared/domain/identifiers/in-text.ts';
import { isImei } from '../shared/domain/imei.ts';
import { decodeBody } from '../shared/sources/http/decode-body.ts';
import { median } from './median.ts';
import type { Figure } from './run.ts';

const rounds = 21;
const savedPages = process.env['BENCH_PAGES'] ?? '../shared/corpus/pages';

export async function identifiers(): Promise<Figure[]> {
  const texts = catalogueAt(3, 0).offers.map(({ title, paragraphs }) => [title, ...paragraphs].join('\n'));
  const [text, naive] = compare(
    () => texts.forEach((each) => void findIdentifiersInText(each)),
    () => texts.forEach(naivePass),
  );
  return [
    ...pageFigures('the demo marketplace', await demoPages(200)),
    ...(existsSync(savedPages)
      ? pageFigures('real marketplaces', readSavedPages())
      : [{ what: 'pages of real marketplaces', value: 'skipped', against: `no folder ${savedPages}; BENCH_PAGES may name one` }]),
    {
      what: 'identifiers of an advert’s text, microseconds',
      value: ((text * 1000) / texts.length).toFixed(1),
      against: `${texts.length} adverts`,
    },
    { what: 'ratio', value: (text / naive).toFixed(1), against: 'times a 15-digit pattern with check digit' },
  ];
}

function pageFigures(origin: string, pages: readonly string[]): Figure[] {
  const [ours, bare] = compare(
    () => pages.forEach((page) => void findIdentifiersInHtml(page)),
    () => pages.forEach(barePass),
  );
  const kilobytes = pages.reduce((total, page) => total + page.length, 0) / pages.length / 1000;
  return [
    {
      what: 'identifiers of a page, microseconds',
      value: ((ours * 1000) / pages.length).toFixed(0),
      against: `${pages.length} pages of ${origin}, ${kilobytes.toFixed(0)} kB on average`,
    },
    { what: 'ratio', value: (ours / bare).toFixed(2), against: 'times a bare htmlparser2 pass over the same pages' },
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

function readSavedPages(): string[] {
  const files = readdirSync(savedPages).filter((file) => file.endsWith('.html'));
  return files.map((file) => decodeBody(readFileSync(join(savedPages, file))).text);
}

async function demoPages(count: number): Promise<string[]> {
  const startedAt = new Date();
  const marketplace = await startMarketplace({ seed: 3, startedAt, now: () => startedAt });
  const offers = catalogueAt(3, 0).offers.slice(0, count);
  const pages = await Promise.all(
    offers.map(async ({ site, itemId }) => {
      const { source, baseUrl } = marketplace.sites.find(({ id }) => id === site) ?? {};
      const path = source?.listing.url.replace(/:slug\b/, 'x').replace(/:itemId(?:\([^)]*\))?/, itemId) ?? '';
      const response = await fetch(new URL(path, baseUrl));
      return decodeBody(await response.bytes(), response.headers.get('content-type') ?? '').text;
    }),
  );
  await marketplace.stop();
  return pages;
}
