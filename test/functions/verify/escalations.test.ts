import { describe, expect, it } from 'vitest';
import { deliverNotice } from '../../../functions/deliver/deliver.ts';
import { recallNotices } from '../../../functions/deliver/recall.ts';
import { notify } from '../../../functions/notify/notify.ts';
import { remind } from '../../../functions/notify/remind.ts';
import { verify } from '../../../functions/verify/verify.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aDeliveredNotice, createNoticeDesk, type Noticed } from '../../support/notice-desk.ts';
import { osei } from '../../support/people.ts';
import { aDelivery, listingPage } from '../../support/pipeline-parts.ts';
import { pageOf } from '../../support/scripted-fetcher.ts';

const aws = useEmbeddedAws();
const hourMs = 3_600_000;

const noticed = () => aDeliveredNotice(aws);

async function later(hours: number, { desk }: Noticed): Promise<void> {
  desk.clock.at += hours * hourMs;
  await verify(desk.verify, new AbortController().signal);
  await remind(desk.remind);
}

const open = ({ desk }: Noticed) => desk.escalations.ofTeam(desk.source.id, 'open', 100);
const kinds = async (all: Noticed) => (await open(all)).map(({ kind }) => kind);

function show({ desk, item: { listing } }: Noticed, page: 'live' | 'gone' | 'nothing'): void {
  const gone = pageOf(listing.url, '<h1>Gone</h1>', 410);
  desk.fetcher.answer(listing.url, page === 'live' ? listingPage() : page === 'gone' ? gone : { outcome: 'failed', why: 'ECONNRESET' });
}

describe('a person is called', () => {
  it('once for a listing that is still offered, by the ladder and after the last reminder alike', async () => {
    const all = await noticed();
    for (const hours of [1, 23, 24]) await later(hours, all);
    expect(await kinds(all)).toEqual([]);
    for (const hours of [24, 24, 96, 48]) await later(hours, all);
    expect(await open(all)).toMatchObject([
      { kind: 'still-offered', noticeId: all.noticeId, caseIds: [all.item.id], why: expect.stringContaining('still offered') },
    ]);
    const rows = (await all.desk.audit.ofSubject('case', all.item.id)).filter(({ act }) => act === 'escalation-raised');
    expect(rows).toMatchObject([{ actor: 'verify', detail: { kind: 'still-offered', noticeId: all.noticeId } }]);
  });

  it('for a listing that nobody could see for a day, and after the last reminder that was not answered', async () => {
    const all = await noticed();
    show(all, 'nothing');
    for (const hours of [1, 23]) await later(hours, all);
    expect(await kinds(all)).toEqual(['unseen']);
    for (const hours of [24, 48, 48]) await later(hours, all);
    expect(await kinds(all)).toEqual(['unseen', 'unanswered']);
  });

  it('for every return of a listing, also after it was said to be removed; the ladder goes on to its end', async () => {
    const all = await noticed();
    show(all, 'gone');
    for (const hours of [1, 23]) await later(hours, all);
    show(all, 'live');
    await later(48, all);
    expect(await kinds(all)).toEqual(['returned']);
    const [first] = await open(all);
    if (first === undefined) throw new Error('A person is called');
    await all.desk.escalations.save(first, { ...first, state: 'closed', closed: { by: osei, at: first.raisedAt, note: 'Told them.' } });
    const [verification] = await all.desk.verifications.ofNotice(all.noticeId);
    expect(await all.desk.verifications.due(all.desk.source.id, new Date(all.desk.clock.at + 96 * hourMs), 10)).toMatchObject([
      { noticeId: verification?.noticeId },
    ]);
    await later(96, all);
    expect(await open(all)).toEqual([]);
  });

  it('once by two clocks that fire at once, and again for none that was closed', async () => {
    const all = await noticed();
    all.desk.clock.at += 72 * hourMs;
    const run = () => verify(all.desk.verify, new AbortController().signal);
    await Promise.all([run(), run()]);
    expect(await kinds(all)).toEqual(['still-offered']);
  });

  it('though a crash fell between the call and the look', async () => {
    const all = await noticed();
    all.desk.clock.at += 72 * hourMs;
    const crashing = { ...all.desk.verifications, saveLook: () => Promise.reject(new Error('The table is out of reach')) };
    await verify({ ...all.desk.verify, verifications: crashing }, new AbortController().signal);
    await later(1, all);
    expect(await kinds(all)).toEqual(['still-offered']);
    expect((await all.desk.audit.ofSubject('case', all.item.id)).filter(({ act }) => act === 'escalation-raised')).toHaveLength(1);
  });

  it('for a notice that could not be delivered', async () => {
    const desk = createNoticeDesk(aws);
    const item = await desk.confirmed('1');
    const [noticeId = ''] = (await notify(desk.notify)).written;
    desk.answers.push({ outcome: 'never', why: 'HTTP 410', status: 410 });
    await expect(deliverNotice({ type: 'notice-written', noticeId }, aDelivery(), desk.deliver)).rejects.toThrow('HTTP 410');
    expect(await open({ desk, item, noticeId })).toMatchObject([
      { kind: 'undeliverable', noticeId, caseIds: [item.id], why: expect.stringMatching(/was not told: HTTP 410\.$/) },
    ]);
  });

  it.each(['withdrawn', 'recovered'] as const)('when what two persons confirmed loses its record, which was %s', async (status) => {
    const all = await noticed();
    await all.desk.records.setStatus(all.item.match.recordReference, status, 'a reason', '2026-11-22T12:00:00Z');
    const lose = () => recallNotices({ type: 'case-lost', caseId: all.item.id }, aDelivery(), all.desk.deliver);
    await lose();
    await lose();
    expect(await open(all)).toMatchObject([{ kind: 'ground-lost', caseIds: [all.item.id] }]);
  });
});

describe('a person is called off', () => {
  it('when the listing is gone after all, verified', async () => {
    const all = await noticed();
    await later(72, all);
    show(all, 'gone');
    await later(96, all);
    expect(await kinds(all)).toEqual(['still-offered']);
    const again = await noticed();
    show(again, 'nothing');
    for (const hours of [1, 23]) await later(hours, again);
    show(again, 'gone');
    for (const hours of [48, 96]) await later(hours, again);
    expect(await kinds(again)).toEqual([]);
    expect(await again.desk.escalations.ofTeam(again.desk.source.id, 'closed', 10)).toMatchObject([
      { kind: 'unseen', closed: { note: 'The listing is gone, verified.' } },
    ]);
  });

  it('when the notice is taken back, unless somebody has it in hand', async () => {
    for (const inHand of [false, true]) {
      const all = await noticed();
      await later(72, all);
      const [call] = await open(all);
      if (call === undefined) throw new Error('A person is called');
      if (inHand) await all.desk.escalations.save(call, { ...call, state: 'taken', taken: { by: osei, at: call.raisedAt } });
      await all.desk.records.setStatus(all.item.match.recordReference, 'withdrawn', 'a mistake', '2026-11-25T12:00:00Z');
      await recallNotices({ type: 'case-lost', caseId: all.item.id }, aDelivery(), all.desk.deliver);
      expect(await all.desk.escalations.get(call.id)).toMatchObject({ state: inHand ? 'taken' : 'closed' });
      expect(await kinds(all)).toEqual(['ground-lost']);
    }
  });
});
