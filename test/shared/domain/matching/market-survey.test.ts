import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surveySchema } from '../../../../shared/aws/survey-schema.ts';
import type { ComparedListing } from '../../../../shared/domain/matching/compared-listing.ts';
import { marketOf } from '../../../../shared/domain/matching/market.ts';
import { surveyOf } from '../../../../shared/domain/matching/market-count.ts';
import { type MarketSurvey, surveyLimits } from '../../../../shared/domain/matching/market-survey.ts';
import { currentModel } from '../../../../shared/domain/matching/matching-model.ts';
import { profileOfListing, profileOfRecord } from '../../../../shared/domain/matching/profile.ts';
import type { StolenRecord } from '../../../../shared/domain/stolen-record.ts';
import { aFind, aListing, aRecord, imei } from './sides.ts';

function survey(listings: ComparedListing[], records: StolenRecord[] = [], version = 'test') {
  return surveyOf({
    version,
    records: records.map((record) => ({ record, profile: profileOfRecord(record) })),
    listings: listings.map((listing) => ({ listing, profile: profileOfListing(listing) })),
  });
}

function stored(taken: MarketSurvey): MarketSurvey {
  return surveySchema.parse(JSON.parse(JSON.stringify(taken)));
}

describe('a survey', () => {
  it('counts a phone listed again once, by its number or by seller and title', () => {
    const byNumber = aListing({ identifiers: [aFind()] });
    const bySeller = aListing({ itemId: '2', title: 'Galaxy  S21', seller: { id: 'ann' } });
    const taken = survey([
      byNumber,
      { ...byNumber, itemId: '3', title: 'apple iphone 13 pro' },
      bySeller,
      { ...bySeller, itemId: '4', title: 'galaxy s21' },
      { ...bySeller, itemId: '5', title: 'Galaxy S21', seller: { id: 'ben' } },
    ]);
    expect(taken.listings).toEqual({ counted: 3, relisted: 2 });
    expect(taken.models).toEqual([
      ['samsung Galaxy S21', 2],
      ['apple iPhone 13 Pro', 1],
    ]);
  });

  it('keeps no word and no photo that one listing alone bears', () => {
    const engraved = (itemId: string, word: string, hash: string) =>
      aListing({ itemId, description: `${word} engraved on the back`, photoHashes: [hash] });
    const taken = survey([
      engraved('1', 'AMJ', 'a'.repeat(16)),
      engraved('2', 'QZW', 'b'.repeat(16)),
      engraved('3', 'QZW', 'b'.repeat(16)),
    ]);
    expect(taken.markWords).toEqual([{ kind: 'engraving', marks: 3, words: [['qzw', 2]] }]);
    expect(taken.photos).toEqual([['b'.repeat(16), 2]]);
    expect(JSON.stringify(taken)).not.toContain('amj');
  });

  it('counts the thefts of records that are looked for, by day and by place', () => {
    const coordinates = { latitude: 51.512, longitude: -0.103 };
    const taken = survey(
      [],
      [
        aRecord({ reference: '1', stolenAt: '2026-11-08T21:00:00Z', coordinates }),
        aRecord({ reference: '2', stolenAt: '2026-11-08T00:00:00Z', coordinates }),
        aRecord({ reference: '3', stolenAt: '2026-11-07T00:00:00Z' }),
        aRecord({ reference: '4', status: 'recovered', coordinates }),
        aRecord({ reference: '5', grade: 'disputed', coordinates }),
      ],
    );
    expect(taken.records.lookedFor).toBe(3);
    expect(taken.theftDays).toEqual([
      ['2026-11-07', 1],
      ['2026-11-08', 2],
    ]);
    expect(taken.theftCells).toEqual([[51.5, -0.1, 2]]);
  });

  it('places the thefts of which only the name of the place is known, where others gave its point', () => {
    const coordinates = { latitude: 51.59, longitude: -0.224 };
    const inHendon = ['1', '2'].map((reference) => aRecord({ reference, area: 'Hendon', coordinates }));
    const named = [aRecord({ reference: '3', area: 'Hendon' }), aRecord({ reference: '4', area: 'Nowhere' })];
    expect(survey([], [...named, ...inHendon]).theftCells).toEqual([[51.6, -0.225, 3]]);
  });

  it('stays below a megabyte however many different things are said', () => {
    const listings = Array.from({ length: 12_000 }, (_, at) =>
      aListing({
        itemId: String(at),
        title: `iPhone 1${at % 5} Pro ${2 ** (6 + (at % 4))}GB`,
        description: `${(at >> 1).toString(36)}q engraved`,
        photoHashes: [(at >> 1).toString(16).padStart(16, '0')],
        price: { amount: at },
        location: `Town ${(at >> 1).toString(36)}`,
        coordinates: { latitude: 50 + ((at >> 1) % 700) / 100, longitude: ((at >> 1) % 30) / 10 },
      }),
    );
    const records = Array.from({ length: 12_000 }, (_, at) =>
      aRecord({
        reference: String(at),
        stolenAt: new Date(Date.UTC(2000, 0, 1 + at)).toISOString(),
        coordinates: { latitude: 50 + (at % 700) / 100, longitude: (at % 30) / 10 },
        identifiers: [{ kind: 'imei', value: `${35_000_000 + (at >> 1)}${String(at).padStart(6, '0')}0` }],
      }),
    );
    const taken = survey(listings, records, new Date(0).toISOString());
    expect(taken.markWords[0]?.words).toHaveLength(surveyLimits.words);
    expect(taken.theftCells.length).toBeLessThanOrEqual(surveyLimits.theftCells);
    expect(taken.places).toHaveLength(surveyLimits.places);
    expect(taken.tacs).toHaveLength(surveyLimits.tacs);
    expect(JSON.stringify(taken).length).toBeLessThan(1_000_000);
    expect(stored(taken)).toEqual(taken);
  });

  it('is not read where it is of another shape, and says what is wrong', () => {
    const { success, error } = surveySchema.safeParse({ ...survey([]), format: 2, theftDays: [['yesterday', 1]] });
    expect(success).toBe(false);
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['format', 'theftDays.0.0']);
  });
});

const titles = fc.constantFrom(
  'iPhone 13 128GB black',
  'iphone 13 256gb blue',
  'Galaxy S21 unlocked 128gb',
  'iPhone',
  'Phone',
  'pixel 7 white',
);
const words = fc.constantFrom('', 'AM engraved on the back', 'XY engraved', 'cracked screen', 'robot sticker, cracked back');
const listings = fc.array(
  fc.record({ title: titles, description: words, price: fc.option(fc.integer({ min: 20, max: 900 }), { nil: undefined }) }),
  { maxLength: 80 },
);
const days = fc.array(fc.constantFrom('2026-11-01', '2026-11-02', '2026-10-01', '2026-03-01'), { maxLength: 40 });

/** The same shares, counted here in the plainest way: how often, of how many, with the guess worth `strength` of them. */
function shareOf<T>(all: T[], fits: (each: T) => boolean, guess: number, strength: number): number {
  return (all.filter(fits).length + guess * strength) / (all.length + strength);
}

describe('a survey that was stored and read again', () => {
  const { assumed } = currentModel;

  it('gives the shares that counting the listings gives, exactly', () => {
    fc.assert(
      fc.property(listings, (drawn) => {
        const all = drawn.map(({ title, description }, at) => aListing({ itemId: String(at), title, description }));
        const profiles = all.map(profileOfListing);
        const { population } = marketOf(stored(survey(all)), currentModel);

        const made = profiles.filter(({ model }) => model.make !== undefined);
        expect(population.makeShare('apple')).toBeCloseTo(
          shareOf(made, ({ model }) => model.make === 'apple', 0.5, assumed.strength),
          12,
        );
        const kinds = profiles.map(({ marks }) => marks.map(({ kind }) => kind));
        for (const kind of ['engraving', 'screen broken', 'sticker'])
          expect(population.markShare(kind)).toBeCloseTo(
            shareOf(kinds, (each) => each.includes(kind), assumed.marks[kind] ?? assumed.otherMark, assumed.strength),
            12,
          );
        const networks = profiles.flatMap(({ network }) => network ?? []);
        expect(population.networkShare('unlocked')).toBeCloseTo(
          shareOf(networks, () => true, assumed.unlocked, assumed.strength),
          12,
        );
        const stores = profiles.flatMap(({ storageGb }) => storageGb ?? []);
        expect(population.storageShare([], 128)).toBeCloseTo(
          shareOf(stores, (gb) => gb === 128, 0.42, assumed.strength),
          12,
        );
      }),
    );
  });

  it('knows usual prices to half a percent', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 20, max: 900 }), { minLength: 12, maxLength: 60 }), (amounts) => {
        const all = amounts.map((amount, at) => aListing({ itemId: String(at), title: 'iPhone 13 128GB', price: { amount } }));
        const [model] = profileOfListing(aListing({ title: 'iPhone 13' })).model.models;
        const sorted = amounts.map(Math.log).toSorted((a, b) => a - b);
        const middle = ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
        const usual = marketOf(stored(survey(all)), currentModel).population.logPrices([model ?? 0], 128);
        expect(Math.abs((usual?.middle ?? 0) - middle)).toBeLessThanOrEqual(0.005);
      }),
    );
  });

  it('counts thefts to the day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 300 }), (drawn, after) => {
        const records = drawn.map((day, at) => aRecord({ reference: String(at), stolenAt: `${day}T13:00:00Z` }));
        const moment = Date.parse('2026-03-01T00:00:00Z') + after * 86_400_000;
        const until = new Date(moment).toISOString().slice(0, 10);
        expect(marketOf(stored(survey([], records)), currentModel).thefts.countUpTo(moment)).toBe(
          drawn.filter((day) => day <= until).length,
        );
      }),
    );
  });

  it('is the same whatever the order of the listings', () => {
    fc.assert(
      fc.property(listings, days, (drawn, thefts) => {
        const all = drawn.map(({ price, ...said }, at) =>
          aListing({ itemId: String(at), ...said, ...(price && { price: { amount: price } }) }),
        );
        const records = thefts.map((day, at) =>
          aRecord({ reference: String(at), stolenAt: `${day}T00:00:00Z`, identifiers: [{ kind: 'imei', value: imei }] }),
        );
        expect(survey(all.toReversed(), records.toReversed())).toEqual(survey(all, records));
      }),
    );
  });
});
