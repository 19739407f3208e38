/**
 * A MarketSurvey is everything that chance agreement is counted from, as one value that can be stored, and read again years later: counts of what
 * a sample of strangers' listings say, when and where the phones on the list were taken, and what places and TACs were seen to mean.
 *
 * It names nobody: words and photos that a single listing bears are left out, places are whole names with points rounded to 100 m.
 */

import type { LogPrices } from './log-prices.ts';
import type { Counts } from './tally.ts';

export interface MarketSurvey {
  /** Of this shape; another number is another shape. */
  format: 1;
  /** Names the survey on each Match: the moment it was taken (`2026-11-22T03:00:00.000Z`), or `at hand`. */
  version: string;
  /** `counted`: one for each phone offered. `relisted`: left out because the same phone was counted already. */
  listings: { counted: number; relisted: number };
  makes: Counts;
  /** By name: `apple iPhone 13`. */
  models: Counts;
  /** Gigabytes as text, by model; listings whose model is not known stand under the empty name. */
  storage: [model: string, Counts][];
  /** Plain colours that a reading may mean (`silver white`), by model. */
  colours: [model: string, Counts][];
  networks: Counts;
  /** Listings that bear a kind of mark. */
  marks: Counts;
  /** Of each kind, how many marks there were, and their words. A word that one listing alone bears is left out. */
  markWords: { kind: string; marks: number; words: Counts }[];
  /** Photos that more than one listing shows, by hash. */
  photos: Counts;
  /** Usual prices by model and currency; without `storageGb` of the model as a whole. */
  prices: PriceOf[];
  /** Where names are: `["hendon", 51.59, -0.224]`. */
  places: [name: string, latitude: number, longitude: number][];
  /** Which model a TAC was seen with. */
  tacs: [tac: string, model: string][];
  /** `lookedFor`: how many records are on the list; the thefts below are of a sample of them where there are very many. */
  records: { lookedFor: number };
  /** Thefts by day: `["2026-11-08", 12]`, oldest first. */
  theftDays: Counts;
  /** Thefts by cell of the map: its middle, and how many. */
  theftCells: PlaceCell[];
}

export interface PriceOf extends LogPrices {
  model: string;
  storageGb?: number;
  /** ISO 4217, or empty where pages do not say it. */
  currency: string;
}

export type PlaceCell = [latitude: number, longitude: number, count: number];

/** What a survey holds at most of each, so that it stays below a megabyte and is read within a cold start. */
export const surveyLimits = { models: 1000, words: 1000, photos: 5000, places: 5000, tacs: 5000, theftDays: 3650, theftCells: 3000 };

/** Of a market that nobody has looked at yet. */
export const emptySurvey: MarketSurvey = {
  format: 1,
  version: 'assumed',
  listings: { counted: 0, relisted: 0 },
  makes: [],
  models: [],
  storage: [],
  colours: [],
  networks: [],
  marks: [],
  markWords: [],
  photos: [],
  prices: [],
  places: [],
  tacs: [],
  records: { lookedFor: 0 },
  theftDays: [],
  theftCells: [],
};
