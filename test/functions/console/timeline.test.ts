import { expect, it } from 'vitest';
import { timelineOf } from '../../../functions/console/timeline.ts';
import { aCase, aListing, aRecord, aRevision } from '../../support/console-data.ts';
import { aNoticeOf, anAnswerTo, anOfferAgain } from '../../support/notices.ts';

const first = aRevision({ number: 1, readAt: '2026-11-21T18:00:20.000Z', changed: [], price: { amount: 349.5, currency: 'GBP' } });

it('tells what happened in the order in which it happened, and how each is known', () => {
  const told = timelineOf({ item: aCase(), listing: aListing(), revisions: [first, aRevision()], record: aRecord(), notices: [] });
  expect(told.map(({ at, what, knowledge }) => `${at.text} | ${what} | ${knowledge}`)).toEqual([
    '14 Nov 2026 | Device stolen | reported',
    '15 Nov 2026, 09:30 | Theft reported | reported',
    '21 Nov 2026, 17:40 | Offered, as the page says | observed',
    '21 Nov 2026, 18:00 | First seen by a scan | observed',
    '21 Nov 2026, 18:00 | Read for the first time, offered for £349.50 | observed',
    '22 Nov 2026, 10:58 | Revision 2: changed price from £349.50 to £310 | observed',
    '22 Nov 2026, 11:02 | Match found, case opened | inferred',
    '22 Nov 2026, 11:02 | Page captured as evidence | observed',
    '22 Nov 2026, 11:02 | Ready for review | inferred',
  ]);
});

it('holds what is known when record and listing are gone', () => {
  const item = aCase({ state: 'closed', closedAt: '2026-11-22T12:00:00.000Z', closedBecause: 'the record was withdrawn' });
  const told = timelineOf({ item, listing: undefined, revisions: [], record: undefined, notices: [] });
  expect(told.at(-1)).toMatchObject({ what: 'Closed: the record was withdrawn', knowledge: 'done' });
});

it('tells the reason given when the record was withdrawn, before the closing that followed, and no longer once it is looked for again', () => {
  const item = aCase({ state: 'closed', closedAt: '2026-11-22T12:00:01.000Z', closedBecause: 'The record was marked as recovered.' });
  const statusSet = { at: '2026-11-22T12:00:00.000Z', reason: 'Handed in at Stoke Newington' };
  const told = (status: 'recovered' | 'stolen') =>
    timelineOf({ item, listing: undefined, revisions: [], record: aRecord({ status }), statusSet, notices: [] });
  expect(told('recovered').slice(-2)).toMatchObject([
    { what: 'Record marked as recovered: “Handed in at Stoke Newington”', knowledge: 'done' },
    { what: 'Closed: The record was marked as recovered.', knowledge: 'done' },
  ]);
  expect(told('stolen').map(({ what }) => what)).not.toContainEqual(expect.stringContaining('Stoke Newington'));
});

it('tells who decided what, and what was taken back', () => {
  const decision = { by: { id: 'osei', name: 'Ama Osei' }, stage: 'first', revision: 2 } as const;
  const decisions = [
    { ...decision, at: '2026-11-22T12:00:00.000Z', code: 'cannot-tell' as const, undoneAt: '2026-11-22T12:00:30.000Z' },
    { ...decision, at: '2026-11-22T12:01:00.000Z', code: 'not-the-device' as const },
  ];
  const work = { version: 3, opened: [], decisions };
  const item = aCase({
    state: 'closed',
    closedAt: '2026-11-22T12:01:00.000Z',
    closedBecause: 'Refused by Ama Osei: not-the-device.',
    work,
  });
  const told = timelineOf({ item, listing: undefined, revisions: [], record: undefined, notices: [] });
  expect(told.slice(-3).map(({ what, knowledge }) => [what, knowledge])).toEqual([
    ['Ama Osei: cannot tell', 'decided'],
    ['Ama Osei took it back', 'decided'],
    ['Ama Osei: not the device', 'decided'],
  ]);
});

it('tells what the platform said, as its word', () => {
  const item = aCase({ state: 'confirmed' });
  const noticed = aNoticeOf(item);
  const said = { ...anAnswerTo(noticed.notice, { answer: 'refused', reason: 'not-found', words: 'We looked twice.' }), number: 1 };
  const told = timelineOf({ item, listing: undefined, revisions: [], record: undefined, notices: [{ ...noticed, answers: [said] }] });
  expect(told.map(({ what, knowledge }) => `${what} | ${knowledge}`)).toContain(
    'Marktplein says: refused: cannot find the listing. “We looked twice.” | reported',
  );
});

it('tells what the platform was told, and what was seen since', () => {
  const item = aCase({ state: 'confirmed' });
  const told = timelineOf({ item, listing: undefined, revisions: [], record: undefined, notices: [aNoticeOf(item)] });
  expect(told.slice(-3).map(({ what, knowledge }) => [what, knowledge])).toEqual([
    ['Removal notice to Marktplein: delivered', 'done'],
    ['Looked again: still offered (the listing is shown)', 'observed'],
    ['Looked again: gone (HTTP 410)', 'observed'],
  ]);
});

it('names the notice that went before, and on the earlier case what came after', () => {
  const item = aCase();
  const found = anOfferAgain({ caseId: item.id });
  const [entry] = timelineOf({ item, listing: undefined, revisions: [], record: undefined, notices: [], earlier: [found] }).slice(-1);
  expect(entry).toMatchObject({
    what: 'Offered again: notice N-7Kq2 asked Gumtree to remove item 149 on 22 Nov 2026, 12:10, removed by 23 Nov 2026, 12:10',
    knowledge: 'inferred',
  });
  const notices = [{ ...aNoticeOf(item), again: [anOfferAgain({ caseId: 'new' })] }];
  const told = timelineOf({ item, listing: undefined, revisions: [], record: undefined, notices });
  expect(told.map(({ what }) => what)).toContain('Offered again after notice N-7Kq2: item 150 on the same site, case new');
});
