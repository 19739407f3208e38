import { isDoubted } from '../../shared/domain/identifiers/belonging.ts';
import { identifiersOf, type Listing, type ListingKey, type Revision } from '../../shared/domain/listing.ts';
import { comparedFinds } from '../../shared/domain/matching/compared-finds.ts';
import type { ComparedListing } from '../../shared/domain/matching/compared-listing.ts';
import type { Keyed } from '../../shared/domain/matching/index-keys.ts';
import { readIntent } from '../../shared/domain/matching/intent.ts';
import type { Market } from '../../shared/domain/matching/market.ts';
import { type DeviceProfile, profileOfListing } from '../../shared/domain/matching/profile.ts';
import { sketchOf } from '../../shared/domain/matching/sketch.ts';

/** A Listing as one of its Revisions says it, and what was read out of that. */
export interface Listed extends Keyed {
  listing: Listing;
  revision: Revision;
  /** Without the finds that are for a person's eyes only. */
  compared: ComparedListing;
  profile: DeviceProfile;
  /** Offers a phone, as far as its words tell: an owner's appeal or an advert for a cover does not. */
  isOffer: boolean;
}

/**
 * Its place on the map is the market's where the advert only names it. `ownersPhotos`: by what records know owners' photos that it shows.
 */
export function listedOf(listing: Listing, revision: Revision, market: Market, ownersPhotos: readonly string[] = []): Listed {
  const { source, itemId, firstSeenAt } = listing;
  const identifiers = comparedFinds(identifiersOf(revision));
  const compared = {
    ...revision,
    identifiers,
    source,
    itemId,
    firstSeenAt,
    ...(ownersPhotos.length > 0 && { photoHashes: [...ownersPhotos] }),
  };
  const said = profileOfListing(compared);
  return {
    listing,
    revision,
    compared,
    identifiers,
    profile: market.located(said),
    sketch: sketchOf(
      said,
      identifiers.filter((find) => !isDoubted(find)),
    ),
    make: said.model.make,
    isOffer: readIntent(compared) === 'sale',
  };
}

/** One text for each listing. */
export function nameOfListing({ source, itemId }: ListingKey): string {
  return JSON.stringify([source, itemId]);
}
