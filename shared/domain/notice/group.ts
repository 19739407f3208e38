import type { ConfirmedListing } from './confirmed-listing.ts';
import { mostTargets } from './notice.ts';

/**
 * One notice a seller instead of one a listing: platforms ask for it. Listings whose seller is not known by a platform's own id go one by one,
 * because a name proves nothing; and a notice stays small enough for a person to work through.
 */
export function groupListings(listings: readonly ConfirmedListing[]): ConfirmedListing[][] {
  const groups = Map.groupBy(listings, ({ listing: { source, itemId, sellerId } }) =>
    JSON.stringify(sellerId === undefined ? [source, 'item', itemId] : [source, 'seller', sellerId]),
  );
  return [...groups.values()].flatMap(inBatches);
}

function inBatches(group: readonly ConfirmedListing[]): ConfirmedListing[][] {
  return Array.from({ length: Math.ceil(group.length / mostTargets) }, (_, index) =>
    group.slice(index * mostTargets, (index + 1) * mostTargets),
  );
}
