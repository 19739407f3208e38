import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from '../../../../shared/sources/http/retry-after.ts';

const now = new Date('2026-11-22T10:00:00Z');

describe('retryAfterSeconds', () => {
  it.each([
    [{ 'retry-after': '120' }, 120],
    [{ 'retry-after': 'Sun, 22 Nov 2026 10:05:00 GMT' }, 300],
    [{ 'retry-after': 'Sun, 22 Nov 2026 09:00:00 GMT' }, 0],
    [{ 'retry-after': '999999999' }, 86_400],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-5' }, undefined],
    [{}, undefined],
  ])('reads %o as %s seconds', (headers, seconds) => {
    expect(retryAfterSeconds(headers as Record<string, string>, now)).toBe(seconds);
  });

  it('measures a date from the clock of the server that gave it', () => {
    const headers = { 'retry-after': 'Fri, 20 Nov 2026 08:01:00 GMT', date: 'Fri, 20 Nov 2026 08:00:00 GMT' };
    expect(retryAfterSeconds(headers, now)).toBe(60);
  });
});
