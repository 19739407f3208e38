import { describe, expect, it } from 'vitest';
import { notify } from '../../../functions/notify/notify.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createNoticeDesk, type NoticeDesk } from '../../support/notice-desk.ts';

const aws = useEmbeddedAws();

describe('writing notices', () => {
  it('writes one about what two persons confirmed, asks for its delivery once, and says so of the case', async () => {
    const desk = createNoticeDesk(aws);
    const item = await desk.confirmed('1');
    const { written, held } = await notify(desk.notify);
    expect(held).toEqual([]);
    const stored = await desk.notices.get(written[0] ?? '');
    expect(stored).toMatchObject({
      state: 'queued',
      notice: { kind: 'removal-notice', targets: [{ url: item.listing.url, platformItemId: '1', sellerId: 'seller-1' }] },
      cases: [{ caseId: item.id, decidedBy: ['Ama Osei', 'Ife Bello'], deconfliction: { answer: 'no-objection', by: 'Ife Bello' } }],
    });
    expect(desk.deliverQueue.sent.map(({ body, group }) => [body, group])).toEqual([
      [{ type: 'notice-written', noticeId: stored?.id }, desk.source.id],
    ]);
    expect(await notify(desk.notify)).toEqual({ written: [], held: [] });
    expect(desk.deliverQueue.sent).toHaveLength(1);
    expect(await desk.notices.idsOfCase(item.id)).toEqual(written);
    expect((await desk.audit.ofSubject('case', item.id)).map(({ act }) => act)).toEqual(['notice-written']);
  });

  it('waits until the second decision can no longer be taken back', async () => {
    const desk = createNoticeDesk(aws);
    await desk.confirmed('1');
    desk.clock.at = Date.parse('2026-11-22T11:30:59.000Z');
    expect(await notify(desk.notify)).toMatchObject({ written: [], held: [{ why: 'the second decision may still be taken back' }] });
    desk.clock.at = Date.parse('2026-11-22T11:31:00.000Z');
    expect((await notify(desk.notify)).written).toHaveLength(1);
  });

  it('writes one notice about all listings of a seller, and one for each other', async () => {
    const desk = createNoticeDesk(aws);
    for (const itemId of ['1', '2', '3']) await desk.confirmed(itemId, { seller: itemId === '3' ? 'other' : 'same' });
    const { written } = await notify(desk.notify);
    const notices = await Promise.all(written.map((id) => desk.notices.get(id)));
    expect(notices.map((stored) => stored?.notice.targets.length).sort()).toEqual([1, 2]);
  });

  it('asks once about a listing that two cases are about', async () => {
    const desk = createNoticeDesk(aws);
    const item = await desk.confirmed('1');
    await desk.confirmed('1', { id: `${item.id}-b` });
    const { written } = await notify(desk.notify);
    expect((await desk.notices.get(written[0] ?? ''))?.notice.targets).toHaveLength(1);
    expect(await notify(desk.notify)).toEqual({ written: [], held: [] });
  });

  it.each([
    [
      'its record is no longer looked for',
      (desk: NoticeDesk, reference: string) => desk.records.setStatus(reference, 'recovered', 'found', '2026-11-22T11:00:00Z'),
    ],
    ['its platform is not declared as a recipient of notices', async (desk: NoticeDesk) => desk.platforms.clear()],
  ])('writes none when %s', async (why, happen) => {
    const desk = createNoticeDesk(aws);
    const item = await desk.confirmed('1');
    await happen(desk, item.match.recordReference);
    expect(await notify(desk.notify)).toEqual({ written: [], held: [{ caseId: item.id, why }] });
  });

  it('writes none that would not be complete, and says what is missing', async () => {
    const desk = createNoticeDesk(aws);
    await desk.confirmed('1');
    const authority = { ...desk.notify.authority, officerName: '' };
    const { written, held } = await notify({ ...desk.notify, authority });
    expect(written).toEqual([]);
    expect(held[0]?.why).toMatch(/^the notice is not complete: .*officerName/s);
    expect(desk.deliverQueue.sent).toEqual([]);
  });

  it('goes on with what a crash left, and asks once', async () => {
    const desk = createNoticeDesk(aws);
    await desk.confirmed('1');
    const crashing = { ...desk.notices, takeGround: () => Promise.reject(new Error('The table is out of reach')) };
    await expect(notify({ ...desk.notify, notices: crashing })).rejects.toThrow('out of reach');
    const { written } = await notify(desk.notify);
    expect(await desk.notices.ofState(desk.source.id, 'queued')).toMatchObject([{ id: written[0] }]);
    expect(desk.deliverQueue.sent).toHaveLength(1);
  });

  it('asks again for a delivery that a crash lost', async () => {
    const desk = createNoticeDesk(aws);
    await desk.confirmed('1');
    const lost = { ...desk.deliverQueue, send: async () => {} };
    const { written } = await notify({ ...desk.notify, deliverQueue: lost });
    await notify(desk.notify);
    expect(desk.deliverQueue.sent).toEqual([]);
    desk.clock.at += 11 * 60_000;
    await notify(desk.notify);
    expect(desk.deliverQueue.sent.map(({ body }) => body)).toEqual([{ type: 'notice-written', noticeId: written[0] }]);
  });
});
