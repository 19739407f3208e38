import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { createAbuseDesk } from '../../../local/marketplace/abuse-desk.ts';
import { sendAnswers, type Verdict, verdictsOn } from '../../../local/marketplace/desk-answers.ts';
import { pennyfield } from '../../../local/marketplace/pennyfield/site.ts';
import { draftRecall, draftRemoval } from '../../../shared/domain/notice/draft.ts';
import type { Notice } from '../../../shared/domain/notice/notice.ts';
import { aConfirmedListing, draftParts } from '../../support/notices.ts';

const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const answerAt = 'http://127.0.0.1:1/token/notices/N-7Kq2';

function aNotice(items: readonly string[], noticeId = 'N-7Kq2'): Notice {
  const { listing } = aConfirmedListing();
  const confirmed = items.map((itemId) => aConfirmedListing({ caseId: `case-${itemId}`, listing: { ...listing, itemId } }));
  return { ...draftRemoval(confirmed, draftParts({ noticeId })), answerAt };
}

const items = Array.from({ length: 40 }, (_, at) => String(1_460_005_000 + at));

describe('a demo desk', () => {
  it('takes most listings down and says so, leaves some with a reason, and of some says nothing, the same on every run', () => {
    const verdicts = verdictsOn(aNotice(items), { isFirst: false });
    const down = verdicts.filter(({ offered, said }) => !offered && said?.answer === 'removed');
    const left = verdicts.filter(({ offered, said }) => offered && said?.answer === 'refused');
    const silent = verdicts.filter(({ offered, said }) => !offered && said === undefined);
    expect(down.length + left.length + silent.length).toBe(items.length);
    expect(down.length).toBeGreaterThan(items.length / 2);
    expect(Math.min(left.length, silent.length)).toBeGreaterThan(0);
    expect(verdictsOn(aNotice(items), { isFirst: false })).toEqual(verdicts);
  });

  it('follows the first notice it gets, and a reminder, to the letter', () => {
    for (const { offered, said } of verdictsOn(aNotice(items), { isFirst: true }))
      expect([offered, said?.answer]).toEqual([false, 'removed']);
  });

  it('answers by the link of the notice, once, and by that of the recall again', async () => {
    const sent: [string, readonly Verdict[]][] = [];
    const desk = createAbuseDesk({ site: pennyfield, secret, send: async (at, verdicts) => void sent.push([at, verdicts]) });
    const notice = aNotice(['1']);
    for (const id of ['m-1', 'm-1']) expect(take(desk, id, notice)).toBe(200);
    await desk.answered();
    expect(sent).toEqual([[answerAt, [{ itemId: '1', offered: false, said: { answer: 'removed' } }]]]);
    expect(String(desk.page().body)).toContain('Our answer: 1: Removed.');

    const recall = draftRecall({ noticeId: 'N-7Kq2', targets: notice.targets }, 'record-recovered', draftParts({ noticeId: 'N-7Kq2-R1' }));
    take(desk, 'm-2', { ...recall, answerAt: `${answerAt}-R1` });
    await desk.answered();
    expect(sent.at(-1)).toEqual([`${answerAt}-R1`, [{ itemId: '1', offered: true, said: { answer: 'restored' } }]]);
  });

  it('tries again while the portal does not take it', async () => {
    const seen: { url: string; body: string }[] = [];
    const portal = createServer((request, response) => {
      let body = '';
      request.on('data', (piece) => (body += piece));
      request.on('end', () => {
        seen.push({ url: request.url ?? '', body });
        response.writeHead(seen.length < 3 ? 503 : 200).end('{}');
      });
    });
    await new Promise<void>((listening) => portal.listen(0, '127.0.0.1', listening));
    const { port } = portal.address() as AddressInfo;
    const verdicts: Verdict[] = [
      { itemId: '1', offered: false, said: { answer: 'removed' } },
      { itemId: '2', offered: false },
    ];
    await sendAnswers(`http://127.0.0.1:${port}/t/notices/N-1`, verdicts);
    portal.close();
    expect(seen).toHaveLength(3);
    expect(seen[2]).toEqual({ url: '/t/notices/N-1/answers', body: JSON.stringify({ answers: [{ item: '1', answer: 'removed' }] }) });
  });
});

function take(desk: ReturnType<typeof createAbuseDesk>, id: string, notice: Notice): number {
  const body = JSON.stringify(notice);
  const at = new Date();
  const signature = new Webhook(secret).sign(id, at, body);
  const headers = { 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)), 'webhook-signature': signature };
  return desk.take(body, headers).status;
}
