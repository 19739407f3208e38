import type { SiteId, Trap } from './advert.ts';
import { catalogueAt } from './catalogue.ts';

/** One listing that carries a device number, or describes a stolen phone by its marks, as somebody who knows all would tell it. */
export interface TruthEntry {
  site: SiteId;
  itemId: string;
  /** The record whose number it carries; absent when the number belongs to a phone that nobody reported. */
  reference?: string;
  /** The number carried, complete, however little of it the page shows; absent for `described`. */
  identifier?: string;
  /** `plain-…`, `obfuscated-…`, `photo-…`, or `described` for marks without a number. */
  written: string;
  /** As it stands on the page; HTML for the ways that hide in markup; for `photo-…` the scene and the numbers on it. */
  shown: string;
  /** Whether it ought to become a case. */
  expectCase: boolean;
  /** Why it ought not to, or what the case ought to warn of. */
  trap?: Trap | 'number-not-on-record';
}

/** These open a case all the same; the case says what is odd about it. */
const oddButTrue: readonly Trap[] = ['one-number-several-listings', 'says-another-model'];

/** The truth about every listing that stands at this moment and carries something. */
export function truthOf(seed: number, elapsedMinutes: number): TruthEntry[] {
  return catalogueAt(seed, elapsedMinutes).offers.flatMap(({ site, itemId, part }) => {
    if (part === undefined) return [];
    const { record, identifier, written, shown } = part;
    const trap = part.trap ?? (record === undefined ? ('number-not-on-record' as const) : undefined);
    return [
      {
        site,
        itemId,
        ...(record === undefined ? {} : { reference: record.reference }),
        ...(identifier === undefined ? {} : { identifier }),
        written,
        shown,
        expectCase: trap === undefined || (trap !== 'number-not-on-record' && oddButTrue.includes(trap)),
        ...(trap === undefined ? {} : { trap }),
      },
    ];
  });
}
