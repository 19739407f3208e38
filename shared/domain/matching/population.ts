/** What strangers' phones look like: how often an agreement happens by chance, as a survey counted it. */

import { catalogue } from './catalogue/catalogue.ts';
import { nameOfModel } from './catalogue/model-names.ts';
import type { LogPrices } from './log-prices.ts';
import type { MarketSurvey, PriceOf } from './market-survey.ts';
import { type Counts, countsTogether, Shares } from './tally.ts';
import { type ColourReading, compareColours } from './understanding/colour.ts';
import type { AssumedShares, MatchingModel } from './weights.ts';

/** Shares are between 0 and 1 and never 0: what was never seen is rare, not impossible. */
export interface Population {
  /** Share of listings that name one of these models. */
  modelShare(models: number[]): number;
  makeShare(make: string): number;
  /** Share of the model's listings with this storage. */
  storageShare(models: number[], storageGb: number): number;
  /** Share of listings whose colour could be taken for this one. */
  colourShare(models: number[], colour: ColourReading): number;
  networkShare(network: string): number;
  markShare(kind: string): number;
  /** Share of the listings with such a mark whose value holds this word. */
  markValueShare(kind: string, word: string): number;
  /** In how many listings this photo stands. */
  listingsWithPhoto(hash: string): number;
  /** Middle and spread of the logarithm of the price of such phones, where enough have been seen. `currency`: ISO 4217, where the page says it. */
  logPrices(models: number[], storageGb: number | undefined, currency?: string): LogPrices | undefined;
}

/** What the survey counted, with the model's assumptions standing in where it counted few. Asked of an empty survey, every share is the assumption. */
export function populationOf(survey: MarketSurvey, { assumed }: Pick<MatchingModel, 'assumed'>): Population {
  return new SurveyedPopulation(survey, assumed);
}

class SurveyedPopulation implements Population {
  readonly #assumed: AssumedShares;
  readonly #models: Shares;
  readonly #makes: Shares;
  readonly #networks: Shares;
  readonly #marks: Shares;
  readonly #allStorage: Shares;
  readonly #storage: ReadonlyMap<string, Shares>;
  readonly #allColours: Counts;
  readonly #colours: ReadonlyMap<string, Counts>;
  readonly #colourShares = new Map<string, number>();
  readonly #markWords: ReadonlyMap<string, { marks: number; words: Shares }>;
  readonly #photos: ReadonlyMap<string, number>;
  readonly #prices: ReadonlyMap<string, LogPrices>;

  constructor(survey: MarketSurvey, assumed: AssumedShares) {
    const { strength } = assumed;
    this.#assumed = assumed;
    this.#models = new Shares(survey.models, strength);
    this.#makes = new Shares(survey.makes, strength);
    this.#networks = new Shares(survey.networks, strength);
    this.#marks = new Shares(survey.marks, strength, survey.listings.counted);
    this.#allStorage = new Shares(countsTogether(survey.storage.map(([, counts]) => counts)), strength);
    this.#storage = new Map(survey.storage.map(([model, counts]) => [model, new Shares(counts, strength)]));
    this.#allColours = countsTogether(survey.colours.map(([, counts]) => counts));
    this.#colours = new Map(survey.colours);
    // Words are counted among the few listings with such a mark, so the guess must give way sooner.
    this.#markWords = new Map(
      survey.markWords.map(({ kind, marks, words }) => [kind, { marks, words: new Shares(words, strength / 4, marks) }]),
    );
    this.#photos = new Map(survey.photos);
    this.#prices = new Map(survey.prices.map((price) => [priceKey(price), { middle: price.middle, spread: price.spread }]));
  }

  modelShare(models: number[]): number {
    return models.reduce((sum, model) => sum + this.#models.of(nameOfModel(model) ?? '', this.#assumedModel(model)), 0);
  }

  #assumedModel(model: number): number {
    const make = catalogue[model]?.make ?? '';
    return this.#assumedMake(make) / Math.max(1, modelsOfMake.get(make) ?? 1);
  }

  #assumedMake(make: string): number {
    return this.#assumed.makes[make] ?? this.#assumed.otherMake;
  }

  makeShare(make: string): number {
    return this.#makes.of(make, this.#assumedMake(make));
  }

  storageShare(models: number[], storageGb: number): number {
    const overall = this.#allStorage.of(String(storageGb), this.#assumed.storage[storageGb] ?? 0.01);
    const model = firstName(models);
    if (model === '') return overall;
    return (this.#storage.get(model) ?? new Shares([], this.#assumed.strength)).of(String(storageGb), overall);
  }

  colourShare(models: number[], colour: ColourReading): number {
    const model = firstName(models);
    const key = `${model}/${colour.plain.join(' ')}`;
    const known = this.#colourShares.get(key);
    if (known !== undefined) return known;
    const share = this.#newColourShare(model, colour);
    if (this.#colourShares.size < mostColourShares) this.#colourShares.set(key, share);
    return share;
  }

  #newColourShare(model: string, colour: ColourReading): number {
    const { colours, strength } = this.#assumed;
    const guess = Math.min(
      0.9,
      colour.plain.reduce((sum, plain) => sum + (colours[plain] ?? 0.01), 0),
    );
    const overall = shareOfColour(this.#allColours, colour, guess, strength);
    return model === '' ? overall : shareOfColour(this.#colours.get(model) ?? [], colour, overall, strength / 2);
  }

  networkShare(network: string): number {
    return this.#networks.of(network, network === 'unlocked' ? this.#assumed.unlocked : this.#assumed.otherNetwork);
  }

  markShare(kind: string): number {
    return this.#marks.of(kind, this.#assumed.marks[kind] ?? this.#assumed.otherMark);
  }

  markValueShare(kind: string, word: string): number {
    const { marks, words } = this.#markWords.get(kind) ?? { marks: 0, words: new Shares([], this.#assumed.strength / 4) };
    // A word that was seen once is not in the survey: what is not there counts as the guess would have it, and at most once.
    return words.of(word, this.#assumed.markValue, Math.min(1, marks * this.#assumed.markValue));
  }

  listingsWithPhoto(hash: string): number {
    return this.#photos.get(hash) ?? 0;
  }

  logPrices(models: number[], storageGb: number | undefined, currency = ''): LogPrices | undefined {
    const model = firstName(models);
    const exact = storageGb === undefined ? undefined : this.#prices.get(priceKey({ model, storageGb, currency }));
    return exact ?? this.#prices.get(priceKey({ model, currency }));
  }
}

/** Pairs of a model and what a reading of a colour may mean; beyond, shares are computed each time. */
const mostColourShares = 20_000;

/** How many of the counted colours could be taken for this one. */
function shareOfColour(counts: Counts, colour: ColourReading, guess: number, strength: number): number {
  let [fitting, total] = [0, 0];
  for (const [plain, count] of counts) {
    total += count;
    if (compareColours({ said: '', plain: plain.split(' ') }, colour) === 'equal') fitting += count;
  }
  return (fitting + guess * strength) / (total + strength);
}

function firstName([first]: number[]): string {
  return first === undefined ? '' : (nameOfModel(first) ?? '');
}

function priceKey({ model, storageGb, currency }: Pick<PriceOf, 'model' | 'storageGb' | 'currency'>): string {
  return `${model}/${storageGb ?? ''}/${currency}`;
}

const modelsOfMake = new Map<string, number>();
for (const { make } of catalogue) modelsOfMake.set(make, (modelsOfMake.get(make) ?? 0) + 1);
