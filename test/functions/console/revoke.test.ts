import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../functions/console/app.ts';
import type { ConsoleParts } from '../../../functions/console/parts.ts';
import { deliverNotice } from '../../../functions/deliver/deliver.ts';
import { recallNotices } from '../../../functions/deliver/recall.ts';
import { notify } from '../../../functions/notify/notify.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { Person, Role } from '../../../shared/domain/person.ts';
import { partsOver, signedInAs } from '../../support/console-data.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createNoticeDesk, type NoticeDesk } from '../../support/notice-desk.ts';
import { aDelivery } from '../../support/pipeline-parts.ts';

const aws = useEmbeddedAws();
const wrong = { code: 'not-the-device', note: 'The photo is from another box' };

describe('a confirmation that is taken back', () => {
  it('closes the case as refused, and what the platform was told of it is recalled once however often it is sent', async () => {
    const { desk, item, id } = await delivered();
    expect((await open(desk, item)).html).toContain('Take the confirmation back');
    const answers = await Promise.all([post(desk, item, wrong), post(desk, item, wrong)]);
    expect(answers.sort()).toEqual([303, 409]);
    expect(await post(desk, item, wrong)).toBe(409);
    expect(await desk.cases.get(item.id)).toMatchObject({
      state: 'closed',
      closedBecause: 'The confirmation was taken back by Carys Evans: not-the-device.',
      refusal: { reason: 'not-the-device', by: 'carys' },
    });

    const lost = desk.deliverQueue.sent.filter(({ body }) => 'type' in body && body.type === 'case-lost');
    for (const _ of lost) await lose(desk, item);
    const ids = (await desk.notices.idsOfCase(item.id)).filter((each) => each !== id);
    expect(ids).toEqual([`${id}-R1`]);
    expect((await desk.notices.get(`${id}-R1`))?.notice).toMatchObject({ kind: 'recall', reason: 'decision-wrong', refersTo: id });

    const rows = await desk.audit.ofSubject('case', item.id);
    expect(rows.filter(({ act, outcome }) => act === 'confirmation-revoked' && outcome === 'done')).toMatchObject([
      { actor: 'carys', detail: { code: 'not-the-device' } },
    ]);
    expect(rows.filter(({ act }) => act === 'recall-written')).toHaveLength(1);
    const { html } = await open(desk, item);
    expect(html).toContain('Carys Evans: confirmation taken back: not the device');
    expect(html).toContain('The photo is from another box');
    expect(html).not.toContain(`/cases/${item.id}/revoke`);
  });

  it('is asked to be recalled before the case changes, under an id of its own each time', async () => {
    const { desk, item } = await delivered();
    desk.deliverQueue.sent.length = 0;
    const cases = { saveWork: () => Promise.reject(new Error('crashed')) };
    expect(await post(desk, item, wrong, { cases })).toBe(500);
    desk.clock.at += 1000;
    expect(await post(desk, item, wrong)).toBe(303);
    const sent = desk.deliverQueue.sent.map(({ body, deduplicationId }) => [body, deduplicationId]);
    expect(sent.map(([body]) => body)).toEqual(Array(2).fill({ type: 'case-lost', caseId: item.id }));
    expect(new Set(sent.map(([, deduplicationId]) => deduplicationId)).size).toBe(2);
  });

  it('needs a reason of the list and a note, a confirmed case, and a role that answers for notices', async () => {
    const { desk, item } = await delivered();
    desk.deliverQueue.sent.length = 0;
    expect(await post(desk, item, { ...wrong, note: ' ' })).toBe(422);
    expect(await post(desk, item, { ...wrong, code: 'confirmed-stolen' })).toBe(422);
    expect(await post(desk, item, wrong, { roles: ['reviewer'] })).toBe(403);
    expect((await open(desk, item, ['reviewer'])).html).not.toContain('Take the confirmation back');
    expect(await post(desk, item, wrong, { team: 'other' })).toBe(404);
    expect(desk.deliverQueue.sent).toEqual([]);
    expect(await desk.cases.get(item.id)).toEqual(item);
  });

  it('is done by a program of the force as well', async () => {
    const { desk, item } = await delivered();
    const ask = async (body: object) => {
      const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
      const request = { method: 'POST', body: JSON.stringify(body), headers };
      const answer = await consoleOf(desk, anOfficer(desk)).request(`/api/v1/cases/${item.id}/revoke`, request);
      return { status: answer.status, body: await answer.json() };
    };
    expect(await ask({ code: 'cannot-tell', note: '' })).toMatchObject({ status: 422, body: { code: 'note-missing' } });
    expect(await ask(wrong)).toMatchObject({ status: 200, body: { state: 'closed', decisions: [{}, {}, { stage: 'revocation' }] } });
    expect(await ask(wrong)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  });

  it('gives up a notice that waited to be handed in by form, and calls nobody to do it any more', async () => {
    const { desk, item, id } = await delivered({ how: 'form', url: 'https://marktplein.example/report' });
    expect(await desk.escalations.ofTeam(desk.source.id, 'open', 10)).toMatchObject([{ kind: 'to-hand-in', noticeId: id }]);
    await post(desk, item, wrong);
    await lose(desk, item);
    expect(await desk.notices.get(id)).toMatchObject({ state: 'dropped', stateBecause: 'nothing is left to ask' });
    expect(await desk.escalations.ofTeam(desk.source.id, 'open', 10)).toEqual([]);
  });
});

async function delivered(delivery: Parameters<NoticeDesk['deliverBy']>[0] = { how: 'webhook', url: 'https://marktplein.example/notices' }) {
  const desk = createNoticeDesk(aws);
  desk.deliverBy(delivery);
  const item = await desk.confirmed('1');
  const [id = ''] = (await notify(desk.notify)).written;
  await deliverNotice({ type: 'notice-written', noticeId: id }, aDelivery(), desk.deliver);
  return { desk, item, id };
}

async function lose(desk: NoticeDesk, { id: caseId }: Case): Promise<void> {
  await recallNotices({ type: 'case-lost', caseId }, aDelivery(), desk.deliver);
}

function anOfficer({ source }: NoticeDesk, changes: Partial<Person> = {}): Person {
  return { id: 'carys', name: 'Carys Evans', team: source.id, roles: ['notice-officer'], ...changes };
}

async function open(desk: NoticeDesk, { id }: Case, roles: Role[] = ['notice-officer']) {
  const answer = await consoleOf(desk, anOfficer(desk, { roles })).request(`/cases/${id}`);
  return { status: answer.status, html: await answer.text() };
}

type Changes = Partial<Person> & { cases?: Partial<ConsoleParts['cases']> };

async function post(desk: NoticeDesk, { id }: Case, form: Record<string, string>, { cases, ...changes }: Changes = {}): Promise<number> {
  const body = new URLSearchParams(form);
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await consoleOf(desk, anOfficer(desk, changes), cases).request(`/cases/${id}/revoke`, { method: 'POST', body, headers });
  return answer.status;
}

function consoleOf({ notices, cases, records, verifications, deliverQueue, audit, deliver }: NoticeDesk, person: Person, others = {}) {
  const { followUps, escalations, now } = deliver;
  const stores = { notices, cases: { ...cases, ...others }, records, verifications, followUps, escalations };
  return createConsole(partsOver({}, { ...stores, deliverQueue, audit, now, access: signedInAs(person) }));
}
