import { describe, expect, it } from 'vitest';
import { isoMoment } from '../../../../shared/sources/page/moment-text.ts';

describe('isoMoment', () => {
  it.each([
    ['2026-11-02T10:15:00+01:00', '2026-11-02T09:15:00.000Z'],
    ['2026-11-02T10:15:00+0100', '2026-11-02T09:15:00.000Z'],
    ['2026-11-02', '2026-11-02T00:00:00.000Z'],
    ['1793614500', '2026-11-02T10:15:00.000Z'],
    ['1793614500000', '2026-11-02T10:15:00.000Z'],
    ['02.11.2026', '2026-11-02T00:00:00.000Z'],
    [' 2.11.2026, 9:05 Uhr ', '2026-11-02T09:05:00.000Z'],
  ])('reads %s', (text, moment) => {
    expect(isoMoment(text)).toBe(moment);
  });

  it.each(['2 hours ago', '03/04/2026', '31.13.2026', '02.11.26', '', '2026-13-45'])('does not guess at %j', (text) => {
    expect(isoMoment(text)).toBeUndefined();
  });
});
