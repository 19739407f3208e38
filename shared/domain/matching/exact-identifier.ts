/** Complete identifiers: equal on both sides or not. */

import { comparisonKey, type Identifier, maskIdentifier } from '../identifier.ts';
import type { Evidence } from '../match.ts';
import type { Comparison } from './sides.ts';

/** The line of an identifier that stands complete and equal on both sides, surest find first; undefined when none does. */
export function exactIdentifierLine({ listing, record, context }: Comparison): Evidence | undefined {
  const known = new Set(record.identifiers.map(comparisonKey).filter((key) => key !== undefined));
  const finds = listing.identifiers.filter((identifier) => known.has(comparisonKey(identifier) ?? ''));
  const best = finds.toSorted((a, b) => b.confidence - a.confidence)[0];
  if (best?.value === undefined) return undefined;
  const shown = maskIdentifier(best.value);
  return {
    field: 'identifier',
    listingSays: shown,
    recordSays: shown,
    level: 'equal',
    bits: comparedDigits(best) * context.model.identifier.bitsPerDigit,
    sentence: `The ${best.kind.toUpperCase()} in the advert is the one in the record.`,
    identifier: best,
  };
}

/** IMEI, IMEISV and MEID compare on 14 digits; a serial number of 10 to 14 letters and digits carries less. */
function comparedDigits({ kind }: Identifier): number {
  return kind === 'serial' ? 9 : 14;
}
