/** Fetches pages that are empty until their scripts have run. */

import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { launchChromium } from './browser.ts';
import { createBrowserPool } from './browser-pool.ts';
import type { FetchedPage, FetchOutcome, GuardedFetcher, PageFetcher } from './fetch-page.ts';
import type { Source } from './source.ts';
import { within } from './within.ts';

export interface RenderedFetcherParts {
  /** Fetches everything for the browser, which has no network of its own. */
  fetcher: GuardedFetcher;
  launch?: () => Promise<Browser>;
  /** From the answer of the server to the page as it is read, in milliseconds. */
  timeoutMs?: number;
  /** After so many pages the browser is opened anew. */
  pagesPerBrowser?: number;
}

/** What a page needs to fill itself; photos, fonts, styles, media, frames and trackers of other hosts are not loaded. */
const neededParts = new Set(['script', 'xhr', 'fetch']);
/** Parts of one page; a page that asks for more is running in circles. */
const mostParts = 200;
/** Of all parts of one page together, and of the page as it stands in the end. */
const mostPartBytes = 30_000_000;
const mostPageCharacters = 5_000_000;
const closeMs = 2000;

/**
 * The page itself comes through the plain fetcher, with its robots.txt, pace, redirects and refusals; then the browser draws it, and every
 * script and answer it asks for comes through the same guarded client (GET only), so a page in the browser reaches no host that a plain
 * fetch would not reach. When the declared `waitFor` does not appear in time, the page is handed over as it stands, and reads as what it
 * is: a shell. A page that hangs or crashes is `failed`, its browser closed. Sources that do not ask for it are not drawn.
 */
export function createRenderedFetcher(parts: RenderedFetcherParts): PageFetcher {
  const { fetcher, launch = launchChromium, timeoutMs = 20_000, pagesPerBrowser = 50 } = parts;
  const browsers = createBrowserPool({ launch, uses: pagesPerBrowser });

  function draw(fetched: FetchedPage, source: Source, signal?: AbortSignal): Promise<string> {
    return browsers.use(async (browser) => {
      const context = await within(closeMs * 2, browser.newContext({ serviceWorkers: 'block', locale: source.language }));
      try {
        return await within(timeoutMs + 5000, drawIn(context, { fetched, source, signal }));
      } finally {
        // One that does not close has a page that hangs; the pool closes its browser, since the work above has failed then too.
        await within(closeMs, context.close()).catch(() => undefined);
      }
    });
  }

  async function drawIn(
    context: BrowserContext,
    { fetched, source, signal }: { fetched: FetchedPage; source: Source; signal: AbortSignal | undefined },
  ): Promise<string> {
    let count = 0;
    let bytes = 0;
    const stop = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])]);
    await context.route('**/*', async (route) => {
      const request = route.request();
      if (request.isNavigationRequest() && request.url() === fetched.finalUrl) {
        return route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: fetched.text });
      }
      count += 1;
      const isNeeded = neededParts.has(request.resourceType()) && request.method() === 'GET';
      if (!isNeeded || count > mostParts || bytes > mostPartBytes) return route.abort();
      bytes += await fulfilPart(route, source, stop);
    });
    await context.routeWebSocket('**/*', (socket) => socket.close());
    const page = await context.newPage();
    page.setDefaultTimeout(timeoutMs);
    return Promise.race([contentOf(page, fetched.finalUrl, source), crashOf(page), abortOf(signal)]);
  }

  /** The bytes it took. */
  async function fulfilPart(route: Route, source: Source, signal: AbortSignal): Promise<number> {
    try {
      const { status, headers, body } = await fetcher.fetchPart(route.request().url(), source, signal);
      const contentType = headers['content-type'] ?? 'application/octet-stream';
      await route.fulfill({ status, contentType, body: Buffer.from(body) });
      return body.length;
    } catch {
      // The page goes without it, as it would without a network; the page may also be closed already.
      await route.abort().catch(() => undefined);
      return 0;
    }
  }

  return {
    async fetch(url, source, options) {
      const fetched = await fetcher.fetch(url, source, options);
      const isDrawn = source.pages.how === 'rendered' && fetched.outcome === 'page' && fetched.status < 400 && fetched.text !== '';
      if (!isDrawn) return fetched;
      try {
        const text = await draw(fetched, source, options?.signal);
        return { ...fetched, text, body: Buffer.from(text), contentType: 'text/html; charset=utf-8' } satisfies FetchOutcome;
      } catch (error) {
        const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        return { outcome: 'failed', why: `the browser could not draw the page: ${why}` };
      }
    },
    async close() {
      await browsers.close();
      await fetcher.close();
    },
  };
}

async function contentOf(page: Page, url: string, source: Source): Promise<string> {
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  if (source.pages.waitFor !== undefined) {
    await page.waitForSelector(source.pages.waitFor, { state: 'attached' }).catch(() => undefined);
  }
  const characters = await page.evaluate('document.documentElement.outerHTML.length');
  if (typeof characters !== 'number' || characters > mostPageCharacters) throw new Error('the page has grown beyond any honest page');
  return page.content();
}

function crashOf(page: Page): Promise<never> {
  return new Promise((_, reject) => {
    page.on('crash', () => reject(new Error('the page crashed')));
  });
}

/** Rejects when the message's time is used up. */
function abortOf(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(new Error('the time of the message is used up'));
    signal?.addEventListener('abort', () => reject(new Error('the time of the message is used up')), { once: true });
  });
}
