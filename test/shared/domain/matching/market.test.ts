import { describe, expect, it } from 'vitest';
import { assumedMarket } from '../../../../shared/domain/matching/market.ts';
import { currentModel } from '../../../../shared/domain/matching/matching-model.ts';
import { profileOfListing } from '../../../../shared/domain/matching/profile.ts';
import { aListing, imei } from './sides.ts';

describe('a market that was never surveyed', () => {
  const market = assumedMarket(currentModel, 1200);

  it('is what the model assumes', () => {
    expect(market.surveyVersion).toBe('assumed');
    expect(market.population.makeShare('apple')).toBe(currentModel.assumed.makes['apple']);
    expect(market.thefts.sharesAt(Date.now())).toEqual(currentModel.time.map(({ assumed }) => assumed));
    expect(market.placeSharesAt({ latitude: 51.5, longitude: -0.1 })).toBeUndefined();
  });

  it('counts every record as one that could be in any offer', () => {
    expect(market.thefts.countUpTo(0)).toBe(1200);
  });

  it('knows no place and no number', () => {
    const profile = profileOfListing(aListing({ location: 'Hackney' }));
    expect(market.located(profile)).toBe(profile);
    expect(market.modelOfImei(imei)).toEqual({ models: [] });
  });
});
