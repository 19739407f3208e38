/** Whose number a find is: the listing's own unless something says otherwise. */

import type { Identifier } from '../identifier.ts';
import { confidenceOf } from './confidence.ts';

/**
 * Whose else it may be: of `another offer` whose link or address stands beside it, of `somebody else` of whom the words or the section
 * speak, of `the site`, whose foot or template it stands in.
 */
export type PerhapsOf = 'another offer' | 'somebody else' | 'the site';

/** The find as one that is read as surely as before and less surely the listing's own; of several signs the first counts. */
export function doubted(find: Identifier, perhapsOf: PerhapsOf): Identifier {
  if (find.features === undefined || find.features.perhapsOf !== undefined) return find;
  const features = { ...find.features, perhapsOf };
  return { ...find, features, confidence: confidenceOf(features) };
}

/** Whether it may be somebody else's: such a number speaks for a record as a description does, never against one, and no notice tells it. */
export function isDoubted({ features }: Pick<Identifier, 'features'>): boolean {
  return features?.perhapsOf !== undefined;
}
