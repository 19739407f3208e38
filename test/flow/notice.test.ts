import { afterAll, beforeAll, expect, it } from 'vitest';
import { listCases } from '../../local/commands/cases-command.ts';
import type { Case } from '../../shared/domain/case.ts';
import { sentenceOf } from '../../shared/domain/notice/facts.ts';
import { type FlowMachine, startFlowMachine } from '../support/flow-machine.ts';
import { aConfirmation } from '../support/notices.ts';
import { sampleRecords } from '../support/sample-records.ts';

let machine: FlowMachine;
beforeAll(async () => {
  machine = await startFlowMachine({ searchPages: 2, sites: ['pennyfield'] });
  await machine.importRecords(sampleRecords);
  await machine.scan(0);
});
afterAll(() => machine.stop());

it('a confirmed case reaches the platform’s own desk, which takes the listing down, and the next scan sees it gone', async () => {
  const [ready] = await listCases(machine.stores, 'ready', 1);
  if (ready === undefined) throw new Error('The first scan finds cases');
  await confirm(ready);
  expect((await fetch(ready.listing.url)).status).toBe(200);

  await machine.notify();
  const [id = ''] = await machine.stores.notices.idsOfCase(ready.id);
  expect(await machine.stores.notices.get(id)).toMatchObject({ state: 'delivered', attempts: [{ outcome: 'taken', status: 200 }] });
  const desk = machine.marketplace.sites[0]?.desk;
  const [notice, ...others] = desk?.notices() ?? [];
  expect(others).toEqual([]);
  if (notice?.kind !== 'removal-notice') throw new Error('The desk has a removal notice');
  expect(notice.targets).toMatchObject([{ url: ready.listing.url, platformItemId: ready.listing.itemId }]);
  expect(notice.targets[0]?.facts.map(sentenceOf)).toContain('The advert shows the number of a device that is reported stolen.');
  expect((await fetch(ready.listing.url)).status).toBe(404);
  expect(await (await fetch(new URL('/abuse-desk', ready.listing.url))).text()).toContain(ready.listing.itemId);

  expect(await machine.stores.answers.ofNotice(id)).toMatchObject([
    { itemId: ready.listing.itemId, caseId: ready.id, by: 'program', said: { answer: 'removed' } },
  ]);

  await machine.notify();
  expect(desk?.notices()).toHaveLength(1);
  await machine.scan(1);
  expect((await machine.stores.listings.get(ready.listing))?.liveness).toBe('gone');
});

it('the desk’s own people open the portal by the link of the notice, and find notice, evidence and their answer', async () => {
  const answerAt = machine.marketplace.sites[0]?.desk?.notices()[0]?.answerAt ?? '';
  const page = await (await fetch(answerAt)).text();
  expect(page).toMatch(/Please take (?:this listing|these \d+ listings) down\./);
  expect(page).toContain('What you answered');
  const [, evidence] = /href="([^"]+\/evidence\/1)"/.exec(page) ?? [];
  expect(await (await fetch(new URL(evidence ?? '', answerAt))).text()).toContain('The page as the server sent it');
  expect((await fetch(answerAt.replace(/.(?=\/notices)/, (last) => (last === 'A' ? 'B' : 'A')))).status).toBe(404);
});

it('a record that is withdrawn takes the notice back, and the desk puts the listing up again', async () => {
  const [confirmed] = await listCases(machine.stores, 'confirmed', 1);
  if (confirmed === undefined) throw new Error('The case is confirmed');
  await machine.withdraw(confirmed.match.recordReference);
  const desk = machine.marketplace.sites[0]?.desk;
  expect(desk?.notices().at(-1)).toMatchObject({ kind: 'recall', reason: 'record-withdrawn', targets: [{ url: confirmed.listing.url }] });
  expect((await fetch(confirmed.listing.url)).status).toBe(200);
  expect((await machine.stores.cases.get(confirmed.id))?.state).toBe('closed');
});

it('what is not signed with the desk’s secret, or is no notice, changes nothing', async () => {
  const { baseUrl, desk } = machine.marketplace.sites[0] ?? {};
  const before = desk?.notices().length;
  const forged = await fetch(`${baseUrl}/abuse-desk/notices`, { method: 'POST', body: '{}', headers: { 'webhook-id': 'x' } });
  expect(forged.status).toBe(401);
  expect(desk?.notices().length).toBe(before);
});

/** As two officers do in the console, more than a minute ago. */
async function confirm(ready: Case): Promise<void> {
  const { first, second } = aConfirmation;
  const work = { version: 1, opened: [], decisions: [first, second] };
  expect(await machine.stores.cases.saveWork(ready, { ...ready, state: 'confirmed', work })).toBe('saved');
}
