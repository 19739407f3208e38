/**
 * What a photo looks like in a few bytes, so that it is known again: thieves use a photo twice, and sellers steal each other's. Coarse
 * enough to outlast recompression and resizing; taken of parts and of the mirror image too, as those who copy crop, frame and mirror.
 */

import sharp from 'sharp';
import * as z from 'zod';
import { dctHash } from './dct-hash.ts';
import { createGreyGrid, type GreyGrid, type Part, whole } from './grey-grid.ts';
import type { Photo } from './photo.ts';

/** Two hashes of one view of the photo, in hexadecimal: 64 bits that are looked up, 256 bits that confirm. */
export interface View {
  coarse: string;
  fine: string;
}

export interface Fingerprint {
  /** The whole photo, what is left of it when its edges are cropped, and what is inside of a border: what a copy of it may show. */
  kept: View[];
  /** The whole photo and what is inside of a border, both mirrored too: what it may be a copy of. */
  asked: View[];
}

const view = z.object({ coarse: z.string().regex(/^[0-9a-f]{16}$/), fine: z.string().regex(/^[0-9a-f]{64}$/) });

/** As it is kept between two readings. */
export const fingerprintSchema = z.object({ kept: z.array(view), asked: z.array(view) });

/** Shares of width and height that are left when all four sides lose 2, 4, … 12 %. */
const middles = [0.96, 0.92, 0.88, 0.84, 0.8, 0.76] as const;
/** What one side, or two that meet, may lose. */
const CUT = 0.05;

/** Undefined for a photo with so little in it that it looks like many others: a blank wall, a black screen. */
export async function fingerprintOf({ width, height, points }: Photo): Promise<Fingerprint | undefined> {
  const { data } = await sharp(points, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .greyscale()
    .resize(SIDE, SIDE, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const grid = createGreyGrid(data, SIDE);
  if (isBare(grid)) return undefined;
  const trimmed = grid.withoutBorder();
  const frames = trimmed === undefined ? [whole] : [whole, trimmed];
  const kept = [...frames, ...middles.map(middleOf), ...cutParts()];
  const asked = frames.flatMap((part) => [part, { ...part, mirrored: true }]);
  return { kept: kept.map((part) => viewOf(grid, part)), asked: asked.map((part) => viewOf(grid, part)) };
}

function cutParts(): Part[] {
  const cuts = [0, CUT].flatMap((left) =>
    [0, CUT].flatMap((right) => [0, CUT].flatMap((top) => [0, CUT].map((bottom) => ({ left, top, right, bottom })))),
  );
  return cuts
    .filter(({ left, right, top, bottom }) => left + right <= CUT && top + bottom <= CUT && left + right + top + bottom > 0)
    .map(({ left, top, right, bottom }) => ({ left, top, right: 1 - right, bottom: 1 - bottom }));
}

/** Points a side that every view is taken from: the photo squeezed into a square. */
const SIDE = 256;
/** Standard deviation of brightness, of 255, over a coarse picture of it; a wall in changing light has 4 to 6. */
const LEAST_CONTRAST = 9;

function isBare(grid: GreyGrid): boolean {
  const values = grid.sample(whole, 16);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) < LEAST_CONTRAST;
}

function middleOf(share: number): Part {
  const edge = (1 - share) / 2;
  return { left: edge, top: edge, right: 1 - edge, bottom: 1 - edge };
}

function viewOf(grid: GreyGrid, part: Part): View {
  return { coarse: dctHash(grid.sample(part, 32), 32, 8), fine: dctHash(grid.sample(part, 64), 64, 16) };
}
