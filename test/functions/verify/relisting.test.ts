import { describe, expect, it } from 'vitest';
import { deliverNotice } from '../../../functions/deliver/deliver.ts';
import { recallNotices } from '../../../functions/deliver/recall.ts';
import { match } from '../../../functions/match/match.ts';
import { notify } from '../../../functions/notify/notify.ts';
import { readListing } from '../../../functions/read/read.ts';
import { verify } from '../../../functions/verify/verify.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { ListingLink } from '../../../shared/domain/linking/listing-link.ts';
import { matchRequestSchema } from '../../../shared/messages.ts';
import { readNotice } from '../../../shared/notice-schema.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createNoticeDesk, type NoticeDesk } from '../../support/notice-desk.ts';
import { aConfirmation } from '../../support/notices.ts';
import { aDelivery, listingPage } from '../../support/pipeline-parts.ts';
import { pageOf } from '../../support/scripted-fetcher.ts';
import { stolenRecord } from '../../support/written-records.ts';

const aws = useEmbeddedAws();
const hourMs = 3_600_000;
const imeis = [
  '353507104829178',
  '353507105903618',
  '353507107318468',
  '353507102640957',
  '353507109182730',
  '353507106071548',
  '353507103459829',
  '353507108714061',
];

interface Watched {
  desk: NoticeDesk;
  reference: string;
  imei: string;
  first: Case;
  noticeId: string;
}

/** A listing that shows the number of a stolen device, found by the real matching, confirmed, and told to its platform. */
async function noticed(): Promise<Watched> {
  const desk = createNoticeDesk(aws);
  const imei = imeis.pop() ?? '';
  const reference = `${desk.source.id.replace(/\D/g, '')}7/26-R`;
  await desk.records.upsert(
    [stolenRecord({ reference, identifiers: [{ kind: 'imei', value: imei }], stolenAt: '2026-11-18T10:00:00.000Z' })],
    { id: 'test', at: '2026-11-22T12:00:00.000Z' },
  );
  await match({ type: 'records-changed', why: 'new', references: [reference] }, desk.match);
  const watched = { desk, reference, imei };
  const first = await offer('1', watched);
  await confirm(first, desk);
  return { ...watched, first, noticeId: await tell(desk) };
}

/** As the real reader and the real matching find it. */
async function offer(itemId: string, { desk, reference, imei }: Pick<Watched, 'desk' | 'reference' | 'imei'>): Promise<Case> {
  await read(itemId, listingPage({ description: `iPhone 13, IMEI ${imei}, works as it should.` }), desk);
  const item = (await desk.cases.restingOn(reference)).find(({ listing }) => listing.itemId === itemId);
  if (item === undefined) throw new Error('The listing fits the record');
  return item;
}

async function read(itemId: string, page: Parameters<NoticeDesk['fetcher']['answer']>[1], desk: NoticeDesk): Promise<void> {
  const url = `https://market.example/item/phone/${itemId}`;
  desk.fetcher.answer(url, page);
  const before = desk.read.matchQueue.sent.length;
  const why = itemId === '1' ? 'changed' : 'new';
  await readListing(
    { type: 'read-listing', source: desk.source.id, scanId: `${desk.source.id}~1`, why, itemId, url },
    aDelivery(),
    desk.read,
  );
  for (const { body } of desk.read.matchQueue.sent.slice(before)) await match(matchRequestSchema.parse(body), desk.match);
}

async function confirm(item: Case, desk: NoticeDesk): Promise<void> {
  const { first, second } = aConfirmation;
  const ready = await desk.cases.get(item.id);
  if (ready === undefined) throw new Error('The case is there');
  await desk.keepCapture(ready);
  expect(
    await desk.cases.saveWork(ready, { ...ready, state: 'confirmed', work: { version: 1, opened: [], decisions: [first, second] } }),
  ).toBe('saved');
}

async function tell(desk: NoticeDesk): Promise<string> {
  const { written, held } = await notify(desk.notify);
  expect(held).toEqual([]);
  for (const noticeId of written) await deliverNotice({ type: 'notice-written', noticeId }, aDelivery(), desk.deliver);
  return written[0] ?? '';
}

const gonePage = (url: string) => pageOf(url, '<h1>Gone</h1>', 410);

async function remove({ desk, first }: Watched): Promise<void> {
  desk.fetcher.answer(first.listing.url, gonePage(first.listing.url));
  for (const hours of [1, 23]) await later(hours, desk);
}

async function later(hours: number, desk: NoticeDesk): Promise<void> {
  desk.clock.at += hours * hourMs;
  await verify(desk.verify, new AbortController().signal);
}

describe('what was removed and is put up again', () => {
  it('has a case that names the notice, and the notice names the case', async () => {
    const all = await noticed();
    await remove(all);
    const again = await offer('2', all);
    const [found, ...others] = await all.desk.offers.earlierOf(again.id);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      caseId: again.id,
      listing: { itemId: '2' },
      earlier: { noticeId: all.noticeId, caseId: all.first.id, askedAt: '2026-11-22T12:00:00.000Z', removedAt: '2026-11-23T12:00:00.000Z' },
      by: 'record',
    });
    expect(await all.desk.offers.since(all.noticeId)).toEqual([found]);
    expect(await all.desk.audit.ofSubject('case', again.id)).toContainEqual(
      expect.objectContaining({ act: 'offered-again', actor: 'match', detail: expect.objectContaining({ noticeId: all.noticeId }) }),
    );
  });

  it('is named as well when it was there before the removal was verified', async () => {
    const all = await noticed();
    all.desk.clock.at += 60_000;
    const again = await offer('2', all);
    expect(await all.desk.offers.earlierOf(again.id)).toEqual([]);
    await remove(all);
    expect(await all.desk.offers.earlierOf(again.id)).toMatchObject([{ earlier: { noticeId: all.noticeId } }]);
  });

  it('is named once, however often it is read and looked at', async () => {
    const all = await noticed();
    await remove(all);
    const again = await offer('2', all);
    const before = await all.desk.offers.earlierOf(again.id);
    all.desk.clock.at += hourMs;
    await offer('2', all);
    await later(48, all.desk);
    expect(await all.desk.offers.earlierOf(again.id)).toEqual(before);
    expect((await all.desk.audit.ofSubject('case', again.id)).filter(({ act }) => act === 'offered-again')).toHaveLength(1);
  });

  it('is cited in the next notice to the same platform', async () => {
    const all = await noticed();
    await remove(all);
    const again = await offer('2', all);
    await confirm(again, all.desk);
    const stored = await all.desk.notices.get(await tell(all.desk));
    expect(stored?.notice).toMatchObject({ targets: [{ platformItemId: '2', earlier: [{ noticeId: all.noticeId }] }] });
    expect(readNotice(stored?.notice)).toMatchObject({ complete: true });
  });

  it('is named by a link between the listings, though it shows no number', async () => {
    const all = await noticed();
    await remove(all);
    const described = await all.desk.confirmed('5', { match: { ...all.first.match, evidenceKind: 'description' }, state: 'ready' });
    const listing = await all.desk.listings.get(described.listing);
    if (listing) await all.desk.listings.saveReading({ listing: { ...listing, firstSeenAt: new Date(all.desk.clock.at).toISOString() } });
    await all.desk.relistings.ofCase(described);
    expect(await all.desk.offers.earlierOf(described.id)).toEqual([]);
    const link: ListingLink = { kind: 'relisting', reasons: ['The seller is the same.'], against: [] };
    const until = Math.floor(all.desk.clock.at / 1000) + 86_400;
    await all.desk.links.keep([all.first.listing, described.listing], link, { foundAt: all.first.openedAt, expiresAt: until });
    await all.desk.relistings.ofCase(described);
    expect(await all.desk.offers.earlierOf(described.id)).toMatchObject([{ by: 'link', earlier: { noticeId: all.noticeId } }]);
  });

  it('is not named after the notice was taken back', async () => {
    const all = await noticed();
    await remove(all);
    await all.desk.cases.move(all.first.id, 'closed', { closedBecause: 'A mistake.' });
    await recallNotices({ type: 'case-lost', caseId: all.first.id }, aDelivery(), all.desk.deliver);
    const again = await offer('2', all);
    expect(await all.desk.offers.earlierOf(again.id)).toEqual([]);
  });
});

it('a case whose record is looked for again is opened for people anew, and nothing is told until two of them confirm it', async () => {
  const { desk, reference, first } = await noticed();
  const changed = () => match({ type: 'records-changed', why: 'changed', references: [reference] }, desk.match);
  await desk.records.setStatus(reference, 'recovered', 'handed in', '2026-11-22T12:00:00Z');
  await changed();
  expect((await desk.cases.get(first.id))?.state).toBe('closed');
  await recallNotices({ type: 'case-lost', caseId: first.id }, aDelivery(), desk.deliver);
  await desk.records.setStatus(reference, 'stolen', 'a mistake', '2026-11-22T12:10:00Z');
  await changed();
  expect((await desk.cases.get(first.id))?.state).toBe('opened');
  expect(await notify(desk.notify)).toEqual({ written: [], held: [] });
});

describe('the removed listing itself', () => {
  it('is looked at again when it is read as offered after the ladder was climbed, and a person is called', async () => {
    const all = await noticed();
    await remove(all);
    for (const hours of [48, 96]) await later(hours, all.desk);
    await read('1', gonePage(all.first.listing.url), all.desk);
    await later(24, all.desk);
    expect(await all.desk.escalations.ofTeam(all.desk.source.id, 'open', 10)).toEqual([]);
    const looksBefore = (await all.desk.verifications.ofNotice(all.noticeId))[0]?.looks.length;

    await offer('1', all);
    await later(0, all.desk);
    const [verification] = await all.desk.verifications.ofNotice(all.noticeId);
    expect(verification?.looks).toHaveLength((looksBefore ?? 0) + 1);
    expect(await all.desk.escalations.ofTeam(all.desk.source.id, 'open', 10)).toMatchObject([{ kind: 'returned', noticeId: all.noticeId }]);

    all.desk.fetcher.answer(all.first.listing.url, gonePage(all.first.listing.url));
    for (const hours of [1, 23]) await later(hours, all.desk);
    expect(await all.desk.escalations.ofTeam(all.desk.source.id, 'open', 10)).toEqual([]);
  });
});
