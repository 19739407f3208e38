import { describe, expect, it } from 'vitest';
import { Gazetteer } from '../../../../shared/domain/matching/gazetteer.ts';
import { currentModel } from '../../../../shared/domain/matching/matching-model.ts';
import { placeSharesOf } from '../../../../shared/domain/matching/place-shares.ts';
import { estimatePopulation } from '../../../../shared/domain/matching/population.ts';
import { profileOfListing } from '../../../../shared/domain/matching/profile.ts';
import { TacSightings } from '../../../../shared/domain/matching/tac-sightings.ts';
import { TheftDates } from '../../../../shared/domain/matching/theft-dates.ts';
import { aListing, imei } from './sides.ts';

function profile(title: string, description = '') {
  return profileOfListing(aListing({ title, description }));
}

function population(...titles: string[]) {
  return estimatePopulation(
    titles.map((title) => ({ profile: profile(title) })),
    currentModel,
  );
}

describe('estimatePopulation', () => {
  const [iphone13 = -1] = profile('iPhone 13').model.models;

  it('starts from what the model assumes', () => {
    expect(population().makeShare('apple')).toBe(0.5);
    expect(population().storageShare([], 128)).toBeCloseTo(0.42, 10);
    expect(population().markShare('engraving')).toBeCloseTo(0.015, 10);
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
    const counted = estimatePopulation(
      prices.map((price) => ({ profile: profile('iPhone 13 128GB'), price })),
      currentModel,
    );
    expect(Math.exp(counted.logPrices([iphone13], 128)?.middle ?? 0)).toBeCloseTo(299, 0);
  });
});

describe('TheftDates', () => {
  const day = 86_400_000;
  const dates = new TheftDates([10 * day, 2 * day, 5 * day, 5 * day], currentModel.time);

  it('counts thefts up to a moment', () => {
    expect([1, 2, 5, 9, 10].map((at) => dates.countUpTo(at * day))).toEqual([0, 1, 3, 3, 4]);
  });

  it('shares them by how long ago they were, and the shares sum to one', () => {
    const shares = dates.sharesAt(10 * day);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(shares[1]).toBeGreaterThan(shares[2] ?? 1);
  });
});

it('shares stranger pairs by distance, and the shares sum to one', () => {
  const here = { latitude: 51.5, longitude: -0.1 };
  const there = { latitude: 53.5, longitude: -2.2 };
  const shares = placeSharesOf(
    Array.from({ length: 40 }, () => here),
    Array.from({ length: 40 }, () => there),
    currentModel.place,
  );
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  expect(shares.at(-1)).toBeGreaterThan(0.9);
});

describe('Gazetteer', () => {
  const point = { latitude: 51.5899, longitude: -0.2239 };
  const gazetteer = new Gazetteer([
    { placeNames: ['hendon', 'london'], coordinates: point },
    { placeNames: ['peckham', 'london'], coordinates: { latitude: 51.4748, longitude: -0.0642 } },
  ]);

  it('gives a listing that only names its place the point of that place', () => {
    expect(gazetteer.located(profile('iPhone', 'Works. In Hendon.')).coordinates).toEqual(point);
  });

  it('does not place a name whose points lie apart', () => {
    expect(gazetteer.located({ ...profile('iPhone'), placeNames: ['london'] }).coordinates).toBeUndefined();
  });
});

describe('TacSightings', () => {
  it('says nothing after one sighting and the model after two', () => {
    const sightings = new TacSightings();
    const { model } = profile('iPhone 13');
    sightings.add(imei, model);
    expect(sightings.modelOf(imei)).toEqual({ models: [] });
    sightings.add(imei, model);
    expect(sightings.modelOf(imei)).toEqual({ models: model.models, make: 'apple' });
  });

  it('says nothing where the sightings disagree', () => {
    const sightings = new TacSightings();
    for (const title of ['iPhone 13', 'iPhone 13', 'Galaxy S21']) sightings.add(imei, profile(title).model);
    expect(sightings.modelOf(imei)).toEqual({ models: [] });
  });
});
