/** The only file that opens a browser. */

import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';

/** Bytes of JavaScript objects that one page may hold, in MB; a page that wants more crashes by itself and takes nothing along. */
const heapMb = 256;

/**
 * Opens the Chromium of `@sparticuz/chromium`: a real one from npm alone, in Lambda and on a bare Linux machine (x86-64). The first launch
 * unpacks it into the folder for temporary files, about 7 s; later ones take a second.
 * `packedIn` is where its packed files are when they do not lie in node_modules: beside a bundle.
 */
export async function launchChromium(packedIn?: string): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    ...(await unpackChromium(packedIn)),
    // Of the package's own arguments only what a container needs: its `--single-process` dies with the first closed page, and
    // `--disable-web-security` has no place in front of hostile pages. Lambda and containers run as root, so there is no sandbox.
    args: [
      '--no-sandbox',
      '--headless=shell',
      '--disable-gpu',
      '--no-zygote',
      '--disable-dev-shm-usage',
      `--js-flags=--max-old-space-size=${heapMb}`,
    ],
    headless: true,
  });
}

/** Outside of Lambda the package leaves its NSS libraries packed unless it believes that it is there. */
async function unpackChromium(packedIn: string | undefined): Promise<{ executablePath: string; env: Record<string, string> }> {
  const before = process.env['AWS_EXECUTION_ENV'];
  process.env['AWS_EXECUTION_ENV'] = before ?? 'AWS_Lambda_nodejs24.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const executablePath = await packed.executablePath(packedIn);
    const libraries = [join(tmpdir(), 'al2023', 'lib'), join(tmpdir(), 'al2', 'lib')].filter((folder) => existsSync(folder));
    const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const paths = [...libraries, process.env['LD_LIBRARY_PATH']].filter((path) => path !== undefined);
    return { executablePath, env: { ...Object.fromEntries(inherited), LD_LIBRARY_PATH: paths.join(delimiter) } };
  } finally {
    if (before === undefined) delete process.env['AWS_EXECUTION_ENV'];
  }
}
