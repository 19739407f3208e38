/** Files photos by their look, and who shows them. */

import { createHash } from 'node:crypto';
import type { PhotoIndex } from './aws/photo-index.ts';
import { photoBands } from './domain/linking/photo-bands.ts';
import type { ListingKey, Seller } from './domain/listing.ts';
import { expirySecond, isHalfExpired } from './domain/retention.ts';
import { photoFamily, stockSellers } from './photo-family.ts';
import { comparePhotos } from './vision/compare-photos.ts';
import { type Fingerprint, fingerprintSchema } from './vision/fingerprint.ts';

export interface FileParts {
  index: PhotoIndex;
  retentionDays: number;
  now: () => Date;
}

/**
 * Files what a photo looks like, and keeps which filed ones are the same photo. Filed first and looked for second: of two that come at one moment
 * at least one sees the other.
 */
export async function filePhoto(sha256: string, fingerprint: Fingerprint, { index, retentionDays, now }: FileParts): Promise<void> {
  const expiresAt = expirySecond(now(), retentionDays);
  const bands = photoBands(fingerprint);
  await index.file(sha256, JSON.stringify(fingerprint), bands, expiresAt);
  for (const [other, { print }] of await index.prints(await index.candidates(sha256, bands))) {
    const parsed = fingerprintSchema.safeParse(JSON.parse(print));
    // Two hashes of one view agree; one alone brings strangers together.
    if (parsed.success && comparePhotos(fingerprint, parsed.data).likeness === 'same') await index.keepAlike(sha256, other, expiresAt);
  }
}

/** Files a photo that is shown again by what is kept of it, unless it was filed lately. False when nothing is kept any more. */
export async function fileAgain(sha256: string, parts: FileParts): Promise<boolean> {
  const kept = (await parts.index.prints([sha256])).get(sha256);
  const parsed = kept && fingerprintSchema.safeParse(JSON.parse(kept.print));
  if (kept === undefined || !parsed?.success) return false;
  if (isHalfExpired(kept.expiresAt, parts.retentionDays, parts.now())) await filePhoto(sha256, parsed.data, parts);
  return true;
}

/**
 * Notes that a listing shows a photo. Returns listings that must be linked anew: when the photo has just become a stock picture, those that were
 * linked while it was not.
 */
export async function notePhotoUse(
  sha256: string,
  { seller, ...listing }: ListingKey & { revision: number; seller: Seller | undefined },
  { index, retentionDays, now }: FileParts,
): Promise<(ListingKey & { revision: number })[]> {
  await index.use(sha256, { ...listing, seller: sellerHash(listing, seller) }, expirySecond(now(), retentionDays));
  const { members, sellers, isStock } = await photoFamily(sha256, index);
  // A few more than the first: several may have come at one moment, none of whom saw exactly so many.
  return isStock && sellers < stockSellers + 3 ? members.flatMap(({ uses }) => uses).filter(({ itemId }) => itemId !== listing.itemId) : [];
}

/** A listing that names no seller counts as one of its own: rather one stock picture too many than evidence out of one. */
function sellerHash({ source, itemId }: ListingKey, seller: Seller | undefined): string {
  const name = seller?.id ?? seller?.name?.trim().toLowerCase() ?? `listing ${itemId}`;
  return createHash('sha256')
    .update(JSON.stringify([source, name]))
    .digest('base64url')
    .slice(0, 16);
}
