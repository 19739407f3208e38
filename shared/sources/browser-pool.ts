import type { Browser } from 'playwright-core';
import { within } from './within.ts';

export interface BrowserPool {
  /** Works with the one browser, opened if need be. What is thrown closes it: the next use finds a new one. */
  use<T>(work: (browser: Browser) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The first launch on a cold machine unpacks the browser. */
const launchMs = 45_000;
const closeMs = 5000;

/**
 * One browser for as long as the process lives (a warm Lambda keeps its own), opened anew after `uses`: a long-lived one grows. One that
 * others still work with is closed when the last of them is done.
 */
export function createBrowserPool({ launch, uses }: { launch: () => Promise<Browser>; uses: number }): BrowserPool {
  interface Opened {
    browser: Promise<Browser>;
    used: number;
    inHand: number;
    isRetired: boolean;
  }
  let current: Opened | undefined;

  async function take(): Promise<Opened> {
    if (current !== undefined && (current.used >= uses || !(await isAlive(current.browser)))) retire(current);
    current ??= { browser: within(launchMs, launch()), used: 0, inHand: 0, isRetired: false };
    current.used += 1;
    current.inHand += 1;
    return current;
  }

  function retire(opened: Opened): void {
    opened.isRetired = true;
    if (current === opened) current = undefined;
    if (opened.inHand === 0) void closeBrowser(opened);
  }

  async function closeBrowser({ browser }: Opened): Promise<void> {
    await within(
      closeMs,
      browser.then((open) => open.close()),
    ).catch(() => undefined);
  }

  return {
    async use(work) {
      const opened = await take();
      try {
        return await work(await opened.browser);
      } catch (error) {
        retire(opened);
        throw error;
      } finally {
        opened.inHand -= 1;
        if (opened.isRetired && opened.inHand === 0) await closeBrowser(opened);
      }
    },
    async close() {
      if (current === undefined) return;
      const closing = current;
      current = undefined;
      await closeBrowser(closing);
    },
  };
}

async function isAlive(browser: Promise<Browser>): Promise<boolean> {
  return browser.then((alive) => alive.isConnected()).catch(() => false);
}
