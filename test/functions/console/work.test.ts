import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../functions/console/app.ts';
import type { ConsoleParts } from '../../../functions/console/parts.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { seenOf } from '../../../shared/domain/work-on-case.ts';
import {
  aCase,
  aListing,
  aMatch,
  aRecord,
  aRevision,
  aScan,
  aSource,
  NOW,
  partsOver,
  signedInAs,
  type World,
} from '../../support/console-data.ts';
import { bello, lindt, novak, osei } from '../../support/people.ts';

const id = 'k3Yb0sQeT1xWm2Rz9aLp';
const path = `/cases/${id}`;
const seen = seenOf(aCase());

type Form = Record<string, string> | string[][];

/** A console that several persons use one after another, over one world and one clock. */
function aDesk(over: Partial<World> = {}, overrides: Partial<ConsoleParts> = {}) {
  const world = {
    cases: [aCase()],
    listings: [aListing()],
    revisions: [aRevision()],
    records: [aRecord()],
    scans: [aScan()],
    sources: [aSource()],
    ...over,
  };
  let now = NOW;
  const parts = partsOver(world, { now: () => now, ...overrides });
  async function ask(person: Person, address: string, form?: Form) {
    const app = createConsole({ ...parts, access: signedInAs(person) });
    const body = new URLSearchParams();
    for (const [name = '', value = ''] of Array.isArray(form) ? form : Object.entries(form ?? {})) body.append(name, value);
    const request = form && { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } };
    const response = await app.request(address, request);
    return { status: response.status, to: response.headers.get('location'), html: await response.text() };
  }
  return {
    parts,
    open: (person: Person, address: string) => ask(person, address),
    send: (person: Person, address: string, form: Form = {}) => ask(person, address, form),
    pass: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
    caseNow: async () => parts.cases.get(id),
    rows: () => parts.events.filter(({ act }) => !act.endsWith('-viewed')).map(({ actor, act, outcome }) => `${actor} ${act} ${outcome}`),
  };
}

describe('the work on a case', () => {
  it('goes from the queue over two persons to a confirmed case, each act on record', async () => {
    const desk = aDesk();
    expect((await desk.open(osei, '/cases')).html).toContain('Take the next case');
    expect(await desk.send(osei, '/cases/next', { queue: 'ready' })).toMatchObject({ status: 303, to: path });
    expect((await desk.open(osei, path)).html).toContain('It is in your hands until 22 Nov 2026, 14:20.');

    expect(await desk.send(osei, `${path}/evidence`)).toMatchObject({ status: 303, to: `${path}/evidence` });
    const decided = await desk.send(osei, `${path}/decision`, { code: 'confirmed-stolen', seen, queue: 'ready', goOn: 'next' });
    expect(decided).toMatchObject({ status: 303, to: `/cases?state=ready&decided=${id}` });
    expect((await desk.open(osei, decided.to ?? '')).html).toMatch(
      /Confirmed stolen:[\s\S]*It takes effect at 14:06:00\.[\s\S]*Take it back/,
    );

    expect((await desk.open(novak, path)).html).toContain('It takes effect at 14:06:00. From then on another person can take the case.');
    expect((await desk.open(osei, path)).html).not.toContain('can take the case');
    desk.pass(61);
    const second = await desk.open(novak, path);
    expect(second.html).toContain('Ama Osei confirmed it on 22 Nov 2026, 14:05. Another person is asked: look for yourself.');
    await desk.send(novak, `${path}/claim`);
    await desk.send(novak, `${path}/evidence`);
    const agreed = { code: 'confirmed-stolen', seen: seenOf({ ...aCase(), state: 'second-check' }), queue: 'second-check', goOn: 'stay' };
    expect(await desk.send(novak, `${path}/decision`, agreed)).toMatchObject({ status: 303, to: path });
    desk.pass(60);
    expect((await desk.open(osei, path)).html).toContain('Confirmed by Ama Osei and Jan Novak, in effect since 22 Nov 2026, 14:07.');
    expect(desk.rows()).toEqual([
      'osei case-claimed done',
      'osei evidence-opened done',
      'osei case-decided attempted',
      'osei case-decided done',
      'novak case-claimed done',
      'novak evidence-opened done',
      'novak case-decided attempted',
      'novak case-decided done',
    ]);
  });

  it.each([
    ['waiting', 'waits for a place in the day’s queue'],
    ['held', 'kept back until a person has decided'],
    ['opened', 'Its evidence is being captured'],
  ] as const)('that nobody can take yet says why: %s', async (state, why) => {
    const { html } = await aDesk({ cases: [aCase({ state })] }).open(osei, path);
    expect(html).toContain(why);
    expect(html).not.toContain('Take this case');
  });

  it('is taken back within the minute, and says so when it is too late', async () => {
    const desk = aDesk();
    await desk.send(osei, `${path}/claim`);
    await desk.send(osei, `${path}/decision`, { code: 'not-the-device', seen, goOn: 'next', queue: 'ready' });
    expect(await desk.caseNow()).toMatchObject({ state: 'closed', refusal: { reason: 'not-the-device', by: 'osei' } });
    desk.pass(59);
    expect(await desk.send(osei, `${path}/undo`)).toMatchObject({ status: 303, to: path });
    expect(await desk.caseNow()).toMatchObject({ state: 'ready', work: { claim: { by: { id: 'osei' } } } });
    await desk.send(osei, `${path}/decision`, { code: 'not-the-device', seen, goOn: 'next', queue: 'ready' });
    desk.pass(60);
    const late = await desk.send(osei, `${path}/undo`);
    expect(late.status).toBe(409);
    expect(late.html).toContain('Too late to take it back');
    expect((await desk.open(novak, path)).html).toContain('Closed on 22 Nov 2026, 14:05 by Ama Osei: not the device.');
  });

  it('is decided once by two who decide at once', async () => {
    const desk = aDesk();
    await desk.send(osei, `${path}/claim`);
    const decision = { seen, queue: 'ready', goOn: 'stay' };
    const both = await Promise.all([
      desk.send(osei, `${path}/decision`, { ...decision, code: 'not-the-device' }),
      desk.send(osei, `${path}/decision`, { ...decision, code: 'legitimate-sale' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await desk.caseNow())?.work?.decisions).toHaveLength(1);
  });

  it('comes up one after another, without those in other hands', async () => {
    const cases = ['a', 'b', 'c'].map((name, index) => aCase({ id: name, match: aMatch({ bits: 9 - index }) }));
    const desk = aDesk({ cases });
    expect((await desk.send(osei, '/cases/next', { queue: 'ready' })).to).toBe('/cases/a');
    expect((await desk.send(novak, '/cases/next', { queue: 'ready' })).to).toBe('/cases/b');
    const next = await desk.send(osei, '/cases/a/decision', { code: 'cannot-tell', seen, queue: 'ready', goOn: 'next' });
    expect(next.to).toBe('/cases/c?decided=a');
    expect((await desk.open(osei, next.to ?? '')).html).toMatch(/Cannot tell:[\s\S]*action="\/cases\/a\/undo"/);
    expect((await desk.open(novak, next.to ?? '')).html).not.toContain('action="/cases/a/undo"');
  });
});

describe('a form that cannot be followed', () => {
  it.each([
    [{ code: 'record-wrong' }, 422, 'A note is needed', 'href="#note"'],
    [{ code: 'needs-information', note: 'Ask the owner', holdDays: '400' }, 422, 'Days are needed', 'href="#holdDays"'],
    [{ code: 'nonsense', note: 'Half a <note>' }, 422, 'Choose a reason', 'Half a &lt;note&gt;</textarea>'],
    [{ code: 'confirmed-stolen' }, 409, 'Open the evidence first', 'Your decision'],
    [{ code: 'not-the-device', seen: 'ready 1 older' }, 409, 'The case has changed', 'Your decision'],
  ])('%j says why, and keeps what was entered', async (form, status, heading, kept) => {
    const desk = aDesk();
    await desk.send(osei, `${path}/claim`);
    const answer = await desk.send(osei, `${path}/decision`, { seen, queue: 'ready', ...form });
    expect([answer.status, answer.html.includes(heading), answer.html.includes(kept)]).toEqual([status, true, true]);
    expect((await desk.caseNow())?.state).toBe('ready');
  });

  it('of whoever has no business with it is refused, and on record', async () => {
    const desk = aDesk();
    expect((await desk.send(lindt, `${path}/claim`)).status).toBe(403);
    expect((await desk.send(bello, `${path}/claim`)).html).toContain('This is for a reviewer.');
    expect((await desk.send({ ...osei, team: 'north' }, `${path}/claim`)).status).toBe(404);
    expect(desk.rows()).toEqual(['lindt form-sent refused', 'bello case-claimed refused', 'osei case-claimed refused']);
  });

  it('that confirms on a record withdrawn meanwhile is refused', async () => {
    const desk = aDesk({ records: [aRecord({ status: 'recovered' })] });
    await desk.send(osei, `${path}/claim`);
    await desk.send(osei, `${path}/evidence`);
    const answer = await desk.send(osei, `${path}/decision`, { code: 'confirmed-stolen', seen, queue: 'ready' });
    expect(answer.html).toContain('The record is no longer looked for');
    expect((await desk.caseNow())?.state).toBe('ready');
  });
});

describe('the evidence', () => {
  it('shows where the number stands in the page as captured, as text', async () => {
    const { html } = await aDesk().open(osei, `${path}/evidence`);
    expect(html).toContain('<mark class="fw-find"><bdi dir="auto">35-693803-564380-9</bdi></mark>');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('their hash is the one that was noted');
    expect(html).toContain('Read before, and not in this page');
  });

  it.each([
    ['other bytes', async () => ({ bytes: new Uint8Array([1]), contentType: 'text/html' })],
    ['nothing', async () => undefined],
  ])('that turns out to be %s counts as not opened', async (_, get) => {
    const desk = aDesk({}, { evidence: { get } });
    await desk.send(osei, `${path}/claim`);
    const answer = await desk.send(osei, `${path}/evidence`);
    expect([answer.status, answer.html.includes('not what was captured')]).toEqual([409, true]);
    expect((await desk.caseNow())?.work?.opened).toEqual([]);
  });
});

describe('a case in hand', () => {
  it('is handed over to a colleague who has worked here, with a note', async () => {
    const desk = aDesk({ cases: [aCase(), aCase({ id: 'other' })] });
    await desk.send(novak, '/cases/other/claim');
    await desk.send(osei, `${path}/claim`);
    expect((await desk.open(osei, path)).html).toContain('<option value="novak">Jan Novak</option>');
    expect((await desk.send(osei, `${path}/hand-over`, { to: 'nobody' })).html).toContain('Choose a colleague');
    expect(await desk.send(osei, `${path}/hand-over`, { to: 'novak', note: 'My shift <ends>' })).toMatchObject({ status: 303 });
    expect((await desk.open(novak, path)).html).toMatch(/It is in your hands[\s\S]*Ama Osei handed it over\.[\s\S]*My shift &lt;ends&gt;/);
    expect((await desk.open(osei, path)).html).toContain('Jan Novak has it in hand until 23 Nov 2026, 14:05.');
  });

  it('goes back with release, and to another when the time is over', async () => {
    const desk = aDesk();
    await desk.send(osei, `${path}/claim`);
    expect((await desk.open(novak, '/cases')).html).toContain('In the hands of Ama Osei until 22 Nov 2026, 14:20');
    expect((await desk.send(novak, `${path}/claim`)).html).toContain('Ama Osei has this case in hand until 14:20:00.');
    desk.pass(15 * 60);
    expect((await desk.send(novak, `${path}/claim`)).status).toBe(303);
    await desk.send(novak, `${path}/release`);
    expect((await desk.open(osei, path)).html).toContain('Nobody has it in hand.');
  });

  it('of a flood takes what is held with it along, and gives it back', async () => {
    const flood = aCase({ kind: 'flood', floodOf: 'record' });
    const held = ['h1', 'h2'].map((name) => aCase({ id: name, state: 'held' }));
    const desk = aDesk({ cases: [flood, ...held] });
    const states = () => Promise.all([id, 'h1', 'h2'].map(async (each) => (await desk.parts.cases.get(each))?.state));
    await desk.send(osei, `${path}/claim`);
    expect((await desk.open(osei, path)).html).not.toContain('value="confirmed-stolen"');
    await desk.send(osei, `${path}/decision`, { code: 'record-wrong', note: 'A shop’s spare number', seen, queue: 'ready' });
    expect(await states()).toEqual(['closed', 'closed', 'closed']);
    await desk.send(osei, `${path}/undo`);
    expect(await states()).toEqual(['ready', 'held', 'held']);
    await desk.send(osei, `${path}/flood-is-real`);
    expect(await states()).toEqual(['closed', 'opened', 'opened']);
  });

  it('whose record went while it was closed is closed again when that is taken back', async () => {
    const records = [aRecord()];
    const desk = aDesk({ records });
    await desk.send(osei, `${path}/claim`);
    await desk.send(osei, `${path}/decision`, { code: 'cannot-tell', seen, queue: 'ready' });
    records[0] = aRecord({ status: 'withdrawn' });
    await desk.send(osei, `${path}/undo`);
    expect(await desk.caseNow()).toMatchObject({ state: 'closed', closedBecause: 'The record is no longer looked for.' });
  });
});

describe('cases refused together', () => {
  const names = ['a', 'b', 'c'];
  const many = () => aDesk({ cases: names.map((name) => aCase({ id: name, listing: { ...aCase().listing, title: `Phone ${name}` } })) });
  const chosen = names.map((name) => ['id', name]);
  const values = (html: string) => [...html.matchAll(/name="case" value="([^"]+)"/g)].map(([, value]) => ['case', value ?? '']);

  it('are previewed with what speaks for each, refused for one reason, and taken back together', async () => {
    const desk = many();
    const states = () => Promise.all(names.map(async (name) => (await desk.parts.cases.get(name))?.state));
    expect((await desk.open(osei, '/cases')).html).toContain('form="refuse-many"');
    await desk.send(novak, '/cases/b/claim');
    const preview = await desk.send(osei, '/cases/refuse-many/preview', [
      ...chosen,
      ['reason', 'legitimate-sale'],
      ['note', 'The insurer’s shop'],
    ]);
    expect(preview.html).toMatch(
      /Refuse 2 cases as “Legitimate sale”[\s\S]*The listing shows the IMEI of the stolen record\.[\s\S]*Stays as it is: Jan Novak/,
    );
    expect(await states()).toEqual(['ready', 'ready', 'ready']);

    const refused = await desk.send(osei, '/cases/refuse-many', [
      ...values(preview.html),
      ['reason', 'legitimate-sale'],
      ['note', 'The insurer’s shop'],
    ]);
    expect(refused.html).toContain('Refused: legitimate sale: 2 cases');
    expect(await states()).toEqual(['closed', 'ready', 'closed']);
    expect((await desk.parts.cases.get('c'))?.work?.decisions).toMatchObject([{ code: 'legitimate-sale', note: 'The insurer’s shop' }]);

    await desk.send(osei, '/cases/take-back-many', [
      ['id', 'a'],
      ['id', 'c'],
    ]);
    expect(await states()).toEqual(['ready', 'ready', 'ready']);
    expect((await desk.open(novak, '/cases/a')).html).toContain('Nobody has it in hand.');
  });

  it('leave out what changed after the preview, and what went to other hands', async () => {
    const desk = many();
    const preview = await desk.send(osei, '/cases/refuse-many/preview', [...chosen, ['reason', 'not-the-device']]);
    await desk.send(novak, '/cases/a/claim');
    const stale = values(preview.html).map(([name, value = '']) => [name ?? '', value.startsWith('b ') ? 'b ready 1 older' : value]);
    const refused = await desk.send(osei, '/cases/refuse-many', [...stale, ['reason', 'not-the-device']]);
    expect(refused.html).toMatch(/Refused: not the device: 1 case[\s\S]*2 cases stayed as they were/);
    expect((await desk.open(novak, '/cases/b')).html).toContain('Nobody has it in hand.');
  });

  it.each([
    ['a confirmation', [['reason', 'confirmed-stolen'], ...chosen]],
    ['a hold', [['reason', 'needs-information'], ...chosen]],
    ['nothing', [['reason', 'cannot-tell']]],
    ['too many', [['reason', 'cannot-tell'], ...Array.from({ length: 51 }, (_, index) => ['id', `${index}`])]],
  ])('are never %s', async (_, form) => {
    const desk = many();
    for (const address of ['/cases/refuse-many/preview', '/cases/refuse-many'])
      expect(
        (
          await desk.send(
            osei,
            address,
            form.map(([name = '', value = '']) => [address.endsWith('many') && name === 'id' ? 'case' : name, value]),
          )
        ).status,
      ).toBe(422);
  });
});

describe('the quality of decisions', () => {
  it('is looked at by bringing some refusals before another person, who cannot tell them from other cases', async () => {
    const cases = Array.from({ length: 50 }, (_, index) => aCase({ id: `q${index}` }));
    const desk = aDesk({ cases });
    for (const item of cases) {
      await desk.send(osei, `/cases/${item.id}/claim`);
      desk.pass(20);
      await desk.send(osei, `/cases/${item.id}/decision`, { code: 'not-the-device', seen, queue: 'ready' });
    }
    const looks = (await desk.parts.cases.queue({ team: 'default', state: 'ready', limit: 50 })).cases;
    expect(looks.length).toBeGreaterThan(0);
    expect(looks.length).toBeLessThan(10);
    const [look] = looks;
    expect((await desk.send(osei, '/cases/next', { queue: 'ready' })).to).toBe('/cases?state=ready');

    const { html } = await desk.open(novak, `/cases/${look?.id}`);
    expect(html).not.toMatch(new RegExp(`second look|check of|golden|/cases/${look?.check?.of}"`, 'i'));
    await desk.send(novak, `/cases/${look?.id}/claim`);
    desk.pass(10);
    await desk.send(novak, `/cases/${look?.id}/decision`, { code: 'legitimate-sale', seen, queue: 'ready' });
    const figures = await desk.open(osei, '/quality');
    expect(figures.html).toMatch(/2026-W47[\s\S]*>51<[\s\S]*>20<[\s\S]*>–<[\s\S]*>1 of 1</);
  });

  it('asks nothing about a refusal that was taken back', async () => {
    const cases = Array.from({ length: 50 }, (_, index) => aCase({ id: `q${index}` }));
    const desk = aDesk({ cases });
    for (const { id: each } of cases) {
      await desk.send(osei, `/cases/${each}/claim`);
      await desk.send(osei, `/cases/${each}/decision`, { code: 'not-the-device', seen, queue: 'ready' });
      await desk.send(osei, `/cases/${each}/undo`);
    }
    const { cases: ready } = await desk.parts.cases.queue({ team: 'default', state: 'ready', limit: 100 });
    expect(ready.filter(({ check }) => check)).toEqual([]);
    expect((await desk.open(osei, '/quality')).html).toMatch(/2026-W47[\s\S]*?>0</);
  });
});
