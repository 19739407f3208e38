import { describe, expect, it } from 'vitest';
import { deliverNotice } from '../../../functions/deliver/deliver.ts';
import { recallNotices } from '../../../functions/deliver/recall.ts';
import { notify } from '../../../functions/notify/notify.ts';
import { verify } from '../../../functions/verify/verify.ts';
import { RetryLater } from '../../../shared/aws/errors.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { readNotice } from '../../../shared/notice-schema.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createNoticeDesk, type NoticeDesk } from '../../support/notice-desk.ts';
import { aDelivery } from '../../support/pipeline-parts.ts';

const aws = useEmbeddedAws();

async function delivered(...items: string[]) {
  const desk = createNoticeDesk(aws);
  const cases: Case[] = [];
  for (const item of items) cases.push(await desk.confirmed(item));
  const [noticeId = ''] = (await notify(desk.notify)).written;
  await deliverNotice({ type: 'notice-written', noticeId }, aDelivery(), desk.deliver);
  return { desk, cases, noticeId };
}

async function withdraw(desk: NoticeDesk, { match }: Case, status: 'withdrawn' | 'recovered' = 'withdrawn'): Promise<void> {
  await desk.records.setStatus(match.recordReference, status, 'found in a drawer', '2026-11-22T12:00:00Z');
}

async function lose(desk: NoticeDesk, { id: caseId }: Case): Promise<void> {
  await recallNotices({ type: 'case-lost', caseId }, aDelivery(), desk.deliver);
}

const recallsOf = (desk: NoticeDesk, state: 'queued' | 'delivered' = 'queued') =>
  desk.notices.ofState(desk.notify.team, state).then((all) => all.filter(({ notice }) => notice.kind === 'recall'));

describe('a recall', () => {
  it('names the listing whose record went, and none of the others of its notice', async () => {
    const { desk, cases, noticeId } = await delivered('1', '2');
    const [first, second] = cases as [Case, Case];
    await withdraw(desk, second, 'recovered');
    await lose(desk, second);
    const [recall, ...others] = await recallsOf(desk);
    expect(others).toEqual([]);
    expect(recall?.notice).toMatchObject({
      refersTo: noticeId,
      reason: 'record-recovered',
      targets: [{ platformItemId: second.listing.itemId }],
    });
    expect(JSON.stringify(recall?.notice)).not.toContain(first.listing.url);
    expect(readNotice(recall?.notice)).toMatchObject({ complete: true });
  });

  it('is delivered like any notice, and leaves a row', async () => {
    const { desk, cases } = await delivered('1');
    const [item] = cases as [Case];
    await withdraw(desk, item);
    await lose(desk, item);
    const [recall] = await recallsOf(desk);
    await deliverNotice({ type: 'notice-written', noticeId: recall?.id ?? '' }, aDelivery(), desk.deliver);
    expect(desk.sent.at(-1)?.body).toMatchObject({ kind: 'recall', reason: 'record-withdrawn', request: { action: 'restore' } });
    expect((await desk.audit.ofSubject('case', item.id)).map(({ act }) => act)).toContain('recall-written');
    expect(await desk.verifications.ofNotice(recall?.id ?? '')).toEqual([]);
  });

  it('is written once for a message that comes twice', async () => {
    const { desk, cases } = await delivered('1');
    const [item] = cases as [Case];
    await withdraw(desk, item);
    await lose(desk, item);
    await lose(desk, item);
    expect(await recallsOf(desk)).toHaveLength(1);
  });

  it('ends the looks at the listing, which the platform may put up again', async () => {
    const { desk, cases, noticeId } = await delivered('1');
    const [item] = cases as [Case];
    await withdraw(desk, item);
    await lose(desk, item);
    desk.clock.at += 2 * 3_600_000;
    expect(await verify(desk.verify, new AbortController().signal)).toBe(0);
    expect(await desk.verifications.ofNotice(noticeId)).toMatchObject([{ recalledAt: expect.any(String), looks: [] }]);
  });

  it('frees the listing for another notice, should it be confirmed again', async () => {
    const { desk, cases } = await delivered('1');
    const [item] = cases as [Case];
    await withdraw(desk, item);
    await lose(desk, item);
    expect((await desk.notices.takenGrounds([`${item.listing.source}/${item.listing.itemId}#stolen-goods-offered`])).size).toBe(0);
  });

  it('waits for the case to close where nothing else says that its ground is gone, and is not written for one that stands', async () => {
    const { desk, cases } = await delivered('1');
    const [item] = cases as [Case];
    await expect(lose(desk, item)).rejects.toBeInstanceOf(RetryLater);
    await recallNotices({ type: 'case-lost', caseId: item.id }, aDelivery(4), desk.deliver);
    expect(await recallsOf(desk)).toEqual([]);
    await desk.cases.move(item.id, 'closed', { closedBecause: 'The record changed and no longer fits.' });
    await lose(desk, item);
    expect((await recallsOf(desk)).map(({ notice }) => notice)).toMatchObject([{ reason: 'decision-wrong' }]);
  });

  it('has nothing to take back of a notice that was never delivered', async () => {
    const desk = createNoticeDesk(aws);
    const item = await desk.confirmed('1');
    await notify(desk.notify);
    await withdraw(desk, item);
    await lose(desk, item);
    expect(await recallsOf(desk)).toEqual([]);
    expect(await desk.escalations.ofTeam(desk.source.id, 'open', 10)).toEqual([]);
  });

  it('is looked after by a person where a platform was told', async () => {
    const { desk, cases } = await delivered('1');
    const [item] = cases as [Case];
    await withdraw(desk, item);
    await lose(desk, item);
    expect(await desk.escalations.ofTeam(desk.source.id, 'open', 10)).toMatchObject([{ kind: 'ground-lost', caseIds: [item.id] }]);
  });
});
