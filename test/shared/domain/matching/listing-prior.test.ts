import { expect, it } from 'vitest';
import type { ComparedListing } from '../../../../shared/domain/matching/compared-listing.ts';
import { offerFinding } from '../../../../shared/domain/matching/listing-prior.ts';
import { emptySurvey } from '../../../../shared/domain/matching/market-survey.ts';
import { currentModel } from '../../../../shared/domain/matching/matching-model.ts';
import { populationOf } from '../../../../shared/domain/matching/population.ts';
import { profileOfListing } from '../../../../shared/domain/matching/profile.ts';
import { aListing } from './sides.ts';

function offer(part: Partial<ComparedListing>) {
  const listing = aListing({ title: 'iPhone 13', description: '', ...part });
  return offerFinding({
    listing,
    profile: profileOfListing(listing),
    model: currentModel,
    population: populationOf(emptySurvey, currentModel),
  });
}

it.each([
  ['a young account', { seller: { joinedAt: '2026-11-01T00:00:00Z' } }, 1.8],
  ['an old account', { seller: { joinedAt: '2016-11-01T00:00:00Z' } }, -1.2],
  ['an account that somebody else holds', { description: 'iCloud locked' }, 3],
  ['a forgotten passcode', { description: 'forgotten passcode' }, 3],
  ['a phone alone', { description: 'phone only' }, 1],
  ['a locked account in German', { description: 'iCloud gesperrt' }, 3],
  ['a phone alone in Russian', { description: 'только телефон, без коробки' }, 1],
  ['a hurry in Polish', { description: 'pilnie' }, 1.2],
  ['a box in Spanish', { description: 'con caja y factura' }, -2],
  ['a shop in French', { description: 'Reconditionné, garantie 12 mois' }, -2],
  ['a box', { description: 'comes with original box' }, -2],
  ['a shop', { description: 'Refurbished, grade A, 12 months warranty' }, -2],
  ['many offers', { seller: { activeListings: 25 } }, -2],
  ['a few offers', { seller: { activeListings: 4 } }, 1.8],
] as const)('reads %s from an offer', (_, part, bits) => {
  expect(offer(part)?.bits).toBeCloseTo(bits, 10);
});

it.each(['not iCloud locked', 'iCloud unlocked', 'ohne iCloud-Sperre', 'pas de compte bloqué', 'не заблокирован, аккаунт удалён'])(
  'does not take "%s" for a locked account',
  (description) => {
    expect(offer({ description })).toBeUndefined();
  },
);

it('does not take a missing box for a box', () => {
  expect(offer({ description: 'no box, sorry' })?.bits).toBe(1);
});

it('says nothing where the offer shows no sign', () => {
  expect(offer({})).toBeUndefined();
});

it('never moves the prior by more than five bits', () => {
  const signs = {
    description: 'iCloud locked, phone only, quick sale, must go',
    seller: { joinedAt: '2026-11-09T00:00:00Z', activeListings: 4 },
  };
  expect(offer(signs)?.bits).toBe(5);
});
