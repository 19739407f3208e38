/** Draws a page that was captured, for evidence: as a visitor would have seen it, from the very bytes that are kept. */

import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { createBrowserPool } from './browser-pool.ts';
import type { GuardedFetcher } from './fetch-page.ts';
import type { Source } from './source.ts';
import { within } from './within.ts';

export interface PageToDraw {
  url: string;
  text: string;
  source: Source;
  /** Photos that were captured, by address. */
  photos: ReadonlyMap<string, { contentType: string; body: Uint8Array }>;
}

/** JPEG. `offer` is left out where no part of the page holds the offer alone. */
export interface Drawing {
  fullPage: Uint8Array;
  offer?: Uint8Array;
}

export type DrawPage = (page: PageToDraw, signal?: AbortSignal) => Promise<Drawing>;

export interface PageDrawingParts {
  /** Fetches style sheets; the browser has no network of its own. */
  fetcher: Pick<GuardedFetcher, 'fetchPart'>;
  launch: () => Promise<Browser>;
  timeoutMs?: number;
}

const viewport = { width: 1280, height: 900 };
/** In CSS pixels; a page that scrolls for ever is cut there. */
const longestPage = 12_000;
const quality = 80;
/** Style sheets of one page, and their bytes. */
const mostSheets = 20;
const mostSheetBytes = 5_000_000;
const closeMs = 2000;
/** What marks off an offer on a page, in the order in which it is looked for. */
const offers = ['[itemtype*="schema.org/Product" i]', 'main article', 'article', 'main', '[role=main]'];

/** Scripts do not run: what they would add is not in the bytes that are kept. Throws when the page cannot be drawn in time. */
export function createPageDrawing({ fetcher, launch, timeoutMs = 10_000 }: PageDrawingParts): { draw: DrawPage; close(): Promise<void> } {
  const browsers = createBrowserPool({ launch, uses: 50 });

  function draw(page: PageToDraw, signal?: AbortSignal): Promise<Drawing> {
    return browsers.use(async (browser) => {
      const settings = { javaScriptEnabled: false, serviceWorkers: 'block', locale: page.source.language, viewport } as const;
      const context = await within(closeMs * 2, browser.newContext(settings));
      try {
        return await within(timeoutMs, drawIn(context, page, signal));
      } finally {
        await within(closeMs, context.close()).catch(() => undefined);
      }
    });
  }

  async function drawIn(context: BrowserContext, { url, text, source, photos }: PageToDraw, signal?: AbortSignal): Promise<Drawing> {
    const sheets = { count: 0, bytes: 0 };
    await context.route('**/*', async (route) => {
      const request = route.request();
      const photo = photos.get(request.url());
      if (request.isNavigationRequest() && request.url() === url)
        return route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: text });
      if (photo !== undefined) return route.fulfill({ status: 200, contentType: photo.contentType, body: Buffer.from(photo.body) });
      const isSheet = request.resourceType() === 'stylesheet' && sheets.count < mostSheets && sheets.bytes < mostSheetBytes;
      if (!isSheet) return route.abort();
      sheets.count += 1;
      sheets.bytes += await fulfilSheet(route, source, signal);
    });
    const page = await context.newPage();
    page.setDefaultTimeout(timeoutMs);
    await page.goto(url, { waitUntil: 'load' });
    const fullPage = await page.screenshot({ ...(await frameOf(page)), type: 'jpeg', quality, fullPage: true });
    const offer = await offerOn(page);
    return { fullPage, ...(offer !== undefined && { offer }) };
  }

  async function fulfilSheet(route: Route, source: Source, signal?: AbortSignal): Promise<number> {
    try {
      const { body } = await fetcher.fetchPart(route.request().url(), source, signal);
      await route.fulfill({ status: 200, contentType: 'text/css', body: Buffer.from(body) });
      return body.length;
    } catch {
      await route.abort().catch(() => undefined);
      return 0;
    }
  }

  return { draw, close: browsers.close };
}

async function frameOf(page: Page) {
  const height = await heightOf(page);
  return height > longestPage ? { clip: { x: 0, y: 0, width: viewport.width, height: longestPage } } : {};
}

/** By a box, since no script runs on the page. */
async function heightOf(page: Page): Promise<number> {
  return (await page.locator('html').boundingBox())?.height ?? 0;
}

async function offerOn(page: Page): Promise<Uint8Array | undefined> {
  for (const selector of offers) {
    const part = page.locator(selector).first();
    if ((await part.count()) === 0) continue;
    const box = await part.boundingBox();
    if (box === null || box.height > longestPage || box.width < 50 || box.height < 50) continue;
    return part.screenshot({ type: 'jpeg', quality });
  }
  return undefined;
}
