import type { Keyed } from '../../shared/domain/matching/index-keys.ts';
import { profileOfRecord } from '../../shared/domain/matching/profile.ts';
import { sketchOf } from '../../shared/domain/matching/sketch.ts';
import type { ReadRecord } from '../../shared/domain/matching/weigh.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';

/** A record with what was read out of it, as it is filed and weighed. */
export interface KeyedRecord extends ReadRecord, Keyed {}

export function readRecord(record: StolenRecord): KeyedRecord {
  const profile = profileOfRecord(record);
  return { record, profile, identifiers: record.identifiers, sketch: sketchOf(profile, record.identifiers), make: record.make };
}
