import { describe, expect, it } from 'vitest';
import { scoreCase } from '../../../local/measure/score-case.ts';
import type { Identifier } from '../../../shared/domain/identifier.ts';

const imei = { imei: '355167890712340', kind: 'imei' };
const partial = { imei: '35516????????40', kind: 'partial' };

function aFind(told: Partial<Identifier>): Identifier {
  return { kind: 'imei', confidence: 0.9, raw: '', where: 'text', ...told };
}

describe('scoring a case', () => {
  it.each<[string, Partial<Identifier>]>([
    ['the number itself', { value: '355167890712340' }],
    ['another check digit, which is no part of the identity', { value: '355167890712341' }],
    ['the same device as IMEISV', { kind: 'imeisv', value: '3551678907123405' }],
    ['the same device as MEID in decimal digits', { kind: 'meid', value: '35516789071234' }],
  ])('counts as found: %s', (_, find) => {
    expect(scoreCase([imei], [aFind(find)])).toMatchObject({ found: [imei], missed: [], falseClaims: [] });
  });

  it('counts a claim of another number as false, and the number as missed', () => {
    const other = aFind({ value: '861234050012346' });
    expect(scoreCase([imei], [other])).toMatchObject({ found: [], missed: [imei], falseClaims: [other] });
  });

  it('counts a candidate neither as found nor as false, and judges it all the same', () => {
    const right = aFind({ value: '355167890712340', confidence: 0.4 });
    const wrong = aFind({ value: '861234050012346', confidence: 0.3 });
    const score = scoreCase([imei], [wrong, right]);
    expect(score).toMatchObject({ found: [], missed: [imei], falseClaims: [] });
    expect(score.judged.map(({ verdict }) => verdict)).toEqual(['right', 'wrong']);
  });

  it('counts some digits of a number that stands there in full as a miss and no false claim', () => {
    const short = aFind({ kind: 'partial', pattern: '35516789???????' });
    const score = scoreCase([imei], [short]);
    expect(score).toMatchObject({ missed: [imei], falseClaims: [] });
    expect(score.judged).toEqual([{ find: short, verdict: 'short' }]);
  });

  it.each([
    ['35516????????40', true],
    ['35516?????????0', true],
    ['355????????????', false],
    ['35516???????140', false],
    ['35517????????40', false],
  ])('takes %s for a partial of which 35516 and 40 are shown: %s', (pattern, taken) => {
    const score = scoreCase([partial], [aFind({ kind: 'partial', pattern })]);
    expect(score.found.length === 1).toBe(taken);
    expect(score.falseClaims.length === 0).toBe(taken);
  });

  it('counts a partial completed with invented digits as false', () => {
    expect(scoreCase([partial], [aFind({ value: '355167890712340' })]).falseClaims).toHaveLength(1);
  });

  it('takes a recovered digit only if it is the right one', () => {
    const hidden = { imei: '35516789071234?', kind: 'partial', recoverable: '355167890712340' };
    const find = aFind({ kind: 'partial', pattern: '35516789071234?', value: '355167890712340', recovered: true });
    expect(scoreCase([hidden], [find]).found).toEqual([hidden]);
    expect(scoreCase([{ ...hidden, recoverable: '361167890712340' }], [find]).found).toEqual([]);
  });

  it('counts each identifier once, by its surest find', () => {
    const finds = [aFind({ value: '355167890712340', confidence: 0.3 }), aFind({ value: '355167890712340' })];
    expect(scoreCase([imei], finds)).toMatchObject({ found: [imei], judged: [{ verdict: 'right' }] });
  });
});
