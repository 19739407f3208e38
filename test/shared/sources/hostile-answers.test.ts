import { createServer, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createPageFetcher } from '../../../shared/sources/fetch-page.ts';
import { decodeBody } from '../../../shared/sources/http/decode-body.ts';
import { readPage } from '../../../shared/sources/read-page.ts';
import { exampleSource } from '../../support/source-fixture.ts';

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

/** A server that writes its answers byte by byte as the test says, however wrong they are. Its robots.txt is a 404. */
async function rawServer(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', (request) => {
      if (String(request).startsWith('GET /robots.txt')) socket.write('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
      else answer(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  opened.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `127.0.0.1:${address.port}`;
}

async function fetched(answer: (socket: Socket) => void) {
  const host = await rawServer(answer);
  const fetcher = createPageFetcher({
    userAgent: 'Fencewatch/0.1.0 (+test; test)',
    allowedPrivateNetworks: ['127.0.0.0/8'],
    now: () => new Date(),
    sleep: async () => {},
    reserveVisit: async ({ now }) => now,
    holdOff: async () => {},
    limits: { timeoutMs: 3000 },
  });
  opened.push(() => void fetcher.close().catch(() => {}));
  return fetcher.fetch(`http://${host}/item/x/1`, exampleSource({ hosts: [host] }));
}

const head = (headers: string) => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n\r\n`;

describe('an answer', () => {
  it('that is longer than its Content-Length is cut there, and what is left of the page claims nothing', async () => {
    const page = '<html><body><h1>iPhone 13</h1>';
    const outcome = await fetched((socket) => socket.end(`${head('Content-Length: 12')}${page}`));
    if (outcome.outcome === 'page') {
      expect(outcome.text).toBe(page.slice(0, 12));
      expect(readPage({ ...outcome, source: exampleSource() }).kind).toBe('unknown');
    } else expect(outcome.outcome).toBe('failed');
  });

  it.each([
    ['two lengths that differ', 'Content-Length: 5\r\nContent-Length: 50'],
    ['a length that is no number', 'Content-Length: many'],
    ['a length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked'],
  ])('with %s is no page', async (_, headers) => {
    expect(await fetched((socket) => socket.end(`${head(headers)}hello`))).toMatchObject({ outcome: 'failed' });
  });

  it('of chunks that never end is given up at the limit', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const outcome = await fetched((socket) => {
      socket.write(head('Transfer-Encoding: chunked'));
      const pour = () => {
        while (!socket.destroyed && socket.write(chunk));
        socket.once('drain', pour);
      };
      pour();
    });
    expect(outcome).toEqual({ outcome: 'failed', why: 'larger than 5000000 bytes' });
  });

  it('of headers that never end is given up', async () => {
    const outcome = await fetched((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const pour = setInterval(() => socket.write(`X-More: ${'x'.repeat(4000)}\r\n`), 1);
      socket.on('close', () => clearInterval(pour));
    });
    expect(outcome.outcome).toBe('failed');
  });

  it.each([
    ['br', brotliCompressSync(Buffer.alloc(60_000_000))],
    ['deflate', deflateSync(Buffer.alloc(60_000_000))],
    ['zstd', zstdCompressSync(Buffer.alloc(60_000_000))],
  ])('that unpacks to 60 MB by %s is given up', async (encoding, bomb) => {
    const outcome = await fetched((socket) => {
      socket.write(head(`Content-Encoding: ${encoding}\r\nContent-Length: ${bomb.length}`));
      socket.end(bomb);
    });
    expect(outcome).toMatchObject({ outcome: 'failed' });
  });

  it('of ten million tags is larger than any page, and as many as fit below the limit are read', async () => {
    const outcome = await fetched((socket) => {
      const tags = '<b>'.repeat(10_000_000);
      socket.end(`${head(`Content-Length: ${tags.length}`)}${tags}`);
    });
    expect(outcome).toMatchObject({ outcome: 'failed', why: expect.stringContaining('larger than') });
    for (const tag of ['<b>', '<br>', '<p>', '</p>', '<a b>']) {
      const text = `<html>${tag.repeat(Math.floor(5_000_000 / tag.length))}`;
      expect(readPage({ url: 'https://market.example/item/x/1', text, source: exampleSource() }).kind).toBe('unknown');
    }
  });
});

describe('bytes', () => {
  it('that are broken here and there leave the rest of the page readable', () => {
    const page = Buffer.from(`<p>Zürich${', größer, Café, naïve, Ærø'.repeat(5)}</p>`);
    page[4] = 0xff;
    const { text, charset } = decodeBody(page, 'text/html; charset=utf-8');
    expect([charset, text.includes('größer, Café')]).toEqual(['utf-8', true]);
  });

  it.each(['utf-7', 'x-user-defined', 'hz-gb-2312', 'utf-32', ''])('said to be %s are read by what they are', (charset) => {
    expect(decodeBody(Buffer.from('<p>größer'), `text/html; charset=${charset}`).text).toBe('<p>größer');
  });
});

describe('structured data', () => {
  it.each([
    ['an end of script inside a string', '{"@type":"Product","name":"iPhone</script><script>alert(1)</script>","offers":{"price":"250"}}'],
    [
      'a name that would be a prototype',
      '{"@type":"Product","__proto__":{"name":"x"},"constructor":{"name":"y"},"name":"iPhone","offers":{"price":"250"}}',
    ],
    [
      'an address that would run',
      '{"@type":"Product","name":"iPhone","image":"javascript:alert(1)","url":"javascript:alert(1)","offers":{"price":"250"}}',
    ],
  ])('with %s does no harm', (_, data) => {
    const text = `<html><body><h1>iPhone</h1><script type="application/ld+json">${data}</script></body></html>`;
    const reading = readPage({ url: 'https://market.example/item/x/1', text, source: exampleSource() });
    expect(reading.images).toEqual([]);
    expect(JSON.stringify([reading.title, reading.description])).not.toMatch(/alert\(1\)<|<script/);
    expect(Object.getOwnPropertyNames({})).toEqual([]);
  });
});
