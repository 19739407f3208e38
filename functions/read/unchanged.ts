import type { ListingStore } from '../../shared/aws/listing-store.ts';
import type { Listing, Revision } from '../../shared/domain/listing.ts';
import type { Source } from '../../shared/sources/source.ts';
import { isReadAsToday } from '../../shared/sources/validators.ts';

/** A Listing whose page may be asked for conditionally, with what it said. */
export interface Known {
  listing: Listing;
  revision: Revision;
}

/** Only where the answer "not modified" would leave nothing open: the page was a listing when it was last read, and what it said is still kept. */
export async function knownPage(
  listing: Listing | undefined,
  { source, listings }: { source: Source; listings: ListingStore },
): Promise<Known | undefined> {
  if (listing?.validators === undefined || listing.liveness !== 'live' || !isReadAsToday(listing.validators, source)) return undefined;
  const revision = await listings.revision(listing, listing.revision);
  return revision && { listing, revision };
}
