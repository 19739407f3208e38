import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../functions/console/app.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { updateOf, type VictimUpdate } from '../../../shared/domain/victims/victim-update.ts';
import { aCase, aReviewer, NOW, partsOver, signedInAs } from '../../support/console-data.ts';
import { osei, stranger } from '../../support/people.ts';

const teller: Person = { ...osei, id: 'adeyemi', name: 'Tola Adeyemi', roles: ['victim-officer'] };
const item = aCase({ state: 'confirmed' });
const update = updateOf({ event: 'listing-confirmed', reference: '4217/<b>23-A', caseId: item.id, at: NOW.toISOString() }, teller.team);

function desk(state: 'confirmed' | 'closed' = 'confirmed') {
  const kept = new Map<string, VictimUpdate>([[update.id, update]]);
  const parts = partsOver({ cases: [{ ...item, state }] });
  parts.victimUpdates = {
    get: async (id) => kept.get(id),
    ofTeam: async (team, asked) => [...kept.values()].filter((each) => each.team === team && each.state === asked),
    async saveTold(told) {
      const isFirst = kept.get(told.id)?.state === 'due';
      if (isFirst) kept.set(told.id, told);
      return isFirst;
    },
  };
  async function call(person: Person, path: string, method = 'GET') {
    const app = createConsole({ ...parts, access: signedInAs(person) });
    const response = await app.request(`http://console.example${path}`, { method, headers: { 'sec-fetch-site': 'same-origin' } });
    return { status: response.status, html: await response.text(), to: response.headers.get('location') };
  }
  return { parts, kept, call };
}

describe('the page of victims', () => {
  it('says by reference who is to be told what, and by when, to the victim officer alone', async () => {
    const { call, parts } = desk();
    const { html } = await call(teller, '/victims');
    for (const said of ['4217/&lt;b&gt;23-A', '27 Nov 2026', '23 Nov 2026', 'do not contact the seller', 'no victim’s name'])
      expect(html).toContain(said);
    expect(html).not.toContain(item.listing.title);
    expect(parts.events).toMatchObject([{ act: 'victim-updates-viewed', actor: teller.id }]);
    expect((await call(aReviewer(), '/victims')).status).toBe(403);
    expect((await call(teller, `/cases/${item.id}`)).status).toBe(403);
    expect((await call(teller, '/')).to).toBe('/victims');
  });

  it('takes the word that a victim was told once, and keeps who said so', async () => {
    const { call, kept, parts } = desk();
    expect(await call(teller, `/victims/${update.id}/told`, 'POST')).toMatchObject({ status: 303, to: '/victims' });
    await call({ ...teller, id: 'another' }, `/victims/${update.id}/told`, 'POST');
    expect(kept.get(update.id)).toMatchObject({ state: 'told', told: { by: { id: teller.id } } });
    expect(parts.events.filter(({ act }) => act === 'victim-told')).toHaveLength(1);
    expect((await call(teller, '/victims?state=told')).html).toContain('Told by Tola Adeyemi');
  });

  it('warns where the case no longer stands, and takes no word that it was told', async () => {
    const { call, kept } = desk('closed');
    const { html } = await call(teller, '/victims');
    expect(html).toContain('No longer so: do not tell');
    expect(html).not.toContain('The victim was told');
    await call(teller, `/victims/${update.id}/told`, 'POST');
    expect(kept.get(update.id)?.state).toBe('due');
  });

  it('shows another team nothing, and does nothing for it', async () => {
    const { call, kept } = desk();
    const other: Person = { ...stranger, roles: ['victim-officer'] };
    expect((await call(other, '/victims')).html).not.toContain('4217');
    expect((await call(other, `/victims/${update.id}/told`, 'POST')).status).toBe(404);
    expect(kept.get(update.id)?.state).toBe('due');
  });
});
