/** A real Chromium for tests, from npm alone. */

import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';

export async function launchChromium(): Promise<Browser> {
  // Outside Lambda the package leaves its NSS libraries packed unless it believes that it is there.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  const libraries = [join(tmpdir(), 'al2023', 'lib'), join(tmpdir(), 'al2', 'lib')].filter(existsSync);
  process.env['LD_LIBRARY_PATH'] = [...libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter);
  // Of the package's own arguments only what a container needs: its `--single-process` dies with the first closed page, and
  // `--disable-web-security` would switch off what the console's tests look at.
  return playwright.launch({ executablePath, args: ['--no-sandbox', '--headless=shell', '--disable-gpu'], headless: true });
}
