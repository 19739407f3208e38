/** Takes a MarketSurvey: records and listings go by one after another, and only counts are kept. */

import { comparisonKey } from '../identifier.ts';
import type { Price } from '../listing.ts';
import { isLookedFor } from '../stolen-record.ts';
import { nameOfModel } from './catalogue/model-names.ts';
import type { ComparedListing } from './compared-listing.ts';
import { Gazetteer, NamedPoints } from './gazetteer.ts';
import type { ReadListing } from './identifier-holders.ts';
import { PriceBins } from './log-prices.ts';
import { type MarketSurvey, type PriceOf, surveyLimits } from './market-survey.ts';
import { CellCount } from './place-shares.ts';
import type { DeviceProfile } from './profile.ts';
import { TacSightings } from './tac-sightings.ts';
import { GroupedTally, Tally } from './tally.ts';
import type { ReadRecord } from './weigh.ts';

/** What is counted of a listing. */
export interface CountedListing {
  profile: DeviceProfile;
  price?: Price;
  /** Complete IMEIs that it shows. */
  imeis?: string[];
  /** What another listing of the same phone would share: its number, or its seller and title. */
  sameAs?: string[];
}

export function countedOf(listing: ComparedListing, profile: DeviceProfile): CountedListing {
  const imeis = listing.identifiers.flatMap(({ kind, value }) => (kind === 'imei' && value !== undefined ? value : []));
  return { profile, imeis, sameAs: sameAsOf(listing), ...(listing.price && { price: listing.price }) };
}

/** A seller who writes one title twice offers one phone twice; a shop's template counts once, and does not make its words common. */
function sameAsOf({ source, seller, title, identifiers }: ComparedListing): string[] {
  const numbers = identifiers.map(comparisonKey).filter((key) => key !== undefined);
  const name = seller?.id ?? seller?.name;
  return name === undefined ? numbers : [...numbers, JSON.stringify([source, name, title.toLowerCase().split(/\s+/).join(' ').trim()])];
}

interface AtHand {
  version: string;
  records: readonly ReadRecord[];
  listings: readonly ReadListing[];
}

/** Counts all that is at hand: the oldest offer of a phone first, so that the order in which they are given does not matter. */
export function surveyOf({ version, records, listings }: AtHand): MarketSurvey {
  const count = new MarketCount();
  for (const record of records) count.addRecord(record);
  for (const { listing, profile } of listings.toSorted(byAge)) count.addListing(countedOf(listing, profile));
  return count.survey(version);
}

function byAge(a: ReadListing, b: ReadListing): number {
  return a.profile.at - b.profile.at || (addressOf(a) < addressOf(b) ? -1 : 1);
}

function addressOf({ listing: { source, itemId } }: ReadListing): string {
  return JSON.stringify([source, itemId]);
}

/** Listings remembered as counted; one listed again after so many others is counted again. */
const mostRemembered = 200_000;

/** The records first: what a number on the list is, no advert can say. Of a phone listed several times the listing that comes first counts. */
export class MarketCount {
  readonly #known = new Set<string>();
  readonly #makes = new Tally(surveyLimits.models);
  readonly #models = new Tally(surveyLimits.models);
  readonly #storage = new GroupedTally(20);
  readonly #colours = new GroupedTally(100);
  readonly #networks = new Tally(surveyLimits.models);
  readonly #marks = new Tally(surveyLimits.models);
  readonly #marksByKind = new Map<string, number>();
  readonly #words = new GroupedTally(surveyLimits.words);
  readonly #photos = new Tally(surveyLimits.photos);
  readonly #prices = new Map<string, { of: Omit<PriceOf, 'middle' | 'spread'>; bins: PriceBins }>();
  readonly #places = new NamedPoints();
  readonly #tacs = new TacSightings();
  readonly #theftDays = new Map<string, number>();
  readonly #theftCells = new CellCount();
  /** Thefts of which only the names of the place are known, as JSON: where they are is known when all is counted. */
  readonly #theftPlaces = new Tally(surveyLimits.places);
  #listings = { counted: 0, relisted: 0 };
  #records = { counted: 0, lookedFor: 0 };

  addRecord({ record, profile }: ReadRecord): void {
    this.#places.add(profile);
    for (const { kind, value } of record.identifiers) if (kind === 'imei' && value !== undefined) this.#tacs.add(value, profile.model);
    this.#records.counted++;
    if (!isLookedFor(record)) return;
    this.#records.lookedFor++;
    this.#theftDays.set(profile.day, (this.#theftDays.get(profile.day) ?? 0) + 1);
    if (profile.coordinates) this.#theftCells.add(profile.coordinates);
    else if (profile.placeNames.length > 0) this.#theftPlaces.add(JSON.stringify(profile.placeNames));
  }

  addListing({ profile, price, imeis = [], sameAs = [] }: CountedListing): void {
    if (sameAs.some((key) => this.#known.has(key))) {
      this.#listings.relisted++;
      return;
    }
    if (this.#known.size < mostRemembered) for (const key of sameAs) this.#known.add(key);
    this.#listings.counted++;
    for (const imei of imeis) this.#tacs.add(imei, profile.model);
    this.#places.add(profile);
    this.#countDevice(profile, price);
    this.#countMarks(profile.marks);
    for (const hash of new Set(profile.photoHashes)) this.#photos.add(hash);
  }

  #countDevice({ model: { models, make }, storageGb, colour, network }: DeviceProfile, price: Price | undefined): void {
    const [first] = models;
    const model = first === undefined ? '' : (nameOfModel(first) ?? '');
    if (make !== undefined) this.#makes.add(make);
    if (model !== '') this.#models.add(model);
    if (storageGb !== undefined) this.#storage.add(model, String(storageGb));
    if (colour) this.#colours.add(model, colour.plain.join(' '));
    if (network !== undefined) this.#networks.add(network);
    if (price === undefined || model === '') return;
    const of = { model, currency: price.currency ?? '' };
    this.#addPrice(of, price.amount);
    if (storageGb !== undefined) this.#addPrice({ ...of, storageGb }, price.amount);
  }

  #addPrice(of: Omit<PriceOf, 'middle' | 'spread'>, amount: number): void {
    const key = `${of.model}/${of.storageGb ?? ''}/${of.currency}`;
    const prices = this.#prices.get(key) ?? { of, bins: new PriceBins() };
    this.#prices.set(key, prices);
    prices.bins.add(amount);
  }

  #countMarks(marks: DeviceProfile['marks']): void {
    for (const kind of new Set(marks.map((mark) => mark.kind))) this.#marks.add(kind);
    for (const { kind, value } of marks) {
      this.#marksByKind.set(kind, (this.#marksByKind.get(kind) ?? 0) + 1);
      for (const word of value) this.#words.add(kind, word);
    }
  }

  /** `recordsInAll`: how many there are, where only a sample of them was counted. */
  survey(version: string, recordsInAll = this.#records.counted): MarketSurvey {
    const { counted, lookedFor } = this.#records;
    const places = this.#places.places(surveyLimits.places);
    return {
      format: 1,
      version,
      listings: { ...this.#listings },
      makes: this.#makes.counts(),
      models: this.#models.counts(),
      storage: this.#storage.all(),
      colours: this.#colours.all(),
      networks: this.#networks.counts(),
      marks: this.#marks.counts(),
      markWords: [...this.#marksByKind]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([kind, marks]) => ({ kind, marks, words: this.#words.counts(kind, 2) })),
      photos: this.#photos.counts(2),
      prices: this.#usualPrices(),
      places,
      tacs: this.#tacs.known(surveyLimits.tacs),
      records: { lookedFor: counted === 0 ? 0 : Math.round((recordsInAll * lookedFor) / counted) },
      theftDays: [...this.#theftDays].toSorted(([a], [b]) => (a < b ? -1 : 1)).slice(-surveyLimits.theftDays),
      theftCells: this.#cellsWith(places).cells(surveyLimits.theftCells),
    };
  }

  #cellsWith(places: MarketSurvey['places']): CellCount {
    const gazetteer = new Gazetteer(places);
    const cells = this.#theftCells.copy();
    for (const [names, count] of this.#theftPlaces.counts()) {
      const point = gazetteer.pointOf(JSON.parse(names));
      if (point) cells.add(point, count);
    }
    return cells;
  }

  #usualPrices(): PriceOf[] {
    return [...this.#prices]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, { of, bins }]) => {
        const usual = bins.usual();
        return usual ? [{ ...of, ...usual }] : [];
      });
  }
}
