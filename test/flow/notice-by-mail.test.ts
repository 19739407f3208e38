import { afterAll, beforeAll, expect, it } from 'vitest';
import { listCases } from '../../local/commands/cases-command.ts';
import { type FlowMachine, startFlowMachine } from '../support/flow-machine.ts';
import { aConfirmation } from '../support/notices.ts';
import { sampleRecords } from '../support/sample-records.ts';

let machine: FlowMachine;
beforeAll(async () => {
  machine = await startFlowMachine({ searchPages: 2, sites: ['kramkiste'] });
  await machine.importRecords(sampleRecords);
  await machine.scan(0);
});
afterAll(() => machine.stop());

it('a confirmed case reaches a desk that reads e-mail, which takes the listing down, and puts it up again when the record is withdrawn', async () => {
  const [ready] = await listCases(machine.stores, 'ready', 1);
  if (ready === undefined) throw new Error('The first scan finds cases');
  const work = { version: 1, opened: [], decisions: [aConfirmation.first, aConfirmation.second] };
  expect(await machine.stores.cases.saveWork(ready, { ...ready, state: 'confirmed', work })).toBe('saved');
  expect(await pageOf(ready.listing.url)).not.toContain(takenDown);

  await machine.notify();
  const [id = ''] = await machine.stores.notices.idsOfCase(ready.id);
  expect(await machine.stores.notices.get(id)).toMatchObject({
    state: 'delivered',
    notice: { recipient: { channel: 'email' } },
    attempts: [{ outcome: 'taken', status: 200, said: expect.stringMatching(/^SES /) }],
  });
  const desk = machine.marketplace.sites.find((site) => site.id === 'kramkiste')?.desk;
  expect(desk?.notices()).toMatchObject([{ kind: 'removal-notice', noticeId: id, targets: [{ url: ready.listing.url }] }]);
  expect(await pageOf(ready.listing.url)).toContain(takenDown);
  expect(await (await fetch(machine.mailboxUrl)).text()).toContain(`${id}.1`);

  await machine.withdraw(ready.match.recordReference);
  expect(desk?.notices().at(-1)).toMatchObject({ kind: 'recall', refersTo: id });
  expect(await pageOf(ready.listing.url)).not.toContain(takenDown);
});

it('a mail that is no notice, or says no more than another did, changes nothing', async () => {
  const desk = machine.marketplace.sites.find((site) => site.id === 'kramkiste')?.desk;
  const before = desk?.notices();
  const said = before?.map((notice) => ({ name: 'a.json', type: 'application/json', text: JSON.stringify(notice) })) ?? [];
  desk?.takeMails([
    { attachments: [...said, { name: 'b', type: 'application/json', text: '{' }, { name: 'c', type: 'text/plain', text: '' }] },
  ]);
  expect(desk?.notices()).toEqual(before);
});

/** As Kramkiste says it, with status 200. */
const takenDown = 'ist nicht mehr verf';

async function pageOf(url: string): Promise<string> {
  return (await fetch(url)).text();
}
