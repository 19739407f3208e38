import type { ServerResponse } from 'node:http';
import type { SiteId } from './advert.ts';

/** What can go wrong with one page, switched on for tests. */
export type Fault =
  | 'status-403'
  | 'status-429'
  | 'status-500'
  | 'captcha'
  | 'consent'
  | 'empty-shell'
  | 'not-html'
  | 'huge'
  | 'timeout'
  | 'reset';

/**
 * Keyed by what the fault befalls, the narrowest first: `listing:ITEM-ID`, a path with its query (`/phones/apple?page=2`) on
 * whichever site has it, the same of one site (`kramkiste:/robots.txt`), or a whole site except its robots.txt (`kramkiste:*`).
 */
export type Faults = ReadonlyMap<string, Fault>;

export function faultOf(faults: Faults, site: SiteId, url: URL): Fault | undefined {
  if (faults.size === 0) return undefined;
  const path = `${url.pathname}${url.search}`;
  const itemId = /(\d{10})(?:\.htm)?$/.exec(url.pathname)?.[1];
  const everywhere = path === '/robots.txt' ? undefined : faults.get(`${site}:*`);
  return faults.get(`listing:${itemId}`) ?? faults.get(path) ?? faults.get(`${site}:${path}`) ?? everywhere;
}

const HUGE_BYTES = 50 * 1024 * 1024;
const CHUNK = Buffer.alloc(64 * 1024, '<p>More and more of the same.</p>\n');

/** Answers as that fault does, in the place of the page. */
export function commit(fault: Fault, response: ServerResponse): void {
  switch (fault) {
    case 'timeout':
      return; // the answer never comes; the socket ends with its client or with the server
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'huge':
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      pour(response, HUGE_BYTES);
      return;
    case 'not-html':
      response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7\n%âãÏÓ\n1 0 obj << /Type /Catalog >> endobj\n');
      return;
    case 'status-429':
      response.writeHead(429, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' }).end(walls[fault]);
      return;
    case 'status-403':
    case 'status-500':
      response.writeHead(fault === 'status-403' ? 403 : 500, { 'content-type': 'text/html; charset=utf-8' }).end(walls[fault]);
      return;
    case 'captcha':
    case 'consent':
    case 'empty-shell':
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(walls[fault]);
  }
}

function pour(response: ServerResponse, left: number): void {
  if (left <= 0 || response.destroyed) {
    response.end();
    return;
  }
  if (response.write(CHUNK)) setImmediate(pour, response, left - CHUNK.length);
  else response.once('drain', () => pour(response, left - CHUNK.length));
}

function wall(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
}

const walls = {
  'status-403': wall(
    'Access denied',
    '<h1>Access denied</h1><p>You do not have permission to view this page. Reference 18.5f3c1602.1794009600</p>',
  ),
  'status-429': wall('Too many requests', '<h1>Slow down</h1><p>Too many requests from your address.</p>'),
  'status-500': wall('Something went wrong', '<h1>Something went wrong</h1><p>Our engineers have been told.</p>'),
  captcha: wall(
    'Just a moment...',
    '<h1>Are you a robot?</h1><p>Please verify that you are human to go on.</p><form><div class="g-recaptcha" data-sitekey="demo"></div><button>Verify</button></form>',
  ),
  consent: wall(
    'Before you continue',
    '<div id="consent-wall" role="dialog"><h1>Before you continue</h1><p>We and our 842 partners store and access information on your device. Accept cookies to go on.</p><button>Accept all</button><button>Manage options</button></div>',
  ),
  'empty-shell': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title></title><script src="/app.js" defer></script></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>`,
} as const;
