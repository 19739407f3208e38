/**
 * Listing pages read per CPU second: our fetcher and reader against crawlee's CheerioCrawler, same pages, same fields, same server, taking
 * turns; and whether memory stays flat over many pages.
 */

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Marketplace, startMarketplace } from '../local/marketplace/marketplace.ts';
import { median } from './median.ts';
import type { MemoryInput, MemoryResult } from './peers/memory-reader.ts';
import type { ReaderInput, ReaderResult } from './peers/reader.ts';
import type { Figure } from './run.ts';

const run = promisify(execFile);
const pages = 1000;
const rounds = 3;

export async function reading(): Promise<Figure[]> {
  const startedAt = new Date();
  const marketplace = await startMarketplace({ seed: 3, startedAt, now: () => startedAt });
  const input: ReaderInput = { sites: await sitesOf(marketplace, pages / 2), warmUp: 200 };
  const same: ReaderResult[] = [];
  const whole: ReaderResult[] = [];
  const theirs: ReaderResult[] = [];
  for (let round = 0; round < rounds; round += 1) {
    same.push(await read('fencewatch-reader.ts', input));
    theirs.push(await read('crawlee-reader.ts', input));
    whole.push(await read('fencewatch-reader.ts', { ...input, identifiers: true }));
  }
  await marketplace.stop();
  const ratio = (ours: ReaderResult[]) => median(ours.map((result, round) => perSecond(result) / perSecond(theirs[round])));
  const wrong = [...same, ...whole, ...theirs].find((result) => result.complete < result.pages);
  return [
    { what: 'fencewatch, pages per CPU second', value: median(same.map(perSecond)).toFixed(0), against: 'the fields of the peer' },
    { what: 'fencewatch, with identifiers too', value: median(whole.map(perSecond)).toFixed(0), against: '' },
    { what: 'crawlee CheerioCrawler', value: median(theirs.map(perSecond)).toFixed(0), against: '' },
    { what: 'ratio, same fields', value: ratio(same).toFixed(1), against: 'times crawlee' },
    { what: 'ratio, with identifiers', value: ratio(whole).toFixed(1), against: 'times crawlee' },
    ...(wrong
      ? [{ what: 'pages without title or price', value: String(wrong.pages - wrong.complete), against: `by ${wrong.reader}` }]
      : []),
  ];
}

const looks = 10;
const every = 1000;

export async function readingMemory(): Promise<Figure[]> {
  const startedAt = new Date();
  const marketplace = await startMarketplace({ seed: 3, startedAt, now: () => startedAt });
  const input: MemoryInput = { sites: await sitesOf(marketplace, 400), warmUp: 0, every, looks };
  const held = await read<MemoryResult>('memory-reader.ts', input, ['--expose-gc']);
  await marketplace.stop();
  const [first = 0] = held;
  const last = held.at(-1) ?? 0;
  return [
    { what: `heap held after ${every.toLocaleString('en-GB')} pages, MB`, value: first.toFixed(1), against: '' },
    { what: `heap held after ${(every * looks).toLocaleString('en-GB')} pages, MB`, value: last.toFixed(1), against: '' },
    { what: 'most in between, MB', value: Math.max(...held).toFixed(1), against: '' },
    { what: 'growth per 1,000 pages, KB', value: (((last - first) / (looks - 1)) * 1000).toFixed(0), against: 'flat is 0' },
  ];
}

function perSecond(result: ReaderResult | undefined): number {
  return result === undefined ? 0 : result.pages / result.cpuSeconds;
}

async function read<Result = ReaderResult>(reader: string, input: ReaderInput, options: readonly string[] = []): Promise<Result> {
  const file = fileURLToPath(new URL(`./peers/${reader}`, import.meta.url));
  const child = run(process.execPath, [...options, file], { maxBuffer: 1e8 });
  child.child.stdin?.end(JSON.stringify(input));
  return JSON.parse((await child).stdout.trim().split('\n').at(-1) ?? '');
}

async function sitesOf({ sites }: Marketplace, count: number): Promise<ReaderInput['sites']> {
  const found: ReaderInput['sites'] = [];
  for (const { source, baseUrl } of sites) {
    const pattern = new RegExp(source.id === 'pennyfield' ? '/p/[^"]+/\\d+' : '/anzeige/nr\\d+\\.htm', 'g');
    const urls = await listingUrls(source.searches[0]?.url ?? baseUrl, pattern);
    found.push({ source, urls: Array.from({ length: count }, (_, index) => urls[index % urls.length] ?? baseUrl) });
  }
  return found;
}

/** Addresses of listings on the first pages of a search. */
async function listingUrls(search: string, pattern: RegExp): Promise<string[]> {
  const found = new Set<string>();
  for (const address of [search, `${search}${search.endsWith('/') ? '2' : '?page=2'}`]) {
    const html = await (await fetch(address)).text();
    for (const [path] of html.matchAll(pattern)) found.add(new URL(path, search).href);
  }
  return [...found];
}
