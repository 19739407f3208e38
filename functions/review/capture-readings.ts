import type { Case } from '../../shared/domain/case.ts';
import { type TellingPhoto, tellingPhotos } from '../../shared/domain/seen-photo.ts';
import type { CapturedReading, MissingPiece } from '../../shared/evidence/capture.ts';
import { sha256 } from '../../shared/evidence/sha256.ts';
import type { SeenResource } from '../../shared/evidence/write-capture.ts';
import type { PhotosRead } from '../../shared/messages.ts';
import { keepCapture } from './keep-capture.ts';
import type { ReviewParts } from './parts.ts';

/**
 * Keeps the photos on which the numbers of a Case's listing were read, byte for byte as they were read, with the readings. By now the platform
 * may show another photo, or none; it is not asked. Photos that an earlier message had kept, or had found to be gone, are left out.
 */
export async function captureReadings({ caseId }: PhotosRead, parts: ReviewParts): Promise<void> {
  const { cases, listings, photos: kept, source, now } = parts;
  const standing = await cases.get(caseId);
  if (standing === undefined || standing.state === 'closed') return;
  const revision = await listings.revision(standing.listing, standing.listing.revision);
  const known = await knownPhotos(standing, parts);
  const fresh = tellingPhotos(revision?.photos).filter((photo) => !known.has(photo.sha256) && !known.has(photo.url));
  if (fresh.length === 0) return;

  const startedAt = now().toISOString();
  const [seen, missing, readings]: [SeenResource[], MissingPiece[], CapturedReading[]] = [[], [], []];
  for (const photo of fresh) {
    const bytes = await kept.get(photo.sha256, source.retentionDays);
    if (bytes === undefined || sha256(bytes.bytes) !== photo.sha256) {
      missing.push({ what: 'photo', url: photo.url, why: 'the photo was read, and its bytes are not kept any more' });
      continue;
    }
    const from = { url: photo.url, finalUrl: photo.url, capturedAt: photo.seenAt ?? startedAt };
    seen.push({ what: 'photo', ...from, contentType: 'application/octet-stream', body: bytes.bytes });
    seen.push({ what: 'rendition', ...from, contentType: 'image/jpeg', body: bytes.rendition });
    readings.push(readingOf(photo, sha256(bytes.rendition)));
  }
  await keepCapture(standing, { kind: 'readings', startedAt, seen, missing, readings }, parts);
}

/** By hash and, of those whose bytes were gone, by address. */
async function knownPhotos({ id }: Case, { captures }: ReviewParts): Promise<Set<string>> {
  const known = new Set<string>();
  for (const stored of await captures.ofCase(id)) {
    if (stored.kind !== 'readings') continue;
    const { readings = [], missing } = await captures.manifest(stored);
    for (const { photo } of readings) known.add(photo);
    for (const { url } of missing) if (url !== undefined) known.add(url);
  }
  return known;
}

function readingOf({ url, sha256: photo, width = 1, height = 1, readWith = {}, finds }: TellingPhoto, rendition: string): CapturedReading {
  return { photo, rendition, url, width, height, tools: readWith, finds };
}
