/** A phone's profile as an entry of the index carries it: enough to weigh a pair without reading either side. */

import type { Identifier } from '../identifier.ts';
import type { DeviceProfile } from './profile.ts';

/** Holds no identifier, only how many there are and which digits of partial ones are known. */
export interface Sketch {
  /** Weighs as the profile it was made of; words that only a reader needs may be empty. */
  profile: DeviceProfile;
  /** How many complete IMEIs there are. */
  imeis: number;
  /** Partial IMEIs with every known digit as `0`: `["???????????0000"]`. */
  shapes: string[];
}

/** An entry must stay within one write unit (1 kB); who says more than this in an advert does so to keep us busy. */
const most = { models: 4, marks: 12, wordsOfAMark: 6, placeWords: 10, photos: 6, shapes: 3, wordLength: 40 };

/** `identifiers` are those that may be compared. */
export function sketchOf(profile: DeviceProfile, identifiers: readonly Pick<Identifier, 'kind' | 'value' | 'pattern'>[]): Sketch {
  const { model, marks, place, placeNames, photoHashes } = profile;
  return {
    profile: {
      ...profile,
      model: { ...model, models: model.models.slice(0, most.models) },
      marks: marks.slice(0, most.marks).map((mark) => ({ ...mark, value: mark.value.slice(0, most.wordsOfAMark).map(shortened) })),
      place: place.slice(0, most.placeWords).map(shortened),
      placeNames: placeNames.slice(0, most.placeWords).map(shortened),
      photoHashes: photoHashes.slice(0, most.photos),
    },
    imeis: identifiers.filter(({ kind, value }) => value !== undefined && /^imei/.test(kind)).length,
    shapes: identifiers.flatMap(({ pattern }) => (pattern === undefined ? [] : shapeOf(pattern))).slice(0, most.shapes),
  };
}

/** `35???????4321` → `00???????0000`: which digits are known, not what they are. */
export function shapeOf(pattern: string): string {
  return pattern.replace(/\d/g, '0');
}

/** `2026-11-08`, in UTC. */
export function dayOf(at: number): string {
  return Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : '0000-00-00';
}

function shortened(word: string): string {
  return word.slice(0, most.wordLength);
}
