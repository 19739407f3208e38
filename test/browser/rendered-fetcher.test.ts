import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRenderedFetcher } from '../../shared/sources/browser.ts';
import { createPageFetcher, type PageFetcher } from '../../shared/sources/fetch-page.ts';
import { readPage } from '../../shared/sources/read-page.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server.ts';
import { exampleSource } from '../support/source-fixture.ts';

const shell = `<!doctype html><title>Market</title><img src="/photo.png"><div id="app"></div>
<script src="/app.js"></script><script src="http://127.0.0.1:1/tracker.js"></script>`;
const app = `fetch('/api/7').then((r) => r.json()).then((ad) => {
  document.querySelector('#app').innerHTML = '<h1 class="t">' + ad.title + '</h1><b class="p">' + ad.price + '</b>';
});`;

let server: LoopbackServer;
let fetcher: PageFetcher;

beforeAll(async () => {
  server = await startLoopbackServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/app.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(app);
    else if (path.startsWith('/api/'))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"title":"iPhone 13","price":"£250"}');
    else if (path.startsWith('/item/')) response.writeHead(200, { 'content-type': 'text/html' }).end(shell);
    else response.writeHead(404).end();
  });
  const plain = createPageFetcher({
    userAgent: 'Fencewatch/0.1.0 (+test; test)',
    allowedPrivateNetworks: ['127.0.0.0/8'],
    now: () => new Date(),
    sleep: async () => {},
    reserveVisit: async ({ now }) => now,
    holdOff: async () => {},
  });
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
    const plain = fetcher;
    const outcome = await plain.fetch(server.url('/item/x/8'), sourceOf('#never'));
    expect(outcome).toMatchObject({ outcome: 'page', status: 200 });
  });

  it('leaves refusals and statuses to the plain fetcher', async () => {
    expect(await fetcher.fetch('http://elsewhere.example/', sourceOf('h1'))).toMatchObject({ outcome: 'refused' });
    expect(await fetcher.fetch(server.url('/gone'), sourceOf('h1'))).toMatchObject({ outcome: 'page', status: 404 });
  });

  it('fails, and opens a new browser next time, when the browser dies', async () => {
    const dying = createRenderedFetcher({
      fetcher: createPageFetcher({
        userAgent: 'Fencewatch/0.1.0 (+test; test)',
        allowedPrivateNetworks: ['127.0.0.0/8'],
        now: () => new Date(),
        sleep: async () => {},
        reserveVisit: async ({ now }) => now,
        holdOff: async () => {},
      }),
      launch: () => Promise.reject(new Error('no memory')),
    });
    const outcome = await dying.fetch(server.url('/item/x/9'), sourceOf('h1'));
    expect(outcome).toEqual({ outcome: 'failed', why: 'the browser could not draw the page: no memory' });
    await dying.close();
  });
});
