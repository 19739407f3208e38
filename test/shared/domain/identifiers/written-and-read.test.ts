import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Identifier } from '../../../../shared/domain/identifier.ts';
import { CLAIM_CONFIDENCE } from '../../../../shared/domain/identifier.ts';
import { findIdentifiersInHtml } from '../../../../shared/domain/identifiers/in-html.ts';
import { findIdentifiersInText } from '../../../../shared/domain/identifiers/in-text.ts';
import { makeImei, type Written } from '../../../support/adverts.ts';
import { type Chance, chance } from '../../../support/chance.ts';
import { harmlessListing, harmlessNumbers } from '../../../support/harmless-numbers.ts';
import { harmlesslyWorded, harmlessWording } from '../../../support/harmless-wording.ts';
import { waysOfWriting } from '../../../support/written-identifiers.ts';

const seeds = fc.integer({ min: 0, max: 0x7fffffff });
const perWay = 60;
/** Of a way of writing, in a hundred: some texts are ambiguous whoever reads them (a look-alike first digit, four groups of three). */
const leastRead = 0.95;
/** Harmless listings with a false claim, in a hundred, over all kinds of numbers together. */
const mostFalse = 0.007;

describe('reading is the inverse of writing', () => {
  it.each(Object.keys(waysOfWriting))('%s', (way) => {
    const written = fc.sample(seeds, { numRuns: perWay, seed: 7 }).map((seed) => write(way, chance(seed)));
    const read = written.filter((text) => text.expected.every((value) => claims(text).some((find) => names(find, value))));
    expect(read.length / written.length).toBeGreaterThanOrEqual(leastRead);
  });

  it('says where each find stood, and what stood there', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...Object.keys(waysOfWriting)), (seed, way) => {
        const written = write(way, chance(seed));
        const source = written.html ?? written.text ?? '';
        for (const { raw, span } of finds(written)) {
          expect(source.slice(span?.start ?? 0, span?.end ?? 0).startsWith(raw)).toBe(true);
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('invents no digit: what is claimed complete was written complete', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...Object.keys(waysOfWriting)), (seed, way) => {
        const written = write(way, chance(seed));
        const partial = written.expected.filter((value) => value.includes('?'));
        const complete = claims(written).filter((find) => find.value !== undefined && !find.recovered);
        for (const find of complete) expect(partial.some((pattern) => fits(pattern, find.value ?? ''))).toBe(false);
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});

describe('harmless numbers', () => {
  it('are claimed as identifiers in fewer than 7 of 1,000 listings', () => {
    const kinds = Object.keys(harmlessNumbers);
    const listings = kinds.flatMap((kind) =>
      fc.sample(seeds, { numRuns: perWay, seed: 13 }).map((seed) => harmlessListing(kind, chance(seed))),
    );
    const alarms = listings.filter((listing) => claims(asWritten(listing)).length > 0);
    expect(alarms.length / listings.length).toBeLessThanOrEqual(mostFalse);
  });

  it.each(Object.keys(harmlessWording))('are no claims where the words call them something else: %s', (kind) => {
    const listings = fc.sample(seeds, { numRuns: perWay, seed: 17 }).map((seed) => harmlesslyWorded(kind, chance(seed)));
    expect(listings.filter((listing) => claims(asWritten(listing)).length > 0)).toEqual([]);
  });
});

describe('any input', () => {
  it('is read without an error, and its confidences are probabilities', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const find of [...findIdentifiersInText(text), ...findIdentifiersInHtml(`<p>${text}`)]) {
          expect(find.confidence).toBeGreaterThanOrEqual(0);
          expect(find.confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is read the same way every time', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...Object.keys(waysOfWriting)), (seed, way) => {
        const written = write(way, chance(seed));
        expect(finds(written)).toEqual(finds(written));
      }),
      { numRuns: 100 },
    );
  });
});

function write(way: string, choices: Chance): Written {
  const writer = waysOfWriting[way];
  if (writer === undefined) throw new Error(`No way of writing is called ${way}`);
  return writer(makeImei(choices), choices);
}

function asWritten(listing: string): Written {
  return listing.startsWith('<!doctype') ? { html: listing, expected: [] } : { text: listing, expected: [] };
}

function finds({ html, text = '' }: Written): Identifier[] {
  return html === undefined ? findIdentifiersInText(text) : findIdentifiersInHtml(html);
}

function claims(written: Written): Identifier[] {
  return finds(written).filter(({ confidence }) => confidence >= CLAIM_CONFIDENCE);
}

/** Complete identifiers compare on their first fourteen digits, partials as patterns. */
function names({ value, pattern }: Identifier, expected: string): boolean {
  return pattern === expected || (value !== undefined && !expected.includes('?') && value.slice(0, 14) === expected.slice(0, 14));
}

function fits(pattern: string, value: string): boolean {
  return value.length === 15 && [...pattern].every((digit, index) => digit === '?' || digit === value[index]);
}
