/**
 * ZIP files in one form only: nothing compressed, names in the given order, one fixed date, no comments. The same files always make the same
 * bytes, so a reader can write again what it read and see that not a byte of the archive itself was changed.
 */

import { unzipSync, zipSync } from 'fflate';

export type ZipEntry = readonly [name: string, bytes: Uint8Array];

/** Not an archive of this form. */
class NotStoredZip extends Error {
  override name = 'NotStoredZip';
}

export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  // Local time, because that is what the format's date field is made of: everywhere the same 1 January 1980.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(entries.map(([name, bytes]) => [name, bytes])), { level: 0, mtime });
}

/** The files of an archive, and the first byte at which it differs from what `writeZip` would write of them. Throws for what is no such archive. */
export function readZip(archive: Uint8Array): { entries: ZipEntry[]; changedAt: number | undefined } {
  const entries = unpack(archive);
  return { entries, changedAt: firstDifference(archive, writeZip(entries)) };
}

function unpack(archive: Uint8Array): ZipEntry[] {
  try {
    return Object.entries(unzipSync(archive, { filter: isStored }));
  } catch (error) {
    if (error instanceof NotStoredZip) throw error;
    throw new NotStoredZip('not a whole ZIP archive', { cause: error });
  }
}

/** Refused before anything is inflated: a pack may come from anybody. */
function isStored({ name, compression }: { name: string; compression: number }): boolean {
  if (compression !== 0) throw new NotStoredZip(`${JSON.stringify(name)} is compressed, which no pack of ours is`);
  return true;
}

function firstDifference(one: Uint8Array, other: Uint8Array): number | undefined {
  if (Buffer.compare(one, other) === 0) return undefined;
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return at === -1 ? one.length : at;
}
