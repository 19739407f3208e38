import { describe, expect, it } from 'vitest';
import { Gazetteer, NamedPoints } from '../../../../shared/domain/matching/gazetteer.ts';
import { type CountedListing, MarketCount } from '../../../../shared/domain/matching/market-count.ts';
import { currentModel } from '../../../../shared/domain/matching/matching-model.ts';
import { CellCount, placeSharesAround } from '../../../../shared/domain/matching/place-shares.ts';
import { populationOf } from '../../../../shared/domain/matching/population.ts';
import { profileOfListing } from '../../../../shared/domain/matching/profile.ts';
import { KnownTacs, TacSightings } from '../../../../shared/domain/matching/tac-sightings.ts';
import { TheftDates } from '../../../../shared/domain/matching/theft-dates.ts';
import { aListing, imei } from './sides.ts';

function profile(title: string, description = '') {
  return profileOfListing(aListing({ title, description }));
}

function populationOfAll(listings: CountedListing[]) {
  const count = new MarketCount();
  for (const listing of listings) count.addListing(listing);
  return populationOf(count.survey('test'), currentModel);
}

function population(...titles: string[]) {
  return populationOfAll(titles.map((title) => ({ profile: profile(title) })));
}

describe('a population', () => {
  const [iphone13 = -1] = profile('iPhone 13').model.models;

  it('starts from what the model assumes', () => {
    expect(population().makeShare('apple')).toBe(0.5);
    expect(population().storageShare([], 128)).toBeCloseTo(0.42, 10);
    expect(population().markShare('engraving')).toBeCloseTo(0.015, 10);
    expect(population().markValueShare('engraving', 'am')).toBeCloseTo(0.01, 10);
  });

  it('moves towards what it counts', () => {
    const counted = population(...Array.from({ length: 360 }, () => 'iPhone 13 128GB'));
    expect(counted.modelShare([iphone13])).toBeGreaterThan(0.9);
    expect(counted.storageShare([iphone13], 128)).toBeGreaterThan(0.9);
    expect(counted.storageShare([iphone13], 512)).toBeLessThan(0.01);
  });

  it('counts colours that could be taken for one another', () => {
    const counted = population(...Array.from({ length: 360 }, (_, at) => (at % 2 === 0 ? 'iPhone 13 midnight' : 'iPhone 13 pink')));
    expect(counted.colourShare([iphone13], { said: 'black', plain: ['black'] })).toBeCloseTo(0.5, 1);
  });

  it('knows no usual price from a few', () => {
    expect(population('iPhone 13').logPrices([iphone13], 128)).toBeUndefined();
  });

  it('takes the middle of many prices and is not moved by one', () => {
    const prices = [...Array.from({ length: 20 }, (_, at) => 290 + at), 1];
    const counted = populationOfAll(prices.map((amount) => ({ profile: profile('iPhone 13 128GB'), price: { amount } })));
    expect(Math.exp(counted.logPrices([iphone13], 128)?.middle ?? 0) / 299).toBeCloseTo(1, 2);
  });

  it('does not compare pounds with zloty', () => {
    const counted = populationOfAll(
      Array.from({ length: 40 }, (_, at) => ({
        profile: profile('iPhone 13 128GB'),
        price: at % 2 === 0 ? { amount: 300, currency: 'GBP' } : { amount: 1500, currency: 'PLN' },
      })),
    );
    expect(Math.exp(counted.logPrices([iphone13], 128, 'GBP')?.middle ?? 0) / 300).toBeCloseTo(1, 2);
    expect(Math.exp(counted.logPrices([iphone13], 128, 'PLN')?.middle ?? 0) / 1500).toBeCloseTo(1, 2);
    expect(counted.logPrices([iphone13], 128, 'EUR')).toBeUndefined();
  });

  it('holds a word that one advert alone bears no rarer than one in all of them', () => {
    const marked = (word: string) => ({ profile: profile('iPhone 13', `${word} engraved on the back`) });
    const words = Array.from({ length: 400 }, (_, at) => `${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + (at >> 4))}x`);
    const counted = populationOfAll(words.map(marked));
    expect(counted.markValueShare('engraving', 'qqq')).toBeCloseTo(1.1 / 410, 10);
  });
});

describe('TheftDates', () => {
  const day = 86_400_000;
  const thefts: [string, number][] = [
    ['1970-01-11', 1],
    ['1970-01-03', 1],
    ['1970-01-06', 2],
  ];
  const dates = new TheftDates(thefts, currentModel.time);

  it('counts thefts up to a moment', () => {
    expect([1, 2, 5, 9, 10].map((at) => dates.countUpTo(at * day))).toEqual([0, 1, 3, 3, 4]);
  });

  it('shares them by how long ago they were, and the shares sum to one', () => {
    const shares = dates.sharesAt(10 * day);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(shares[1]).toBeGreaterThan(shares[2] ?? 1);
  });

  it('stands for all records where it counted a sample', () => {
    const sampled = new TheftDates(thefts, currentModel.time, 4000);
    expect(sampled.countUpTo(5 * day)).toBe(3000);
    expect(sampled.sharesAt(10 * day)).toEqual(dates.sharesAt(10 * day));
  });
});

describe('place shares', () => {
  const london = { latitude: 51.5, longitude: -0.1 };
  const keswick = { latitude: 54.6, longitude: -3.13 };
  const thefts = new CellCount();
  for (let at = 0; at < 4000; at++) thefts.add(london);
  thefts.add(keswick);
  const around = (point: typeof london) => placeSharesAround(point, thefts.cells(10), currentModel.place);

  it('sum to one', () => {
    expect(around(london).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  it('make nearness say little where all thefts are, and much elsewhere', () => {
    expect(around(london)[0]).toBeGreaterThan(0.9);
    expect(around(keswick)[0]).toBeLessThan(0.01);
  });

  it('put together the emptiest cells where there are too many', () => {
    const spread = new CellCount();
    for (let at = 0; at < 50; at++) spread.add({ latitude: 51 + at / 10, longitude: 0 });
    for (let at = 0; at < 50; at++) spread.add(london);
    const cells = spread.cells(30);
    expect(cells.length).toBeLessThanOrEqual(30);
    expect(cells[0]).toEqual([51.5, -0.1, 50]);
    expect(cells.reduce((sum, [, , count]) => sum + count, 0)).toBe(100);
  });
});

describe('Gazetteer', () => {
  const hendon = { latitude: 51.5899, longitude: -0.2239 };
  const peckham = { latitude: 51.4748, longitude: -0.0642 };
  const points = new NamedPoints();
  for (let seller = 0; seller < 3; seller++) {
    points.add({ placeNames: ['hendon', 'london'], coordinates: hendon });
    points.add({ placeNames: ['peckham', 'london'], coordinates: peckham });
  }
  points.add({ placeNames: ['rose cottage'], coordinates: peckham });
  const gazetteer = new Gazetteer(points.places(10));

  it('gives a listing that only names its place the point of that place, to a hundred metres', () => {
    expect(gazetteer.located(profile('iPhone', 'Works. In Hendon.')).coordinates).toEqual({ latitude: 51.59, longitude: -0.224 });
  });

  it('does not place a name whose points lie apart', () => {
    expect(gazetteer.located({ ...profile('iPhone'), placeNames: ['london'] }).coordinates).toBeUndefined();
  });

  it('does not learn where a name is from one who gives it', () => {
    expect(gazetteer.located({ ...profile('iPhone'), placeNames: ['rose cottage'] }).coordinates).toBeUndefined();
  });
});

describe('TAC sightings', () => {
  const numbers = ['000001', '000002', '000003'].map((serial) => `${imei.slice(0, 8)}${serial}0`);
  const modelAfter = (...titles: [number, string][]) => {
    const sightings = new TacSightings();
    for (const [number, title] of titles) sightings.add(numbers[number] ?? '', profile(title).model);
    return new KnownTacs(sightings.known(10)).modelOf(imei);
  };

  it('say nothing after one number and the model after two', () => {
    expect(modelAfter([0, 'iPhone 13'])).toEqual({ models: [] });
    expect(modelAfter([0, 'iPhone 13'], [0, 'iPhone 13'])).toEqual({ models: [] });
    expect(modelAfter([0, 'iPhone 13'], [1, 'iPhone 13'])).toEqual(profile('iPhone 13').model);
  });

  it('say nothing where they disagree', () => {
    expect(modelAfter([0, 'iPhone 13'], [1, 'iPhone 13'], [2, 'Galaxy S21'])).toEqual({ models: [] });
  });

  it('do not let an advert say what a number was first said to be', () => {
    expect(modelAfter([0, 'iPhone 13'], [1, 'iPhone 13'], [1, 'Galaxy S21'])).toEqual(profile('iPhone 13').model);
  });
});
