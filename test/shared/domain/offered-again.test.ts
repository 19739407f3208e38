import { describe, expect, it } from 'vitest';
import { citable, type Earlier, type Later, offeredAgain } from '../../../shared/domain/offered-again.ts';
import { type Look, standardLadder } from '../../../shared/domain/verification.ts';
import { aCase, aMatch } from '../../support/console-data.ts';

const at = new Date('2026-11-25T12:00:00.000Z');
const since = '2026-11-20T12:00:00.000Z';
const gone = (when: string): Look => ({ at: when, liveness: 'gone', scanHealth: 'healthy', because: 'HTTP 410' });
const looks = [gone('2026-11-20T13:00:00.000Z'), gone('2026-11-21T12:00:00.000Z')];

function earlierOf(fields: Partial<Earlier['verification']> = {}): Earlier {
  const listing = { source: 'gumtree', itemId: '1', url: 'https://gumtree.example/1' };
  const verification = { noticeId: 'N-1', caseId: 'old', team: 'met', listing, since, looks, ...fields };
  return { item: aCase({ id: 'old' }), verification, platform: 'Gumtree' };
}

function laterOf(fields: Partial<Later> & { source?: string; itemId?: string; match?: Partial<ReturnType<typeof aMatch>> } = {}): Later {
  const { source = 'gumtree', itemId = '2', match, ...rest } = fields;
  const item = aCase({ id: 'new', match: { ...aMatch(), ...match }, listing: { ...aCase().listing, source, itemId } });
  return { item, firstSeenAt: '2026-11-22T12:00:00.000Z', isLinked: false, ...rest };
}

const find = (earlier: Earlier, later: Later) => offeredAgain(earlier, later, { ladder: standardLadder, by: 'match', at });

describe('a listing', () => {
  it('of the same record that came after the notice names it, with when it was asked and when removed', () => {
    expect(find(earlierOf(), laterOf())).toEqual({
      caseId: 'new',
      listing: { source: 'gumtree', itemId: '2' },
      earlier: {
        noticeId: 'N-1',
        caseId: 'old',
        listing: { source: 'gumtree', itemId: '1' },
        platform: 'Gumtree',
        askedAt: since,
        removedAt: '2026-11-21T12:00:00.000Z',
      },
      by: 'record',
      isSameRecord: true,
      foundAt: at.toISOString(),
      foundBy: 'match',
    });
  });

  it('is found by its link though another record fits it, and by words alone only with a link', () => {
    expect(find(earlierOf(), laterOf({ match: { recordReference: '1/26' }, isLinked: true }))).toMatchObject({
      by: 'link',
      isSameRecord: false,
    });
    expect(find(earlierOf(), laterOf({ match: { evidenceKind: 'description' }, isLinked: true }))).toMatchObject({ by: 'link' });
    expect(find(earlierOf(), laterOf({ match: { evidenceKind: 'description' } }))).toBeUndefined();
    expect(find(earlierOf(), laterOf({ match: { recordReference: '1/26' } }))).toBeUndefined();
  });

  it.each<[string, Earlier, Later]>([
    ['that was there before the platform was asked', earlierOf(), laterOf({ firstSeenAt: '2026-11-19T12:00:00.000Z' })],
    ['that is the removed one itself', earlierOf(), laterOf({ itemId: '1' })],
    ['while the earlier one is not verified to be gone', earlierOf({ looks: looks.slice(0, 1) }), laterOf()],
    ['of a notice that was taken back', earlierOf({ recalledAt: since }), laterOf()],
  ])('%s is none', (_, earlier, later) => {
    expect(find(earlier, later)).toBeUndefined();
  });
});

it('a notice cites earlier ones to the same platform about the same device, and no other', () => {
  const found = [
    find(earlierOf(), laterOf()),
    find(earlierOf({ noticeId: 'N-2', listing: { source: 'ebay-uk', itemId: '9', url: 'https://ebay.example/9' } }), laterOf()),
    find(earlierOf({ noticeId: 'N-3' }), laterOf({ match: { recordReference: '1/26' }, isLinked: true })),
  ].flatMap((each) => each ?? []);
  expect(found).toHaveLength(3);
  expect(citable(found, { source: 'gumtree' })).toEqual([{ noticeId: 'N-1', removedAt: '2026-11-21T12:00:00.000Z' }]);
  expect(citable(found, { source: 'kramkiste' })).toEqual([]);
});
