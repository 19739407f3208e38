import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIdentifiersInHtml } from '../../../../shared/domain/identifiers/in-html.ts';
import { makeImei } from '../../../support/adverts.ts';
import { chance } from '../../../support/chance.ts';
import { waysOfWriting } from '../../../support/written-identifiers.ts';

const seeds = fc.integer({ min: 0, max: 0x7fffffff });
const waysInPages = Object.entries(waysOfWriting).filter(([, write]) => write(makeImei(chance(1)), chance(1)).html !== undefined);

describe('the span of a find in a page', () => {
  it.each(waysInPages)('holds every digit as it stands in the page: %s', (_, write) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const choices = chance(seed);
        const { html = '' } = write(makeImei(choices), choices);
        const finds = findIdentifiersInHtml(html);
        expect(finds.length).toBeGreaterThan(0);
        for (const { value = '', span, raw } of finds) {
          const stood = html.slice(span?.start, span?.end);
          expect(stood.startsWith(raw)).toBe(true);
          const digits = digitsIn(stood);
          expect(holds(digits, value) || holds(digits, [...value].reverse().join(''))).toBe(true);
        }
      }),
      { numRuns: 60, seed: 23 },
    );
  });

  it('begins and ends with the number where nothing stands inside it', () => {
    const html = '<p>Nice phone &amp; case</p><p>IMEI: <b>35</b>-516789-<i>071234</i>-0, unlocked</p>';
    expect(findIdentifiersInHtml(html).map(({ span }) => html.slice(span?.start, span?.end))).toEqual(['35</b>-516789-<i>071234</i>-0']);
  });
});

/** Written out: numeric entities, escapes of scripts and percent signs undone, what stands inside tags and comments left out. */
function digitsIn(source: string): string {
  return source
    .replace(/<!--.*?-->|<[^<>]*>/gs, '')
    .replace(/&#x([\da-f]+);|&#(\d+);|\\u([\da-f]{4})/gi, (_, hex, decimal, escaped) =>
      String.fromCharCode(decimal === undefined ? Number.parseInt(hex ?? escaped, 16) : Number(decimal)),
    )
    .replace(/\D/g, '');
}

/** Every digit in order; others, hidden ones, may stand between. */
function holds(digits: string, value: string): boolean {
  let at = 0;
  for (const digit of digits) if (digit === value.charAt(at)) at++;
  return at === value.length;
}
