/** The only file that opens a browser. */

import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Browser, BrowserContext, Route } from 'playwright-core';
import type { FetchedPage, FetchOutcome, GuardedFetcher, PageFetcher } from './fetch-page.ts';
import type { Source } from './source.ts';

/**
 * Opens the Chromium of `@sparticuz/chromium`: a real one from npm alone, in Lambda and on a bare Linux machine. The first launch
 * unpacks it into the folder for temporary files, about 7 s; later ones take a second.
 */
export async function launchChromium(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    ...(await unpackChromium()),
    // Of the package's own arguments only what a container needs: its `--single-process` dies with the first closed page, and
    // `--disable-web-security` has no place in front of hostile pages. Lambda and containers run as root, so there is no sandbox.
    args: ['--no-sandbox', '--headless=shell', '--disable-gpu', '--no-zygote', '--disable-dev-shm-usage'],
    headless: true,
  });
}

/** Outside of Lambda the package leaves its NSS libraries packed unless it believes that it is there. */
async function unpackChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const before = process.env['AWS_EXECUTION_ENV'];
  process.env['AWS_EXECUTION_ENV'] = before ?? 'AWS_Lambda_nodejs24.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const executablePath = await packed.executablePath();
    const libraries = [join(tmpdir(), 'al2023', 'lib'), join(tmpdir(), 'al2', 'lib')].filter((folder) => existsSync(folder));
    const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const paths = [...libraries, process.env['LD_LIBRARY_PATH']].filter((path) => path !== undefined);
    return { executablePath, env: { ...Object.fromEntries(inherited), LD_LIBRARY_PATH: paths.join(delimiter) } };
  } finally {
    if (before === undefined) delete process.env['AWS_EXECUTION_ENV'];
  }
}

export interface RenderedFetcherParts {
  /** Fetches everything for the browser, which has no network of its own. */
  fetcher: GuardedFetcher;
  launch?: () => Promise<Browser>;
  /** From the answer of the server to the page as it is read, in milliseconds. */
  timeoutMs?: number;
  /** After so many pages the browser is opened anew: a long-lived one grows. */
  pagesPerBrowser?: number;
}

/** What a page needs to fill itself; photos, fonts, styles, media, frames and trackers of other hosts are not loaded. */
const neededParts = new Set(['script', 'xhr', 'fetch']);
/** Parts of one page; a page that asks for more is running in circles. */
const mostParts = 200;

/**
 * Fetches pages that are empty until their scripts have run. The page itself comes through the plain fetcher, with its robots.txt, pace,
 * redirects and refusals; then the browser draws it, and every script and answer it asks for comes through the same guarded client
 * (GET only), so a page in the browser reaches no host that a plain fetch would not reach. When the declared `waitFor` does not appear
 * in time, the page is handed over as it stands, and reads as what it is: a shell.
 */
export function createRenderedFetcher(parts: RenderedFetcherParts): PageFetcher {
  const { fetcher, launch = launchChromium, timeoutMs = 20_000, pagesPerBrowser = 50 } = parts;
  let opened: { browser: Promise<Browser>; pages: number } | undefined;

  async function browserForOnePage(): Promise<Browser> {
    if (opened !== undefined && (opened.pages >= pagesPerBrowser || !(await isAlive(opened.browser)))) await closeBrowser();
    opened ??= { browser: launch(), pages: 0 };
    opened.pages += 1;
    return opened.browser;
  }

  async function closeBrowser(): Promise<void> {
    const closing = opened;
    opened = undefined;
    await closing?.browser.then((browser) => browser.close()).catch(() => {});
  }

  async function draw(fetched: FetchedPage, source: Source): Promise<string> {
    const browser = await browserForOnePage();
    const context = await browser.newContext({ serviceWorkers: 'block', locale: source.language });
    try {
      return await within(timeoutMs + 5000, drawIn(context, fetched, source));
    } finally {
      await within(2000, context.close()).catch(closeBrowser);
    }
  }

  async function drawIn(context: BrowserContext, fetched: FetchedPage, source: Source): Promise<string> {
    let count = 0;
    await context.route('**/*', async (route) => {
      const request = route.request();
      if (request.isNavigationRequest() && request.url() === fetched.finalUrl) {
        return route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: fetched.text });
      }
      count += 1;
      const isNeeded = neededParts.has(request.resourceType()) && request.method() === 'GET' && count <= mostParts;
      return isNeeded ? fulfilPart(route, source) : route.abort();
    });
    await context.routeWebSocket('**/*', (socket) => socket.close());
    const page = await context.newPage();
    page.setDefaultTimeout(timeoutMs);
    await page.goto(fetched.finalUrl, { waitUntil: 'domcontentloaded' });
    if (source.pages.waitFor !== undefined) {
      await page.waitForSelector(source.pages.waitFor, { state: 'attached' }).catch(() => undefined);
    }
    return page.content();
  }

  async function fulfilPart(route: Route, source: Source): Promise<void> {
    try {
      const { status, headers, body } = await fetcher.fetchPart(route.request().url(), source, AbortSignal.timeout(timeoutMs));
      const contentType = headers['content-type'] ?? 'application/octet-stream';
      await route.fulfill({ status, contentType, body: Buffer.from(body) });
    } catch {
      // The page goes without it, as it would without a network; the page may also be closed already.
      await route.abort().catch(() => undefined);
    }
  }

  return {
    async fetch(url, source, options) {
      const fetched = await fetcher.fetch(url, source, options);
      if (fetched.outcome !== 'page' || fetched.status >= 400 || fetched.text === '') return fetched;
      try {
        const text = await draw(fetched, source);
        return { ...fetched, text, body: Buffer.from(text), contentType: 'text/html; charset=utf-8' } satisfies FetchOutcome;
      } catch (error) {
        await closeBrowser();
        const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        return { outcome: 'failed', why: `the browser could not draw the page: ${why}` };
      }
    },
    async close() {
      await closeBrowser();
      await fetcher.close();
    },
  };
}

async function isAlive(browser: Promise<Browser>): Promise<boolean> {
  return browser.then((alive) => alive.isConnected()).catch(() => false);
}

/** A hung browser must not hang the queue. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
