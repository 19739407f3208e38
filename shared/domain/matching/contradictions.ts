/** What speaks against an agreeing identifier, shown to the reviewer first. */

import { compareModels } from './description-evidence.ts';
import { profileOfListing, profileOfRecord } from './profile.ts';
import type { Comparison } from './sides.ts';

/**
 * `model-differs`: the number is the record's and the phone described is another model, not one step away; a cloned number, a copied
 * advert or a wrong record. `several-records` and `several-listings`: one number cannot be several phones.
 */
export function contradictionsOf({ listing, record, context }: Comparison): string[] {
  const flags: string[] = [];
  if (compareModels(profileOfListing(listing).model, profileOfRecord(record).model) === 'other') flags.push('model-differs');
  if ((context.otherRecordsWithIdentifier ?? 0) > 0) flags.push('several-records');
  if (context.otherListingsWithIdentifier > 0) flags.push('several-listings');
  return flags;
}
