/** Listing pages read per CPU second: our fetcher and reader against crawlee's CheerioCrawler, same pages, same fields, same server. */

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startMarketplace } from '../local/marketplace/marketplace.ts';
import { median } from './median.ts';
import type { ReaderInput, ReaderResult } from './peers/reader.ts';
import type { Figure } from './run.ts';

const run = promisify(execFile);
const pages = 600;
const rounds = 3;

export async function reading(): Promise<Figure[]> {
  const startedAt = new Date();
  const marketplace = await startMarketplace({ seed: 3, startedAt, now: () => startedAt });
  const input: ReaderInput = { sites: [] };
  for (const { source, baseUrl } of marketplace.sites) {
    const urls = await listingUrls(
      source.searches[0]?.url ?? baseUrl,
      new RegExp(source.id === 'pennyfield' ? '/p/[^"]+/\\d+' : '/anzeige/nr\\d+\\.htm', 'g'),
    );
    input.sites.push({ source, urls: Array.from({ length: pages / 2 }, (_, index) => urls[index % urls.length] ?? baseUrl) });
  }
  const ours: ReaderResult[] = [];
  const theirs: ReaderResult[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await read('fencewatch-reader.ts', input));
    theirs.push(await read('crawlee-reader.ts', input));
  }
  await marketplace.stop();
  const perSecond = (results: ReaderResult[]) => median(results.map((result) => result.pages / result.cpuSeconds));
  const wrong = [...ours, ...theirs].find((result) => result.complete < result.pages);
  const [us, them] = [perSecond(ours), perSecond(theirs)];
  return [
    { what: 'fencewatch, with identifiers, pages per CPU second', value: us.toFixed(0), against: '' },
    { what: 'crawlee CheerioCrawler, without identifiers', value: them.toFixed(0), against: '' },
    { what: 'ratio', value: (us / them).toFixed(1), against: 'times crawlee' },
    ...(wrong
      ? [{ what: 'pages without title or price', value: String(wrong.pages - wrong.complete), against: `by ${wrong.reader}` }]
      : []),
  ];
}

async function read(reader: string, input: ReaderInput): Promise<ReaderResult> {
  const file = fileURLToPath(new URL(`./peers/${reader}`, import.meta.url));
  const child = run(process.execPath, [file], { maxBuffer: 1e8 });
  child.child.stdin?.end(JSON.stringify(input));
  return JSON.parse((await child).stdout.trim().split('\n').at(-1) ?? '');
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
