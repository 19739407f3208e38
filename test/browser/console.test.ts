import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConsole } from '../../functions/console/app.ts';
import { developmentSignIn } from '../../local/development-sign-in.ts';
import { type LoopbackService, serveOnLoopback } from '../../local/serve-on-loopback.ts';
import type { CheckHit } from '../../shared/aws/check-hits.ts';
import type { CaseWork } from '../../shared/domain/case-work.ts';
import { updateOf } from '../../shared/domain/victims/victim-update.ts';
import { launchChromium } from '../../shared/sources/browser.ts';
import { renditionOf } from '../../shared/vision/photo-rendition.ts';
import { aReadingsCapture, aSeenPhoto } from '../support/captures.ts';
import {
  aCase,
  aListing,
  aMatch,
  aRecord,
  aReviewer,
  aRevision,
  aScan,
  aSource,
  NOW,
  partsOver,
  signedInAs,
} from '../support/console-data.ts';
import { aConfirmation, aNoticeOf } from '../support/notices.ts';

const evil =
  '\u202Eenohpi\u202C <script>alert(1)</script> "><img src=//evil.example/x onerror=alert(1)> <svg onload=alert(1)> ' +
  `<style>body{display:none}</style> Z${'\u0301'.repeat(30)}algo ${'wide'.repeat(60)}`;
const gate = { gate: 'listed-before-theft', sentence: 'First seen four days before the theft.' } as const;

/** In the hands of the person who looks. */
function inHand(work: Partial<CaseWork>): CaseWork {
  const by = { id: aReviewer().id, name: aReviewer().name };
  return {
    version: 1,
    opened: [],
    decisions: [],
    claim: { by, at: '2026-11-22T14:00:00.000Z', until: '2026-11-22T14:15:00.000Z' },
    ...work,
  };
}

const cases = [
  aCase(),
  aCase({
    id: 'in-hand',
    listing: { ...aCase().listing, title: 'Pixel 7 in hand' },
    about: { model: 'Google Pixel 7', area: 'Lambeth' },
    match: aMatch({ bits: 3 }),
    work: inHand({}),
  }),
  aCase({
    id: 'second',
    state: 'second-check',
    match: aMatch({ bits: 2 }),
    work: inHand({
      decisions: [
        {
          by: { id: 'other', name: evil.slice(0, 60) },
          at: '2026-11-22T14:00:00.000Z',
          stage: 'first',
          code: 'confirmed-stolen',
          note: evil,
          revision: 2,
        },
      ],
    }),
  }),
  aCase({
    id: 'hostile',
    listing: { ...aCase().listing, source: 'celldeals', itemId: '771', title: evil, url: `https://evil.example/${evil}` },
    match: aMatch({ gates: [gate], flags: ['model-differs'], evidenceKind: 'description' }),
  }),
];
const picture = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#987' } })
  .png()
  .toBuffer();
const rendition = (await renditionOf(picture)) ?? new Uint8Array(0);
const { captures } = await aReadingsCapture({ caseId: aCase().id, photo: picture, rendition });
/** Of a photo that a listing of another site shows too. */
const alike = { alike: [], owners: [], sellers: ['one'], uses: [{ source: 'celldeals', itemId: '771', revision: 1 }] };
const revisions = [
  aRevision({ number: 1, changed: [], price: { amount: 349.5, currency: 'GBP' } }),
  aRevision({
    description: `${evil.repeat(8)}\nIMEI 35-693803-564380-9`,
    seller: { name: evil },
    location: evil,
    images: ['https://evil.example/1.jpg'],
    photos: [
      { ...aSeenPhoto(picture), url: `https://evil.example/${evil}` },
      { ...aSeenPhoto(Buffer.from('gone')), url: 'https://evil.example/2.jpg', comparable: true as const },
    ],
  }),
];
const sources = [
  aSource(),
  aSource({ id: 'celldeals', name: 'Cell Deals' }),
  aSource({ id: 'ebay', name: 'eBay', enabled: false, disabledBecause: 'Terms to be reviewed.' }),
];
const scans = [aScan(), aScan({ source: 'celldeals', health: 'blocked', summary: 'Turned away with a captcha.' })];
const figures = {
  countedAt: '2026-11-22T13:35:00.000Z',
  byState: [{ state: 'ready' as const, count: 2 }],
  waitingBySource: [{ source: 'marktplein', count: 2 }],
  age: [{ days: 'less than 1 day', count: 2 }],
  overdue: 1,
  byEvidence: [{ name: 'imei', confirmed: 5, refused: 1, undecided: 2 }],
  bySource: [{ name: evil, confirmed: 1, refused: 3, undecided: 0 }],
};
const asker = {
  ...{ id: 'phone-hub', name: evil, purpose: evil, dailyBudget: 200, burst: 10, round: 0 },
  ...{ createdAt: '2026-11-01T00:00:00.000Z', expiresAt: '2027-11-01T00:00:00.000Z' },
};
const held = { since: '2026-11-22T09:00:00.000Z', why: 'one-model' } as const;
const hit: CheckHit = {
  id: 'r1',
  client: 'phone-hub',
  at: '2026-11-22T09:30:00.000Z',
  answer: 'reported',
  identifier: '35824005*****10',
  records: ['4217/26-A', evil.slice(0, 60)],
  reference: evil.slice(0, 100),
};
const confirmed = aCase({
  id: 'noticed',
  state: 'confirmed',
  work: { version: 4, opened: [], decisions: [aConfirmation.first, aConfirmation.second] },
});
const { notice } = aNoticeOf(confirmed);
const notices = [
  {
    ...notice,
    id: 'N-form',
    state: 'to-hand-in' as const,
    handIn: { url: `https://marktplein.example/${'long'.repeat(60)}`, preparedAt: notice.createdAt },
  },
  {
    ...notice,
    id: 'N-refused',
    state: 'undeliverable' as const,
    stateBecause: evil,
    left: [{ caseId: 'other', why: 'the listing is gone already' }],
  },
];
const everybody = signedInAs(aReviewer({ roles: ['reviewer', 'second-reviewer', 'auditor', 'victim-officer'] }));
const updates = (['listing-confirmed', 'removal-verified', 'device-recovered'] as const).map((event, each) =>
  updateOf(
    { event, reference: each === 0 ? evil : '4217/23-A', caseId: each === 1 ? 'gone' : 'confirmed', at: NOW.toISOString() },
    'default',
  ),
);
const { routes } = developmentSignIn({ team: 'default', now: () => NOW });
const parts = partsOver(
  {
    cases: [...cases, confirmed],
    notices,
    listings: [aListing(), aListing({ source: 'celldeals', itemId: '771' })],
    revisions,
    records: [aRecord()],
    scans,
    sources,
  },
  {
    captures,
    photos: { get: async () => alike },
    pictures: { getRendition: async () => rendition },
    figures: { ofTeam: async () => figures },
    victimUpdates: { get: async () => undefined, saveTold: async () => false, ofTeam: async () => updates },
    checkHits: { ofMonth: async () => [hit] },
    checkClients: { list: async () => [asker, { ...asker, id: 'a', held }, { ...asker, id: 'b', held }], lift: async () => true },
    deadLetters: async () => ({ read: 2, match: 0 }),
    access: { ...everybody, routes },
  },
);

const pages = [
  ['the queue', '/cases'],
  ['an empty queue', '/cases?state=closed'],
  ['a case', '/cases/k3Yb0sQeT1xWm2Rz9aLp'],
  ['a hostile case', '/cases/hostile'],
  ['a case in hand', '/cases/in-hand'],
  ['a case for a second person', '/cases/second'],
  ['the captured evidence', '/cases/hostile/evidence'],
  ['a notice to hand in', '/notices/N-form'],
  ['a notice that could not be delivered', '/notices/N-refused'],
  ['the scans', '/scans'],
  ['a page that is not there', '/nothing'],
  ['the quality of decisions', '/quality'],
  ['the audit log', '/audit'],
  ['the sign-in of one machine', '/sign-in'],
  ['the figures of the desk', '/desk'],
  ['the checks of others', '/checks'],
  ['what victims are owed to hear', '/victims'],
] as const;

let browser: Browser;
let server: LoopbackService;

beforeAll(async () => {
  server = await serveOnLoopback(createConsole(parts), { name: 'The console', port: 0 });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface Visit {
  page: Page;
  /** Addresses asked for on other hosts. */
  outside: string[];
  /** Dialogs opened and refusals of the content security policy. */
  alarms: string[];
}

async function visit(path: string, options: BrowserContextOptions, look: (visit: Visit) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const outside: string[] = [];
  const alarms: string[] = [];
  page.on('request', (request) => void (request.url().startsWith(server.url) || outside.push(request.url())));
  page.on('dialog', (dialog) => {
    alarms.push(dialog.message());
    dialog.dismiss().catch(() => undefined);
  });
  page.on('console', (message) => void (/Content Security Policy/.test(message.text()) && alarms.push(message.text())));
  await page.goto(server.url + path);
  await look({ page, outside, alarms });
  await context.close();
}

describe.each(pages)('%s', (_name, path) => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
  ] as const)('has no accessibility violation in the %s scheme at %i pixels', async (colorScheme, width) => {
    await visit(path, { colorScheme, viewport: { width, height: 900 } }, async ({ page }) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  });

  // 320 pixels are what WCAG 2.2 asks for (1.4.10); 640 are a screen of 1280 at 200 % zoom.
  it('never scrolls sideways', async () => {
    await visit(path, {}, async ({ page }) => {
      for (const width of [320, 640, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      }
    });
  });

  it('runs nothing of a stranger and asks no other host for anything', async () => {
    await visit(path, {}, async ({ page, outside, alarms }) => {
      await page.evaluate('document.querySelectorAll("details").forEach((element) => { element.open = true; })');
      await page.waitForLoadState('networkidle');
      expect({ outside, alarms }).toEqual({ outside: [], alarms: [] });
      expect(await page.locator('main img, main iframe, main script, main style').count()).toBe(0);
    });
  });
});

describe('the console in a browser', () => {
  it('draws the photo of a number from the evidence, framed, without scripts too', async () => {
    await visit('/cases/k3Yb0sQeT1xWm2Rz9aLp', { javaScriptEnabled: false }, async ({ page }) => {
      await page.waitForLoadState('networkidle');
      const photo = page.getByRole('img', { name: /^Photo 1 of the listing\. Framed: 356938035643809/ });
      const [shown, frame] = [await photo.boundingBox(), await photo.locator('.fw-photo__frame').boundingBox()];
      expect((frame?.width ?? 0) / (shown?.width ?? 1)).toBeCloseTo(320 / 900, 1);
      const drawn = await photo.screenshot();
      const { width = 0, height = 0 } = await sharp(drawn).metadata();
      const middle = { left: width >> 1, top: (height * 3) >> 2, width: 20, height: 20 };
      const { channels } = await sharp(await sharp(drawn).extract(middle).png().toBuffer()).stats();
      // The photo's own colour, not the ground of an absent picture.
      expect(channels.slice(0, 3).map(({ mean }) => Math.round(mean / 17))).toEqual([9, 8, 7]);
    });
  });

  it('is drawn with its own stylesheets', async () => {
    await visit('/cases', {}, async ({ page }) => {
      expect(await page.evaluate('getComputedStyle(document.querySelector(".fw-header")).backgroundColor')).toBe('rgb(18, 48, 74)');
      expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).fontFamily')).toContain('system-ui');
    });
  });

  it('can be left on a phone', async () => {
    await visit('/cases', { viewport: { width: 320, height: 700 } }, async ({ page }) => {
      expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(true);
    });
  });

  it('gives the words of the reasons as much room as their picture', async () => {
    await visit('/cases/k3Yb0sQeT1xWm2Rz9aLp', { viewport: { width: 1280, height: 900 } }, async ({ page }) => {
      const [words, picture] = await page
        .locator('.fw-reasons thead th')
        .evaluateAll((cells) => [cells[0]?.clientWidth ?? 0, cells[2]?.clientWidth ?? 0]);
      expect(words).toBeGreaterThan((picture ?? 0) * 0.9);
    });
  });

  it('keeps what stands below a title of the queue in line with it', async () => {
    await visit('/cases', { viewport: { width: 1280, height: 900 } }, async ({ page }) => {
      const row = page.locator('.fw-what', { hasText: 'Lambeth' });
      const lefts = await row.locator('a, .fw-under').evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().left));
      expect(lefts.length).toBeGreaterThan(2);
      expect(new Set(lefts.map(Math.round)).size).toBe(1);
    });
  });

  it('copies the address of a listing at the press of a button', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    await visit('/cases/k3Yb0sQeT1xWm2Rz9aLp', { permissions }, async ({ page }) => {
      await page.getByRole('button', { name: 'Copy address' }).press('Enter');
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe('https://marktplein.example/p/iphone-13/88120734?from=search');
    });
  });

  it('shows everything but what scripts do where scripts are off', async () => {
    await visit('/cases/k3Yb0sQeT1xWm2Rz9aLp', { javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.getByText('https://marktplein.example/p/iphone-13/88120734').isVisible()).toBe(true);
      expect(await page.getByRole('button', { name: 'Copy address' }).count()).toBe(0);
    });
  });

  it('leads by keyboard from the queue into a case', async () => {
    await visit('/cases', {}, async ({ page }) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to main content');
      await page.getByRole('link', { name: 'iPhone 13 128GB unlocked, great condition' }).press('Enter');
      await page.waitForURL('**/cases/k3Yb0sQeT1xWm2Rz9aLp');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('iPhone 13 128GB unlocked, great condition');
    });
  });

  it('prints a case without its navigation and with the whole description', async () => {
    await visit('/cases/hostile', {}, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(false);
      expect(await page.evaluate('getComputedStyle(document.querySelector(".fw-description")).overflowY')).toBe('visible');
    });
  });
});
