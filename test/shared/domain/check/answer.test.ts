import { describe, expect, it } from 'vitest';
import { answerFrom } from '../../../../shared/domain/check/answer.ts';
import type { Grade, RecordStatus } from '../../../../shared/domain/stolen-record.ts';

const key = 'imei:35824005111111';
const record = (grade: Grade, status: RecordStatus = 'stolen', value = '358240051111110') => ({
  reference: `${grade}/${status}`,
  grade,
  status,
  identifiers: [{ kind: 'imei' as const, value }],
});

describe('the answer about a device', () => {
  it.each([
    ['police-verified', 'reported'],
    ['network-blocked', 'reported'],
    ['owner-reported', 'cannot-say'],
    ['disputed', 'cannot-say'],
  ] as const)('of a %s record is %s', (grade, answer) => {
    expect(answerFrom([record(grade)], key).answer).toBe(answer);
  });

  it('is not-reported once the record is withdrawn, recovered or disposed of, and where there is none', () => {
    for (const status of ['withdrawn', 'recovered', 'lawfully-disposed'] as const) {
      expect(answerFrom([record('police-verified', status)], key)).toEqual({ answer: 'not-reported', hits: [] });
    }
    expect(answerFrom([], key)).toEqual({ answer: 'not-reported', hits: [] });
  });

  it('rests on records that hold the number themselves, whatever the index says', () => {
    expect(answerFrom([record('police-verified', 'stolen', '358240052222222')], key).answer).toBe('not-reported');
  });

  it('is cannot-say while any record of the device is disputed', () => {
    expect(answerFrom([record('police-verified'), record('disputed')], key)).toEqual({
      answer: 'cannot-say',
      hits: ['police-verified/stolen'],
    });
  });

  it('is reported where one report was looked at and another was not', () => {
    expect(answerFrom([record('owner-reported'), record('network-blocked')], key).answer).toBe('reported');
  });
});
