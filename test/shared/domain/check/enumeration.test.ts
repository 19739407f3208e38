import { describe, expect, it } from 'vitest';
import { mostOfOneSeries, neighboursOf, seriesOf, suspicionOf } from '../../../../shared/domain/check/enumeration.ts';

const quiet = { asked: 100, hits: 0, faults: 0, neighbours: 0 };

describe('going through numbers', () => {
  it('is told by what each budget allows', () => {
    expect(suspicionOf(quiet, 200)).toBeUndefined();
    expect(suspicionOf({ ...quiet, neighbours: 5 }, 200)).toBeUndefined();
    expect(suspicionOf({ ...quiet, neighbours: 6 }, 200)).toBe('neighbouring-numbers');
    expect(suspicionOf({ ...quiet, faults: 20 }, 200)).toBeUndefined();
    expect(suspicionOf({ ...quiet, faults: 21 }, 200)).toBe('wrong-check-digits');
    expect(suspicionOf({ ...quiet, faults: 21 }, 2000)).toBeUndefined();
    expect(suspicionOf({ ...quiet, hits: 20 }, 200)).toBeUndefined();
    expect(suspicionOf({ ...quiet, hits: 21 }, 200)).toBe('too-many-hits');
    expect(suspicionOf({ ...quiet, asked: 4, hits: 4 }, 200)).toBeUndefined();
    expect([mostOfOneSeries(50), mostOfOneSeries(200), mostOfOneSeries(1000)]).toEqual([20, 20, 100]);
  });

  it('knows what numbers have in common and which lie next to one another', () => {
    expect(seriesOf('imei:35824005111111')).toBe('imei:35824005');
    expect(seriesOf('serial:R58M30ABCD1')).toBe('serial:R58M30A');
    expect(neighboursOf('imei:35824005000001')).toEqual(['imei:35824005000000', 'imei:35824005000002', 'imei:35824005000003']);
    expect(neighboursOf('meid:A00000123456FF')).toContain('meid:A0000012345700');
    expect(neighboursOf('serial:R58M30ABCDZ')).toContain('serial:R58M30ABCE0');
  });
});
