import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../functions/console/app.ts';
import type { ConsoleParts } from '../../../functions/console/parts.ts';
import { deliverNotice } from '../../../functions/deliver/deliver.ts';
import { recallNotices } from '../../../functions/deliver/recall.ts';
import { notify } from '../../../functions/notify/notify.ts';
import { verify } from '../../../functions/verify/verify.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { Person, Role } from '../../../shared/domain/person.ts';
import { partsOver, signedInAs } from '../../support/console-data.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createNoticeDesk, type NoticeDesk } from '../../support/notice-desk.ts';
import { anAnswerTo } from '../../support/notices.ts';
import { aDelivery } from '../../support/pipeline-parts.ts';

const aws = useEmbeddedAws();
const form = 'https://marktplein.example/report';

describe('a notice that goes by the platform’s own form', () => {
  it('is shown field by field and as one text, with the form’s address and a way to mark it', async () => {
    const { desk, items, id } = await prepared();
    const { status, html } = await open(desk, `/notices/${id}`);
    expect(status).toBe(200);
    expect(html).toContain('To be handed in by form');
    expect(html).toContain(form);
    for (const name of ['What we ask', 'Why', 'Legal ground', 'Good faith', 'To dispute this', 'As one text', 'Mark as handed in'])
      expect(html).toContain(name);
    for (const { listing } of items) expect(html).toContain(listing.url);
    expect(desk.sent).toEqual([]);
    expect(await open(desk, `/cases/${items[0]?.id}`)).toMatchObject({ html: expect.stringContaining(`/notices/${id}`) });
  });

  it('counts as delivered once an officer marks it: who, when, what the platform called it; then its listings are looked at again', async () => {
    const { desk, items, id } = await prepared();
    const listed = items.map((item) => item.id).join(',');
    desk.clock.at += 60_000;
    expect(await mark(desk, id, { listed, receipt: ' T-99\r\n17 ' })).toMatchObject({ status: 303 });
    const stored = await desk.notices.get(id);
    // The 48 hours that its platform has count from handing in.
    expect(stored?.notice.request.respondBy).toBe('2026-11-24T12:01:00.000Z');
    expect(stored).toMatchObject({
      state: 'delivered',
      deliveredAt: '2026-11-22T12:01:00.000Z',
      handIn: { by: { id: 'carys', name: 'Carys Evans' }, receipt: 'T-99 17' },
      attempts: [{ outcome: 'taken', said: 'T-99 17' }],
    });
    expect((await desk.verifications.ofNotice(id)).map(({ caseId }) => caseId).sort()).toEqual(items.map((item) => item.id).sort());
    for (const item of items) {
      const rows = await desk.audit.ofSubject('case', item.id);
      expect(rows.at(-1)).toMatchObject({ act: 'notice-delivered', actor: 'carys', detail: { noticeId: id, channel: 'form' } });
    }
    expect((await open(desk, `/notices/${id}`)).html).toContain('Handed in by Carys Evans');
  });

  it('is marked by a program of the force as well, under the same rules', async () => {
    const { desk, items, id } = await prepared();
    const cases = items.map((item) => item.id);
    const ask = async (body: object, by = anOfficer(desk)) => {
      const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
      const answer = await consoleOf(desk, by).request(`/api/v1/notices/${id}/hand-in`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers,
      });
      return answer.status;
    };
    expect(await ask({ cases }, anOfficer(desk, { team: 'other' }))).toBe(404);
    expect(await ask({ cases }, anOfficer(desk, { roles: ['reviewer'] }))).toBe(403);
    expect(await ask({ cases: ['case-of-another'] })).toBe(409);
    expect(await ask({ cases, receipt: 'T-1' })).toBe(200);
    expect(await desk.notices.get(id)).toMatchObject({ state: 'delivered', handIn: { receipt: 'T-1' } });
  });

  it('shows on its page what the platform said of it since, and what was seen', async () => {
    const { desk, items, id } = await prepared();
    const [first, second] = items as [Case, Case];
    await mark(desk, id, { listed: `${first.id},${second.id}` });
    desk.clock.at += 61 * 60_000;
    desk.fetcher.answer(second.listing.url, { outcome: 'failed', why: 'HTTP 410', status: 410 });
    await verify(desk.verify, new AbortController().signal);
    const stored = await desk.notices.get(id);
    if (stored === undefined) throw new Error('It was written');
    const answer = anAnswerTo(stored, { answer: 'wrong', words: 'The photo is from another box.' });
    const { html } = await open(desk, `/notices/${id}`, {
      answers: { ofNotice: async () => [{ ...answer, caseId: first.id, number: 1 }] },
    });
    expect(html).toContain(`Case ${first.id}: Marktplein: disputes the notice. “The photo is from another box.”`);
    expect(html).toContain(`Case ${first.id}: Looked again: still offered`);
    expect(html).toContain(`Case ${second.id}: Looked again: could not be seen (HTTP 410)`);
  });

  it('is not changed by a second mark, whoever makes it', async () => {
    const { desk, items, id } = await prepared();
    const [first, second] = items;
    await mark(desk, id, { listed: `${first?.id}`, receipt: 'first' });
    const marked = await desk.notices.get(id);
    desk.clock.at += 60_000;
    expect(
      await mark(desk, id, { listed: `${second?.id}`, receipt: 'second' }, { by: anOfficer(desk, { id: 'ben', name: 'Ben' }) }),
    ).toMatchObject({ status: 303 });
    expect(await desk.notices.get(id)).toEqual(marked);
    expect(await desk.verifications.ofNotice(id)).toHaveLength(1);
  });

  it('is marked by nobody of another team or another role', async () => {
    const { desk, items, id } = await prepared();
    const listed = items.map((item) => item.id).join(',');
    const stranger = anOfficer(desk, { team: 'other' });
    expect(await mark(desk, id, { listed }, { by: stranger })).toMatchObject({ status: 404 });
    expect(await open(desk, `/notices/${id}`, { by: stranger })).toMatchObject({ status: 404 });
    expect(await mark(desk, id, { listed }, { by: anOfficer(desk, { roles: ['reviewer'] }) })).toMatchObject({ status: 403 });
    expect((await open(desk, `/notices/${id}`, { by: anOfficer(desk, { roles: ['reviewer'] }) })).html).not.toContain('Mark as handed in');
    expect(await desk.notices.get(id)).toMatchObject({ state: 'to-hand-in' });
  });

  it('is not marked without a listing of its own, and a webhook’s never', async () => {
    const { desk, id } = await prepared();
    expect(await mark(desk, id, { listed: 'case-of-another' })).toMatchObject({ status: 409 });
    expect(await desk.notices.get(id)).toMatchObject({ state: 'to-hand-in' });
    const other = await prepared({ how: 'webhook', url: 'https://marktplein.example/notices' });
    expect(await mark(other.desk, other.id, { listed: other.items.map((item) => item.id).join(',') })).toMatchObject({ status: 409 });
  });

  it('leaves out what lost its ground while it waited', async () => {
    const { desk, items, id } = await prepared();
    const [lost, kept] = items;
    if (lost === undefined || kept === undefined) throw new Error('Two were confirmed');
    await withdraw(desk, lost);
    const { html } = await open(desk, `/notices/${id}`);
    expect(html).not.toContain(lost.listing.url);
    expect(html).toContain(`Case ${lost.id}: it has lost its ground since`);
    expect(html).toContain(`name="listed" value="${kept.id}"`);
    await mark(desk, id, { listed: kept.id });
    expect(await desk.notices.get(id)).toMatchObject({
      cases: [{ caseId: kept.id }],
      notice: { targets: [{ url: kept.listing.url }] },
      left: [{ caseId: lost.id, why: 'it was not handed in' }],
    });
  });

  it('that lost all ground asks to be left alone, and when it was handed in already it is taken back by form as well', async () => {
    const { desk, items, id } = await prepared();
    for (const item of items) await withdraw(desk, item);
    expect(await desk.notices.get(id)).toMatchObject({ state: 'dropped' });
    expect((await open(desk, `/notices/${id}`)).html).toContain('Nothing is left to ask: do not hand it in.');

    const [item] = items;
    desk.deliverQueue.sent.length = 0;
    await mark(desk, id, { listed: `${item?.id}`, receipt: 'T-9917' });
    expect(await desk.notices.get(id)).toMatchObject({ state: 'delivered', cases: [{ caseId: item?.id }] });
    // Under an id of its own: SQS would take it for the request that found nothing to take back minutes ago.
    expect(desk.deliverQueue.sent).toMatchObject([
      { body: { type: 'case-lost', caseId: item?.id }, deduplicationId: `${id}#${item?.id}#handed-in` },
    ]);
    await recallNotices({ type: 'case-lost', caseId: `${item?.id}` }, aDelivery(), desk.deliver);
    const [recallId = ''] = (await desk.notices.idsOfCase(`${item?.id}`)).filter((each) => each !== id);
    await deliverNotice({ type: 'notice-written', noticeId: recallId }, aDelivery(), desk.deliver);
    expect(await desk.notices.get(recallId)).toMatchObject({ state: 'to-hand-in', notice: { kind: 'recall', refersTo: id } });
    const { html } = await open(desk, `/notices/${recallId}`);
    expect(html).toContain(`We take back notice ${id}`);
    expect(html).toMatch(/Name in it what the platform called the earlier notice:[^\n]*T-9917/);
    expect(html).not.toContain('looked at again whether the listings go');
    await mark(desk, recallId, { listed: `${item?.id}` });
    expect(await desk.notices.get(recallId)).toMatchObject({ state: 'delivered' });
    expect(await desk.verifications.ofNotice(recallId)).toEqual([]);
  });
});

describe('a notice that could not be delivered', () => {
  it('is sent again by an officer once what stood in the way is mended, and only then', async () => {
    const { desk, id } = await refused();
    expect((await open(desk, `/notices/${id}`)).html).toContain('Send it again');
    desk.deliverQueue.sent.length = 0;
    expect(await post(desk, `/notices/${id}/send-again`)).toMatchObject({ status: 303 });
    expect(await post(desk, `/notices/${id}/send-again`)).toMatchObject({ status: 409 });
    expect(desk.deliverQueue.sent).toMatchObject([{ body: { type: 'notice-written', noticeId: id } }]);
    await deliverNotice({ type: 'notice-written', noticeId: id }, aDelivery(), desk.deliver);
    expect(await desk.notices.get(id)).toMatchObject({
      state: 'delivered',
      stateBecause: 'sent again by Carys Evans',
      attempts: [{ outcome: 'never' }, { outcome: 'taken' }],
    });
  });

  it('calls a person again when it fails again', async () => {
    const { desk, id } = await refused();
    await post(desk, `/notices/${id}/send-again`);
    desk.answers.push({ outcome: 'never', why: 'HTTP 410', status: 410 });
    await expect(deliverNotice({ type: 'notice-written', noticeId: id }, aDelivery(), desk.deliver)).rejects.toThrow('HTTP 410');
    expect(await desk.escalations.ofTeam(desk.source.id, 'open', 10)).toHaveLength(2);
  });

  it('is sent again by nobody of another team or another role', async () => {
    const { desk, id } = await refused();
    expect(await post(desk, `/notices/${id}/send-again`, { by: anOfficer(desk, { team: 'other' }) })).toMatchObject({ status: 404 });
    expect(await post(desk, `/notices/${id}/send-again`, { by: anOfficer(desk, { roles: ['reviewer'] }) })).toMatchObject({ status: 403 });
    expect(await desk.notices.get(id)).toMatchObject({ state: 'undeliverable' });
  });
});

async function refused() {
  const desk = createNoticeDesk(aws);
  desk.answers.push({ outcome: 'never', why: 'HTTP 410', status: 410 });
  await desk.confirmed('1');
  const [id = ''] = (await notify(desk.notify)).written;
  await expect(deliverNotice({ type: 'notice-written', noticeId: id }, aDelivery(), desk.deliver)).rejects.toThrow('HTTP 410');
  return { desk, id };
}

type Form = { listed: string; receipt?: string };

async function prepared(delivery: Parameters<NoticeDesk['deliverBy']>[0] = { how: 'form', url: form }) {
  const desk = createNoticeDesk(aws);
  desk.deliverBy(delivery);
  const items: Case[] = [await desk.confirmed('1'), await desk.confirmed('2')];
  const [id = ''] = (await notify(desk.notify)).written;
  await deliverNotice({ type: 'notice-written', noticeId: id }, aDelivery(), desk.deliver);
  return { desk, items, id };
}

async function withdraw(desk: NoticeDesk, { id, match }: Case): Promise<void> {
  await desk.records.setStatus(match.recordReference, 'withdrawn', 'a mistake', '2026-11-22T12:00:00Z');
  await recallNotices({ type: 'case-lost', caseId: id }, aDelivery(), desk.deliver);
}

function anOfficer({ source }: NoticeDesk, changes: Partial<Person> = {}): Person {
  const roles: Role[] = ['second-reviewer', 'notice-officer'];
  return { id: 'carys', name: 'Carys Evans', team: source.id, roles, ...changes };
}

async function open(desk: NoticeDesk, path: string, { by = anOfficer(desk), ...others }: Partial<ConsoleParts> & { by?: Person } = {}) {
  const answer = await consoleOf(desk, by, others).request(path);
  return { status: answer.status, html: await answer.text() };
}

async function mark(desk: NoticeDesk, id: string, fields: Form, { by = anOfficer(desk) } = {}) {
  return post(desk, `/notices/${id}/hand-in`, { by, fields });
}

async function post(desk: NoticeDesk, path: string, { by = anOfficer(desk), fields = {} }: { by?: Person; fields?: Partial<Form> } = {}) {
  const body = new URLSearchParams({ ...fields });
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await consoleOf(desk, by).request(path, { method: 'POST', body, headers });
  return { status: answer.status };
}

function consoleOf(
  { notices, cases, records, verifications, deliverQueue, audit, deliver }: NoticeDesk,
  person: Person,
  others: Partial<ConsoleParts> = {},
) {
  const { followUps, escalations, now } = deliver;
  const stores = { notices, cases: { ...partsOver({}).cases, get: cases.get }, records, verifications, followUps, escalations };
  return createConsole(partsOver({}, { ...stores, deliverQueue, audit, now, ...others, access: signedInAs(person) }));
}
