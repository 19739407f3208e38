import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packSketch, unpackSketch } from '../../../../shared/aws/packed-sketch.ts';
import { comparisonKey } from '../../../../shared/domain/identifier.ts';
import { sumOfBits } from '../../../../shared/domain/matching/finding.ts';
import type { Clue, IndexKey } from '../../../../shared/domain/matching/index-keys.ts';
import { assumedMarket } from '../../../../shared/domain/matching/market.ts';
import { currentModel } from '../../../../shared/domain/matching/matching-model.ts';
import { exactEntries, partialEntries, partialKeys } from '../../../../shared/domain/matching/number-keys.ts';
import { offerOf } from '../../../../shared/domain/matching/offer.ts';
import { profileOfListing, profileOfRecord } from '../../../../shared/domain/matching/profile.ts';
import { standingOf } from '../../../../shared/domain/matching/rank.ts';
import { sketchOf } from '../../../../shared/domain/matching/sketch.ts';
import { findingsOf } from '../../../../shared/domain/matching/weigh.ts';
import { oddsOfSketches } from '../../../../shared/domain/matching/weigh-sketches.ts';
import { anyListing, anyRecord } from '../../../support/any-phone.ts';

const measures = { model: currentModel, market: assumedMarket(currentModel, 1000) };

describe('a sketch', () => {
  it('weighs as the profile it was made of, after it was packed and read again', () => {
    fc.assert(
      fc.property(anyListing, anyRecord, (listing, record) => {
        const [offered, stolen] = [profileOfListing(listing), profileOfRecord(record)];
        const scales = { model: currentModel, population: measures.market.population, surroundings: {}, doubtedBits: 0, identifierBits: 0 };
        const [a, b] = [sketchOf(offered, []), sketchOf(stolen, [])].map((sketch) => unpackSketch(packSketch(sketch))?.profile);
        expect(a && b && sumOfBits(findingsOf(a, b, scales))).toBe(sumOfBits(findingsOf(offered, stolen, scales)));
      }),
      { numRuns: 300 },
    );
  });

  it('comes back as it was, but for the words that only a reader needs', () => {
    fc.assert(
      fc.property(anyListing, (listing) => {
        const sketch = sketchOf(profileOfListing(listing), listing.identifiers);
        const read = unpackSketch(packSketch(sketch));
        expect(read && unpackSketch(packSketch(read))).toStrictEqual(read);
        expect(read?.imeis).toBe(sketch.imeis);
        expect(read?.shapes).toStrictEqual(sketch.shapes);
        expect(read?.profile.marks.map(({ kind, value }) => [kind, value])).toStrictEqual(
          sketch.profile.marks.map(({ kind, value }) => [kind, value]),
        );
      }),
    );
  });

  it('stays within a few hundred characters whatever an advert says', () => {
    const words = Array.from(
      { length: 900 },
      (_, at) => `engraved w${at}xyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyzxyz on the back`,
    ).join('. ');
    const listing = fc.sample(anyListing, 1)[0];
    const sketch = listing && packSketch(sketchOf(profileOfListing({ ...listing, description: words, location: words }), []));
    expect(sketch?.length).toBeLessThan(2500);
  });

  it.each(['', '{}', '{"v":2,"t":1}', '{"v":1}', 'not json', undefined])('is not read out of %j', (written) => {
    expect(unpackSketch(written)).toBeUndefined();
  });
});

describe('the odds of two sketches', () => {
  it('are never less than reading both sides gives', () => {
    fc.assert(
      fc.property(anyListing, anyRecord, (listing, record) => {
        const [offered, stolen] = [profileOfListing(listing), profileOfRecord(record)];
        const [l, r] = [
          { identifiers: listing.identifiers, sketch: sketchOf(offered, listing.identifiers), make: offered.model.make },
          { identifiers: record.identifiers, sketch: sketchOf(stolen, record.identifiers), make: record.make },
        ];
        // A number that they share, or its sibling, is looked up and needs no sketch.
        const held = new Set(exactEntries(r, 'record').map(({ partition }) => partition));
        fc.pre(!listing.identifiers.some((find) => held.has(comparisonKey(find) ?? '')));
        const clues = partialKeys(l).flatMap((key) => (partialEntries(r).some((entry) => meet(key, entry)) ? cluesOf(key) : []));
        const offer = offerOf(listing, offered, measures);
        const { odds } = standingOf({ record, profile: stolen }, offer);
        expect(oddsOfSketches({ listing: l.sketch, record: r.sketch, clues }, offer)).toBeGreaterThanOrEqual(odds - 1e-9);
      }),
      { numRuns: 1000 },
    );
  });
});

function meet(key: IndexKey, entry: IndexKey): boolean {
  return (
    key.partition === entry.partition && (entry.digits ?? '').startsWith(key.digits ?? '') && (entry.head ?? '').startsWith(key.head ?? '')
  );
}

function cluesOf({ clue }: IndexKey): Clue[] {
  return clue === undefined ? [] : [clue];
}
