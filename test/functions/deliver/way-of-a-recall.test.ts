import { describe, expect, it } from 'vitest';
import { deliverNotice } from '../../../functions/deliver/deliver.ts';
import { recallNotices } from '../../../functions/deliver/recall.ts';
import { match } from '../../../functions/match/match.ts';
import { notify } from '../../../functions/notify/notify.ts';
import { withdraw } from '../../../functions/records/withdraw.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { matchRequestSchema, noticeRequestSchema } from '../../../shared/messages.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createNoticeDesk, type NoticeDesk } from '../../support/notice-desk.ts';
import { aDelivery } from '../../support/pipeline-parts.ts';
import { createRecordedQueue } from '../../support/recorded-queue.ts';

const aws = useEmbeddedAws();

async function told(): Promise<{ desk: NoticeDesk; item: Case; noticeId: string }> {
  const desk = createNoticeDesk(aws);
  const item = await desk.confirmed('1');
  const [noticeId = ''] = (await notify(desk.notify)).written;
  await deliverNotice({ type: 'notice-written', noticeId }, aDelivery(), desk.deliver);
  return { desk, item, noticeId };
}

/** The status of a record changes as the records desk changes it, and matching hears of it. */
async function changeStatus({ desk, item }: { desk: NoticeDesk; item: Case }, status: 'withdrawn' | 'recovered'): Promise<string[]> {
  const matchQueue = createRecordedQueue();
  const { records, audit } = desk;
  const now = () => new Date(desk.clock.at);
  const { recordReference: reference } = item.match;
  await withdraw({ type: 'withdraw', reference, status, reason: 'handed in', actor: 'records desk' }, { records, audit, now, matchQueue });
  await announced(desk, matchQueue);
  return matchQueue.sent.map(({ body }) => matchRequestSchema.parse(body).type);
}

async function announced(desk: NoticeDesk, matchQueue: ReturnType<typeof createRecordedQueue>): Promise<void> {
  for (const { body } of matchQueue.sent) await match(matchRequestSchema.parse(body), { ...desk.match, deliverQueue: desk.deliverQueue });
}

async function again(desk: NoticeDesk, item: Case, change: Partial<{ grade: 'disputed' | 'police-verified' }>): Promise<void> {
  const record = await desk.records.get(item.match.recordReference);
  if (record === undefined) throw new Error('The record is there');
  await desk.records.upsert([{ ...record, ...change, status: 'stolen' }], {
    id: `import-${desk.clock.at}`,
    at: '2026-11-22T12:00:00.000Z',
  });
  await match(
    { type: 'records-changed', why: 'changed', references: [record.reference] },
    { ...desk.match, deliverQueue: desk.deliverQueue },
  );
}

describe('from a withdrawal to the recall', () => {
  it('lie three messages, and the recall says since when', async () => {
    const all = await told();
    const { desk, item, noticeId } = all;
    const withdrawnAt = new Date(desk.clock.at).toISOString();
    const before = desk.deliverQueue.sent.length;
    expect(await changeStatus(all, 'withdrawn')).toEqual(['records-changed']);
    expect((await desk.cases.get(item.id))?.state).toBe('closed');
    desk.clock.at += 1500;
    const [lost] = desk.deliverQueue.sent.slice(before).map(({ body }) => noticeRequestSchema.parse(body));
    if (lost?.type !== 'case-lost') throw new Error('Matching asks for the recall');
    await recallNotices(lost, aDelivery(), desk.deliver);
    expect(desk.deliverQueue.sent.slice(before).map(({ body }) => noticeRequestSchema.parse(body).type)).toEqual([
      'case-lost',
      'notice-written',
    ]);

    const recall = await desk.notices.get(`${noticeId}-R1`);
    expect(recall).toMatchObject({ recordStatusChangedAt: withdrawnAt, createdAt: new Date(desk.clock.at).toISOString() });
    const rows = (await desk.audit.ofSubject('case', item.id)).filter(({ act }) => act === 'recall-written');
    expect(rows).toMatchObject([{ detail: { noticeId: `${noticeId}-R1`, recordStatusChangedAt: withdrawnAt } }]);
  });

  it('is one recall and one row of it, though the message comes twice', async () => {
    const all = await told();
    await changeStatus(all, 'recovered');
    const lose = () => recallNotices({ type: 'case-lost', caseId: all.item.id }, aDelivery(), all.desk.deliver);
    await lose();
    all.desk.clock.at += 60_000;
    await lose();
    const rows = (await all.desk.audit.ofSubject('case', all.item.id)).filter(({ act }) => act === 'recall-written');
    expect(rows).toHaveLength(1);
  });
});

describe('what two persons confirmed', () => {
  it.each(['recovered', 'disputed'] as const)('is put before a person when its record is %s, and taken back', async (what) => {
    const all = await told();
    const { desk, item } = all;
    if (what === 'recovered') await changeStatus(all, 'recovered');
    else await again(desk, item, { grade: 'disputed' });
    expect((await desk.cases.get(item.id))?.state).toBe('closed');
    await recallNotices({ type: 'case-lost', caseId: item.id }, aDelivery(), desk.deliver);
    expect(await desk.escalations.ofTeam(desk.source.id, 'open', 10)).toMatchObject([
      { kind: 'ground-lost', caseIds: [item.id], why: expect.stringContaining(what) },
    ]);
    expect((await desk.notices.ofState(desk.source.id, 'queued')).map(({ notice }) => notice)).toMatchObject([
      { kind: 'recall', reason: `record-${what}` },
    ]);
    expect(await notify(desk.notify)).toEqual({ written: [], held: [] });
  });
});
