import type { ListingKey } from '../listing.ts';
import type { ConfirmedListing } from './confirmed-listing.ts';
import type { Offence } from './notice.ts';

/** Names a listing and what is alleged of it, whatever the record: `pennyfield/1460005130#stolen-goods-offered`. Asked once, not again. */
export function groundKey({ source, itemId }: ListingKey, offence: Offence): string {
  return `${encodeURIComponent(source)}/${encodeURIComponent(itemId)}#${offence}`;
}

/**
 * What may still be asked of these listings: not those that a notice stands for already, and of several Cases about one listing the first.
 * `suppressed` goes the other way, so that nobody wonders where a Case went.
 */
export function withoutNoticed(
  listings: readonly ConfirmedListing[],
  { noticed, offence }: { noticed: ReadonlySet<string>; offence: Offence },
): { toNotify: ConfirmedListing[]; suppressed: ConfirmedListing[] } {
  const taken = new Set(noticed);
  const toNotify: ConfirmedListing[] = [];
  const suppressed: ConfirmedListing[] = [];
  for (const each of listings) {
    const key = groundKey(each.listing, offence);
    if (taken.has(key)) suppressed.push(each);
    else toNotify.push(each);
    taken.add(key);
  }
  return { toNotify, suppressed };
}
