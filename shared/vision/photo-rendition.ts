/** A photo as it may be shown to a person: drawn anew from its points, so that nothing else of what a stranger's server sent goes along. */

import sharp from 'sharp';
import { decodePhoto } from './decode-photo.ts';

/** The longer side. On the first a number can be read that was read on the photo; the second is for a look at what the photo shows. */
export const renditionSides = { toRead: 1600, toCompare: 480 } as const;
const QUALITY = 85;

/** A JPEG without metadata, upright, of one frame; undefined for what is no photo. The same bytes give the same JPEG under one version of sharp. */
export async function renditionOf(bytes: Uint8Array, side: number = renditionSides.toRead): Promise<Uint8Array | undefined> {
  const decoded = await decodePhoto(bytes);
  if (decoded.outcome === 'refused') return undefined;
  const { width, height, points } = decoded.photo;
  return sharp(points, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
