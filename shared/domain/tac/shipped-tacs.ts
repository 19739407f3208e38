/** The TACs that come with Fencewatch: few, because each is vouched for by a public document that says which device it is of. */

import { packGroups, type TacGroup } from './packed-tacs.ts';
import type { TacDirectory } from './tac-directory.ts';

const source = 'shipped with Fencewatch';

/**
 * Makers seldom publish their TACs. Teltonika does, with GSMA's certificates, so most of these are trackers and routers: a number copied
 * from one onto a phone's advert is noticed. Found and read in November 2026. Tables in public code are no source: three that were
 * looked at give three unrelated TACs for one iPhone.
 */
export const shippedTacs: readonly TacGroup[] = [
  // https://wiki.teltonika-gps.com/index.php?title=FMB962_TAC_codes
  { brand: 'Teltonika', models: ['TM2500'], otherNames: ['FMB962'], source, tacs: [35209308, 35209408, 35848008] },
  // https://wiki.teltonika-gps.com/index.php?title=FM3612_TAC_codes&oldid=41134
  { brand: 'Teltonika', models: ['FM3001', 'FM3612', 'FM3602', 'FM6300'], otherNames: [], source, tacs: [86107502, 86706003, 86440304] },
  // https://wiki.teltonika-networks.com/wikibase/index.php?title=TCR100_TAC_codes
  { brand: 'Teltonika', models: ['TCR100'], otherNames: [], source, tacs: [86875903, 86839004, 86133005] },
  // https://wiki.teltonika-networks.com/index.php?title=TRM240_TAC_codes
  { brand: 'Teltonika', models: ['TRM240'], otherNames: [], source, tacs: [86439404, 86429204, 86694806] },
  // https://wikimili.com/en/Type_Allocation_Code, a copy of Wikipedia's article, which gives Apple's order number of that model beside it
  { brand: 'Apple', models: ['iPhone 4'], otherNames: [], source, tacs: [1233600] },
];

const shipped = packGroups(shippedTacs);

/** What was imported, if anything was, together with what comes with Fencewatch. */
export function withShipped(imported: TacDirectory | undefined): TacDirectory {
  return imported === undefined ? shipped : { find: (tac) => [...shipped.find(tac), ...imported.find(tac)] };
}
