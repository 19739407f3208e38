import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { deliverNotice } from '../../../functions/deliver/deliver.ts';
import { notify } from '../../../functions/notify/notify.ts';
import { RetryLater, Unprocessable } from '../../../shared/aws/errors.ts';
import { createNoticeSender } from '../../../shared/platforms/send-notice.ts';
import { readPortalToken } from '../../../shared/portal-link.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createNoticeDesk, type NoticeDesk } from '../../support/notice-desk.ts';
import { aDelivery } from '../../support/pipeline-parts.ts';
import { pageOf } from '../../support/scripted-fetcher.ts';

const aws = useEmbeddedAws();

describe('delivering a notice', () => {
  it('looks once more, sends it signed for this platform, and keeps the receipt', async () => {
    const { desk, item, message } = await written();
    desk.clock.at += 60_000;
    await deliverNotice(message, aDelivery(), desk.deliver);
    expect(desk.sent).toMatchObject([{ id: `${message.noticeId}.1`, url: 'https://marktplein.example/notices' }]);
    expect(desk.sent[0]?.body).toMatchObject({
      targets: [{ statusCheckedAt: '2026-11-22T12:01:00.000Z', lastSeenLive: { at: '2026-11-22T12:01:00.000Z', scanHealth: 'own-visit' } }],
    });
    expect(await desk.notices.get(message.noticeId)).toMatchObject({
      state: 'delivered',
      deliveredAt: '2026-11-22T12:01:00.000Z',
      attempts: [{ outcome: 'taken', status: 202, said: 'ok' }],
    });
    const rows = await desk.audit.ofSubject('case', item.id);
    expect(rows.at(-1)).toMatchObject({
      act: 'notice-delivered',
      outcome: 'done',
      detail: { recipient: 'Marktplein', channel: 'webhook' },
    });
  });

  it('carries the platform’s own link to answer by, which is kept neither with the notice nor with the receipt', async () => {
    const { desk, message } = await written();
    const portal = { url: 'https://notices.police.example', keys: { 1: 'a key of the test, which is long enough' } };
    const send: typeof desk.deliver.send = async (notice, platform) => {
      await desk.deliver.send(notice, platform);
      return { outcome: 'taken', status: 200, receipt: JSON.stringify({ echo: notice }) };
    };
    await deliverNotice(message, aDelivery(), { ...desk.deliver, send, portal });
    const { answerAt } = z.looseObject({ answerAt: z.url() }).parse(desk.sent[0]?.body);
    const [, token = '', ...path] = new URL(answerAt).pathname.split('/');
    expect(path).toEqual(['notices', message.noticeId]);
    expect(readPortalToken(token, portal.keys, desk.deliver.now())).toMatchObject({ source: desk.source.id, noticeId: message.noticeId });
    const stored = await desk.notices.get(message.noticeId);
    expect(stored).toMatchObject({ state: 'delivered', attempts: [{ said: expect.stringContaining('(link)') }] });
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('is sent once for a message that comes twice', async () => {
    const { desk, message } = await written();
    await deliverNotice(message, aDelivery(), desk.deliver);
    await deliverNotice(message, aDelivery(2), desk.deliver);
    expect(desk.sent).toHaveLength(1);
  });

  it('is sent under the same id when a crash fell between sending and noting it', async () => {
    const { desk, message } = await written();
    const crashing = { ...desk.notices, change: () => Promise.reject(new Error('The table is out of reach')) };
    await expect(deliverNotice(message, aDelivery(), { ...desk.deliver, notices: crashing })).rejects.toThrow('out of reach');
    await deliverNotice(message, aDelivery(2), desk.deliver);
    expect(new Set(desk.sent.map(({ id }) => id)).size).toBe(1);
    expect(await desk.notices.get(message.noticeId)).toMatchObject({ state: 'delivered' });
  });

  it.each([
    [
      'the listing is gone already',
      async ({ desk, item }: Written) => desk.fetcher.answer(item.listing.url, pageOf(item.listing.url, '<h1>Gone</h1>', 410)),
    ],
    [
      'its case is no longer confirmed',
      async ({ desk, item }: Written) => desk.cases.move(item.id, 'closed', { closedBecause: 'withdrawn' }),
    ],
    [
      'its record is no longer looked for',
      async ({ desk, item }: Written) =>
        desk.records.setStatus(item.match.recordReference, 'withdrawn', 'a mistake', '2026-11-22T12:00:00Z'),
    ],
  ])('drops it when %s', async (why, happen) => {
    const all = await written();
    await happen(all);
    await deliverNotice(all.message, aDelivery(), all.desk.deliver);
    expect(all.desk.sent).toEqual([]);
    expect(await all.desk.notices.get(all.message.noticeId)).toMatchObject({ state: 'dropped', left: [{ caseId: all.item.id, why }] });
  });

  it('keeps the listings that are still right', async () => {
    const desk = createNoticeDesk(aws);
    const [first, second] = [await desk.confirmed('1'), await desk.confirmed('2')];
    const message = messageOf((await notify(desk.notify)).written);
    desk.fetcher.answer(first.listing.url, pageOf(first.listing.url, '<h1>Gone</h1>', 404));
    desk.clock.at += 1000;
    await deliverNotice(message, aDelivery(), desk.deliver);
    expect(desk.sent[0]?.body).toMatchObject({ targets: [{ platformItemId: '2' }] });
    expect((await desk.notices.get(message.noticeId))?.cases.map(({ caseId }) => caseId)).toEqual([second.id]);
    expect((await desk.audit.ofSubject('case', first.id)).at(-1)?.act).toBe('notice-dropped');
  });

  it('is sent though the page is walled off: a wall says nothing of the listing', async () => {
    const { desk, item, message } = await written();
    desk.fetcher.answer(item.listing.url, { outcome: 'failed', why: 'HTTP 503' });
    await deliverNotice(message, aDelivery(), desk.deliver);
    expect(desk.sent).toHaveLength(1);
  });

  it('does not ask about a listing that another notice asks about', async () => {
    const { desk, item, message } = await written();
    const first = await desk.notices.get(message.noticeId);
    if (first === undefined) throw new Error('It was written');
    await desk.notices.create({ ...first, id: 'N-other' });
    await deliverNotice({ ...message, noticeId: 'N-other' }, aDelivery(), desk.deliver);
    expect(await desk.notices.get('N-other')).toMatchObject({
      state: 'dropped',
      left: [{ caseId: item.id, why: 'another notice stands for this listing' }],
    });
  });

  it('waits longer each time while the platform does not take it, then gives it to a person', async () => {
    const { desk, message } = await written();
    desk.answers.push({ outcome: 'later', why: 'HTTP 503', status: 503 }, { outcome: 'later', why: 'HTTP 429', retryAfterSeconds: 300 });
    await expect(deliverNotice(message, aDelivery(1), desk.deliver)).rejects.toMatchObject({ afterSeconds: 15 });
    await expect(deliverNotice(message, aDelivery(2), desk.deliver)).rejects.toMatchObject({ afterSeconds: 300 });
    desk.answers.push({ outcome: 'later', why: 'no answer' });
    await expect(deliverNotice(message, aDelivery(3), desk.deliver)).rejects.toThrow(RetryLater);
    desk.answers.push({ outcome: 'later', why: 'no answer' });
    await expect(deliverNotice(message, aDelivery(4), desk.deliver)).rejects.toThrow(Unprocessable);
    const stored = await desk.notices.get(message.noticeId);
    expect(stored).toMatchObject({ state: 'undeliverable', stateBecause: 'no answer' });
    expect(stored?.attempts.map(({ said }) => said)).toEqual(['HTTP 503', 'HTTP 429', 'no answer', 'no answer']);
  });

  it('is parked at once when the platform will never take it', async () => {
    const { desk, message } = await written();
    desk.answers.push({ outcome: 'never', why: 'HTTP 410', status: 410 });
    await expect(deliverNotice(message, aDelivery(), desk.deliver)).rejects.toThrow(/was not delivered: HTTP 410/);
    expect(await desk.notices.get(message.noticeId)).toMatchObject({ state: 'undeliverable', attempts: [{ status: 410 }] });
  });

  it('is parked when its platform has no secret to sign with', async () => {
    const { desk, message } = await written();
    await expect(
      deliverNotice(message, aDelivery(), {
        ...desk.deliver,
        send: createNoticeSender({ ...desk.channels, secrets: {}, now: desk.deliver.now }),
      }),
    ).rejects.toThrow('has no secret');
    expect(desk.sent).toEqual([]);
  });
});

type Written = Awaited<ReturnType<typeof written>>;

async function written() {
  const desk: NoticeDesk = createNoticeDesk(aws);
  const item = await desk.confirmed('1');
  return { desk, item, message: messageOf((await notify(desk.notify)).written) };
}

function messageOf([noticeId = '']: readonly string[]) {
  return { type: 'notice-written' as const, noticeId };
}
