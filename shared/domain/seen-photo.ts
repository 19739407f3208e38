/** A photo of a listing that was looked at, and what stands on it. */

import { CLAIM_CONFIDENCE, type Identifier, SERIAL_CONFIDENCE } from './identifier.ts';
import { confidenceOf } from './identifiers/confidence.ts';
import type { Facts } from './identifiers/find.ts';
import { reportingBody } from './imei.ts';

/** An identifier as it stands on a photo; see docs/photos.md. */
export interface PhotoFind {
  /** Left out: a complete IMEI. */
  kind?: 'serial' | 'partial';
  /** Of a partial IMEI fifteen characters, `?` for each hidden digit. */
  value: string;
  source: 'barcode' | 'text';
  labelled: boolean;
  minDigitConfidence: number;
  /** How sure each of the fifteen digits is, 0 to 1; absent for a barcode, and where a letter was not told apart. */
  digitConfidences?: number[];
  /** In points of the photo as the platform serves it, upright, from the upper left corner. */
  box: { x: number; y: number; width: number; height: number };
}

export interface SeenPhoto {
  /** As the page names it. */
  url: string;
  /** Where it was fetched from, if that is a larger form of the same photo. */
  largerUrl?: string;
  /** `read`, or why it was not: `too small`, `not had: 404`, `cannot be decoded: …`. */
  outcome: string;
  /** Of its bytes, in hexadecimal; absent when they were not had. */
  sha256?: string;
  /** When it was fetched for this listing, ISO 8601; absent in what was seen before this was kept. */
  seenAt?: string;
  /** Names and versions of what read it: `{ sharp: '0.35.5' }`. */
  readWith?: Record<string, string>;
  /** In points, upright; present when it was read. */
  width?: number;
  height?: number;
  /** It has a fingerprint, and is compared with the photos of other listings. */
  comparable?: true;
  finds: PhotoFind[];
}

/** The SHA-256 of those that are compared with the photos of other listings, each once. */
export function comparablePhotos(photos: readonly SeenPhoto[] = []): string[] {
  return [...new Set(photos.flatMap(({ sha256, comparable }) => (sha256 !== undefined && comparable ? sha256 : [])))];
}

/** A digit less sure than this counts as doubtful. */
export const SURE_DIGIT = 0.9;

/** A photo on which a number was read, so that its bytes were had. */
export type TellingPhoto = SeenPhoto & { sha256: string };

/** Those on which a number stands, each once for the same bytes. */
export function tellingPhotos(photos: readonly SeenPhoto[] = []): TellingPhoto[] {
  const telling = photos.filter((photo): photo is TellingPhoto => photo.sha256 !== undefined && photo.finds.length > 0);
  return [...new Map(telling.map((photo) => [photo.sha256, photo])).values()];
}

/**
 * What the photos say, in the form of what the page says: `where` is `photo:2`, and the same facts make the confidence. What both a photo
 * and the page say is two finds of one identifier, as if the page said it twice.
 */
export function identifiersOnPhotos(photos: readonly SeenPhoto[]): Identifier[] {
  return photos.flatMap(({ finds }, index) => finds.map((find) => identifierOf(find, `photo:${index + 1}`)));
}

function identifierOf({ kind, value, labelled, minDigitConfidence }: PhotoFind, where: string): Identifier {
  if (kind === 'serial') return { kind, value, confidence: SERIAL_CONFIDENCE, raw: value, where, features: { label: 'serial' } };
  if (kind === 'partial') return { kind, pattern: value, ...partialFacts(value, minDigitConfidence), raw: value, where };
  const features: Facts = {
    label: labelled ? 'imei' : 'none',
    digits: 15,
    checkDigit: 'right',
    reportingBody: reportingBody(value).status,
    doubtfulDigits: minDigitConfidence < SURE_DIGIT ? 1 : 0,
    readingsThatFit: 1,
  };
  return { kind: 'imei', value, confidence: confidenceOf(features), raw: value, where, features };
}

/** With a doubtful digit it is for a person's eyes: there is no check digit that would show a slip. */
function partialFacts(pattern: string, minDigitConfidence: number): Pick<Identifier, 'confidence' | 'features'> {
  const features: Facts = { label: 'imei', known: pattern.replaceAll('?', '').length, shownBy: 'mask' };
  const confidence = confidenceOf(features);
  return { features, confidence: minDigitConfidence < SURE_DIGIT ? Math.min(confidence, CLAIM_CONFIDENCE / 2) : confidence };
}
