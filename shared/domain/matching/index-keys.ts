/**
 * Under which keys a phone is filed in the two-way index. A listing and a record that show the same device by any of these paths meet:
 * what one is filed under, the other asks for.
 *
 * | block    | partition, in clear                         | who is filed                                          |
 * | -------- | ------------------------------------------- | ----------------------------------------------------- |
 * | `exact`  | `imei:35693803564380`, `serial:…`, `meid:…` | both; under the numbers before and after as a sibling; disputed records aside |
 * | `slot`   | `slot:564380`                               | Samsungs, whose two slots share the serial number     |
 * | `ends`   | `ends:3809`                                 | records; listings that show four last digits          |
 * | `starts` | `starts:35693803`                           | records; listings that show a TAC and no last digits  |
 * | `mark`   | `mark:engraving:am`                         | both, by each word of a rare mark                     |
 * | `photo`  | `photo:2:9f3c`                              | both, by each quarter of a photo's hash               |
 * | `family` | `family:apple iphone 13:2026-11`            | records by month of theft, listings by month of offer |
 *
 * The store hashes partitions and digits under a secret key; nothing here does.
 */

import type { Identifier } from '../identifier.ts';
import { familyKeys, rareKeys } from './description-keys.ts';
import { exactEntries, exactKeys, partialEntries, partialKeys } from './number-keys.ts';
import type { Sketch } from './sketch.ts';

export type Side = 'record' | 'listing';
export type Block = 'exact' | 'slot' | 'ends' | 'starts' | 'mark' | 'photo' | 'family';

/** What agreeing in a block of digits means: one slip apart, the other slot, or the known digits of a shape (`???????????0000`) agree. */
export type Clue = 'slip' | 'slot' | { shape: string };

export interface IndexKey {
  block: Block;
  partition: string;
  /** What sorts the entries of a partition, in clear: `["iPhone 13", "128", "black", "2026-11-08"]`. */
  order: string[];
  /** Known digits beside the partition's, nearest first: `465` before `ends:3809` stands for `…5643809`. */
  digits?: string;
  /** Known first digits, at most eight. */
  head?: string;
  /** Filed under a number that is guessed, not held: the other slot of a dual-SIM phone. */
  sibling?: true;
  /** Filed where whoever asks about the number finds it and no listing meets it. */
  disputed?: true;
  clue?: Clue;
}

/** One side, as it is filed. */
export interface Keyed {
  /** Those that may be compared. */
  identifiers: readonly Pick<Identifier, 'kind' | 'value' | 'pattern'>[];
  sketch: Sketch;
  /** As the record has it, or as it was read out of a listing. */
  make?: string | undefined;
}

export function recordKeys(keyed: Keyed): IndexKey[] {
  return [...exactEntries(keyed, 'record'), ...partialEntries(keyed), ...rareKeys(keyed.sketch), ...familyKeys(keyed.sketch)];
}

/** Of a record in dispute: its own whole numbers, so that a question about the device meets the dispute, and nothing by which a listing would. */
export function disputedKeys(keyed: Pick<Keyed, 'identifiers'>): IndexKey[] {
  return exactKeys(keyed).map((partition) => ({ block: 'exact', partition, order: [], disputed: true }));
}

/** Of a listing that offers no phone, its whole numbers are all that counts. */
export function listingKeys(keyed: Keyed, { isOffer }: { isOffer: boolean }): IndexKey[] {
  const exact = exactEntries(keyed, 'listing');
  return isOffer ? [...exact, ...partialKeys(keyed), ...rareKeys(keyed.sketch), ...familyKeys(keyed.sketch)] : exact;
}
