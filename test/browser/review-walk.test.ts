import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createConsole } from '../../functions/console/app.ts';
import { type LoopbackService, serveOnLoopback } from '../../local/serve-on-loopback.ts';
import type { Person } from '../../shared/domain/person.ts';
import { launchChromium } from '../../shared/sources/browser.ts';
import { aCase, aListing, aMatch, aRecord, aRevision, aScan, aSource, NOW, partsOver } from '../support/console-data.ts';
import { bello, osei } from '../support/people.ts';

/** The key of each decision, in the order in which the queue brings the cases. */
const decisions = ['d', 'd', 'l', 'c', 'w', 'd', 't', 'c', 'd', 'i', 'd', 'l', 'c', 'd', 'h', 'd', 't', 'd', 'c', 'd'] as const;
type Key = (typeof decisions)[number];
const noteFor: Partial<Record<Key, string>> = { w: 'IMEI of the box', i: 'Ask the owner', h: 'Op Heron' };
const endsAs: Record<Key, string> = { c: 'second-check', i: 'on-hold', h: 'on-hold', d: 'closed', l: 'closed', w: 'closed', t: 'closed' };

const nameOf = (index: number) => `case-${String(index + 1).padStart(2, '0')}`;
const cases = decisions.map((_, index) => aCase({ id: nameOf(index), match: aMatch({ bits: 20 - index }) }));
/** Another team's, for what is done to many at once. */
const many = ['a', 'b', 'c'].map((id, index) => aCase({ id, team: 'many', match: aMatch({ bits: 9 - index }) }));
let person: Person = osei;
let now = NOW;
const world = {
  cases: [...cases, ...many],
  listings: [aListing()],
  revisions: [aRevision()],
  records: [aRecord()],
  scans: [aScan()],
  sources: [aSource()],
};
const parts = partsOver(world, { now: () => now, access: { banner: 'For the walk.', personOf: async () => person, routes: [] } });

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

/** A person with a keyboard and nothing else. */
function hands(page: Page) {
  let presses = 0;
  return {
    async press(key: string, leadsTo?: string): Promise<void> {
      presses += 1;
      const arrived = leadsTo === undefined ? undefined : page.waitForURL(`${server.url}${leadsTo}`);
      await page.keyboard.press(key);
      await arrived;
    },
    async type(text: string): Promise<void> {
      presses += text.length;
      await page.keyboard.type(text);
    },
    counted(): number {
      const made = presses;
      presses = 0;
      return made;
    },
  };
}

const median = (counts: number[]) => counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)];

it('decides twenty mixed cases with the keyboard alone, in few key presses', async () => {
  const page = await (await browser.newContext()).newPage();
  const { press, type, counted } = hands(page);
  const presses: Record<string, number[]> = { reject: [], confirm: [] };
  await page.goto(`${server.url}/cases`);
  await press('n', `/cases/${nameOf(0)}`);
  counted();
  for (const [index, key] of decisions.entries()) {
    const after =
      index + 1 < decisions.length ? `/cases/${nameOf(index + 1)}?decided=${nameOf(index)}` : `/cases?state=ready&decided=${nameOf(index)}`;
    if (key === 'c') {
      await press('e', `/cases/${nameOf(index)}/evidence`);
      await press('b', `/cases/${nameOf(index)}`);
    }
    await press(key);
    const note = noteFor[key];
    if (note !== undefined) await type(note);
    await press(note === undefined ? 'Enter' : 'Control+Enter', after);
    if (endsAs[key] !== 'on-hold') presses[key === 'c' ? 'confirm' : 'reject']?.push(counted());
    counted();
  }
  expect(median(presses['reject'] ?? [])).toBeLessThanOrEqual(4);
  expect(median(presses['confirm'] ?? [])).toBeLessThanOrEqual(8);
  expect(await Promise.all(cases.map(async ({ id }) => (await parts.cases.get(id))?.state))).toEqual(decisions.map((key) => endsAs[key]));

  // The last one is taken back, and a second person looks at what was confirmed.
  await press('u', `/cases/${nameOf(19)}`);
  expect((await parts.cases.get(nameOf(19)))?.state).toBe('ready');
  person = bello;
  now = new Date(now.getTime() + 60_000);
  await page.goto(`${server.url}/cases?state=second-check`);
  await press('n', `/cases/${nameOf(3)}`);
  await press('e', `/cases/${nameOf(3)}/evidence`);
  await press('b', `/cases/${nameOf(3)}`);
  await press('c');
  await press('Enter', `/cases/${nameOf(7)}?decided=${nameOf(3)}`);
  await press('d');
  await type('The engraving is another');
  await press('Control+Enter', `/cases/${nameOf(12)}?decided=${nameOf(7)}`);
  expect(await Promise.all([3, 7].map(async (index) => (await parts.cases.get(nameOf(index)))?.state))).toEqual(['confirmed', 'ready']);
}, 120_000);

it('lists the keys of the page, is clean for whoever cannot see it, and switches them off', async () => {
  person = osei;
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/cases/${nameOf(19)}`);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys on this page' });
  expect(await help.getByRole('listitem').allTextContents()).toEqual(
    expect.arrayContaining(['e Open the evidence', 'd Not the device', '? This list']),
  );
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await help.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  expect(await page.getByRole('radio', { name: 'Not the device' }).isChecked()).toBe(false);
});

it('leaves the keys alone while a note is written', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/cases/${nameOf(19)}`);
  await page.getByLabel('Note').focus();
  await page.keyboard.type('need');
  expect(page.url()).toBe(`${server.url}/cases/${nameOf(19)}`);
  expect(await page.getByLabel('Note').inputValue()).toBe('need');
});

it('decides without scripts', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${server.url}/cases/${nameOf(19)}`);
  await page.getByLabel('Cannot tell').check();
  await page.getByRole('button', { name: 'Decide and stay here' }).click();
  await page.getByText('Ama Osei decided: cannot tell. It takes effect at').waitFor();
  expect((await parts.cases.get(nameOf(19)))?.state).toBe('closed');
});

it('refuses several at once by keyboard after a preview, and takes them back', async () => {
  person = { ...osei, team: 'many' };
  const page = await (await browser.newContext()).newPage();
  const states = () => Promise.all(many.map(async ({ id }) => (await parts.cases.get(id))?.state));
  await page.goto(`${server.url}/cases`);
  const { press } = hands(page);
  for (const key of ['j', 'x', 'j', 'x']) await press(key);
  await press('p', '/cases/refuse-many/preview');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Refuse 2 cases as “Not the device”?');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await press('y', '/cases/refuse-many');
  expect(await states()).toEqual(['closed', 'closed', 'ready']);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await press('u', '/cases/take-back-many');
  expect(await states()).toEqual(['ready', 'ready', 'ready']);
});
