import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortal } from '../../functions/portal/app.ts';
import { loadAssets } from '../../functions/portal/assets.ts';
import { type LoopbackService, serveOnLoopback } from '../../local/serve-on-loopback.ts';
import { answeredNoticeId, type StoredAnswer } from '../../shared/domain/notice/answer.ts';
import { sha256 } from '../../shared/evidence/sha256.ts';
import { writeCapture } from '../../shared/evidence/write-capture.ts';
import { signPortalToken } from '../../shared/portal-link.ts';
import { launchChromium } from '../../shared/sources/browser.ts';
import { aDraft, anAnswer } from '../support/captures.ts';
import { aCase } from '../support/console-data.ts';
import { aNoticeOf } from '../support/notices.ts';
import { someFigures } from '../support/public-figures.ts';

const keys = { 1: 'a key of the test, which is long enough' };
const evil = `\u202Eenohpi\u202C <script>alert(1)</script> "><img src=//evil.example/x onerror=alert(1)> ${'wide'.repeat(60)}`;
const capture = await writeCapture(aDraft({ seen: [anAnswer({ text: `<h1>${evil}</h1>` })] }));
const now = new Date('2026-11-23T12:00:00.000Z');

/** Two listings, one of them a stranger's worst, with one capture. */
function theNotice() {
  const { notice: stored } = aNoticeOf(aCase());
  if (stored.notice.kind !== 'removal-notice') throw new Error('It is a removal notice');
  const [target, noticed] = [stored.notice.targets[0], stored.cases[0]];
  if (target === undefined || noticed === undefined) throw new Error('It has a target');
  const evidence = [{ ref: 'FW-1/1', sha256: sha256(capture.manifest), capturedAt: now.toISOString() }];
  const hostile = { ...target, platformItemId: '771', title: evil, url: `https://evil.example/${encodeURIComponent(evil)}`, evidence };
  return {
    ...stored,
    notice: { ...stored.notice, targets: [target, hostile] },
    cases: [noticed, { ...noticed, caseId: 'another', captures: ['cases/another/page'] }],
  };
}

const notice = theNotice();
const answers: StoredAnswer[] = [];
const portal = createPortal({
  notices: {
    get: async (id) => (id === notice.id ? notice : undefined),
    recallsOf: async () => [],
    sentTo: async () => ({
      sent: [
        {
          ...{ noticeId: notice.id, team: notice.team, source: notice.source, kind: notice.notice.kind },
          listings: notice.cases.map(({ caseId }, at) => ({ caseId, itemId: notice.notice.targets[at]?.platformItemId ?? '' })),
          ...{ createdAt: notice.createdAt, deliveredAt: notice.createdAt, respondBy: notice.notice.request.respondBy },
        },
      ],
    }),
  },
  answers: {
    async append(answer) {
      answers.push({ ...answer, number: answers.length + 1 });
      return { outcome: 'kept', number: answers.length };
    },
    ofNotice: async () => (answeredNoticeId(notice.notice) === notice.id ? answers : []),
  },
  captures: { read: async () => capture },
  escalations: { raise: async (escalation) => escalation, get: async () => undefined, save: async () => true },
  audit: { append: async () => {} },
  figures: { all: async () => [someFigures()] },
  keys,
  assets: loadAssets(),
  now: () => now,
  report: (error) => console.error(error),
});

const token = signPortalToken({ source: notice.source, noticeId: notice.id, expiresAt: new Date(now.getTime() + 1000) }, keys);
const own = `/${token}/notices/${notice.id}`;
const pages = [
  ['the list of notices', `/${token}/notices`],
  ['a notice', own],
  ['a notice just answered', `${own}?answered`],
  ['the evidence', `${own}/listings/2/evidence/1`],
  ['a link that opens nothing', '/nothing'],
  ['the public figures', '/figures'],
] as const;

let browser: Browser;
let server: LoopbackService;

beforeAll(async () => {
  server = await serveOnLoopback(portal, { name: 'The portal', port: 0 });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function visit(path: string, options: BrowserContextOptions, look: (page: Page, outside: string[]) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const outside: string[] = [];
  page.on(
    'request',
    (request) => void (request.url().startsWith(server.url) || request.url().startsWith('data:') || outside.push(request.url())),
  );
  page.on('dialog', (dialog) => {
    outside.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  await page.goto(server.url + path);
  await look(page, outside);
  await context.close();
}

describe.each(pages)('%s', (_name, path) => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
  ] as const)('has no accessibility violation in the %s scheme at %i pixels', async (colorScheme, width) => {
    await visit(path, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
      await page.evaluate('document.querySelectorAll("details").forEach((element) => { element.open = true; })');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  });

  it('never scrolls sideways, runs nothing of a stranger and asks no other host for anything', async () => {
    await visit(path, {}, async (page, outside) => {
      await page.evaluate('document.querySelectorAll("details").forEach((element) => { element.open = true; })');
      for (const width of [320, 640, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      }
      await page.waitForLoadState('networkidle');
      expect(outside).toEqual([]);
      expect(await page.locator('script, iframe, main style').count()).toBe(0);
    });
  });
});

it('the public figures have each picture’s numbers beside it, and say what a picture shows', async () => {
  await visit('/figures', { javaScriptEnabled: false }, async (page) => {
    const decided = page.locator('section', { has: page.locator('#decided') });
    const said = await decided.getByRole('img').locator('desc').textContent();
    expect(said).toContain('C, Refused: a legitimate sale: 0, 0 %');
    expect(said).toContain('A, Confirmed by two officers: withheld');
    const numbers = await decided.getByRole('row').allInnerTexts();
    expect(numbers.map((row) => row.replaceAll(/\s+/g, ' '))).toContain('E Refused: nobody can tell fewer than 5 –');
  });
});

describe('a platform’s team, without a script', () => {
  it('is told what is missing beside the field, then answers and sees its answer', async () => {
    await visit(own, { javaScriptEnabled: false }, async (page) => {
      const listing = page.locator('.fw-notice-listing').nth(1);
      await listing.locator('summary').click();
      await listing.getByLabel('We do not do what is asked').check();
      await listing.getByRole('button', { name: 'Send the answer' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Choose a reason');
      const again = page.locator('.fw-notice-listing').nth(1);
      expect(await again.getByLabel('We do not do what is asked').isChecked()).toBe(true);
      await again.getByLabel('Reason, if you do not do it').selectOption('other-item');
      await again.getByLabel('In your words').fill('It is a case for a phone.');
      await again.getByRole('button', { name: 'Send the answer' }).click();
      expect(await page.getByText('Your answer is with us.').isVisible()).toBe(true);
      expect(await page.getByText('Refused: the listing offers another item').isVisible()).toBe(true);
      expect(answers).toMatchObject([{ itemId: '771', by: 'form', said: { answer: 'refused', reason: 'other-item' } }]);
    });
  });
});
