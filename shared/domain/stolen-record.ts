/** A StolenRecord is a device reported stolen, as the force's own system knows it. */

import type { Identifier } from './identifier.ts';

/** How far a report has been checked, strongest first. A disputed record never opens a Case. */
export const grades = ['police-verified', 'network-blocked', 'owner-reported', 'disputed'] as const;
export type Grade = (typeof grades)[number];

/** Only `stolen` is looked for. The others close what rests on the record (product rule 7). */
export const recordStatuses = ['stolen', 'withdrawn', 'recovered', 'lawfully-disposed'] as const;
export type RecordStatus = (typeof recordStatuses)[number];

/** A point on the map, in degrees (WGS 84). */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

export interface StolenRecord {
  /** The force's own reference, as given (`4217/23-A`): imports upsert by it and it is the record's id. */
  reference: string;
  grade: Grade;
  status: RecordStatus;
  /** ISO 8601 in UTC; a date without a time stands for its first moment, so see `stolenAtPrecision`. */
  stolenAt: string;
  stolenAtPrecision: 'day' | 'minute';
  reportedAt?: string;
  make?: string;
  model?: string;
  modelNumber?: string;
  colour?: string;
  /** Gigabytes: `128`. */
  storageGb?: number;
  /** Complete identifiers in normal form: up to two IMEIs, MEID, serial number. */
  identifiers: Pick<Identifier, 'kind' | 'value'>[];
  /** What sets this one device apart: `["AM engraved on the back", "cracked lens"]`. */
  marks: string[];
  description?: string;
  /** Where it was taken, as the force writes areas: `Hackney E8`. */
  area?: string;
  /** The same as a point, in degrees (WGS 84), where the force gives one. */
  coordinates?: Coordinates;
  /** `unlocked`, or the operator it is tied to: `Vodafone`. */
  network?: string;
  /** Battery health in percent, as the owner last saw it. */
  batteryHealth?: number;
  /**
   * By what the owner's own photos are known, 16 hexadecimal digits each: a listing with a photo that was confirmed to be near-equal bears the
   * same. Measurements give 64-bit perceptual hashes instead.
   */
  photoHashes?: string[];
}

/** A record is looked for while it stands as stolen and nobody disputes it. */
export function isLookedFor(record: Pick<StolenRecord, 'status' | 'grade'>): boolean {
  return record.status === 'stolen' && record.grade !== 'disputed';
}

/** It stands as stolen, and somebody says that it should not: nobody looks for the device, and nobody is told that it is clear. */
export function isInDispute(record: Pick<StolenRecord, 'status' | 'grade'>): boolean {
  return record.status === 'stolen' && record.grade === 'disputed';
}
