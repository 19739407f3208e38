import { describe, expect, it } from 'vitest';
import type { ComparedListing } from '../../../../shared/domain/matching/compared-listing.ts';
import { assumedMarket } from '../../../../shared/domain/matching/market.ts';
import { currentModel } from '../../../../shared/domain/matching/matching-model.ts';
import { offerOf } from '../../../../shared/domain/matching/offer.ts';
import { profileOfListing, profileOfRecord } from '../../../../shared/domain/matching/profile.ts';
import { leastRivalOdds, rank, standingOf } from '../../../../shared/domain/matching/rank.ts';
import type { StolenRecord } from '../../../../shared/domain/stolen-record.ts';
import { aFind, aListing, aRecord } from './sides.ts';

const measures = { model: currentModel, market: assumedMarket(currentModel, 1000) };
const around = () => ({ otherListingsWithIdentifier: 0, otherRecordsWithIdentifier: 0 });

function ranked(listing: ComparedListing, records: StolenRecord[], furtherOdds: number[] = []) {
  const offer = offerOf(listing, profileOfListing(listing), measures);
  const standings = records.map((record) => standingOf({ record, profile: profileOfRecord(record) }, offer));
  return rank({ offer, standings, furtherOdds, around, measures, most: 50 });
}

/** Made up; nobody's devices. */
const numbers = Array.from({ length: 12 }, (_, at) => `3569380356${String(43801 + 10 * at)}`);

describe('rank', () => {
  it('lets every phone of an advert for twelve stand, each at the cap', () => {
    const listing = aListing({ title: 'Joblot of phones', identifiers: numbers.map((value) => aFind({ value })) });
    const records = numbers.map((value, at) => aRecord({ reference: `R${at}`, identifiers: [{ kind: 'imei', value }] }));
    const matches = ranked(listing, records);
    expect(matches).toHaveLength(12);
    for (const match of matches) expect(match.probability).toBeCloseTo(currentModel.caps.exact, 10);
  });

  it('leaves nothing for a description where another record holds the number', () => {
    const described = aRecord({ reference: 'described', identifiers: [], marks: ['AM engraved'] });
    const alone = aListing({ description: 'AM engraved' });
    expect(ranked(alone, [described])[0]?.probability).toBeGreaterThan(0.5);
    const [first, second] = ranked({ ...alone, identifiers: [aFind()] }, [described, aRecord()]);
    expect(first?.recordReference).toBe('4217/23-A');
    expect(second?.probability).toBeLessThan(1e-6);
  });

  it('counts what is known of a record by its odds alone, down to one in a hundred', () => {
    const record = aRecord({ identifiers: [], marks: ['AM engraved'] });
    const listing = aListing({ description: 'AM engraved' });
    const bitsTaken = (...furtherOdds: number[]) =>
      ranked(listing, [record], furtherOdds)[0]?.evidence.find(({ field }) => field === 'other-candidates')?.bits;
    expect(bitsTaken(leastRivalOdds)).toBeCloseTo(-Math.log2(1 + 0.01 / 0.99), 10);
    expect(bitsTaken(leastRivalOdds - 0.01)).toBeUndefined();
  });

  it('names the survey that chance was taken from', () => {
    expect(ranked(aListing({ identifiers: [aFind()] }), [aRecord()])[0]).toMatchObject({
      surveyVersion: 'assumed',
      modelVersion: currentModel.version,
    });
  });
});
