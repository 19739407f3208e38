/** Patches of a map that hang together. */

import type { Point } from './photo.ts';

export interface Patch {
  /** How many points of the map it has. */
  points: number;
  /** Of the map's values in it. */
  mean: number;
  /** The corners of its leftmost and rightmost point in each row: all that a hull around it needs. */
  outline: Point[];
}

/** Every patch of points above a value that touch side to side, in the order of their first point. */
export function connectedPatches(
  map: ArrayLike<number>,
  { width, height, above }: { width: number; height: number; above: number },
): Patch[] {
  const seen = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  const patches: Patch[] = [];
  for (let first = 0; first < seen.length; first++) {
    if (seen[first] === 1 || (map[first] ?? 0) <= above) continue;
    patches.push(patchFrom(first));
  }
  return patches;

  function patchFrom(first: number): Patch {
    const rows = new Map<number, { left: number; right: number }>();
    let [depth, points, sum] = [0, 0, 0];
    const reach = (at: number) => {
      if (seen[at] === 1 || (map[at] ?? 0) <= above) return;
      seen[at] = 1;
      stack[depth++] = at;
    };
    reach(first);
    while (depth > 0) {
      const at = stack[--depth] ?? 0;
      const y = Math.floor(at / width);
      const x = at - y * width;
      points++;
      sum += map[at] ?? 0;
      const row = rows.get(y);
      if (row === undefined) rows.set(y, { left: x, right: x });
      else {
        if (x < row.left) row.left = x;
        if (x > row.right) row.right = x;
      }
      if (x > 0) reach(at - 1);
      if (x < width - 1) reach(at + 1);
      if (y > 0) reach(at - width);
      if (y < height - 1) reach(at + width);
    }
    const outline = Array.from(rows, ([y, { left, right }]) => [
      { x: left, y },
      { x: left, y: y + 1 },
      { x: right + 1, y },
      { x: right + 1, y: y + 1 },
    ]).flat();
    return { points, mean: sum / points, outline };
  }
}
