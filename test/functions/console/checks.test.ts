import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../functions/console/app.ts';
import type { CheckHit } from '../../../shared/aws/check-hits.ts';
import type { CheckClient } from '../../../shared/domain/check/client.ts';
import { aReviewer, partsOver, signedInAs } from '../../support/console-data.ts';

const client: CheckClient = {
  id: 'phone-hub',
  name: 'Phone Hub <Ltd>',
  purpose: 'buy-back',
  dailyBudget: 200,
  burst: 10,
  createdAt: '2026-11-01T00:00:00.000Z',
  expiresAt: '2027-11-01T00:00:00.000Z',
  round: 0,
};
const hit: CheckHit = {
  id: 'r1',
  client: 'phone-hub',
  at: '2026-11-22T09:30:00.000Z',
  answer: 'reported',
  identifier: '35824005*****10',
  records: ['4217/26-A'],
  reference: 'shelf <4>',
};
const held: CheckClient = { ...client, id: 'odd-shop', name: 'Odd Shop', held: { since: '2026-11-22T09:00:00.000Z', why: 'one-model' } };

function consoleOver({ person = aReviewer(), hits = [hit] }: { person?: ReturnType<typeof aReviewer>; hits?: CheckHit[] } = {}) {
  const lifted: string[] = [];
  const asked: unknown[] = [];
  const parts = partsOver(
    {},
    {
      access: signedInAs(person),
      checkHits: {
        ofMonth: async (month, options) => {
          asked.push([month, options.client]);
          return hits;
        },
      },
      checkClients: { list: async () => [client, held], lift: async (id) => lifted.push(id) > 0 && id === 'odd-shop' },
    },
  );
  return { app: createConsole(parts), events: parts.events, lifted, asked };
}

describe('the page of checks', () => {
  it('shows who asked about which record, when and what was told, the number masked and texts of strangers harmless', async () => {
    const { app, asked, events } = consoleOver();
    const html = await (await app.request('/checks?month=2026-10&client=phone-hub')).text();
    for (const text of ['22 Nov 2026, 09:30', 'Phone Hub &lt;Ltd&gt;', '35824005*****10', '4217/26-A', 'Reported', 'shelf &lt;4&gt;'])
      expect(html).toContain(text);
    expect(asked).toEqual([['2026-10', 'phone-hub']]);
    expect(events).toMatchObject([{ act: 'checks-viewed', detail: { month: '2026-10', client: 'phone-hub' } }]);
  });

  it('falls back to this month and every client where an address says something else', async () => {
    const { app, asked } = consoleOver({ hits: [] });
    const html = await (await app.request('/checks?month=1999-01&client=nobody')).text();
    expect(asked).toEqual([['2026-11', undefined]]);
    expect(html).toContain('No device that is looked for was asked about.');
  });

  it('says who is held and why, and a person who decides lifts it with a row in the log', async () => {
    const { app, lifted, events } = consoleOver();
    const html = await (await app.request('/checks')).text();
    for (const text of ['Odd Shop', 'many different devices of one model', '/checks/clients/odd-shop/lift']) expect(html).toContain(text);
    const form = {
      method: 'POST',
      body: new URLSearchParams({ 'reason-odd-shop': 'a house clearance', 'reason-phone-hub': 'the same' }),
      headers: { origin: 'http://localhost' },
    };
    const response = await app.request('http://localhost/checks/clients/odd-shop/lift', form);
    expect([response.status, response.headers.get('location'), lifted]).toEqual([303, '/checks', ['odd-shop']]);
    expect(events.at(-1)).toMatchObject({
      act: 'check-client-lifted',
      subject: { id: 'odd-shop' },
      detail: { reason: 'a house clearance' },
      outcome: 'done',
    });
    expect((await app.request('http://localhost/checks/clients/phone-hub/lift', form)).status).toBe(404);
    expect(events.at(-1)).toMatchObject({ subject: { id: 'phone-hub' }, outcome: 'refused' });
  });

  it('says of a hit with which the client was held that it was told nothing', async () => {
    const { app } = consoleOver({ hits: [{ ...hit, answer: 'cannot-say', isHeldBack: true }] });
    const html = await (await app.request('/checks')).text();
    expect(html).toContain('Nothing: the client was held');
    expect(html).not.toContain('Cannot say');
  });

  it.each(['', '   ', 'x'.repeat(501)])('lifts nothing for the reason %j, says what is missing and leaves a row', async (reason) => {
    const { app, lifted, events } = consoleOver();
    const body = new URLSearchParams({ 'reason-odd-shop': reason });
    const form = { method: 'POST', body, headers: { origin: 'http://localhost' } };
    const response = await app.request('http://localhost/checks/clients/odd-shop/lift', form);
    expect([response.status, lifted]).toEqual([422, []]);
    expect(await response.text()).toContain('Say what you found');
    expect(events).toContainEqual(expect.objectContaining({ act: 'check-client-lifted', outcome: 'refused' }));
  });

  it('is shown to a notice officer without the way to lift, and to an auditor not at all', async () => {
    const officer = consoleOver({ person: { ...aReviewer(), roles: ['notice-officer'] } });
    expect(await (await officer.app.request('/checks')).text()).not.toContain('/lift');
    const auditor = consoleOver({ person: { ...aReviewer(), roles: ['auditor'] } });
    expect((await auditor.app.request('/checks')).status).toBe(403);
  });
});
