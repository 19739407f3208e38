/** Compares what was found in one labelled case with what is known to be in it. */

import { CLAIM_CONFIDENCE, comparisonKey, type Identifier } from '../../shared/domain/identifier.ts';
import type { ExpectedIdentifier } from './labelled-case.ts';

/**
 * `right`: one of the identifiers that are there, each counted once. `short`: only some digits of one that stands there in full, which is
 * a miss and no false alarm. `wrong`: nothing that is there, or digits that are not shown.
 */
export type Verdict = 'right' | 'short' | 'wrong';

export interface CaseScore {
  /** Expected identifiers that were claimed, and the others. */
  found: ExpectedIdentifier[];
  missed: ExpectedIdentifier[];
  /** Claims of what is not there. */
  falseClaims: Identifier[];
  /** Every find, candidates too, surest first. */
  judged: { find: Identifier; verdict: Verdict }[];
}

/**
 * Complete identifiers are compared on their first fourteen digits, as devices are; a partial must show the very digits that are shown.
 * A device found twice is one find, the surer.
 */
export function scoreCase(expected: readonly ExpectedIdentifier[], finds: readonly Identifier[]): CaseScore {
  const open = new Set(expected);
  const claimed = new Set<ExpectedIdentifier>();
  const surest = new Map(finds.toSorted((a, b) => a.confidence - b.confidence).map((find) => [foundKey(find), find]));
  const judged = [...surest.values()]
    .toSorted((a, b) => b.confidence - a.confidence)
    .map((find) => {
      const hit = bestHit([...open], find);
      if (hit === undefined)
        return { find, verdict: expected.some((other) => isShortOf(other, find)) ? ('short' as const) : ('wrong' as const) };
      open.delete(hit);
      if (find.confidence >= CLAIM_CONFIDENCE) claimed.add(hit);
      return { find, verdict: 'right' as const };
    });
  return {
    found: expected.filter((each) => claimed.has(each)),
    missed: expected.filter((each) => !claimed.has(each)),
    falseClaims: judged.flatMap(({ find, verdict }) => (verdict === 'wrong' && find.confidence >= CLAIM_CONFIDENCE ? find : [])),
    judged,
  };
}

function bestHit(expected: readonly ExpectedIdentifier[], find: Identifier): ExpectedIdentifier | undefined {
  const possible = expected.filter((each) => isRecoveredRight(each, find));
  return (
    possible.find((each) => keyOf(each) === foundKey(find)) ??
    possible.find((each) => isPartial(each) && showsEnough(each.imei, find.pattern))
  );
}

function isPartial({ imei }: ExpectedIdentifier): boolean {
  return imei.includes('?');
}

function keyOf(expected: ExpectedIdentifier): string {
  const value = expected.imei.toUpperCase();
  if (isPartial(expected)) return `partial:${value}`;
  if (expected.kind === 'serial') return `serial:${value}`;
  return /[A-F]/.test(value) ? `meid:${value.slice(0, 14)}` : `imei:${value.slice(0, 14)}`;
}

function foundKey(find: Identifier): string {
  return find.kind === 'partial' ? `partial:${find.pattern}` : (comparisonKey(find) ?? '');
}

/** A hidden digit may be completed, and then it must be completed right. */
function isRecoveredRight({ recoverable }: ExpectedIdentifier, { recovered, value }: Identifier): boolean {
  return recovered !== true || recoverable === undefined || recoverable === value;
}

/** Masks are counted differently by different people: seven in ten of the digits shown will do, three at least, and none besides. */
function showsEnough(shown: string, pattern: string | undefined): boolean {
  if (pattern === undefined || pattern.length !== shown.length) return false;
  const known = knownDigits(pattern);
  return (
    known >= Math.max(3, Math.ceil(0.7 * knownDigits(shown))) && [...pattern].every((digit, at) => digit === '?' || digit === shown[at])
  );
}

function knownDigits(pattern: string): number {
  return pattern.replaceAll('?', '').length;
}

function isShortOf(expected: ExpectedIdentifier, { pattern }: Identifier): boolean {
  if (pattern === undefined || isPartial(expected)) return false;
  return [...pattern.slice(0, 14)].every((digit, at) => digit === '?' || digit === expected.imei[at]);
}
