/** Whether a listing and a record meet in the index at all: what its blocks promise, said of one pair. */

import { modelsOf, rareKeys } from './description-keys.ts';
import type { IndexKey, Keyed } from './index-keys.ts';
import { exactEntries, exactKeys, partialEntries, partialKeys } from './number-keys.ts';
import { areNearInTime } from './questions.ts';

/** By what they say now; a block that holds too much to be read whole may still keep them apart. */
export function meet(listing: Keyed, record: Keyed, toleranceMs: number): boolean {
  const numbers = new Set(exactEntries(record, 'record').map(({ partition }) => partition));
  if (exactKeys(listing).some((key) => numbers.has(key))) return true;
  if (!(record.sketch.profile.at <= listing.sketch.profile.at + toleranceMs)) return false;
  const parts = partialEntries(record);
  if (partialKeys(listing).some((key) => parts.some((entry) => mayBeOne(key, entry)))) return true;
  const rare = new Set(rareKeys(record.sketch).map(({ partition }) => partition));
  if (rareKeys(listing.sketch).some(({ partition }) => rare.has(partition))) return true;
  const families = new Set(modelsOf(record.sketch.profile).map(({ family }) => family));
  return (
    areNearInTime(listing.sketch, record.sketch, toleranceMs) && modelsOf(listing.sketch.profile).some(({ family }) => families.has(family))
  );
}

/** A record tells all its digits, a listing as many as it shows. */
function mayBeOne(shown: IndexKey, held: IndexKey): boolean {
  const agree = (part: string | undefined, whole: string | undefined) => (whole ?? '').startsWith(part ?? '');
  return shown.partition === held.partition && agree(shown.digits, held.digits) && agree(shown.head, held.head);
}
