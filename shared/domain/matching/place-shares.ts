/** How far apart an offer and a theft are that have nothing to do with each other. */

import type { Coordinates } from '../stolen-record.ts';
import { distanceKm } from './understanding/place.ts';
import type { MatchingModel } from './weights.ts';

/** Points are counted in cells of a fortieth of a degree, about two kilometres: all pairs of cells are few, all pairs of points are not. */
const cellsPerDegree = 40;
const strength = 200;

/** The share of stranger pairs in each step of the model's table of distances, over all listings and all records at hand. */
export function placeSharesOf(listings: Coordinates[], records: Coordinates[], steps: MatchingModel['place']): number[] {
  const counts = steps.map(() => 0);
  const thefts = cellsOf(records);
  let total = 0;
  for (const offer of cellsOf(listings)) {
    for (const theft of thefts) {
      const distance = distanceKm(offer, theft);
      const step = steps.findIndex(({ upToKm }) => distance <= upToKm);
      counts[step] = (counts[step] ?? 0) + offer.count * theft.count;
      total += offer.count * theft.count;
    }
  }
  return steps.map(({ assumed }, step) => ((counts[step] ?? 0) + assumed * strength) / (total + strength));
}

interface Cell extends Coordinates {
  count: number;
}

function cellsOf(points: Coordinates[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { latitude, longitude } of points) {
    const [north, east] = [Math.round(latitude * cellsPerDegree), Math.round(longitude * cellsPerDegree)];
    const key = `${north}/${east}`;
    const cell = cells.get(key) ?? { latitude: north / cellsPerDegree, longitude: east / cellsPerDegree, count: 0 };
    cell.count++;
    cells.set(key, cell);
  }
  return [...cells.values()];
}
