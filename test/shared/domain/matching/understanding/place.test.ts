import { expect, it } from 'vitest';
import { distanceKm, namesOfPlaces, placesMentioned, readPlace } from '../../../../../shared/domain/matching/understanding/place.ts';

it('keeps the words that name a place', () => {
  expect(readPlace('Hackney E8, London, UK')).toEqual(['hackney', 'e8', 'london']);
});

it('names places without their postcodes', () => {
  expect(namesOfPlaces('Stoke Newington N16 5AB, London')).toEqual(['stoke newington', 'london']);
});

it('finds the places a text mentions', () => {
  expect(placesMentioned('Good phone. In Notting Hill. Collection from Camden only')).toEqual(['notting hill', 'camden']);
});

it('measures along the great circle', () => {
  expect(distanceKm({ latitude: 51.5074, longitude: -0.1278 }, { latitude: 48.8566, longitude: 2.3522 })).toBeCloseTo(343.6, 0);
});
