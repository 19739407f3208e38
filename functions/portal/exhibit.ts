/** The captures that a notice names as its evidence, and of each what anybody could see of the listing: its page and how a browser drew it. */

import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import { answerText } from '../../shared/evidence/answer-text.ts';
import {
  type CapturedPiece,
  type CapturedReading,
  type CaptureManifest,
  type PieceKind,
  readManifest,
} from '../../shared/evidence/capture.ts';
import { platformEdition } from '../../shared/evidence/platform-edition.ts';
import { sha256 } from '../../shared/evidence/sha256.ts';
import { warcPayloads } from '../../shared/evidence/warc-payloads.ts';
import type { PortalParts } from './parts.ts';

export interface Exhibit {
  /** As the notice names it: `FW-k3Yb0s…/1`. */
  ref: string;
  manifestSha256: string;
  /** As a platform gets it. */
  manifest: Uint8Array;
  kind: CaptureManifest['kind'];
  /** Not the bytes of the hash, but an edition that names it: its numbers are masked. */
  isEdition: boolean;
  capturedAt: string;
  /** In the order of the manifest; photos are named there and not shown, since they are the platform's own. */
  pieces: ExhibitPiece[];
  photos: number;
}

export interface ExhibitPiece {
  what: Exclude<PieceKind, 'photo'>;
  contentType: string;
  capturedAt: string;
  sha256: string;
  /** As the server sent it, still compressed where it compressed it: what the hash is of. */
  bytes: Uint8Array;
  /** Of a page, its source as text. */
  text?: string;
  /** Of a photo drawn anew, what was read on it, masked. */
  reading?: CapturedReading;
}

/** What of a notice's evidence the path of a request names, both counted from 1. */
export interface ExhibitAsked {
  listing: number;
  exhibit: number;
}

/** Where it is kept: undefined when the notice names no such evidence, or was written before it was noted where that is. */
function captureAsked({ notice, cases }: StoredNotice, { listing, exhibit }: ExhibitAsked) {
  if (notice.kind !== 'removal-notice') return undefined;
  const named = notice.targets[listing - 1]?.evidence[exhibit - 1];
  const folder = cases[listing - 1]?.captures[exhibit - 1];
  return named === undefined || folder === undefined ? undefined : { ref: named.ref, manifestSha256: named.sha256, folder };
}

/**
 * Reads one exhibit back and holds every byte against the hash that the notice names: throws when it is not what was captured, since nothing may rest
 * on it then. Undefined when the notice names none such.
 */
export async function exhibitOf(
  stored: StoredNotice,
  asked: ExhibitAsked,
  { captures }: Pick<PortalParts, 'captures'>,
): Promise<Exhibit | undefined> {
  const named = captureAsked(stored, asked);
  if (named === undefined) return undefined;
  const { manifest: bytes, warc } = platformEdition(await captures.read(named));
  const manifest = readManifest(bytes);
  const { ref, manifestSha256 } = named;
  const photos = manifest.pieces.filter(({ what }) => what === 'photo').length;
  const { kind, editionOf } = manifest;
  return {
    ref,
    manifestSha256,
    kind,
    isEdition: editionOf !== undefined,
    manifest: bytes,
    capturedAt: manifest.startedAt,
    pieces: await piecesIn(warc, manifest),
    photos,
  };
}

async function piecesIn(warc: Uint8Array, manifest: CaptureManifest): Promise<ExhibitPiece[]> {
  const shown = new Map(manifest.pieces.filter(isShown).map((piece) => [piece.recordId, piece]));
  const pieces: ExhibitPiece[] = [];
  for await (const { recordId, head, payload } of warcPayloads(warc)) {
    const piece = shown.get(recordId);
    if (piece === undefined) continue;
    if (sha256(payload) !== piece.payload.sha256)
      throw new Error(`A piece of ${manifest.caseId} does not hold the bytes that were captured`);
    const text = piece.what === 'page' ? await answerText({ head, payload }) : undefined;
    const reading = manifest.readings?.find(({ rendition }) => piece.what === 'rendition' && rendition === piece.payload.sha256);
    pieces.push({ ...ofPiece(piece), bytes: payload, ...(text !== undefined && { text }), ...(reading && { reading }) });
  }
  return pieces;
}

type ShownPiece = CapturedPiece & { what: ExhibitPiece['what'] };

function isShown(piece: CapturedPiece): piece is ShownPiece {
  return piece.what !== 'photo';
}

function ofPiece({ what, contentType, capturedAt, payload }: ShownPiece) {
  return { what, contentType, capturedAt, sha256: payload.sha256 };
}
