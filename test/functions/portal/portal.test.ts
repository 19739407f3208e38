import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deliverNotice } from '../../../functions/deliver/deliver.ts';
import { recallNotices } from '../../../functions/deliver/recall.ts';
import { signPortalToken } from '../../../shared/portal-link.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aDelivery } from '../../support/pipeline-parts.ts';
import { createPortalDesk, portalAt } from '../../support/portal-desk.ts';

const aws = useEmbeddedAws();

describe('a platform’s portal', () => {
  it('opens at the notice the link came with: what is asked, by when, why, good faith, redress', async () => {
    const desk = createPortalDesk(aws);
    const { id, link } = await desk.notified('1', '2');
    const { status, text, headers } = await desk.get(link);
    expect(status).toBe(200);
    for (const said of [
      `Notice ${id}`,
      'Please take these 2 listings down.',
      '24 Nov 2026, 12:00',
      'https://market.example/item/phone/2',
      'The advert shows the number of a device that is reported stolen.',
      'believes in good faith',
      'Write to goods@police.example',
    ])
      expect(text).toContain(said);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(desk.reported).toEqual([]);
  });

  it('says nothing of the record, the persons who decided, or the case beyond the notice', async () => {
    const desk = createPortalDesk(aws);
    const { id, link } = await desk.notified('1');
    const { text } = await desk.get(link);
    for (const hidden of ['Ama Osei', 'no-objection', 'no objection', 'bits']) expect(text).not.toContain(hidden);
    const { text: evidence } = await desk.get(`${link}/listings/1/evidence/1`);
    expect((await desk.notices.get(id))?.cases[0]?.decidedBy).toContain('Ama Osei');
    expect(evidence).not.toContain('Ama Osei');
  });

  it('lists the platform’s own notices and how far each is answered', async () => {
    const desk = createPortalDesk(aws);
    const first = await desk.notified('1', '2');
    desk.clock.at += 60_000;
    const second = await desk.notified('3');
    await desk.give(first.link, { answers: [{ item: '1', answer: 'removed' }] });
    const { text } = await desk.get(first.link.replace(/\/notices\/.*/, '/notices'));
    expect(text.indexOf(second.id)).toBeLessThan(text.indexOf(first.id));
    expect(text).toContain('1 of 2 answered');
    expect(text).toContain('Not answered yet');
  });

  it('asks for nothing that was taken back: the listing is marked, with the recall, and has no form', async () => {
    const desk = createPortalDesk(aws);
    const { id, link, caseIds } = await desk.notified('1', '2');
    const takeBack = async (at: number) => {
      const caseId = caseIds[at - 1] ?? '';
      await desk.records.setStatus((await desk.cases.get(caseId))?.match.recordReference ?? '', 'withdrawn', 'why', '2026-11-22T12:00:00Z');
      await recallNotices({ type: 'case-lost', caseId }, aDelivery(), desk.deliver);
      await deliverNotice({ type: 'notice-written', noticeId: `${id}-R${at}` }, aDelivery(), { ...desk.deliver, portal: portalAt });
    };
    const list = () => desk.get(link.replace(/\/notices\/.*/, '/notices'));
    await takeBack(2);
    const { text } = await desk.get(link);
    expect(text).toContain('Please take down the one listing that we did not take back.');
    expect(text).toMatch(new RegExp(`Taken back on .*22 Nov 2026.*href="[^"]*/notices/${id}-R2"`));
    expect(text.match(/name="answer" type="radio" value="removed"/g)).toHaveLength(1);
    expect((await list()).text).toMatch(new RegExp(`Taken back on .*href="[^"]*/notices/${id}-R2"`));
    await desk.send(link, { item: '', answer: 'removed' });
    expect((await desk.answers.ofNotice(id)).map(({ itemId }) => itemId)).toEqual(['1']);
    await takeBack(1);
    const whole = await desk.get(link);
    expect(whole.text).toContain('We took this notice back, and ask nothing of you by it any more.');
    for (const gone of ['Please take', 'Answer by', '<form']) expect(whole.text).not.toContain(gone);
    expect((await list()).text).toContain('Nothing is asked');
    const recall = await desk.get(link.replace(id, `${id}-R1`));
    expect(recall.text).toContain('Please put this listing back if you took it down because of us.');
    expect(recall.text).toMatch(new RegExp(`It is about <a class="govuk-link" href="[^"]*/notices/${id}">`));
  });

  it('shows the captured page with the hash that the notice names, and hands out the bytes of that hash', async () => {
    const desk = createPortalDesk(aws);
    const { id, link } = await desk.notified('1');
    const stored = await desk.notices.get(id);
    if (stored?.notice.kind !== 'removal-notice') throw new Error('It is a removal notice');
    const manifestHash = stored.notice.targets[0]?.evidence[0]?.sha256 ?? '';
    expect((await desk.get(link)).text).toMatch(/>The page<\/a> \(FW-.*\), captured/);
    const page = await desk.get(`${link}/listings/1/evidence/1`);
    expect(page.text).toContain(manifestHash);
    expect(page.text).toContain('&lt;h1&gt;iPhone 13&lt;/h1&gt;');
    const manifest = await desk.app.request(`${link}/listings/1/evidence/1/manifest.json`);
    expect(sha256(await manifest.arrayBuffer())).toBe(manifestHash);
    const piece = await desk.app.request(`${link}/listings/1/evidence/1/1`);
    expect(piece.headers.get('content-type')).toBe('application/octet-stream');
    expect(piece.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(page.text).toContain(sha256(await piece.arrayBuffer()));
    expect((await desk.audit.ofSubject('case', stored.cases[0]?.caseId ?? '')).filter(({ act }) => act === 'evidence-viewed')).toHaveLength(
      3,
    );
  });

  it('has no evidence, listing or piece beyond those that the notice names', async () => {
    const desk = createPortalDesk(aws);
    const { link } = await desk.notified('1');
    for (const path of [
      'listings/1/evidence/2',
      'listings/2/evidence/1',
      'listings/0/evidence/1',
      'listings/1/evidence/1/2',
      'listings/1/evidence/1/..',
    ])
      expect((await desk.get(`${link}/${path}`)).status).toBe(404);
  });

  it('shows the notice of its own link though it is not noted as delivered yet, and no other such', async () => {
    const desk = createPortalDesk(aws);
    const { id, link } = await desk.notified('1');
    const stored = await desk.notices.get(id);
    if (stored === undefined) throw new Error('It was written');
    const { deliveredAt: _never, ...queued } = stored;
    await desk.notices.create({ ...queued, id: 'N-not-yet', state: 'queued', notice: { ...stored.notice, noticeId: 'N-not-yet' } });
    expect((await desk.get(desk.linkTo('N-not-yet'))).status).toBe(200);
    expect((await desk.get(link.replace(id, 'N-not-yet'))).status).toBe(404);
  });

  it('keeps on record who opened what, and tells nobody the link', async () => {
    const desk = createPortalDesk(aws);
    const { id, link } = await desk.notified('1');
    await desk.get(link);
    const rows = await desk.audit.ofSubject('notice', id);
    expect(rows).toMatchObject([{ actor: `platform:${desk.source.id}`, act: 'notice-opened', outcome: 'done' }]);
    expect(JSON.stringify(rows)).not.toContain(new URL(link).pathname.split('/')[1]);
  });
});

describe('nobody else', () => {
  it.each([
    ['a forged signature', (link: string) => link.replace(/\.[^./]{43}\//, `.${'A'.repeat(43)}/`)],
    ['a token cut short', (link: string) => link.replace(/[^/](\/notices)/, '$1')],
    ['no token', (link: string) => link.replace(/example\/[^/]+/, 'example/x')],
    ['no path', () => portalAt.url],
  ])('gets in with %s', async (_what, forge) => {
    const desk = createPortalDesk(aws);
    const { link } = await desk.notified('1');
    const page = await desk.get(forge(link));
    const program = await desk.give(forge(link), { answers: [{ item: '1', answer: 'removed' }] });
    expect([page.status, program.status]).toEqual([404, 404]);
    expect(page.text).toBe((await desk.get(`${portalAt.url}/nothing`)).text);
  });

  it('gets in with a link that has run out', async () => {
    const desk = createPortalDesk(aws);
    const { link } = await desk.notified('1');
    desk.clock.at += 30 * 86_400_000;
    expect((await desk.get(link)).status).toBe(404);
    expect((await desk.send(link, { item: '1', answer: 'removed' })).status).toBe(404);
  });

  it('sees or answers another platform’s notice, whatever the path names, and cannot tell it from one that is not there', async () => {
    const [ours, theirs] = [createPortalDesk(aws), createPortalDesk(aws)];
    const own = await ours.notified('1');
    const other = await theirs.notified('2');
    const swapped = own.link.replace(own.id, other.id);
    const missing = own.link.replace(own.id, 'N-not-there');
    for (const path of ['', '/answers', '/listings/1/evidence/1', '/listings/1/evidence/1/1', '/listings/1/evidence/1/manifest.json']) {
      const [one, two] = [await ours.get(swapped + path), await ours.get(missing + path)];
      expect([one.status, two.status]).toEqual([404, 404]);
      expect(one.text.replaceAll(other.id, '')).toBe(two.text.replaceAll('N-not-there', ''));
    }
    expect((await ours.give(swapped, { answers: [{ item: '2', answer: 'removed' }] })).status).toBe(404);
    expect((await ours.send(swapped, { item: '2', answer: 'removed' })).status).toBe(404);
    expect(await theirs.answers.ofNotice(other.id)).toEqual([]);
    expect((await ours.get(own.link.replace(/\/notices\/.*/, '/notices'))).text).not.toContain(other.id);
    expect((await ours.audit.ofSubject('notice', other.id)).map(({ outcome }) => outcome)).toEqual(['refused']);
  });

  it('gets further with a link that its own key did not sign', async () => {
    const desk = createPortalDesk(aws);
    const { id } = await desk.notified('1');
    const pass = { source: desk.source.id, noticeId: id, expiresAt: new Date(desk.clock.at + 1000) };
    const token = signPortalToken(pass, { 1: 'another key, which is long enough as well' });
    expect((await desk.get(`${portalAt.url}/${token}/notices/${id}`)).status).toBe(404);
  });
});

function sha256(bytes: ArrayBuffer): string {
  return createHash('sha256').update(new Uint8Array(bytes)).digest('hex');
}
