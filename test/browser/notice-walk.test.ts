/** The whole way of a notice, as the people see it who go it: two officers, the platform's desk, and the records desk. */

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { listCases } from '../../local/commands/cases-command.ts';
import { startConsole } from '../../local/console-server.ts';
import type { LoopbackService } from '../../local/serve-on-loopback.ts';
import { launchChromium } from '../../shared/sources/browser.ts';
import { type FlowMachine, startFlowMachine } from '../support/flow-machine.ts';
import { sampleRecords } from '../support/sample-records.ts';

const minuteMs = 60_000;

let machine: FlowMachine;
let officerConsole: LoopbackService;
let browser: Browser;

beforeAll(async () => {
  // The clock alone: minutes pass when the test says so.
  vi.useFakeTimers({ toFake: ['Date'] });
  machine = await startFlowMachine({ searchPages: 1, ladder: '1,2' });
  officerConsole = await startConsole({
    port: 0,
    environment: machine.environment,
    report: (error) => console.error(error),
    deadLetters: async () => ({}),
  });
  browser = await launchChromium();
  await machine.importRecords(sampleRecords);
  await machine.scan(0);
}, 240_000);

afterAll(async () => {
  vi.useRealTimers();
  await browser?.close();
  await officerConsole?.stop();
  await machine?.stop();
});

function later(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

async function signedIn(name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${officerConsole.url}/sign-in`);
  await page.getByRole('button', { name: `Sign in as ${name}` }).click();
  return page;
}

/** Opens the evidence, as everybody must before deciding, and confirms. */
async function confirm(page: Page, caseId: string): Promise<void> {
  await page.goto(`${officerConsole.url}/cases/${caseId}`);
  const taken = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Take this case' }).click();
  await taken;
  await press(page, 'e', /\/evidence$/);
  await press(page, 'b', /\/cases\/[^/]+$/);
  await page.keyboard.press('c');
  await press(page, 'Enter', /decided=/);
}

async function press(page: Page, key: string, leadsTo: RegExp): Promise<void> {
  const arrived = page.waitForURL(leadsTo);
  await page.keyboard.press(key);
  await arrived;
}

/** One site answers 404, the other says so on a page. */
async function isOffered(url: string): Promise<boolean> {
  const answer = await fetch(url);
  return answer.ok && !(await answer.text()).includes('ist nicht mehr verf');
}

async function isClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

it.each(['pennyfield', 'kramkiste'])(
  'two officers confirm, the desk of %s removes, the ladder verifies, the figures count, the record goes, and the recall arrives',
  async (site) => {
    const item = (await listCases(machine.stores, 'ready', 100)).find(
      ({ listing, match }) => listing.source === site && match.evidenceKind === 'imei',
    );
    if (item === undefined) throw new Error(`No case of ${site} waits`);
    const [first, second] = [await signedIn('Ama Osei'), await signedIn('Ben Lindqvist')];
    await confirm(first, item.id);
    expect((await machine.stores.cases.get(item.id))?.state).toBe('second-check');
    later(2 * minuteMs);
    await confirm(second, item.id);
    expect((await machine.stores.cases.get(item.id))?.state).toBe('confirmed');
    expect(await isOffered(item.listing.url)).toBe(true);

    // Nobody takes it back within the minute.
    later(2 * minuteMs);
    await machine.notify();
    const desk = machine.marketplace.sites.find(({ id }) => id === site)?.desk;
    expect(desk?.notices()).toMatchObject([{ kind: 'removal-notice', targets: [{ url: item.listing.url }] }]);
    expect(await isOffered(item.listing.url)).toBe(false);
    if (site === 'kramkiste') {
      await first.goto(machine.mailboxUrl);
      await first.getByRole('link', { name: /N-/ }).first().click();
      expect(await first.locator('body').textContent()).toContain(item.listing.url);
    }

    // The platform's people read it by the link that came with it.
    const portal = await (await browser.newContext()).newPage();
    await portal.goto(desk?.notices()[0]?.answerAt ?? '');
    expect(await portal.locator('main').textContent()).toContain(item.listing.url);
    await isClean(portal);

    for (let rung = 1; rung <= 2; rung += 1) {
      later(1.1 * minuteMs);
      await machine.verify();
    }
    await second.goto(`${officerConsole.url}/cases/${item.id}`);
    expect(await second.locator('main').textContent()).toMatch(/removed, verified/i);
    expect((await machine.stores.audit.ofSubject('case', item.id)).map(({ act }) => act)).toContain('removal-verified');
    await isClean(second);

    await machine.countFigures();
    await first.goto(`${machine.portalUrl}/figures`);
    const figures = await first.locator('main').textContent();
    expect(figures).toContain('What was seen afterwards');
    expect(figures).toMatch(/fewer than 5/i);
    await isClean(first);

    await machine.withdraw(item.match.recordReference);
    expect(desk?.notices().at(-1)).toMatchObject({ kind: 'recall', targets: [{ url: item.listing.url }] });
    expect(await isOffered(item.listing.url)).toBe(true);
    await second.reload();
    expect(await second.locator('main').textContent()).toMatch(/taken back|recall/i);
  },
  240_000,
);
