/** What strangers' phones look like: how often an agreement happens by chance, counted on the listings at hand. */

import { catalogue } from './catalogue/catalogue.ts';
import type { DeviceProfile } from './profile.ts';
import { ColourCount, type LogPrices, PriceList, Tally } from './tally.ts';
import type { ColourReading } from './understanding/colour.ts';
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
  /** Middle and spread of the logarithm of the price of such phones, where enough have been seen. */
  logPrices(models: number[], storageGb: number | undefined): LogPrices | undefined;
}

/** Counts the listings; with none, every share is the assumption of the model. The same listings in any order give the same shares. */
export function estimatePopulation(listings: CountedListing[], model: MatchingModel): Population {
  const counted = new CountedPopulation(model.assumed);
  for (const listing of listings) counted.add(listing);
  return counted;
}

/** What is counted of a listing. */
export interface CountedListing {
  profile: DeviceProfile;
  /** In the currency's main unit. */
  price?: number;
}

class CountedPopulation implements Population {
  readonly #assumed: AssumedShares;
  readonly #models: Tally;
  readonly #makes: Tally;
  readonly #storage: Tally;
  readonly #networks: Tally;
  readonly #marks: Tally;
  readonly #markValues: Tally;
  readonly #colours = new ColourCount();
  readonly #colourShares = new Map<string, number>();
  readonly #photos = new Map<string, number>();
  readonly #prices = new PriceList();

  constructor(assumed: AssumedShares) {
    this.#assumed = assumed;
    this.#models = new Tally(assumed.strength);
    this.#makes = new Tally(assumed.strength);
    this.#storage = new Tally(assumed.strength);
    this.#networks = new Tally(assumed.strength);
    this.#marks = new Tally(assumed.strength);
    // Values are counted among the few listings with such a mark, so the guess must give way sooner.
    this.#markValues = new Tally(assumed.strength / 4);
  }

  add({ profile, price }: CountedListing): void {
    const { model, storageGb, colour, network } = profile;
    const first = String(model.models[0] ?? '');
    if (model.make !== undefined) this.#makes.add('', model.make);
    if (first !== '') this.#models.add('', first);
    if (storageGb !== undefined) for (const group of new Set([first, ''])) this.#storage.add(group, String(storageGb));
    if (colour) this.#colours.add(first, colour);
    if (network !== undefined) this.#networks.add('', network);
    for (const hash of new Set(profile.photoHashes)) this.#photos.set(hash, (this.#photos.get(hash) ?? 0) + 1);
    if (price !== undefined && first !== '') this.#prices.add(first, storageGb, price);
    this.#addMarks(profile.marks);
  }

  #addMarks(marks: DeviceProfile['marks']): void {
    this.#marks.addTotal('');
    for (const kind of new Set(marks.map((mark) => mark.kind))) this.#marks.addCount('', kind);
    for (const { kind, value } of marks) {
      this.#markValues.addTotal(kind);
      for (const word of value) this.#markValues.addCount(kind, word);
    }
  }

  modelShare(models: number[]): number {
    return models.reduce((sum, number) => sum + this.#models.share('', String(number), this.#assumedModel(number)), 0);
  }

  #assumedModel(number: number): number {
    const make = catalogue[number]?.make ?? '';
    return this.#assumedMake(make) / Math.max(1, modelsOfMake.get(make) ?? 1);
  }

  #assumedMake(make: string): number {
    return this.#assumed.makes[make] ?? this.#assumed.otherMake;
  }

  makeShare(make: string): number {
    return this.#makes.share('', make, this.#assumedMake(make));
  }

  storageShare([first]: number[], storageGb: number): number {
    const overall = this.#storage.share('', String(storageGb), this.#assumed.storage[storageGb] ?? 0.01);
    return first === undefined ? overall : this.#storage.share(String(first), String(storageGb), overall);
  }

  colourShare([first]: number[], colour: ColourReading): number {
    const key = `${first ?? ''}/${colour.plain.join(' ')}`;
    const known = this.#colourShares.get(key);
    if (known !== undefined) return known;
    const guess = Math.min(
      0.9,
      colour.plain.reduce((sum, plain) => sum + (this.#assumed.colours[plain] ?? 0.01), 0),
    );
    const share = this.#colours.share(String(first ?? ''), colour, guess, this.#assumed.strength);
    this.#colourShares.set(key, share);
    return share;
  }

  networkShare(network: string): number {
    return this.#networks.share('', network, network === 'unlocked' ? this.#assumed.unlocked : this.#assumed.otherNetwork);
  }

  markShare(kind: string): number {
    return this.#marks.share('', kind, this.#assumed.marks[kind] ?? this.#assumed.otherMark);
  }

  markValueShare(kind: string, word: string): number {
    return this.#markValues.share(kind, word, this.#assumed.markValue);
  }

  listingsWithPhoto(hash: string): number {
    return this.#photos.get(hash) ?? 0;
  }

  logPrices([first]: number[], storageGb: number | undefined): LogPrices | undefined {
    return first === undefined ? undefined : this.#prices.of(String(first), storageGb);
  }
}

const modelsOfMake = new Map<string, number>();
for (const { make } of catalogue) modelsOfMake.set(make, (modelsOfMake.get(make) ?? 0) + 1);
