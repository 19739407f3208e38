/** How far from an offer the thefts are that have nothing to do with it. */

import type { Coordinates } from '../stolen-record.ts';
import type { PlaceCell } from './market-survey.ts';
import { distanceKm } from './understanding/place.ts';
import type { MatchingModel } from './weights.ts';

/** How many thefts the assumption is worth. */
const strength = 200;

/**
 * The share of the thefts in each step of the model's table of distances around a point. In a city many thefts are near whatever is offered there,
 * and nearness says little; in a village it says much.
 */
export function placeSharesAround(point: Coordinates, thefts: readonly PlaceCell[], steps: MatchingModel['place']): number[] {
  const counts = steps.map(() => 0);
  let total = 0;
  for (const [latitude, longitude, count] of thefts) {
    const distance = distanceKm(point, { latitude, longitude });
    const step = steps.findIndex(({ upToKm }) => distance <= upToKm);
    counts[step] = (counts[step] ?? 0) + count;
    total += count;
  }
  return steps.map(({ assumed }, step) => ((counts[step] ?? 0) + assumed * strength) / (total + strength));
}

/** Cells of a fortieth of a degree, about two kilometres; where more of them are taken than `most`, the emptiest are put together by quarters of a degree. */
const fine = 40;
const coarse = 4;

/** Counts points by cell, in memory that holds a map of the country at most. */
export class CellCount {
  readonly #counts = new Map<string, number>();

  add({ latitude, longitude }: Coordinates, times = 1): void {
    const key = `${Math.round(latitude * fine)}/${Math.round(longitude * fine)}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + times);
  }

  /** The same counts, to go on with apart. */
  copy(): CellCount {
    const copy = new CellCount();
    for (const [key, count] of this.#counts) copy.#counts.set(key, count);
    return copy;
  }

  /** Fullest first. */
  cells(most: number): PlaceCell[] {
    const cells = [...this.#counts].map(([key, count]) => cellOf(key, fine, count)).toSorted(byCount);
    if (cells.length <= most) return cells;
    const kept = cells.slice(0, most / 2);
    const together = new Map<string, number>();
    for (const [latitude, longitude, count] of cells.slice(most / 2)) {
      const key = `${Math.round(latitude * coarse)}/${Math.round(longitude * coarse)}`;
      together.set(key, (together.get(key) ?? 0) + count);
    }
    return [...kept, ...[...together].map(([key, count]) => cellOf(key, coarse, count))].toSorted(byCount).slice(0, most);
  }
}

function cellOf(key: string, perDegree: number, count: number): PlaceCell {
  const [north = 0, east = 0] = key.split('/').map(Number);
  return [north / perDegree, east / perDegree, count];
}

function byCount(a: PlaceCell, b: PlaceCell): number {
  return b[2] - a[2] || a[0] - b[0] || a[1] - b[1];
}
