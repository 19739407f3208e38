import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../functions/console/app.ts';
import type { ConsoleParts } from '../../../functions/console/parts.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { aCase, aRecord, aReviewer, aRevision, aSource, IMEI, partsOver, signedInAs, type World } from '../../support/console-data.ts';

const id = 'k3Yb0sQeT1xWm2Rz9aLp';
const world: Partial<World> = { cases: [aCase()], records: [aRecord()], revisions: [aRevision()], sources: [aSource()] };

function api(person: Person | undefined = aReviewer(), overrides: Partial<ConsoleParts> = {}, over = world) {
  const parts = partsOver(over, { access: signedInAs(person), ...overrides });
  const app = createConsole(parts);
  return {
    events: parts.events,
    async get(path: string) {
      const response = await app.request(`/api/v1${path}`);
      return { status: response.status, type: response.headers.get('content-type'), body: JSON.parse(await response.text()) };
    },
    async post(path: string, body?: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) {
      const sent = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
      const response = await app.request(`http://console.example/api/v1${path}`, { method: 'POST', body: sent, headers });
      return { status: response.status, type: response.headers.get('content-type'), body: JSON.parse(await response.text()) };
    },
  };
}

describe('the API', () => {
  it('lists the queue and shows one case with its reasons, each on record', async () => {
    const { get, events } = api();
    const { body } = await get('/cases?state=ready&evidence=imei');
    expect(body.cases.map((item: { id: string }) => item.id)).toEqual([id]);
    const shown = await get(`/cases/${id}`);
    expect(shown.body).toMatchObject({ id, state: 'ready', record: '4217/26-A', evidence: { kind: 'imei' }, decisions: [] });
    expect(shown.body.evidence.lines.length).toBeGreaterThan(0);
    expect(events.map(({ act, detail }) => [act, detail?.['by']])).toEqual([
      ['queue-viewed', 'api'],
      ['case-viewed', 'api'],
    ]);
  });

  it('takes a case in hand, opens its evidence, decides it and takes that back', async () => {
    const { post, get } = api();
    expect((await post(`/cases/${id}/claim`)).body.claim).toMatchObject({ id: 'ama-osei' });
    const { body: seen } = await get(`/cases/${id}`);
    const decided = await post(`/cases/${id}/decision`, { code: 'not-the-device', seen: seen.seen });
    expect([decided.status, decided.body.state, decided.body.decisions[0].code]).toEqual([200, 'closed', 'not-the-device']);
    expect((await post(`/cases/${id}/undo`)).body.state).toBe('ready');
  });

  it('asks for the same before a confirmation as the page does', async () => {
    const { post, get } = api();
    await post(`/cases/${id}/claim`);
    const { body: seen } = await get(`/cases/${id}`);
    const confirm = { code: 'confirmed-stolen', seen: seen.seen };
    expect((await post(`/cases/${id}/decision`, confirm)).body).toMatchObject({ status: 409, code: 'evidence-not-opened' });
    expect((await post(`/cases/${id}/evidence`)).body).toMatchObject({ state: 'intact' });
    expect((await post(`/cases/${id}/decision`, confirm)).body.state).toBe('second-check');
  });

  it('says as problem details what stands in the way and which field is wrong', async () => {
    const { post } = api();
    const notMine = await post(`/cases/${id}/decision`, { code: 'not-the-device', seen: 'x' });
    expect([notMine.status, notMine.type, notMine.body.code]).toEqual([409, 'application/problem+json', 'not-claimed']);
    const wrong = await post(`/cases/${id}/decision`, { code: 'guilty' });
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual(['code', 'seen']);
    expect((await post('/cases/search', '{')).status).toBe(400);
    expect((await post('/cases/nothing/claim')).status).toBe(404);
  });

  it('finds by number and keeps the number out of the log', async () => {
    const { post, events } = api();
    const { body } = await post('/cases/search', { text: IMEI });
    expect(body.cases).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain(IMEI);
  });

  it('answers nobody who is not signed in, and nobody without the role, in the same form', async () => {
    const stranger = await api(undefined, { access: signedInAs(undefined) }).get('/cases');
    expect([stranger.status, stranger.type]).toEqual([401, 'application/problem+json']);
    const { get, events } = api(aReviewer({ roles: ['auditor'] }));
    expect((await get(`/cases/${id}`)).status).toBe(403);
    expect(events.map(({ act, outcome }) => [act, outcome])).toEqual([['page-opened', 'refused']]);
    expect((await get('/nothing')).type).toBe('application/problem+json');
  });

  it('shows nothing of another team', async () => {
    const { get } = api(aReviewer({ team: 'another' }));
    expect((await get(`/cases/${id}`)).status).toBe(404);
    expect((await get('/cases')).body.cases).toEqual([]);
  });

  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' }, 403],
    ['a text', { 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' }, 415],
  ])('does nothing for %s, which another site could send', async (_which, headers, status) => {
    const answer = await api().post(`/cases/${id}/hand-over`, '{"to":"x"}', headers);
    expect(answer.status).toBe(status);
  });

  it('gives auditors the log a page at a time', async () => {
    const { post } = api(aReviewer({ roles: ['auditor'] }));
    await post('/audit', { from: '2026-11-22', to: '2026-11-22' });
    const { body } = await post('/audit', { from: '2026-11-22', to: '2026-11-22', actor: 'ama-osei' });
    expect(body.rows[0]).toMatchObject({ act: 'audit-viewed', actorName: 'Ama Osei' });
    expect((await post('/audit', { from: '2026-11-23', to: '2026-11-22' })).body.errors[0].field).toBe('to');
  });
});

describe('the OpenAPI document', () => {
  it('is valid, open to whoever asks, and names every operation of the API', async () => {
    const { body } = await api(undefined, { access: signedInAs(undefined) }).get('/openapi.json');
    const { valid, errors } = await new Validator().validate(structuredClone(body));
    expect([valid, errors]).toEqual([true, undefined]);
    expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(['/api/v1/cases', '/api/v1/cases/{id}/decision', '/api/v1/audit']));
    expect(body.paths['/api/v1/cases/{id}/decision'].post.requestBody.content['application/json'].schema.required).toEqual([
      'code',
      'seen',
    ]);
  });
});
