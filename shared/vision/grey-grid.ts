/** A small grey picture of which parts are sampled at any size. */

/** A part of a picture, in shares of its width and height. */
export interface Part {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Left and right changed over. */
  mirrored?: boolean;
}

export const whole: Part = { left: 0, top: 0, right: 1, bottom: 1 };

export interface GreyGrid {
  /** The part's brightness, averaged over `size` × `size` fields. */
  sample(part: Part, size: number): Float64Array;
  /** What lies inside of a frame of one colour; undefined where there is none, or where it is more than half of the picture. */
  withoutBorder(): Part | undefined;
}

/** Brightness within a line of border differs no more than this, of 255: JPEG leaves ripples. */
const FLAT = 8;
/** A frame takes this share of a side at least, else there is none. */
const THINNEST = 0.015;

export function createGreyGrid(points: Uint8Array, side: number): GreyGrid {
  const sums = summed(points, side);

  /** Sum over the rectangle from the upper left corner to a place between points. */
  function sumTo(x: number, y: number): number {
    const [left, top] = [Math.min(side - 1, Math.floor(x)), Math.min(side - 1, Math.floor(y))];
    const [fx, fy] = [x - left, y - top];
    const at = top * (side + 1) + left;
    const [a = 0, b = 0, c = 0, d = 0] = [sums[at], sums[at + 1], sums[at + side + 1], sums[at + side + 2]];
    return a * (1 - fx) * (1 - fy) + b * fx * (1 - fy) + c * (1 - fx) * fy + d * fx * fy;
  }

  function sample({ left, top, right, bottom, mirrored }: Part, size: number): Float64Array {
    const values = new Float64Array(size * size);
    const [width, height] = [((right - left) * side) / size, ((bottom - top) * side) / size];
    for (let v = 0; v < size; v++) {
      const y = top * side + v * height;
      for (let u = 0; u < size; u++) {
        const x = left * side + u * width;
        const sum = sumTo(x + width, y + height) - sumTo(x, y + height) - sumTo(x + width, y) + sumTo(x, y);
        values[v * size + (mirrored ? size - 1 - u : u)] = sum / (width * height);
      }
    }
    return values;
  }

  function isFlat(line: number, along: 'row' | 'column', like: number): boolean {
    for (let at = 0; at < side; at++) {
      const value = points[along === 'row' ? line * side + at : at * side + line] ?? 0;
      if (Math.abs(value - like) > FLAT) return false;
    }
    return true;
  }

  /** How many lines from one edge inwards are of the colour of that edge. */
  function flatLines(along: 'row' | 'column', fromEnd: boolean): number {
    const lineAt = (count: number) => (fromEnd ? side - 1 - count : count);
    const first = lineAt(0);
    const like = points[along === 'row' ? first * side + (side >> 1) : (side >> 1) * side + first] ?? 0;
    let count = 0;
    while (count < side / 2 && isFlat(lineAt(count), along, like)) count++;
    return count;
  }

  function withoutBorder(): Part | undefined {
    const [top, bottom] = [flatLines('row', false), flatLines('row', true)];
    const [left, right] = [flatLines('column', false), flatLines('column', true)];
    const thinnest = Math.ceil(THINNEST * side);
    if (Math.max(top, bottom, left, right) < thinnest || top + bottom > side / 2 || left + right > side / 2) return undefined;
    // The line at the inner edge is half frame, half picture.
    const inner = (count: number) => (count < thinnest ? 0 : count + 0.5) / side;
    return { left: inner(left), top: inner(top), right: 1 - inner(right), bottom: 1 - inner(bottom) };
  }

  return { sample, withoutBorder };
}

/** Sums of everything above and to the left, one line and column more than the points. */
function summed(points: Uint8Array, side: number): Float64Array {
  const sums = new Float64Array((side + 1) * (side + 1));
  for (let y = 0; y < side; y++) {
    let row = 0;
    for (let x = 0; x < side; x++) {
      row += points[y * side + x] ?? 0;
      sums[(y + 1) * (side + 1) + x + 1] = (sums[y * (side + 1) + x + 1] ?? 0) + row;
    }
  }
  return sums;
}
