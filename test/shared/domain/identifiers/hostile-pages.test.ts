import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIdentifiersInHtml } from '../../../../shared/domain/identifiers/in-html.ts';
import { findIdentifiersInText } from '../../../../shared/domain/identifiers/in-text.ts';
import { makeImei } from '../../../support/adverts.ts';
import { brokenPage, mutated } from '../../../support/broken-pages.ts';
import { chance } from '../../../support/chance.ts';
import { waysOfWriting } from '../../../support/written-identifiers.ts';

const seeds = fc.integer({ min: 0, max: 0x7fffffff });

describe('a page written to break the reader', () => {
  it('is read without an error, the same way every time, and every find lies inside it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const page = brokenPage(chance(seed), 60);
        const finds = findIdentifiersInHtml(page);
        expect(findIdentifiersInHtml(page)).toEqual(finds);
        for (const { span } of finds)
          expect([span?.start, span?.end].every((at) => at !== undefined && at >= 0 && at <= page.length)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('may be any listing, mutated', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...Object.values(waysOfWriting)), fc.integer({ min: 1, max: 12 }), (seed, write, wounds) => {
        const choices = chance(seed);
        const { html, text = '' } = write(makeImei(choices), choices);
        let listing = html ?? text;
        for (let wound = 0; wound < wounds; wound++) listing = mutated(listing, choices);
        expect(findIdentifiersInHtml(listing)).toEqual(findIdentifiersInHtml(listing));
        expect(findIdentifiersInText(listing)).toEqual(findIdentifiersInText(listing));
      }),
      { numRuns: 1_000 },
    );
  });

  it('may hold more numbers than a function takes arguments', () => {
    const choices = chance(3);
    const numbers = Array.from({ length: 140_000 }, () => makeImei(choices));
    expect(findIdentifiersInHtml(`<p>imei ${numbers.join(', ')}`)).toHaveLength(new Set(numbers).size);
  });
});
