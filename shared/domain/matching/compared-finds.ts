/** Which finds of a listing are compared with records. */

import { CLAIM_CONFIDENCE, comparisonKey, type Identifier, isMatchable } from '../identifier.ts';
import { isDoubted } from '../identifiers/belonging.ts';
import { doubtedShare } from '../identifiers/confidence.ts';

/**
 * Claims and labelled serial numbers, the surest first. A whole number that would be a claim but for the doubt whose it is, is compared as
 * well, for what it may add to a description; unless the listing shows a whole number of its own, for then the doubted one is another's.
 */
export function comparedFinds(finds: readonly Identifier[]): Identifier[] {
  const own = finds.filter(isMatchable);
  return own.some((find) => find.kind !== 'serial' && comparisonKey(find) !== undefined) ? own : [...own, ...finds.filter(isDoubtedNumber)];
}

function isDoubtedNumber(find: Identifier): boolean {
  const isWhole = find.kind !== 'serial' && comparisonKey(find) !== undefined;
  return isDoubted(find) && isWhole && find.confidence >= CLAIM_CONFIDENCE * doubtedShare;
}
