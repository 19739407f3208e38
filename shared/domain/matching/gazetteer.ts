/** Where named places are, learned from records and listings that give both a name and a point. */

import type { Coordinates } from '../stolen-record.ts';
import type { MarketSurvey } from './market-survey.ts';
import type { DeviceProfile } from './profile.ts';
import { distanceKm } from './understanding/place.ts';

/** Knows `hendon` once listings or records in Hendon gave their points. */
export class Gazetteer {
  readonly #places: ReadonlyMap<string, Coordinates>;

  constructor(places: MarketSurvey['places']) {
    this.#places = new Map(places.map(([name, latitude, longitude]) => [name, { latitude, longitude }]));
  }

  /** The same profile with the point of the first of its names that is known, where it has none of its own. */
  located(profile: DeviceProfile): DeviceProfile {
    const coordinates = profile.coordinates ?? this.pointOf(profile.placeNames);
    return coordinates ? { ...profile, coordinates } : profile;
  }

  /** The point of the first of these names that is known. */
  pointOf(names: readonly string[]): Coordinates | undefined {
    return names.map((name) => this.#places.get(name)).find((point) => point !== undefined);
  }
}

/** A name whose points lie farther apart is a city, a county or several places ("London", "Newport"), and says too little. */
const widestKm = 6;
/** A median of so many stands still. */
const pointsOfAName = 25;
/** While names are gathered; whoever floods us with made-up ones makes us learn no more. */
const mostNames = 20_000;
/** One point is one person's word, and may be where one person lives. */
const fewestPoints = 2;

/** Gathers points by name. */
export class NamedPoints {
  readonly #points = new Map<string, Coordinates[]>();

  add({ placeNames, coordinates }: Pick<DeviceProfile, 'placeNames' | 'coordinates'>): void {
    if (!coordinates) return;
    for (const name of placeNames) {
      const points = this.#points.get(name);
      if (points === undefined && this.#points.size < mostNames) this.#points.set(name, [coordinates]);
      else if (points && points.length < pointsOfAName) points.push(coordinates);
    }
  }

  /** Names that are one place, those given most often first, at most so many. */
  places(most: number): MarketSurvey['places'] {
    return [...this.#points]
      .filter(([, points]) => points.length >= fewestPoints)
      .toSorted(([a, pointsA], [b, pointsB]) => pointsB.length - pointsA.length || (a < b ? -1 : 1))
      .flatMap(([name, points]): MarketSurvey['places'] => {
        const middle = middleOf(points);
        return middle ? [[name, to100Metres(middle.latitude), to100Metres(middle.longitude)]] : [];
      })
      .slice(0, most);
  }
}

function middleOf(points: Coordinates[]): Coordinates | undefined {
  const middle = { latitude: medianOf(points.map((point) => point.latitude)), longitude: medianOf(points.map((point) => point.longitude)) };
  const near = points.filter((point) => distanceKm(point, middle) <= widestKm).length;
  return near >= points.length * 0.8 ? middle : undefined;
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function to100Metres(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}
