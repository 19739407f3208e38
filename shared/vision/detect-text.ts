/** Where on a photo there is writing: the model's map of it, cut into rectangles. */

import type { InferenceSession, TypedTensor } from 'onnxruntime-node';
import sharp from 'sharp';
import { connectedPatches, type Patch } from './connected-patches.ts';
import type { Photo } from './photo.ts';
import type { TensorOf } from './text-models.ts';
import { smallestRegion, type TextRegion } from './text-region.ts';

/** The longer side that the model sees; at 1280 it finds as much at twice the time. */
const LONGEST_SIDE = 960;
/** The model halves its input five times. */
const STEP = 32;
/** What the model was trained with (PaddleOCR, DB text detection): means and deviations of blue, green and red, thresholds, growth. */
const means = [0.485, 0.456, 0.406] as const;
const deviations = [0.229, 0.224, 0.225] as const;
const WRITING = 0.3;
const SURE = 0.5;
const LEAST_POINTS = 12;
const GROWTH = 1.7;
/** A photo with more stretches of writing than this is a page of a newspaper; the largest are read. */
const MOST_REGIONS = 200;

/** The stretches of writing on a photo, in its own points. */
export async function detectText(photo: Photo, session: InferenceSession, tensorOf: TensorOf): Promise<TextRegion[]> {
  const shrink = Math.min(1, LONGEST_SIDE / Math.max(photo.width, photo.height));
  const width = stepped(photo.width * shrink);
  const height = stepped(photo.height * shrink);
  const input = await modelInput(photo, width, height);
  const outputs = await session.run({ [session.inputNames[0] ?? 'x']: tensorOf(input, [1, 3, height, width]) });
  const map = outputs[session.outputNames[0] ?? ''] as TypedTensor<'float32'>;
  const toPhoto = { x: photo.width / width, y: photo.height / height };
  return connectedPatches(map.data, { width, height, above: WRITING })
    .filter(({ points, mean }) => points >= LEAST_POINTS && mean >= SURE)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, MOST_REGIONS)
    .map((patch) => regionOf(patch, toPhoto));
}

function stepped(side: number): number {
  return Math.max(STEP, Math.round(side / STEP) * STEP);
}

async function modelInput({ width, height, points }: Photo, toWidth: number, toHeight: number): Promise<Float32Array> {
  const small = await sharp(points, { raw: { width, height, channels: 4 } })
    .resize(toWidth, toHeight, { fit: 'fill' })
    .raw()
    .toBuffer();
  const size = toWidth * toHeight;
  const input = new Float32Array(3 * size);
  for (let channel = 0; channel < 3; channel++) {
    const [mean, deviation] = [means[channel] ?? 0, deviations[channel] ?? 1];
    // Blue comes first.
    for (let at = 0, from = 2 - channel, to = channel * size; at < size; at++, from += 4, to++) {
      input[to] = ((small[from] ?? 0) / 255 - mean) / deviation;
    }
  }
  return input;
}

/** The model marks the middle of the letters only: the rectangle grows by what it was trained to leave out. */
function regionOf({ outline }: Patch, toPhoto: { x: number; y: number }): TextRegion {
  const { centre, length, height, angle } = smallestRegion(outline);
  const growth = (2 * length * height * GROWTH) / (2 * (length + height));
  // Both sides scale nearly alike: each was rounded to whole steps.
  const scale = (toPhoto.x + toPhoto.y) / 2;
  return {
    centre: { x: centre.x * toPhoto.x, y: centre.y * toPhoto.y },
    length: (length + growth) * scale,
    height: (height + growth) * scale,
    angle,
  };
}
