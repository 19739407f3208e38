import { describe, expect, it } from 'vitest';
import { verify } from '../../../functions/verify/verify.ts';
import { removalClaim, standardLadder } from '../../../shared/domain/verification.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aDeliveredNotice, type Noticed } from '../../support/notice-desk.ts';
import { listingPage } from '../../support/pipeline-parts.ts';
import { pageOf } from '../../support/scripted-fetcher.ts';

const aws = useEmbeddedAws();
const hourMs = 3_600_000;
const forever = new AbortController().signal;

const noticed = () => aDeliveredNotice(aws);

async function later(hours: number, { desk }: Noticed): Promise<number> {
  desk.clock.at += hours * hourMs;
  return verify(desk.verify, forever);
}

async function standing({ desk, noticeId }: Noticed) {
  const [verification] = await desk.verifications.ofNotice(noticeId);
  if (verification === undefined) throw new Error('Nothing is looked at');
  return { ...verification, claim: removalClaim(verification, standardLadder) };
}

function takeDown({ desk, item }: Noticed): void {
  desk.fetcher.answer(item.listing.url, pageOf(item.listing.url, '<h1>Gone</h1>', 410));
}

const acts = async ({ desk, item }: Noticed) => (await desk.audit.ofSubject('case', item.id)).map(({ act }) => act);

describe('a listing under notice', () => {
  it('is looked at when a rung is due, and not before', async () => {
    const all = await noticed();
    expect(await later(0.5, all)).toBe(0);
    expect(await later(0.5, all)).toBe(1);
    expect(await later(1, all)).toBe(0);
    expect(await later(22, all)).toBe(1);
    expect((await standing(all)).looks).toMatchObject([{ liveness: 'live' }, { liveness: 'live', scanHealth: 'healthy' }]);
  });

  it('is said to be removed after it was gone at two rungs, with the page of each look kept', async () => {
    const all = await noticed();
    takeDown(all);
    await later(1, all);
    expect(await acts(all)).not.toContain('removal-verified');
    await later(23, all);
    expect(await standing(all)).toMatchObject({ claim: 'removed', looks: [{ because: 'HTTP 410' }, { because: 'HTTP 410' }] });
    expect(await acts(all)).toContain('removal-verified');
    const [look] = (await standing(all)).looks;
    const kept = await all.desk.evidence.get(look?.page?.key ?? '');
    expect(new TextDecoder().decode(kept?.bytes)).toBe('<h1>Gone</h1>');
  });

  it.each([
    ['a captcha', pageOf('', '<title>Are you a robot?</title><h1>Please verify you are a human</h1><div class="g-recaptcha"></div>', 403)],
    ['a server error', pageOf('', '<h1>Sorry</h1>', 503)],
    ['a login', pageOf('', '<title>Log in</title><form><input type="password"></form>')],
    ['an empty shell', pageOf('', '<div id="root"></div><script src="/app.js"></script>')],
    ['nothing', { outcome: 'failed', why: 'ECONNRESET' } as const],
  ])('is not said to be removed behind %s', async (_, answer) => {
    const all = await noticed();
    all.desk.fetcher.answer(all.item.listing.url, answer);
    for (const hours of [1, 23, 48, 96]) await later(hours, all);
    const { claim, looks } = await standing(all);
    expect(claim).toBe('not-known');
    expect(new Set(looks.map(({ liveness }) => liveness))).toEqual(new Set(['unknown']));
    expect(await acts(all)).toContain('escalation-raised');
  });

  it('is not said to be removed while its source cannot be seen', async () => {
    const all = await noticed();
    takeDown(all);
    all.desk.health.is = 'blind';
    for (const hours of [1, 23, 48, 96]) await later(hours, all);
    expect((await standing(all)).claim).toBe('not-known');
  });

  it('is not said to be removed on the word of a scan from before a long pause', async () => {
    const all = await noticed();
    all.desk.health.seenAt = new Date(all.desk.clock.at).toISOString();
    takeDown(all);
    for (const hours of [1, 30, 48, 96]) await later(hours, all);
    expect((await standing(all)).looks.map(({ scanHealth }) => scanHealth)).toEqual([
      'healthy',
      'not-scanned',
      'not-scanned',
      'not-scanned',
    ]);
    expect((await standing(all)).claim).toBe('not-known');
  });

  it('that comes back calls a person, once', async () => {
    const all = await noticed();
    takeDown(all);
    await later(1, all);
    all.desk.fetcher.answer(all.item.listing.url, listingPage());
    await later(23, all);
    await later(48, all);
    expect((await standing(all)).claim).toBe('returned');
    expect((await acts(all)).filter((act) => act === 'escalation-raised')).toHaveLength(1);
  });

  it('stays due when its host’s turn is too far away, and is not said to be unknown for it', async () => {
    const all = await noticed();
    all.desk.fetcher.answer(all.item.listing.url, { outcome: 'failed', why: 'its turn is too far away', isOurWait: true });
    expect(await later(1, all)).toBe(0);
    all.desk.fetcher.answer(all.item.listing.url, listingPage());
    expect(await later(0, all)).toBe(1);
  });

  it('is looked at once by two runs at once', async () => {
    const all = await noticed();
    all.desk.clock.at += hourMs;
    const kept = await Promise.all([verify(all.desk.verify, forever), verify(all.desk.verify, forever)]);
    expect(kept.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect((await standing(all)).looks).toHaveLength(1);
  });

  it('stays due when the run ends before its turn', async () => {
    const all = await noticed();
    all.desk.clock.at += hourMs;
    expect(await verify(all.desk.verify, AbortSignal.abort())).toBe(0);
    expect(await later(0, all)).toBe(1);
  });
});
