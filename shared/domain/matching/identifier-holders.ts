/** Which listings show one number as their own: the same phone listed again, or several phones that claim to be one. */

import { comparisonKey } from '../identifier.ts';
import { isDoubted } from '../identifiers/belonging.ts';
import type { ComparedListing } from './compared-listing.ts';
import { compareModels } from './description-evidence.ts';
import type { DeviceProfile } from './profile.ts';
import { compareColours } from './understanding/colour.ts';

/** A listing with what was read out of it, so that it is read once. */
export interface ReadListing {
  listing: ComparedListing;
  profile: DeviceProfile;
}

/** Built from all listings at hand; asked for each of them. */
export class IdentifierHolders {
  readonly #holders = new Map<string, ReadListing[]>();

  constructor(listings: readonly ReadListing[]) {
    for (const entry of listings) {
      for (const key of keysOf(entry.listing)) {
        const holders = this.#holders.get(key);
        if (holders) holders.push(entry);
        else this.#holders.set(key, [entry]);
      }
    }
  }

  /** How many other listings show one of this listing's numbers on what is described as another phone; a re-listing is not one. */
  othersLike(entry: ReadListing): number {
    const sharing = new Set(keysOf(entry.listing).flatMap((key) => this.#holders.get(key) ?? []));
    return [...sharing].filter((other) => other !== entry && isAnotherPhone(entry, other)).length;
  }
}

function keysOf({ identifiers }: ComparedListing): string[] {
  return identifiers
    .filter((find) => !isDoubted(find))
    .map(comparisonKey)
    .filter((key) => key !== undefined);
}

/** One seller may list one phone on two sites; another model, storage or colour under the same number is another phone. */
export function isAnotherPhone({ profile: a }: Pick<ReadListing, 'profile'>, { profile: b }: Pick<ReadListing, 'profile'>): boolean {
  if (compareModels(a.model, b.model) === 'other') return true;
  if (a.storageGb !== undefined && b.storageGb !== undefined && a.storageGb !== b.storageGb) return true;
  return a.colour !== undefined && b.colour !== undefined && compareColours(a.colour, b.colour) === 'different';
}
