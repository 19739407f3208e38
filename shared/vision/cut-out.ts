/** A stretch of writing cut out of the photo and laid level, as the model that reads it wants it. */

import type { Photo } from './photo.ts';
import { pointIn, type TextRegion } from './text-region.ts';

export interface CutOut {
  /** Blue, green, red, each −1 to 1, one whole plane after the other. */
  input: Float32Array;
  width: number;
  height: number;
  /** How much of the width the region takes; the rest is grey. */
  length: number;
}

/** The height of writing that the model was trained on. */
const HEIGHT = 48;
/** The model's columns are eight points wide, and on less than this it was not trained. */
const STEP = 8;
const NARROWEST = 160;
const WIDEST = 2400;
/** Large letters are averaged over so many points a side at most, small ones read between points. */
const MOST_SAMPLES = 4;

/** Cuts out a region. */
export function cutOut(photo: Photo, region: TextRegion): CutOut {
  const own = Math.min(WIDEST, Math.max(STEP, Math.round((HEIGHT * region.length) / Math.max(1, region.height))));
  const width = Math.max(NARROWEST, Math.ceil(own / STEP) * STEP);
  const size = width * HEIGHT;
  const input = new Float32Array(3 * size);
  const samples = Math.min(MOST_SAMPLES, Math.max(1, Math.round(region.height / HEIGHT)));
  const share = 1 / (samples * samples * 127.5);
  const start = pointIn(region, 0, 0);
  const [right, down] = [pointIn(region, 1, 0), pointIn(region, 0, 1)];
  const along = { x: (right.x - start.x) / own, y: (right.y - start.y) / own };
  const across = { x: (down.x - start.x) / HEIGHT, y: (down.y - start.y) / HEIGHT };
  const colour = new Float32Array(3);
  for (let v = 0; v < HEIGHT; v++) {
    for (let u = 0; u < own; u++) {
      colour.fill(0);
      for (let j = 0; j < samples; j++) {
        for (let i = 0; i < samples; i++) {
          const [s, t] = [u + (i + 0.5) / samples, v + (j + 0.5) / samples];
          addPointAt(photo, start.x + s * along.x + t * across.x - 0.5, start.y + s * along.y + t * across.y - 0.5, colour);
        }
      }
      const at = v * width + u;
      for (let channel = 0; channel < 3; channel++) input[channel * size + at] = (colour[2 - channel] ?? 0) * share - 1;
    }
  }
  return { input, width, height: HEIGHT, length: own };
}

/** Adds the colour between the four points around a place; outside of the photo that of its edge. */
function addPointAt({ width, height, points }: Photo, x: number, y: number, colour: Float32Array): void {
  const left = Math.max(0, Math.min(width - 1, Math.floor(x)));
  const top = Math.max(0, Math.min(height - 1, Math.floor(y)));
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const toRight = Math.max(0, Math.min(1, x - left));
  const toBottom = Math.max(0, Math.min(1, y - top));
  const [a, b] = [(top * width + left) * 4, (top * width + right) * 4];
  const [c, d] = [(bottom * width + left) * 4, (bottom * width + right) * 4];
  for (let channel = 0; channel < 3; channel++) {
    const above = (points[a + channel] ?? 0) * (1 - toRight) + (points[b + channel] ?? 0) * toRight;
    const below = (points[c + channel] ?? 0) * (1 - toRight) + (points[d + channel] ?? 0) * toRight;
    colour[channel] = (colour[channel] ?? 0) + above * (1 - toBottom) + below * toBottom;
  }
}
