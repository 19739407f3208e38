import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obtainPage, type PageWanted } from '../../../local/source/obtain-page.ts';
import { reportOf, type TryReport } from '../../../local/source/try-report.ts';
import { tryText } from '../../../local/source/try-text.ts';
import { readPage } from '../../../shared/sources/read-page.ts';
import { findSource, registry } from '../../../shared/sources/registry.ts';
import { jsonLdPage, searchPage } from '../../fixtures/pages/listings.ts';
import { type LoopbackServer, startLoopbackServer } from '../../support/loopback-server.ts';
import { exampleSource } from '../../support/source-fixture.ts';

let folder: string;
let server: LoopbackServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fencewatch-source-'));
  server = await startLoopbackServer((request, response) => {
    if (request.url === '/robots.txt') return response.end('User-agent: *\nDisallow: /private');
    response.setHeader('content-type', 'text/html');
    return response.end(jsonLdPage);
  });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

async function saved(name: string, html: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, name.endsWith('.gz') ? gzipSync(html) : html);
  return path;
}

async function tried(wanted: PageWanted): Promise<TryReport> {
  const page = await obtainPage(wanted);
  return reportOf(page, readPage(page));
}

describe('a page that is tried', () => {
  it('shows each field with its origin, and what is missing', async () => {
    const html = jsonLdPage
      .replace('"seller":{"@type":"Person","name":"Ann B.","@id":"/user/77"},', '')
      .replace('"priceCurrency":"GBP",', '');
    const report = await tried({ urlOrFile: await saved('listing.html.gz', html) });
    expect(report).toMatchObject({
      url: 'https://market.example/item/apple-iphone-13/4711',
      source: null,
      kind: 'listing',
      itemId: null,
      missing: ['seller', 'currency'],
    });
    expect(report.fields.map(({ field, value, from }) => [field, value, from])).toEqual([
      ['title', "Apple iPhone 13, Ann's", 'json-ld'],
      ['price', '349.5', 'json-ld'],
      ['description', 'Boxed. IMEI 35447812*****10', 'json-ld'],
      ['location', 'LS1, Leeds', 'json-ld'],
      ['images', '2 photos, https://market.example/p/1.jpg', 'json-ld'],
      ['postedAt', '2026-11-20T08:00:00.000Z', 'json-ld'],
    ]);
  });

  it('shows identifiers masked, and nowhere whole', async () => {
    const report = await tried({ urlOrFile: await saved('imei.html', jsonLdPage) });
    expect(report.identifiers[0]).toMatchObject({ kind: 'imei', value: '35447812*****10' });
    expect(tryText(report) + JSON.stringify(report)).not.toContain('354478129067310');
  });

  it('shows both values where its layers disagree', async () => {
    const html = jsonLdPage.replace('<head>', '<head><meta property="product:price:amount" content="99.00">');
    const text = tryText(await tried({ urlOrFile: await saved('two-prices.html', html) }));
    expect(text).toMatch(/price +349\.5 GBP +json-ld\n +but open-graph says 99/);
  });

  it('names the declared selectors that found nothing', async () => {
    const source = exampleSource({ listing: { title: ['h1'], seller: ['.who', '#owner'] } });
    const report = await tried({ urlOrFile: await saved('listing.html', jsonLdPage), source });
    expect(report).toMatchObject({ source: 'larder-lane', itemId: '4711', idleSelectors: ['listing.seller: .who, #owner'] });
  });

  it('shows the offers of a search, and of how many something is missing', async () => {
    const html = searchPage.replace('£450', 'offers').replace('<link rel="next" href="/phones?page=2">', '');
    const report = await tried({ urlOrFile: await saved('search.html', html), address: 'https://market.example/phones' });
    expect(report).toMatchObject({ kind: 'search', missing: ['price of 1 of 6 offers', 'next page'], nextPageUrl: null });
    expect(tryText(report)).toContain('… and 1 more');
  });

  it('that does not say its address is read all the same', async () => {
    const report = await tried({ urlOrFile: await saved('nowhere.html', jsonLdPage.replace('rel="canonical"', 'rel="other"')) });
    expect(report).toMatchObject({ url: null, kind: 'listing' });
  });

  it('writes nothing of its own on the terminal', async () => {
    const html = jsonLdPage.replace('Boxed.', 'Boxed.\u001b[2J\u202e');
    expect(tryText(await tried({ urlOrFile: await saved('hostile.html', html) })).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

describe('a page that is visited to be tried', () => {
  it('is asked for after robots.txt, and once', async () => {
    const report = await tried({ urlOrFile: server.url('/item/apple-iphone-13/4711') });
    expect(report).toMatchObject({ kind: 'listing', source: null });
    expect(server.requests).toEqual(['/robots.txt', '/item/apple-iphone-13/4711']);
  });

  it('is not asked for when robots.txt forbids it, or the terms of its source do', async () => {
    await expect(obtainPage({ urlOrFile: server.url('/private/1') })).rejects.toThrow('robots.txt');
    const gumtree = findSource(registry, 'gumtree');
    await expect(obtainPage({ urlOrFile: gumtree?.listing.example ?? '' })).rejects.toThrow(
      /Gumtree is not visited: .*Save the page with your browser/,
    );
  });

  it('is not asked for on a private address', async () => {
    await expect(obtainPage({ urlOrFile: 'http://10.0.0.1/item/1' })).rejects.toThrow('may not be visited');
  });
});
