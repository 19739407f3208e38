/** A stretch of writing on a photo: a rectangle that may lie askew. */

import type { Point } from './photo.ts';

export interface TextRegion {
  centre: Point;
  /** Along the direction of reading, and across it. */
  length: number;
  height: number;
  /** Direction of reading in radians, clockwise from the right as the photo's y grows downwards: π when the photo is upside down. */
  angle: number;
}

/** The place at a share of the length (0 at the first letter, 1 behind the last) and of the height (0 above, 1 below). */
export function pointIn({ centre, length, height, angle }: TextRegion, along: number, across: number): Point {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const [right, down] = [(along - 0.5) * length, (across - 0.5) * height];
  return { x: centre.x + right * cosine - down * sine, y: centre.y + right * sine + down * cosine };
}

/** The same rectangle read in another direction: by a half turn, or by a quarter for writing that runs downwards. */
export function turned(region: TextRegion, quarters: 1 | 2 | 3): TextRegion {
  const angle = region.angle + (quarters * Math.PI) / 2;
  return quarters === 2 ? { ...region, angle } : { ...region, angle, length: region.height, height: region.length };
}

/** The rectangle of least area around some points, read in the direction nearest to the right. Two points at least. */
export function smallestRegion(points: readonly Point[]): TextRegion {
  const hull = convexHull(points);
  let best: TextRegion | undefined;
  for (const [index, from] of hull.entries()) {
    const to = hull[(index + 1) % hull.length] ?? from;
    const region = regionAlong(hull, Math.atan2(to.y - from.y, to.x - from.x));
    if (best === undefined || region.length * region.height < best.length * best.height) best = region;
  }
  return best ?? { centre: points[0] ?? { x: 0, y: 0 }, length: 0, height: 0, angle: 0 };
}

/** The smallest rectangle around some points with sides in a direction, read in the direction nearest to the right. */
export function regionAlong(hull: readonly Point[], direction: number): TextRegion {
  // Whichever side of the rectangle lies nearest to level is its direction of reading.
  const angle = direction - Math.round(direction / (Math.PI / 2)) * (Math.PI / 2);
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of hull) {
    const along = x * cosine + y * sine;
    const across = y * cosine - x * sine;
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, across);
    bottom = Math.max(bottom, across);
  }
  const [along, across] = [(left + right) / 2, (top + bottom) / 2];
  const centre = { x: along * cosine - across * sine, y: along * sine + across * cosine };
  return { centre, length: right - left, height: bottom - top, angle };
}

/** Andrew's monotone chain: the outermost points in order. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  return [...halfHull(sorted), ...halfHull(sorted.reverse())];
}

function halfHull(sorted: readonly Point[]): Point[] {
  const half: Point[] = [];
  for (const point of sorted) {
    while (half.length >= 2 && !turnsLeft(half.at(-2), half.at(-1), point)) half.pop();
    half.push(point);
  }
  half.pop();
  return half;
}

function turnsLeft(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  return a === undefined || b === undefined || (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}
