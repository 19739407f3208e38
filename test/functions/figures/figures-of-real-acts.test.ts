import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../functions/console/app.ts';
import { deliverNotice } from '../../../functions/deliver/deliver.ts';
import { recallNotices } from '../../../functions/deliver/recall.ts';
import { notify } from '../../../functions/notify/notify.ts';
import { verify } from '../../../functions/verify/verify.ts';
import type { AuditEvent } from '../../../shared/domain/audit-event.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { caseCourse } from '../../../shared/domain/figures/case-course.ts';
import { listingCourses } from '../../../shared/domain/figures/listing-course.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { seenOf } from '../../../shared/domain/work-on-case.ts';
import { aCase, aRecord, NOW, partsOver, signedInAs } from '../../support/console-data.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { bello, osei } from '../../support/people.ts';
import { aDelivery } from '../../support/pipeline-parts.ts';
import { createPortalDesk } from '../../support/portal-desk.ts';
import { pageOf } from '../../support/scripted-fetcher.ts';

const aws = useEmbeddedAws();
const hourMs = 3_600_000;

/** What counting rests on is what functions write: a row that is renamed there is noticed here. */
describe('the rows that functions leave are those that figures are counted from:', () => {
  it('two officers confirm a case, and the second takes it back', async () => {
    let now = NOW;
    const parts = partsOver({ cases: [aCase()], records: [aRecord()] }, { now: () => now });
    const path = `http://console.example/cases/${aCase().id}`;
    async function send(person: Person, act: string, fields: Record<string, string> = {}) {
      const app = createConsole({ ...parts, access: signedInAs(person) });
      const body = new URLSearchParams(fields);
      await app.request(`${path}/${act}`, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } });
    }
    const opened: AuditEvent = {
      at: '2026-11-22T10:00:00.000Z',
      actor: 'match',
      act: 'case-opened',
      subject: { kind: 'case', id: aCase().id },
      outcome: 'done',
    };
    const course = () => caseCourse([opened, ...parts.events]);
    for (const person of [osei, bello]) {
      expect(course()?.outcome).toBeUndefined();
      now = new Date(now.getTime() + 61_000);
      await send(person, 'claim');
      await send(person, 'evidence');
      const item = (await parts.cases.get(aCase().id)) ?? aCase();
      await send(person, 'decision', { code: 'confirmed-stolen', seen: seenOf(item), queue: item.state });
    }
    expect((await parts.cases.get(aCase().id))?.state).toBe('confirmed');
    expect(course()?.outcome?.is).toBe('confirmed');
    now = new Date(now.getTime() + 1000);
    await send(bello, 'undo');
    expect((await parts.cases.get(aCase().id))?.state).toBe('second-check');
    expect(course()?.outcome).toBeUndefined();
  });

  it('a listing is notified, answered, gone, verified and recalled', async () => {
    const desk = createPortalDesk(aws);
    const item = await desk.confirmed('1');
    const [noticeId = ''] = (await notify(desk.notify)).written;
    const course = async () => listingCourses(await desk.audit.ofSubject('case', item.id))[0];
    expect((await course())?.settled).toBeUndefined();
    await deliverNotice({ type: 'notice-written', noticeId }, aDelivery(), desk.deliver);
    expect(await course()).toMatchObject({ settled: { as: 'delivered' }, answer: 'none' });

    await desk.give(desk.linkTo(noticeId), { answers: [{ item: '1', answer: 'removed' }] });
    desk.fetcher.answer(item.listing.url, pageOf(item.listing.url, '<h1>Gone</h1>', 410));
    for (const hours of [1, 23]) {
      desk.clock.at += hours * hourMs;
      await verify(desk.verify, new AbortController().signal);
    }
    expect(await course()).toMatchObject({
      answer: 'removed',
      looks: [{ liveness: 'gone' }, { liveness: 'gone' }],
      removedAt: expect.any(String),
    });

    await lose(desk, item);
    expect(await course()).toMatchObject({ recall: { reason: 'record-recovered', lostAt: '2026-11-23T12:00:00Z' } });
  });

  it('a notice that its platform never takes', async () => {
    const desk = createPortalDesk(aws);
    const item = await desk.confirmed('1');
    const [noticeId = ''] = (await notify(desk.notify)).written;
    desk.platforms.clear();
    await expect(deliverNotice({ type: 'notice-written', noticeId }, aDelivery(), desk.deliver)).rejects.toThrow('was not delivered');
    const [course] = listingCourses(await desk.audit.ofSubject('case', item.id));
    expect(course?.settled?.as).toBe('undeliverable');
  });
});

async function lose(desk: ReturnType<typeof createPortalDesk>, { id: caseId, match }: Case): Promise<void> {
  await desk.records.setStatus(match.recordReference, 'recovered', 'found in a drawer', '2026-11-23T12:00:00Z');
  await recallNotices({ type: 'case-lost', caseId }, aDelivery(), desk.deliver);
}
