/** A phone as a text describes it: read once for each listing and each record, compared many times. */

import type { Coordinates, StolenRecord } from '../stolen-record.ts';
import { catalogue } from './catalogue/catalogue.ts';
import { type ModelReading, readModel } from './catalogue/read-model.ts';
import type { ComparedListing } from './compared-listing.ts';
import { offeredAt } from './offered-at.ts';
import { type ColourReading, readColour, readColourField } from './understanding/colour.ts';
import { readBatteryHealth, readNetwork, readNetworkField } from './understanding/condition.ts';
import { isRare, type Mark, readMarks, withoutMarks } from './understanding/marks.ts';
import { type OfferSign, readOfferSigns } from './understanding/offer-signs.ts';
import { namesOfPlaces, placesMentioned, readPlace } from './understanding/place.ts';
import { readStorage, readStorageField, readStorageOfTitle } from './understanding/storage.ts';

/** What a side leaves out is absent, and what is absent is no evidence. */
export interface DeviceProfile {
  model: ModelReading;
  /** The model as a reviewer may read it: its name in the catalogue, else what stood there. */
  modelSaid: string;
  storageGb?: number;
  colour?: ColourReading;
  marks: Mark[];
  bearsRareMark: boolean;
  network?: string;
  batteryHealth?: number;
  coordinates?: Coordinates;
  /** Words that name the place: `["hackney", "e8"]`. */
  place: string[];
  /** Names of places as written, most exact first: `["hackney", "london"]`. */
  placeNames: string[];
  photoHashes: string[];
  /** What a seller says of the offer; a record has none. */
  signs?: OfferSign[];
  /** Milliseconds since 1970: the theft of a record, the offer of a listing. */
  at: number;
  /** The same as a day: `2026-11-08`. */
  day: string;
}

/** Nobody needs more to describe a phone, and who writes more may do so to keep us busy. */
const longestTitle = 300;
const longestDescription = 10_000;

/** Reads title, description and the platform's own fields; the title knows best. Text beyond the limits above is not read. */
export function profileOfListing(listing: ComparedListing): DeviceProfile {
  const { attributes = {} } = listing;
  const title = listing.title.slice(0, longestTitle);
  const description = listing.description.slice(0, longestDescription);
  const text = `${title}\n${description}`;
  const model = listingModel({ title, description, attributes });
  const marks = readMarks(description.includes(title) ? description : text);
  const colour =
    readColour(title, 'title') ?? readColour(withoutMarks(description, marks), 'text') ?? readColourField(attributes.colour ?? '');
  return {
    model,
    modelSaid: modelName(model) ?? title.slice(0, 80),
    marks,
    bearsRareMark: marks.some(isRare),
    place: readPlace(listing.location ?? ''),
    placeNames: [...namesOfPlaces(listing.location ?? ''), ...placesMentioned(description)],
    photoHashes: listing.photoHashes ?? [],
    signs: readOfferSigns(text),
    at: Date.parse(offeredAt(listing)),
    day: offeredAt(listing).slice(0, 10),
    ...known({
      storageGb: readStorageOfTitle(title) ?? readStorageField(attributes.storage ?? '') ?? readStorage(description),
      colour,
      network: readNetwork(text),
      batteryHealth: readBatteryHealth(text),
      coordinates: listing.coordinates,
    }),
  };
}

/** Reads the fields of the records desk; marks are taken from the description where the field is empty, and the battery's health from either. */
export function profileOfRecord(record: StolenRecord): DeviceProfile {
  const said = [record.make, record.model, record.modelNumber].filter(Boolean).join(' ');
  const model = recordModel(record);
  const told = (record.marks.length > 0 ? record.marks : [record.description ?? '']).join('. ');
  const marks = readMarks(told);
  return {
    model,
    modelSaid: modelName(model) ?? said,
    marks,
    bearsRareMark: marks.some(isRare),
    place: readPlace(record.area ?? ''),
    placeNames: namesOfPlaces(record.area ?? ''),
    photoHashes: record.photoHashes ?? [],
    at: Date.parse(record.stolenAt),
    day: record.stolenAt.slice(0, 10),
    ...known({
      storageGb: record.storageGb,
      colour: record.colour === undefined ? undefined : readColourField(record.colour),
      network: record.network === undefined ? undefined : readNetworkField(record.network),
      batteryHealth: record.batteryHealth ?? readBatteryHealth(told),
      coordinates: record.coordinates,
    }),
  };
}

/** The title knows best; the platform's own field and then the description help a vague one. */
function listingModel({
  title,
  description,
  attributes,
}: Required<Pick<ComparedListing, 'title' | 'description' | 'attributes'>>): ModelReading {
  const field = [attributes.brand, attributes.model].filter((part) => part !== undefined && part !== 'Other').join(' ');
  const readings = [title, field, description].map(readModel);
  return readings.find((reading) => reading.models.length > 0) ?? readings.find((reading) => reading.make !== undefined) ?? { models: [] };
}

/** A make that the model text contradicts ("Motorola", "Galaxy") is a slip of the desk: neither counts then. */
function recordModel(record: StolenRecord): ModelReading {
  const byNumber = readModel(record.modelNumber ?? '');
  const byName = readModel(record.model ?? '');
  const byBoth = byName.models.length > 0 ? byName : readModel(`${record.make ?? ''} ${record.model ?? ''}`);
  const named = [byBoth, byNumber].find((reading) => reading.models.length > 0);
  if (named) return named;
  const make = readModel(record.make ?? '').make;
  if (byName.make !== undefined && make !== undefined && byName.make !== make) return { models: [] };
  return { models: [], ...known({ make: byName.make ?? make }) };
}

/** What is said, without the empty places. */
function known<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Object.fromEntries forgets the types of the entries it is given.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function modelName(reading: ModelReading): string | undefined {
  const [first] = reading.models;
  return first === undefined ? reading.make : catalogue[first]?.name;
}
