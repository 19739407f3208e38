import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../../shared/domain/notice/confirmed-listing.ts';
import { draftFollowUp, draftPreservation, draftRecall, draftRemoval } from '../../../../shared/domain/notice/draft.ts';
import { factsOf, sentenceOf } from '../../../../shared/domain/notice/facts.ts';
import { groundKey, withoutNoticed } from '../../../../shared/domain/notice/ground-key.ts';
import { groupListings } from '../../../../shared/domain/notice/group.ts';
import { shownIdentifier, withoutNumbers } from '../../../../shared/domain/notice/shown-identifier.ts';
import { noticeWords } from '../../../../shared/domain/notice/words.ts';
import { readNotice } from '../../../../shared/notice-schema.ts';
import { anIdentifier } from '../../../support/console-data.ts';
import { aConfirmedListing, draftParts } from '../../../support/notices.ts';
import { stolenRecord } from '../../../support/written-records.ts';

const offence = 'stolen-goods-offered';

function offered(itemId: string, sellerId?: string, source = 'marktplein') {
  const url = `https://${source}.example/p/${itemId}`;
  return aConfirmedListing({ caseId: `case-${itemId}`, listing: { source, itemId, url, title: 'iPhone', ...(sellerId && { sellerId }) } });
}

describe('grouping', () => {
  it('makes one group a platform and seller, and one a listing where the seller is not known', () => {
    const groups = groupListings([
      offered('1', 'a'),
      offered('2', 'b'),
      offered('3', 'a'),
      offered('4'),
      offered('5'),
      offered('6', 'a', 'other'),
    ]);
    expect(groups.map((group) => group.map(({ listing }) => listing.itemId))).toEqual([['1', '3'], ['2'], ['4'], ['5'], ['6']]);
  });

  it('keeps a notice to fifty listings', () => {
    const many = Array.from({ length: 120 }, (_, index) => offered(String(index), 'a'));
    expect(groupListings(many).map((group) => group.length)).toEqual([50, 50, 20]);
  });
});

describe('duplicates', () => {
  it('asks once for a listing and a ground, and says which cases it left out', () => {
    const second = { ...offered('1', 'a'), caseId: 'another-record' };
    const noticed = new Set([groundKey({ source: 'marktplein', itemId: '2' }, offence)]);
    const { toNotify, suppressed } = withoutNoticed([offered('1', 'a'), offered('2', 'a'), second], { noticed, offence });
    expect(toNotify.map(({ caseId }) => caseId)).toEqual(['case-1']);
    expect(suppressed.map(({ caseId }) => caseId)).toEqual(['case-2', 'another-record']);
  });

  it('tells apart listings whose names would run together', () => {
    expect(groundKey({ source: 'a/b', itemId: 'c' }, offence)).not.toBe(groundKey({ source: 'a', itemId: 'b/c' }, offence));
  });
});

describe('facts', () => {
  const line = (field: string, bits: number, level = 'same') => ({ field, bits, level, sentence: 'Jane Doe', recordSays: 'Jane Doe' });

  it('tell those against like those for, without weights', () => {
    const facts = factsOf({
      evidence: [line('identifier', 46, 'equal'), line('place', -0.5), line('mark: engraving', 8), line('colour', 1.4)],
    });
    expect(facts.map(({ field, outcome, speaks, strength }) => [field, outcome, speaks, strength])).toEqual([
      ['identifier', 'equal', 'for', 'strong'],
      ['place', 'differs', 'against', 'weak'],
      ['mark', 'agrees', 'for', 'moderate'],
      ['colour', 'agrees', 'for', 'weak'],
    ]);
    expect(facts.map(sentenceOf).join(' ')).not.toMatch(/\d|Jane/);
  });

  it('leave out a number that may be another advert’s', () => {
    const identifier = anIdentifier({ confidence: 0.248, features: { label: 'imei', perhapsOf: 'another offer' } });
    const facts = factsOf({ evidence: [{ ...line('identifier', 16, 'equal, in doubt'), identifier }, line('colour', 1.4)] });
    expect(facts.map(({ field }) => field)).toEqual(['colour']);
  });

  it('leave out the arithmetic, and keep what they do not know by name', () => {
    const facts = factsOf({ evidence: [line('prior', -16), line('cap', -31), line('model', 0), line('smell', -4)] });
    expect(facts).toEqual([{ field: 'other-detail', outcome: 'differs', speaks: 'against', strength: 'moderate', assertion: 'inferred' }]);
  });
});

describe('numbers in a notice', () => {
  it.each([
    ['iPhone 13 Pro 256GB 2022, £350', 'iPhone 13 Pro 256GB 2022, £350'],
    ['iPhone IMEI 356938035643809 boxed', 'iPhone IMEI *************** boxed'],
    ['imei three five eight two four nine one one zero four five three one seven three', /^imei [* ]+$/],
    ['serial F2LXK3ABCD12', 'serial ************'],
    ['call 07700 900123', 'call ***** ******'],
  ])('are masked in a title: %s', (title, shown) => {
    if (typeof shown === 'string') expect(withoutNumbers(title)).toBe(shown);
    else expect(withoutNumbers(title)).toMatch(shown);
  });

  it('show the model and the end of the advert’s own', () => {
    const found = { confidence: 0.9, raw: '', where: 'text' };
    expect(shownIdentifier({ kind: 'imei', value: '356938035643809', ...found }).masked).toBe('35693803*****09');
    expect(shownIdentifier({ kind: 'partial', pattern: '35???????????09', ...found }).masked).toBe('35??????*****09');
  });
});

describe('kinds of notices', () => {
  const removal = draftRemoval([aConfirmedListing()], draftParts());
  const kinds = {
    removal,
    preservation: draftPreservation(removal.targets, {
      ...draftParts(),
      legalBasis: 'DPA 2018 Sch. 2 para. 2',
      days: 90,
      doNotInformSeller: true,
    }),
    followUp: draftFollowUp(removal, { at: '2026-11-23T12:00:00.000Z', still: 'live' }, draftParts({ noticeId: 'N-2' })),
    recall: draftRecall(removal, 'record-recovered', draftParts({ noticeId: 'N-3' })),
  };

  it.each(Object.entries(kinds))('are complete and can be read aloud: %s', (_, notice) => {
    expect(readNotice(notice)).toEqual({ complete: true, notice });
    expect(noticeWords(notice)).toContain('https://marktplein.example/p/88120734');
    expect(noticeWords(notice)).toMatch(/^Answer: Please .* 2026-11-24 12:00 UTC .*goods@police\.example/m);
  });

  it.each(Object.entries(kinds))('say in words all that they say: %s', (_, notice) => {
    const sent = { ...notice, answerAt: 'https://portal.police.example/1.abc.def/notices/N-7Kq2' };
    const said = noticeWords(sent);
    for (const text of textsIn(sent)) expect(said).toContain(text);
  });

  it('asks of a recall that what was taken down is put back, in its own words', () => {
    expect(noticeWords(kinds.recall)).toContain('because the device was recovered. Please put this listing back if you took it down');
    expect(noticeWords(kinds.recall)).toContain(
      'Answer: Please do so by 2026-11-24 12:00 UTC and say what you did to goods@police.example.',
    );
    expect(noticeWords(kinds.recall)).not.toMatch(/remove|answer by/);
  });

  it('let what a stranger wrote stand on its own line and write no field', () => {
    const [target] = removal.targets;
    const forged = { ...removal, targets: [{ ...target, platformItemId: '1\n\nTo dispute this: pay' }] };
    const read = readNotice(forged);
    expect(read.complete && noticeWords(read.notice).match(/^To dispute this:/gm)).toHaveLength(1);
  });

  it('refer to the notice that they follow or take back, and say of its listings no more than their names', () => {
    expect(kinds.recall).toMatchObject({ refersTo: 'N-7Kq2', reason: 'record-recovered', request: { action: 'restore' } });
    expect(Object.keys(kinds.recall.targets[0] ?? {}).sort()).toEqual(['platformItemId', 'sellerId', 'title', 'url']);
  });

  it('never ask for a seller’s data beside a removal', () => {
    expect(readNotice({ ...removal, request: { ...removal.request, sellerData: ['name'] } })).toMatchObject({ complete: false });
    expect(readNotice({ ...removal, request: { ...removal.request, action: 'preserve' } })).toMatchObject({ complete: false });
  });

  it('are not drafted on a record that is no longer looked for', () => {
    const record = stolenRecord();
    const at = new Date('2026-11-22T12:00:00.000Z');
    expect(standingOf(record, at)).toEqual({ reference: record.reference, grade: record.grade, checkedAt: at.toISOString() });
    for (const changes of [{ status: 'recovered' as const }, { status: 'withdrawn' as const }, { grade: 'disputed' as const }])
      expect(standingOf({ ...record, ...changes }, at)).toBeUndefined();
  });

  it('of fifty listings are written and checked well within one message’s time', () => {
    const listings = Array.from({ length: 50 }, (_, index) => offered(String(index), 'a'));
    const read = readNotice(draftRemoval(listings, draftParts()));
    expect(read.complete && noticeWords(read.notice).match(/^Listing \d+ of 50:/gm)?.length).toBe(50);
  });
});

/** Names of closed lists are put into other words, and times are shortened. */
const namesOfLists = /^(?:fencewatch-notice-1|[a-z]+(?:-[a-z0-9]+)*)$/;

function textsIn(value: unknown): string[] {
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') {
    if (/^\d{4}-\d\d-\d\dT/.test(value)) return [`${value.slice(0, 10)} ${value.slice(11, 16)} UTC`];
    return namesOfLists.test(value) ? [] : [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
