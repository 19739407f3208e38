/** When, where and with which photos: circumstances of the offer beside those of the theft. */

import type { Sides } from './description-evidence.ts';
import { bitsOf, type Finding } from './finding.ts';
import { distanceKm } from './understanding/place.ts';

/** What chance makes of time and place; left out, what the model assumes. */
export interface Surroundings {
  /** Shares of the records by how long before this offer the theft lies, one for each step of the model's table. */
  theftShares?: number[];
  /** Shares of stranger pairs by distance, one for each step of the model's table. */
  placeShares?: number[];
}

const dayMs = 86_400_000;

/** Up to three lines: `stolen-time`, `place`, `photo`. */
export function circumstanceFindings(sides: Sides, surroundings: Surroundings): Finding[] {
  return [timeFinding(sides, surroundings), placeFinding(sides, surroundings), photoFinding(sides)].filter(
    (finding) => finding !== undefined,
  );
}

function timeFinding({ listing, record, model }: Sides, { theftShares }: Surroundings): Finding | undefined {
  const days = (listing.at - record.at) / dayMs;
  if (Number.isNaN(days)) return undefined;
  const step = model.time.findIndex(({ upToDays }) => days <= upToDays);
  const found = model.time[step];
  if (!found) return undefined;
  return {
    field: 'stolen-time',
    listingSays: listing.day,
    recordSays: record.day,
    level: Number.isFinite(found.upToDays) ? `within ${found.upToDays} days` : 'later',
    bits: bitsOf(found.share, theftShares?.[step] ?? found.assumed),
  };
}

function placeFinding({ listing, record, model }: Sides, { placeShares }: Surroundings): Finding | undefined {
  if (!listing.coordinates || !record.coordinates) return placeWordsFinding({ listing, record, model });
  const distance = distanceKm(listing.coordinates, record.coordinates);
  const step = model.place.findIndex(({ upToKm }) => distance <= upToKm);
  const found = model.place[step];
  if (!found) return undefined;
  return {
    field: 'place',
    listingSays: listing.place.join(' '),
    recordSays: `${Math.round(distance)} km away`,
    level: Number.isFinite(found.upToKm) ? `within ${found.upToKm} km` : 'farther',
    bits: bitsOf(found.share, placeShares?.[step] ?? found.assumed),
  };
}

/** Without points on the map, words: a shared district or town speaks for, none shared speaks softly against. */
function placeWordsFinding({ listing, record, model }: Pick<Sides, 'listing' | 'record' | 'model'>): Finding | undefined {
  if (listing.place.length === 0 || record.place.length === 0) return undefined;
  const shared = listing.place.filter((word) => record.place.includes(word));
  const says = { field: 'place', listingSays: listing.place.join(' '), recordSays: record.place.join(' ') };
  // The city's name alone is shared by half of all pairs.
  if (shared.length === 0)
    return listing.place.every((word) => word === 'london')
      ? undefined
      : { ...says, level: 'different', bits: model.placeWords.differentBits };
  return { ...says, level: 'shared', bits: shared.every((word) => word === 'london') ? 0 : model.placeWords.sharedBits };
}

function photoFinding({ listing, record, model, population }: Sides): Finding | undefined {
  const { nearDistance, nearBits, stockFrom } = model.photo;
  for (const own of record.photoHashes) {
    const near = listing.photoHashes.find((hash) => differingBits(own, hash) <= nearDistance);
    if (near === undefined) continue;
    const stock = population.listingsWithPhoto(near) >= stockFrom;
    return { field: 'photo', listingSays: near, recordSays: own, level: stock ? 'stock picture' : 'near', bits: stock ? 0 : nearBits };
  }
  return undefined;
}

/** In how many of their 64 bits two hashes differ, hexadecimal digit by digit. */
function differingBits(a: string, b: string): number {
  let count = 0;
  for (let at = 0; at < 16; at += 8) {
    let differing = Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16);
    for (; differing !== 0; differing &= differing - 1) count++;
  }
  return count;
}
