import type { Answer, FoundListing, FoundRecord, IndexedListing, NumberEntries } from '../../shared/aws/identifier-store.ts';
import type { Listing, Revision } from '../../shared/domain/listing.ts';
import type { Measures } from '../../shared/domain/matching/offer.ts';
import type { Question } from '../../shared/domain/matching/questions.ts';
import { comparablePhotos } from '../../shared/domain/seen-photo.ts';
import { isLookedFor, type StolenRecord } from '../../shared/domain/stolen-record.ts';
import { type PhotoFamily, photoFamily } from '../../shared/photo-family.ts';
import { type Listed, listedOf } from './listed.ts';
import type { MatchParts } from './parts.ts';
import { type KeyedRecord, readRecord } from './read-record.ts';

/** What a request reads, each thing once; it reads after it has written, so it sees whoever wrote before it read. */
export interface LookUps {
  measures: Measures;
  number(comparisonKey: string): Promise<NumberEntries>;
  records(question: Question, limit: number): Promise<Answer<FoundRecord>>;
  listings(question: Question, limit: number): Promise<Answer<FoundListing>>;
  /** Those of these records that exist and are looked for, in the order asked. */
  lookedFor(references: Iterable<string>): Promise<KeyedRecord[]>;
  /** What is known of a photo of a listing and of those near-equal to it. */
  photos(sha256: string): Promise<PhotoFamily>;
  /** The Revision as it is weighed, with owners' photos that it shows. */
  read(listing: Listing, revision: Revision): Promise<Listed>;
  /** The Revision that an entry names; undefined when it has gone after its term. */
  listed(entry: IndexedListing): Promise<Listed | undefined>;
}

export async function createLookUps(parts: MatchParts): Promise<LookUps> {
  const { identifiers, listings, model } = parts;
  const measures = { model, market: await parts.market() };
  const records = createRecordReader(parts);
  const photos = once(
    (sha256: string) => photoFamily(sha256, parts.photos),
    (sha256) => sha256,
  );
  async function read(listing: Listing, revision: Revision): Promise<Listed> {
    const families = await Promise.all(comparablePhotos(revision.photos).map(photos));
    return listedOf(listing, revision, measures.market, [...new Set(families.flatMap(({ owners }) => owners))]);
  }
  return {
    measures,
    number: once(identifiers.lookUp, (key) => key),
    records: once(identifiers.records, (...asked) => JSON.stringify(asked)),
    listings: once(identifiers.listings, (...asked) => JSON.stringify(asked)),
    lookedFor: records,
    photos,
    read,
    listed: once(
      async (entry: IndexedListing) => {
        const [listing, revision] = await Promise.all([listings.get(entry), listings.revision(entry, entry.revision)]);
        return listing && revision && read(listing, revision);
      },
      ({ source, itemId, revision }) => JSON.stringify([source, itemId, revision]),
    ),
  };
}

/** Reads in batches what no earlier call has read. */
function createRecordReader({ records }: MatchParts): LookUps['lookedFor'] {
  const known = new Map<string, Promise<KeyedRecord | undefined>>();
  return async (references) => {
    const asked = [...new Set(references)];
    const missing = asked.filter((reference) => !known.has(reference));
    const batch = missing.length === 0 ? Promise.resolve([]) : records.getMany(missing);
    for (const reference of missing)
      known.set(
        reference,
        batch.then((found) => readOf(found, reference)),
      );
    const read = await Promise.all(asked.map((reference) => known.get(reference)));
    return read.filter((entry) => entry !== undefined).filter(({ record }) => isLookedFor(record));
  };
}

function readOf(found: readonly StolenRecord[], reference: string): KeyedRecord | undefined {
  const record = found.find((each) => each.reference === reference);
  return record && readRecord(record);
}

function once<Asked extends unknown[], Found>(
  read: (...asked: Asked) => Promise<Found>,
  nameOf: (...asked: Asked) => string,
): (...asked: Asked) => Promise<Found> {
  const known = new Map<string, Promise<Found>>();
  return (...asked) => {
    const name = nameOf(...asked);
    const found = known.get(name) ?? read(...asked);
    known.set(name, found);
    return found;
  };
}
