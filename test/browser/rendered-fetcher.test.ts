import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../shared/sources/browser.ts';
import { createPageFetcher, type PageFetcher } from '../../shared/sources/fetch-page.ts';
import { readPage } from '../../shared/sources/read-page.ts';
import { createRenderedFetcher } from '../../shared/sources/rendered-fetcher.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server.ts';
import { exampleSource } from '../support/source-fixture.ts';

const shell = `<!doctype html><title>Market</title><img src="/photo.png"><div id="app"></div>
<script src="/app.js"></script><script src="http://127.0.0.1:1/tracker.js"></script>`;
const app = `fetch('/api/7').then((r) => r.json()).then((ad) => {
  document.querySelector('#app').innerHTML = '<h1 class="t">' + ad.title + '</h1><b class="p">' + ad.price + '</b>';
});`;

/** Takes memory until there is none. */
const hoard = '<h1>x</h1><script>const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()));</script>';
/** More than any page rightly holds, where it costs no layout. */
const flood =
  '<h1>x</h1><script>const s = document.createElement("script"); s.type = "text/plain"; s.text = "x".repeat(6e6); document.head.append(s)</script>';

const plainParts = {
  userAgent: 'Fencewatch/0.1.0 (+test; test)',
  allowedPrivateNetworks: ['127.0.0.0/8'],
  now: () => new Date(),
  sleep: async () => {},
  reserveVisit: async ({ now }: { now: number }) => now,
  holdOff: async () => {},
};
let server: LoopbackServer;
let fetcher: PageFetcher;

beforeAll(async () => {
  server = await startLoopbackServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/app.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(app);
    else if (path.startsWith('/api/'))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"title":"iPhone 13","price":"£250"}');
    else if (path.startsWith('/hang/'))
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>x</h1><script>for (;;) {}</script>');
    else if (path.startsWith('/hoard/')) response.writeHead(200, { 'content-type': 'text/html' }).end(hoard);
    else if (path.startsWith('/flood/')) response.writeHead(200, { 'content-type': 'text/html' }).end(flood);
    else if (path.startsWith('/item/')) response.writeHead(200, { 'content-type': 'text/html' }).end(shell);
    else response.writeHead(404).end();
  });
  const plain = createPageFetcher(plainParts);
  fetcher = createRenderedFetcher({ fetcher: plain, timeoutMs: 4_000 });
});

afterAll(async () => {
  await fetcher?.close();
  await server?.stop();
});

describe('the rendered fetcher', () => {
  const sourceOf = (waitFor: string) =>
    exampleSource({ hosts: [server.host], pages: { how: 'rendered', waitFor }, listing: { title: ['h1.t'], price: ['.p'] } });

  it('reads a page that is empty without scripts', async () => {
    const source = sourceOf('h1.t');
    const outcome = await fetcher.fetch(server.url('/item/x/7'), source);
    if (outcome.outcome !== 'page') throw new Error(JSON.stringify(outcome));
    const reading = readPage({ ...outcome, source });
    expect(reading).toMatchObject({ kind: 'listing', title: 'iPhone 13', price: { amount: 250, currency: 'GBP' } });
  });

  it('loads scripts and answers of listed hosts, and no photos', () => {
    expect([...new Set(server.requests)].sort()).toEqual(['/api/7', '/app.js', '/item/x/7', '/robots.txt']);
  });

  it('hands over what there is when the awaited element does not appear', async () => {
    const outcome = await fetcher.fetch(server.url('/item/x/8'), sourceOf('#never'));
    expect(outcome).toMatchObject({ outcome: 'page', status: 200 });
  });

  it('leaves refusals and statuses to the plain fetcher', async () => {
    expect(await fetcher.fetch('http://elsewhere.example/', sourceOf('h1'))).toMatchObject({ outcome: 'refused' });
    expect(await fetcher.fetch(server.url('/gone'), sourceOf('h1'))).toMatchObject({ outcome: 'page', status: 404 });
  });

  it.each([
    ['hangs', '/hang/x/7', 'not done within|Timeout'],
    ['takes all memory', '/hoard/x/7', 'crashed|not done within|Timeout|closed'],
    ['grows beyond any page', '/flood/x/7', 'grown beyond'],
  ])('fails a page that %s, and reads the next one', async (_, path, why) => {
    const bad = await fetcher.fetch(server.url(path), sourceOf('#never'));
    expect(bad).toMatchObject({ outcome: 'failed', why: expect.stringMatching(why) });
    expect(await fetcher.fetch(server.url('/item/x/7'), sourceOf('h1.t'))).toMatchObject({ outcome: 'page' });
  });

  it('stops when the time of the message is used up', async () => {
    const outcome = await fetcher.fetch(server.url('/item/x/8'), sourceOf('#never'), { signal: AbortSignal.timeout(1500) });
    expect(outcome).toMatchObject({ outcome: 'failed', why: expect.stringContaining('the time of the message is used up') });
  });

  it('draws nothing for a Source that does not ask for it', async () => {
    const outcome = await fetcher.fetch(server.url('/item/x/7'), exampleSource({ hosts: [server.host] }));
    expect(outcome).toMatchObject({ outcome: 'page', text: shell });
  });

  it('keeps one browser for many pages and opens it anew after so many', async () => {
    let launches = 0;
    const counting = createRenderedFetcher({
      fetcher: createPageFetcher(plainParts),
      timeoutMs: 4000,
      pagesPerBrowser: 2,
      launch: () => {
        launches += 1;
        return launchChromium();
      },
    });
    for (let page = 0; page < 5; page += 1) {
      expect(await counting.fetch(server.url('/item/x/7'), sourceOf('h1.t'))).toMatchObject({ outcome: 'page' });
    }
    await counting.close();
    expect(launches).toBe(3);
  });

  it('fails, and opens a new browser next time, when the browser dies', async () => {
    const dying = createRenderedFetcher({
      fetcher: createPageFetcher(plainParts),
      launch: () => Promise.reject(new Error('no memory')),
    });
    const outcome = await dying.fetch(server.url('/item/x/9'), sourceOf('h1'));
    expect(outcome).toEqual({ outcome: 'failed', why: 'the browser could not draw the page: no memory' });
    await dying.close();
  });
});
