import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AskedListing, followUpId, reminderOf } from '../../../../shared/domain/notice/follow-up.ts';
import type { Look } from '../../../../shared/domain/verification.ts';

const now = new Date('2026-11-24T12:00:00.000Z');

function look(at: string, liveness: Look['liveness'], scanHealth: Look['scanHealth'] = 'healthy'): Look {
  return { at: `2026-11-${at}:00:00.000Z`, liveness, scanHealth, because: '' };
}

function asked(looks: Look[], fields: { answer?: AskedListing['answer']; recalledAt?: string } = {}): AskedListing {
  const { answer, ...taken } = fields;
  return { verification: { looks, ...taken }, answer };
}

const live = look('23T12', 'live');
const gone = look('23T12', 'gone');
const unseen = look('23T12', 'unknown');

describe('a reminder', () => {
  it('names what was last seen live, since the look that saw it', () => {
    const listing = asked([look('22T13', 'gone'), live]);
    expect(reminderOf([listing, asked([gone])], now)).toEqual({ named: [listing], seen: { at: live.at, still: 'live' } });
  });

  it('names what was not answered where nobody could see it', () => {
    const listings = [asked([unseen]), asked([])];
    expect(reminderOf(listings, now)).toEqual({ named: listings, seen: { at: now.toISOString(), still: 'unanswered' } });
  });

  it('says unanswered of all when one of them could not be seen, which is true of each', () => {
    const listings = [asked([live]), asked([unseen])];
    expect(reminderOf(listings, now)).toMatchObject({ named: listings, seen: { still: 'unanswered' } });
  });

  it('names what was answered as removed and is still seen, and nothing that nobody saw beside it', () => {
    const claimed = asked([live], { answer: 'removed' });
    expect(reminderOf([claimed, asked([unseen])], now)).toMatchObject({ named: [claimed], seen: { still: 'live' } });
  });

  it.each<[string, AskedListing]>([
    ['gone', asked([live, look('24T11', 'gone')])],
    ['gone, though nobody could see it since', asked([gone, look('24T11', 'unknown')])],
    ['taken back', asked([live], { recalledAt: now.toISOString() })],
    ['refused', asked([live], { answer: 'refused' })],
    ['said to be wrong', asked([live], { answer: 'wrong' })],
    ['asked back about', asked([live], { answer: 'need-more' })],
    ['said to be removed, and seen by nobody', asked([unseen], { answer: 'removed' })],
  ])('is not written of a listing that is %s', (_, listing) => {
    expect(reminderOf([listing], now)).toBeUndefined();
  });

  it('takes no listing for gone on the word of a blind scan', () => {
    expect(reminderOf([asked([live, look('24T11', 'gone', 'blind')])], now)).toMatchObject({ seen: { at: live.at, still: 'live' } });
  });

  it('says live only of listings whose last telling look was live, and unanswered only of those without an answer', () => {
    const looks = fc.array(fc.constantFrom(live, gone, unseen, look('23T12', 'gone', 'blocked')), { maxLength: 4 });
    const listing = fc.record({
      looks,
      answer: fc.constantFrom(undefined, undefined, 'removed', 'refused', 'wrong'),
      recalledAt: fc.constantFrom(undefined, undefined, now.toISOString()),
    });
    fc.assert(
      fc.property(fc.array(listing, { maxLength: 6 }), (drawn) => {
        const listings = drawn.map(({ looks: all, answer, recalledAt }) => asked(all, { answer, ...(recalledAt && { recalledAt }) }));
        const reminder = reminderOf(listings, now);
        for (const { verification, answer } of reminder?.named ?? []) {
          expect(verification.recalledAt).toBeUndefined();
          if (reminder?.seen.still === 'unanswered') expect(answer).toBeUndefined();
          else expect(verification.looks.some(({ liveness }) => liveness === 'live')).toBe(true);
        }
      }),
    );
  });
});

it('a step of a notice has one id', () => {
  expect(followUpId({ noticeId: 'N-7Kq2', step: 2 })).toBe('N-7Kq2-F2');
});
