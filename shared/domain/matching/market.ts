/** What chance makes of agreement: the one thing matching must know of the market beyond the pair it weighs. */

import type { Coordinates } from '../stolen-record.ts';
import type { ModelReading } from './catalogue/read-model.ts';
import { Gazetteer } from './gazetteer.ts';
import { emptySurvey, type MarketSurvey } from './market-survey.ts';
import { placeSharesAround } from './place-shares.ts';
import { type Population, populationOf } from './population.ts';
import type { DeviceProfile } from './profile.ts';
import { KnownTacs } from './tac-sightings.ts';
import { TheftDates } from './theft-dates.ts';
import type { MatchingModel } from './weights.ts';

/** A market as it was surveyed at one moment; the same market gives a pair the same bits. */
export interface Market {
  /** Names the survey on each Match (`2026-11-22T03:00:00Z`), so that it can be computed again; `assumed` before the first. */
  surveyVersion: string;
  population: Population;
  /** Of the records that are looked for: how many were taken up to a moment, and how recently. */
  thefts: Pick<TheftDates, 'countUpTo' | 'sharesAt'>;
  /** Shares of the thefts by their distance from a point, one for each step of the model's table; undefined where no theft has a place. */
  placeSharesAt(point: Coordinates): number[] | undefined;
  /** The profile with a point on the map, where it names a place whose point others gave. */
  located(profile: DeviceProfile): DeviceProfile;
  /** Which model an IMEI names, as far as its TAC was seen; no models where it was not. */
  modelOfImei(imei: string): ModelReading;
}

/** The market as a survey found it, measured by the steps and assumptions of a model. */
export function marketOf(survey: MarketSurvey, model: MatchingModel): Market {
  const { theftCells } = survey;
  const gazetteer = new Gazetteer(survey.places);
  const tacs = new KnownTacs(survey.tacs);
  return {
    surveyVersion: survey.version,
    population: populationOf(survey, model),
    thefts: new TheftDates(survey.theftDays, model.time, survey.records.lookedFor),
    placeSharesAt: (point) => (theftCells.length === 0 ? undefined : placeSharesAround(point, theftCells, model.place)),
    located: (profile) => gazetteer.located(profile),
    modelOfImei: (imei) => tacs.modelOf(imei),
  };
}

/** For a market never surveyed: the shares that the model assumes, and thefts spread as it assumes over `activeRecords`. */
export function assumedMarket(model: MatchingModel, activeRecords: number): Market {
  return {
    ...marketOf(emptySurvey, model),
    thefts: { countUpTo: () => activeRecords, sharesAt: () => model.time.map(({ assumed }) => assumed) },
  };
}
