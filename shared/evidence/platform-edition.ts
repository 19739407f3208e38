import { maskIdentifier } from '../domain/identifier.ts';
import { type CaptureFiles, readManifest } from './capture.ts';
import { sha256 } from './sha256.ts';

/**
 * A capture as a platform gets it: of a manifest of readings an edition with the numbers masked, first eight and last two characters as everywhere in a
 * notice, and the SHA-256 of the manifest that is kept. Every hash of photo and archive stands in both, so what the platform holds is checked as before; the
 * timestamp is about the one that is kept and stays with it. Other manifests hold no number and go as they are, byte for byte.
 */
export function platformEdition({ manifest: bytes, warc, timestamp }: CaptureFiles): CaptureFiles {
  const manifest = readManifest(bytes);
  if (manifest.readings === undefined) return { manifest: bytes, warc, ...(timestamp && { timestamp }) };
  const readings = manifest.readings.map((reading) => ({
    ...reading,
    finds: reading.finds.map((find) => ({ ...find, value: maskIdentifier(find.value) })),
  }));
  const edition = { ...manifest, editionOf: sha256(bytes), readings };
  return { manifest: new TextEncoder().encode(`${JSON.stringify(edition, undefined, 2)}\n`), warc };
}
