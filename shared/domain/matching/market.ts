/** What chance makes of agreement: the one thing matching must know of the market beyond the pair it weighs. */

import type { ModelReading } from './catalogue/read-model.ts';
import type { Surroundings } from './circumstance-evidence.ts';
import { estimatePopulation, type Population } from './population.ts';
import type { DeviceProfile } from './profile.ts';
import type { TheftDates } from './theft-dates.ts';
import type { MatchingModel } from './weights.ts';

/** A market as it was surveyed at one moment; the same market gives a pair the same bits. */
export interface Market extends Pick<Surroundings, 'placeShares'> {
  /** Names the survey on each Match (`2026-11-22T03:00:00Z`), so that it can be computed again; `assumed` before the first. */
  surveyVersion: string;
  population: Population;
  /** Of the records that are looked for: how many were taken up to a moment, and how recently. */
  thefts: Pick<TheftDates, 'countUpTo' | 'sharesAt'>;
  /** The profile with a point on the map, where it names a place whose point others gave. */
  located(profile: DeviceProfile): DeviceProfile;
  /** Which model an IMEI names, as far as its TAC was seen; no models where it was not. */
  modelOfImei(imei: string): ModelReading;
}

/** For a market never surveyed: the shares that the model assumes, and thefts spread as it assumes over `activeRecords`. */
export function assumedMarket(model: MatchingModel, activeRecords: number): Market {
  return {
    surveyVersion: 'assumed',
    population: estimatePopulation([], model),
    thefts: { countUpTo: () => activeRecords, sharesAt: () => model.time.map(({ assumed }) => assumed) },
    located: (profile) => profile,
    modelOfImei: () => ({ models: [] }),
  };
}
