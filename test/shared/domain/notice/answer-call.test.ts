import { describe, expect, it } from 'vitest';
import type { StoredAnswer } from '../../../../shared/domain/notice/answer.ts';
import { adviceOn } from '../../../../shared/domain/notice/answer-call.ts';

function answerOf(number: number, said: StoredAnswer['said']): StoredAnswer {
  const about = { noticeId: 'N-1', caseId: 'c1', team: 'met', source: 'gumtree', itemId: '1' };
  return { ...about, at: '2026-11-22T12:00:00.000Z', by: 'form', said, number };
}

describe('the advice on a listing that is still offered', () => {
  const escalation = { kind: 'still-offered', caseIds: ['c1'] } as const;
  const refused = answerOf(1, { answer: 'refused', reason: 'not-found', words: 'Where?' });

  it('says what the platform answered, if it did not do it', () => {
    expect(adviceOn(escalation, [refused])).toMatch(/^The platform answered: Refused: cannot find the listing\. .*Ring the platform/);
    expect(adviceOn(escalation, [refused, answerOf(2, { answer: 'wrong', words: 'No.' })])).toContain('Disputes the notice');
  });

  it('says nothing of an answer where there is none, or none that stands', () => {
    for (const answers of [[], [refused, answerOf(2, { answer: 'removed' })]])
      expect(adviceOn(escalation, answers)).toMatch(/^Ring the platform/);
  });
});
