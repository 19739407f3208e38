import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComparedListing } from '../../../../shared/domain/matching/compared-listing.ts';
import { marketOf } from '../../../../shared/domain/matching/market.ts';
import { surveyOf } from '../../../../shared/domain/matching/market-count.ts';
import { basisOf, differences, type MatchBasis, replay } from '../../../../shared/domain/matching/match-basis.ts';
import { currentModel, modelOfVersion, modelVersions } from '../../../../shared/domain/matching/matching-model.ts';
import { offerOf } from '../../../../shared/domain/matching/offer.ts';
import { profileOfListing } from '../../../../shared/domain/matching/profile.ts';
import { rankedPairs, standingOf } from '../../../../shared/domain/matching/rank.ts';
import { RecordIndex } from '../../../../shared/domain/matching/record-index.ts';
import { verdictOf } from '../../../../shared/domain/matching/verdict.ts';
import type { StolenRecord } from '../../../../shared/domain/stolen-record.ts';
import { aFind, aListing, aRecord, imei } from './sides.ts';

/** Every pair of the first listing with the records, ranked as the pipeline ranks them. */
function pairsOf(listings: ComparedListing[], records: StolenRecord[]) {
  const [first] = listings;
  if (!first) return [];
  const index = new RecordIndex(records);
  const read = listings.map((listing) => ({ listing, profile: profileOfListing(listing) }));
  const market = marketOf(surveyOf({ version: '2026-11-22T03:00:00.000Z', records: index.records, listings: read }), currentModel);
  const measures = { model: currentModel, market };
  const offer = offerOf(first, market.located(profileOfListing(first)), measures);
  return rankedPairs({
    offer,
    standings: index.records.map((record) => standingOf(record, offer)),
    furtherOdds: [1, -2],
    around: ({ record }) => ({
      otherListingsWithIdentifier: records.length % 3,
      otherRecordsWithIdentifier: record.reference === 'B' ? 1 : 0,
    }),
    measures,
    most: 50,
  });
}

function kept(basis: MatchBasis): MatchBasis {
  return JSON.parse(JSON.stringify(basis));
}

const hash = 'f0e1d2c3b4a59687';
const points = [
  { latitude: 51.5, longitude: -0.1 },
  { latitude: 51.55, longitude: -0.05 },
  { latitude: 53.5, longitude: -2.2 },
];
const records = fc.uniqueArray(
  fc.record({
    reference: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    status: fc.constantFrom('stolen' as const, 'recovered' as const),
    grade: fc.constantFrom('police-verified' as const, 'owner-reported' as const),
    make: fc.constantFrom('Apple', 'Nokia'),
    model: fc.constantFrom('iPhone 13', 'iPhone 13 Pro', 'Galaxy S21', 'iPhone', ''),
    colour: fc.constantFrom('black', 'Sierra Blue', 'gold'),
    storageGb: fc.constantFrom(128, 256),
    network: fc.constantFrom('Vodafone', 'unlocked'),
    batteryHealth: fc.constantFrom(87, 99),
    marks: fc.subarray(['AM engraved', 'cracked screen', 'robot sticker']),
    photoHashes: fc.subarray([hash]),
    coordinates: fc.constantFrom(...points),
    stolenAt: fc.constantFrom('2026-11-01T00:00:00Z', '2026-11-08T09:30:00Z', '2026-06-01T00:00:00Z'),
    identifiers: fc.constantFrom([], [{ kind: 'imei' as const, value: imei }], [{ kind: 'imei' as const, value: '351440246111986' }]),
  }),
  { selector: ({ reference }) => reference, minLength: 1, maxLength: 5 },
);
const listings = fc.uniqueArray(
  fc.record({
    itemId: fc.constantFrom('1', '2', '3', '4'),
    title: fc.constantFrom('iPhone 13 128GB black', 'iphone 13 pro blue', 'S21 unlocked', 'Phone', 'Case for iPhone 13', 'Nokia G22'),
    description: fc.constantFrom(
      '',
      'AM engraved, cracked screen',
      'robot sticker. Phone only, battery 86%',
      'stolen from me, do not buy',
      'In Hackney',
    ),
    location: fc.constantFrom('', 'Hackney, London', 'Leeds'),
    price: fc.constantFrom({ amount: 100 }, { amount: 320.5, currency: 'GBP' }),
    seller: fc.constantFrom({}, { id: 'ann', joinedAt: '2026-11-01T00:00:00Z', activeListings: 4 }),
    photoHashes: fc.subarray([hash]),
    coordinates: fc.option(fc.constantFrom(...points), { nil: undefined }),
    identifiers: fc.constantFrom(
      [],
      [aFind()],
      [{ kind: 'partial' as const, pattern: '???????????3809', confidence: 0.8, raw: '3809', where: 'text' }],
    ),
  }),
  { selector: ({ itemId }) => itemId, minLength: 1, maxLength: 4 },
);
const sides = fc.record({ records, listings }).map((drawn) => ({
  records: drawn.records.map((part) => aRecord({ ...part, identifiers: [...part.identifiers] })),
  listings: drawn.listings.map(({ coordinates, ...part }) =>
    aListing({ ...part, identifiers: [...part.identifiers], ...(coordinates && { coordinates }) }),
  ),
}));

describe('a Match computed again from its basis', () => {
  it('is the same Match, bit for bit, after the basis was stored', () => {
    fc.assert(
      fc.property(sides, (drawn) => {
        for (const pair of pairsOf(drawn.listings, drawn.records)) {
          const match = verdictOf(pair);
          const again = replay(kept(basisOf(pair)), modelOfVersion);
          expect(again).toEqual(match);
          expect(again.evidence.map(({ bits }) => bits)).toEqual(match.evidence.map(({ bits }) => bits));
          expect(differences(match, again)).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('does not change with the survey, the list or the readers of texts', () => {
    const [pair] = pairsOf([aListing({ description: 'AM engraved' })], [aRecord({ identifiers: [], marks: ['AM engraved'] })]);
    if (!pair) throw new Error('expected a pair');
    const basis = kept(basisOf(pair));
    expect(basis.readings.listing.model.models).toEqual(['apple iPhone 13 Pro']);
    const reworded = { ...basis, listing: { ...basis.listing, title: 'What no reader understands', description: '' } };
    expect(replay(reworded, modelOfVersion).evidence.map(({ bits }) => bits)).toEqual(verdictOf(pair).evidence.map(({ bits }) => bits));
  });

  it('says which version of the model it would need', () => {
    const [pair] = pairsOf([aListing()], [aRecord()]);
    if (!pair) throw new Error('expected a pair');
    const basis = { ...kept(basisOf(pair)), modelVersion: '2019-01-01' };
    expect(() => replay(basis, modelOfVersion)).toThrow('expected a model of the version 2019-01-01');
  });

  it('says which lines another computation finds otherwise', () => {
    const [pair] = pairsOf([aListing({ identifiers: [aFind()] })], [aRecord()]);
    if (!pair) throw new Error('expected a pair');
    const match = verdictOf(pair);
    const heavier = { ...currentModel, model: { ...currentModel.model, same: currentModel.model.same / 2 } };
    const changed = differences(
      match,
      replay(basisOf(pair), () => heavier),
    );
    expect(changed.map((line) => line.split(':')[0])).toEqual(['model', 'cap']);
    expect(changed[0]).toMatch(/^model: was same \(.* bits\), is same \(.* bits\)$/);
  });
});

describe.each(modelVersions.map(({ version }) => version))('Matches of %s that were kept', (version) => {
  interface Kept {
    name: string;
    basis: MatchBasis;
    flags: string[];
    bits: { field: string; level: string; bits: number }[];
  }
  // Whoever changes how pairs are weighed: keep the old way for this version, by a number in its file, or say why none of its Matches matters.
  const all: Kept[] = JSON.parse(readFileSync(new URL(`../../../fixtures/match-bases/${version}.json`, import.meta.url), 'utf8'));

  it.each(all.map((kept) => [kept.name, kept] as const))('still have the same bits on every line: %s', (_, { basis, flags, bits }) => {
    const again = replay(basis, modelOfVersion);
    expect(again.evidence.map(({ field, level, bits: found }) => ({ field, level, bits: found }))).toEqual(bits);
    expect(again.flags).toEqual(flags);
  });
});

it('knows every version of the model by its name, the one in force among them', () => {
  expect(modelVersions.map(({ version }) => modelOfVersion(version)?.version)).toEqual(modelVersions.map(({ version }) => version));
  expect(new Set(modelVersions.map(({ version }) => version)).size).toBe(modelVersions.length);
  expect(modelOfVersion(currentModel.version)).toBe(currentModel);
});
