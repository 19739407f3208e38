/**
 * The two-way index, in the `identifiers` table: which StolenRecords may be this device, and which Listings. Its keys are those of
 * domain/matching/index-keys.ts, hashed by index-places.ts.
 *
 * | pk                     | sk                                                | item                                            |
 * | ---------------------- | ------------------------------------------------- | ----------------------------------------------- |
 * | `imei#n0Z3…` (an HMAC) | `listing#gumtree#1498012`, `listing-sibling#…`    | `{ source, itemId, revision, expiresAt }`       |
 * | `imei#n0Z3…`           | `record#4217/23-A`, `record-sibling#…`            | `{ reference }`                                 |
 * | `imei#n0Z3…`           | `record-disputed#4217/23-A`                       | the same; for questions about the number alone  |
 * | `ends#…`, `starts#…`   | `record#aB3xQ9#4217/23-A`                         | and `sketch`; `head`, its first digits hashed   |
 * | `mark#…`, `photo#…`    | `listing#2026-11-10#gumtree#1498012#Zx81aQ`       | and `sketch`, `signs`, `clue`; one a description |
 * | `family#…`             | `record#iPhone 13#128#black#2026-11-08#4217/23-A` | the same                                        |
 * | `filed#4217/23-A`      | `RECORD`                                          | all places where the record is filed, `sketches` |
 *
 * A record's row of places lets a correction take back what the index held of it before.
 */

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { IndexKey } from '../domain/matching/index-keys.ts';
import type { Question } from '../domain/matching/questions.ts';
import type { Sketch } from '../domain/matching/sketch.ts';
import {
  carried,
  distinct,
  entryIn,
  type FiledRecord,
  type FoundListing,
  type FoundRecord,
  filedIn,
  filedKey,
  type IndexedListing,
  listingIn,
  listingKeyIn,
  nameOf,
  recordIn,
  rowOfFiled,
  unionOf,
  variantOf,
} from './index-entries.ts';
import { createIndexPlaces, listingsBeside, mayBeOneNumber, type Place, type Range } from './index-places.ts';
import { createIndexRows, type IndexRows } from './index-rows.ts';

export type { FiledRecord, FoundListing, FoundRecord, IndexedListing } from './index-entries.ts';
export type { Place } from './index-places.ts';
export type IdentifierStore = ReturnType<typeof createIdentifierIndex>;

export interface Answer<Found> {
  found: Found[];
  /** True when the range holds more than was read. */
  truncated: boolean;
}

/** Everything under one number. */
export interface NumberEntries {
  listings: IndexedListing[];
  /** References of the StolenRecords that hold it, and of those that may hold it as their other slot. */
  records: string[];
  siblings: string[];
  /** References of the records that hold it and are in dispute. */
  disputed: string[];
  /** True when there are more entries than were read. Records are read first, so what is missing are Listings. */
  truncated: boolean;
}

export interface RecordToFile {
  reference: string;
  keys: readonly IndexKey[];
  /** Absent of a record in dispute, by which no listing is sought. */
  sketch?: Sketch | undefined;
  /** What the index holds of it, from `filedRecords`. */
  formerly?: FiledRecord | undefined;
}

export interface Filing {
  filed: FiledRecord;
  isUnsettled: boolean;
}

/** Nobody reviews more than this for one device, and a hostile seller could repeat one IMEI in thousands of Listings. */
const entriesPerNumber = 200;

export function createIdentifierStore({
  client,
  table,
  key,
}: {
  client: DynamoDBDocumentClient;
  table: string;
  key: string;
}): IdentifierStore {
  return createIdentifierIndex(createIndexRows({ client, table }), key);
}

export function createIdentifierIndex(rows: IndexRows, key: string) {
  const places = createIndexPlaces(key);

  /**
   * Files a Revision under its keys; `signBits` is what the signs of the offer itself come to. An older Revision never replaces a newer, nor
   * does one that describes the phone otherwise: what an advert once said stays findable for its term.
   */
  async function putListing(
    keys: readonly IndexKey[],
    { sketch, signBits, expiresAt, ...listing }: IndexedListing & { sketch: Sketch; signBits: number; expiresAt: number },
  ): Promise<void> {
    const id = `${listing.source}#${listing.itemId}`;
    const described = `${id}#${variantOf(sketch, signBits)}`;
    const entries = keys.map((each) => ({
      ...places.place(each, 'listing', each.block === 'exact' ? id : described),
      ...carried(each, { sketch, signs: signBits }),
      ...listing,
      expiresAt,
    }));
    await rows.putNewer(distinct(entries));
  }

  /** Where those of these records that are known to the index are filed, in no order. */
  async function filedRecords(references: readonly string[]): Promise<FiledRecord[]> {
    return (await rows.getAll([...new Set(references)].map(filedKey))).map(filedIn);
  }

  /**
   * Files records, each reference once, and takes away what stood elsewhere. The answer, in the same order, names what is and what was: the
   * listings near either are to be compared again. What was is remembered until `settle` says that they were.
   */
  async function putRecords(records: readonly RecordToFile[]): Promise<Filing[]> {
    const filed = records.map(({ formerly, ...record }) => {
      const now = filedNow(record);
      return { entries: entriesOf(record), now, union: formerly === undefined ? now : unionOf(now, formerly) };
    });
    await rows.putAll([...filed.flatMap(({ entries }) => entries), ...filed.map(({ union }) => rowOfFiled(union))]);
    await rows.deleteAll(filed.flatMap(({ now, union }) => without(union.places, now.places)));
    return filed.map(({ now, union }) => ({
      filed: union,
      isUnsettled: union.places.length > now.places.length || union.sketches.length > now.sketches.length,
    }));
  }

  function entriesOf({ reference, keys, sketch }: RecordToFile) {
    return distinct(keys.map((each) => ({ ...places.place(each, 'record', reference), ...carried(each, { sketch }), reference })));
  }

  function filedNow({ reference, keys, sketch }: RecordToFile): FiledRecord {
    return {
      reference,
      places: distinct(keys.map((each) => places.place(each, 'record', reference))),
      sketches: sketch === undefined ? [] : [sketch],
    };
  }

  /** Takes records that stand no longer out of every block. They stay known to `filedRecords` until they are settled. */
  async function removeRecords(filed: readonly FiledRecord[]): Promise<void> {
    await rows.deleteAll(filed.flatMap((each) => each.places));
  }

  /** Nobody needs to know any more what the index held of a record before: it holds this, or nothing of it. */
  async function settle(reference: string, now: RecordToFile | undefined): Promise<void> {
    if (now === undefined) await rows.deleteAll([filedKey(reference)]);
    else await rows.putAll([rowOfFiled(filedNow(now))]);
  }

  /** Everything that names this device, by its comparison key (`imei:35693803564380`). */
  async function lookUp(comparisonKey: string): Promise<NumberEntries> {
    // Descending, records come before listings: no flood of listings hides a record.
    const { entries, truncated } = await read(places.wholePartition(comparisonKey), { limit: entriesPerNumber, descending: true });
    const of = (side: string) => entries.filter(({ sk }) => sk.startsWith(`${side}#`));
    return {
      records: of('record').map(({ reference = '' }) => reference),
      siblings: of('record-sibling').map(({ reference = '' }) => reference),
      disputed: of('record-disputed').map(({ reference = '' }) => reference),
      listings: of('listing').map(listingKeyIn),
      truncated,
    };
  }

  /** The records that answer, newest thefts first where a block is in order of days. */
  async function records(question: Question, limit: number): Promise<Answer<FoundRecord>> {
    const { entries, truncated } = await read(places.range(question), { limit, descending: true });
    return { found: entries.filter((entry) => places.agrees(question, entry)).map(recordIn), truncated };
  }

  /** The listings that answer, oldest offers first where a block is in order of days. */
  async function listings(question: Question, limit: number): Promise<Answer<FoundListing>> {
    const { entries, truncated } = await read(places.range(question), { limit, descending: false });
    return { found: entries.map(listingIn), truncated };
  }

  /** The listings that stand beside a record's entry and may show its number. */
  async function beside(place: Place, limit: number = entriesPerNumber): Promise<Answer<FoundListing>> {
    const { entries, truncated } = await read(listingsBeside(place), { limit, descending: false });
    return { found: entries.filter((entry) => mayBeOneNumber(place, entry)).map(listingIn), truncated };
  }

  async function read(range: Range, options: { limit: number; descending: boolean }) {
    const { rows: found, truncated } = await rows.read(range, options);
    return { entries: found.map(entryIn), truncated };
  }

  return { putListing, filedRecords, putRecords, removeRecords, settle, lookUp, records, listings, beside };
}

function without(places: readonly Place[], standing: readonly Place[]): Place[] {
  const names = new Set(standing.map(nameOf));
  return places.filter((place) => !names.has(nameOf(place)));
}
