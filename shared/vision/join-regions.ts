/** Stretches of writing that overlap are one: the last digit of "35 516789 071234 0" is often found by itself, and would be read twice. */

import { pointIn, regionAlong, type TextRegion } from './text-region.ts';

/** Of the line's height: stretches on one line that are no further apart are read as one. */
const NEAR = 0.3;
/** Of the smaller height: how far the middle of the one may lie off the line of the other. */
const OFF_LINE = 0.4;
/** Letters of one line are of one size, but a single one is marked smaller than it is: it grows by less than a line does. */
const MOST_TALLER = 2.2;

/** The regions with those put together that overlap on one line, larger ones first. */
export function joinRegions(regions: readonly TextRegion[]): TextRegion[] {
  const joined: TextRegion[] = [];
  for (const region of regions.toSorted((a, b) => longer(b) - longer(a))) {
    let whole = region;
    for (
      let index = joined.findIndex((other) => isSameLine(other, whole));
      index >= 0;
      index = joined.findIndex((other) => isSameLine(other, whole))
    ) {
      const [other] = joined.splice(index, 1);
      if (other !== undefined) whole = around(other, whole);
    }
    joined.push(whole);
  }
  return joined;
}

function longer({ length, height }: TextRegion): number {
  return Math.max(length, height);
}

/** Seen along the first, the longer of the two: a single digit has no direction of its own. */
function isSameLine(line: TextRegion, other: TextRegion): boolean {
  if (line.length < line.height) return false;
  const { height, along, across, half } = seenAlong(line, other);
  const least = Math.min(height, line.height);
  if (Math.max(height, line.height) > MOST_TALLER * least || Math.abs(across) > OFF_LINE * least) return false;
  return Math.abs(along) - line.length / 2 - half <= NEAR * line.height;
}

function seenAlong(line: TextRegion, other: TextRegion): { along: number; across: number; half: number; height: number } {
  const [cosine, sine] = [Math.cos(line.angle), Math.sin(line.angle)];
  const [x, y] = [other.centre.x - line.centre.x, other.centre.y - line.centre.y];
  const turn = other.angle - line.angle;
  const [c, s] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const isLong = other.length > 2 * other.height;
  return {
    along: x * cosine + y * sine,
    across: y * cosine - x * sine,
    half: (other.length * c + other.height * s) / 2,
    height: isLong ? other.height : Math.min(other.height, other.length),
  };
}

function around(line: TextRegion, other: TextRegion): TextRegion {
  const corners = [line, other].flatMap((region) => [
    pointIn(region, 0, 0),
    pointIn(region, 1, 0),
    pointIn(region, 1, 1),
    pointIn(region, 0, 1),
  ]);
  const { height, length, centre, angle } = regionAlong(corners, line.angle);
  // The corners of a small one that lies askew would make the line taller than its letters.
  return { centre, length, angle, height: Math.min(height, 1.25 * line.height) };
}
