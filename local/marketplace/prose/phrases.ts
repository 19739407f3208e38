import type { AdvertKind } from '../advert.ts';

/**
 * What sellers say in one language, by what a sentence is for. Slots: {model} {full} {storage} {colour} {battery} {price} {shop},
 * and in `numbers` the harmless ones of harmless-numbers.ts.
 */
export interface Phrases {
  titles: Record<AdvertKind, readonly string[]>;
  openings: Record<AdvertKind, readonly string[]>;
  condition: readonly string[];
  battery: readonly string[];
  extras: readonly string[];
  reasons: readonly string[];
  money: readonly string[];
  handover: readonly string[];
  farewell: readonly string[];
  /** Sentences with a number that names no phone. */
  numbers: readonly string[];
  /** Added when the seller edits the advert later. */
  edits: readonly string[];
}
