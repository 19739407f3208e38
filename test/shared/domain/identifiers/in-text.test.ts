import { describe, expect, it } from 'vitest';
import { findIdentifiersInText } from '../../../../shared/domain/identifiers/in-text.ts';

describe('reading plain text', () => {
  it('reads a labelled number with its place and reasons', () => {
    const text = 'Nice phone. IMEI: 35-516789-071234-0 checked';
    expect(findIdentifiersInText(text)).toEqual([
      expect.objectContaining({
        kind: 'imei',
        value: '355167890712340',
        raw: '35-516789-071234-0',
        where: 'text',
        span: { start: 18, end: 36 },
        features: expect.objectContaining({ label: 'imei', checkDigit: 'right', reportingBody: 'allocating' }),
      }),
    ]);
  });

  it('leaves a number alone that the words call something else', () => {
    expect(findIdentifiersInText('Tracking id 355167890712340').filter(({ confidence }) => confidence >= 0.5)).toEqual([]);
  });
});
