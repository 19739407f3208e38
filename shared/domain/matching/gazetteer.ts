/** Where named places are, learned from records and listings that give both a name and a point. */

import type { Coordinates } from '../stolen-record.ts';
import type { DeviceProfile } from './profile.ts';
import { distanceKm } from './understanding/place.ts';

/** A name whose points lie farther apart is a city, a county or several places ("London", "Newport"), and says too little. */
const widestKm = 6;

/** Built from both sides at hand; knows `hendon` once a listing or record in Hendon gave its point. */
export class Gazetteer {
  readonly #points = new Map<string, Coordinates[]>();
  readonly #places = new Map<string, Coordinates | undefined>();

  constructor(profiles: Pick<DeviceProfile, 'placeNames' | 'coordinates'>[]) {
    for (const { placeNames, coordinates } of profiles) {
      for (const name of coordinates ? placeNames : []) this.#add(name, coordinates);
    }
  }

  /** The same profile with the point of the first of its names that is known, where it has none of its own. */
  located(profile: DeviceProfile): DeviceProfile {
    if (profile.coordinates) return profile;
    const coordinates = profile.placeNames.map((name) => this.#place(name)).find((point) => point !== undefined);
    return coordinates ? { ...profile, coordinates } : profile;
  }

  #add(name: string, point: Coordinates | undefined): void {
    if (!point) return;
    const points = this.#points.get(name);
    if (points) points.push(point);
    else this.#points.set(name, [point]);
  }

  #place(name: string): Coordinates | undefined {
    if (!this.#places.has(name)) this.#places.set(name, middleOf(this.#points.get(name) ?? []));
    return this.#places.get(name);
  }
}

function middleOf(points: Coordinates[]): Coordinates | undefined {
  if (points.length === 0) return undefined;
  const middle = { latitude: medianOf(points.map((point) => point.latitude)), longitude: medianOf(points.map((point) => point.longitude)) };
  const near = points.filter((point) => distanceKm(point, middle) <= widestKm).length;
  return near >= points.length * 0.8 ? middle : undefined;
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
