/**
 * A Capture is what was seen of a listing at one moment, kept so that somebody else can check it: the answers byte for byte in a WARC file,
 * and a manifest that names each by its SHA-256, says with what it was captured, and says what could not be captured and why.
 */

import * as z from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = z.int().min(0);

/**
 * What can be captured. `page`: the listing's page. `photo`: a picture it shows. `rendition`: that picture drawn anew, to be shown.
 * `full-page`, `offer`: what a browser draws of the page.
 */
export const pieceKinds = ['page', 'photo', 'rendition', 'full-page', 'offer'] as const;
export type PieceKind = (typeof pieceKinds)[number];

/**
 * `page` is made at once and lets the Case go to a person; `pictures` follows when there is time. `readings`: the photos on which a number
 * was read, as they were then, whatever the platform shows by now.
 */
export const captureKinds = ['page', 'pictures', 'readings'] as const;
export type CaptureKind = (typeof captureKinds)[number];

const piece = z.strictObject({
  what: z.enum(pieceKinds),
  /** The address that was asked for, and the one that answered. */
  url: z.string(),
  finalUrl: z.string(),
  /** Of the HTTP answer; what a browser drew has none. */
  status: z.int().optional(),
  contentType: z.string(),
  capturedAt: z.iso.datetime(),
  /** WARC-Record-ID of the record that holds it: `<urn:uuid:…>`. */
  recordId: z.string().min(1),
  /** Of the bytes as the server sent them, still compressed where it compressed them. */
  payload: z.strictObject({ bytes, sha256 }),
});

const missing = z.strictObject({ what: z.enum(pieceKinds), url: z.string().optional(), why: z.string().min(1) });

/** What was read on one photo, and with what. Boxes are in points of the photo, upright, from the upper left corner. */
const reading = z.strictObject({
  /** Of the bytes that were read: a piece of this Capture. */
  photo: sha256,
  /** Of the same photo drawn anew. */
  rendition: sha256,
  url: z.string(),
  width: z.int().min(1),
  height: z.int().min(1),
  tools: z.record(z.string(), z.string()),
  finds: z.array(
    z.strictObject({
      /** Left out: a complete IMEI. */
      kind: z.enum(['serial', 'partial']).optional(),
      value: z.string(),
      source: z.enum(['barcode', 'text']),
      labelled: z.boolean(),
      minDigitConfidence: z.number(),
      digitConfidences: z.array(z.number()).optional(),
      box: z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
    }),
  ),
});

export const manifestSchema = z.strictObject({
  format: z.literal('fencewatch-capture-1'),
  kind: z.enum(captureKinds),
  /** SHA-256 of the manifest that is kept: this one is its edition for a platform, with the numbers masked (platform-edition.ts). */
  editionOf: sha256.optional(),
  caseId: z.string().min(1),
  listing: z.strictObject({ source: z.string(), itemId: z.string(), url: z.string() }),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  /** Names and versions of what captured: `{ fencewatch: '0.1.0', node: 'v24.21.0' }`. */
  tools: z.record(z.string(), z.string()),
  warc: z.strictObject({ bytes, sha256 }),
  pieces: z.array(piece),
  missing: z.array(missing),
  /** Of a capture of readings. */
  readings: z.array(reading).optional(),
});

export type CaptureManifest = z.infer<typeof manifestSchema>;
export type CapturedReading = z.infer<typeof reading>;
export type CapturedPiece = CaptureManifest['pieces'][number];
/** What was not captured, and why: a sentence for a person. */
export type MissingPiece = CaptureManifest['missing'][number];

/** A Capture as it is kept and packed: files whose bytes are never written again. */
export interface CaptureFiles {
  /** JSON of `manifestSchema`. */
  manifest: Uint8Array;
  /** Records compressed one by one, as `.warc.gz` asks for. */
  warc: Uint8Array;
  /** A third party's word on the manifest (RFC 3161, `.tsr`), where one was configured and answered. */
  timestamp?: Uint8Array;
}

/** Throws with the place and what was expected there when the bytes are no manifest. */
export function readManifest(manifest: Uint8Array): CaptureManifest {
  const read = manifestSchema.safeParse(JSON.parse(new TextDecoder().decode(manifest)));
  if (!read.success) throw new Error(`not a capture's manifest: ${z.prettifyError(read.error)}`);
  return read.data;
}
