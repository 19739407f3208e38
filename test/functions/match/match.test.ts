import { describe, expect, it } from 'vitest';
import { match } from '../../../functions/match/match.ts';
import { RetryLater } from '../../../shared/aws/errors.ts';
import { SERIAL_CONFIDENCE } from '../../../shared/domain/identifier.ts';
import type { MatchRequest } from '../../../shared/messages.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { createMatchingDesk } from '../../support/matching-desk.ts';
import { testNow } from '../../support/pipeline-parts.ts';

/** Made up, with right check digits; nobody's device. */
const imei = '356938035643817';
const otherImei = '861234050012344';
const serial = 'F2LXK1ABCD';
const aws = useEmbeddedAws();

describe('matching', () => {
  it('opens a case when the record comes first', async () => {
    const desk = createMatchingDesk(aws);
    await desk.record({ imei });
    await desk.listing('1', { imei });
    expect(await desk.open()).toEqual(['1']);
  });

  it('opens the same case when the listing comes first', async () => {
    const desk = createMatchingDesk(aws);
    await desk.listing('1', { imei });
    await desk.record({ imei });
    expect(await desk.open()).toEqual(['1']);
  });

  it('opens it once however often it is told, and asks for its evidence once', async () => {
    const desk = createMatchingDesk(aws);
    await desk.record({ imei });
    const told = await desk.keepListing('1', { imei });
    for (let time = 0; time < 3; time += 1) await desk.tell(told);
    const [only, ...more] = await desk.cases();
    expect(more).toEqual([]);
    const { url } = only?.listing ?? {};
    expect(desk.reviewed()).toEqual([{ type: 'case-opened', caseId: only?.id, source: desk.source, url }]);
    expect(await acts(desk)).toEqual(['case-opened attempted', 'case-opened done']);
  });

  it('asks for the evidence again when a crash fell between case and request', async () => {
    const desk = createMatchingDesk(aws);
    await desk.record({ imei });
    const told = await desk.keepListing('1', { imei });
    desk.reviewQueue.failOnce();
    await expect(desk.tell(told)).rejects.toThrow('out of reach');
    await desk.tell(told);
    expect(desk.reviewed()).toHaveLength(1);
  });

  it.each([
    ['a disputed record', { grade: 'disputed' } as const, {}],
    ['a record that was recovered', { status: 'recovered' } as const, {}],
    ['a listing that is older than the theft', {}, { postedAt: '2026-10-01T00:00:00.000Z' }],
    [
      'an owner who asks for the phone back',
      {},
      { title: 'STOLEN: my iPhone 13', description: 'Stolen from me, please do not buy it, reward.' },
    ],
    ['a candidate that is no claim', {}, { confidence: 0.3 }],
  ])('opens no case for %s, in either order', async (_name, record, listing) => {
    const desk = createMatchingDesk(aws);
    const told = await desk.keepListing('1', { imei, ...listing });
    await desk.tell(told);
    await desk.record({ imei, ...record });
    await desk.tell(told);
    expect(await desk.cases()).toEqual([]);
    expect(desk.reviewed()).toEqual([]);
  });

  it('matches a labelled serial number though reading it is no claim', async () => {
    const desk = createMatchingDesk(aws);
    await desk.record({ serial });
    await desk.listing('1', { serial, confidence: SERIAL_CONFIDENCE });
    expect(await desk.open()).toEqual(['1']);
  });

  it('leaves a serial number without a label alone', async () => {
    const desk = createMatchingDesk(aws);
    await desk.record({ serial });
    await desk.listing('1', { serial, confidence: SERIAL_CONFIDENCE - 0.01 });
    expect(await desk.open()).toEqual([]);
  });

  it('finds every listing of a number that many show', async () => {
    const desk = createMatchingDesk(aws);
    for (let item = 10; item < 20; item += 1) await desk.listing(`${item}`, { imei });
    await desk.record({ imei });
    await desk.listing('20', { imei });
    expect(await desk.open()).toEqual(['10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20']);
  });

  it.each<MatchRequest>([
    { type: 'listing-revised', source: 'market', itemId: 'x', revision: 1 },
    { type: 'records-changed', why: 'new', references: ['nobody'] },
  ])('waits for what is not there yet: $type', async (request) => {
    const desk = createMatchingDesk(aws);
    await expect(match(request, desk.parts)).rejects.toThrow(RetryLater);
  });
});

describe('a record that changes', () => {
  it('closes what rests on it when it is withdrawn', async () => {
    const desk = createMatchingDesk(aws);
    const record = await desk.record({ imei });
    await desk.listing('1', { imei });
    await desk.status(record, 'recovered');
    expect(await desk.cases()).toMatchObject([{ state: 'closed', closedBecause: 'The record was marked as recovered.' }]);
    expect((await acts(desk)).at(-1)).toBe('case-closed done');
  });

  it('opens its case again when it is stolen once more, and asks for evidence anew', async () => {
    const desk = createMatchingDesk(aws);
    const record = await desk.record({ imei });
    await desk.listing('1', { imei });
    const [before] = await desk.cases();
    await desk.status(record, 'recovered');
    await desk.status(record, 'stolen');

    const [again, ...more] = await desk.cases();
    expect(more).toEqual([]);
    expect(again).toMatchObject({ id: before?.id, state: 'opened' });
    expect(again).not.toHaveProperty('closedAt');
    expect(again).not.toHaveProperty('closedBecause');
    // SQS drops a second request of one name within five minutes.
    expect(desk.reviewQueue.sent.map(({ deduplicationId }) => deduplicationId)).toEqual([
      `${before?.id}#${before?.openedAt}`,
      `${again?.id}#${again?.openedAt}`,
    ]);
    expect(again?.openedAt).not.toBe(before?.openedAt);
    expect((await acts(desk)).slice(2)).toEqual(['case-closed done', 'case-reopened done']);
  });

  it('closes its case when it is corrected to another number', async () => {
    const desk = createMatchingDesk(aws);
    const record = await desk.record({ imei });
    await desk.listing('1', { imei });
    await desk.change({ ...record, identifiers: [{ kind: 'imei', value: otherImei }] });
    expect(await desk.cases()).toMatchObject([{ state: 'closed', closedBecause: 'The record changed and no longer fits.' }]);
    expect((await acts(desk)).at(-1)).toBe('case-closed done');
  });

  it('closes its case when the theft turns out to be later than the advert', async () => {
    const desk = createMatchingDesk(aws);
    const record = await desk.record({ imei });
    await desk.listing('1', { imei });
    await desk.change({ ...record, stolenAt: '2026-11-22T00:00:00.000Z' });
    expect(await desk.cases()).toMatchObject([{ state: 'closed', closedBecause: 'The record changed and no longer fits.' }]);
  });

  it('meets the listings of the number it is corrected to', async () => {
    const desk = createMatchingDesk(aws);
    const record = await desk.record({ imei });
    await desk.listing('1', { imei });
    await desk.listing('2', { imei: otherImei });
    await desk.change({ ...record, identifiers: [{ kind: 'imei', value: otherImei }] });
    expect(await desk.open()).toEqual(['2']);
  });

  it('keeps its case when other things change', async () => {
    const desk = createMatchingDesk(aws);
    const record = await desk.record({ imei });
    await desk.listing('1', { imei });
    await desk.change({ ...record, description: 'Taken from a table.' });
    expect(await desk.open()).toEqual(['1']);
  });

  it('leaves no open case behind when it is withdrawn while it is compared', async () => {
    const desk = createMatchingDesk(aws);
    const record = await desk.record({ imei });
    const { cases, records } = desk.parts;
    const whileOpening = { ...desk.parts, cases: { ...cases, open: withdrawThenOpen } };
    async function withdrawThenOpen(found: Parameters<typeof cases.open>[0]) {
      await records.setStatus(record.reference, 'withdrawn', 'test', testNow.toISOString());
      await desk.tell({ type: 'records-changed', why: 'changed', references: [record.reference] });
      return cases.open(found);
    }
    await match(await desk.keepListing('1', { imei }), whileOpening);
    expect(await desk.cases()).toMatchObject([{ state: 'closed', closedBecause: 'The record was marked as withdrawn.' }]);
    expect(desk.reviewed()).toEqual([]);
  });
});

describe('a listing that changes', () => {
  it('gives its case the newest revision that shows the number', async () => {
    const desk = createMatchingDesk(aws);
    await desk.record({ imei });
    await desk.listing('1', { imei });
    await desk.listing('1', { imei, title: 'iPhone 13, price dropped' });
    expect(await desk.cases()).toMatchObject([{ state: 'opened', listing: { revision: 2, title: 'iPhone 13, price dropped' } }]);
  });

  it('keeps the newest when an old message comes again', async () => {
    const desk = createMatchingDesk(aws);
    await desk.record({ imei, imei2: otherImei });
    const first = await desk.keepListing('1', { imei });
    await desk.tell(first);
    await desk.listing('1', { imei: otherImei });
    await desk.tell(first);
    expect(await desk.cases()).toMatchObject([{ state: 'opened', listing: { revision: 2 } }]);
  });

  it('stays in the queue when the seller takes the number out', async () => {
    const desk = createMatchingDesk(aws);
    const record = await desk.record({ imei });
    await desk.listing('1', { imei });
    await desk.listing('1', {});
    await desk.change({ ...record, description: 'Taken from a table.' });
    expect(await desk.cases()).toMatchObject([{ state: 'opened', listing: { revision: 1 } }]);
  });
});

/** `act outcome` of everything that was done to the desk's only Case. */
async function acts({ cases, parts }: ReturnType<typeof createMatchingDesk>): Promise<string[]> {
  const [only] = await cases();
  const events = await parts.audit.ofSubject('case', only?.id ?? '');
  return events.map(({ act, outcome }) => `${act} ${outcome}`);
}
