/** Records and listings as the index files them, told in a few words. */

import type { IndexedListing, RecordToFile } from '../../shared/aws/identifier-store.ts';
import type { Identifier } from '../../shared/domain/identifier.ts';
import { type IndexKey, type Keyed, listingKeys, recordKeys } from '../../shared/domain/matching/index-keys.ts';
import { profileOfListing, profileOfRecord } from '../../shared/domain/matching/profile.ts';
import { type Sketch, sketchOf } from '../../shared/domain/matching/sketch.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';

export type SaidOfRecord = Partial<StolenRecord> & { imei?: string };
export interface SaidOfListing {
  imei?: string;
  /** Of a partial number: `???????????3809`. */
  pattern?: string;
  title?: string;
  description?: string;
  postedAt?: string;
  photoHashes?: string[];
}

export function keyedRecord({ imei, ...said }: SaidOfRecord): Keyed {
  const record: StolenRecord = {
    reference: 'R',
    grade: 'police-verified',
    status: 'stolen',
    stolenAt: '2026-11-08T00:00:00.000Z',
    stolenAtPrecision: 'day',
    identifiers: imei === undefined ? [] : [{ kind: 'imei', value: imei }],
    marks: [],
    ...said,
  };
  return { identifiers: record.identifiers, sketch: sketchOf(profileOfRecord(record), record.identifiers), make: record.make };
}

export function keyedListing({ imei, pattern, ...said }: SaidOfListing): Keyed {
  const found = { confidence: 0.9, raw: '', where: 'text' };
  const identifiers: Identifier[] = [
    ...(imei === undefined ? [] : [{ ...found, kind: 'imei' as const, value: imei }]),
    ...(pattern === undefined ? [] : [{ ...found, kind: 'partial' as const, pattern }]),
  ];
  const profile = profileOfListing({
    source: 'gumtree',
    itemId: '1',
    title: 'Phone',
    description: '',
    images: [],
    firstSeenAt: '2026-11-10T00:00:00.000Z',
    ...said,
    identifiers,
  });
  return { identifiers, sketch: sketchOf(profile, identifiers), make: profile.model.make };
}

export function aRecordToFile(reference: string, said: SaidOfRecord): RecordToFile {
  const keyed = keyedRecord(said);
  return { reference, keys: recordKeys(keyed), sketch: keyed.sketch };
}

export function aListingToFile(
  itemId: string,
  said: SaidOfListing,
  revision = 1,
): { keys: IndexKey[]; listing: IndexedListing & { sketch: Sketch; signBits: number; expiresAt: number } } {
  const keyed = keyedListing(said);
  const listing = { source: 'gumtree', itemId, revision, sketch: keyed.sketch, signBits: 0.5, expiresAt: 1_795_341_600 };
  return { keys: listingKeys(keyed, { isOffer: true }), listing };
}
