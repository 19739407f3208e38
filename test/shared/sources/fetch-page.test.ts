import type { RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createPageFetcher, type PageFetcher, type PageFetcherParts, userAgentOf } from '../../../shared/sources/fetch-page.ts';
import { type LoopbackServer, startLoopbackServer } from '../../support/loopback-server.ts';
import { exampleSource } from '../../support/source-fixture.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
});

const instant = new Date('2026-11-22T10:00:00Z');

function fetcherOf(parts: Partial<PageFetcherParts> = {}): PageFetcher {
  const fetcher = createPageFetcher({
    userAgent: 'Fencewatch/0.1.0 (+mailto:desk@force.example; Example Police)',
    allowedPrivateNetworks: ['127.0.0.0/8'],
    now: () => instant,
    sleep: async () => {},
    reserveVisit: async ({ now }) => now,
    holdOff: async () => {},
    random: () => 0,
    ...parts,
  });
  opened.push(fetcher);
  return fetcher;
}

async function serve(answer: RequestListener, robots = ''): Promise<LoopbackServer> {
  const server = await startLoopbackServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(robots === '' ? 404 : 200).end(robots);
    else answer(request, response);
  });
  opened.push({ close: server.stop });
  return server;
}

function html(response: ServerResponse, body: string | Buffer, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
}

describe('a page', () => {
  it('comes with its text, status, headers and address', async () => {
    const server = await serve((_, response) => html(response, '<h1>Grüße</h1>', { etag: '"a"' }));
    const outcome = await fetcherOf().fetch(server.url('/item/x/1'), exampleSource({ hosts: [server.host] }));
    expect(outcome).toMatchObject({
      outcome: 'page',
      url: server.url('/item/x/1'),
      finalUrl: server.url('/item/x/1'),
      status: 200,
      contentType: 'text/html; charset=utf-8',
      text: '<h1>Grüße</h1>',
      fetchedAt: '2026-11-22T10:00:00.000Z',
    });
  });

  it('is asked for with an honest name, the language of the Source and no cookies', async () => {
    let seen: Record<string, unknown> = {};
    const server = await serve((request, response) => {
      seen = request.headers;
      html(response, '<p>', { 'set-cookie': 'id=1' });
    });
    const fetcher = fetcherOf();
    const source = exampleSource({ hosts: [server.host], language: 'de' });
    await fetcher.fetch(server.url('/item/x/1'), source);
    await fetcher.fetch(server.url('/item/x/2'), source);
    expect(seen['user-agent']).toBe('Fencewatch/0.1.0 (+mailto:desk@force.example; Example Police)');
    expect(seen['accept-language']).toBe('de,en;q=0.3');
    expect(seen['cookie']).toBeUndefined();
  });

  it.each([403, 404, 410])('of status %i is a page: readPage says what it means', async (status) => {
    const server = await serve((_, response) => response.writeHead(status, { 'content-type': 'text/html' }).end('<p>no'));
    expect(await fetcherOf().fetch(server.url('/'), exampleSource({ hosts: [server.host] }))).toMatchObject({ outcome: 'page', status });
  });

  it('that is no text has no text', async () => {
    const server = await serve((_, response) => html(response, Buffer.from([0x89, 0x50]), { 'content-type': 'image/png' }));
    const outcome = await fetcherOf().fetch(server.url('/photo.png'), exampleSource({ hosts: [server.host] }));
    expect(outcome).toMatchObject({ outcome: 'page', text: '', contentType: 'image/png' });
    expect(outcome.outcome === 'page' && outcome.body.length).toBe(2);
  });

  it('that did not change is not modified', async () => {
    const server = await serve((request, response) => response.writeHead(request.headers['if-none-match'] === '"a"' ? 304 : 200).end());
    const source = exampleSource({ hosts: [server.host] });
    expect(await fetcherOf().fetch(server.url('/'), source, { etag: '"a"' })).toEqual({ outcome: 'not-modified', url: server.url('/') });
  });
});

describe('a failure', () => {
  it('of the server is worth another try', async () => {
    const server = await serve((_, response) => response.writeHead(500).end());
    const outcome = await fetcherOf().fetch(server.url('/'), exampleSource({ hosts: [server.host] }));
    expect(outcome).toEqual({ outcome: 'failed', why: 'HTTP 500', status: 500 });
  });

  it('with Retry-After holds the host off for everybody', async () => {
    const holds: unknown[] = [];
    const server = await serve((_, response) => response.writeHead(429, { 'retry-after': '120' }).end());
    const fetcher = fetcherOf({ holdOff: async (hold) => void holds.push(hold) });
    const outcome = await fetcher.fetch(server.url('/'), exampleSource({ hosts: [server.host] }));
    expect(outcome).toEqual({ outcome: 'failed', why: 'HTTP 429', status: 429, retryAfterSeconds: 120 });
    expect(holds).toEqual([{ host: server.host, untilMs: instant.getTime() + 120_000, now: instant.getTime() }]);
  });

  it('by 429 without Retry-After holds off for a minute', async () => {
    const server = await serve((_, response) => response.writeHead(429).end());
    const outcome = await fetcherOf().fetch(server.url('/'), exampleSource({ hosts: [server.host] }));
    expect(outcome).toMatchObject({ outcome: 'failed', retryAfterSeconds: 60 });
  });

  it('is an answer that never comes', async () => {
    const server = await serve(() => {});
    const fetcher = fetcherOf({ limits: { timeoutMs: 150 } });
    const outcome = await fetcher.fetch(server.url('/'), exampleSource({ hosts: [server.host] }));
    expect(outcome).toEqual({ outcome: 'failed', why: 'no complete answer in time' });
  });

  it('is a body that drips for ever', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const drip = setInterval(() => response.write('<p>'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const fetcher = fetcherOf({ limits: { timeoutMs: 200 } });
    const outcome = await fetcher.fetch(server.url('/'), exampleSource({ hosts: [server.host] }));
    expect(outcome).toEqual({ outcome: 'failed', why: 'no complete answer in time' });
  });

  it('is a body of 50 MB, of which no more than the limit is taken in', async () => {
    let sent = 0;
    const megabyte = Buffer.alloc(1_000_000, 'x');
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = () => {
        while (sent < 50) {
          sent += 1;
          if (!response.write(megabyte)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    const outcome = await fetcherOf().fetch(server.url('/'), exampleSource({ hosts: [server.host] }));
    expect(outcome).toEqual({ outcome: 'failed', why: 'larger than 5000000 bytes' });
    expect(sent).toBeLessThan(50);
  });

  it('is a gzip bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000));
    const server = await serve((_, response) => html(response, bomb, { 'content-encoding': 'gzip' }));
    const outcome = await fetcherOf().fetch(server.url('/'), exampleSource({ hosts: [server.host] }));
    expect(outcome).toEqual({ outcome: 'failed', why: 'larger than 5000000 bytes when decompressed' });
  });

  it('is a body that ends before its Content-Length', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' });
      response.write('<p>short');
      setTimeout(() => response.destroy(), 20);
    });
    const outcome = await fetcherOf().fetch(server.url('/'), exampleSource({ hosts: [server.host] }));
    expect(outcome.outcome).toBe('failed');
  });

  it('is a connection refused', async () => {
    const server = await startLoopbackServer(() => {});
    await server.stop();
    const outcome = await fetcherOf().fetch(server.url('/'), exampleSource({ hosts: [server.host] }));
    expect(outcome).toMatchObject({ outcome: 'failed', retryAfterSeconds: 600 });
  });
});

describe('a refusal', () => {
  it('meets a host that the Source does not list, before anything is asked', async () => {
    const server = await serve((_, response) => html(response, ''));
    const outcome = await fetcherOf().fetch(server.url('/'), exampleSource({ hosts: ['market.example'] }));
    expect(outcome).toEqual({ outcome: 'refused', why: `${server.host} is not a host of larder-lane` });
    expect(server.requests).toEqual([]);
  });

  it('meets private addresses, as numbers and behind names', async () => {
    const fetcher = fetcherOf({ allowedPrivateNetworks: [] });
    const hosts = ['127.0.0.1', '169.254.169.254', '10.0.0.7', '[::1]', '[::ffff:a00:7]', 'localhost', '0.0.0.0', '100.64.0.1'];
    for (const host of hosts) {
      const outcome = await fetcher.fetch(`http://${host}/`, { ...exampleSource(), hosts: [host] });
      expect([host, outcome.outcome]).toEqual([host, 'refused']);
    }
  });

  it('meets an odd spelling of a loopback address', async () => {
    const fetcher = fetcherOf({ allowedPrivateNetworks: [] });
    expect(await fetcher.fetch('http://0x7f.1/', exampleSource({ hosts: ['127.0.0.1'] }))).toEqual({
      outcome: 'refused',
      why: '127.0.0.1 is not a public address',
    });
  });

  it('meets a redirect to the metadata address of a cloud', async () => {
    const server = await serve((_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end());
    const source = exampleSource({ hosts: [server.host, '169.254.169.254'] });
    expect(await fetcherOf().fetch(server.url('/'), source)).toEqual({
      outcome: 'refused',
      why: '169.254.169.254 is not a public address',
    });
  });

  it('meets a redirect to another host', async () => {
    const server = await serve((_, response) => response.writeHead(301, { location: 'https://elsewhere.example/' }).end());
    expect(await fetcherOf().fetch(server.url('/'), exampleSource({ hosts: [server.host] }))).toEqual({
      outcome: 'refused',
      why: 'elsewhere.example is not a host of larder-lane',
    });
  });

  it('meets a ring of redirects', async () => {
    const server = await serve((request, response) => response.writeHead(302, { location: request.url === '/a' ? '/b' : '/a' }).end());
    const outcome = await fetcherOf().fetch(server.url('/a'), exampleSource({ hosts: [server.host] }));
    expect(outcome).toEqual({ outcome: 'refused', why: 'more than 5 redirects' });
    expect(server.requests.filter((path) => path !== '/robots.txt')).toHaveLength(6);
  });

  it('meets what is not HTTP', async () => {
    expect(await fetcherOf().fetch('file:///etc/passwd', exampleSource())).toEqual({ outcome: 'refused', why: 'file: is not fetched' });
  });

  it('meets what robots.txt disallows, and the path is never asked for', async () => {
    const server = await serve((_, response) => html(response, ''), 'User-agent: *\nDisallow: /private\n');
    const outcome = await fetcherOf().fetch(server.url('/private/1'), exampleSource({ hosts: [server.host] }));
    expect(outcome).toEqual({ outcome: 'refused', why: `robots.txt of ${server.host} disallows /private/1` });
    expect(server.requests).toEqual(['/robots.txt']);
  });
});

describe('redirects', () => {
  it('within the hosts are followed, each hop at its own turn', async () => {
    const visits: string[] = [];
    const server = await serve((request, response) =>
      request.url === '/old' ? response.writeHead(301, { location: '/new' }).end() : html(response, '<h1>New</h1>'),
    );
    const reserveVisit: PageFetcherParts['reserveVisit'] = async ({ host, now }) => {
      visits.push(host);
      return now;
    };
    const fetcher = fetcherOf({ reserveVisit });
    const outcome = await fetcher.fetch(server.url('/old'), exampleSource({ hosts: [server.host] }));
    expect(outcome).toMatchObject({ outcome: 'page', url: server.url('/old'), finalUrl: server.url('/new') });
    expect(visits).toHaveLength(2);
  });
});

describe('the pace', () => {
  it('is the slower of the Source and Crawl-delay, with jitter on top', async () => {
    const gaps: number[] = [];
    const server = await serve((_, response) => html(response, ''), 'User-agent: fencewatch\nCrawl-delay: 7\n');
    const reserveVisit: PageFetcherParts['reserveVisit'] = async ({ gapMs, now }) => {
      gaps.push(gapMs);
      return now;
    };
    const quick = { ...exampleSource({ hosts: [server.host] }), pace: { secondsBetweenRequests: 2 } };
    const slow = { ...quick, pace: { secondsBetweenRequests: 9 } };
    await fetcherOf({ reserveVisit }).fetch(server.url('/'), quick);
    await fetcherOf({ reserveVisit, random: () => 0.5 }).fetch(server.url('/'), slow);
    expect(gaps).toEqual([7000, 9450]);
  });

  it('of photos is their own, but not on a host that serves pages, and never quicker than Crawl-delay', async () => {
    const gaps: number[] = [];
    const [pages, photos, slow] = await Promise.all([
      serve((_, response) => html(response, '')),
      serve((_, response) => html(response, '')),
      serve((_, response) => html(response, ''), 'User-agent: *\nCrawl-delay: 4\n'),
    ]);
    const reserveVisit: PageFetcherParts['reserveVisit'] = async ({ gapMs, now }) => {
      gaps.push(gapMs);
      return now;
    };
    const fetcher = fetcherOf({ reserveVisit });
    const source = {
      ...exampleSource({ hosts: [pages.host, photos.host, slow.host] }),
      searches: [{ name: 'phones', url: pages.url('/phones') }],
      pace: { secondsBetweenRequests: 9, secondsBetweenPhotos: 1 },
    };
    for (const server of [pages, photos, slow]) await fetcher.fetch(server.url('/1.jpg'), source, { isPhoto: true });
    await fetcher.fetch(photos.url('/item/1'), source);
    expect(gaps).toEqual([9000, 1000, 4000, 9000]);
  });

  it('is kept by sleeping until the slot', async () => {
    const naps: number[] = [];
    const server = await serve((_, response) => html(response, ''));
    const fetcher = fetcherOf({ reserveVisit: async ({ now }) => now + 5000, sleep: async (ms) => void naps.push(ms) });
    await fetcher.fetch(server.url('/'), exampleSource({ hosts: [server.host] }));
    expect(naps).toEqual([5000]);
  });

  it('gives a slot far away back to the queue', async () => {
    const server = await serve((_, response) => html(response, ''));
    const fetcher = fetcherOf({ reserveVisit: async ({ now }) => now + 45_000 });
    expect(await fetcher.fetch(server.url('/'), exampleSource({ hosts: [server.host] }))).toEqual({
      outcome: 'failed',
      why: `${server.host} is visited again later`,
      retryAfterSeconds: 45,
      isOurWait: true,
    });
    expect(server.requests).toEqual(['/robots.txt']);
  });
});

describe('robots.txt', () => {
  it('is fetched once for many pages', async () => {
    const server = await serve((_, response) => html(response, ''));
    const fetcher = fetcherOf();
    for (const path of ['/1', '/2', '/3']) await fetcher.fetch(server.url(path), exampleSource({ hosts: [server.host] }));
    expect(server.requests.filter((path) => path === '/robots.txt')).toHaveLength(1);
  });

  it('that cannot be had means stay away', async () => {
    const server = await startLoopbackServer((_, response) => response.writeHead(503).end());
    opened.push({ close: server.stop });
    const outcome = await fetcherOf().fetch(server.url('/'), exampleSource({ hosts: [server.host] }));
    expect(outcome).toEqual({ outcome: 'failed', why: `robots.txt of ${server.host}: HTTP 503`, retryAfterSeconds: 600 });
    expect(server.requests).toEqual(['/robots.txt']);
  });

  it('of 5 MB is obeyed as far as 500 KiB', async () => {
    const robots = `User-agent: *\nDisallow: /early\n${'# filler\n'.repeat(600_000)}Disallow: /late\n`;
    const server = await serve((_, response) => html(response, ''), robots);
    const source = exampleSource({ hosts: [server.host] });
    const fetcher = fetcherOf();
    expect((await fetcher.fetch(server.url('/early'), source)).outcome).toBe('refused');
    expect((await fetcher.fetch(server.url('/late'), source)).outcome).toBe('page');
  });
});

describe('userAgentOf', () => {
  it('names operator and contact, and keeps header syntax out of them', () => {
    expect(userAgentOf({ version: '0.1.0', contact: 'mailto:desk@force.example', name: 'Example Police (North);\r\nX: 1' })).toBe(
      'Fencewatch/0.1.0 (+mailto:desk@force.example; Example Police  North    X: 1)',
    );
  });
});
