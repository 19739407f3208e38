/** Where else the photos of a Case's listing are shown, as far as their fingerprints tell. */

import { isSameListing, type Listing, type Revision } from '../../shared/domain/listing.ts';
import { comparablePhotos } from '../../shared/domain/seen-photo.ts';
import { type PhotoFamily, photoFamily } from '../../shared/photo-family.ts';
import type { ConsoleParts } from './parts.ts';

export interface SamePhoto {
  /** Of the listing's own photo. */
  sha256: string;
  /** Many sellers use it, so it says nothing of any of them: then nothing else is told. */
  isStock: boolean;
  elsewhere: { listing: Listing; sha256: string }[];
}

/** A photo that a dealer uses a hundred times is told of so often. */
const MOST_LISTINGS = 8;

/** The photos of the compared Revision that are shown elsewhere too. */
export async function samePhotos(
  revision: Pick<Revision, 'photos'> | undefined,
  own: Pick<Listing, 'source' | 'itemId'>,
  parts: Pick<ConsoleParts, 'photos' | 'listings'>,
): Promise<SamePhoto[]> {
  const found: SamePhoto[] = [];
  for (const [sha256, family] of await familiesOf(revision, parts)) {
    const elsewhere = family.isStock ? [] : await listingsOf(family, own, parts);
    if (family.isStock || elsewhere.length > 0) found.push({ sha256, isStock: family.isStock, elsewhere });
  }
  return found;
}

/** Each by the SHA-256 of the listing's own photo. */
export async function familiesOf(
  revision: Pick<Revision, 'photos'> | undefined,
  { photos }: Pick<ConsoleParts, 'photos'>,
): Promise<Map<string, PhotoFamily>> {
  return new Map(
    await Promise.all(comparablePhotos(revision?.photos).map(async (sha256) => [sha256, await photoFamily(sha256, photos)] as const)),
  );
}

async function listingsOf(
  { members }: PhotoFamily,
  own: Pick<Listing, 'source' | 'itemId'>,
  { listings }: Pick<ConsoleParts, 'listings'>,
): Promise<SamePhoto['elsewhere']> {
  const uses = members
    .flatMap(({ sha256, uses: shown }) => shown.map((use) => ({ ...use, sha256 })))
    .filter((use) => !isSameListing(use, own));
  const read = await Promise.all(
    uses.slice(0, MOST_LISTINGS).map(async (use) => ({ listing: await listings.get(use), sha256: use.sha256 })),
  );
  return read.flatMap(({ listing, sha256 }) => (listing === undefined ? [] : { listing, sha256 }));
}
