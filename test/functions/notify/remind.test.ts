import { describe, expect, it } from 'vitest';
import { deliverNotice } from '../../../functions/deliver/deliver.ts';
import { recallNotices } from '../../../functions/deliver/recall.ts';
import { notify } from '../../../functions/notify/notify.ts';
import { remind } from '../../../functions/notify/remind.ts';
import { verify } from '../../../functions/verify/verify.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { readNotice } from '../../../shared/notice-schema.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createNoticeDesk, type NoticeDesk } from '../../support/notice-desk.ts';
import { aDelivery } from '../../support/pipeline-parts.ts';
import { pageOf } from '../../support/scripted-fetcher.ts';

const aws = useEmbeddedAws();
const hourMs = 3_600_000;
const forever = new AbortController().signal;

interface Noticed {
  desk: NoticeDesk;
  cases: Case[];
  noticeId: string;
}

async function noticed(...items: string[]): Promise<Noticed> {
  const desk = createNoticeDesk(aws);
  const cases: Case[] = [];
  for (const item of items) cases.push(await desk.confirmed(item));
  const [noticeId = ''] = (await notify(desk.notify)).written;
  await deliver(noticeId, desk);
  return { desk, cases, noticeId };
}

async function deliver(noticeId: string, desk: NoticeDesk): Promise<void> {
  await deliverNotice({ type: 'notice-written', noticeId }, aDelivery(), desk.deliver);
}

/** The platform has 48 hours. */
async function later(hours: number, { desk }: Noticed): Promise<string[]> {
  desk.clock.at += hours * hourMs;
  await verify(desk.verify, forever);
  return remind(desk.remind);
}

async function takeBack({ match, id: caseId }: Case, desk: NoticeDesk): Promise<void> {
  await desk.records.setStatus(match.recordReference, 'withdrawn', 'a mistake', '2026-11-24T12:00:00Z');
  await recallNotices({ type: 'case-lost', caseId }, aDelivery(), desk.deliver);
}

const goneOf = ({ listing: { url } }: Case) => pageOf(url, '<h1>Gone</h1>', 410);

describe('reminding a platform', () => {
  it('is done when the answer was due and the listing is still offered, once a step and no more often than declared', async () => {
    const all = await noticed('1');
    const { desk, noticeId } = all;
    expect(await later(47, all)).toEqual([]);
    expect(await later(1, all)).toEqual([`${noticeId}-F1`]);
    expect(await later(1, all)).toEqual([]);
    expect(await later(47, all)).toEqual([`${noticeId}-F2`]);
    expect(await later(96, all)).toEqual([]);
    expect(await later(960, all)).toEqual([]);
    const first = await desk.notices.get(`${noticeId}-F1`);
    expect(first?.notice).toMatchObject({
      kind: 'follow-up',
      refersTo: noticeId,
      seen: { still: 'live' },
      targets: [{ platformItemId: '1' }],
      request: { respondBy: '2026-11-26T12:00:00.000Z' },
    });
    expect(readNotice(first?.notice)).toMatchObject({ complete: true });
  });

  it('by form is given up, and nobody called to hand it in any more, once there is nothing left to remind of', async () => {
    const all = await noticed('1');
    const { desk, cases, noticeId } = all;
    desk.deliverBy({ how: 'form', url: 'https://marktplein.example/report' });
    const reminderId = `${noticeId}-F1`;
    expect(await later(48, all)).toEqual([reminderId]);
    await deliver(reminderId, desk);
    await remind(desk.remind);
    expect(await desk.notices.get(reminderId)).toMatchObject({ state: 'to-hand-in' });
    const called = () => desk.escalations.ofTeam(desk.source.id, 'open', 10).then((all) => all.filter(({ kind }) => kind === 'to-hand-in'));
    expect(await called()).toHaveLength(1);
    desk.answered.set(`${cases[0]?.id}`, 'refused');
    await remind(desk.remind);
    expect(await desk.notices.get(reminderId)).toMatchObject({ state: 'dropped', stateBecause: 'nothing is left to ask' });
    expect(await called()).toEqual([]);
  });

  it('counts from the reminder before where that one came late', async () => {
    const all = await noticed('1');
    expect(await later(500, all)).toHaveLength(1);
    expect(await later(1, all)).toEqual([]);
    expect(await later(47, all)).toHaveLength(1);
  });

  it('is done as often as the platform’s declaration says', async () => {
    const all = await noticed('1');
    const { desk } = all;
    const [platform] = desk.platforms.values();
    if (platform) desk.platforms.set(desk.source.id, { ...platform, followUps: 0 });
    expect(await later(48, all)).toEqual([]);
  });

  it('names the listings still offered and none of the others', async () => {
    const all = await noticed('1', '2', '3');
    const [gone, offered, back] = all.cases as [Case, Case, Case];
    all.desk.fetcher.answer(gone.listing.url, goneOf(gone));
    await takeBack(back, all.desk);
    await later(24, all);
    const [id = ''] = await later(24, all);
    const stored = await all.desk.notices.get(id);
    expect(stored?.notice.targets.map(({ url }) => url)).toEqual([offered.listing.url]);
    expect(stored?.cases.map(({ caseId }) => caseId)).toEqual([offered.id]);
  });

  it('says that nothing was answered where nobody could see the listing, and is not done once it was', async () => {
    const unanswered = await noticed('1');
    unanswered.desk.fetcher.answer(unanswered.cases[0]?.listing.url ?? '', { outcome: 'failed', why: 'ECONNRESET' });
    const [id = ''] = await later(48, unanswered);
    expect((await unanswered.desk.notices.get(id))?.notice).toMatchObject({ seen: { still: 'unanswered' } });

    const answered = await noticed('1');
    answered.desk.answered.set(answered.cases[0]?.id ?? '', 'refused');
    expect(await later(48, answered)).toEqual([]);
  });

  it('is asked for at the platform’s desk once, and leaves a row of each case', async () => {
    const all = await noticed('1', '2');
    const before = all.desk.deliverQueue.sent.length;
    const [id = ''] = await later(48, all);
    expect(all.desk.deliverQueue.sent.slice(before).map(({ body }) => body)).toEqual([{ type: 'notice-written', noticeId: id }]);
    for (const { id: caseId } of all.cases) {
      const rows = (await all.desk.audit.ofSubject('case', caseId)).filter(({ act }) => act === 'follow-up-written');
      expect(rows).toMatchObject([{ detail: { noticeId: id, refersTo: all.noticeId, step: 1, still: 'live' } }]);
    }
  });

  it('goes on with what a crash left, and writes the step once', async () => {
    const all = await noticed('1');
    const { desk, noticeId } = all;
    desk.clock.at += 48 * hourMs;
    await verify(desk.verify, forever);
    const crashing = { ...desk.followUps, advance: () => Promise.reject(new Error('The table is out of reach')) };
    expect(await remind({ ...desk.remind, followUps: crashing })).toEqual([]);
    desk.clock.at += hourMs;
    expect(await remind(desk.remind)).toEqual([`${noticeId}-F1`]);
    expect((await desk.notices.get(`${noticeId}-F1`))?.createdAt).toBe('2026-11-24T12:00:00.000Z');
    expect((await desk.audit.ofSubject('case', all.cases[0]?.id ?? '')).filter(({ act }) => act === 'follow-up-written')).toHaveLength(1);
  });

  it('is done once by two runs at once', async () => {
    const all = await noticed('1');
    all.desk.clock.at += 48 * hourMs;
    await Promise.all([remind(all.desk.remind), remind(all.desk.remind)]);
    const queued = await all.desk.notices.ofState(all.desk.source.id, 'queued');
    expect(queued.map(({ id }) => id)).toEqual([`${all.noticeId}-F1`]);
    expect((await all.desk.followUps.get(all.noticeId))?.step).toBe(2);
  });

  it('waits for no notice that was not delivered', async () => {
    const desk = createNoticeDesk(aws);
    await desk.confirmed('1');
    const [noticeId = ''] = (await notify(desk.notify)).written;
    desk.clock.at += 100 * hourMs;
    expect(await remind(desk.remind)).toEqual([]);
    expect(await desk.followUps.get(noticeId)).toBeUndefined();
  });
});

describe('a reminder that is about to be sent', () => {
  it('says what the platform’s page shows at that moment', async () => {
    const all = await noticed('1');
    const [id = ''] = await later(48, all);
    all.desk.clock.at += hourMs;
    await deliver(id, all.desk);
    expect(all.desk.sent.at(-1)?.body).toMatchObject({ kind: 'follow-up', seen: { at: '2026-11-24T13:00:00.000Z', still: 'live' } });
    expect(await all.desk.notices.get(id)).toMatchObject({ state: 'delivered' });
  });

  it.each<[string, (all: Noticed) => unknown, string]>([
    [
      'the listing is gone',
      ({ desk, cases }) => cases[0] && desk.fetcher.answer(cases[0].listing.url, goneOf(cases[0])),
      'the listing is gone already',
    ],
    ['the notice was taken back', ({ desk, cases }) => cases[0] && takeBack(cases[0], desk), 'its record is no longer looked for'],
    [
      'the record was disputed',
      async ({ desk, cases }) => {
        const record = await desk.records.get(cases[0]?.match.recordReference ?? '');
        if (record) await desk.records.upsert([{ ...record, grade: 'disputed' }], { id: 'again', at: '2026-11-22T12:00:00.000Z' });
      },
      'its record is no longer looked for',
    ],
    ['the case was closed', ({ desk, cases }) => desk.cases.move(cases[0]?.id ?? '', 'closed'), 'its case is no longer confirmed'],
    ['it was refused', ({ desk, cases }) => desk.answered.set(cases[0]?.id ?? '', 'refused'), 'there is nothing left to remind of'],
  ])('is dropped when %s', async (_, happen, why) => {
    const all = await noticed('1');
    const [id = ''] = await later(48, all);
    const before = all.desk.sent.length;
    await happen(all);
    await deliver(id, all.desk);
    expect(await all.desk.notices.get(id)).toMatchObject({ state: 'dropped', left: [{ why }] });
    expect(all.desk.sent).toHaveLength(before);
  });
});
