/** Reads one photo, from its bytes to the identifiers on it. */

import sharp from 'sharp';
import { decodePhoto } from './decode-photo.ts';
import { detectText } from './detect-text.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { joinRegions } from './join-regions.ts';
import type { Photo } from './photo.ts';
import { type PhotoIdentifier, photoIdentifiers } from './photo-identifiers.ts';
import { loadBarcodeReader } from './read-barcodes.ts';
import { recogniseText, type TextLine } from './recognise-text.ts';
import { loadTextModels, type TextModels, TextReadingUnavailable } from './text-models.ts';
import { type ReadText, textRows } from './text-rows.ts';

export type PhotoReading =
  | {
      outcome: 'read';
      identifiers: PhotoIdentifier[];
      /** Of the photo as given, upright. */
      width: number;
      height: number;
      /** All the writing, row by row. */
      text: string;
      /** Absent for what looks like many others: a screen, a label, a blank wall. */
      fingerprint?: Fingerprint;
    }
  /** No photo, or one that cannot be decoded; the reason is for a person. */
  | { outcome: 'unreadable'; why: string };

export interface PhotoReaderOptions {
  /** Photos of fewer points, width times height, are not read: `unreadable`, too small. */
  leastPoints?: number;
}

export interface PhotoReader {
  read(bytes: Uint8Array): Promise<PhotoReading>;
  /** Why writing is not read, only barcodes: the native runtime is missing here. */
  withoutText?: string;
}

/** Loads what reading takes, once for many photos: some 0.6 s. One photo at a time; a second one waits for nothing but costs its memory. */
export async function createPhotoReader({ leastPoints = 0 }: PhotoReaderOptions = {}): Promise<PhotoReader> {
  // One core an image, and no cache of images that are seen once.
  sharp.concurrency(1);
  sharp.cache(false);
  const [readBarcodes, models] = await Promise.all([loadBarcodeReader(), textModelsOrWhy()]);
  return {
    ...(models instanceof TextReadingUnavailable && { withoutText: models.message }),
    async read(bytes) {
      const decoded = await decodePhoto(bytes, leastPoints);
      if (decoded.outcome === 'refused') return { outcome: 'unreadable', why: decoded.why };
      const { photo } = decoded;
      const barcodes = await readBarcodes(photo);
      const read = models instanceof TextReadingUnavailable ? { text: '', letters: [] } : await readText(photo, models);
      const identifiers = photoIdentifiers(read, barcodes, photo.scale);
      const fingerprint = identifiers.length > 0 || isPage(read) ? undefined : await fingerprintOf(photo);
      const [width, height] = [Math.round(photo.width * photo.scale), Math.round(photo.height * photo.scale)];
      return { outcome: 'read', identifiers, width, height, text: read.text, ...(fingerprint && { fingerprint }) };
    },
  };
}

/** Two phones' settings look more alike than two photos of one phone. */
const ROWS_OF_PAGE = 10;

function isPage({ text }: ReadText): boolean {
  return text.split('\n').length >= ROWS_OF_PAGE;
}

async function textModelsOrWhy(): Promise<TextModels | TextReadingUnavailable> {
  try {
    return await loadTextModels();
  } catch (error) {
    if (error instanceof TextReadingUnavailable) return error;
    throw error;
  }
}

async function readText(photo: Photo, { detection, recognition, characters, tensorOf }: TextModels): Promise<ReadText> {
  const regions = joinRegions(await detectText(photo, detection, tensorOf));
  const lines: TextLine[] = [];
  for (const region of regions) lines.push(await recogniseText(photo, region, { session: recognition, characters, tensorOf }));
  return textRows(lines);
}
