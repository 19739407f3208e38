/** The photos on which numbers of a Case's listing were read, as its evidence keeps them. */

import type { Case } from '../../shared/domain/case.ts';
import type { Revision } from '../../shared/domain/listing.ts';
import { tellingPhotos } from '../../shared/domain/seen-photo.ts';
import type { CapturedReading } from '../../shared/evidence/capture.ts';
import { warcPayloads } from '../../shared/evidence/warc-payloads.ts';
import type { ConsoleParts } from './parts.ts';

/** One photo with what was read on it; `capturedAt` and the photo to be shown only where it is kept as evidence. */
export interface PhotoReadings extends Omit<CapturedReading, 'rendition'> {
  rendition?: string;
  /** When these bytes were fetched, ISO 8601. */
  seenAt?: string;
  /** Why it is not kept; absent while it is, and while it may still come. */
  why?: string;
}

const DAMAGED = 'what was kept is missing or does not have the hash that was noted; nothing may rest on it';

/** Those of the compared Revision first, then what earlier ones showed; each photo once. */
export async function readingsOfCase(
  { id }: Pick<Case, 'id'>,
  revision: Pick<Revision, 'photos'> | undefined,
  { captures }: Pick<ConsoleParts, 'captures'>,
): Promise<PhotoReadings[]> {
  const kept = new Map<string, PhotoReadings>();
  const lost = new Map<string, string>();
  let damaged = false;
  for (const stored of (await captures.ofCase(id)).filter(({ kind }) => kind === 'readings')) {
    const manifest = await captures.manifest(stored).catch(() => undefined);
    if (manifest === undefined) {
      damaged = true;
      continue;
    }
    const { readings = [], pieces, missing } = manifest;
    for (const reading of readings) {
      const piece = pieces.find(({ what, payload }) => what === 'photo' && payload.sha256 === reading.photo);
      kept.set(reading.photo, { ...reading, ...(piece && { seenAt: piece.capturedAt }) });
    }
    for (const { url, why } of missing) if (url !== undefined) lost.set(url, why);
  }
  const own = tellingPhotos(revision?.photos).map((photo): PhotoReadings => {
    const { url, sha256, width = 1, height = 1, readWith = {}, finds, seenAt } = photo;
    const why = lost.get(url) ?? (damaged ? DAMAGED : undefined);
    return (
      kept.get(sha256) ?? { photo: sha256, url, width, height, tools: readWith, finds, ...(seenAt && { seenAt }), ...(why && { why }) }
    );
  });
  const shown = new Set(own.map(({ photo }) => photo));
  return [...own, ...[...kept.values()].filter(({ photo }) => !shown.has(photo))];
}

/** The photo drawn anew, by the SHA-256 that a Case's evidence names it by; undefined when it names none such. Throws when what is kept was changed. */
export async function capturedRendition(
  id: string,
  sha256: string,
  { captures }: Pick<ConsoleParts, 'captures'>,
): Promise<Uint8Array | undefined> {
  for (const stored of (await captures.ofCase(id)).filter(({ kind }) => kind === 'readings')) {
    const piece = (await captures.manifest(stored)).pieces.find(({ what, payload }) => what === 'rendition' && payload.sha256 === sha256);
    if (piece === undefined) continue;
    const { warc } = await captures.read(stored);
    for await (const { recordId, payload } of warcPayloads(warc)) if (recordId === piece.recordId) return payload;
  }
  return undefined;
}
