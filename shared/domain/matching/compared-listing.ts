import type { ListingContent, ListingKey, Seller } from '../listing.ts';
import type { Coordinates } from '../stolen-record.ts';

/** What a platform tells of a seller beyond the name; all of it speaks of the listing, never of which record it is. */
interface ComparedSeller extends Seller {
  joinedAt?: string;
  activeListings?: number;
}

/** A Listing as its newest Revision says it. `firstSeenAt` stands in for `postedAt` where the page names no date. */
export interface ComparedListing extends ListingKey, Omit<ListingContent, 'how' | 'seller'> {
  firstSeenAt: string;
  seller?: ComparedSeller;
  coordinates?: Coordinates;
  /** 64-bit perceptual hashes of its photos, 16 hexadecimal digits each. */
  photoHashes?: string[];
}
