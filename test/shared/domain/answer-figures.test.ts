import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAnswers, shareRefused } from '../../../shared/domain/answer-figures.ts';
import { declineReasons, type Said, type StoredAnswer } from '../../../shared/domain/notice/answer.ts';
import type { SentNotice } from '../../../shared/domain/notice/sent-notice.ts';

const now = new Date('2026-11-22T12:00:00.000Z');

function sent(noticeId: string, caseIds: string[], fields: Partial<SentNotice> = {}): SentNotice {
  return {
    ...{ noticeId, team: 'met', source: 'marktplein', kind: 'removal-notice' },
    listings: caseIds.map((caseId) => ({ caseId, itemId: `i-${caseId}` })),
    ...{ createdAt: '2026-11-20T10:00:00.000Z', deliveredAt: '2026-11-20T10:00:00.000Z', respondBy: '2026-11-24T10:00:00.000Z' },
    ...fields,
  };
}

function answer(noticeId: string, caseId: string, said: Said, number = 1): StoredAnswer {
  const at = '2026-11-21T10:00:00.000Z';
  return { ...{ noticeId, caseId, team: 'met', source: 'marktplein', itemId: `i-${caseId}`, at, by: 'form', said, number } };
}

const refused: Said = { answer: 'refused', reason: 'not-found', words: 'no' };

describe('how platforms answer', () => {
  it('is counted a listing, by the last answer, late where the time is over', () => {
    const [count] = countAnswers(
      {
        sent: [sent('N-1', ['a', 'b', 'c', 'd']), sent('N-2', ['e'], { respondBy: '2026-11-22T11:59:59.000Z' })],
        answers: [
          answer('N-1', 'a', refused),
          answer('N-1', 'a', { answer: 'removed' }, 2),
          answer('N-1', 'b', refused),
          answer('N-1', 'c', { answer: 'wrong', words: 'no phone' }),
        ],
      },
      now,
    );
    expect(count).toEqual({
      ...{ source: 'marktplein', asked: 5, answered: 3, removed: 1, refused: 1, needMore: 0, wrong: 1, late: 1, open: 1 },
      reasons: [{ reason: 'not-found', count: 1 }],
    });
    expect(count && shareRefused(count)).toBeCloseTo(1 / 3);
  });

  it('leaves out what was taken back, and what other kinds of notice ask', () => {
    const recall = sent('N-1-R1', ['a'], { kind: 'recall', refersTo: 'N-1' });
    const reminder = sent('N-1-F1', ['b'], { kind: 'follow-up', refersTo: 'N-1' });
    expect(countAnswers({ sent: [sent('N-1', ['a', 'b']), recall, reminder], answers: [] }, now)).toMatchObject([{ asked: 1, open: 1 }]);
    expect(countAnswers({ sent: [sent('N-1', ['a']), recall], answers: [answer('N-1', 'a', refused)] }, now)).toEqual([]);
  });

  it('has no share of nothing', () => {
    const [count] = countAnswers({ sent: [sent('N-1', ['a'])], answers: [] }, now);
    expect(count && shareRefused(count)).toBeUndefined();
  });

  it('adds up, whatever comes', () => {
    const saids = fc.oneof(
      fc.constantFrom(...declineReasons).map((reason): Said => ({ answer: 'refused', reason, words: 'no' })),
      fc.constantFrom<Said>({ answer: 'removed' }, { answer: 'wrong', words: 'no' }, { answer: 'need-more', words: 'what' }),
    );
    const answers = fc.array(
      fc.tuple(fc.nat(3), fc.nat(5), saids, fc.nat(9)).map(([notice, at, said, number]) => answer(`N-${notice}`, `c-${at}`, said, number)),
    );
    const notices = fc.array(
      fc
        .tuple(fc.nat(3), fc.constantFrom('one', 'two'), fc.boolean())
        .map(([id, source, late]) =>
          sent(`N-${id}`, ['c-0', 'c-1', 'c-2'], { source, respondBy: late ? '2026-11-21T00:00:00.000Z' : '2026-11-23T00:00:00.000Z' }),
        ),
    );
    fc.assert(
      fc.property(notices, answers, (some, said) => {
        for (const count of countAnswers({ sent: some, answers: said }, now)) {
          const { asked, answered, late, open, removed, refused: no, needMore, wrong, reasons } = count;
          expect(answered + late + open).toBe(asked);
          expect(removed + no + needMore + wrong).toBe(answered);
          expect(reasons.reduce((sum, each) => sum + each.count, 0)).toBe(no);
        }
      }),
    );
  });
});
