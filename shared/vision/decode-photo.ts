/** Bytes that claim to be a photo → its points, within bounds of memory and time whatever they are. */

import sharp, { type SharpOptions } from 'sharp';
import type { Photo } from './photo.ts';

export type DecodedPhoto = { outcome: 'photo'; photo: Photo } | { outcome: 'refused'; why: string };

/** In bytes: seven times a large phone photo. */
export const MOST_BYTES = 50_000_000;
/** Declared width times height: that of a 48-megapixel phone camera. Larger ones are refused before a point is decoded. */
const MOST_POINTS = 50_000_000;
/** The longer side as we read it: text that can be read at all can be read at that size, and time and memory stay bounded. */
const LONGEST_SIDE = 2400;
/** The longest that decoding may take, in seconds; a large photo takes one or two. */
const LONGEST_SECONDS = 20;

/** How the formats begin that browsers show as photos, in hexadecimal. SVG is none of them: it is a program that draws, not a photo. */
const photoBeginnings =
  /^(?:ffd8ff|89504e470d0a1a0a|4749463[89]|52494646.{8}57454250|.{8}66747970(?:61766966|61766973|6d696631|6d736631)|49492a00|4d4d002a)/;

/**
 * Decodes one photo: turned upright by its EXIF, eight bits of sRGB whatever it was (CMYK, 16 bit, grey, palette), transparent parts white,
 * the first frame of several, at most 2400 points wide or high. A photo that was cut off is read as far as it goes. What is no photo, is
 * too large or cannot be decoded is refused with a reason; nothing is thrown. So is one of fewer than `leastPoints`.
 */
export async function decodePhoto(bytes: Uint8Array, leastPoints = 0): Promise<DecodedPhoto> {
  if (bytes.length === 0) return { outcome: 'refused', why: 'empty' };
  if (bytes.length > MOST_BYTES) return { outcome: 'refused', why: `larger than ${MOST_BYTES / 1e6} MB (${bytes.length} bytes)` };
  if (!photoBeginnings.test(Buffer.from(bytes.subarray(0, 16)).toString('hex')))
    return { outcome: 'refused', why: `expected JPEG, PNG, WebP, GIF, AVIF or TIFF, found ${whatItIs(bytes)}` };
  try {
    const { width = 0, height = 0 } = await sharp(bytes, guarded).metadata();
    if (width * height < leastPoints) return { outcome: 'refused', why: `too small: ${width} × ${height}` };
    return { outcome: 'photo', photo: await decode(bytes) };
  } catch (error) {
    return { outcome: 'refused', why: `cannot be decoded: ${firstLine(error)}` };
  }
}

const guarded: SharpOptions = { failOn: 'none', limitInputPixels: MOST_POINTS, pages: 1 };

async function decode(bytes: Uint8Array): Promise<Photo> {
  const image = sharp(bytes, guarded);
  const { autoOrient: upright } = await image.metadata();
  const { data, info } = await image
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .timeout({ seconds: LONGEST_SECONDS })
    .toBuffer({ resolveWithObject: true });
  // A grey image given to the barcode reader as if it had four channels finds nothing and says nothing.
  if (info.channels !== 4) throw new Error(`expected four channels, found ${info.channels}`);
  return {
    width: info.width,
    height: info.height,
    points: data,
    scale: Math.max(upright.width / info.width, upright.height / info.height),
  };
}

/** What a person would call it, for those that come under the name of an image. */
function whatItIs(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1').trimStart().toLowerCase();
  if (head.includes('<svg')) return 'SVG';
  if (/<!doctype html|<html|<head|<body/.test(head)) return 'HTML';
  if (head.startsWith('<')) return 'markup';
  if (head.startsWith('pk\u0003\u0004')) return 'a ZIP archive';
  if (head.startsWith('%pdf')) return 'PDF';
  if (/^....ftyphe(?:ic|ix|vc)/s.test(head)) return 'HEIC';
  return `bytes that begin ${Buffer.from(bytes.subarray(0, 4)).toString('hex')}`;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
