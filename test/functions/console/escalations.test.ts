import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../functions/console/app.ts';
import { type Escalation, escalationOf } from '../../../shared/domain/escalation.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { aCase, aReviewer, aSource, partsOver, signedInAs } from '../../support/console-data.ts';
import { bello, lindt, osei, stranger } from '../../support/people.ts';

const item = aCase({ listing: { ...aCase().listing, title: '<b>iPhone</b> 13' } });

function anEscalation(fields: Partial<Escalation> = {}): Escalation {
  const call = {
    kind: 'returned',
    team: osei.team,
    source: item.listing.source,
    noticeId: 'N-7Kq2',
    caseIds: [item.id],
    occurrence: '1',
    why: 'The listing was gone and is offered again.',
  } as const;
  return { ...escalationOf(call, { by: 'verify', at: new Date('2026-11-20T12:00:00.000Z') }), ...fields };
}

function desk(...escalations: Escalation[]) {
  const parts = partsOver({ cases: [item], sources: [aSource()], escalations });
  const as = (person: Person) => createConsole({ ...parts, access: signedInAs(person) });
  const form = (note: string) => ({ method: 'POST', body: new URLSearchParams({ note }), headers: { 'sec-fetch-site': 'same-origin' } });
  return {
    parts,
    async open(person: Person, path = '/escalations') {
      const response = await as(person).request(path);
      return { status: response.status, html: await response.text() };
    },
    async send(person: Person, act: 'take' | 'close', note = '', id = escalations[0]?.id ?? '') {
      const response = await as(person).request(`http://console.example/escalations/${id}/${act}`, form(note));
      return { status: response.status, to: response.headers.get('location'), html: await response.text() };
    },
    async call(person: Person, path: string, body?: object) {
      const sent = body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
      const response = await as(person).request(`http://console.example/api/v1${path}`, sent);
      return { status: response.status, body: JSON.parse(await response.text()) };
    },
  };
}

describe('the page of escalations', () => {
  it('says of each why, what to do, since when, and of which case, with the platform’s words escaped', async () => {
    const { open, parts } = desk(anEscalation());
    const { html } = await open(osei);
    for (const text of [
      'The listing was gone and is offered again.',
      'ring the platform and name the notice',
      'N-7Kq2',
      '2 days ago',
      `href="/cases/${item.id}"`,
      '&lt;b&gt;iPhone&lt;/b&gt; 13',
    ]) {
      expect(html).toContain(text);
    }
    expect(parts.events).toMatchObject([{ act: 'escalations-viewed', actor: osei.id, subject: { kind: 'queue' } }]);
  });

  it('shows a platform’s newest words escaped, and how many answers there were', async () => {
    const { open } = desk(anEscalation({ kind: 'disputed', answers: { newest: 7, counted: 7, words: 'It is <i>a case</i>.' } }));
    const { html } = await open(osei);
    expect(html).toMatch(/7 answers, the newest:.*It is &lt;i&gt;a case&lt;\/i&gt;\./s);
  });

  it('is named with the number that nobody has taken on every page of whoever works on cases, and of nobody else', async () => {
    const { open } = desk(anEscalation(), anEscalation({ id: 'E-2', state: 'closed' }));
    expect((await open(osei, '/scans')).html).toMatch(/href="\/escalations">Escalations <span class="fw-header__count">1</);
    expect((await open(stranger, '/scans')).html).not.toContain('fw-header__count');
    expect((await open(lindt, '/audit')).html).not.toContain('Escalations');
    expect((await open(lindt)).status).toBe(403);
  });

  it('shows another team nothing, and does nothing for it', async () => {
    const { open, send, parts } = desk(anEscalation());
    expect((await open(stranger)).html).toContain('Nothing waits for a person.');
    expect((await send(stranger, 'take')).status).toBe(404);
    expect((await parts.escalations.get(anEscalation().id))?.state).toBe('open');
  });

  it('is worked on by taking one with a note and closing it with another, each on record', async () => {
    const { open, send, parts } = desk(anEscalation());
    expect(await send(osei, 'take', 'ringing them')).toMatchObject({ status: 303, to: '/escalations?state=taken' });
    expect((await open(osei, '/escalations?state=taken')).html).toMatch(/Taken by Ama Osei.*ringing them/s);
    expect((await send(osei, 'close', 'They took it down.')).status).toBe(303);
    expect((await open(osei, '/escalations?state=closed')).html).toMatch(/Closed by Ama Osei.*They took it down\./s);
    const acts = parts.events.filter(({ subject }) => subject.kind === 'case').map(({ act, actor, outcome }) => [act, actor, outcome]);
    expect(acts).toEqual([
      ['escalation-taken', osei.id, 'done'],
      ['escalation-closed', osei.id, 'done'],
    ]);
  });

  it('closes none without a word, and none that a colleague has, until it is taken over', async () => {
    const { send, parts } = desk(anEscalation());
    expect((await send(osei, 'close', 'Done.')).status).toBe(409);
    await send(osei, 'take');
    expect(await send(osei, 'close', '  ')).toMatchObject({ status: 422, html: expect.stringContaining('Say what came of it') });
    expect(await send(bello, 'close', 'Done.')).toMatchObject({ status: 409, html: expect.stringContaining('A colleague has it') });
    expect(parts.events.at(-2)).toMatchObject({ act: 'escalation-closed', outcome: 'refused', detail: { because: 'taken-by-another' } });
    await send(bello, 'take');
    expect((await send(bello, 'close', 'Done.')).status).toBe(303);
  });
});

describe('the API of escalations', () => {
  it('lists, takes and closes them under the same rules', async () => {
    const { call } = desk(anEscalation());
    const { body } = await call(osei, '/escalations');
    expect(body.escalations).toMatchObject([{ kind: 'returned', state: 'open', notice: 'N-7Kq2', cases: [item.id] }]);
    expect(body.escalations[0]).not.toHaveProperty('team');
    const path = `/escalations/${anEscalation().id}`;
    expect(await call(osei, `${path}/close`, { note: 'Done.' })).toMatchObject({ status: 409, body: { code: 'not-taken' } });
    expect(await call(osei, `${path}/take`, {})).toMatchObject({
      status: 200,
      body: { state: 'taken', taken: { by: { name: 'Ama Osei' } } },
    });
    expect((await call(osei, `${path}/close`, {})).status).toBe(422);
    expect(await call(osei, `${path}/close`, { note: 'Done.' })).toMatchObject({ status: 200, body: { state: 'closed' } });
    expect((await call(aReviewer({ team: 'north' }), `${path}/take`, {})).status).toBe(404);
  });
});
