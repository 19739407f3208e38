import { describe, expect, it } from 'vitest';
import { caseLine, describeCase } from '../../../local/commands/case-text.ts';
import { aCase, aMatch, anEvidence } from '../../support/console-data.ts';

describe('a case on a terminal', () => {
  const hostile = aCase({
    listing: { ...aCase().listing, title: 'iPhone\u001b[2J\u202e IMEI 356938035643817' },
    match: aMatch({
      flags: ['model-differs'],
      evidence: [anEvidence({ field: 'prior', bits: -10 }), anEvidence({ bits: 15, sentence: 'The IMEI is the same.' })],
    }),
  });

  it('shows no full identifier and no control character of the listing', () => {
    for (const text of [caseLine(hostile), describeCase(hostile)]) {
      expect(text).not.toContain('356938035643817');
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });

  it('gives the strongest reason and the warning in its one line', () => {
    expect(caseLine(hostile)).toContain('The IMEI is the same. [model-differs]');
  });

  it('lists every reason with its bits', () => {
    expect(describeCase(hostile)).toMatch(/−10\.0 {2}/);
    expect(describeCase(hostile)).toMatch(/\+15\.0 {2}The IMEI is the same\./);
  });
});
